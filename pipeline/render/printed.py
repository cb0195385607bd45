"""What a Word document prints, line by line, for those who follow its numbers."""

import io
from collections.abc import Iterator
from typing import Literal
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from pipeline.model.figures import PrintedLine

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_FALLBACK, _ROW, _PARAGRAPH, _CELL = f"{_MC}Fallback", qn("w:tr"), qn("w:p"), qn("w:tc")
_TEXT, _PICTURE, _CODE = qn("w:t"), qn("wp:docPr"), qn("w:instrText")
_SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
_KINDS: tuple[tuple[str, Literal["sidhuvud", "sidfot", "text"]], ...] = (
    ("word/header", "sidhuvud"),
    ("word/document", "text"),
    ("word/footnotes", "text"),
    ("word/endnotes", "text"),
    ("word/footer", "sidfot"),
)


def printed_lines(document: bytes) -> tuple[PrintedLine, ...]:
    """Return the document's lines in the order of its pages: headers, body, notes, footers.

    A picture gives a line with its alternative text, a chart one more that names it. Numbers that Word itself sets
    in front of list items are not among them.
    """
    with ZipFile(io.BytesIO(document)) as package:
        names = sorted(package.namelist())
        return tuple(
            line
            for start, kind in _KINDS
            for name in names
            if name.startswith(start) and name.endswith(".xml")
            for line in _lines(etree.fromstring(package.read(name)), kind)
        )


def _lines(block: etree._Element, kind: Literal["sidhuvud", "sidfot", "text"]) -> Iterator[PrintedLine]:
    for child in block:
        if child.tag == _ROW:
            cells = ("\n".join(filter(None, map(_text, cell.iter(_PARAGRAPH)))) for cell in child.iter(_CELL))
            yield PrintedLine("\n".join(cells), kind)
            yield from _pictures(child)
        elif child.tag == _PARAGRAPH:
            yield PrintedLine(_text(child), kind)
            yield from _pictures(child)
        elif child.tag != _FALLBACK:
            yield from _lines(child, kind)


def _text(paragraph: etree._Element) -> str:
    return " ".join("".join(_strings(paragraph)).split(" ")).strip()


def _strings(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != _FALLBACK:
            yield from _strings(child)


def _pictures(block: etree._Element) -> Iterator[PrintedLine]:
    for picture in block.iter(_PICTURE):
        words = picture.get("descr") or ""
        drawing = picture.getparent()
        if words:
            yield PrintedLine(words, "bildtext")
        if drawing is not None and next(drawing.iter(_CHART), None) is not None:
            yield PrintedLine(words, "diagram")
