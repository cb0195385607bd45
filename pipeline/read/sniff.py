"""What a file is, by its content: its name only decides when the content says nothing."""

import re
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

SPREADSHEETS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".tab", ".px", ".json"}
)
_TEXTS = SPREADSHEETS - {".ods", ".xlsb", ".px", ".json"}
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_XLSX = "öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)"
_START = 4096
_BIFF = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
)  # BOF of Excel 2, 3 and 4, which have no container
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ARCHIVE = "filen är ett zip-arkiv utan kalkylblad, ingen Excelfil: spara den som .xlsx i Excel"


class FileKind(Enum):
    """What is done with a file."""

    WORKBOOK = "arbetsbok"
    FOREIGN = "arbetsbok i ett annat format"
    TEXT = "textfil"
    WORD = "Word-dokument"
    PX = "px-fil"
    JSON = "JSON-fil"
    PASSED = "läses inte"
    REFUSED = "går inte att läsa"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file turned out to be; `text` says why it isn't read."""

    kind: FileKind
    text: str = ""


_WORKBOOK, _FOREIGN, _TEXT = Sniffed(FileKind.WORKBOOK), Sniffed(FileKind.FOREIGN), Sniffed(FileKind.TEXT)
_PX, _JSON = Sniffed(FileKind.PX), Sniffed(FileKind.JSON)
_IS_PX = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|TITLE|STUB)(?:\[\w+\])?\s*="
)
_JSON_MARKS = (b'"kpi"', b'"dimension"')
_DAMAGED = (
    "filen är skadad eller inget kalkylblad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"
)
_PASSED = Sniffed(FileKind.PASSED, "inget kalkylblad, läses inte")


def sniff(name: str, content: bytes) -> Sniffed:
    """Say what the file is, and what to do when it can't be read."""
    ending = PurePosixPath(name).suffix.casefold()
    named = ending in SPREADSHEETS
    if not content.strip():
        return _refused("filen är tom: lägg dit en hel kopia eller ta bort den", named=named)
    for magic, look in _MAGIC:
        if content.startswith(magic):
            found = look(content, named)
            word = found is _PASSED and ending == ".docx" and content.startswith(b"PK")
            return Sniffed(FileKind.WORD) if word else found
    if content.lstrip()[:_START].lower().startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        return _refused(f"filen är en webbsida, ingen Excelfil: {_AS_XLSX}", named=named)
    return _document(content, ending) or _text(content, ending, named=named)


def _document(content: bytes, ending: str) -> Sniffed | None:
    """Return the kind of a file without cells; other JSON than tables is only one by its name."""
    if _IS_PX.match(content) or (ending == ".px" and _is_text(content)):
        return _PX
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")) and (ending == ".json" or any(mark in content for mark in _JSON_MARKS)):
        return _JSON
    return _JSON if ending == ".json" and _is_text(content) else None


def _refused(text: str, *, named: bool) -> Sniffed:
    return Sniffed(FileKind.REFUSED, text) if named else _PASSED


def _text(content: bytes, ending: str, *, named: bool) -> Sniffed:
    if ending in _TEXTS and _is_text(content):
        return _TEXT
    if ending == ".txt" and b"\t" in content:
        return _TEXT
    return _refused(_DAMAGED, named=named)


def _is_text(content: bytes) -> bool:
    """Say whether the bytes look like text: few control characters beside UTF-16's zeros and the odd NUL."""
    start = content[:_START]
    odd = sum(byte < ord(" ") and byte not in b"\t\n\r\f\v\0" for byte in start)
    return odd * 100 <= len(start)


def _zip(content: bytes, named: bool) -> Sniffed:  # noqa: FBT001  (the signature that _MAGIC's functions share)
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = {member.replace("\\", "/").removeprefix("/") for member in archive.namelist()}
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return _refused("filen är skadad (den är inte hel): lägg dit en hel kopia", named=named)
    if "xl/workbook.xml" in names:
        return _WORKBOOK
    if "xl/workbook.bin" in names or content[30:].startswith(_ODS):
        return _FOREIGN
    return _refused(_ARCHIVE, named=named)


def _compound(content: bytes, named: bool) -> Sniffed:  # noqa: FBT001
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _refused("filen är lösenordsskyddad: spara den utan lösenord", named=named)
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return _FOREIGN
    return _refused(_DAMAGED, named=named)


def _pdf(_: bytes, named: bool) -> Sniffed:  # noqa: FBT001
    return _refused("filen är en PDF, ingen Excelfil: lägg dit kalkylbladet som .xlsx", named=named)


def _ancient(_: bytes, named: bool) -> Sniffed:  # noqa: FBT001
    return _refused(f"filen är sparad av ett Excel från före 1993: {_AS_XLSX}", named=named)


_MAGIC = ((b"PK", _zip), (_CFB, _compound), (b"%PDF", _pdf), *((start, _ancient) for start in _BIFF))
