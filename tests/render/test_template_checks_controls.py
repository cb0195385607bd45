"""A template's fields to write in are checked like the rest of it."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.blanks import Protocol
from pipeline.compose import template_blanks
from pipeline.render.checks import commented, template_faults
from tests.outline import opened
from tests.render.fields import control, with_controls
from tests.render.word import saved, shipped

LOOP = ("{%p for område in programområden %}", "{%p for mål in område.mål %}")
ENDS = ("{%p endfor %}", "{%p endfor %}")
EDIT = "högerklicka på den i Word (under fliken Utvecklare), välj Egenskaper"


def told(content: bytes, blanks: type = Protocol) -> list[str]:
    return [str(fault) for fault in template_faults(content, blanks)]


@pytest.mark.parametrize("name", list(template_blanks(None)))
def test_the_shipped_templates_have_no_fault(name: str) -> None:
    assert told(shipped(name), template_blanks(None)[name]) == []


def test_a_title_or_tag_with_an_unknown_field_is_named() -> None:
    own = control("mål-{{ mål.nr }}.analys", "Mål {{ mål.numer }}: analys", "Text.")

    assert told(with_controls(*LOOP, own, *ENDS)) == [
        "brödtext, stycke 3 (”Text.”): ”{{ mål.numer }}” finns inte; menar du ”{{ mål.nummer }}”?",
        "brödtext, stycke 3 (”Text.”): ”{{ mål.nr }}” finns inte; menar du ”{{ mål.nummer }}”?",
    ]


def test_a_title_is_read_in_its_place_in_the_loop() -> None:
    own = control("mål-{{ mål.nummer }}.analys", "Mål {{ mål.nummer }}: analys", "Text.")

    assert told(with_controls(*LOOP, own, *ENDS)) == []
    assert told(with_controls(own)) != []


@pytest.mark.parametrize(
    ("tag", "title", "missing"), [("", "Analys", "tagg"), ("analys", "", "titel")], ids=["no tag", "no title"]
)
def test_a_field_without_tag_or_title_is_named(tag: str, title: str, missing: str) -> None:
    fault = f"brödtext, stycke 1 (”{{{{ rubrik }}}}”): en innehållskontroll saknar {missing}; {EDIT} och skriv en"

    assert told(with_controls(control(tag, title, "{{ rubrik }}"))) == [fault]


def test_two_fields_with_one_tag_or_title_are_both_named() -> None:
    own = (control("a", "A", "Ett."), control("a", "B", "Två."), control("c", "B", "Tre."))
    same = f"varje fält ska ha en egen: {EDIT} och ändra"

    assert told(with_controls(*own)) == [
        f"brödtext, stycke 1 (”Ett.”): 2 innehållskontroller har taggen ”a”; {same}",
        f"brödtext, stycke 2 (”Två.”): 2 innehållskontroller har taggen ”a”; {same}",
        f"brödtext, stycke 2 (”Två.”): 2 innehållskontroller har titeln ”B”; {same}",
        f"brödtext, stycke 3 (”Tre.”): 2 innehållskontroller har titeln ”B”; {same}",
    ]


def test_a_field_inside_a_sentence_is_named() -> None:
    document = Document()
    names = '<w:sdtPr><w:alias w:val="A"/><w:tag w:val="a"/></w:sdtPr>'
    inside = "<w:sdtContent><w:r><w:t>ord</w:t></w:r></w:sdtContent>"
    paragraph = parse_xml(f"<w:p {nsdecls('w')}><w:sdt>{names}{inside}</w:sdt></w:p>")
    document.element.body.insert(0, paragraph)

    (fault,) = told(saved(document))
    assert fault == (
        "brödtext, stycke 1 (”ord”): innehållskontrollen ”A” står inne i ett stycke; ett fält ska hålla hela stycken: "
        "ta bort den, ställ markören i ett tomt stycke och lägg till den där"
    )


def test_words_own_controls_are_left_alone() -> None:
    contents = control("", "", "Innehåll")

    assert told(with_controls(contents)) == []


def test_the_fault_is_a_comment_where_the_field_stands() -> None:
    content = with_controls("Före.", control("mål", "{{ rubrk }}", "Text."))
    copy = commented(content, template_faults(content, Protocol))

    assert copy is not None
    assert ["rubrk" in comment.text for comment in opened(copy).comments] == [True]
    (start,) = opened(copy).element.body.xpath(".//w:commentRangeStart")
    assert "".join(start.getparent().xpath(".//w:t/text()")) == "Text."
