"""What people have written is put into a document's fields, and nothing else of it changes."""

import io
import string
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.blanks import Protocol
from pipeline.model.written import Stretch, WrittenParagraph
from pipeline.render import fill
from tests.conftest import SHARED, VALIDATOR
from tests.outline import opened, outline
from tests.render.fields import control, texts_of, with_controls, written_in
from tests.render.word import printed, rendered
from tests.sample_documents import FULL
from tests.samples import empty

BLANKS = empty(Protocol, titel="T")
PAGE = rendered(
    with_controls(
        "Heading 1::§ 1",
        control("a", "A", prompt="Skriv här"),
        "Heading 2::Mer",
        control("b", "B", "Det som stod här."),
    ),
    BLANKS,
)
SIGNS = string.ascii_letters + "åäöÅÄÖ 0123456789&<>\"'{}%#\t\n—”\N{NO-BREAK SPACE}\N{GRINNING FACE}"
LINKS = st.sampled_from(("", "", "https://example.org/?a=1&b=2", "mailto:registrator@example.org"))
STRETCHES = st.builds(Stretch, st.text(SIGNS, min_size=1, max_size=30), st.booleans(), st.booleans(), LINKS)
PARAGRAPHS = st.one_of(
    st.builds(WrittenParagraph, st.lists(STRETCHES, max_size=4).map(tuple)),
    st.builds(
        WrittenParagraph,
        st.lists(STRETCHES, min_size=1, max_size=3).map(tuple),
        st.sampled_from(("punkt", "nummer")),
        st.integers(0, 2),
    ),
)


def plain(*lines: str) -> tuple[WrittenParagraph, ...]:
    """Return paragraphs: ``- `` begins an item of a list, ``1. `` of a numbered one, two spaces a deeper level."""
    found = []
    for line in lines:
        mark, _, rest = line.lstrip().partition(" ")
        kind = {"-": "punkt", "1.": "nummer"}.get(mark, "stycke")
        level = (len(line) - len(line.lstrip())) // 2
        found.append(WrittenParagraph((Stretch(line.strip() if kind == "stycke" else rest),), kind, level))  # type: ignore[arg-type]
    return tuple(found)


@settings(max_examples=100, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=6).map(tuple))
def test_what_is_written_stands_in_the_field_as_it_was_written(written: tuple[WrittenParagraph, ...]) -> None:
    document, left = fill(PAGE, {"a": written})

    assert left == ()
    assert written_in(document, "a") == written
    assert fill(PAGE, {"a": written})[0] == document


@pytest.mark.parametrize(("name", "blanks"), [(name, many[0]) for name, many in FULL.items()], ids=FULL)
def test_a_document_that_nothing_is_put_in_is_the_same_bytes(name: str, blanks: Protocol) -> None:
    document = printed(name, blanks)

    assert fill(document, {}) == (document, ())


def test_all_outside_the_field_stays_as_it_was() -> None:
    document, _ = fill(PAGE, {"a": plain("Ny text.", "1. ett")})
    parts = [zipfile.ZipFile(io.BytesIO(one)) for one in (PAGE, document)]
    changed = [name for name in parts[0].namelist() if parts[0].read(name) != parts[1].read(name)]
    before, after = (part.read("word/document.xml").decode() for part in parts)

    assert changed == ["word/document.xml", "word/numbering.xml"]
    assert [before.split("<w:sdt>")[number] for number in (0, 2)] == [
        after.split("<w:sdt>")[number] for number in (0, 2)
    ]
    assert before.split("</w:sdt>")[1:] == after.split("</w:sdt>")[1:]


def test_a_tag_that_no_field_has_is_told() -> None:
    document, left = fill(PAGE, {"a": plain("Ny."), "mål-9.analys": plain("Borta."), "c": plain("Också.")})

    assert left == ("mål-9.analys", "c")
    assert texts_of(document) == {"a": "Ny.", "b": "Det som stod här."}


def test_what_is_written_is_no_prompt() -> None:
    document, _ = fill(PAGE, {"a": plain("Ny.")})

    assert outline(document).splitlines()[1:4] == ["<A | a>", "[Normal] Ny.", "</>"]
    assert not opened(document).element.body.xpath(".//w:showingPlcHdr")


def test_a_numbered_list_starts_over_after_a_paragraph() -> None:
    document, _ = fill(PAGE, {"a": plain("1. ett", "1. två", "mellan", "1. tre"), "b": plain("1. fyra")})
    numbers = [str(one.get(qn("w:val"))) for one in opened(document).element.body.xpath(".//w:numPr/w:numId")]

    assert [numbers.index(one) for one in numbers] == [0, 0, 2, 3]


def test_paragraphs_keep_the_styles_that_the_field_had() -> None:
    own = control("a", "A", "Summering: ett.", "två")
    for paragraph, style in zip(own.iter(qn("w:p")), ("Heading3", "BodyText"), strict=True):
        paragraph.get_or_add_pPr()._add_pStyle().set(qn("w:val"), style)  # type: ignore[attr-defined] # noqa: SLF001
    document, _ = fill(rendered(with_controls(own), BLANKS), {"a": plain("Ett.", "Två.", "- tre", "Fyra.")})

    assert outline(document).splitlines()[1:-1] == [
        "[Heading 3] Ett.",
        "[Body Text] Två.",
        "[List Bullet] tre",
        "[Body Text] Fyra.",
    ]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "smb://server/fil", "hemsidan", "C:\\fil", "http://[namn]/"]
)
def test_a_link_that_does_not_lead_to_the_web_is_text(link: str) -> None:
    document, _ = fill(PAGE, {"a": (WrittenParagraph((Stretch("hit", link=link),)),)})

    assert texts_of(document)["a"] == "hit"
    assert not list(opened(document).element.body.iter(qn("w:hyperlink")))


FILLED = (
    WrittenParagraph((Stretch("Fet ", bold=True), Stretch("och kursiv", italic=True), Stretch("\nny rad\tflik"))),
    *plain("- punkt", "  - under", "1. ett", "  1. under ett", "    1. under det", "1. två", "Sist."),
    WrittenParagraph((Stretch("Se "), Stretch("sidan", link="https://example.org/?a=1&b=2"), Stretch("."))),
)


@pytest.mark.shared
def test_house_checks_find_nothing(tmp_path: Path) -> None:
    path = tmp_path / "fylld.docx"
    path.write_bytes(fill(printed("tjansteskrivelse.docx", FULL["tjansteskrivelse.docx"][0]), {"bedömning": FILLED})[0])
    command = [sys.executable, str(SHARED / "tools" / "docx_checks.py"), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own program
    assert (result.stdout.strip(), result.returncode) == ("", 0)


@pytest.mark.node
def test_word_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "fylld.docx"
    path.write_bytes(fill(printed("tjansteskrivelse.docx", FULL["tjansteskrivelse.docx"][0]), {"bedömning": FILLED})[0])
    command = [str(VALIDATOR.parents[1] / ".bin" / "ooxml-validator"), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- a tool of the tests
    assert result.returncode == 0, result.stdout
