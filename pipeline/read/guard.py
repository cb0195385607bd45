"""Looks at a workbook's raw parts before anything is built from them: bombs, far-away cells, what the looks say."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import NoReturn
from zipfile import BadZipFile, ZipFile

from pipeline.problems import column_letters
from pipeline.read.grid import Layout, Span

MOST_BYTES = 64 * 2**20
MOST_PARTS = 2000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 400_000
_LETTERS = 26
_DIGITS, _CAPITALS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CHUNK = 2**20
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

_IS_SHEET = re.compile(rb"<(?:\w+:)?worksheet\b")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*(?<!/)>(?!</)")  # never beyond the next tag, or the time would be quadratic
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>")
_PLACE = re.compile(rb'\sr=["\']([^"\']*)["\']')
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^<>]*>")
_MIN_MAX = re.compile(rb'\s(min|max)="(\d{1,7})"')
_SHEET = re.compile(r"/?xl/\w+/[^/]+\.xml")  # Excel's name for the folder is worksheets, others have their own
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
DAMAGED = "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"


class RefusedError(Exception):
    """The workbook isn't opened; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A sheet's raw part, and what it says of the sheet's looks."""

    part: bytes
    layout: Layout


@dataclass(frozen=True, slots=True)
class Inspected:
    """A workbook's parts by their names: the sheets, and all others."""

    sheets: Mapping[str, Looks]
    others: Mapping[str, bytes]


def inspect(content: bytes) -> Inspected:
    """Inflate the parts one by one, within limits, and look at each."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _inspect(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise RefusedError(DAMAGED) from error


def _inspect(archive: ZipFile) -> Inspected:
    sheets: dict[str, Looks] = {}
    others: dict[str, bytes] = {}
    for name, part in inflate(archive).items():
        if _SHEET.fullmatch(name) and _IS_SHEET.search(part):
            _check_cells(part)
            sheets[name.removeprefix("/")] = Looks(part, _layout(part))
        else:
            others[name] = part
    return Inspected(sheets, others)


def inflate(archive: ZipFile) -> dict[str, bytes]:
    """Return an archive's parts by their names, inflated one by one within limits; raise on what no Excel writes."""
    names = archive.namelist()
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        raise RefusedError(DAMAGED)
    parts: dict[str, bytes] = {}
    left = MOST_BYTES
    for name in names:
        part = _inflated(archive, name, left)
        left -= len(part)
        _check_part(name, part)
        parts[name] = _transitional(name, part)
    return parts


def _inflated(archive: ZipFile, name: str, most: int) -> bytes:
    """Return a part's bytes, counted while they are inflated: what the archive says of sizes isn't trusted."""
    chunks: list[bytes] = []
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            most -= len(chunk)
            if most < 0:
                text = f"filen packas upp till mer än {MOST_BYTES // 2**20} MB: kopiera tabellen till en ny arbetsbok"
                raise RefusedError(text)
            chunks.append(chunk)
    return b"".join(chunks)


def _transitional(name: str, part: bytes) -> bytes:
    """Return a part of a Strict workbook as the same part of a usual one: only the names of its namespaces differ."""
    if not name.endswith((".xml", ".rels")) or b"http://purl.oclc.org/ooxml/" not in part:
        return part
    for strict, usual in _STRICT:
        part = part.replace(strict, usual)
    return part


def _check_part(name: str, part: bytes) -> None:
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError(DAMAGED)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        text = "filen innehåller DOCTYPE, som Excel aldrig skriver: öppna den i Excel och spara den på nytt"
        raise RefusedError(text)


def _check_cells(part: bytes) -> None:
    rows = sum(1 for _ in _ROW.finditer(part))
    if rows > 2 * MOST_ROWS:
        _too_many(f"{rows} rader")
    found = (_PLACE.search(cell[0]) for cell in _CELL.finditer(part))
    references = [reference[1] for reference in found if reference]
    one_for_each = {reference.rstrip(_DIGITS): reference for reference in references}
    one_for_each |= {reference.lstrip(_CAPITALS): reference for reference in references}
    for reference in one_for_each.values():  # every column and every row, once
        _check_reference(reference.decode("latin-1"))
    if len(references) > MOST_CELLS:
        refuse_cells(len(references))


def _check_reference(reference: str) -> None:
    match = _REFERENCE.fullmatch(reference)
    row, column = (int(match[2]), column_number(match[1])) if match else (0, 0)
    if not 1 <= row <= _LAST_ROW or not 1 <= column <= _LAST_COLUMN:
        raise RefusedError(DAMAGED)
    if row > MOST_ROWS or column > MOST_COLUMNS:
        refuse_far(reference)


def refuse_far(reference: str) -> NoReturn:
    """Refuse a sheet with a cell far away from any table."""
    text = f"cell {reference} ligger långt utanför tabellen: töm den, eller dela upp filen"
    raise RefusedError(text)


def refuse_cells(cells: int) -> NoReturn:
    """Refuse a sheet with too many cells."""
    _too_many(f"{cells} celler")


def _too_many(what: str) -> NoReturn:
    text = f"bladet har {what}, fler än vad som läses: dela upp filen eller ta bort det som inte behövs"
    raise RefusedError(text)


def column_number(letters: str) -> int:
    """Return the number of Excel's column, ``A -> 1``; the inverse of `column_letters`."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _layout(part: bytes) -> Layout:
    return Layout(tuple(map(_span, _MERGED.finditer(part))), _hidden_rows(part), _hidden_columns(part))


def _span(match: re.Match[bytes]) -> Span:
    first, top, last, bottom = (group.decode("ascii") for group in match.groups())
    left, right = column_number(first), column_number(last)
    name = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
    return Span(name, int(top), int(bottom), left, right)


def _hidden_rows(part: bytes) -> frozenset[int]:
    tags = (match[0] for match in _ROW.finditer(part))
    numbers = (_NUMBER.search(tag) for tag in tags if _HIDDEN.search(tag))
    return frozenset(int(number[1]) for number in numbers if number)


def _hidden_columns(part: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for match in _COLUMN.finditer(part):
        bounds = {key: int(value) for key, value in _MIN_MAX.findall(match[0])}
        if _HIDDEN.search(match[0]) and {b"min", b"max"} <= bounds.keys():
            hidden.update(range(bounds[b"min"], min(bounds[b"max"], MOST_COLUMNS) + 1))
    return frozenset(hidden)
