import json
from pathlib import Path

import pytest

from tests.earlier.flow import Occasion, edit, made, save, texts
from tests.earlier.word import p, r, type_in

A, B, S = "mål-1.analys", "mål-2.analys", "sammanfattning"
REPORT, LETTER, DRAFT, HELD = "delarsrapport", "tjansteskrivelse", "protokollsutkast-ksau", "protokoll-ksau"
FILE = f"{REPORT}-2019-april.docx"


@pytest.fixture
def april(tmp_path: Path) -> Occasion:
    return Occasion(tmp_path)


def test_what_is_written_in_a_field_is_there_after_the_next_run(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ur arbetsboken."), B: ""}})
    edit(first / FILE, type_in(A, p(r("Skrivet ") + r("i Word", "<w:b/>"))), 1)
    edit(first / FILE, type_in(B, p("Ny text.") + p("punkt", "ListBullet")), 1)

    second = april.run({REPORT: {A: p("Ur arbetsboken."), B: ""}})

    assert second.name == "korning-002"
    assert texts(second, REPORT) == {A: "Skrivet i Word", B: "Ny text. / punkt"}
    assert april.told == []


def test_the_same_edits_again_make_no_new_run(april: Occasion) -> None:
    given = {REPORT: {A: p("Ur arbetsboken.")}}
    edit(april.run(given) / FILE, type_in(A, p("Skrivet.")), 1)

    assert april.run(given).name == "korning-002"
    assert april.run(given).name == "korning-002"


def test_a_text_changed_only_in_the_spreadsheet_is_the_spreadsheets(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ett."), B: p("Orört.")}})
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)

    second = april.run({REPORT: {A: p("Ett."), B: p("Nytt i arbetsboken.")}})

    assert texts(second, REPORT) == {A: "Skrivet.", B: "Nytt i arbetsboken."}
    assert april.told == []


def test_a_text_changed_in_both_is_the_clerks_and_both_are_told(april: Occasion) -> None:
    edit(april.run({REPORT: {A: p("Ett.")}}) / FILE, type_in(A, p("Skrivet.")), 1)

    third = [april.run({REPORT: {A: p(now)}}) for now in ("Två.", "Tre.")][-1]

    assert texts(third, REPORT) == {A: "Skrivet."}
    assert april.told == [
        (
            f"output/2019-april/korning-001/{FILE}, fältet ”Mål 1: analys”: anmärkning: texten är skriven här, och "
            "underlaget till den har ändrats sedan dess: siffrorna. Det som står här gäller: ”Skrivet.”. Ur underlaget "
            "blir den nu: ”Tre.”. Töm fältet i Word om den ska gälla"
        )
    ]


def test_emptying_the_field_brings_the_spreadsheets_text_back_for_good(april: Occasion) -> None:
    edit(april.run({REPORT: {A: p("Ett.")}}) / FILE, type_in(A, p("Skrivet.")), 1)
    second = april.run({REPORT: {A: p("Två.")}})
    edit(second / FILE, type_in(A, p()), 2)

    third = april.run({REPORT: {A: p("Två.")}})
    fourth = april.run({REPORT: {A: p("Tre.")}})

    assert (texts(third, REPORT), texts(fourth, REPORT)) == ({A: "Två."}, {A: "Tre."})
    assert april.told == []


def test_a_text_that_the_spreadsheet_has_taken_up_follows_the_spreadsheet_again(april: Occasion) -> None:
    edit(april.run({REPORT: {A: p("Ett.")}}) / FILE, type_in(A, p("Skrivet.")), 1)
    april.run({REPORT: {A: p("Skrivet.")}})

    third = april.run({REPORT: {A: p("Skrivet. Och mer.")}})

    assert texts(third, REPORT) == {A: "Skrivet. Och mer."}
    assert april.told == []


def test_the_latest_edit_wins_whichever_run_it_was_made_in(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ett.")}})
    edit(first / FILE, type_in(A, p("Först.")), 1)
    second = april.run({REPORT: {A: p("Ett.")}})
    edit(second / FILE, type_in(A, p("Sedan.")), 5)
    edit(first / FILE, type_in(A, p("Sist, i den gamla.")), 9)

    assert texts(april.run({REPORT: {A: p("Ett.")}}), REPORT) == {A: "Sist, i den gamla."}
    assert april.told == [
        (
            f"output/2019-april/korning-002/{FILE}, fältet ”Mål 1: analys”: anmärkning: texten är ändrad också i "
            f"output/2019-april/korning-001/{FILE}, som sparades senare och gäller. Här står: ”Sedan.”"
        )
    ]


def test_saving_an_old_document_for_another_field_does_not_make_its_old_edit_the_latest(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ett."), B: ""}})
    edit(first / FILE, type_in(A, p("Först.")), 1)
    second = april.run({REPORT: {A: p("Ett."), B: ""}})
    edit(second / FILE, type_in(A, p("Sedan.")), 5)
    edit(first / FILE, type_in(B, p("Ett annat fält.")), 9)

    third = april.run({REPORT: {A: p("Ett."), B: ""}})

    assert texts(third, REPORT) == {A: "Sedan.", B: "Ett annat fält."}
    assert april.told == []


def test_an_edit_stands_when_the_run_where_it_was_made_is_moved_away(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ett.")}})
    edit(first / FILE, type_in(A, p("Skrivet.")), 1)
    april.run({REPORT: {A: p("Ett.")}})
    first.rename(april.output / "undan")

    third = april.run({REPORT: {A: p("Två.")}})

    assert texts(third, REPORT) == {A: "Skrivet."}


def test_a_field_whose_goal_is_gone_is_told_with_its_text_and_comes_back_with_the_goal(april: Occasion) -> None:
    edit(april.run({REPORT: {A: p("Ett."), B: p("Två.")}}) / FILE, type_in(B, p("Skrivet om mål 2.")), 1)

    april.run({REPORT: {A: p("Ett.")}})
    told = april.told
    fourth = [april.run({REPORT: {A: p("Ett.")}}, before="Nytt."), april.run({REPORT: {A: p("Ett."), B: p("Två.")}})][
        -1
    ]

    assert told == [
        (
            f"output/2019-april/korning-001/{FILE}, fältet ”Mål 2: analys”: anmärkning: fältet finns inte längre i "
            "dokumenten, så texten visas inte. Här står: ”Skrivet om mål 2.”"
        )
    ]
    assert texts(fourth, REPORT) == {A: "Ett.", B: "Skrivet om mål 2."}


def test_a_text_edited_in_the_letter_moves_into_the_protocol_draft(april: Occasion) -> None:
    fields = {S: p("Kort."), "förslag": p("att godkänna")}
    given = {LETTER: fields, DRAFT: fields}
    first = april.run(given)
    letter = first / f"{LETTER}-2019-april.docx"
    edit(letter, type_in(S, p("Skrivet i skrivelsen.")), 1)
    edit(letter, type_in("förslag", p("att avslå")), 1)

    second = april.run(given)

    assert texts(second, DRAFT) == {S: "Skrivet i skrivelsen.", "förslag": "att avslå"}
    assert texts(second, LETTER) == {S: "Skrivet i skrivelsen.", "förslag": "att avslå"}
    assert april.told == []


def test_of_several_drafts_those_with_the_letters_text_take_up_the_edit(april: Occasion) -> None:
    given = {LETTER: {S: p("Kort.")}, DRAFT: {S: p("Kort.")}, "protokollsutkast-ks": {S: p("Eget.")}}
    edit(april.run(given) / f"{LETTER}-2019-april.docx", type_in(S, p("Skrivelsens.")), 1)

    second = april.run(given)

    assert (texts(second, DRAFT), texts(second, "protokollsutkast-ks")) == ({S: "Skrivelsens."}, {S: "Eget."})


def test_a_protocols_extract_says_what_the_protocol_says(april: Occasion) -> None:
    given = {HELD: {"beslut": p("att godkänna")}, "protokollsutdrag-ksau": {"beslut": p("att godkänna")}}
    edit(april.run(given) / f"{HELD}-2019-april.docx", type_in("beslut", p("att avslå")), 1)

    assert texts(april.run(given), "protokollsutdrag-ksau") == {"beslut": "att avslå"}


@pytest.mark.parametrize(("minutes", "stands"), [(5, "Protokollets."), (0, "Skrivelsens.")])
def test_the_protocols_own_later_edit_stands_against_the_letters(april: Occasion, minutes: int, stands: str) -> None:
    given = {LETTER: {S: p("Kort.")}, DRAFT: {S: p("Kort.")}}
    first = april.run(given)
    edit(first / f"{LETTER}-2019-april.docx", type_in(S, p("Skrivelsens.")), 1)
    edit(first / f"{DRAFT}-2019-april.docx", type_in(S, p("Protokollets.")), minutes)

    assert texts(april.run(given), DRAFT) == {S: stands}


def test_a_drafts_fields_move_to_the_protocol_of_the_meeting_that_was_held(april: Occasion) -> None:
    first = april.run({DRAFT: {S: p("Kort."), "tillägg": ""}})
    edit(first / f"{DRAFT}-2019-april.docx", type_in("tillägg", p("Ett tillägg.")), 1)

    second = april.run({HELD: {S: p("Kort."), "tillägg": ""}})

    assert texts(second, HELD) == {S: "Kort.", "tillägg": "Ett tillägg."}
    assert april.told == []


def test_what_the_run_keeps_says_where_each_text_comes_from(april: Occasion) -> None:
    edit(april.run({REPORT: {A: p("Ett.")}}) / FILE, type_in(A, p(r("Skrivet.", "<w:b/>"))), 1)
    second = april.run({REPORT: {A: p("Två.")}})

    kept = json.loads((second / "underlag" / "falt.json").read_bytes())[FILE][A]
    stretch = {"bold": True, "italic": False, "link": "", "text": "Skrivet."}
    assert kept["title"] == "Mål 1: analys"
    assert kept["text"] == [{"kind": "stycke", "level": 0, "stretches": [stretch]}]
    assert kept["sheet"][0]["stretches"][0]["text"] == "Två."
    assert (kept["carried"]["from"], kept["carried"]["saved"]) == (
        f"2019-april/korning-001/{FILE}",
        "2026-05-02T07:01:00+00:00",
    )
    assert kept["carried"]["sheet"][0]["stretches"][0]["text"] == "Ett."


def test_two_runs_with_the_same_edits_give_the_same_documents(tmp_path: Path) -> None:
    found = []
    for folder, minutes in (("a", 1), ("b", 77)):
        april = Occasion(tmp_path / folder)
        edit(april.run({REPORT: {A: p("Ett.")}}) / FILE, type_in(A, p("Skrivet.")), minutes)
        second = april.run({REPORT: {A: p("Två.")}})
        found.append(((second / FILE).read_bytes(), (second / "manifest.json").read_bytes()))

    assert found[0] == found[1]


def test_an_unopened_document_saved_again_without_a_change_is_no_edit(april: Occasion) -> None:
    first = april.run({REPORT: {A: p("Ett.")}})
    save(first / FILE, 9)

    assert april.run({REPORT: {A: p("Två.")}}).name == "korning-002"
    assert texts(first.parent / "korning-002", REPORT) == {A: "Två."}
    assert made({A: p("Ett.")}, "x") != b""
