"""A workbook as bytes: the same content gives the same bytes on any day."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

MAKER: Final = "malprognos"
FIXED_DAY: Final = dt.datetime(2019, 1, 1)  # noqa: DTZ001 - the file format keeps no time zone
_FIXED_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE: Final = 0o600 << 16
_MADE_ON_UNIX: Final = 3


def workbook_bytes(book: Workbook) -> bytes:
    """Return a workbook of our own as an .xlsx file without the clock's traces; its rows grow with their texts."""
    book.properties.creator = MAKER
    book.properties.created = FIXED_DAY
    book.properties.modified = FIXED_DAY
    return packed(book, _with_free_heights)


def packed(book: Workbook, change: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return the workbook as a file whose parts stand in the same order, every one dated alike."""
    raw, result = BytesIO(), BytesIO()
    ExcelWriter(book, ZipFile(raw, "w")).save()
    with ZipFile(raw) as parts, ZipFile(result, "w") as archive:
        for name in parts.namelist():
            archive.writestr(_part(name), change(parts.read(name)))
    return result.getvalue()


def _with_free_heights(part: bytes) -> bytes:
    """Let a row keep its height only until somebody writes more in it."""
    return part.replace(b' customHeight="1"', b"")


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, date_time=_FIXED_ZIP_DAY)
    part.compress_type = ZIP_DEFLATED
    part.create_system = _MADE_ON_UNIX
    part.external_attr = _ORDINARY_FILE
    return part
