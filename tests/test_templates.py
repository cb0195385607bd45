"""The six templates that are shipped: Word files that clerks can edit, and that print every blank."""

import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import Twips
from docxtpl import DocxTemplate

from pipeline.blanks import Blanks, OfficialReport, Paragraph
from pipeline.model.words import Kind, ValueBasis
from tests.conftest import SHARED, VALIDATOR
from tests.outline import header_lines, opened, outline, texts
from tests.render.word import TEMPLATES, printed, shipped
from tests.sample_documents import BARE, FULL
from tests.sample_meetings import MINUTES
from tests.samples import STATUSES, empty

NAMES = (
    "arsuppfoljning.docx",
    "delarsrapport.docx",
    "dialogunderlag.docx",
    "protokoll.docx",
    "protokollsutdrag.docx",
    "tjansteskrivelse.docx",
)
UNPRINTED = {
    "arsuppfoljning.docx": {"organ"},
    "delarsrapport.docx": {"organ"},
    "dialogunderlag.docx": {"organ"},
    "protokoll.docx": {"titel", "kommun", "förvaltning", "datum", "diarienummer", "år"},
    "protokollsutdrag.docx": {"titel", "kommun", "förvaltning", "datum", "diarienummer", "år"},
    "tjansteskrivelse.docx": {"titel", "organ", "år"},
}
BUILT_IN = {
    "Normal": "Normal",
    "Body Text": "BodyText",
    "Title": "Title",
    "Heading 1": "Heading1",
    "Heading 2": "Heading2",
    "Heading 3": "Heading3",
    "List Bullet": "ListBullet",
    "List Number": "ListNumber",
    "Header": "Header",
    "Footer": "Footer",
    "Caption": "Caption",
}
LETTER, CELL_MARGINS = 95, 142
"""Twips: a letter of a long Swedish word in a table's text, and what a table leaves beside a cell's."""
CASES = [
    pytest.param(name, blanks, id=f"{name}-{kind}-{number}")
    for kind, documents in (("full", FULL), ("bare", BARE))
    for name, many in documents.items()
    for number, blanks in enumerate(many)
]


def test_these_are_the_templates() -> None:
    assert tuple(sorted(path.name for path in TEMPLATES.glob("*.docx"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_page_is_a4_with_margins(name: str) -> None:
    for page in opened(shipped(name)).element.body.iter(qn("w:sectPr")):
        assert [page.find(qn("w:pgSz")).get(qn(f"w:{side}")) for side in ("w", "h")] == ["11906", "16838"]
        margins = page.find(qn("w:pgMar"))
        assert [margins.get(qn(f"w:{side}")) for side in ("left", "right")] == ["1417", "1417"]
        assert min(int(margins.get(qn(f"w:{side}"))) for side in ("top", "bottom")) >= 1417


@pytest.mark.parametrize("name", NAMES)
def test_language_is_swedish_everywhere(name: str) -> None:
    document = opened(shipped(name))
    langs = [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))]
    assert langs == ["sv-SE"]
    assert document.core_properties.language == "sv-SE"


@pytest.mark.parametrize("name", NAMES)
def test_styles_are_words_own_and_ours(name: str) -> None:
    styles = {one.name: one for one in opened(shipped(name)).styles}
    assert {known: styles[known].style_id for known in BUILT_IN} == BUILT_IN
    assert {mark.stil for mark in STATUSES} <= set(styles)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_of_a_tool_or_a_theme(name: str) -> None:
    with zipfile.ZipFile(TEMPLATES / name) as package:
        text = "".join(package.read(one).decode() for one in package.namelist())
    assert not [
        word
        for word in ("python", "en-US", "Theme=", "theme1", "rsid", "proofErr", "stylesWithEffects")
        if word in text
    ]


@pytest.mark.parametrize("name", NAMES)
def test_only_names_of_the_blanks_are_used(name: str) -> None:
    known = {key for blanks in (*FULL[name], *BARE[name]) for key in type(blanks).__dataclass_fields__}
    assert DocxTemplate(TEMPLATES / name).get_undeclared_template_variables() <= known


@pytest.mark.parametrize(("name", "blanks"), CASES)
def test_no_heading_is_empty_and_no_paragraph_is_mere_space(name: str, blanks: Blanks) -> None:
    lines = outline(printed(name, blanks)).splitlines()
    assert [line for line in lines if line.endswith("] ")] == []
    empty = [line for line, after in pairwise([*lines, "[Heading 0]"]) if _level(line) >= _level(after) > -1]
    assert [line for line in empty if "] Mål " not in line] == []


@pytest.mark.parametrize(
    ("known", "labels"),
    [
        ({}, []),
        ({"diarienummer": "KS 2019/1"}, ["Diarienummer", "KS 2019/1"]),
        ({"datum": "2019-05-15", "mottagare": "KSAU"}, ["Datum", "2019-05-15", "Mottagare", "KSAU"]),
    ],
)
def test_the_letter_has_a_label_only_above_what_is_known(known: dict[str, str], labels: list[str]) -> None:
    data = printed("tjansteskrivelse.docx", empty(OfficialReport, titel="Tom", rubrik="Rubriken", **known))
    above = [one.text.strip() for one in opened(data).paragraphs if one.style and one.style.style_id == "Uppgift"]

    assert [line for line in above if line] == labels


def _level(line: str) -> int:
    return int(line[9]) if line.startswith("[Heading") else -1


@pytest.mark.parametrize(("name", "blanks"), CASES)
def test_tables_have_header_rows_that_repeat_and_rows_that_hold_together(name: str, blanks: Blanks) -> None:
    for table in opened(printed(name, blanks)).element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        assert len(rows) > 1
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert not list(table.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_no_word_for_what_an_indicator_is_breaks_in_its_column() -> None:
    (table,) = (one for one in opened(shipped("delarsrapport.docx")).tables if one.cell(0, 1).text == "Slag")
    longest = max((word for one in (*Kind, *ValueBasis) for word in one.value.split()), key=len)

    assert (table.columns[1].width or 0) >= Twips(len(longest) * LETTER + CELL_MARGINS), longest


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_blanks_is_printed(name: str) -> None:
    blanks = FULL[name][0]
    data = printed(name, blanks)
    found = "\n".join([*texts(data), *header_lines(data)])
    own = [field for field in type(blanks).__dataclass_fields__ if field not in UNPRINTED[name]]
    missing = [field for field in own if not all(text in found for text in _texts(getattr(blanks, field)))]
    assert missing == []


def _texts(value: object) -> list[str]:
    """Return what a field prints: itself, its rows, or its paragraphs."""
    rows = [value] if isinstance(value, str) else value if isinstance(value, tuple) else []
    return [row.text if isinstance(row, Paragraph) else row for row in rows if isinstance(row, Paragraph | str)]


def test_protocol_body_holds_only_its_paragraph() -> None:
    data = printed("protokoll.docx", MINUTES)
    body = "\n".join(texts(data))
    assert MINUTES.märkning not in body
    assert MINUTES.exempeltext not in body
    first, *_ = [line for line in header_lines(data) if MINUTES.märkning in line]
    assert first == "[Protokollhuvud] MÖTESPROTOKOLL\tInnehåller exempelvärden"
    assert sum(MINUTES.exempeltext in line for line in header_lines(data)) == 1


@pytest.mark.shared
@pytest.mark.parametrize(("name", "blanks"), CASES)
def test_house_checks_find_nothing(name: str, blanks: Blanks, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(printed(name, blanks))
    command = [sys.executable, str(SHARED / "tools" / "docx_checks.py"), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (result.stdout.strip(), result.returncode) == ("", 0)


@pytest.mark.node
@pytest.mark.parametrize(("name", "blanks"), CASES)
def test_word_validator_finds_nothing(name: str, blanks: Blanks, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(printed(name, blanks))
    command = [str(VALIDATOR.parents[1] / ".bin" / "ooxml-validator"), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_tag_that_leaves_nothing_is_in_the_style_of_tags(name: str) -> None:
    for paragraph in opened(shipped(name)).element.body.iter(qn("w:p")):
        text = "".join(paragraph.xpath(".//w:t/text()"))
        style = paragraph.xpath("string(./w:pPr/w:pStyle/@w:val)")
        assert (style == "Malltagg") == text.startswith(("{%p ", "{%tr ")), text
