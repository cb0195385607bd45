"""Arbetsförmedlingen's monthly csv: a title, a row for every region, and the month and the selection at the bottom.

Recognised by rows such as ``Månad:;2017-04`` below a heading row that begins with a blank.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.read.grid import Cell, Row, Table
from pipeline.read.layouts.flat import titles
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.vocabulary import SEX_WORDS
from pipeline.read.periods import period_of
from pipeline.read.texts import fold

AGENCY = "Arbetsförmedlingen"
_MONTH = "månad"
_PLACE = frozenset(("län", "kommun", _MONTH))
_LABEL, _VALUE = 1, 2


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when its last rows say which month they are from."""
    chosen = {fold(row.at(_LABEL).text): row.at(_VALUE) for row in table.rows if _is_choice(row)}
    if _MONTH not in chosen or period_of(chosen[_MONTH].value) is None:
        return None
    heading = next((row for row in table.rows if _LABEL not in row.cells and len(row.cells) > 1), None)
    heading = heading or next((row for row in table.rows if _LABEL not in row.cells and row.cells), None)
    if heading is None:
        return None
    below = [row for row in table.below(heading) if not _is_choice(row) and _LABEL in row.cells]
    facts = tuple(fact for row in below for fact in _facts(row, heading, chosen))
    return Extract(table.place, AGENCY, (*titles(table, heading), *_above(table.rows, heading)), facts)


def _is_choice(row: Row) -> bool:
    return row.at(_LABEL).text.endswith(":")


def _above(rows: Sequence[Row], heading: Row) -> Iterator[Cell]:
    """Go through the titles above the headings."""
    return (cell for row in rows if row.place.row < heading.place.row for cell in row.cells.values())


def _facts(row: Row, heading: Row, chosen: Mapping[str, Cell]) -> Iterator[Fact]:
    sex = next((cell for name, cell in chosen.items() if name in SEX_WORDS and not cell.blank), None)
    others = {n: cell for n, cell in chosen.items() if n not in _PLACE and n not in SEX_WORDS and not cell.blank}
    for column, name in heading.cells.items():
        yield Fact((name,), (chosen[_MONTH],), row.at(column), (row.cells[_LABEL],), sex, others)
