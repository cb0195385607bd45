"""A Word template compiled once and filled in many times: docxtpl reads its tags, Jinja keeps them as code in memory.

What the tags do not touch lies ready to be copied. Where a template has what is not known here, docxtpl fills it in.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from pipeline.render.blocks import CONTROL, HOLDERS
from pipeline.render.columns import may_change
from pipeline.render.environment import Sandbox
from pipeline.render.faults import BROKEN, NOT_WORD, TemplateFaultError
from pipeline.render.flow import FIELD_MARK, canonical
from pipeline.render.lists import NUMBERED, pattern_of
from pipeline.render.package import MAIN, Packed, is_word, packed, parts_of, zipped
from pipeline.render.proof import cannot_break, stray
from pipeline.render.styles import font_of, style_ids

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Template

    from pipeline.render.environment import AsRuns

KEPT = 16
"""How many templates are kept compiled."""
SPELT_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
BREAKS = ("\n", "\t", "\a", "\f")
PARAGRAPH, TAG = re.compile("<w:p([ >])"), re.compile("<[^>]+>")
PICTURE_ID = re.compile(r'(<wp:docPr (?:[^>]*? )?id=")[^"]*')
FIRST_ID = 1001
NOT_IN_TEXT = re.compile(r"<(?<=[^>]<)(?!/w:t>|/w:instrText>|/(?!w:))")
INSIDE_TEXT = ("<w:t><w:", 'preserve"><w:')
UNKNOWN = re.compile(r"<!--|<\?|<w:(?:altChunk|subDoc|customXml|smartTag)[ >/]")


class _Strict(DocxTemplate):  # type: ignore[misc]
    """A Word template that is read strictly: docxtpl would mend broken XML by dropping text."""

    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401 -- docxtpl has no types
        """Refuse what docxtpl would repair, then let it count the columns."""
        etree.fromstring(xml)
        return super().fix_tables(xml)

    def render_properties(self, *_: object) -> None:
        """Leave the document's properties to `finish`."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that is ready to be filled in.

    `tagged` are its parts with tags, in the order that they are filled in; `raw` are all its parts, and `ready` the
    same as they lie in the zip file. `styles` are its styles' ids by their names. `pattern` is the list pattern of
    numbered paragraphs, if it has one. `used` are the names of the styles of its paragraphs, and `unbreakable` the
    parts that its tags cannot break.
    """

    tagged: Mapping[str, "Template"]
    raw: Mapping[str, bytes]
    ready: Mapping[str, Packed]
    styles: Mapping[str, str]
    font: str
    pattern: str | None
    numbering: str
    core: str
    sandbox: Sandbox
    used: frozenset[str]
    has_controls: bool
    has_pictures: bool
    has_odd_tables: bool
    is_known: bool
    unbreakable: frozenset[str]

    def fill(self, fields: dict[str, object], as_runs: "AsRuns") -> dict[str, str]:
        """Return the parts that have tags, filled in and sound, by their names.

        Raises:
            TemplateError, TemplateFaultError: A tag asks for what is not there; the tags break the document.
        """
        self.sandbox.start(as_runs)
        filled = self._filled(fields) if self.is_known else self._filled_by_docxtpl(fields)
        sure = frozenset[str]() if self.sandbox.has_drawn else self.unbreakable
        for name, xml in filled.items():
            if name not in sure:
                _check(xml, is_body=name == MAIN)
        return filled

    def _filled(self, fields: dict[str, object]) -> dict[str, str]:
        found = {name: _with_breaks(template.render(fields)) for name, template in self.tagged.items()}
        if self.has_odd_tables:
            tree: etree._Element = _Strict(None).fix_tables(found[MAIN])
            found[MAIN] = canonical(etree.tostring(tree, encoding="unicode"))
        if self.has_pictures:
            ids = count(FIRST_ID)
            found[MAIN] = PICTURE_ID.sub(lambda match: f"{match[1]}{next(ids)}", found[MAIN])
        return found

    def _filled_by_docxtpl(self, fields: dict[str, object]) -> dict[str, str]:
        word = _opened(zipped(self.ready.values()))
        word.render(fields, self.sandbox, autoescape=True)
        parts = _saved(word)
        return {name: _text(parts[name]) for name in self.tagged}


@lru_cache(KEPT)
def compiled(template: bytes) -> Compiled:
    """Return the template compiled; the same bytes are compiled once.

    Raises:
        TemplateError, TemplateFaultError: A tag cannot be read; the file is no Word template.
    """
    word = _opened(template)
    _mark_fields(word.docx)
    raw, styles, sandbox = _saved(word), style_ids(word.docx), Sandbox()
    source = {name: word.patch_xml(_text(raw[name])) for name in _tagged_parts(word)}
    tagged = {name: xml for name, xml in source.items() if name == MAIN or _has_tags(xml)}
    is_known = not any(map(UNKNOWN.search, source.values()))
    parts = {name: _code(xml, sandbox) for name, xml in tagged.items()}
    return Compiled(
        tagged={name: code for name, (code, _) in parts.items()},
        raw=raw,
        ready={name: packed(name, part) for name, part in raw.items()},
        styles=styles,
        font=font_of(word.docx),
        pattern=pattern_of(word.docx, styles.get(NUMBERED)),
        numbering=_named(word, CONTENT_TYPE.WML_NUMBERING),
        core=_named(word, CONTENT_TYPE.OPC_CORE_PROPERTIES),
        sandbox=sandbox,
        used=frozenset(name for name, key in styles.items() if f'<w:pStyle w:val="{key}"/>' in source[MAIN]),
        has_controls="<w:sdt" in source[MAIN],
        has_pictures="<wp:docPr " in source[MAIN],
        has_odd_tables=may_change(source[MAIN]),
        is_known=is_known,
        unbreakable=frozenset(name for name, (_, is_sure) in parts.items() if is_sure and is_known),
    )


def _opened(template: bytes) -> _Strict:
    if not is_word(template):
        raise TemplateFaultError(NOT_WORD)
    word = _Strict(io.BytesIO(template))
    try:
        word.init_docx()
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateFaultError(NOT_WORD) from error
    return word


def _mark_fields(document: "Document") -> None:
    """Mark the controls that hold whole paragraphs, while it can be seen what they stand in."""
    body = document.element.body
    for control in (one for holder in body.iter(*HOLDERS) for one in holder.iterchildren(CONTROL)):
        control.set(*FIELD_MARK)


def _saved(word: DocxTemplate) -> dict[str, bytes]:
    """Return the parts as python-docx writes them, with properties of the document even if it had none."""
    result = io.BytesIO()
    assert word.docx.core_properties is not None  # noqa: S101 -- they are made when they are asked for
    word.docx.save(result)
    return parts_of(result.getvalue())


def _tagged_parts(word: DocxTemplate) -> Iterator[str]:
    edges = (part for uri in (word.HEADER_URI, word.FOOTER_URI) for _, part in word.get_headers_footers(uri))
    yield from dict.fromkeys(part.partname.lstrip("/") for part in (word.docx.part, *edges))
    if notes := _named(word, CONTENT_TYPE.WML_FOOTNOTES):
        yield notes


def _named(word: DocxTemplate, kind: str) -> str:
    """Return the name of the part of a kind, and nothing where there is none."""
    found = (part.partname for part in word.docx.part.package.parts if part.content_type == kind)
    return next(found, "").lstrip("/")


def _text(part: bytes) -> str:
    return canonical(str(etree.tostring(parse_xml(part), encoding="unicode")))  # type: ignore[arg-type] # bytes will do


def _has_tags(xml: str) -> bool:
    return "{" in xml or any(sign in xml for sign in BREAKS)


def _code(xml: str, sandbox: Sandbox) -> "tuple[Template, bool]":
    """Compile a part, and say if its tags cannot break it; a fault is told with what stands around it."""
    try:
        tree = sandbox.parse(xml)
        is_sure = not any(sign in xml for sign in BREAKS) and cannot_break(tree, xml)
        return sandbox.from_string(tree), is_sure
    except TemplateSyntaxError:
        raise _placed(PARAGRAPH.sub(r"\n<w:p\1", xml), sandbox) from None


def _placed(source: str, sandbox: Sandbox) -> TemplateSyntaxError:
    """Return the fault of a part that has a line for each paragraph."""
    try:
        sandbox.from_string(source)
    except TemplateSyntaxError as error:
        first = max(error.lineno - 4, 0)
        error.docx_context = [TAG.sub("", line) for line in source.splitlines()[first : first + 7]]  # type: ignore[attr-defined]
        return error
    raise AssertionError(source)


def _with_breaks(xml: str) -> str:
    """Return what Jinja made with line breaks and tabs as Word has them."""
    for spelt, brace in SPELT_BRACES.items() if "{" in xml or "}" in xml else ():
        xml = xml.replace(spelt, brace)
    return str(_Strict(None).resolve_listing(xml)) if any(sign in xml for sign in BREAKS) else xml


def _check(xml: str, *, is_body: bool) -> None:
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 -- expat's own signature
    except expat.ExpatError as error:
        raise TemplateFaultError(BROKEN) from error
    if is_body and not _is_sound(xml):
        raise TemplateFaultError(BROKEN)


def _is_sound(xml: str) -> bool:
    """Say whether every text stands in a text element, and nothing but text in it."""
    is_plain = NOT_IN_TEXT.search(xml) is None and not any(one in xml for one in INSIDE_TEXT)
    return is_plain or not stray(etree.fromstring(xml))
