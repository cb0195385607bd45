"""What a filled-in document needs before it is saved: charts, lists that start over, links, properties."""

from datetime import datetime
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from pipeline.blanks import Blanks
from pipeline.render.chart import inline_chart
from pipeline.render.contents import link_contents
from pipeline.render.controls import mark_controls, settle_prompts
from pipeline.render.lists import restart_numbering, tie_lead_ins

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from pipeline.render.context import Picture

PICTURE = "picture"
TEXTS = "self::w:t or self::w:instrText or self::w:delText or self::w:delInstrText"
STRAY_TEXT = f"descendant-or-self::w:*[not({TEXTS})]/text()[normalize-space()]"
STRAY_ELEMENT = ".//w:t/*"


def finish(document: "Document", pictures: "list[Picture]", blanks: Blanks, subject: str) -> None:
    """Put in what the template cannot hold itself; `subject` is what the document is known by when it is renamed."""
    body = document.element.body
    for marker in list(body.iter(qn("w:drawing"))):
        if number := marker.attrib.pop(PICTURE, None):
            marker.append(inline_chart(document, pictures[int(number)], int(number)))
    settle_prompts(document)
    _close_cells(body)
    restart_numbering(document)
    tie_lead_ins(document)
    link_contents(document)
    mark_controls(document)
    _describe(document, blanks, subject)


def is_sound(document: "Document") -> bool:
    """Say whether every text stands in a text element, and nothing but text in it."""
    body = document.element.body
    return not body.xpath(STRAY_ELEMENT) and not body.xpath(STRAY_TEXT)


def _close_cells(body: "BaseOxmlElement") -> None:
    """Give a cell whose texts were all empty the paragraph that Word demands."""
    for cell in body.iter(qn("w:tc")):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            cell.append(cell.makeelement(qn("w:p")))


def _describe(document: "Document", blanks: Blanks, subject: str) -> None:
    """Say what the document is, by whom, and of what day; never when or by whom it was made."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = blanks.titel, blanks.förvaltning, "sv-SE"
    properties.last_modified_by, properties.revision, properties.subject = blanks.förvaltning, 1, subject
    known = properties._element  # noqa: SLF001 -- python-docx cannot remove a property
    for element in list(known):
        if not element.text or element.tag.endswith(("}created", "}modified", "}lastPrinted")):
            known.remove(element)
    if day := _day(blanks.datum):
        properties.created = properties.modified = day


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 -- a day, not a moment
    except ValueError:
        return None
