"""Workbooks that openpyxl can't read, .xls, .xlsb and .ods, as the same small grids, through calamine.

Only values are read from them. calamine shows neither error cells nor number formats, so the tables are `blind`.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems, column_letters
from pipeline.read import guard
from pipeline.read.binary import check_sheet
from pipeline.read.grid import Book, Cell, Layout, Row, Span, Table, Value
from pipeline.read.texts import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP = b"PK"
_PANIC = "pyo3_runtime"
MOST_BYTES = 16 * 2**20
_REPEATED = re.compile(
    rb'<table:table-(?:row|cell)\b[^<>]*number-(?:rows|columns)-repeated="(\d{4,})"[^<>]*(?:office:value|>\s*<table:table-cell[^<>]*office:value)'
)
_BINARY_SHEET = re.compile(r"xl/worksheets/[^/]+\.bin")
_LOCKED = "filen är lösenordsskyddad: öppna den i Excel och spara den utan lösenord som Excel-arbetsbok (.xlsx)"
# A workbook's stream begins with BOF, at the start of a sector; FILEPASS says that what follows is encrypted, and
# only WRITEPROT may stand between them: Microsoft's [MS-XLS] 2.4.21, 2.4.117 and 2.4.351.
_FILE_PASS = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06].{6}(?:.{8})?(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class _Panics:
    """Refuses the file when calamine panics: what it then raises has a class that nothing can name in an ``except``."""

    content: bytes

    def __enter__(self) -> None:
        """Begin to read the file."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Raise what the file is refused with, for a panic only."""
        if kind is not None and kind.__module__ == _PANIC:
            raise guard.RefusedError(_damaged(self.content)) from error


def open_foreign(file: InputFile, problems: Problems) -> Book | None:
    """Return the workbook's sheets as tables, or tell why it can't be read."""
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415  (most runs need none of it)

    try:
        _check(file.content)
        with _Panics(file.content), load_workbook(BytesIO(file.content)) as book:
            return Book(file.name, tuple(_tables(book, file.name, problems)))
    except guard.RefusedError as refused:
        problems.fault(Place(file.name), str(refused))
    except (CalamineError, BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        problems.fault(Place(file.name), _damaged(file.content))
    return None


def _damaged(content: bytes) -> str:
    return _LOCKED if not content.startswith(_ZIP) and _is_locked(content) else guard.DAMAGED


def _is_locked(content: bytes) -> bool:
    """Say whether an .xls asks for a password, which calamine tells as any other damage."""
    return any(_FILE_PASS.match(content, start) for start in range(0, len(content), _SECTOR))


def _check(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        text = f"filen är större än {MOST_BYTES // 2**20} MB: spara tabellen i en egen Excel-arbetsbok (.xlsx)"
        raise guard.RefusedError(text)
    if not content.startswith(_ZIP):
        return
    with ZipFile(BytesIO(content)) as archive:
        parts = guard.inflate(archive)
    for name, part in parts.items():
        if _BINARY_SHEET.fullmatch(name):
            check_sheet(part)
    repeated = _REPEATED.search(parts.get("content.xml", b""))
    if repeated:
        guard.refuse_cells(int(repeated[1]))


def _tables(book: "CalamineWorkbook", name: str, problems: Problems) -> Iterator[Table]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    for about in book.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(about.name)
            place = Place(name, unicodedata.normalize("NFC", about.name))
            hidden = about.visible is not SheetVisibleEnum.Visible
            layout = Layout(tuple(map(_span, sheet.merged_cell_ranges or ())), hidden=hidden)
            yield Table(place, tuple(_rows(sheet, place, problems)), layout, blind=True)


def _rows(sheet: "CalamineSheet", place: Place, problems: Problems) -> Iterator[Row]:
    """Go through the rows that hold something."""
    if sheet.start is None or sheet.end is None:
        return
    (top, left), (bottom, right) = sheet.start, sheet.end
    cells = (bottom - top + 1) * (right - left + 1)
    if cells > guard.MOST_CELLS:
        guard.refuse_cells(cells)
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), start=top + 1):
        row = Place(place.file, place.sheet, number)
        found = dict(_cells(values, row, left + 1, problems))
        if found:
            yield Row(row, found)


def _cells(values: Sequence[Value], row: Place, first: int, problems: Problems) -> Iterator[tuple[int, Cell]]:
    for column, value in enumerate(values, start=first):
        place = Place(row.file, row.sheet, row.row, column)
        tidy = clean(value, place, problems) if isinstance(value, str) else _plain(value)
        if tidy != "":
            yield column, Cell(place, tidy)


def _plain(value: Value) -> Value:
    """Return a whole number as one: these formats keep 2018 as 2018.0."""
    if isinstance(value, float) and value.is_integer() and not isinstance(value, bool):
        return int(value)
    return value


def _span(found: tuple[tuple[int, int], tuple[int, int]]) -> Span:
    (top, left), (bottom, right) = ((row + 1, column + 1) for row, column in found)
    return Span(f"{column_letters(left)}{top}:{column_letters(right)}{bottom}", top, bottom, left, right)
