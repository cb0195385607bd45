"""The fields to write in of the documents that are shipped: every free text stands in one, and stays there."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest
from docx.oxml.ns import qn

from pipeline.blanks import Blanks, GoalBlank, Text
from pipeline.blanks.parts import IndicatorRow
from pipeline.model.marks import end_mark, mark
from pipeline.render import printable, without_prompts
from pipeline.render.blocks import controls, text_of, value_of
from tests.outline import opened
from tests.render.fields import texts_of
from tests.render.word import printed
from tests.sample_documents import BARE, FULL

DERIVED = {
    "avvikelser",
    "sedan_april",
    "egna_bedömningar",
    "målregel",
    "metod",
    "träffbild",
    "träffnot",
    "utvägar",
}
"""What the program alone says: it is computed, and no one's own text."""
WITH_INDICATORS = {"arsuppfoljning.docx", "delarsrapport.docx"}
"""The documents that print each indicator's own analysis."""
ELSEWHERE = {
    "arsuppfoljning.docx": {"strategier", "mätbarhet"},
    "delarsrapport.docx": {"strategier", "mätbarhet"},
    "dialogunderlag.docx": {"analys", "orsak", "mervärden"},
    "protokoll.docx": {"strategier", "mätbarhet", "analys", "orsak", "mervärden"},
}
"""Texts of a goal that the document does not print."""
DOCUMENTS = [(name, blanks) for name, many in FULL.items() for blanks in many]


def free_texts(record: Blanks | GoalBlank | IndicatorRow, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Go through the record's texts by the tag that their field has."""
    hints = get_type_hints(type(record))
    for field in fields(record):
        if hints[field.name] == Text and field.name not in DERIVED:
            yield f"{prefix}{field.name}", "\n".join(one.text for one in getattr(record, field.name))


def expected(name: str, blanks: Blanks) -> dict[str, str]:
    found = dict(free_texts(blanks))
    for area in getattr(blanks, "programområden", ()):
        for goal in area.mål:
            own = free_texts(goal, f"mål-{goal.nummer}.")
            found |= {tag: text for tag, text in own if tag.partition(".")[2] not in ELSEWHERE[name]}
            for row in goal.indikatorer if name in WITH_INDICATORS else ():
                found |= dict(free_texts(row, f"mål-{goal.nummer}.indikator-{row.id}."))
    return {tag: text for tag, text in found.items() if text}


@pytest.mark.parametrize(("name", "blanks"), DOCUMENTS)
def test_every_free_text_stands_in_its_field(name: str, blanks: Blanks) -> None:
    found = texts_of(printed(name, blanks))
    same = {tag: found.get(tag, "").removeprefix("Summering: ") for tag in expected(name, blanks)}

    assert same == expected(name, blanks)


@pytest.mark.parametrize(("name", "blanks"), DOCUMENTS)
def test_every_field_has_a_title_of_its_own(name: str, blanks: Blanks) -> None:
    found = controls(opened(printed(name, blanks)).element.body)
    titles = [value_of(one, "w:alias") for one in found]

    assert len(set(titles)) == len(titles) > 0
    assert "" not in titles


@pytest.mark.parametrize("name", BARE)
@pytest.mark.parametrize("without", [without_prompts, printable])
def test_no_prompt_is_settled_or_printed(name: str, without: Callable[[bytes], bytes]) -> None:
    document = printed(name, BARE[name][0])
    prompts = [text for text in texts_of(document).values() if text]
    body = opened(without(document)).element.body

    assert prompts
    assert not [one for one in body.iter(qn("w:p")) if text_of(one) in prompts]


def test_the_same_text_has_the_same_tag_in_the_letter_and_the_draft() -> None:
    letter = set(texts_of(printed("tjansteskrivelse.docx", BARE["tjansteskrivelse.docx"][0])))
    draft = set(texts_of(printed("protokoll.docx", BARE["protokoll.docx"][0])))

    assert letter & draft == {"förslag", "sammanfattning", "tillägg"}


@pytest.mark.office
def test_titles_marks_and_texts_outlive_libreoffice(tmp_path: Path) -> None:
    document = printed("tjansteskrivelse.docx", FULL["tjansteskrivelse.docx"][0])
    (tmp_path / "a.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "b")]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)  # noqa: S603
    body = opened((tmp_path / "b" / "a.docx").read_bytes()).element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    tags = texts_of(document)
    before = [text_of(one) for one in opened(document).element.body.iter(qn("w:p"))]

    assert {mark(tag) for tag in tags} | {end_mark(tag) for tag in tags} <= marks
    assert [value_of(one, "w:alias") for one in body.iter(qn("w:sdt"))] == [
        value_of(one, "w:alias") for one in controls(opened(document).element.body)
    ]
    assert [text_of(one) for one in body.iter(qn("w:p"))] == before
