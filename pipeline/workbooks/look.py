"""How the goal workbook looks: calm headings, widths that suit the text, and pages that can be printed."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Final, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import CellKind, Column

AS_TEXT: Final = "@"
_AS_NUMBER: Final = "General"
_FORMATS: Final = {
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.WHOLE: "0",
    CellKind.NUMBER: _AS_NUMBER,
    CellKind.TARGET: _AS_NUMBER,
}

_WIDE: Final = frozenset({
    "title", "ambition_level", "meaning", "analysis", "cause", "motivation", "added_values",
    "measure", "proposal", "activity", "comment",
})  # fmt: skip
_MIDDLE: Final = frozenset({
    "name", "programme_area", "governing_documents", "strategies", "measurability", "source", "owner", "cost",
    "decided_at", "own_forecast", "assessed_by",
})  # fmt: skip
_WIDE_WIDTH: Final = 36.0
_MIDDLE_WIDTH: Final = 25.0
_NARROWEST: Final = 9.0
_MARGIN: Final = 3

_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0  # Excel shows no higher row
_ROUGHLY: Final = 1.1
_LETTERS_PER_WIDTH: Final = 1.2  # a width counts in digits; the letters of a text are narrower

_PLAIN: Final = Font(name="Calibri", size=11)
_BOLD: Final = Font(name="Calibri", size=11, bold=True, color="1F3A4D")
_SAMPLE: Final = Font(name="Calibri", size=11, italic=True, color="6B6B6B")
_LINK: Final = Font(name="Calibri", size=11, underline="single", color="1F4E79")
_TITLE: Final = Font(name="Calibri", size=16, bold=True, color="1F3A4D")
_CALM: Final = PatternFill("solid", start_color="DCE8EF")
_CALM_REQUIRED: Final = PatternFill("solid", start_color="B9D3E2")
SHARED_TEXT, SHARED_NUMBER, SHARED_LINK, SHARED_HEAD = (
    "Bilagans text",
    "Bilagans tal",
    "Bilagans länk",
    "Bilagans rubrik",
)
TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_HEADING: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
_LINE: Final = Side(style="thin", color="C5D2DA")
_FRAME: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def cell_at(page: Worksheet, row: int, column: int) -> Cell:
    """Return the cell; nothing is merged in the workbooks that we write."""
    return cast("Cell", page.cell(row, column))


def width(column: Column) -> float:
    """Return a width in characters that suits what the column holds."""
    if column.field in _WIDE:
        return _WIDE_WIDTH
    if column.field in _MIDDLE:
        return _MIDDLE_WIDTH
    longest_word = max(len(word) for word in (*column.heading.split(), *column.allowed, *column.sample.split()))
    half_heading = len(column.heading) // 2
    return max(float(max(longest_word, half_heading) + _MARGIN), _NARROWEST)


def height(texts: Iterable[tuple[object, float]]) -> float:
    """Return the row height at which every text can be read at its width."""
    lines = max((_lines(str(text), room) for text, room in texts), default=1)
    return min(lines * _LINE_HEIGHT + _MARGIN, _HIGHEST)


def rough_height(texts: Iterable[tuple[object, float]]) -> float:
    """Return the row height by the texts' length alone: for the thousands of rows where `height` takes too long."""
    lines = max(
        (sum(1 + int(len(line) / (room * _ROUGHLY)) for line in str(text).split("\n")) for text, room in texts),
        default=1,
    )
    return min(lines * _LINE_HEIGHT + _MARGIN, _HIGHEST)


def _lines(text: str, room: float) -> int:
    return sum(max(1, len(wrap(line, int(room * _LETTERS_PER_WIDTH)))) for line in text.splitlines() or [""])


def number_format(column: Column) -> str:
    """Return the cell format: text stays as it was typed, so that 1.10 stays 1.10 and a leading hyphen a hyphen."""
    return _FORMATS.get(column.kind, AS_TEXT)


def as_heading(cell: Cell, *, required: bool = False) -> None:
    """Dress a heading: bold on a calm fill, a shade deeper where the column must be filled in."""
    cell.font = _BOLD
    cell.fill = _CALM_REQUIRED if required else _CALM
    cell.alignment = _HEADING
    cell.border = _FRAME
    cell.number_format = AS_TEXT


def as_row_heading(cell: Cell, *, required: bool = False) -> None:
    """Dress a heading that stands to the left of what it names, level with its first line."""
    as_heading(cell, required=required)
    cell.alignment = TOP


def as_value(cell: Cell, cell_format: str) -> None:
    """Dress a cell that holds something, or stands in a row that does."""
    as_empty(cell, cell_format)
    cell.border = _FRAME


def as_empty(cell: Cell, cell_format: str) -> None:
    """Make a cell ready to be filled in, without a frame that would be printed."""
    cell.font = _PLAIN
    cell.alignment = TOP
    cell.number_format = cell_format


def as_sample(cell: Cell) -> None:
    """Dress a cell of the sample row: grey italics, as text."""
    cell.font = _SAMPLE
    cell.alignment = TOP
    cell.number_format = AS_TEXT


def shared_styles() -> Iterable[NamedStyle]:
    """Return how the many cells of an appendix are dressed, as styles that they share."""
    yield NamedStyle(SHARED_TEXT, font=_PLAIN, border=_FRAME, alignment=TOP, number_format=AS_TEXT)
    yield NamedStyle(SHARED_NUMBER, font=_PLAIN, border=_FRAME, alignment=TOP, number_format=_AS_NUMBER)
    yield NamedStyle(SHARED_LINK, font=_LINK, border=_FRAME, alignment=TOP, number_format=AS_TEXT)
    yield NamedStyle(SHARED_HEAD, font=_BOLD, fill=_CALM, border=_FRAME, alignment=_HEADING, number_format=AS_TEXT)


def as_title(cell: Cell) -> None:
    """Dress the line above a page of guidance."""
    cell.font = _TITLE


def as_line(cell: Cell) -> None:
    """Dress a line of guidance."""
    cell.font = _PLAIN
    cell.alignment = TOP


def as_guide(cell: Cell) -> None:
    """Dress a line of guidance that runs over the columns beside it."""
    cell.font = _PLAIN


def as_link(cell: Cell) -> None:
    """Dress a cell that leads to another."""
    cell.font = _LINK


def set_up_page(sheet: Worksheet, *, repeat_columns: str | None = None) -> None:
    """Print on A4 landscape, as wide as the page, with the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = repeat_columns
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.footer = 0.3
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P (&N)"))
