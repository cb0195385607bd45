"""Lists in a filled-in document: a numbered list starts at 1 or goes on, and none is parted from its lead-in."""

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.render.styles import style_ids, style_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

NOTES = ("Liten text", "Ställningstagande")
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
        if style_of(paragraph) not in numbered:
            continue
        if not current or (style_of(paragraph) == style and style_of(paragraph.getprevious()) not in numbered):
            current = _new_list(document, pattern)
        _number(paragraph, current)


def tie_lead_ins(document: "Document") -> None:
    """Keep what leads into a list, and what a note belongs to, on the same page; no item of a list stands alone."""
    styles = style_ids(document)
    listed = {styles.get(BULLETED), styles.get(NUMBERED), styles.get(CONTINUED)} - {None}
    notes = {styles.get(name) for name in NOTES} - {None}
    for paragraph in document.element.body.iter(qn("w:p")):
        after = paragraph.getnext()
        near = (paragraph, paragraph.getprevious(), None if after is None else after.getnext())
        if style_of(after) in notes or (style_of(after) in listed and _any_outside(listed, *near)):
            _put(paragraph, _element("w:keepNext"), KEEP)


def _any_outside(listed: set[str | None], *around: "BaseOxmlElement | None") -> bool:
    """Say whether what stands before an item is a lead-in, or the list's first item or last but one."""
    return any(style_of(one) not in listed for one in around)


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
