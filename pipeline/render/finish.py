"""What a filled-in document needs before it is saved: charts, lists that start over, links, properties."""

from datetime import datetime
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from pipeline.blanks import Blanks
from pipeline.render.chart import inline_chart
from pipeline.render.contents import link_contents
from pipeline.render.lists import restart_numbering, tie_lead_ins

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from pipeline.render.context import Picture

PICTURE = "picture"
TEXTS = "self::w:t or self::w:instrText or self::w:delText or self::w:delInstrText"
STRAY_TEXT = f"descendant-or-self::w:*[not({TEXTS})]/text()[normalize-space()]"
STRAY_ELEMENT = ".//w:t/*"


def finish(document: "Document", pictures: "list[Picture]", blanks: Blanks) -> None:
    """Put in what the template cannot hold itself."""
    body = document.element.body
    for marker in list(body.iter(qn("w:drawing"))):
        if number := marker.attrib.pop(PICTURE, None):
            marker.append(inline_chart(document, pictures[int(number)], int(number)))
    _close_cells(body)
    restart_numbering(document)
    tie_lead_ins(document)
    link_contents(document)
    _describe(document, blanks)


def is_sound(document: "Document") -> bool:
    """Say whether every text stands in a text element, and nothing but text in it."""
    body = document.element.body
    return not body.xpath(STRAY_ELEMENT) and not body.xpath(STRAY_TEXT)


def _close_cells(body: "BaseOxmlElement") -> None:
    """Give a cell whose texts were all empty the paragraph that Word demands."""
    for cell in body.iter(qn("w:tc")):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            cell.append(cell.makeelement(qn("w:p")))


def _describe(document: "Document", blanks: Blanks) -> None:
    """Say what the document is, by whom, and of what day; never when or by whom it was made."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = blanks.titel, blanks.förvaltning, "sv-SE"
    properties.last_modified_by, properties.revision = blanks.förvaltning, 1
    for name in ("created", "modified", "lastPrinted"):
        for element in list(properties._element.iter("{*}" + name)):  # noqa: SLF001 -- python-docx cannot remove one
            properties._element.remove(element)  # noqa: SLF001
    if day := _day(blanks.datum):
        properties.created = properties.modified = day


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 -- a day, not a moment
    except ValueError:
        return None
