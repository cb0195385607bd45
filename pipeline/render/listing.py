"""Lists in a filled-in document: a numbered list starts at 1 or goes on, and none is parted from its lead-in."""

import re
from collections.abc import Iterable, Mapping

from pipeline.render.flow import after, before, edited, end_of, style_at, styled, with_property
from pipeline.render.lists import BULLETED, CONTINUED, NUMBERED

NOTES = ("Liten text", "Ställningstagande")
COUNTED = (NUMBERED, CONTINUED)
FOLLOWING = (BULLETED, *COUNTED, *NOTES)
"""The styles of what must not be parted from what stands before it."""
FIRST = ("w:pStyle", "w:keepNext")
BEFORE_NUMBERING = (*FIRST, "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl")
KEPT = "<w:keepNext/>"
NUMBERS = re.compile(r'<w:num w:numId="(\d+)"')


def restart_numbering(xml: str, numbering: str, styles: Mapping[str, str], pattern: str) -> tuple[str, str]:
    """Give every run of numbered paragraphs a numbering of its own; one that is continued goes on.

    Returns the document and its part of numberings. `pattern` is the list pattern of numbered paragraphs.
    """
    style, continued = styles[NUMBERED], styles.get(CONTINUED)
    numbered, added, edits, current = {style, continued or style}, "", [], 0
    taken = set(map(int, NUMBERS.findall(numbering)))
    for start, own in styled(xml, numbered):
        if not current or (own == style and style_at(xml, before(xml, start)) not in numbered):
            current = next(number for number in range(current + 1, len(taken) + 2 + current) if number not in taken)
            added += _new_list(current, pattern)
        item = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{current}"/></w:numPr>'
        edits.append(with_property(xml, start, item, BEFORE_NUMBERING))
    end = numbering.rindex("</w:num>") + len("</w:num>") if added else 0
    return edited(xml, edits), numbering[:end] + added + numbering[end:]


def _new_list(number: int, pattern: str) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def tie_lead_ins(xml: str, styles: Mapping[str, str], within: Iterable[tuple[int, int]] | None = None) -> str:
    """Keep what leads into a list, and what a note belongs to, on the same page; no item of a list stands alone.

    That is done in the whole document, or only to what stands between these places in it.
    """
    listed = {styles[name] for name in (BULLETED, NUMBERED, CONTINUED) if name in styles}
    notes = {styles[name] for name in NOTES if name in styles}
    spans = None if within is None else tuple(within)
    edits = []
    for follower, style in styled(xml, listed | notes):
        start = before(xml, follower)
        if start < 0 or (spans is not None and not any(first <= start < last for first, last in spans)):
            continue
        if style in notes or _any_outside(xml, listed, start, follower):
            edits.append(with_property(xml, start, KEPT, FIRST[:1]))
    return edited(xml, edits)


def _any_outside(xml: str, listed: set[str], start: int, item: int) -> bool:
    """Say whether what stands before an item is a lead-in, or the list's first item or last but one."""
    around = (start, before(xml, start), after(xml, end_of(xml, item)))
    return any(style_at(xml, one) not in listed for one in around)
