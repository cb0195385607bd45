"""The sheets of a goal workbook, filled with what they are given."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import Column, Sheet
from pipeline.workbooks import look
from pipeline.workbooks.help import help_for

Value = str | int | float | dt.date | None
Record = Mapping[str, Value]  # heading -> value

LAST_ROW: Final = 201
MEETING_COLUMNS: Final = 12
SETTING_HEADINGS: Final = ("Namn", "Värde")
_FIELD_WIDTH: Final = 27.0
_MEETING_WIDTH: Final = 84.0
_HEADING_HEIGHT: Final = 32.0
_FIRST_FREE_CELL: Final = {"Indikatorer": "D2", "Närvaro": "A2"}


def put(cell: Cell, value: Value) -> None:
    """Write the value; a text is never taken for a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def write_table(page: Worksheet, sheet: Sheet, records: Iterable[Record]) -> None:
    """Write a sheet that has its headings in the first row and one record on each row below."""
    page.row_dimensions[1].height = _HEADING_HEIGHT
    for index, column in enumerate(sheet.columns, start=1):
        _write_column_head(page, column, index)
    for row, record in enumerate(records, start=2):
        for index, column in enumerate(sheet.columns, start=1):
            _write_value(look.cell_at(page, row, index), column, record.get(column.heading))
        texts = ((record.get(column.heading) or "", look.width(column)) for column in sheet.columns)
        page.row_dimensions[row].height = look.height(texts)
    page.freeze_panes = _FIRST_FREE_CELL.get(sheet.name, "B2")
    look.set_up_page(page)


def _write_column_head(page: Worksheet, column: Column, index: int) -> None:
    letter = get_column_letter(index)
    heading = look.cell_at(page, 1, index)
    put(heading, column.heading)
    look.as_heading(heading, required=column.required)
    page.column_dimensions[letter].width = look.width(column)
    page.column_dimensions[letter].number_format = look.number_format(column)
    page.column_dimensions[letter].alignment = look.TOP
    page.add_data_validation(help_for(column, f"{letter}2:{letter}{LAST_ROW}"))


def write_transposed(page: Worksheet, sheet: Sheet, records: Iterable[Record]) -> None:
    """Write a sheet that has its fields in the first column and one record in each column beside."""
    filled = list(records)
    for row, column in enumerate(sheet.columns, start=1):
        _write_row_head(page, column, row)
        _write_row_values(page, column, row, [record.get(column.heading) for record in filled])
    for index in range(MEETING_COLUMNS):
        page.column_dimensions[get_column_letter(index + 2)].width = _MEETING_WIDTH
    page.freeze_panes = "B2"
    look.set_up_page(page, repeat_columns="A:A")


def _write_row_values(page: Worksheet, column: Column, row: int, values: list[Value]) -> None:
    for index in range(MEETING_COLUMNS):
        cell = look.cell_at(page, row, index + 2)
        if index < len(values):
            _write_value(cell, column, values[index])
        else:
            look.as_empty(cell, look.number_format(column))
    page.row_dimensions[row].height = look.height((value or "", _MEETING_WIDTH) for value in values)


def _write_row_head(page: Worksheet, column: Column, row: int) -> None:
    heading = look.cell_at(page, row, 1)
    put(heading, column.heading)
    look.as_row_heading(heading, required=column.required)
    page.column_dimensions["A"].width = _FIELD_WIDTH
    cells = f"B{row}:{get_column_letter(1 + MEETING_COLUMNS)}{row}"
    page.add_data_validation(help_for(column, cells))


def write_settings(page: Worksheet, sheet: Sheet, values: Record) -> None:
    """Write the settings: the name to the left, the value to the right."""
    page.row_dimensions[1].height = _HEADING_HEIGHT
    for index, heading in enumerate(SETTING_HEADINGS, start=1):
        put(look.cell_at(page, 1, index), heading)
        look.as_heading(look.cell_at(page, 1, index))
    for row, column in enumerate(sheet.columns, start=2):
        put(look.cell_at(page, row, 1), column.heading)
        look.as_value(look.cell_at(page, row, 1), look.AS_TEXT)
        _write_value(look.cell_at(page, row, 2), column, values.get(column.heading))
        page.add_data_validation(help_for(column, f"B{row}"))
    page.column_dimensions["A"].width = 38.0
    page.column_dimensions["B"].width = 38.0
    page.freeze_panes = "A2"
    look.set_up_page(page)


def _write_value(cell: Cell, column: Column, value: Value) -> None:
    put(cell, value)
    look.as_value(cell, look.number_format(column))
