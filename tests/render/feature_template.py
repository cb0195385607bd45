"""A template that uses every feature a template may use, and the blanks that it is filled in with."""

import io
import struct
import zlib
from random import Random

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from pipeline.blanks import FIGURE_STYLE, STATUS_STYLES, Paragraph, Protocol
from tests.render.fields import control
from tests.render.word import saved
from tests.samples import empty

SIGNS = ("å & ä", "<b>", "{{ x }}", 'ett "citat"', "rad\nrad", "kolumn\tkolumn", "{% if %}", "  ", "–", "R&D's", "")


def feature_template() -> bytes:
    """Return the template, made with python-docx."""
    document = Document()
    for name in (*STATUS_STYLES.values(), FIGURE_STYLE, "Placeholder Text"):
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for level in (1, 2):
        document.styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH)
    header, footer = document.sections[0].header.paragraphs[0], document.sections[0].footer.paragraphs[0]
    header.add_run("{{ kommun }}\t{{ organ }}").add_picture(io.BytesIO(_picture()))
    footer.add_run("{{ titel }} ")._r.append(parse_xml(f"<w:instrText {nsdecls('w')}> PAGE </w:instrText>"))  # noqa: SLF001
    for style, text in _lines():
        document.add_paragraph(text, style)
    document.add_picture(io.BytesIO(_picture()))
    document.add_picture(io.BytesIO(_picture()))
    _tables(document)
    body = document.element.body
    body[-1].addprevious(control("a", "A", "{{p stycken(sammanfattning) }}", prompt="Skriv här."))
    body[-1].addprevious(control("b", "B", "{{ rubrik }}", prompt="Skriv här."))
    return saved(document)


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        ("Normal", "{%p macro stycken(text) %}"),
        ("Normal", "{%p for s in text %}"),
        ("Normal", '{%p if s.slag == "nummer" %}'),
        ("List Number", "{{ s.text }}"),
        ("Normal", '{%p elif s.slag == "punkt" %}'),
        ("List Bullet", "{{ s.text|upper }}"),
        ("Normal", "{%p else %}"),
        ("Body Text", "{{ s.text }}"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{%p endmacro %}"),
        ("TOC 1", "{{ rubrik }}"),
        ("Heading 1", "{{ rubrik }}"),
        ("Body Text", "Före {% if genomfört %}ja{% else %}nej{% endif %}\tefter\nrad {_{ kvar }_} {{ titel }}"),
        ("Body Text", "{{ beslut|join(', ') }} {{ beslut|length }} {{ 'a' ~ rubrik }}"),
        ("Normal", "{%p for b in beslut %}"),
        ("List Number", "{{ loop.index }} {{ b }}"),
        ("Normal", "{%p endfor %}"),
    )


def _tables(document: WordDocument) -> None:
    rows = document.add_table(4, 2)
    rows.cell(0, 0).text, rows.cell(0, 1).text = "Nr", "Text"
    rows.cell(1, 0).merge(rows.cell(1, 1)).text = "{%tr for s in sammanfattning %}"
    rows.cell(2, 0).text, rows.cell(2, 1).text = "{{ s.slag }}", "{{ s.text }}"
    rows.cell(3, 0).merge(rows.cell(3, 1)).text = "{%tr endfor %}"
    columns = document.add_table(1, 3)
    for cell, text in zip(columns.rows[0].cells, ("{%tc for b in beslut %}", "{{ b }}", "{%tc endfor %}"), strict=True):
        cell.text = text


def generated(seed: int) -> Protocol:
    """Return blanks with signs and lists that a template may meet; the same seed gives the same."""
    random = Random(seed)  # noqa: S311 -- not for secrets

    def text() -> str:
        return " ".join(random.choice(SIGNS) for _ in range(random.randint(1, 4)))

    kinds = ("stycke", "punkt", "nummer")
    many = tuple(Paragraph(text(), random.choice(kinds)) for _ in range(random.randint(0, 8)))  # type: ignore[arg-type]
    return empty(
        Protocol,
        titel=text(),
        rubrik=text(),
        kommun=text(),
        organ=text(),
        genomfört=random.random() < 0.5,
        sammanfattning=many,
        beslut=tuple(text() for _ in range(random.randint(1, 5))),
    )


def _picture() -> bytes:
    """Return a picture of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
