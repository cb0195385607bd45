"""A chart in a document: its part, its workbook, and the frame in the running text."""

from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from markupsafe import escape

from pipeline.render.chart_book import workbook
from pipeline.render.chart_table import table
from pipeline.render.chart_xml import CHART, chart_xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from pipeline.render.context import Picture

WIDTH_CM, HEIGHT_CM = 16.0, 5.5
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST_ID = 2001
FALLBACK_FONT = "Calibri"


def inline_chart(document: "Document", picture: "Picture", number: int) -> "BaseOxmlElement":
    """Add a chart to the document and return the frame that shows it."""
    shown = table(picture.chart)
    package = document.part.package
    book_name = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
    chart_name = package.next_partname("/word/charts/chart%d.xml")
    part = Part(PackURI(chart_name), CHART_KIND, package=package)
    book = Part(PackURI(book_name), BOOK_KIND, workbook(shown), package)
    link = part.relate_to(book, f"{RELATED}/package")
    part._blob = chart_xml(picture.chart, shown, _font(document), link)  # noqa: SLF001 -- its text names its relation
    relation = document.part.relate_to(part, f"{RELATED}/chart")
    return _frame(relation, number, str(picture["alternativtext"]))


def _frame(relation: str, number: int, alt: str) -> "BaseOxmlElement":
    return parse_xml(
        f'<wp:inline {nsdecls("wp", "a", "r")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{Cm(WIDTH_CM)}" cy="{Cm(HEIGHT_CM)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{FIRST_ID + number}" name="Diagram {number + 1}" descr="{escape(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData>'
        "</a:graphic></wp:inline>"
    )


def _font(document: "Document") -> str:
    """Return the font of the template's own text, so that a restyled template has restyled charts."""
    path = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}"
    normal = document.styles.element.xpath("w:style[@w:default='1' and @w:type='paragraph']/w:rPr/w:rFonts")
    fonts = [*normal, document.styles.element.find(path)]
    found = [font.get(qn("w:ascii")) for font in fonts if font is not None]
    return next((name for name in found if name), FALLBACK_FONT)
