"""Documents that are open, damaged, renamed, missing or sealed: told, and nothing lost."""

import json
from pathlib import Path

import pytest

from pipeline.run_folders import digest
from tests.earlier.flow import Occasion, edit, save, texts
from tests.earlier.word import NAMESPACES, document, p, r, type_in, with_parts

A, REPORT, LETTER = "mål-1.analys", "delarsrapport", "tjansteskrivelse"
FILE = f"{REPORT}-2019-april.docx"
GIVEN = {REPORT: {A: p("Ett.")}, LETTER: {"tillägg": ""}}
FIRST = f"output/2019-april/korning-001/{FILE}"


@pytest.fixture
def april(tmp_path: Path) -> Occasion:
    return Occasion(tmp_path)


@pytest.fixture
def first(april: Occasion) -> Path:
    return april.run(GIVEN)


@pytest.mark.parametrize("lock", ["~$larsrapport-2019-april.docx", f"~${FILE}", f".~lock.{FILE}#"])
def test_a_document_that_is_open_is_read_as_it_was_saved(april: Occasion, first: Path, lock: str) -> None:
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)
    (first / lock).touch()

    second = april.run(GIVEN)

    assert texts(second, REPORT) == {A: "Skrivet."}
    (told,) = april.told
    assert told.startswith(
        f"{FIRST}: anmärkning: dokumentet är öppet i Word eller LibreOffice: läser versionen sparad "
    )


def test_a_damaged_document_is_told_and_what_was_carried_stays(april: Occasion, first: Path) -> None:
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)
    second = april.run(GIVEN)
    (second / FILE).write_bytes((second / FILE).read_bytes()[:500])

    third = april.run(GIVEN, before="Nya siffror.")

    assert texts(third, REPORT) == {A: "Skrivet."}
    assert april.told == [
        (
            f"output/2019-april/korning-002/{FILE}: anmärkning: filen är skadad eller inget Word-dokument; öppna den i "
            "Word och spara den på nytt. Ändringar i den följer inte med, men det som redan har följt med är kvar"
        )
    ]


def test_a_renamed_document_is_read_under_its_new_name(april: Occasion, first: Path) -> None:
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)
    (first / FILE).rename(first / "rapporten slutlig.docx")

    second = april.run(GIVEN)

    assert texts(second, REPORT) == {A: "Skrivet."}
    assert april.told == [f"{FIRST}: anmärkning: dokumentet har fått namnet rapporten slutlig.docx, och läses därifrån"]


def test_a_copy_beside_the_document_is_read_too(april: Occasion, first: Path) -> None:
    (first / "Kopia.docx").write_bytes((first / FILE).read_bytes())
    edit(first / "Kopia.docx", type_in(A, p("I kopian.")), 1)

    assert texts(april.run(GIVEN), REPORT) == {A: "I kopian."}
    assert april.told == []


def test_a_missing_document_is_told_and_what_was_carried_stays(april: Occasion, first: Path) -> None:
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)
    april.run(GIVEN)
    (first / FILE).unlink()

    third = april.run({REPORT: {A: p("Två.")}, LETTER: {"tillägg": ""}})

    assert texts(third, REPORT) == {A: "Skrivet."}
    assert april.told[0] == (
        f"{FIRST}: anmärkning: dokumentet finns inte kvar, så ändringar i det kan inte följa med; det som redan har "
        "följt med är kvar"
    )


def test_a_document_of_someone_elses_in_the_run_folder_is_left_alone(april: Occasion, first: Path) -> None:
    (first / "anteckningar.docx").write_bytes(document(p("Mina egna.")))
    (first / "trasig.docx").write_bytes(b"PK\x03\x04")

    april.run(GIVEN)

    assert april.told == []


def test_a_field_taken_away_with_its_control_is_told(april: Occasion, first: Path) -> None:
    bare = document(p("Allt är nytt."), FILE.removesuffix(".docx"))
    (first / FILE).write_bytes(bare)

    april.run(GIVEN)

    assert next(one.partition("anmärkning: ")[2].partition(".")[0] for one in april.told) == (
        "dokumentet har inga fält kvar, så ingen text i det kan följa med; den ligger kvar där"
    )


@pytest.mark.parametrize("damage", [b"", b"{", b'{"a": 1}', b'{"a": {"b": {}}}', b"[]"])
def test_a_run_whose_record_is_damaged_is_told_and_passed_over(april: Occasion, first: Path, damage: bytes) -> None:
    (first / "underlag" / "falt.json").write_bytes(damage)

    april.run(GIVEN, before="Nytt.")

    assert april.told == [
        (
            "output/2019-april/korning-001/underlag/falt.json: anmärkning: filen saknas eller är skadad, så det går "
            "inte att se vad som har ändrats i körningens dokument"
        )
    ]


def sealed(run: Path) -> None:
    documents = {path.name: digest(path.read_bytes()) for path in run.glob("*.docx")}
    seal = {"run": run.name, "manifest": "", "documents": documents}
    (run.parent / "forseglad.json").write_text(json.dumps(seal), encoding="utf-8")


def test_what_was_written_before_the_sealing_is_carried_into_a_correction(april: Occasion, first: Path) -> None:
    edit(first / FILE, type_in(A, p("Före.")), 1)
    sealed(first)

    assert texts(april.run(GIVEN), REPORT) == {A: "Före."}
    assert april.told == []


def test_what_is_written_after_the_sealing_is_told_and_not_carried(april: Occasion, first: Path) -> None:
    sealed(first)
    edit(first / FILE, type_in(A, p("Efter.")), 1)

    assert texts(april.run(GIVEN, before="Nytt."), REPORT) == {A: "Ett."}
    assert april.told == [
        (
            f"{FIRST}: anmärkning: dokumentet är ändrat efter förseglingen, så ändringarna följer inte med; de "
            "ligger kvar där"
        )
    ]


def test_pictures_comments_and_tracked_changes_in_a_field_are_told_with_where_they_lie(
    april: Occasion, first: Path
) -> None:
    tracked = f'<w:p><w:ins w:id="1">{r("Skrivet.")}</w:ins><w:r><w:drawing/><w:commentReference w:id="0"/></w:r></w:p>'
    edit(first / FILE, type_in(A, tracked), 1)
    comments = f'<w:comments {NAMESPACES}><w:comment w:id="0">{p("Hör efter.")}</w:comment></w:comments>'
    (first / FILE).write_bytes(with_parts((first / FILE).read_bytes(), {"word/comments.xml": comments.encode()}))
    save(first / FILE, 1)

    assert texts(april.run(GIVEN), REPORT) == {A: "Skrivet."}
    assert april.told == [
        (
            f"{FIRST}, fältet ”Mål 1: analys”: anmärkning: En bild och en kommentar (”Hör efter.”) kan inte följa med "
            "till nya dokument och finns bara kvar här"
        ),
        (
            f"{FIRST}, fältet ”Mål 1: analys”: anmärkning: texten har spårade ändringar och följer med som om de "
            "vore godkända"
        ),
    ]
