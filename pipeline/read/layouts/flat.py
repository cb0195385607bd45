"""Statistics with a row for every value: region, time, sex and other dimensions in columns of their own.

So do statistical databases give their relational files, and so do analysts save what they have fetched. Recognised
by a heading row with a column of time and at least one column of numbers that isn't time, place or a label.
"""

from collections.abc import Iterator

from pipeline.problems import Place
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.roles import Roles, heading_rows, region_columns, roles, word
from pipeline.read.layouts.vocabulary import VALUE_WORDS
from pipeline.read.rows import TOTALS
from pipeline.read.texts import fold


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when a row of headings says that it is laid out so."""
    found = find(table)
    return None if found is None else extract(table, found, "")


def recognise_with_region(table: Table) -> Extract | None:
    """Return the same where a column says which municipality a row is about: such a table is never all ours."""
    found = find(table)
    return extract(table, found, "") if found is not None and region_columns(found.heading) else None


def find(table: Table) -> Roles | None:
    """Return what the columns hold below the first row that can be the headings."""
    return next((found for row in heading_rows(table) if (found := roles(table, row)) is not None), None)


def extract(table: Table, found: Roles, agency: str) -> Extract:
    """Return all values of a table whose columns are known."""
    facts = tuple(fact for row in table.below(found.heading) for fact in _facts(row, found, table.blind))
    return Extract(table.place, agency, titles(table, found.heading), facts, blind=table.blind)


def titles(table: Table, heading: Row) -> tuple[Cell, ...]:
    """Return the cells that may name the whole table: the sheet's name, and the first cell above the headings."""
    place = table.place
    sheet = (Cell(Place(place.file, place.sheet), place.sheet),) if place.sheet else ()
    above = tuple(row.first for row in table.rows[:1] if row.place.row < heading.place.row)
    return (*sheet, *above)


def _facts(row: Row, found: Roles, blanks: bool) -> Iterator[Fact]:  # noqa: FBT001
    """Go through a row's values; blank ones too, where `blanks` says that they may be something else."""
    period = tuple(row.at(column) for column in found.period)
    if fold(row.first.text) in TOTALS or not any(column in row.cells for column in found.values):
        return  # a sum over all rows, a footnote, or nothing to read
    named = tuple(row.cells[column] for column in found.measures if column in row.cells)
    sex = row.at(found.sex) if found.sex else None
    region = tuple(row.cells[column] for column in found.region if column in row.cells)
    splits = {name: row.cells[column] for name, column in found.splits.items() if column in row.cells}
    for column in found.values:
        heading = found.heading.cells[column]
        if column not in row.cells and not blanks:
            continue
        if found.by_sex:
            yield Fact(named, period, row.at(column), region, heading, splits, found.per_year)
        else:
            own = () if word(heading) in VALUE_WORDS else (heading,)
            yield Fact((*named, *own), period, row.at(column), region, sex, splits, found.per_year)
