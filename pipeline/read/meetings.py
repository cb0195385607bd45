"""The sheet Möten, which is turned: a field on each row and a meeting in each column."""

from collections.abc import Iterator, Mapping

from pipeline.model.meetings import Meeting
from pipeline.problems import Place, Problems, column_letters
from pipeline.read import headings
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.headings import Headings
from pipeline.read.records import Entry
from pipeline.read.rows import is_sample, tell_samples
from pipeline.read.teller import Teller
from pipeline.sheets import MEETINGS

_NAME_COLUMNS = range(1, 4)
_ENOUGH = 2


def meetings(table: Table, problems: Problems) -> Iterator[Meeting]:
    """Go through the meetings."""
    found = _names(table)
    headings.tell(found, MEETINGS.columns, table.place, problems, "uppgifternas namn i den första kolumnen")
    if not found.found:
        return
    rows = {row.place.row: row for row in table.rows}
    for column in _columns(table, found, problems):
        cells = {heading: rows[cell.place.row].at(column) for heading, cell in found.found.items()}
        if not all(cell.blank for cell in cells.values()):
            place = Place(table.place.file, table.place.sheet, column=column)
            entry = Entry(place, cells)
            yield Meeting(place=place, places=entry.places, **entry.fields(MEETINGS, Teller(problems)))


def _names(table: Table) -> Headings:
    """Match the fields' names in the first column that holds them; what stands above them is a title."""
    tried = (headings.match(_column(table, column), MEETINGS.columns) for column in _NAME_COLUMNS)
    best = max(tried, key=lambda found: len(found.found))
    if len(best.found) < _ENOUGH:
        return Headings({})
    top = min(cell.place.row for cell in best.found.values())
    return Headings(best.found, best.twice, best.either, tuple(c for c in best.unknown if c.place.row > top))


def _column(table: Table, column: int) -> tuple[Cell, ...]:
    return tuple(row.at(column) for row in table.rows)


def _columns(table: Table, found: Headings, problems: Problems) -> Iterator[int]:
    """Go through the columns that hold a meeting."""
    name_column = next(iter(found.found.values())).place.column
    used = sorted({column for row in table.rows for column in row.cells if column > name_column})
    heads = _heads(table, min(cell.place.row for cell in found.found.values()))
    samples = [column for column in used if column in heads and is_sample(heads[column])]
    yield from (column for column in used if column not in samples)
    if samples:
        names = ", ".join(map(column_letters, samples))
        tell_samples(table.place, f"{'kolumn' if len(samples) == 1 else 'kolumnerna'} {names}", problems)


def _heads(table: Table, last: int) -> Mapping[int, Cell]:
    """Return the topmost cell of each column, down to the first field's row."""
    rows: tuple[Row, ...] = tuple(row for row in table.rows if row.place.row <= last)
    return {column: cell for row in reversed(rows) for column, cell in row.cells.items()}
