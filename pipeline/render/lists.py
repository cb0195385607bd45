"""Lists in a filled-in document: a numbered list starts at 1 or goes on, and none is parted from its lead-in."""

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.render.blocks import NOTHING, neighbours
from pipeline.render.styles import style_ids, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from lxml.etree import _Element

NOTES = ("Liten text", "Ställningstagande")
BULLETED, NUMBERED, CONTINUED = "List Bullet", "List Number", "Numrerad lista fortsatt"
KEEP = {qn(f"w:{name}") for name in ("pStyle", "keepNext")}
BEFORE_NUMBERING = KEEP | {qn(f"w:{name}") for name in ("keepLines", "pageBreakBefore", "framePr", "widowControl")}


def restart_numbering(document: "Document") -> None:
    """Give every run of numbered paragraphs a numbering of its own; one that is continued goes on."""
    styles = style_ids(document)
    style, continued = styles.get(NUMBERED), styles.get(CONTINUED)
    pattern = pattern_of(document, style)
    if style is None or pattern is None:
        return
    numbered, current = {style, continued} - {None}, ""
    around = neighbours(document.element.body)
    for paragraph in document.element.body.iter(qn("w:p")):
        if style_of(paragraph) not in numbered:
            continue
        if not current or (
            style_of(paragraph) == style and style_of(around.get(paragraph, NOTHING)[0]) not in numbered
        ):
            current = new_list(document, pattern)
        put_in_list(paragraph, current)


def tie_lead_ins(document: "Document", within: "Iterable[_Element] | None" = None) -> None:
    """Keep what leads into a list, and what a note belongs to, on the same page; no item of a list stands alone.

    That is done in the whole document, or only to what stands within these of its elements.
    """
    styles = style_ids(document)
    listed = {styles.get(BULLETED), styles.get(NUMBERED), styles.get(CONTINUED)} - {None}
    notes = {styles.get(name) for name in NOTES} - {None}
    body = document.element.body
    around = neighbours(body)
    for paragraph in (one for part in ([body] if within is None else within) for one in part.iter(qn("w:p"))):
        before, after = around.get(paragraph, NOTHING)
        near = (paragraph, before, around.get(after, NOTHING)[1])
        if style_of(after) in notes or (style_of(after) in listed and _any_outside(listed, *near)):
            _put(paragraph, _element("w:keepNext"), KEEP)


def _any_outside(listed: set[str | None], *around: "_Element | None") -> bool:
    """Say whether what stands before an item is a lead-in, or the list's first item or last but one."""
    return any(style_of(one) not in listed for one in around)


def pattern_of(document: "Document", style: str | None) -> str | None:
    """Return the id of the list pattern that the template's style for numbered lists uses."""
    used = list_of(document, style)
    for candidate in document.part.numbering_part.element.iter(qn("w:num")) if used else ():
        if candidate.get(qn("w:numId")) == used:
            return str(candidate.find(qn("w:abstractNumId")).get(qn("w:val")))
    return None


def list_of(document: "Document", style: str | None) -> str | None:
    """Return the id of the list that paragraphs of the style belong to."""
    for candidate in document.styles.element.iter(qn("w:style")):
        if candidate.get(qn("w:styleId")) == style:
            found = candidate.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            return None if found is None else str(found.get(qn("w:val")))
    return None


def deepest_level(document: "Document", pattern: str | None) -> int:
    """Return the innermost level that the list pattern has, 0 where it has but one."""
    for candidate in document.part.numbering_part.element.iter(qn("w:abstractNum")) if pattern else ():
        if candidate.get(qn("w:abstractNumId")) == pattern:
            return max(int(level.get(qn("w:ilvl"))) for level in candidate.iter(qn("w:lvl")))
    return 0


def new_list(document: "Document", pattern: str) -> str:
    """Add a list of the pattern that begins at 1."""
    numbering = document.part.numbering_part.element
    added = numbering.add_num(int(pattern))
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return str(added.numId)


def put_in_list(paragraph: "_Element", which: str, level: int = 0) -> None:
    """Make the paragraph an item of a list, by the list's id, at a level of it."""
    numbering = _element("w:numPr")
    numbering.append(_element("w:ilvl", str(level)))
    numbering.append(_element("w:numId", which))
    _put(paragraph, numbering, BEFORE_NUMBERING)


def _element(tag: str, value: str | None = None) -> "_Element":
    return OxmlElement(tag, {} if value is None else {qn("w:val"): value})


def _put(paragraph: "_Element", added: "_Element", before: set[str]) -> None:
    """Give a paragraph a property, once, where Word's schema wants it: after those named."""
    properties = cast("CT_P", paragraph).get_or_add_pPr()
    for old in properties.findall(added.tag):
        properties.remove(old)
    properties.insert(sum(child.tag in before for child in properties), added)
