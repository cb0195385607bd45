"""What to do about a Målvärde, a Målvärde högst and a direction that don't go together: only what would be accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from pipeline.model.records import Target
from pipeline.model.words import Direction
from pipeline.read.formats import swedish
from pipeline.read.targets import Bounds, joined

_MOST = 2


@dataclass(frozen=True, slots=True)
class Written:
    """What a clerk has written of an indicator's target."""

    low: Bounds | float | None
    high: float | None
    direction: Direction | None

    @property
    def accepted(self) -> bool:
        """Whether the three go together, and anything is left of the target."""
        return (self.low, self.high) != (None, None) and joined(self.low, self.high, self.direction) is not None


@dataclass(frozen=True, slots=True)
class _Edit:
    text: str
    changes: dict[str, Any]


def remedy(written: Written) -> str:
    """Return one or two ways out, each of which makes the three go together; the shortest first."""
    edits = tuple(_edits(written))
    found = [one.text for one in edits if _done(written, one).accepted]
    if not found:
        pairs = (pair for pair in combinations(edits, 2) if not pair[0].changes.keys() & pair[1].changes.keys())
        found = [f"{one.text} och {two.text}" for one, two in pairs if _done(_done(written, one), two).accepted]
    return ", eller ".join(found[:_MOST])


def _done(written: Written, edit: _Edit) -> Written:
    return replace(written, **edit.changes)


def _edits(written: Written) -> Iterator[_Edit]:
    """Go through what could be changed in one or two cells, what is likeliest meant first."""
    low, high, direction = written.low, written.high, written.direction
    yield from _turned(low, high)
    if high is not None:
        yield _Edit("töm Målvärde högst", {"high": None})
    if low is not None and high is not None:
        yield _Edit("töm Målvärde", {"low": None})
    if direction is Direction.WITHIN and high is None:
        yield _Edit("fyll i Målvärde högst", {"high": _bottom(low)})
    if low is None and direction is Direction.WITHIN:
        yield _Edit("fyll i Målvärde", {"low": high})
    if low is None:
        yield _Edit("flytta talet till Målvärde", {"low": high, "high": None})
    yield from (_Edit(f"skriv {one.value} i Önskad riktning", {"direction": one}) for one in Direction)
    if isinstance(low, Bounds):
        yield from _other_words(low)


def _other_words(low: Bounds) -> Iterator[_Edit]:
    """Go through the other words for the one bound that the words give."""
    bottom, top = low.target.low, low.target.high
    if bottom is not None and top is None:
        yield _Edit(f"skriv minst {swedish(bottom)} i Målvärde", {"low": Bounds(Target(bottom), Direction.INCREASE)})
        yield _Edit(
            f"skriv högst {swedish(bottom)} i Målvärde", {"low": Bounds(Target(high=bottom), Direction.DECREASE)}
        )
    if bottom is None and top is not None:
        yield _Edit(f"skriv minst {swedish(top)} i Målvärde", {"low": Bounds(Target(top), Direction.INCREASE)})


def _bottom(low: Bounds | float | None) -> float | None:
    return low.target.low if isinstance(low, Bounds) else low


def _turned(low: Bounds | float | None, high: float | None) -> Iterator[_Edit]:
    """Go through the ways to put the lower end first."""
    if isinstance(low, Bounds) and low.direction is Direction.WITHIN:
        bottom, top = low.target.high, low.target.low
        if bottom is not None and top is not None and bottom < top:
            turned = Bounds(Target(bottom, top), Direction.WITHIN)
            yield _Edit(f"skriv {swedish(bottom)}–{swedish(top)} i Målvärde", {"low": turned})
    elif (bottom := _bottom(low)) is not None and high is not None and bottom > high:
        yield _Edit("byt plats på talen i Målvärde och Målvärde högst", {"low": high, "high": bottom})
