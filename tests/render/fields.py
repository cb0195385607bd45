"""Templates with a content control, and what is written in the fields of a document."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pipeline.model.written import Stretch, Written, WrittenParagraph
from pipeline.render.blocks import controls, inside_of, value_of
from tests.outline import opened
from tests.render.word import saved, shipped

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.etree import _Element

KINDS = {"ListBullet": "punkt", "ListNumber": "nummer"}


def control(tag: str, title: str, *lines: str, prompt: str = "") -> "BaseOxmlElement":
    """Return a control with a paragraph per line, and one for the prompt."""
    names = "".join(f'<w:{name} w:val="{value}"/>' for name, value in (("alias", title), ("tag", tag)) if value)
    look = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    runs = [("", line) for line in lines] + ([(look, prompt)] if prompt else [])
    inside = "".join(f"<w:p><w:r>{style}<w:t>{text}</w:t></w:r></w:p>" for style, text in runs)
    xml = f"<w:sdt {nsdecls('w')}><w:sdtPr>{names}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    return parse_xml(xml)


def with_controls(*blocks: "str | BaseOxmlElement", template: str = "protokoll.docx") -> bytes:
    """Return a shipped template whose body is these paragraphs (``Style::text``) and controls."""
    document = Document(io.BytesIO(shipped(template)))
    body = document.element.body
    for old in list(body)[:-1]:
        body.remove(old)
    for block in blocks:
        if isinstance(block, str):
            style, _, text = block.rpartition("::")
            document.add_paragraph(text, style or "Body Text")
        else:
            body[-1].addprevious(block)
    return saved(document)


def texts_of(document: bytes) -> dict[str, str]:
    """Return the text of each field by its tag, a line per paragraph."""
    found = controls(opened(document).element.body)
    return {value_of(one, "w:tag"): "\n".join(map(_text, inside_of(one))) for one in found}


def written_in(document: bytes, tag: str) -> Written:
    """Return what stands in a field, as it was written."""
    word = opened(document)
    (found,) = [one for one in controls(word.element.body) if value_of(one, "w:tag") == tag]
    return tuple(_paragraph(one, word.part) for one in inside_of(found))


def _paragraph(paragraph: "_Element", part: Part) -> WrittenParagraph:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    level = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    kind = KINDS.get("" if style is None else str(style.get(qn("w:val"))), "stycke")
    stretches = tuple(_stretches(paragraph, part))
    depth = 0 if level is None else int(str(level.get(qn("w:val"))))
    return WrittenParagraph(stretches, kind, depth)  # type: ignore[arg-type]


def _stretches(paragraph: "_Element", part: Part) -> Iterator[Stretch]:
    for run in paragraph.iter(qn("w:r")):
        around = run.getparent()
        link = "" if around is None or around.tag != qn("w:hyperlink") else str(around.get(qn("r:id")))
        bold, italic = (run.find(f"{qn('w:rPr')}/{qn(name)}") is not None for name in ("w:b", "w:i"))
        yield Stretch(_text(run), bold, italic, part.rels[link].target_ref if link else "")


def _text(block: "_Element") -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(signs.get(str(one.tag), one.text or "") for one in block.iter(qn("w:t"), *signs))
