"""The rows that count: sample rows and totals rows are passed over, and said; so is what a sheet hides."""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.problems import Place, Problems, quoted
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.texts import fold

_SAMPLE = re.compile(r"exempel\b", re.IGNORECASE)
TOTALS = frozenset({"summa", "totalt", "total", "summatotalt", "totalsumma", "summering"})


def is_sample(cell: Cell) -> bool:
    """Say whether the cell marks a sample row: EXEMPEL as a word, unlike the setting exempelunderlag."""
    return _SAMPLE.match(cell.text) is not None


def real(table: Table, heading: Row, key: Collection[int], problems: Problems) -> Iterator[Row]:
    """Go through the rows below the headings that are neither samples nor totals; `key` are the naming columns."""
    samples: list[Row] = []
    for row in table.below(heading):
        if is_sample(row.first):
            samples.append(row)
        elif total := next((row.at(column) for column in key if fold(row.at(column).text) in TOTALS), None):
            problems.remark(total.place, f"raden {quoted(total.text)} ser ut som en summarad och läses inte")
        else:
            yield row
    if samples:
        tell_samples(table.place, numbered([row.place.row for row in samples]), problems)


def tell_samples(place: Place, what: str, problems: Problems) -> None:
    """Tell, once for a sheet, that its samples are passed over."""
    problems.remark(place, f"{what} är exempel (första cellen börjar med EXEMPEL) och läses inte")


def tell_looks(table: Table, heading: Row, columns: Collection[int], problems: Problems) -> None:
    """Tell of merged cells below the headings, which hide values, and of what is hidden but read all the same."""
    layout, top = table.layout, heading.place.row
    for span in layout.merged:
        below = span.last_row > top and span.last_row > span.first_row
        if below and any(span.first_column <= column <= span.last_column for column in columns):
            _tell_merged(table, span.name, span.first_row, span.first_column, problems)
    if layout.hidden:
        problems.remark(table.place, "bladet är dolt men läses")
    if rows := [row.place.row for row in table.below(heading) if row.place.row in layout.hidden_rows]:
        problems.remark(table.place, f"{numbered(rows)} är {'dold' if len(rows) == 1 else 'dolda'} men läses")
    for column in sorted(layout.hidden_columns.intersection(columns)):
        problems.remark(heading.at(column).place, f"kolumnen {quoted(heading.at(column).text)} är dold men läses")


def _tell_merged(table: Table, name: str, row: int, column: int, problems: Problems) -> None:
    place = Place(table.place.file, table.place.sheet, row, column)
    problems.fault(place, f"cellerna {name} är sammanfogade: dela dem och skriv värdet på varje rad")


def numbered(rows: Sequence[int]) -> str:
    """Return ``rad 5``, ``raderna 5–8`` or ``raderna 5, 7``."""
    if len(rows) == 1:
        return f"rad {rows[0]}"
    together = list(rows) == list(range(rows[0], rows[-1] + 1))
    return f"raderna {rows[0]}–{rows[-1]}" if together else f"raderna {', '.join(map(str, rows))}"
