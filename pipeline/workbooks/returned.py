"""A clerk's own workbook, given back with what is wrong at the cells concerned and in a list on the first sheet."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.problems import Place, Problem, Severity
from pipeline.sheets import REVIEW_SHEET
from pipeline.workbooks import look
from pipeline.workbooks.goal_sheets import put
from pipeline.workbooks.package import packed

MOST_BYTES: Final = 20 * 2**20
_NOT_UNDERSTOOD: Final = (KeyError, ValueError, TypeError, AttributeError, IndexError, BadZipFile, ParseError)
"""What openpyxl raises at parts that Excel and our own reader can bear."""
_AUTHOR: Final = "Granskning"
_FILLS: Final = {
    Severity.FAULT: PatternFill("solid", start_color="FFC7CE"),
    Severity.REMARK: PatternFill("solid", start_color="FFEB9C"),
}
_HEADINGS: Final = {"Slag": 13.0, "Blad": 18.0, "Cell": 9.0, "Vad som står där och vad du gör": 100.0}
_FIRST_ROW: Final = 5
_LETTERS_A_LINE, _LINE, _WIDE, _LOWEST = 45, 18, 320, 70
_LOST: Final = {
    "bilder, diagram och figurer": ("xl/drawings/drawing", b""),
    "trådade kommentarer": ("xl/threadedComments/", b""),
    "utsnitt": ("xl/slicers/", b""),
    "formulärkontroller": ("xl/ctrlProps/", b""),
    "villkorsformat och listor av nyare slag": ("xl/worksheets/", b"<extLst"),
}
"""What openpyxl does not write again: parts by the beginning of their names, and what stands in them."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The workbook's bytes, and in Swedish what the copy has lost of the original: ``("utsnitt",)``."""

    content: bytes
    lost: tuple[str, ...]


def returned_workbook(name: str, content: bytes, problems: Iterable[Problem]) -> Returned | None:
    """Return the .xlsx or .xlsm workbook with comments and fills at the cells, and a first sheet that lists all.

    None where the workbook is too large, or made in a way that openpyxl does not understand.

    `problems` are those of this file, in the order in which they are to be listed. Formulas, formats and
    the other sheets are kept; the original is not touched.
    """
    try:
        if _size(content) > MOST_BYTES:
            return None
        return _returned(name, content, tuple(problems))
    except _NOT_UNDERSTOOD:
        return None


def _size(content: bytes) -> int:
    with ZipFile(io.BytesIO(content)) as archive:
        return sum(part.file_size for part in archive.infolist())


def _returned(name: str, content: bytes, found: tuple[Problem, ...]) -> Returned:
    book = load_workbook(io.BytesIO(content), rich_text=True, keep_vba=name.casefold().endswith(".xlsm"))
    for place, at_place in _by_cell(book, found).items():
        _mark(book[place.sheet], place, at_place)
    lost = tuple(_lost(content))
    _list(book, name, found, lost)
    if book.calculation is not None:
        book.calculation.fullCalcOnLoad = True
    return Returned(packed(book), lost)


def _by_cell(book: Workbook, problems: Iterable[Problem]) -> Mapping[Place, list[Problem]]:
    found: dict[Place, list[Problem]] = {}
    for one in problems:
        if one.place.sheet in book.sheetnames and (one.place.row or one.place.column):
            place = Place(one.place.file, one.place.sheet, one.place.row or 1, one.place.column or 1)
            found.setdefault(place, []).append(one)
    return found


def _mark(page: Worksheet, place: Place, problems: list[Problem]) -> None:
    cell = _writable(page, place)
    cell.fill = _FILLS[min((one.severity for one in problems), key=list(Severity).index)]
    text = "\n".join(_said(one) for one in problems)
    if cell.comment is not None:
        text = f"{cell.comment.text}\n\n{text}"
    cell.comment = Comment(text, _AUTHOR, width=_WIDE, height=_height(text))


def _writable(page: Worksheet, place: Place) -> Cell:
    """Return the cell, or the first of those it is merged with."""
    for span in page.merged_cells.ranges:
        if span.min_row <= place.row <= span.max_row and span.min_col <= place.column <= span.max_col:
            return look.cell_at(page, span.min_row, span.min_col)
    return look.cell_at(page, place.row, place.column)


def _said(one: Problem) -> str:
    return f"{one.severity.value.capitalize()}: {one.text}"


def _height(text: str) -> int:
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.splitlines())
    return max(_LOWEST, lines * _LINE)


def _lost(content: bytes) -> Iterator[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for what, (start, inside) in _LOST.items():
            if any(name.startswith(start) and inside in archive.read(name) for name in names):
                yield what


def _list(book: Workbook, name: str, problems: tuple[Problem, ...], lost: tuple[str, ...]) -> None:
    """Put in the first sheet, in the place of one from an earlier review."""
    if REVIEW_SHEET in book.sheetnames:
        del book[REVIEW_SHEET]
    page = book.create_sheet(REVIEW_SHEET, 0)
    book.active = page
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for row, line in enumerate(_lead_in(name, lost), start=1):
        put(look.cell_at(page, row, 1), line)
        (look.as_title if row == 1 else look.as_guide)(look.cell_at(page, row, 1))
    for column, (heading, width) in enumerate(_HEADINGS.items(), start=1):
        put(look.cell_at(page, _FIRST_ROW - 1, column), heading)
        look.as_heading(look.cell_at(page, _FIRST_ROW - 1, column))
        page.column_dimensions[get_column_letter(column)].width = width
    for row, one in enumerate(problems, start=_FIRST_ROW):
        _write(page, row, one, links=one.place.sheet in book.sheetnames)
    page.freeze_panes = f"A{_FIRST_ROW}"
    look.set_up_page(page)
    page.print_title_rows = f"{_FIRST_ROW - 1}:{_FIRST_ROW - 1}"


def _lead_in(name: str, lost: tuple[str, ...]) -> tuple[str, str, str]:
    kept = f" Det här finns bara kvar i originalet: {', '.join(lost)}." if lost else ""
    mend = "Rätta cellerna nedan (klicka på cellen för att komma dit) och spara."
    return (
        f"Granskning av {name}",
        f"{mend} Lägg sedan filen i input/ i stället för originalet.",
        f"Fel måste rättas innan dokumenten kan göras. Anmärkningar hindrar inget.{kept}",
    )


def _write(page: Worksheet, row: int, one: Problem, *, links: bool) -> None:
    spot = _spot(one.place)
    values = (one.severity.value, one.place.sheet, spot, one.text)
    for column, (value, width) in enumerate(zip(values, _HEADINGS.values(), strict=True), start=1):
        cell = look.cell_at(page, row, column)
        put(cell, value)
        look.as_value(cell, look.AS_TEXT)
        page.column_dimensions[get_column_letter(column)].width = width
    page.row_dimensions[row].height = look.height([(one.text, _HEADINGS["Vad som står där och vad du gör"])])
    look.cell_at(page, row, 1).fill = _FILLS[one.severity]
    if links and spot:
        cell = look.cell_at(page, row, 3)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(one.place.sheet)}!{spot}")
        look.as_link(cell)


def _spot(place: Place) -> str:
    if not place.row and not place.column:
        return ""
    return f"{get_column_letter(place.column or 1)}{place.row or 1}"
