"""Dates as clerks write them, and dates that don't exist."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH = (
    r"(jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_LEAP = 2000

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ t]\d{2}[:.]\d{2}(?:[:.]\d{2})?)?")
_WORDS = re.compile(rf"(?:den )?(\d{{1,2}})(?::?e)? ?{MONTH}\.?,? (\d{{4}})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})[ /-](\d{4})")
_DAY_AND_MONTH = re.compile(rf"(?<![\d,.:-])(\d{{1,2}})(?::?e)? {MONTH}\b(?: (\d{{4}}))?", re.IGNORECASE)
_ISO_INSIDE = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONGEST = 39
_YEARS = range(1900, 2100)


def month_number(name: str) -> int:
    """Return 1 for ``jan`` and ``Januari``."""
    return _NUMBERS[name.casefold()[:3]]


def parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as they are written, whether or not the day exists."""
    text = " ".join(text.split()).casefold()
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _WORDS.fullmatch(text):
        return int(match[3]), month_number(match[2]), int(match[1])
    if match := _SLASHED.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    return None


def ambiguous(text: str) -> bool:
    """Say whether a date such as 3/4 2019 could be read in two ways."""
    match = _SLASHED.fullmatch(" ".join(text.split()))
    return match is not None and match[1] != match[2] and int(match[1]) <= len(MONTHS)


def exists(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has such a day."""
    return 1 <= year <= dt.MAXYEAR and 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]


def nearest(year: int, month: int, day: int) -> str:
    """Return the month's last day, for a date beyond it: ``30 april``."""
    if not 1 <= month <= len(MONTHS) or day <= monthrange(year, month)[1]:
        return ""
    return f"{monthrange(year, month)[1]} {MONTHS[month - 1]}"


def impossible(text: str) -> Iterator[tuple[str, str]]:
    """Go through the days in a text that don't exist, each with the day that may be meant."""
    for match in _DAY_AND_MONTH.finditer(text):
        year, month, day = int(match[3] or _LEAP), month_number(match[2]), int(match[1])
        if day <= _LONGEST and not exists(year, month, day) and day:
            yield f"{match[1]} {match[2]}", nearest(year, month, day)
    for match in _ISO_INSIDE.finditer(text):
        year, month, day = map(int, match.groups())
        plausible = month <= len(MONTHS) or year in _YEARS  # a case number may look like a day of the 13th month
        if year and month and day and plausible and not exists(year, month, day):
            yield match[0], nearest(year, min(month, len(MONTHS)), day)
