"""Word documents with native charts and pictures, each recognisable by what it shows."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from PIL import Image

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
C, A = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("chart", "main"))
CHART = f"""<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>
<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>
<c:cat><c:strLit><c:ptCount val="1"/><c:pt idx="0"><c:v>LABEL</c:v></c:pt></c:strLit></c:cat>
<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numLit></c:val></c:ser>
<c:axId val="1"/><c:axId val="2"/></c:barChart>
<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>
<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="1"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>
</c:plotArea></c:chart></c:chartSpace>"""
DRAWING = f"""<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline><wp:extent cx="2500000" cy="1500000"/>
<wp:docPr id="NUMBER" name="Diagram"/><a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="RELATION"/>
</a:graphicData></a:graphic></wp:inline></w:drawing>"""


def add_chart(document: WordDocument, paragraph: Paragraph, label: str, text: str) -> None:
    """Add a native chart with one column, named by the label, and an alternative text."""
    number = sum(1 for _ in document.element.body.iter(qn("wp:docPr"))) + 1
    content = CHART.replace("LABEL", label).encode()
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, content, document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    drawing = parse_xml(DRAWING.replace("NUMBER", str(7000 + number)).replace("RELATION", relation))
    next(drawing.iter(qn("wp:docPr"))).set("descr", text)
    paragraph.add_run()._r.append(drawing)  # noqa: SLF001 - python-docx knows no charts


def add_picture(paragraph: Paragraph, text: str) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 30), "navy").save(picture, "PNG")
    picture.seek(0)
    paragraph.add_run().add_picture(picture)._inline.docPr.set("descr", text)  # noqa: SLF001


def drawn(labels: Sequence[str]) -> bytes:
    """Return a document of charts over several pages: alone, in a table, two in a paragraph, between pictures."""
    document = Document()
    document.core_properties.title = "Diagram"
    add_picture(document.sections[0].header.paragraphs[0], "Logotyp")
    *alone, in_cell, before, after = labels
    for label in alone:
        document.add_heading(f"Avsnitt {label}", 1)
        add_chart(document, document.add_paragraph(), label, f"Diagram {label}")
    table = document.add_table(1, 2)
    add_picture(table.cell(0, 0).paragraphs[0], "Bild i tabell")
    add_chart(document, table.cell(0, 1).paragraphs[0], in_cell, f"Diagram {in_cell}")
    paragraph = document.add_paragraph("Två diagram och en bild: ")
    add_chart(document, paragraph, before, f"Diagram {before}")
    add_picture(paragraph, "Bild emellan")
    add_chart(document, paragraph, after, f"Diagram {after}")
    return saved(document)


def saved(document: WordDocument) -> bytes:
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()
