"""Lists in a filled-in document: a numbered list starts at 1 or goes on, and none is parted from its lead-in."""

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.render.styles import style_ids

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

BULLETED, NUMBERED, CONTINUED = "List Bullet", "List Number", "Numrerad lista fortsatt"
KEEP = {qn(f"w:{name}") for name in ("pStyle", "keepNext")}
BEFORE_NUMBERING = KEEP | {qn(f"w:{name}") for name in ("keepLines", "pageBreakBefore", "framePr", "widowControl")}


def restart_numbering(document: "Document") -> None:
    """Give every run of numbered paragraphs a numbering of its own; one that is continued goes on."""
    styles = style_ids(document)
    style, continued = styles.get(NUMBERED), styles.get(CONTINUED)
    pattern = _pattern(document, style)
    if style is None or pattern is None:
        return
    numbered, current = {style, continued} - {None}, ""
    for paragraph in document.element.body.iter(qn("w:p")):
        if _style(paragraph) not in numbered:
            continue
        if not current or (_style(paragraph) == style and _style(paragraph.getprevious()) not in numbered):
            current = _new_list(document, pattern)
        _number(paragraph, current)


def tie_lead_ins(document: "Document") -> None:
    """Keep the paragraph that leads into a list on the list's page."""
    styles = style_ids(document)
    listed = {styles.get(BULLETED), styles.get(NUMBERED), styles.get(CONTINUED)} - {None}
    for paragraph in document.element.body.iter(qn("w:p")):
        after = paragraph.getnext()
        if _style(after) in listed and _style(paragraph) not in listed:
            _put(paragraph, _element("w:keepNext"), KEEP)


def _style(element: "BaseOxmlElement | None") -> str | None:
    if element is None or element.tag != qn("w:p"):
        return None
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def _pattern(document: "Document", style: str | None) -> str | None:
    """Return the id of the list pattern that the template's style for numbered lists uses."""
    for candidate in document.styles.element.iter(qn("w:style")):
        if candidate.get(qn("w:styleId")) == style:
            number = candidate.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            return None if number is None else _pattern_of(document, number.get(qn("w:val")))
    return None


def _pattern_of(document: "Document", number: str | None) -> str | None:
    for candidate in document.part.numbering_part.element.iter(qn("w:num")):
        if candidate.get(qn("w:numId")) == number:
            return str(candidate.find(qn("w:abstractNumId")).get(qn("w:val")))
    return None


def _new_list(document: "Document", pattern: str) -> str:
    """Add a list of the pattern that begins at 1."""
    numbering = document.part.numbering_part.element
    added = numbering.add_num(int(pattern))
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return str(added.numId)


def _number(paragraph: "BaseOxmlElement", number: str) -> None:
    numbering = _element("w:numPr")
    numbering.append(_element("w:ilvl", "0"))
    numbering.append(_element("w:numId", number))
    _put(paragraph, numbering, BEFORE_NUMBERING)


def _element(tag: str, value: str | None = None) -> "BaseOxmlElement":
    return cast("BaseOxmlElement", OxmlElement(tag, {} if value is None else {qn("w:val"): value}))


def _put(paragraph: "BaseOxmlElement", added: "BaseOxmlElement", before: set[str]) -> None:
    """Give a paragraph a property, once, where Word's schema wants it: after those named."""
    properties = cast("CT_P", paragraph).get_or_add_pPr()
    for old in properties.findall(added.tag):
        properties.remove(old)
    properties.insert(sum(child.tag in before for child in properties), added)
