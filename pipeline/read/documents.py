"""Files without cells, px and JSON, as documents: within limits, and strictly what their formats allow."""

import codecs
import json
import re
import unicodedata
from math import isfinite
from typing import Any, NoReturn

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems
from pipeline.read.encodings import UnreadableTextError, strictly, text_of
from pipeline.read.grid import Book, Document
from pipeline.read.guard import RefusedError

MOST_BYTES = 16 * 2**20
DEEPEST = 32
_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[^"\[\]{}]+', re.DOTALL)
_CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([\w -]{1,20})"')
_AGAIN = "hämta den på nytt"


def open_json(file: InputFile, problems: Problems) -> Book | None:
    """Return what a JSON file holds, or tell why it can't be read."""
    place = Place(file.name)
    try:
        _check_size(file.content)
        return Book(file.name, (), (Document(place, _parsed(_composed(text_of(file.content)))),))
    except (RefusedError, UnreadableTextError) as error:
        problems.fault(place, str(error))
        return None


def open_px(file: InputFile, problems: Problems) -> Book | None:
    """Return a px file's text, or tell why it can't be read."""
    place = Place(file.name)
    try:
        _check_size(file.content)
        return Book(file.name, (), (Document(place, _composed(_px_text(file.content))),))
    except (RefusedError, UnreadableTextError) as error:
        problems.fault(place, str(error))
        return None


def _check_size(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        text = f"filen är större än {MOST_BYTES // 2**20} MB: hämta den på nytt med bara den egna kommunen"
        raise RefusedError(text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _parsed(text: str) -> object:
    _check_depth(text)
    try:
        return json.loads(text, parse_constant=_refuse_number, parse_float=_finite, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        message = f"JSON-filen är skadad på rad {error.lineno}: {_AGAIN}"
        raise RefusedError(message) from error
    except ValueError as error:  # a whole number of thousands of digits
        _refuse_number("ett tal med tusentals siffror", error)


def _check_depth(text: str) -> None:
    depth = 0
    for bracket in _OUTSIDE_STRINGS.sub("", text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            message = f"JSON-filen har fler än {DEEPEST} nivåer: {_AGAIN}"
            raise RefusedError(message)


def _finite(figure: str) -> float:
    number = float(figure)
    return number if isfinite(number) else _refuse_number(figure)


def _refuse_number(figure: str, cause: Exception | None = None) -> NoReturn:
    message = f"JSON-filen innehåller {figure}, som inget mätvärde kan vara: {_AGAIN}"
    raise RefusedError(message) from cause


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = f"JSON-filen har samma namn två gånger i ett objekt: {_AGAIN}"
        raise RefusedError(message)
    return found


def _px_text(content: bytes) -> str:
    """Return the text in the code page that the file names, where it isn't UTF-8 after all."""
    named = _CODEPAGE.search(content)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if named and (encoding := _known(named[1].decode("ascii"))):
            return text_of(strictly(content, encoding).encode())
    return text_of(content)


def _known(codepage: str) -> str:
    """Return Python's name of an 8-bit code page; ``""`` when it has none."""
    try:
        name = codecs.lookup(codepage).name
    except LookupError:
        return ""
    return name if name.startswith(("cp", "iso8859", "latin")) else ""
