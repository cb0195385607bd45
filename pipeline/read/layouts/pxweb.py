"""PxWeb's Excel table: a title, heading variables over the columns, stub variables to the left, notes below.

A label stands only in the first cell of its span, so it holds to the right and downwards until the next one.
Recognised by a title alone in A1 above rows that leave the stub's columns blank, when there are several such rows
or columns, or the labels name regions or sexes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.problems import column_letters
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.layouts.flat import titles
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.roles import holds_numbers
from pipeline.read.layouts.vocabulary import sex_of
from pipeline.read.periods import period_of

_SOURCE = "källa:"
_MOST_HEADINGS = 6
_REGION = re.compile(r"\d{4}|\d{2}(?:\d{2})?\s+[A-ZÅÄÖ].*")


@dataclass(frozen=True, slots=True)
class Grid:
    """The parts of a recognised sheet: its heading rows, its rows of values, and the first column of values."""

    headings: tuple[Row, ...]
    body: tuple[Row, ...]
    first: int


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when the sheet is laid out as PxWeb does."""
    grid = _grid(table)
    if grid is None:
        return None
    across = _labels_across(grid)
    facts = tuple(fact for labels, row in _labels_down(grid) for fact in _facts(row, labels, across))
    plain = len(grid.headings) == 1 and grid.first == 2  # noqa: PLR2004  (a table that may as well be made for us)
    if not facts or not all(fact.period for fact in facts) or not holds_numbers([fact.value for fact in facts]):
        return None
    if plain and not any(fact.region or fact.sex for fact in facts):
        return None
    return Extract(
        table.place, _source(table), titles(table, grid.headings[0]), facts, table.place.sheet, blind=table.blind
    )


def _grid(table: Table) -> Grid | None:
    if len(table.rows) < 3 or table.rows[0].cells.keys() != {1}:  # noqa: PLR2004  (a title, a heading, a value)
        return None
    below = table.rows[1:]
    headings = tuple(takewhile(_is_heading, below[:_MOST_HEADINGS]))
    if not headings:
        return None
    first = min(min(row.cells) for row in headings)
    body = tuple(row for row in below[len(headings) :] if max(row.cells) >= first)
    return Grid(headings, body, first) if first > 1 else None


def _is_heading(row: Row) -> bool:
    """Say whether the row leaves the first column blank and holds labels and periods only."""
    labels = all(isinstance(cell.value, str) or period_of(cell.value) is not None for cell in row.cells.values())
    return 1 not in row.cells and labels


def _labels_across(grid: Grid) -> Mapping[int, tuple[Cell, ...]]:
    """Return, for every column of values, its label in each heading row."""
    last = max(max(row.cells) for row in (*grid.headings, *grid.body))
    across: dict[int, tuple[Cell, ...]] = {}
    current: dict[int, Cell] = {}
    for column in range(grid.first, last + 1):
        current |= {row.place.row: row.cells[column] for row in grid.headings if column in row.cells}
        across[column] = tuple(current.values())
    return across


def _labels_down(grid: Grid) -> Iterator[tuple[tuple[Cell, ...], Row]]:
    """Go through the rows of values, each with its label in every column of the stub."""
    current: dict[int, Cell] = {}
    for row in grid.body:
        new = {column: cell for column, cell in row.cells.items() if column < grid.first}
        current |= new
        yield tuple(current[column] for column in sorted(current)), row


def _facts(row: Row, stub: Sequence[Cell], across: Mapping[int, tuple[Cell, ...]]) -> Iterator[Fact]:
    for column, heading in across.items():
        if column in row.cells:
            yield _fact(stub, heading, row.cells[column])


def _fact(stub: Sequence[Cell], heading: Sequence[Cell], value: Cell) -> Fact:
    """Sort a value's labels by what they say, since the sheet doesn't name its variables."""
    labels = (*heading, *stub)
    periods = tuple(cell for cell in labels if period_of(cell.value) is not None)[:1]
    others = [cell for cell in labels if cell not in periods]
    regions = tuple(cell for cell in others if _REGION.fullmatch(cell.text))
    sex = next((cell for cell in others if cell not in regions and sex_of(cell.text)), None)
    rest = tuple(cell for cell in others if cell not in regions and cell is not sex)
    splits = {
        f"på rad {c.place.row}" if c in heading else f"i kolumn {column_letters(c.place.column)}": c for c in rest
    }
    return Fact(rest, periods, value, regions, sex, splits)


def _source(table: Table) -> str:
    """Return what stands below ``Källa:`` among the notes."""
    rows = [row for row in table.rows if row.at(1).text.casefold() == _SOURCE]
    below = [next(table.below(row), None) for row in rows]
    return next((row.at(1).text for row in below if row is not None), "")
