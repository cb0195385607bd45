"""Styles by the names that clerks see; Word's own ids differ with the language of the program."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

FALLBACK_FONT = "Calibri"


def style_ids(document: "Document") -> dict[str, str]:
    """Return each style's id by its name; Word writes its own names in English in every language."""
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        name, key = style.find(qn("w:name")), style.get(qn("w:styleId"))
        if name is not None and key is not None:
            found[str(name.get(qn("w:val")))] = str(key)
    return found


def style_of(element: "_Element | None") -> str | None:
    """Return the id of a paragraph's style; what is no paragraph has none."""
    if element is None or element.tag != qn("w:p"):
        return None
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def font_of(document: "Document") -> str:
    """Return the font of the template's own text, so that a restyled template has restyled charts."""
    path = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}"
    normal = document.styles.element.xpath("w:style[@w:default='1' and @w:type='paragraph']/w:rPr/w:rFonts")
    fonts = [*normal, document.styles.element.find(path)]
    found = [font.get(qn("w:ascii")) for font in fonts if font is not None]
    return next((name for name in found if name), FALLBACK_FONT)
