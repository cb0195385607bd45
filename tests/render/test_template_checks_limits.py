"""A template always comes to an end, without a clock; and its looks are a matter of Word alone."""

import base64
import io
import time
from dataclasses import replace
from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from pipeline.blanks import InterimReport, OfficialReport, Paragraph, Protocol
from pipeline.render.checks import template_faults
from tests.outline import header_lines, opened, outline, texts
from tests.render.word import part, refused, rendered, saved, shipped, template
from tests.samples import AREAS, empty

SECONDS = 60
TOO_MUCH = (
    "protokoll.docx: mallen går så många varv att dokumentet aldrig skulle bli klart; jämför slingorna med "
    "originalmallens"
)
BLANKS = empty(
    Protocol,
    titel="T",
    rubrik="R" * 60,
    beslut=tuple("abcdefghij"),
    sammanfattning=tuple(Paragraph("x" * 3000) for _ in range(40)),
)
FIRST, DOUBLE = "{% set x = titel %}", "{% set x = x ~ x %}"
DOUBLED, SOME = FIRST + DOUBLE * 40, FIRST + DOUBLE * 18
FOR, END = "{% for a in beslut %}", "{% endfor %}"
ENDLESS = {
    "nested loops": FOR * 12 + "x" + END * 12,
    "nested loops of text": FOR * 8 + "x" * 5000 + END * 8,
    "nested loops of a field": FOR * 6 + "{{ sammanfattning[0].text }}" + END * 6,
    "a text doubled": DOUBLED + "{{ x }}",
    "a text added to itself": DOUBLED.replace("~", "+") + "{{ x }}",
    "a text joined with itself": "{% set x = 'abc' %}" + "{% set x = x|join(x) %}" * 8 + "{{ x }}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n[1:]) }}{{ m(n[1:]) }}{% endif %}{% endmacro %}{{ m(rubrik) }}"
    ),
    "a filter in nested loops": SOME + FOR * 6 + "{{ x|upper|list|length }}" + END * 6,
}
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize("tag", ENDLESS.values(), ids=ENDLESS)
def test_endless_template_ends_with_one_sentence(tag: str) -> None:
    start = time.monotonic()

    assert refused(template(tag), BLANKS) == [TOO_MUCH]
    assert time.monotonic() - start < SECONDS


@pytest.mark.shared
def test_ten_thousand_million_passes_are_refused(shared: Path) -> None:
    word = (shared / "data" / "hostile" / "templates" / "t7_infinite.docx").read_bytes()

    assert refused(word, BLANKS)[0].startswith("protokoll.docx: ")


@pytest.mark.parametrize(
    "tag", ["{{ (titel, titel) }}", "{{ [titel] }}", "{{ {'a': titel} }}", "{% filter upper %}x{% endfilter %}"]
)
def test_what_could_grow_without_a_count_is_refused(tag: str) -> None:
    (message,) = refused(template(tag), BLANKS)

    assert "mallen gör något som en mall inte får" in message


def test_large_but_reasonable_report_is_far_from_the_limit() -> None:
    long = tuple(Paragraph("En lång text om läget. " * 20) for _ in range(5))
    one = next(goal for area in AREAS for goal in area.mål if goal.indikatorer)
    rows = tuple(replace(one.indikatorer[0], id=str(number), diagram=None, analys=long) for number in range(10))
    same = replace(one, indikatorer=rows, analys=long, orsak=long, ambitionsnivå=long)
    goals = tuple(replace(same, nummer=str(number)) for number in range(40))
    report = empty(InterimReport, titel="Stor", programområden=(replace(AREAS[0], mål=goals),))

    document = rendered(shipped("delarsrapport.docx"), report, "delarsrapport.docx")

    assert len(part(document, "word/document.xml")) > 2_000_000


def restyled() -> bytes:
    """Return the official's report as a municipality could make it its own, in Word alone."""
    document = opened(shipped("tjansteskrivelse.docx"))
    title = document.styles["Title"]
    title.font.name, title.font.size, title.font.color.rgb = "Georgia", Pt(30), RGBColor(0x7A, 0x00, 0x1E)
    document.styles["Heading 1"].font.italic = True
    document.styles["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    section = document.sections[0]
    section.header.paragraphs[0].insert_paragraph_before("Vår kommun, {{ kommun }}").add_run().add_picture(
        io.BytesIO(LOGO)
    )
    section.footer.add_paragraph("Besök oss på torget. {{ diarienummer }}")
    return saved(document)


def test_restyled_template_is_sound_and_everything_follows() -> None:
    letter = empty(
        OfficialReport, titel="T", rubrik="Ärendet", kommun="Ås & Ö", diarienummer="KS 1", förslag=("att …",)
    )
    word = restyled()
    before = rendered(shipped("tjansteskrivelse.docx"), letter, "tjansteskrivelse.docx")
    after = rendered(word, letter, "tjansteskrivelse.docx")
    styles = opened(after).styles

    assert template_faults(word, OfficialReport) == ()
    assert outline(after) == outline(before)
    assert texts(after) == texts(before)
    assert (styles["Title"].font.name, styles["Title"].font.size) == ("Georgia", Pt(30))
    assert styles["Title"].font.color.rgb == RGBColor(0x7A, 0x00, 0x1E)
    assert styles["Heading 1"].font.italic
    assert styles["Body Text"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert [line for line in header_lines(after) if "Vår kommun" in line or "torget" in line] == [
        "[Normal] Vår kommun, Ås & Ö<bild: None>",
        "[Normal] Besök oss på torget. KS 1",
    ]
    assert list(opened(after).sections[0].header._element.iter(qn("a:blip")))  # noqa: SLF001
