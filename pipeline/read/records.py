"""A sheet's rows as the fields of records: every cell typed, every bad one told, the key kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.problems import Place, Problems
from pipeline.read import headings
from pipeline.read.cells import typed
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.rows import real, tell_looks
from pipeline.read.teller import Teller
from pipeline.sheets import CellKind, Column, Sheet

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's cells under their headings; in Möten one column's."""

    place: Place
    cells: Mapping[str, Cell]

    @property
    def places(self) -> Mapping[str, Place]:
        """The cell behind each heading."""
        return {heading: cell.place for heading, cell in self.cells.items()}

    def bad(self, heading: str, value: object | None) -> bool:
        """Say whether something stands under the heading that couldn't be read as a value."""
        return value is None and heading in self.cells and not self.cells[heading].blank

    def fields(self, sheet: Sheet, teller: Teller) -> Fields:
        """Return what stands in the cells, by field; a blank or bad cell is left out."""
        found: Fields = {}
        for column in sheet.columns:
            cell = self.cells.get(column.heading)
            value = None if cell is None else typed(cell, column, teller)
            if value is not None:
                found[column.field] = value
            elif column.required:
                _blank(found, column, cell, teller)
        return found


def _blank(found: Fields, column: Column, cell: Cell | None, teller: Teller) -> None:
    """Tell that a required cell is blank, and leave its field so."""
    found[column.field] = "" if column.kind is CellKind.TEXT else None
    if cell is not None and cell.blank:
        teller.fault(cell, f"{column.heading} är tomt: fyll i cellen")


def entries(table: Table, sheet: Sheet, problems: Problems) -> Iterator[Entry]:
    """Go through the rows of a sheet that has its headings in one row."""
    place = headings.find(table, sheet.columns)
    if place is None:
        if table.rows:
            headings.tell(headings.Headings({}), sheet.columns, table.place, problems)
        return
    row, found = place
    headings.tell(found, sheet.columns, table.place, problems)
    columns = {heading: cell.place.column for heading, cell in found.found.items()}
    tell_looks(table, row, columns.values(), problems)
    tell_headless(table, row, problems)
    yield from _below(table, row, _with_key(columns, sheet), sheet, problems)


def _with_key(columns: Mapping[str, int], sheet: Sheet) -> Mapping[str, int]:
    """Return the columns; a key that has lost its heading is what stands left of them, where it belongs.

    So what the rows refer to is known, and the lost heading hides none of their faults.
    """
    left = min(columns.values()) - 1
    lost = sheet.key not in columns and sheet.columns[0].heading == sheet.key and left > 0
    return {sheet.key: left, **columns} if lost else columns


def _below(table: Table, heading: Row, columns: Mapping[str, int], sheet: Sheet, problems: Problems) -> Iterator[Entry]:
    for row in real(table, heading, [columns[sheet.key]] if sheet.key in columns else [], problems):
        cells = {name: row.at(column) for name, column in columns.items()}
        if not all(cell.blank for cell in cells.values()):
            yield Entry(row.place, cells)


def tell_headless(table: Table, heading: Row, problems: Problems) -> None:
    """Tell of columns that hold something but have no heading."""
    columns = {column for row in table.below(heading) for column in row.cells}
    for column in sorted(columns - heading.cells.keys()):
        first = next(row.at(column) for row in table.below(heading) if column in row.cells)
        problems.remark(first.place, "kolumnen saknar rubrik och läses inte")
