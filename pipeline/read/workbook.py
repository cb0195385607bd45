"""An Excel workbook as small grids: openpyxl finds the sheets and styles, `sheetxml` reads the cells."""

import re
import struct
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  (zlib names its exception like a function)

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.exceptions import InvalidFileException

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems
from pipeline.read import guard
from pipeline.read.grid import Book, Table
from pipeline.read.guard import Inspected, Looks
from pipeline.read.sheetxml import Shared, SheetReader, Style

_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\s")
_EMPTY = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
# What openpyxl 3.1 raises on workbooks that are damaged in one way or another: it checks little by itself.
_DAMAGE = (
    BadZipFile, ZlibError, struct.error, InvalidFileException, EOFError, OSError, RuntimeError,
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, SyntaxError,
)  # fmt: skip


def open_workbook(file: InputFile, problems: Problems) -> Book | None:
    """Return the workbook's sheets as tables, or tell why it can't be read."""
    try:
        parts = guard.inspect(file.content)
        with warnings.catch_warnings(action="ignore"):  # of features that don't matter here, such as drop-down lists
            return _book(file.name, parts, problems)
    except guard.RefusedError as refused:
        problems.fault(Place(file.name), str(refused))
    except _DAMAGE:
        problems.fault(Place(file.name), guard.DAMAGED)
    return None


def _book(name: str, parts: Inspected, problems: Problems) -> Book:
    book: Any = load_workbook(
        _skeleton(parts), read_only=True, keep_links=False
    )  # its stubs don't know what read_only gives
    if len(_SHEET_TAG.findall(parts.others["xl/workbook.xml"])) != len(book.sheetnames):
        raise guard.RefusedError(guard.DAMAGED)  # openpyxl passes over a sheet whose part is gone
    shared = Shared(book.worksheets[0]._shared_strings, _styles(book), book.epoch)  # noqa: SLF001
    return Book(name, tuple(_table(sheet, name, parts.sheets, shared, problems) for sheet in book.worksheets))


def _skeleton(parts: Inspected) -> BytesIO:
    """Return the workbook with its sheets emptied, so that openpyxl reads all but their cells."""
    skeleton = BytesIO()
    with ZipFile(skeleton, "w") as archive:
        for name, part in parts.others.items():
            archive.writestr(name, part)
        for name in parts.sheets:
            archive.writestr(name, _EMPTY)
    return skeleton


def _styles(book: Any) -> tuple[Style, ...]:  # noqa: ANN401
    """Return what each style index of the workbook means for a number."""
    dates, durations = book._date_formats, book._timedelta_formats  # noqa: SLF001  (openpyxl's one list of them)
    formats = (_number_format(style.numFmtId, book._number_formats) for style in book._cell_styles)  # noqa: SLF001
    return tuple(Style(text, index in dates, index in durations) for index, text in enumerate(formats))


def _number_format(index: int, own: Sequence[str]) -> str:
    if index < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(index, "General")
    return own[index - BUILTIN_FORMATS_MAX_SIZE]


def _table(sheet: Any, name: str, looks: Mapping[str, Looks], shared: Shared, problems: Problems) -> Table:  # noqa: ANN401
    place = Place(name, unicodedata.normalize("NFC", sheet.title))
    seen = looks[sheet._worksheet_path.removeprefix("/")]  # noqa: SLF001  (the only link to the sheet's raw part)
    rows = sorted(SheetReader(place, shared, problems).rows(seen.part), key=lambda row: row.place)
    return Table(place, tuple(rows), replace(seen.layout, hidden=sheet.sheet_state != "visible"))
