"""What the pictures and charts of a document show, in words, put back where LibreOffice lost it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or a chart in a Word document, and its alternative text."""

    text: str
    chart: bool

    @property
    def silent(self) -> bool:
        """Say whether LibreOffice 7.4 exports it without a text: always for a native chart."""
        return self.chart or not self.text


def drawings(document: "Document") -> tuple[Drawing, ...]:
    """Return what is drawn in the document's body, in its order; headers and footers are not read out."""
    return tuple(_drawing(properties) for properties in document.element.body.iter(qn("wp:docPr")))


def _drawing(properties: "BaseOxmlElement") -> Drawing:
    frame = properties.getparent()
    text = (properties.get("descr") or properties.get("title") or "").strip()
    return Drawing(text, chart=frame is not None and next(frame.iter(qn("c:chart")), None) is not None)


def describe(pdf: pikepdf.Pdf, drawn: tuple[Drawing, ...]) -> int:
    """Give the figures that lack a text their drawing's; return how many still have none.

    The figures are taken in the order of the structure tree, which is the reading order, as the drawings
    are. Where their numbers differ nothing is set: a wrong text is worse than none.
    """
    bare = [figure for figure in figures(pdf.Root.StructTreeRoot) if not has_text(figure)]
    silent = [drawing for drawing in drawn if drawing.silent]
    if len(bare) == len(silent):
        for figure, drawing in zip(bare, silent, strict=True):
            if drawing.text:
                figure.Alt = pikepdf.String(drawing.text)
    return sum(not has_text(figure) for figure in bare)


def figures(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Go through the figures below an element of the structure tree, in reading order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from figures(child)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Figure":
            yield element
        elif "/K" in element:
            yield from figures(element.K)


def has_text(figure: pikepdf.Object) -> bool:
    """Say whether a screen reader has something to say of the figure."""
    return bool(str(figure.get("/Alt", "")).strip())
