"""The blank goal workbook that a clerk begins with."""

from collections.abc import Iterable, Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model.records import Settings
from pipeline.sheets import MEETINGS, SETTINGS, SHEETS, Sheet
from pipeline.workbooks import guide, look
from pipeline.workbooks.goal_sheets import Record, Value, write_settings, write_table, write_transposed
from pipeline.workbooks.package import workbook_bytes

SAMPLE_MARK: Final = "EXEMPEL"


def blank_goal_workbook() -> bytes:
    """Return an empty goal workbook with guidance, drop-down lists, input help and a sample row on each sheet."""
    book = goal_workbook({sheet.name: [_sample(sheet)] for sheet in SHEETS if sheet is not SETTINGS}, _defaults())
    guide.write_guide(book.create_sheet(guide.NAME, 0))
    for sheet in SHEETS:
        for cell in _sample_cells(book[sheet.name], sheet):
            look.as_sample(cell)
    book.active = 0
    return workbook_bytes(book)


def goal_workbook(records: Mapping[str, Iterable[Record]], settings: Record) -> Workbook:
    """Return a goal workbook that holds the records (by sheet) and the settings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        if sheet is SETTINGS:
            write_settings(page, sheet, settings)
        elif sheet is MEETINGS:
            write_transposed(page, sheet, records.get(sheet.name, ()))
        else:
            write_table(page, sheet, records.get(sheet.name, ()))
    return book


def _sample(sheet: Sheet) -> Record:
    """Return the sample record; its first cell is the mark by which the reader passes it over."""
    first, *others = sheet.columns
    return {first.heading: SAMPLE_MARK} | {column.heading: column.sample or None for column in others}


def _sample_cells(page: Worksheet, sheet: Sheet) -> Iterable[Cell]:
    if sheet is SETTINGS:
        return ()
    cells = [look.cell_at(page, row, 2) for row in range(1, len(sheet.columns) + 1)]
    return cells if sheet is MEETINGS else [look.cell_at(page, 2, index) for index in range(1, len(sheet.columns) + 1)]


def _defaults() -> Record:
    """Return the settings as they are when nobody has chosen; what only the clerk knows stays blank."""
    settings = Settings()
    return {column.heading: _shown(getattr(settings, column.field)) for column in SETTINGS.columns}


def _shown(value: Value) -> Value:
    match value:
        case bool():
            return "ja" if value else "nej"
        case "":
            return None
        case _:
            return value
