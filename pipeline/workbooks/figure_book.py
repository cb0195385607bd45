"""The figure appendix as a workbook that auditors can click, filter and print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model.figures import FigureAppendix, FigureRow, GoalRow, InputRow, Span
from pipeline.problems import Place, column_letters
from pipeline.workbooks import look
from pipeline.workbooks.package import workbook_bytes

INPUTS: Final = "underlag/inputs/"
_MOST_LINKS: Final = 60_000  # Excel takes 65 530 on a sheet, and calls a file with more damaged
_HEAD_HEIGHT: Final = 32.0
_LONGEST: Final = 32_000  # Excel has no longer text in a cell

Link = Place | Span | None
Value = str | int | float | None
Looks = Mapping[str, StyleArray]
"""The shared styles as cells hold them: to look a style up by its name for each cell takes a fifth of the time."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a cell shows, and where it leads."""

    value: Value = None
    link: Link = None


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    width: float


_ROW: Final = _Column("Rad", 6)
_FIGURES: Final = (
    _ROW,
    _Column("Dokument", 29),
    _Column("Mål", 5),
    _Column("Indikator", 10),
    _Column("Plats", 40),
    _Column("Som tryckt", 13),
    _Column("Värde", 15),
    _Column("Enhet", 10),
    _Column("Fil", 30),
    _Column("Blad", 13),
    _Column("Cell", 8),
    _Column("Regel", 38),
    _Column("Indata", 24),
)
_GOALS: Final = (
    _ROW,
    _Column("Mål", 6),
    _Column("Målets namn", 30),
    _Column("Fastställd (datum och §)", 22),
    _Column("Cell", 7),
    _Column("Indikator", 24),
    _Column("Målvärde eller ambitionsnivå", 34),
    _Column("Cell", 7),
    _Column("Utfall", 18),
    _Column("Prognos (80 % intervall)", 15),
    _Column("Status", 16),
    _Column("Källa", 20),
    _Column("Beslut", 38),
    _Column("Siffror", 18),
)
_INPUTS: Final = (
    _ROW,
    _Column("Indikator", 38),
    _Column("Uppgift", 24),
    _Column("Värde", 18),
    _Column("Enhet", 14),
    _Column("Fil", 34),
    _Column("Blad", 14),
    _Column("Cell", 8),
    _Column("Anmärkning", 34),
)


def figure_book(appendix: FigureAppendix) -> bytes:
    """Return the appendix as an .xlsx file: what it is, the figures, the goals with their decisions, the input."""
    book = Workbook()
    looks = _shared_looks(book)
    front = book.worksheets[0]
    front.title = "Om bilagan"
    _write_front(front, appendix)
    _write(book.create_sheet("Siffror"), _FIGURES, map(_figure, appendix.figures), looks, frozen="F2")
    _write(book.create_sheet("Mål och beslut"), _GOALS, map(_goal, appendix.goals), looks, frozen="D2")
    _write(book.create_sheet("Indata"), _INPUTS, map(_input, appendix.inputs), looks, frozen="B2")
    return workbook_bytes(book)


def _shared_looks(book: Workbook) -> Looks:
    styles = tuple(look.shared_styles())
    for style in styles:
        book.add_named_style(style)
    return {style.name: style.as_tuple() for style in styles}


def _write_front(page: Worksheet, appendix: FigureAppendix) -> None:
    _put(look.cell_at(page, 1, 1), appendix.title)
    look.as_title(look.cell_at(page, 1, 1))
    for row, line in enumerate(appendix.about, start=3):
        _put(look.cell_at(page, row, 1), line)
        look.as_line(look.cell_at(page, row, 1))
    page.column_dimensions["A"].width = 118
    page.sheet_view.showGridLines = False
    look.set_up_page(page)


def _write(
    page: Worksheet, columns: Sequence[_Column], rows: Iterable[Sequence[_Shown]], looks: Looks, frozen: str
) -> None:
    for index, column in enumerate(columns, start=1):
        heading = look.cell_at(page, 1, index)
        _put(heading, column.heading)
        heading.style = look.SHARED_HEAD
        page.column_dimensions[heading.column_letter].width = column.width
    links = 0
    for row, found in enumerate(rows, start=2):
        shown = (_Shown(row), *found)
        texts = ((one.value, column.width) for one, column in zip(shown, columns, strict=True) if one.value is not None)
        page.row_dimensions[row].height = look.rough_height(texts)
        cells = list[Cell]()
        for index, one in enumerate(shown, start=1):
            linked = one.link is not None and links < _MOST_LINKS
            cell = Cell(page, row=row, column=index, style_array=looks[_look(one, linked=linked)])
            _fill(cell, one, linked=linked)
            cells.append(cell)
            links += linked
        page.append(cells)
    page.freeze_panes = frozen
    page.row_dimensions[1].height = _HEAD_HEIGHT
    page.auto_filter.ref = page.dimensions
    look.set_up_page(page)


def _look(one: _Shown, *, linked: bool) -> str:
    number = isinstance(one.value, (int, float))
    return look.SHARED_LINK if linked else look.SHARED_NUMBER if number else look.SHARED_TEXT


def _fill(cell: Cell, one: _Shown, *, linked: bool) -> None:
    _put(cell, one.value)
    if linked and one.link is not None:
        target, location = _target(one.link)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target, location=location)


def _put(cell: Cell, value: Value) -> None:
    """Write the value; a text is never taken for a formula, and has nothing that Excel refuses."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST]
        cell.data_type = "s"
    else:
        cell.value = value


def _target(link: Place | Span) -> tuple[str | None, str | None]:
    """Return the file and the place in it that a link leads to; a row of our own has no file."""
    if isinstance(link, Span):
        return None, f"'{link.sheet}'!A{link.first}:A{link.last}"
    file = link.file if link.file.startswith("../") else f"{INPUTS}{link.file}"
    return quote(file), _location(link)


def _location(place: Place) -> str | None:
    if not place.sheet:
        return None
    sheet = place.sheet.replace("'", "''")
    letters = column_letters(place.column) or "A"
    return f"'{sheet}'!{letters}{place.row or 1}"


def _figure(one: FigureRow) -> tuple[_Shown, ...]:
    origin = one.origin
    return (
        _Shown(one.document.removesuffix(".docx")),
        _Shown(one.goal),
        _Shown(one.indicator or None),
        _Shown(one.place),
        _Shown(one.printed),
        _Shown(origin.value),
        _Shown(origin.unit or None),
        *_place(origin.cell),
        _Shown(origin.rule or None),
        _span(origin.inputs),
    )


def _goal(one: GoalRow) -> tuple[_Shown, ...]:
    return (
        _Shown(one.goal),
        _Shown(one.title),
        _Shown(one.decided),
        _Shown(one.goal_cell.cell or "–", one.goal_cell),
        _Shown(one.indicator or None),
        _Shown(one.target),
        _Shown(one.target_cell.cell or "–", one.target_cell),
        _Shown(one.outcome or None),
        _Shown(one.forecast or None),
        _Shown(one.status),
        _Shown(one.source or None),
        _Shown(one.decision or None),
        _span(one.figures),
    )


def _input(one: InputRow) -> tuple[_Shown, ...]:
    return (
        _Shown(one.indicator),
        _Shown(one.name),
        _Shown(one.value),
        _Shown(one.unit or None),
        *_place(one.cell),
        _Shown(one.note or None),
    )


def _place(place: Place | None) -> tuple[_Shown, _Shown, _Shown]:
    """Return file, sheet and cell; the last of them that there is leads there."""
    if place is None:
        return _Shown(), _Shown(), _Shown()
    file = place.file.removeprefix("../../")
    spot = place.cell or place.spot
    return _Shown(file, None if spot else place), _Shown(place.sheet or None), _Shown(spot or None, place)


def _span(span: Span | None) -> _Shown:
    return _Shown() if span is None else _Shown(str(span), span)
