"""Statistics with a column for every period: the csv of a statistical database, a comparison of municipalities.

Recognised by a heading row whose first columns are named dimensions, one of them a place or a sex, and whose other
headings each hold a period, alone or beside what is measured: ``Folkmängd 2018``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.read.grid import Cell, Row, Table
from pipeline.read.layouts.flat import titles
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.roles import columns_named, heading_rows, region_columns, word
from pipeline.read.layouts.vocabulary import COUNTIES, MEASURE_WORDS, PASSED_WORDS, SEX_WORDS, VALUE_WORDS, sex_of
from pipeline.read.periods import period_of
from pipeline.read.rows import TOTALS
from pipeline.read.texts import fold


@dataclass(frozen=True, slots=True)
class Column:
    """What the heading of a column of values says: its period, and perhaps its sex and what is measured."""

    heading: Cell
    period: Cell
    sex: Cell | None
    measure: Cell | None


@dataclass(frozen=True, slots=True)
class Crosstab:
    """A recognised table's columns."""

    heading: Row
    region: tuple[int, ...]
    sex: int
    measures: tuple[int, ...]
    columns: tuple[Column, ...]
    splits: Mapping[str, int] = field(default_factory=dict)


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when a row of headings says that it is laid out so."""
    found = find(table)
    return None if found is None else extract(table, found, "")


def recognise_with_region(table: Table) -> Extract | None:
    """Return the same where a column says which municipality a row is about: such a table is never all ours."""
    found = find(table)
    return extract(table, found, "") if found is not None and found.region else None


def find(table: Table) -> Crosstab | None:
    """Return the table's columns below the first row that can be the headings."""
    return next((found for row in heading_rows(table) if (found := _crosstab(row)) is not None), None)


def extract(table: Table, found: Crosstab, agency: str) -> Extract:
    """Return all values of a table whose columns are known."""
    facts = tuple(fact for row in table.below(found.heading) for fact in _facts(row, found, table.blind))
    return Extract(table.place, agency, titles(table, found.heading), facts, blind=table.blind)


def _crosstab(heading: Row) -> Crosstab | None:
    columns = tuple(column for cell in heading.cells.values() if (column := _column(cell)) is not None)
    region, sexes = region_columns(heading), columns_named(heading, SEX_WORDS)
    if not columns or not (region or sexes):
        return None
    measures = columns_named(heading, MEASURE_WORDS)
    known = {*region, *sexes, *measures, *(column.heading.place.column for column in columns)}
    known |= {*columns_named(heading, COUNTIES), *columns_named(heading, PASSED_WORDS)}
    splits = {cell.text: number for number, cell in heading.cells.items() if number not in known}
    return Crosstab(heading, region, next(iter(sexes), 0), measures, columns, splits)


def _column(cell: Cell) -> Column | None:
    """Read a heading of values; None when no part of it is a period."""
    if period_of(cell.value) is not None:
        return Column(cell, cell, None, None)
    words = cell.text.split() if isinstance(cell.value, str) else []
    places = [place for place, one in enumerate(words) if period_of(one) is not None]
    if not places:
        return None
    place = places[-1] if places[-1] == len(words) - 1 else places[0]
    sex, rest = _peeled([*words[:place], *words[place + 1 :]])
    parts = [None if not text else replace(cell, value=text) for text in (sex, " ".join(rest))]
    return Column(cell, replace(cell, value=words[place]), *parts)


def _peeled(words: list[str]) -> tuple[str, list[str]]:
    """Take a sex from the end or the beginning of a heading's words."""
    if words and len(words[-1]) > 1 and sex_of(words[-1]):
        return words[-1], words[:-1]
    if words and len(words[0]) > 1 and sex_of(words[0]):
        return words[0], words[1:]
    return "", words


def _facts(row: Row, found: Crosstab, blanks: bool) -> Iterator[Fact]:  # noqa: FBT001
    """Go through a row's values; blank ones too, where `blanks` says that they may be something else."""
    region = tuple(row.cells[column] for column in found.region if column in row.cells)
    named = tuple(row.cells[column] for column in found.measures if column in row.cells)
    sex = row.at(found.sex) if found.sex else None
    splits = {name: row.cells[column] for name, column in found.splits.items() if column in row.cells}
    filled = [c for c in found.columns if c.heading.place.column in row.cells]
    if fold(row.first.text) in TOTALS or not filled:
        return  # a sum over all rows, a footnote, or nothing to read
    for column in found.columns if blanks else filled:
        measure = () if column.measure is None or word(column.measure) in VALUE_WORDS else (column.measure,)
        value = row.at(column.heading.place.column)
        yield Fact((*named, *measure), (column.period,), value, region, column.sex or sex, splits)
