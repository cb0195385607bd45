"""How a text file's bytes are read: only in a way that gives å, ä and ö that look right."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SWEDISH = frozenset("åäöÅÄÖéÉüÜ")
_ENOUGH = 0.6
_ASCII = 0x80
_DOUBLE = re.compile("Ã[¥¤¶…„–©\x85\x84\x96]")  # å, ä, ö, Å, Ä, Ö, é encoded twice
_SAVE = "spara den i Excel som CSV UTF-8 eller som .xlsx"
UNKNOWN = f"okänd teckenkodning: {_SAVE}"


class UnreadableTextError(Exception):
    """The bytes can't be read as text; the message says why and what to do."""


def text_of(content: bytes) -> str:
    """Return the text, or raise with what is wrong and what to do."""
    text = _decoded(content)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        message = f"filen är skadad: tecknet NUL finns på rad {line}: {_SAVE}"
        raise UnreadableTextError(message)
    if _DOUBLE.search(text) or "\N{REPLACEMENT CHARACTER}" in text:
        found = _DOUBLE.search(text)
        shown = f"”{found[0]}”" if found else "frågetecken"
        message = f"å, ä och ö är förstörda i filen ({shown} i stället): hämta den på nytt och {_SAVE}"
        raise UnreadableTextError(message)
    return text


def _decoded(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return strictly(content[len(bom) :], encoding)
    if (guess := _without_bom(content)) is not None:
        return strictly(content, guess)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _western(content)


def strictly(content: bytes, encoding: str) -> str:
    """Return the text, or raise when the bytes are none in the encoding."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTextError(UNKNOWN) from error


def _without_bom(content: bytes) -> str | None:
    """Return which UTF-16 it is when every other byte is mostly zero, as in Latin letters."""
    half = len(content) // 2
    if content[1::2].count(0) > _ENOUGH * half:
        return "utf-16-le"
    return "utf-16-be" if content[::2].count(0) > _ENOUGH * half else None


def _western(content: bytes) -> str:
    """Return the text as Windows-1252, if its letters beyond ASCII then are mostly Swedish ones."""
    text = strictly(content, "cp1252")
    high = [sign for sign in text if ord(sign) >= _ASCII and sign != "\N{NO-BREAK SPACE}"]
    if _DOUBLE.search(text):
        line = next(number for number, raw in enumerate(content.split(b"\n"), start=1) if not _is_utf8(raw))
        message = f"filen blandar två teckenkodningar (rad {line} har en annan än de andra): {_SAVE}"
        raise UnreadableTextError(message)
    if sum(sign in _SWEDISH for sign in high) < _ENOUGH * len(high):
        raise UnreadableTextError(UNKNOWN)
    return text


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
