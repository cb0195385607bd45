"""A Word document as lines of text, to compare with golden files and to search in."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

LINE_BREAK = " ↵ "


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def outline(data: bytes) -> str:
    """Return the body as lines of ``[Style] text``; a row of a table is ``[Table] one | two``."""
    return "".join(f"{line}\n" for line in _lines(opened(data)))


def header_lines(data: bytes) -> list[str]:
    """Return the lines of every header and footer, the first page's before the others'."""
    section = opened(data).sections[0]
    first = (section.first_page_header, section.first_page_footer) if section.different_first_page_header_footer else ()
    parts = (*first, section.header, section.footer)
    return [f"[{_style(one)}] {_text(one)}" for part in parts for one in part.paragraphs]


def texts(data: bytes) -> list[str]:
    """Return the text of every paragraph in the body, also those in tables, as a reader sees it."""
    document = opened(data)
    return [Paragraph(element, document).text for element in document.element.body.iter(qn("w:p"))]


def _lines(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield f"[{_style(block)}] {_text(block)}"
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "[Table] " + " | ".join(LINE_BREAK.join(_text(one) for one in cell.paragraphs) for cell in row.cells)


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def _text(paragraph: Paragraph) -> str:
    pictures = "".join(f"<bild: {one.get('descr')}>" for one in paragraph._p.iter(qn("wp:docPr")))  # noqa: SLF001
    return (paragraph.text + pictures).replace("\n", LINE_BREAK)
