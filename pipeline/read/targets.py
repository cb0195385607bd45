"""Målvärde: a number, or words such as "minst 50", together with the direction and the upper end."""

import re
from dataclasses import dataclass

from pipeline.model.records import Target
from pipeline.model.words import Direction
from pipeline.read.figures import FIGURE, number_in

_AT_LEAST = r"minst|lägst|ej under|inte under|>=|=>|≥"
_ABOVE = r"mer än|fler än|över|>"
_AT_MOST = r"högst|max(?:imalt)?|ej över|inte över|<=|=<|≤"
_BELOW = r"mindre än|färre än|under|<"
_PERCENT = r"(?:\s?(?:%|procent))?"
_ONE = tuple(
    (re.compile(rf"(?:{words})\s*({FIGURE}{_PERCENT})", re.IGNORECASE), direction, strict)
    for words, direction, strict in (
        (_AT_LEAST, Direction.INCREASE, False),
        (_ABOVE, Direction.INCREASE, True),
        (_AT_MOST, Direction.DECREASE, False),
        (_BELOW, Direction.DECREASE, True),
    )
)
_TWO = re.compile(
    rf"(?:mellan\s+)?({FIGURE}){_PERCENT}(?:\s+och\s+|\s+till\s+|\s*[–-]\s*)({FIGURE}){_PERCENT}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A target, and the direction that it means; None when it doesn't tell."""

    target: Target
    direction: Direction | None


def bounds(text: str) -> Bounds | None:
    """Return the target that the words mean; None for a bare number and for what isn't a target."""
    text = " ".join(text.split())
    for pattern, direction, strict in _ONE:
        if match := pattern.fullmatch(text):
            return Bounds(towards(direction, number_in(match[1]), strict=strict), direction)
    if match := _TWO.fullmatch(text):
        return Bounds(Target(number_in(match[1]), number_in(match[2])), Direction.WITHIN)
    return None


def towards(direction: Direction | None, value: float | None, *, strict: bool = False) -> Target:
    """Return the target with one bound: the upper when the value should fall, otherwise the lower."""
    if direction is Direction.DECREASE:
        return Target(high=value, strict=strict)
    return Target(low=value, strict=strict)


def joined(low: Bounds | float | None, high: float | None, direction: Direction | None) -> Bounds | None:
    """Join Målvärde, Målvärde högst and the direction; None when they don't go together."""
    if direction is Direction.WITHIN and high is None and not isinstance(low, Bounds):
        return None
    found = _together(low, high, direction)
    return None if found is None or _clash(found, direction) else found


def _clash(found: Bounds, direction: Direction | None) -> bool:
    bottom, top = found.target.low, found.target.high
    turned = bottom is not None and top is not None and bottom > top
    return turned or (None not in (direction, found.direction) and direction is not found.direction)


def _together(low: Bounds | float | None, high: float | None, direction: Direction | None) -> Bounds | None:
    if isinstance(low, Bounds):
        return low if high is None else _with_upper(low, high)
    if high is None:
        return Bounds(towards(direction, low), direction)
    return Bounds(Target(low, high), Direction.DECREASE if low is None else Direction.WITHIN)


def _with_upper(words: Bounds, high: float) -> Bounds | None:
    if words.direction is not Direction.INCREASE or words.target.strict:
        return None
    return Bounds(Target(words.target.low, high), Direction.WITHIN)
