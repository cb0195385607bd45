"""Number formats: how Excel shows a value that it stores in another way."""

import datetime as dt
import re
from functools import lru_cache

from pipeline.read.dates import MONTHS

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_WORDS = {None: "", True: "SANT", False: "FALSKT"}  # as a Swedish Excel shows them
_EXACT = 15  # significant digits that Excel keeps; what lies beyond is binary noise


@lru_cache(maxsize=1024)
def _pattern(number_format: str) -> str:
    """Return the format for positive numbers without its literals."""
    return _LITERAL.sub("", number_format).split(";")[0]


def is_percent(number_format: str) -> bool:
    """Say whether the format shows 0.046 as 4.6 %."""
    return "%" in _pattern(number_format)


def plain(number: float) -> float:
    """Round away binary noise, as Excel does when it shows a number."""
    return float(f"{number:.{_EXACT}g}")


def scaled(number: float, number_format: str) -> float:
    """Return the number as it is shown: 4.6 for 0.046 in a percent format."""
    return plain(number * 100 if is_percent(number_format) else number)


def shown(value: object, number_format: str = "General") -> str:
    """Return a value as Excel shows it, with a decimal point."""
    if isinstance(value, dt.date):
        return _date(value, number_format)
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value, _pattern(number_format))
    return _WORDS.get(value, str(value)) if value is None or isinstance(value, bool) else str(value)


def _number(value: float, pattern: str) -> str:
    percent = "\N{NO-BREAK SPACE}%" if "%" in pattern else ""
    number = plain(value * 100 if percent else value)
    integer, _, decimals = pattern.replace("%", "").strip().partition(".")
    if not re.fullmatch(r"[#0,]*0", integer) or not re.fullmatch(r"0*", decimals):
        return (str(int(number)) if number.is_integer() else repr(number)) + percent
    width = 0 if "," in integer else integer.count("0")
    text = f"{abs(number):{'0' if width > 1 else ''}{width + (len(decimals) + 1 if decimals else 0)}.{len(decimals)}f}"
    if "," in integer:
        text = f"{abs(number):,.{len(decimals)}f}".replace(",", "\N{NO-BREAK SPACE}")
    return ("-" if number < 0 else "") + text + percent


def _date(value: dt.date, number_format: str) -> str:
    pattern = _LITERAL.sub("", number_format).lower()
    if "d" not in pattern and "m" in pattern and "y" in pattern:
        return f"{MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    return value.isoformat()


def swedish(number: float) -> str:
    """Return a number as a message shows it, with a decimal comma."""
    return shown(number).replace(".", ",")
