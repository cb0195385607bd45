"""Which of the blanks' texts a printed line is made of; what is left over stands in the template."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose.appendix.leaves import Leaf
from pipeline.compose.appendix.tokens import tokens

_KEY = re.compile(r"\w+|\S")
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line that a leaf has printed."""

    start: int
    leaf: Leaf

    @property
    def end(self) -> int:
        """Where the stretch ends in the line."""
        return self.start + len(self.leaf.text)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A text of the blanks at a place in a line, and the leaves near at hand that have it."""

    start: int
    text: str
    leaves: tuple[int, ...]

    def lies_in(self, start: int, end: int) -> bool:
        """Say whether all of the text lies between the two places."""
        return start <= self.start and self.start + len(self.text) <= end


class Matcher:
    """Follows a document from line to line through its leaves, which it prints in about their order."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        """Find the leaves by how they begin."""
        self._leaves = leaves
        self._cursor = 0
        self._texts: dict[str, dict[str, list[int]]] = {}
        for index, leaf in enumerate(leaves):
            self._texts.setdefault(_key(leaf.text, 0), {}).setdefault(leaf.text, []).append(index)
        for key, texts in self._texts.items():
            self._texts[key] = dict(sorted(texts.items(), key=lambda found: -len(found[0])))

    def stretches(self, line: str, fixed: Sequence[tuple[int, int]] = ()) -> tuple[Stretch, ...]:
        """Return the parts of the line that leaves have printed, from left to right.

        `fixed` are the parts that the template has: no leaf is found within them.
        """
        hits = [hit for hit in self._hits(line) if not any(hit.lies_in(*part) for part in fixed)]
        scopes = {self._leaves[one].path for hit in hits for one in hit.leaves}
        best: tuple[tuple[int, int, int, int], list[tuple[int, int]]] | None = None
        for scope in scopes:
            cover = self._cover(hits, scope)
            score = self._score(cover, scope)
            if best is None or score > best[0]:
                best = (score, cover)
        if best is None:
            return ()
        self._cursor = max(best[1], key=lambda found: len(self._leaves[found[1]].text))[1]
        return tuple(Stretch(start, self._leaves[index]) for start, index in best[1])

    def _score(self, cover: Sequence[tuple[int, int]], scope: tuple[int, ...]) -> tuple[int, int, int, int]:
        """Prefer what explains most of the line, then what belongs with the line before, then what comes soonest."""
        covered = sum(len("".join(self._leaves[index].text.split())) for _, index in cover)
        here = self._leaves[self._cursor].path
        shared = sum(one == other for one, other in zip(here, scope, strict=False))
        first = min((index for _, index in cover), default=0) - self._cursor
        return covered, shared, int(first >= 0), -abs(first)

    def _hits(self, line: str) -> Iterator[_Hit]:
        inside = {place for one in tokens(line) for place in range(one.start + 1, one.end)}
        for found in _KEY.finditer(line):
            start = found.start()
            for text, indices in self._texts.get(found[0], {}).items():
                end = start + len(text)
                whole = start not in inside and end not in inside and not _cuts_a_word(line, end)
                if whole and line.startswith(text, start):
                    yield _Hit(start, text, self._near(indices))

    def _near(self, indices: Sequence[int]) -> tuple[int, ...]:
        at = bisect_left(indices, self._cursor)
        return tuple(indices[max(at - _NEAR, 0) : at + _NEAR])

    def _cover(self, hits: Sequence[_Hit], scope: tuple[int, ...]) -> list[tuple[int, int]]:
        """Cover the line from the left with the longest texts of the record, of what is in it and of what it is in."""
        cover: list[tuple[int, int]] = []
        used: set[int] = set()
        end = 0
        for hit in hits:  # at one place the longest comes first
            own = [one for one in hit.leaves if _within(self._leaves[one].path, scope)] if hit.start >= end else []
            if own:
                chosen = min(own, key=lambda one: (one in used, one < self._cursor, one))
                used.add(chosen)
                cover.append((hit.start, chosen))
                end = hit.start + len(hit.text)
        return cover


def _within(path: tuple[int, ...], scope: tuple[int, ...]) -> bool:
    shorter = min(len(path), len(scope))
    return path[:shorter] == scope[:shorter]


def _cuts_a_word(line: str, end: int) -> bool:
    return end < len(line) and line[end - 1].isalnum() and line[end].isalnum()


def _key(text: str, start: int) -> str:
    found = _KEY.match(text, start)
    return found[0] if found else ""


def stretch_at(stretches: Sequence[Stretch], place: int) -> Stretch | None:
    """Return the stretch that the place in the line lies in."""
    return next((one for one in stretches if one.start <= place < one.end), None)
