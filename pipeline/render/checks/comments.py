"""A copy of a faulty template with the faults as Word comments, where the clerk meets them."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from pipeline.render.checks.found import TemplateFault
from pipeline.render.checks.places import BODY, PARAGRAPH, Part, lines
from pipeline.render.package import settled

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "Mallkontroll", "MK"
DATE, DAY = qn("w:date"), "2000-01-01T00:00:00Z"


def commented(content: bytes, found: Sequence[TemplateFault]) -> bytes | None:
    """Return the template with a comment for each fault, or None for one that cannot be opened.

    Comments can stand in the body alone: a fault in a header, or in the file as a whole, is told at the
    first paragraph. The same faults give the same bytes.
    """
    if any(fault.closed for fault in found):
        return None
    document = Document(io.BytesIO(content))
    every = lines(Part(BODY, document.element.body))
    paragraphs = {line.spot.number: line.element for line in every if line.element.tag == PARAGRAPH}
    first = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    for fault in found:
        here = fault.spot is not None and fault.spot.part == BODY
        element = paragraphs.get(fault.spot.number) if here and fault.spot is not None else None
        own = (first._p if element is None else element).iter(qn("w:r"))  # noqa: SLF001 -- also runs inside links
        runs = [Run(run, first) for run in own if isinstance(run, CT_R)]
        _comment(document, runs or [first.add_run()], fault.text if element is not None else str(fault))
    result = io.BytesIO()
    document.save(result)
    return settled(result.getvalue())


def _comment(document: "WordDocument", runs: list[Run], text: str) -> None:
    comment = document.add_comment(runs, text, author=AUTHOR, initials=INITIALS)
    comment._comment_elm.set(DATE, DAY)  # noqa: SLF001 -- python-docx writes the time of the clock
