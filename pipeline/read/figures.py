"""Numbers as clerks write them: decimal comma or point, blanks between thousands, one of several minus signs."""

import re
from math import isfinite

from pipeline.read.formats import plain

_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}–−"  # all are written for a minus sign
FIGURE = rf"[-+{DASHES}]?{_BLANK}?(?:\d{{1,3}}(?:{_BLANK}\d{{3}})+|\d+)(?:[.,]\d+)?"
_NUMBER = re.compile(rf"({FIGURE}){_BLANK}?(%|procent)?", re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![\d.,])(?:{FIGURE})(?![\d.,])")
_MINUS = re.compile(f"[{DASHES}]")
_HIDDEN = re.compile(r"< ?\d{1,2}")
MISSING = frozenset({"..", ".", "-", "–", "−", "\N{NON-BREAKING HYPHEN}", "…", "—"})


def is_hidden(text: str) -> bool:
    """Say whether the text is a count too small to be told, such as ``<5``."""
    return _HIDDEN.fullmatch(text) is not None


def number_in(text: str) -> float | None:
    """Return the number that a text spells out; ``4,6 %`` is 4.6."""
    match = _NUMBER.fullmatch(text)
    figure = None if match is None else _figure(match[1])
    return figure if figure is not None and isfinite(figure) else None


def _figure(figure: str) -> float:
    digits = "".join(_MINUS.sub("-", figure).split())
    return plain(float(digits.replace(",", ".")))


def only_figure(text: str) -> str:
    """Return the one number that stands among other words, to suggest it; ``""`` when there isn't just one."""
    found = _INSIDE.findall(text)
    return found[0].strip() if len(found) == 1 else ""
