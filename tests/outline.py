"""A Word document as lines of text, to compare with golden files and to search in."""

import io
from collections.abc import Iterable, Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from pipeline.render.blocks import inside_of, value_of

LINE_BREAK, PROMPT = " ↵ ", "uppmaning"


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def outline(data: bytes) -> str:
    """Return the body as lines of ``[Style] text``; a row of a table is ``[Table] one | two``.

    What stands in a field has ``<title | tag>`` above it and ``</>`` below, and a prompt is ``[uppmaning] text``.
    """
    return "".join(f"{line}\n" for line in _lines(opened(data)))


def header_lines(data: bytes) -> list[str]:
    """Return the lines of every header and footer, the first page's before the others'."""
    section = opened(data).sections[0]
    first = (section.first_page_header, section.first_page_footer) if section.different_first_page_header_footer else ()
    parts = (*first, section.header, section.footer)
    return [f"[{_style(one)}] {_text(one)}" for part in parts for one in part.paragraphs]


def texts(data: bytes) -> list[str]:
    """Return the text of every paragraph in the body, also those in tables, as a reader sees it.

    What stands in a control within a paragraph is read too: LibreOffice makes such of a field's first paragraph.
    """
    return ["".join(_signs(paragraph)) for paragraph in opened(data).element.body.iter(qn("w:p"))]


def _signs(paragraph: BaseOxmlElement) -> Iterator[str]:
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is paragraph and isinstance(run, CT_R):
            yield run.text


def paragraphs(data: bytes) -> list[Paragraph]:
    """Return every paragraph in the body, also those in tables and fields."""
    document = opened(data)
    return [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]


def _lines(document: WordDocument) -> Iterator[str]:
    yield from _blocks(document.element.body, document)


def _blocks(holder: Iterable[object], document: WordDocument) -> Iterator[str]:
    for block in holder:
        if isinstance(block, CT_P):
            yield _paragraph(Paragraph(block, document))
        elif isinstance(block, CT_Tbl):
            yield from _rows(Table(block, document))
        elif isinstance(block, _Element) and block.tag == qn("w:sdt"):
            yield f"<{value_of(block, 'w:alias')} | {value_of(block, 'w:tag')}>"
            yield from _blocks(inside_of(block), document)
            yield "</>"


def _paragraph(paragraph: Paragraph) -> str:
    prompt = PROMPT if paragraph._p.xpath("ancestor::w:sdt/w:sdtPr/w:showingPlcHdr") else ""  # noqa: SLF001
    return f"[{prompt or _style(paragraph)}] {_text(paragraph)}"


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "[Table] " + " | ".join(LINE_BREAK.join(_text(one) for one in cell.paragraphs) for cell in row.cells)


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def _text(paragraph: Paragraph) -> str:
    pictures = "".join(f"<bild: {one.get('descr')}>" for one in paragraph._p.iter(qn("wp:docPr")))  # noqa: SLF001
    return (paragraph.text + pictures).replace("\n", LINE_BREAK)
