"""Which column of an agency's table is what: by its heading, and where that doesn't say, by what stands below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model.periods import Period
from pipeline.read.figures import number_in
from pipeline.read.grid import Cell, Row, Table, is_missing
from pipeline.read.headings import SEARCHED
from pipeline.read.layouts.vocabulary import (
    COUNTIES,
    LABEL_WORDS,
    MEASURE_WORDS,
    MUNICIPALITIES,
    PARTS,
    PASSED_WORDS,
    SEX_WORDS,
    VALUE_WORDS,
    WHOLE_PERIODS,
    YEARS,
    sex_of,
)
from pipeline.read.periods import combined, period_of
from pipeline.read.texts import fold

_TRIED = 30  # rows below the headings that tell what a column holds
_FEWEST = 2
_FEW_TEXTS = 4  # numbers, at the least, for each text: one that isn't a number is told when it is read


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a table by what they hold. `values` are the measures, `splits` other dimensions."""

    heading: Row
    period: tuple[int, ...]
    per_year: int = 1
    region: tuple[int, ...] = ()
    sex: int = 0
    measures: tuple[int, ...] = ()
    values: tuple[int, ...] = ()
    splits: Mapping[str, int] = field(default_factory=dict)

    @property
    def by_sex(self) -> bool:
        """Whether the columns of values are one for each sex."""
        return all(sex_of(self.heading.cells[column].text) for column in self.values)


def heading_rows(table: Table) -> Sequence[Row]:
    """Return the rows near the top that may be the headings."""
    return tuple(row for row in table.rows[:SEARCHED] if len(row.cells) >= _FEWEST)


def word(cell: Cell) -> str:
    """Return what is left of a heading when its form doesn't count; a heading such as ``2018`` keeps its digits."""
    return fold(cell.text) or cell.text


def columns_named(heading: Row, words: frozenset[str] | Mapping[str, int]) -> tuple[int, ...]:
    """Return the columns whose heading is one of the words."""
    return tuple(column for column, cell in heading.cells.items() if word(cell) in words)


def region_columns(heading: Row) -> tuple[int, ...]:
    """Return the columns of the municipality, or where there are none, of the county."""
    return columns_named(heading, MUNICIPALITIES) or columns_named(heading, COUNTIES)


def filled(table: Table, heading: Row, column: int) -> tuple[Cell, ...]:
    """Return some of the cells below a heading that hold something."""
    below = (row.cells[column] for row in table.below(heading) if column in row.cells)
    return tuple(cell for cell, _ in zip(below, range(_TRIED), strict=False))


def roles(table: Table, heading: Row) -> Roles | None:
    """Say what the columns below a heading row hold; None when it is no such row, or they hold no periods or values."""
    if any(_is_number(cell) for cell in heading.cells.values()):
        return None
    times = [*columns_named(heading, WHOLE_PERIODS), *columns_named(heading, YEARS), *columns_named(heading, PARTS)]
    period, per_year = _period(table, heading, times)
    region = region_columns(heading)
    counties = columns_named(heading, COUNTIES)
    sex = next(iter(columns_named(heading, SEX_WORDS)), 0)
    measures = columns_named(heading, MEASURE_WORDS)
    known = {*times, *region, *counties, sex, *measures, *columns_named(heading, PASSED_WORDS)}
    left = [column for column in sorted(heading.cells) if column not in known]
    labels = columns_named(heading, LABEL_WORDS)
    values = tuple(c for c in left if c not in labels and holds_numbers(filled(table, heading, c)))
    named = tuple(column for column in values if word(heading.cells[column]) in VALUE_WORDS)
    splits = {heading.cells[c].text: c for c in left if c not in values and filled(table, heading, c)}
    if not period or not values:
        return None
    return Roles(heading, period, per_year, region, sex, measures, named or values, splits)


def holds_numbers(cells: Sequence[Cell]) -> bool:
    """Say whether the cells hold numbers, and hardly any texts that aren't marks for missing ones."""
    numbers = sum(map(_is_number, cells))
    texts = sum(not (_is_number(cell) or is_missing(cell) or cell.error or cell.stale) for cell in cells)
    return numbers > _FEW_TEXTS * texts


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return number_in(cell.value) is not None
    return isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)


def _period(table: Table, heading: Row, times: Sequence[int]) -> tuple[tuple[int, ...], int]:
    """Return the column of the finest periods, or those of the year and its part; the year's column at the least."""
    whole = {column: _whole(filled(table, heading, column)) for column in times}
    finest = max(times, key=lambda column: whole[column], default=0)
    if whole.get(finest, 0) > 1:
        return (finest,), 1
    years = columns_named(heading, YEARS)
    for column in columns_named(heading, PARTS):
        per_year = PARTS[word(heading.cells[column])]
        if years and _is_part(table, heading, years[0], column, per_year):
            return (years[0], column), per_year
    named = columns_named(heading, WHOLE_PERIODS) or years
    return ((finest,) if whole.get(finest) else named[:1]), 1


def _whole(cells: Sequence[Cell]) -> int:
    """Return how many parts a year has in cells that are all whole periods; 0 when they aren't."""
    found = [period_of(cell.value) for cell in cells]
    return min((one.per_year for one in found if isinstance(one, Period)), default=0) if all(found) else 0


def _is_part(table: Table, heading: Row, year: int, part: int, per_year: int) -> bool:
    rows = [row for row, _ in zip(table.below(heading), range(_TRIED), strict=False)]
    pairs = [(row.at(year), row.at(part)) for row in rows if year in row.cells and part in row.cells]
    return any(combined(one.value, other.value, per_year) for one, other in pairs)
