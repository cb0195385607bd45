"""Hygiene of texts: what no reader can see is taken out, and the rest is left as the clerk wrote it."""

import re
import unicodedata
from functools import lru_cache

from pipeline.problems import Place, Problems

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_PERSON = re.compile(r"(?<![\d-])(\d{2})?(\d{2})(\d{2})(\d{2})([-+\u2011–]?)(\d{4})(?![\d-])")
_MONTHS = 12
_DAYS = 31
_COORDINATION = 60  # added to the day in a coordination number


def decoded(text: str) -> str:
    r"""Turn a workbook's escapes, such as ``_x0008_``, into the characters that they stand for."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def clean(raw: str, place: Place, problems: Problems) -> str:
    """Return the text as a reader sees it, with a remark on what was taken out or shouldn't be there."""
    text, took_out, person = _looked_at(raw)
    if took_out:
        problems.remark(place, "osynliga tecken är borttagna ur texten")
    if person:
        problems.remark(
            place, "texten innehåller något som ser ut som ett personnummer: ta bort det om det inte ska publiceras"
        )
    return text


@lru_cache(maxsize=8192)
def _looked_at(raw: str) -> tuple[str, bool, bool]:
    """Return the text as a reader sees it, and whether anything was taken out or looks like an identity number."""
    text = _LINE_ENDS.sub("\n", raw)
    visible = _INVISIBLE.sub("", text)
    tidied = unicodedata.normalize("NFC", visible).strip()
    return tidied, visible != text, holds_person(tidied)


def holds_person(text: str) -> bool:
    """Say whether something in the text looks like a Swedish personal identity number."""
    return any(map(_is_person, _PERSON.finditer(text)))


def masked(text: str) -> str:
    """Return the text without what looks like a personal identity number."""
    return _PERSON.sub(lambda match: "●●●●●●-●●●●" if _is_person(match) else match[0], text)


def _is_person(match: re.Match[str]) -> bool:
    century, year, month, day, dash, last = match.groups()
    if not (dash or century) or century not in {None, "18", "19", "20"}:
        return False
    plausible = 1 <= int(month) <= _MONTHS and 1 <= int(day) % _COORDINATION <= _DAYS
    return plausible and (bool(dash) or _luhn(year + month + day + last))


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return what is left of a heading or name when case, blanks, hyphens and a trailing year don't count."""
    text = unicodedata.normalize("NFC", text).casefold().strip()
    text = re.sub(r"(?<=\D)(?:19|20)\d\d$", "", text)
    return "".join(sign for sign in text if sign.isalnum())
