"""The lists of a document: which pattern its styles follow, and how a paragraph becomes an item of one."""

from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.opc.part import XmlPart
    from docx.oxml.text.paragraph import CT_P
    from lxml.etree import _Element

BULLETED, NUMBERED, CONTINUED = "List Bullet", "List Number", "Numrerad lista fortsatt"
KEEP = {qn(f"w:{name}") for name in ("pStyle", "keepNext")}
BEFORE_NUMBERING = KEEP | {qn(f"w:{name}") for name in ("keepLines", "pageBreakBefore", "framePr", "widowControl")}


def pattern_of(document: "Document", style: str | None) -> str | None:
    """Return the id of the list pattern that the template's style for numbered lists uses."""
    used = list_of(document, style)
    for candidate in _lists(document, "w:num") if used else ():
        pattern = candidate.find(qn("w:abstractNumId"))
        if pattern is not None and candidate.get(qn("w:numId")) == used:
            return str(pattern.get(qn("w:val")))
    return None


def list_of(document: "Document", style: str | None) -> str | None:
    """Return the id of the list that paragraphs of the style belong to."""
    for candidate in document.styles.element.iter(qn("w:style")):
        if candidate.get(qn("w:styleId")) == style:
            found = candidate.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            return None if found is None else str(found.get(qn("w:val")))
    return None


def _lists(document: "Document", tag: str) -> "Iterator[_Element]":
    """Go through the document's lists, or their patterns; a document without a part for them has none."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return iter(())
    return cast("Iterator[_Element]", cast("XmlPart", part).element.iter(qn(tag)))


def deepest_level(document: "Document", pattern: str | None) -> int:
    """Return the innermost level that the list pattern has, 0 where it has but one."""
    for candidate in _lists(document, "w:abstractNum") if pattern else ():
        if candidate.get(qn("w:abstractNumId")) == pattern:
            return max(int(level.get(qn("w:ilvl"), "0")) for level in candidate.iter(qn("w:lvl")))
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
