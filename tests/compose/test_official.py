import datetime as dt

import pytest

from pipeline.compose.interim import summary
from pipeline.compose.official import matter_summary, official_report, proposal_intro, supporting_documents
from pipeline.model.meetings import Meeting
from pipeline.model.words import DecisionForm, Occasion, Status
from tests.cases import goal, meeting, settings
from tests.compose.briefs import board, brief_of, directional, said, supporting, undrafted

DATE = dt.date(2019, 5, 15)
REPORT = "Kommunstyrelsens mål – delårsrapport per den 30~april 2019, 2019-05-15"
LETTER = "Kommunledningskontorets tjänsteskrivelse 2019-05-15"


@pytest.mark.parametrize(
    ("given", "that", "expected"),
    [
        (meeting(), True, "Kommunstyrelsens arbetsutskott beslutar"),
        (meeting(), False, "Kommunstyrelsens arbetsutskott beslutar följande:"),
        (
            meeting(form=DecisionForm.PROPOSES, to="Kommunstyrelsen"),
            True,
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta",
        ),
        (
            meeting(form=DecisionForm.PROPOSES, to="Kommunstyrelsen"),
            False,
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta följande:",
        ),
        (meeting(organ=""), True, ""),
    ],
)
def test_the_proposal_says_who_decides(given: Meeting, that: bool, expected: str) -> None:  # noqa: FBT001
    assert proposal_intro(given, that_clauses=that) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", (LETTER, REPORT)),
        ("KSAU beslut 2019-02-20 §~22", (LETTER, REPORT, "KSAU beslut 2019-02-20 §~22")),
        (
            "KSAU beslut 2019-02-20 §~22\nKLK:s tjänsteskrivelse 2019-05-15",
            ("KLK:s tjänsteskrivelse 2019-05-15", REPORT, "KSAU beslut 2019-02-20 §~22"),
        ),
        (
            "Kommunledningskontorets tjänsteskrivelse 2019-02-13",
            (LETTER, REPORT, "Kommunledningskontorets tjänsteskrivelse 2019-02-13"),
        ),
        ("- Delårsrapport per 30 april, utkast", (LETTER, "Delårsrapport per 30 april, utkast")),
        ("Delårsrapport per den 31 augusti 2018", (LETTER, REPORT, "Delårsrapport per den 31 augusti 2018")),
    ],
)
def test_the_own_documents_come_first_each_dated(given: str, expected: tuple[str, ...]) -> None:
    brief = brief_of(meeting=meeting(supporting_documents=said(given)), date=DATE)

    found = supporting_documents(brief)

    assert found == tuple(map(said, expected))


def test_without_a_date_or_a_meeting_the_own_documents_are_named_all_the_same() -> None:
    assert supporting_documents(brief_of()) == (
        "Kommunledningskontorets tjänsteskrivelse",
        said("Kommunstyrelsens mål – delårsrapport per den 30~april 2019"),
    )


def test_the_dialogue_has_no_interim_report_among_its_documents() -> None:
    brief = brief_of(occasion=Occasion.AMBITION, date=DATE)

    assert supporting_documents(brief) == (LETTER,)


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [
        (Occasion.AMBITION, ["Bakgrund."]),
        (Occasion.APRIL, ["Bakgrund."]),
        (
            Occasion.AUGUST,
            [
                "Bakgrund.",
                (
                    "Enligt 11~kap. 16~§ kommunallagen ska styrelsen inom två månader efter rapportperiodens slut "
                    "överlämna delårsrapporten till fullmäktige och till revisorerna. För rapporten per den 31~augusti "
                    "2019 är sista dagen den 31~oktober 2019."
                ),
            ],
        ),
    ],
)
def test_the_law_and_its_last_day_are_told_in_august_only(occasion: Occasion, expected: list[str]) -> None:
    report = official_report(brief_of(occasion=occasion, meeting=meeting(occasion, background="Bakgrund.")))

    assert [one.text for one in report.ärendebeskrivning] == list(map(said, expected))


def test_the_clerks_summary_is_printed_and_failing_that_the_reports() -> None:
    own = board(Status.MET, meeting=meeting(summary="Ett.\nTvå."))
    without = board(Status.MET, meeting=meeting())

    assert [one.text for one in matter_summary(own)] == ["Ett.", "Två."]
    assert matter_summary(without) == summary(without)


def test_the_dialogues_summary_is_how_the_goals_divide() -> None:
    (one,) = matter_summary(board(Status.MET, occasion=Occasion.AMBITION))

    assert one.text == "Kommunstyrelsens enda mål är styrande."


def test_the_assessment_tells_every_goal_that_is_decided_and_then_what_the_clerk_says() -> None:
    goals = (supporting(2), directional(3), undrafted(4))
    given = meeting(summary="Kort.", assessment="Vi bedömer så här.")
    report = official_report(board(Status.MET, more=goals, meeting=given))

    assert [(one.text, one.slag) for one in report.bedömning] == [
        (
            said(
                "Av kommunstyrelsens fyra mål är ett styrande, ett stödjande, ett inriktningsmål och ett ännu inte "
                "fastställt. Det enda styrande målet, mål~1, beräknas uppfyllas vid årets slut."
            ),
            "stycke",
        ),
        (
            said(
                "Mål~1. Fler nya företag (styrande). Målet beräknas uppfyllas. Indikator 1.1: prognos 130 mot målet "
                "minst 95."
            ),
            "punkt",
        ),
        (said("Mål~2. Fler nya företag (stödjande). Egen bedömning av utvecklingen saknas."), "punkt"),
        (
            said("Mål~3. Fler nya företag (inriktningsmål). Ingen prognos redovisas."),
            "punkt",
        ),
        ("Vi bedömer så här.", "stycke"),
    ]


def test_the_summary_is_not_said_twice() -> None:
    report = official_report(board(Status.MET, meeting=meeting()))

    assert {one.slag for one in report.bedömning} == {"punkt"}


def test_the_dialogues_assessment_is_the_clerks_alone() -> None:
    report = official_report(
        brief_of(goal(1), occasion=Occasion.AMBITION, meeting=meeting(Occasion.AMBITION, assessment="Så här."))
    )

    assert [one.text for one in report.bedömning] == ["Så här."]


def test_every_field_of_the_letter_is_the_meetings() -> None:
    given = meeting(
        official="Verksamhetsutvecklare",
        manager="Kommunchef",
        recipient="KS",
        economy="Ryms.",
        consequences="Inga.",
        sent_to="KS\nRevisorerna",
        proposal="att godkänna",
    )
    report = official_report(brief_of(meeting=given, date=DATE))

    assert (report.handläggare, report.chef, report.mottagare) == ("Verksamhetsutvecklare", "Kommunchef", "KS")
    assert (report.datum, report.diarienummer) == ("2019-05-15", "KS 2019/1")
    assert report.rubrik == report.titel == "Delårsrapport per den 30 april 2019"
    assert report.ekonomiska_konsekvenser[0].text == "Ryms."
    assert report.övriga_konsekvenser[0].text == "Inga."
    assert (report.expedieras_till, report.förslag) == (("KS", "Revisorerna"), ("att godkänna",))
    assert report.förslag_inledning == "Kommunstyrelsens arbetsutskott beslutar"


def test_the_letter_goes_to_the_organ_where_no_recipient_is_named() -> None:
    assert official_report(brief_of(meeting=meeting())).mottagare == "Kommunstyrelsens arbetsutskott"


def test_without_a_meeting_the_letter_is_named_by_its_matter_and_says_nothing_that_is_not_known() -> None:
    april, dialogue = brief_of(), brief_of(occasion=Occasion.AMBITION)
    report = official_report(april)

    assert report.rubrik == said("Kommunstyrelsens mål – delårsrapport per den 30~april 2019")
    assert official_report(dialogue).rubrik == "Kommunstyrelsens mål 2019 inför dialog om ambitionsnivå"
    assert (report.förslag_inledning, report.förslag, report.mottagare, report.diarienummer) == ("", (), "", "")


def test_whole_sentences_stand_after_a_colon() -> None:
    report = official_report(
        board(Status.NOT_MET, meeting=meeting(), settings=settings(department="KLK", that_clauses=False))
    )

    assert report.förslag_inledning == "Kommunstyrelsens arbetsutskott beslutar följande:"
    assert report.förslag == (said("KLK får i uppdrag att återkomma med förslag till åtgärder för mål~1."),)
