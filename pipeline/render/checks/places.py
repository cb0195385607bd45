"""The parts of a template that are filled in, and where each of their paragraphs stands."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from pipeline.problems import column_letters
from pipeline.render.blocks import CONTROL, value_of
from pipeline.render.checks.found import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
TEXT, TEXT_BOX = qn("w:t"), qn("w:txbxContent")
SPACES = (qn("w:tab"), qn("w:br"), qn("w:cr"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BODY = "brödtext"
FOOTNOTES, ENDNOTES = "fotnoter", "slutnoter"
NOTES = {RELATIONSHIP_TYPE.FOOTNOTES: FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES: ENDNOTES}
EDGES = {
    (qn("w:headerReference"), "default"): "sidhuvud",
    (qn("w:headerReference"), "first"): "sidhuvud på första sidan",
    (qn("w:headerReference"), "even"): "sidhuvud på jämna sidor",
    (qn("w:footerReference"), "default"): "sidfot",
    (qn("w:footerReference"), "first"): "sidfot på första sidan",
    (qn("w:footerReference"), "even"): "sidfot på jämna sidor",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document by the name that clerks know it by."""

    name: str
    root: "_Element"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its element, its text as docxtpl reads it, and its place."""

    element: "_Element"
    text: str
    spot: Spot

    def within(self, tag: str) -> "_Element | None":
        """Return the nearest table, row or cell that the paragraph stands in."""
        return next(self.element.iterancestors(tag), None)


def parts(document: "Document") -> list[Part]:
    """Return the body, then headers and footers, then notes, as plain XML."""
    body = document.element.body
    found = {BODY: etree.tostring(body)}
    relationships = document.part.rels
    for (reference, kind), name in EDGES.items():
        for one in body.iter(reference):
            relationship = relationships.get(str(one.get(qn("r:id"))))
            if one.get(qn("w:type")) == kind and relationship is not None:
                found.setdefault(name, relationship.target_part.blob)
    for relationship in relationships.values():
        if relationship.reltype in NOTES:
            found[NOTES[relationship.reltype]] = relationship.target_part.blob
    return [Part(name, etree.fromstring(xml)) for name, xml in found.items()]


def lines(part: Part) -> list[Line]:
    """Return every paragraph of the part with its place; Word's second copy of a text box is left out.

    The title and tag of a content control are a line of their own, at the place of its first paragraph.
    """
    cells = _cells(part.root)
    found: dict[_Element, str] = {}
    free = 0
    for paragraph in part.root.iter(PARAGRAPH):
        if next(paragraph.iterancestors(FALLBACK), None) is None:
            around = next(paragraph.iterancestors(PARAGRAPH), None)
            outermost = [cell for cell in paragraph.iterancestors(CELL) if cell in cells]
            free += around is None and not outermost
            found[paragraph] = _where(found.get(around) if around is not None else None, outermost, cells, free)
    own = {
        element: Line(element, text := _text(element), Spot(part.name, number, where, " ".join(text.split())))
        for number, (element, where) in enumerate(found.items(), start=1)
    }
    return [line for element in part.root.iter(PARAGRAPH, CONTROL) if (line := _line(element, own)) is not None]


def _line(element: "_Element", paragraphs: "dict[_Element, Line]") -> Line | None:
    if element.tag == PARAGRAPH:
        return paragraphs.get(element)
    around = (*element.iter(PARAGRAPH), *element.iterancestors(PARAGRAPH))
    spot = next((paragraphs[one].spot for one in around if one in paragraphs), None)
    names = " ".join(value_of(element, name) for name in ("w:alias", "w:tag"))
    return Line(element, names, spot) if spot is not None and names.strip() else None


def _where(around: str | None, outermost: "list[_Element]", cells: "dict[_Element, str]", free: int) -> str:
    if around is not None:
        return f"textruta vid {around}"
    return cells[outermost[0]] if outermost else f"stycke {free}"


def _cells(root: "_Element") -> "dict[_Element, str]":
    """Name the cells of the tables as Word does in a formula, A1 for the first; one inside another is not counted."""
    outer = [table for table in root.iter(TABLE) if next(table.iterancestors(TABLE), None) is None]
    return {
        cell: f"tabell {number}, cell {column_letters(column)}{row_number}"
        for number, table in enumerate(outer, start=1)
        for row_number, row in enumerate(_inside(table, ROW, TABLE), start=1)
        for column, cell in enumerate(_inside(row, CELL, ROW), start=1)
    }


def _inside(element: "_Element", tag: str, parent: str) -> "Iterator[_Element]":
    return (one for one in element.iter(tag) if next(one.iterancestors(parent), None) is element)


def _text(paragraph: "_Element") -> str:
    own = (one for one in paragraph.iter(TEXT, *SPACES) if next(one.iterancestors(PARAGRAPH), None) is paragraph)
    return "".join((one.text or "") if one.tag == TEXT else " " for one in own)
