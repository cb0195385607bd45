"""Goal workbooks that were given back with their faults and are put into the folder again."""

import pytest
from openpyxl import load_workbook

from pipeline.problems import Place, Problem
from pipeline.workbooks import returned_workbook
from tests.read.inbox import Inbox

KEEP = "efter granskning: behåll den som är rättad och ta bort {} ur mappen"


def review(inbox: Inbox, name: str, reviewed: str) -> None:
    """Put the reviewed copy of the named workbook in the folder, with a comment and a fill at one cell."""
    content = (inbox.folder / name).read_bytes()
    made = returned_workbook(name, content, (Problem(Place(name, "Mål", 2, 2), "skriv om målet"),))
    assert made is not None
    (inbox.folder / reviewed).write_bytes(made.content)


def test_a_reviewed_copy_alone_is_read_as_the_workbook_it_is(inbox: Inbox) -> None:
    inbox.goals()
    before, _ = inbox.read()
    review(inbox, "mål.xlsx", "granskad-mål.xlsx")
    (inbox.folder / "mål.xlsx").unlink()
    page = load_workbook(inbox.folder / "granskad-mål.xlsx")["Mål"]
    assert page["B2"].comment is not None
    source, told = inbox.read()

    assert told == []
    assert [goal.title for goal in source.goals] == [goal.title for goal in before.goals]
    assert [one.id for one in source.indicators] == ["1.1"]


@pytest.mark.parametrize("copy", ["granskad-mål.xlsx", "granskad-mål-2.xlsx", "mål rättad.xlsx"])
def test_a_workbook_and_its_reviewed_copy_are_one_fault_that_names_both(inbox: Inbox, copy: str) -> None:
    inbox.goals()
    review(inbox, "mål.xlsx", copy)
    source, told = inbox.read()

    assert told == [f"{copy}: samma arbetsbok som ”mål.xlsx”, {KEEP.format('den andra')}"]
    assert [goal.place.file for goal in source.goals] == [copy]


def test_copies_of_copies_are_the_same_workbook(inbox: Inbox) -> None:
    inbox.goals()
    review(inbox, "mål.xlsx", "granskad-mål.xlsx")
    review(inbox, "granskad-mål.xlsx", "granskad-mål-2.xlsx")

    assert inbox.told() == [
        f"granskad-mål-2.xlsx: samma arbetsbok som ”granskad-mål.xlsx” och ”mål.xlsx”, {KEEP.format('de andra')}"
    ]


def test_a_copy_whose_list_of_faults_is_taken_out_is_known_by_its_name(inbox: Inbox) -> None:
    inbox.goals()
    (inbox.folder / "granskad-mål.xlsx").write_bytes((inbox.folder / "mål.xlsx").read_bytes())

    assert inbox.told() == [f"granskad-mål.xlsx: samma arbetsbok som ”mål.xlsx”, {KEEP.format('den andra')}"]


def test_two_workbooks_of_which_one_was_reviewed_are_both_read(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook("mål 2.xlsx", {"Mål": [["Nr", "Mål"], [2, "Renare luft"]]})
    review(inbox, "mål.xlsx", "granskad-mål.xlsx")
    (inbox.folder / "mål.xlsx").unlink()
    source, told = inbox.read()

    assert told == []
    assert [goal.number for goal in source.goals] == [1, 2]


def test_a_sheet_of_ones_own_named_review_is_told_of(inbox: Inbox) -> None:
    inbox.goals(Granskning=[["Vem", "Vad", "När"], ["chefen", "allt", "alltid"]])

    assert inbox.told() == ["mål.xlsx, blad Granskning: anmärkning: bladet ”Granskning” känns inte igen och läses inte"]
