"""The long layout: a row for every value, ``Indikator | Period | Värde``, perhaps with Kön."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.problems import Place, Problems, quoted
from pipeline.read import headings
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.headings import Headings
from pipeline.read.layouts.reading import IGNORED, NAMES, SEX, SOURCE, Reading
from pipeline.read.rows import real, tell_looks
from pipeline.read.texts import fold
from pipeline.sheets import Column

_VALUE = Column("Värde", "value", "", synonyms=("Utfall", "Resultat", "Value", "Mätvärde"))
_PERIOD = Column("Period", "period", "", synonyms=("Datum", "Tid", "Tidpunkt", "Tidsperiod"))
_YEAR = Column("År", "year", "", synonyms=("Year",))
_PARTS = {
    Column("Månad", "month", "", synonyms=("Månad nr",)): 12,
    Column("Kvartal", "quarter", "", synonyms=("Kvartal nr",)): 4,
    Column("Tertial", "tertial", "", synonyms=("Tertial nr",)): 3,
}
_COLUMNS = (*NAMES, _PERIOD, _YEAR, *_PARTS, SEX, SOURCE, _VALUE)


@dataclass(frozen=True, slots=True)
class Long:
    """A recognised table and its headings."""

    table: Table
    heading: Row
    headings: Headings

    @property
    def place(self) -> Place:
        """Where the table stands."""
        return self.table.place

    @property
    def blind(self) -> bool:
        """Whether neither errors nor number formats can be seen."""
        return self.table.blind

    def readings(self, problems: Problems) -> Iterator[Reading]:
        """Go through the rows, a value in each."""
        columns = {name: cell.place.column for name, cell in self.headings.found.items()}
        names = [columns[column.heading] for column in NAMES if column.heading in columns]
        periods, per_year = _periods(columns)
        self._tell(problems)
        tell_looks(self.table, self.heading, columns.values(), problems)
        for row in real(self.table, self.heading, names, problems):
            period = tuple(row.at(column) for column in periods)
            sex, source = (row.at(columns[c.heading]) if c.heading in columns else None for c in (SEX, SOURCE))
            value = row.at(columns[_VALUE.heading])
            yield Reading(tuple(row.at(column) for column in names), period, value, sex, source, per_year)

    def _tell(self, problems: Problems) -> None:
        for heading, first, second in self.headings.twice:
            problems.fault(second.place, f"rubriken {heading} finns redan i {first.place}: ta bort den ena kolumnen")
        coarser = [self.headings.found[part.heading] for part in _PARTS if part.heading in self.headings.found][1:]
        for cell in (*coarser, *self.headings.unknown):
            if fold(cell.text) not in IGNORED:
                problems.remark(cell.place, f"kolumnen {quoted(cell.text)} läses inte")


def recognise(table: Table) -> Long | None:
    """Recognise the layout by its headings: something that names an indicator, a period and a value."""
    place = headings.find(table, _COLUMNS)
    if place is None:
        return None
    found: Mapping[str, Cell] = place[1].found
    named = any(column.heading in found for column in NAMES)
    timed = any(column.heading in found for column in (_PERIOD, _YEAR, *_PARTS))
    return Long(table, *place) if named and timed and _VALUE.heading in found else None


def _periods(columns: Mapping[str, int]) -> tuple[tuple[int, ...], int]:
    """Return the column of periods, or those of the year and its finest part, and how many such parts a year has."""
    if _PERIOD.heading in columns:
        return (columns[_PERIOD.heading],), 1
    part, per_year = next(((part, many) for part, many in _PARTS.items() if part.heading in columns), (_YEAR, 1))
    named = dict.fromkeys(column.heading for column in (_YEAR, part))
    return tuple(columns[heading] for heading in named if heading in columns), per_year
