"""The numbers in a text: where each stands, and how it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.wording import MINUS, MONTHS, NBSP

_MONTHS = "|".join(MONTHS)
_DAY = rf"\d{{1,2}}[ {NBSP}](?:{_MONTHS})(?:[ {NBSP}]\d{{4}})?"
_NUMBER = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|{_DAY}|{MINUS}?\d{{1,3}}(?:{NBSP}\d{{3}})+(?:,\d+)?|{MINUS}?\d+(?:[.,:/]\d+)*"
)
_COUNTS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_WORD = re.compile(rf"\b(?:{'|'.join((*_COUNTS, 'en'))})\b", re.IGNORECASE)
_PERCENT = f"{NBSP}%"


@dataclass(frozen=True, slots=True)
class Token:
    """A number in a text; `printed` has the percent sign that belongs to it, `count` the value of one in words."""

    start: int
    end: int
    text: str
    printed: str
    count: int | None = None


def tokens(text: str) -> Iterator[Token]:
    """Go through the numbers written in digits, a date as one."""
    for found in _NUMBER.finditer(text):
        sign = _PERCENT if text.startswith(_PERCENT, found.end()) else ""
        yield Token(found.start(), found.end(), found[0], found[0] + sign)


def count_words(text: str) -> Iterator[Token]:
    """Go through the numbers written in words, up to twelve."""
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        yield Token(found.start(), found.end(), found[0], found[0], 1 if word == "en" else _COUNTS.index(word))
