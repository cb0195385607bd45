"""An input folder that a test fills with tables drawn in the test, and reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from pipeline.model.records import Source
from pipeline.problems import Problems
from pipeline.read import read

Rows = Sequence[Sequence[object]]
GOALS: Rows = [["Nr", "Mål"], [1, "Fler nya företag"]]
INDICATORS: Rows = [["Id", "Mål nr", "Indikator", "Källkod"], ["1.1", 1, "Nya företag", "N00945"]]


@dataclass(frozen=True, slots=True)
class Inbox:
    folder: Path

    def workbook(self, name: str, sheets: Mapping[str, Rows], formats: Mapping[str, str] | None = None) -> Workbook:
        """Save a workbook; `formats` gives number formats by ``Sheet!A1``."""
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            page = book.create_sheet(title)
            for row in rows:
                page.append(list(row))
        for place, number_format in (formats or {}).items():
            title, cell = place.split("!")
            book[title][cell].number_format = number_format
        self.save(name, book)
        return book

    def save(self, name: str, book: Workbook) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)

    def goals(self, **sheets: Rows) -> None:
        """Save a goal workbook, mål.xlsx, with these sheets in place of the smallest possible ones."""
        self.workbook("mål.xlsx", {"Mål": GOALS, "Indikatorer": INDICATORS, **sheets})

    def ours(self, *codes: str, **columns: str) -> None:
        """Save a goal workbook for Vaggeryd with an indicator 1.1, 1.2, … for each source code."""
        heads = ["Id", "Mål nr", "Indikator", "Källkod", *columns]
        rows = [[f"1.{n}", 1, f"Indikator {n}", code, *columns.values()] for n, code in enumerate(codes, start=1)]
        settings = [["Namn", "Värde"], ["kommun", "Vaggeryds kommun"], ["kommunkod", "0665"]]
        self.goals(Indikatorer=[heads, *rows], Inställningar=settings)

    def text(self, name: str, text: str, encoding: str = "utf-8") -> None:
        (self.folder / name).write_bytes(text.encode(encoding))

    def read(self) -> tuple[Source, list[str]]:
        problems = Problems()
        source = read(self.folder, problems)
        return source, [str(problem) for problem in problems]

    def told(self) -> list[str]:
        return self.read()[1]

    def values(self, indicator: str = "1.1") -> dict[str, float]:
        """Read without any fault, and return an indicator's values by period."""
        source, told = self.read()
        assert told == []
        return {str(one.period): one.value for one in source.series[indicator].observations}
