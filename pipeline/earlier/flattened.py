"""A field's first paragraph as LibreOffice 7.4 leaves it, given back the looks that its words had.

LibreOffice drops bold, italic and links there, writes a link's address out as text, and moves line breaks to the front.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.model.written import Stretch, WrittenParagraph

_LINK = re.compile(r'HYPERLINK "([^"]*)"')
_WORD = re.compile(r"\w+|\W")
_PLAIN = Stretch("")
_LONGEST = 5_000
"""How many signs are compared one by one; that takes time with the square of their number."""


def restored(paragraph: WrittenParagraph, original: Sequence[Stretch]) -> WrittenParagraph:
    """Return the paragraph, each word with the look that it had in the original, a new one with that of its neighbours.

    A link that was not there reaches to the next one, or to the end. A very long paragraph keeps its text alone.
    """
    old = [replace(one, text=sign) for one in original for sign in one.text]
    new = list(_signs(paragraph.text, {one.link for one in original}))
    if len(old) + len(new) > 2 * _LONGEST:
        return replace(paragraph, stretches=joined(new))
    moved = sum(one.text == "\n" for one in old)
    if moved and [one.text for one in new[:moved]] == ["\n"] * moved:
        new = _with_breaks(old, new[moved:])
    return replace(paragraph, stretches=joined(_with_looks(old, new)))


def _signs(text: str, known: set[str]) -> Iterator[Stretch]:
    """Go through the signs of the text without the addresses in it; what follows a new one leads there."""
    before, *rest = _LINK.split(text)
    yield from (Stretch(sign) for sign in before)
    for address, after in zip(rest[::2], rest[1::2], strict=True):
        yield from (Stretch(sign, link="" if address in known else address) for sign in after)


def _with_breaks(old: Sequence[Stretch], new: Sequence[Stretch]) -> list[Stretch]:
    """Put each line break back before the sign that it stood before, or else after the one that it stood after."""
    letters = [one for one in old if one.text != "\n"]
    at = _matched(letters, new)
    places, passed = [], 0
    for one in old:
        if one.text == "\n":
            places.append(at.get(passed, at.get(passed - 1, len(new) - 1) + 1))
        passed += one.text != "\n"
    result = list(new)
    for place in sorted(places, reverse=True):
        result.insert(place, Stretch("\n"))
    return result


def _with_looks(old: Sequence[Stretch], new: Sequence[Stretch]) -> list[Stretch]:
    looks: list[Stretch | None] = [None] * len(new)
    for was, now in _kept_words(old, new):
        looks[now] = replace(old[was], text="")
    return [_look(one, looks, at) for at, one in enumerate(new)]


def _look(one: Stretch, looks: Sequence[Stretch | None], at: int) -> Stretch:
    own = looks[at]
    if own is None:
        before = next((look for look in reversed(looks[:at]) if look is not None), _PLAIN)
        after = next((look for look in looks[at:] if look is not None), _PLAIN)
        own = before if before == after else _PLAIN
    return replace(own, text=one.text, link=one.link or own.link)


def _matched(old: Sequence[Stretch], new: Sequence[Stretch]) -> dict[int, int]:
    """Return where each sign that is kept stands now."""
    was, now = ("".join(one.text for one in signs) for signs in (old, new))
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _kept_words(old: Sequence[Stretch], new: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Go through the signs of the words that are kept: where they stood, and where they stand now."""
    was, now = ([*_WORD.finditer("".join(one.text for one in signs))] for signs in (old, new))
    matcher = SequenceMatcher(None, [word[0] for word in was], [word[0] for word in now], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            before, after = was[block.a + step], now[block.b + step]
            yield from zip(range(*before.span()), range(*after.span()), strict=True)


def joined(signs: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Put together neighbours that look the same: Word parts runs wherever someone has paused."""
    found: list[Stretch] = []
    for one in signs:
        if found and replace(found[-1], text="") == replace(one, text=""):
            found[-1] = replace(one, text=found[-1].text + one.text)
        else:
            found.append(one)
    return tuple(found)
