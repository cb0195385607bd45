"""Periods as agencies and clerks write them."""

import datetime as dt
import re

from pipeline.model.periods import MONTHS, Period
from pipeline.read.dates import MONTH, exists, month_number, parts
from pipeline.read.figures import DASHES

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOST_DIGITS = 2  # of a part's number
_YEAR = r"(?P<year>\d{4})"
_NAMED = MONTH.replace("(", "(?P<name>", 1)
_PATTERNS = tuple(
    (per_year, re.compile(pattern))
    for per_year, patterns in (
        (12, (rf"{_YEAR}(?P<part>\d\d)", rf"{_YEAR} ?(?:[-/]|m) ?(?P<part>\d\d?)")),
        (12, (rf"{_NAMED}\.?,?[ -]{_YEAR}", rf"{_YEAR}[ -]{_NAMED}\.?", rf"{_NAMED}-(?P<short>\d\d)")),
        (
            4,
            (
                rf"{_YEAR}[ -]?(?:kvartal|kv|k|q)\.? ?(?P<part>\d)",
                rf"(?:kvartal|kv|k|q)\.? ?(?P<part>\d),?[ -]?{_YEAR}",
            ),
        ),
        (3, (rf"{_YEAR}[ -]?(?:tertial|t)\.? ?(?P<part>\d)", rf"(?:tertial|t)\.? ?(?P<part>\d),?[ -]?{_YEAR}")),
        (1, (rf"(?:år |helår )?{_YEAR}", rf"{_YEAR} helår")),
    )
    for pattern in patterns
)
_DAY = re.compile(r"(?:per |t\.?o\.?m\.? )?(.*)")
_DASH = re.compile(f"[{DASHES}]")
_TRIES = re.compile(
    rf"(?:19|20)\d\d\W?(?:[mkqt]|kvartal|tertial)?\W?\d{{0,4}}|(?:{MONTH}|[kqt]\d|kvartal \d|tertial \d)\W*\d\d+",
    re.IGNORECASE,
)
_PART = re.compile(rf"{MONTH}|(?:kvartal|kv|k|q|tertial|t) ?\d|\d{{4}} ?- ?{MONTH}", re.IGNORECASE)


def period_of(value: object) -> Period | None:
    """Return the period that a cell's value names; a day stands for its month."""
    if isinstance(value, dt.date):
        return _period(value.year, value.month, MONTHS)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    wanted = isinstance(value, (int, str)) and not isinstance(value, bool)
    return _from_text(str(value)) if wanted else None


def looks_like_period(text: str) -> bool:
    """Say whether the text seems meant as a period, right or wrong."""
    return _TRIES.fullmatch(text) is not None


def month_or_part(text: str) -> bool:
    """Say whether the text is a month's name or a part of a year without its year: ``januari``, ``K1``."""
    return _PART.fullmatch(text) is not None


def is_year(number: int) -> bool:
    """Say whether the number can be a year in any goal or value."""
    return _FIRST_YEAR <= number <= _LAST_YEAR


def combined(year: object, part: object, per_year: int) -> Period | None:
    """Return the period that a year and a part of it name together: a month's name, ``K1``, or one of `per_year`."""
    whole = period_of(year)
    if whole is None or whole.per_year != 1:
        return None
    text = str(int(part)) if isinstance(part, float) and part.is_integer() else str(part).strip()
    if text.isdecimal():
        return _period(whole.year, int(text), per_year) if len(text) <= _MOST_DIGITS else None
    return _from_text(text if text.startswith(str(whole.year)) else f"{whole.year} {text}")


def _from_text(text: str) -> Period | None:
    text = _DASH.sub("-", " ".join(text.split()).casefold())
    for per_year, pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            return _matched(match, per_year)
    return _from_day(text)


def _matched(match: re.Match[str], per_year: int) -> Period | None:
    found = match.groupdict()
    year = int(found.get("year") or f"20{found['short']}")
    if found.get("name"):
        return _period(year, month_number(found["name"]), MONTHS)
    return _period(year, int(found.get("part") or 1), per_year)


def _from_day(text: str) -> Period | None:
    match = _DAY.fullmatch(text)
    found = parts(match[1]) if match else None
    return _period(found[0], found[1], MONTHS) if found and exists(*found) else None


def _period(year: int, part: int, per_year: int) -> Period | None:
    if not is_year(year) or not 1 <= part <= per_year:
        return None
    return Period(year, part - 1, per_year)
