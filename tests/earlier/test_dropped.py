"""Edited documents in the input folder, known by what they hold."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline.earlier import dropped
from pipeline.model.records import InputFile
from pipeline.problems import Problems
from tests.earlier.flow import SEVEN, Occasion, edit, made, texts
from tests.earlier.word import document, edit_xml, p, type_in

A, B, REPORT = "mål-1.analys", "mål-2.analys", "delarsrapport"
FILE = f"{REPORT}-2019-april.docx"
GIVEN = {REPORT: {A: p("Ett."), B: p("Två.")}}


def put(content: bytes, minutes: int, name: str = "från chefen.docx") -> tuple[InputFile]:
    return (InputFile(name, content, SEVEN + dt.timedelta(minutes=minutes)),)


def written(content: bytes, tag: str, text: str) -> bytes:
    return edit_xml(content, type_in(tag, p(text) if text else p()))


@pytest.fixture
def april(tmp_path: Path) -> Occasion:
    return Occasion(tmp_path)


def test_a_dropped_document_is_carried_whatever_its_name(april: Occasion) -> None:
    content = (april.run(GIVEN) / FILE).read_bytes()

    second = april.run(GIVEN, put(written(content, A, "Chefens."), 1))

    assert texts(second, REPORT) == {A: "Chefens.", B: "Två."}
    assert april.told == []


def test_it_stands_when_the_dropped_document_is_taken_away(april: Occasion) -> None:
    content = (april.run(GIVEN) / FILE).read_bytes()
    april.run(GIVEN, put(written(content, A, "Chefens."), 1))

    assert texts(april.run(GIVEN), REPORT) == {A: "Chefens.", B: "Två."}


@pytest.mark.parametrize(("minutes", "stands"), [(1, "I mappen."), (9, "Chefens.")])
def test_it_competes_by_when_it_was_saved(april: Occasion, minutes: int, stands: str) -> None:
    first = april.run(GIVEN)
    content = (first / FILE).read_bytes()
    edit(first / FILE, type_in(A, p("I mappen.")), 5)

    assert texts(april.run(GIVEN, put(written(content, A, "Chefens."), minutes)), REPORT)[A] == stands


def test_fields_that_some_run_made_so_are_no_edits(april: Occasion) -> None:
    content = (april.run(GIVEN) / FILE).read_bytes()
    april.run({REPORT: {A: p("Nytt."), B: p("Två.")}})

    third = april.run({REPORT: {A: p("Nyast."), B: p("Två.")}}, put(written(content, B, "Chefens."), 1))

    assert texts(third, REPORT) == {A: "Nyast.", B: "Chefens."}


def test_without_any_run_what_differs_from_the_spreadsheet_is_an_edit(april: Occasion) -> None:
    content = made({A: p("Skrivet."), B: p("Två.")}, "delarsrapport-2019-april")

    assert texts(april.run(GIVEN, put(content, 1)), REPORT) == {A: "Skrivet.", B: "Två."}


def test_one_of_another_occasion_is_told(april: Occasion) -> None:
    content = made({A: p("Skrivet.")}, "delarsrapport-2019-augusti")

    assert texts(april.run(GIVEN, put(content, 1)), REPORT) == {A: "Ett.", B: "Två."}
    assert april.told == [
        (
            "från chefen.docx: anmärkning: dokumentet hör till 2019-augusti, så det som står i det följer inte "
            "med till 2019-april"
        )
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (document(p("Ett vanligt brev.")), "inget kalkylblad, läses inte"),
        (made({A: p("x")}, "Mitt eget dokument"), "inget kalkylblad, läses inte"),
        (
            b"PK\x03\x04 half",
            "filen är skadad eller inget Word-dokument; öppna den i Word och spara den på nytt. Filen läses inte",
        ),
    ],
)
def test_other_word_files_are_passed_over_with_a_line(content: bytes, text: str) -> None:
    problems = Problems()

    assert dropped(put(content, 1), problems) == ()
    assert [str(one) for one in problems] == [f"från chefen.docx: anmärkning: {text}"]
