"""What people have written is put into the fields of a document, in the document's own styles."""

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.model.written import Stretch, Written, WrittenParagraph, is_followed
from pipeline.render.blocks import PARAGRAPH, controls, inside_of, properties_of, value_of
from pipeline.render.chart import LINKS
from pipeline.render.controls import field_spans
from pipeline.render.flow import canonical
from pipeline.render.listing import tie_lead_ins
from pipeline.render.lists import (
    BULLETED,
    CONTINUED,
    NUMBERED,
    deepest_level,
    list_of,
    new_list,
    pattern_of,
    put_in_list,
)
from pipeline.render.package import MAIN, packed, parts_of, zipped
from pipeline.render.styles import style_ids, style_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.run import CT_R
    from lxml.etree import _Element

PLAIN, LINK = "Body Text", "Hyperlink"
BREAKS = {"\n": "w:br", "\t": "w:tab"}
WRITTEN_IN = (MAIN, LINKS, "word/numbering.xml")
BREAK = re.compile(r"([\n\t])")


def fill(document: bytes, contents: Mapping[str, Written]) -> tuple[bytes, tuple[str, ...]]:
    """Return the document with these texts in the fields that have these tags, and the tags that no field has.

    All else stays as it is. A plain paragraph has the style that the field's own had at its place, a list the
    template's style for lists; a numbered list starts at 1, unless the field's own went on under a second
    lead-in. Only links to the web and to an e-mail address are made.
    """
    word = Document(io.BytesIO(document))
    fields = {value_of(one, "w:tag"): one for one in controls(word.element.body)}
    left = tuple(tag for tag in contents if tag not in fields)
    if len(left) == len(contents):
        return document, left
    for tag, written in contents.items():
        if tag in fields:
            _Field(word, fields[tag]).write(written)
    return _saved(document, word, set(contents)), left


def _saved(document: bytes, word: "WordDocument", tags: set[str]) -> bytes:
    """Return the document with what leads into a list in these fields kept on its page, and all else as it was."""
    result = io.BytesIO()
    word.save(result)
    parts = parts_of(result.getvalue())
    parts |= {name: part for name, part in parts_of(document).items() if name in parts and name not in WRITTEN_IN}
    body = canonical(parts[MAIN].decode())
    parts[MAIN] = tie_lead_ins(body, style_ids(word), field_spans(body, tags)).encode()
    return zipped(packed(name, part) for name, part in parts.items())


class _Field:
    """A field of the document, and the styles that its text is written in."""

    def __init__(self, document: "WordDocument", control: "_Element") -> None:
        """Look at how the field's own paragraphs are styled."""
        self._document, self._control = document, control
        self._styles = style_ids(document)
        own = [style_of(one) for one in inside_of(control).iterchildren(PARAGRAPH)]
        self._goes_on = self._styles.get(CONTINUED) in own
        listed = {self._styles.get(name) for name in (BULLETED, NUMBERED, CONTINUED)}
        self._plain = [style for style in own if style not in listed] or [self._styles.get(PLAIN)]
        self._current = ""

    def write(self, written: Written) -> None:
        """Put the text in place of what stands in the field."""
        inside = inside_of(self._control)
        for old in list(inside):
            inside.remove(old)
        for one in written:
            inside.append(self._paragraph(one))
        properties = properties_of(self._control)
        for prompt in properties.findall(qn("w:showingPlcHdr")):
            properties.remove(prompt)

    def _paragraph(self, written: WrittenParagraph) -> "_Element":
        paragraph = _element("w:p")
        match written.kind:
            case "punkt" if style := self._styles.get(BULLETED):
                _set_style(paragraph, style)
                self._indent(paragraph, list_of(self._document, style), written.level, style)
            case "nummer" if style := self._styles.get(NUMBERED):
                self._number(paragraph, style, written.level)
            case _:
                _set_style(paragraph, self._plain.pop(0) if len(self._plain) > 1 else self._plain[0])
        if written.level == 0 and written.kind != "nummer" and not self._goes_on:
            self._current = ""
        for stretch in written.stretches:
            paragraph.append(self._stretch(stretch))
        return paragraph

    def _number(self, paragraph: "_Element", style: str, level: int) -> None:
        _set_style(paragraph, style)
        pattern = pattern_of(self._document, style)
        if pattern is not None:
            self._current = self._current or new_list(self._document, pattern)
            put_in_list(paragraph, self._current, min(level, deepest_level(self._document, pattern)))

    def _indent(self, paragraph: "_Element", used: str | None, level: int, style: str) -> None:
        deepest = deepest_level(self._document, pattern_of(self._document, style))
        if used is not None and min(level, deepest) > 0:
            put_in_list(paragraph, used, min(level, deepest))

    def _stretch(self, stretch: Stretch) -> "_Element":
        """Return a run, in a link where it leads somewhere that may be followed."""
        run = _run(stretch)
        if not is_followed(stretch.link):
            return run
        if look := self._styles.get(LINK):
            cast("CT_R", run).get_or_add_rPr().insert(0, _element("w:rStyle", val=look))
        target = self._document.part.relate_to(stretch.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink", {qn("r:id"): target, qn("w:history"): "1"})
        link.append(run)
        return link


def _set_style(paragraph: "_Element", style: str | None) -> None:
    if style is not None:
        cast("CT_P", paragraph).get_or_add_pPr().append(_element("w:pStyle", val=style))


def _run(stretch: Stretch) -> "_Element":
    run = _element("w:r")
    looks = [tag for tag, wanted in (("w:b", stretch.bold), ("w:i", stretch.italic)) if wanted]
    for tag in looks:
        cast("CT_R", run).get_or_add_rPr().append(_element(tag))
    for part in BREAK.split(stretch.text):
        run.append(_element(BREAKS[part]) if part in BREAKS else _text(part))
    return run


def _text(text: str) -> "_Element":
    found = _element("w:t")
    found.text = text
    found.set(qn("xml:space"), "preserve")
    return found


def _element(tag: str, **values: str) -> "_Element":
    return OxmlElement(tag, {qn(f"w:{key}"): value for key, value in values.items()})
