from dataclasses import replace

import pytest

from pipeline.blanks import Protocol
from pipeline.compose import documents_for, occasion_folder, template_blanks
from pipeline.compose.documents import ascii_name
from pipeline.model.meetings import Meeting
from pipeline.model.words import MeetingStage, Occasion
from tests.cases import goal, meeting
from tests.compose.briefs import brief_of, said

HELD = MeetingStage.HELD


@pytest.mark.parametrize(
    ("occasion", "first", "folder"),
    [
        (Occasion.AMBITION, "dialogunderlag", "2019-ambitionsniva"),
        (Occasion.APRIL, "delarsrapport", "2019-april"),
        (Occasion.AUGUST, "delarsrapport", "2019-augusti"),
    ],
)
def test_an_occasion_has_a_paper_a_letter_and_a_protocol(occasion: Occasion, first: str, folder: str) -> None:
    brief = brief_of(goal(1), occasion=occasion, meetings=(meeting(occasion), meeting(None)))
    made = documents_for(brief)

    assert occasion_folder(brief.results) == folder
    assert [(one.name, one.template) for one in made] == [
        (f"{first}-{folder}.docx", f"{first}.docx"),
        (f"tjansteskrivelse-{folder}.docx", "tjansteskrivelse.docx"),
        (f"protokollsutkast-ksau-{folder}.docx", "protokoll.docx"),
    ]
    assert {one.template for one in made} | {"protokollsutdrag.docx"} == set(template_blanks(occasion))


def test_without_an_occasion_every_template_is_looked_at() -> None:
    every = (
        "arsuppfoljning",
        "delarsrapport",
        "dialogunderlag",
        "tjansteskrivelse",
        "protokoll",
        "protokollsutdrag",
    )

    assert set(template_blanks(None)) == {f"{name}.docx" for name in every}


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ((), []),
        ((meeting(stage=HELD),), ["protokoll-ksau", "protokollsutdrag-ksau"]),
        ((meeting(), meeting(abbreviation="KS")), ["protokollsutkast-ksau", "protokollsutkast-ks"]),
        ((meeting(), meeting()), ["protokollsutkast-ksau", "protokollsutkast-ksau-2"]),
        ((meeting(), meeting(stage=HELD)), ["protokollsutkast-ksau", "protokoll-ksau", "protokollsutdrag-ksau"]),
        ((meeting(abbreviation="", organ="Miljö- & byggnämnden"),), ["protokollsutkast-miljo-byggnamnden"]),
        ((meeting(abbreviation="", organ=""),), ["protokollsutkast"]),
    ],
)
def test_each_meeting_has_a_protocol_with_a_name_of_its_own(meetings: tuple[Meeting, ...], expected: list[str]) -> None:
    made = documents_for(brief_of(goal(1), meetings=meetings))

    assert [one.name.removesuffix("-2019-april.docx") for one in made[2:]] == expected


def test_each_protocol_is_of_its_own_meeting() -> None:
    two = (meeting(), replace(meeting(abbreviation="KS"), organ="Kommunstyrelsen", registration="KS 2019/2"))
    found = [one.blanks for one in documents_for(brief_of(meetings=two))[2:]]

    assert [(one.organ, one.diarienummer) for one in found if isinstance(one, Protocol)] == [
        ("Kommunstyrelsens arbetsutskott", "KS 2019/1"),
        ("Kommunstyrelsen", "KS 2019/2"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ambitionsnivå", "ambitionsniva"),
        ("KS_AU / 2", "ks-au-2"),
        (said("Å~Ä Ö é"), "a-a-o-e"),
        ("中文", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_names_are_small_ascii_letters_and_digits_parted_by_hyphens(text: str, expected: str) -> None:
    assert ascii_name(text) == expected
