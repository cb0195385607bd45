import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from pipeline.blanks import FrontPage, Paragraph, Protocol
from pipeline.compose.protocol import protocol
from pipeline.model.records import Goal
from pipeline.model.words import DecisionForm, MeetingStage, Occasion, OwnAssessment, Role, Status
from tests.cases import attendance, follow_up, goal, meeting, settings
from tests.compose.briefs import board, brief_of, directional, preliminary, said, supporting, undrafted

HELD: dict[str, Any] = {"stage": MeetingStage.HELD, "paragraph": "95", "decision": "att godkänna rapporten"}
HAPPENED: dict[str, Any] = {
    "conflict_of_interest": "Ledamot A anmäler jäv.",
    "motions": "Ledamot B yrkar avslag.",
    "proposition_order": "Ordföranden frågar.",
    "voting": "Omröstning begärs.",
    "reservations": "Ledamot B reserverar sig.",
    "immediate_verification": "Paragrafen justeras omedelbart.",
}
FIELDS = ("jäv", "yrkanden", "propositionsordning", "omröstning", "reservationer", "omedelbar_justering")
VOTES = "Ledamot A (S): ja\nLedamot B (M): nej\nLedamot C (M): avstår\nLedamot D (L): frånvarande"
APRIL = (Status.MET, Status.NOT_MET)


def of(*goals: Goal, occasion: Occasion = Occasion.APRIL, **fields: Any) -> Protocol:  # noqa: ANN401
    given = meeting(occasion, **fields)
    return protocol(brief_of(*goals, occasion=occasion, meeting=given, date=dt.date(2019, 5, 15)), given)


def texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in paragraphs]


def test_before_the_meeting_it_is_a_draft_with_a_proposal() -> None:
    given = meeting(
        form=DecisionForm.PROPOSES, to="Kommunstyrelsen", proposal="att godkänna\natt notera", decision="att glömma"
    )
    found = protocol(brief_of(meeting=given), given)

    assert (found.genomfört, found.märkning, found.beslut_rubrik) == (
        False,
        "UTKAST – inte justerat",
        "Förslag till beslut",
    )
    assert found.beslut_inledning == (
        "Kommunledningskontorets förslag: Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"
    )
    assert found.beslut == ("att godkänna", "att notera")
    assert (found.paragraf, found.mötesdatum) == (said("§~___"), "2019-05-22")
    assert found.titel == "Protokollsutkast Kommunstyrelsens arbetsutskott 2019-05-22"


def test_before_the_meeting_nothing_that_has_not_happened_is_printed() -> None:
    found = of(**HAPPENED, votes=VOTES)

    assert {field: getattr(found, field) for field in FIELDS} == dict.fromkeys(FIELDS, ())
    assert (found.röster, found.frånvarande) == ((), "")


def test_after_the_meeting_everything_that_happened_is_printed() -> None:
    found = of(**{**HELD, **HAPPENED})

    assert [texts(getattr(found, field)) for field in FIELDS] == [[text] for text in HAPPENED.values()]
    assert (found.genomfört, found.märkning, found.beslut_rubrik) == (True, "", "Beslut")
    assert (found.paragraf, found.titel) == (
        said("§~95"),
        said("Protokoll Kommunstyrelsens arbetsutskott 2019-05-22 §~95"),
    )


def test_votes_are_a_table_with_a_sum_and_the_absent_are_named() -> None:
    found = of(**HELD, votes=VOTES)

    assert [(row.ledamot, row.ja, row.nej, row.avstår) for row in found.röster] == [
        ("Ledamot A (S)", "X", "", ""),
        ("Ledamot B (M)", "", "X", ""),
        ("Ledamot C (M)", "", "", "X"),
        ("Summa", "1", "1", "1"),
    ]
    assert found.frånvarande == "Frånvarande vid omröstningen: Ledamot D (L)."


@pytest.mark.parametrize(
    ("decision", "intro", "points"),
    [
        ("att godkänna", "Kommunstyrelsens arbetsutskott beslutar", ("att godkänna",)),
        ("1. att godkänna\n2. att notera", "Kommunstyrelsens arbetsutskott beslutar", ("att godkänna", "att notera")),
        (
            "Kommunstyrelsens arbetsutskott beslutar att godkänna",
            "",
            ("Kommunstyrelsens arbetsutskott beslutar att godkänna",),
        ),
        (
            "Rapporten godkänns.\nChefen får ett uppdrag.",
            "Kommunstyrelsens arbetsutskott beslutar följande:",
            ("Rapporten godkänns.", "Chefen får ett uppdrag."),
        ),
    ],
)
def test_the_decision_is_told_as_one_point_or_as_several(decision: str, intro: str, points: tuple[str, ...]) -> None:
    found = of(**{**HELD, "decision": decision})

    assert (found.beslut_inledning, found.beslut) == (intro, points)


def test_a_draft_of_a_held_meetings_protocol_is_marked() -> None:
    given = meeting(**HELD)

    assert protocol(brief_of(meeting=given, draft=True), given).märkning == "UTKAST"


def test_example_values_are_marked_beside_the_draft() -> None:
    given = meeting()
    found = protocol(brief_of(meeting=given, settings=settings(example=True)), given)

    assert found.märkning == "UTKAST – inte justerat · Innehåller exempelvärden"


@pytest.mark.parametrize(
    ("number", "expected"), [("KS 2019/1", "Rapport (KS\N{NO-BREAK SPACE}2019/1)"), ("", "Rapport")]
)
def test_the_heading_has_the_registration_number(number: str, expected: str) -> None:
    assert of(heading="Rapport", registration=number).rubrik == expected


def test_the_interim_protocol_tells_each_goals_forecast_and_not_its_level() -> None:
    given = meeting()
    goals = (supporting(2, programme_area="Hälsa", meaning="X", governing_documents="ÖP"), directional(3), undrafted(4))
    found = protocol(board(Status.MET, more=goals, meeting=given), given)

    assert [(area.namn, [one.nummer for one in area.mål]) for area in found.programområden] == [
        ("Arbete och fritid:", ["1", "3"]),
        ("Hälsa:", ["2"]),
    ]
    told = [one for area in found.programområden for one in area.mål]
    assert [(one.ambitionsnivå, one.innebär, one.styrdokument) for one in told] == [((), (), "")] * 3
    assert told[0].prognosmening.startswith("Målet beräknas uppfyllas.")


def test_the_dialogues_protocol_tells_the_levels_and_no_forecast() -> None:
    found = of(preliminary(1, programme_area=""), undrafted(2), occasion=Occasion.AMBITION, **HELD)
    ((area,),) = (found.programområden,)

    assert (area.namn, [one.nummer for one in area.mål]) == ("", ["1"])
    assert texts(area.mål[0].ambitionsnivå) == ["Preliminär ambitionsnivå: Minst 95 nya företag under året."]
    assert area.mål[0].prognosmening == ""


def test_the_interim_summing_up_tells_forecasts_assessments_and_what_is_open() -> None:
    given = meeting(next_meeting=dt.date(2019, 6, 12))
    goals = (supporting(3), supporting(4), directional(5), undrafted(6), undrafted(7))
    person = follow_up(3, own_assessment=OwnAssessment.POSITIVE)
    found = protocol(board(*APRIL, more=goals, meeting=given, follow_ups=(person,)), given)

    assert texts(found.summering) == [
        said(
            "Ett av de styrande målen beräknas uppfyllas vid årets slut och ett beräknas inte uppfyllas. "
            "För mål~3 redovisas en egen bedömning. För mål~4 saknas en egen bedömning. "
            "Mål~5 är inriktningsmål och följs upp genom aktiviteter."
        ),
        said("Ambitionsnivån är inte fastställd för mål~6 och 7."),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {**HELD, "next_meeting": dt.date(2019, 3, 20)},
            "Mål~2 bearbetas vidare av kommunstyrelsens arbetsutskott den 20~mars.",
        ),
        (
            {**HELD, "next_meeting": dt.date(2020, 1, 15)},
            "Mål~2 bearbetas vidare av kommunstyrelsens arbetsutskott den 15~januari 2020.",
        ),
        (
            {"next_meeting": dt.date(2019, 3, 20)},
            "Mål~2 kan bearbetas vidare av kommunstyrelsens arbetsutskott den 20~mars.",
        ),
        (HELD, "Ambitionsnivån är inte fastställd för mål~2."),
    ],
)
def test_the_dialogues_summing_up_says_when_open_goals_are_taken_up_again(
    fields: dict[str, Any], expected: str
) -> None:
    found = of(goal(1), undrafted(2), occasion=Occasion.AMBITION, **fields)

    assert texts(found.summering) == [
        said("Mål~1 är styrande och har en kvantitativ mätbarhet av resultat."),
        said(expected),
    ]


def test_with_everything_decided_nothing_is_said_to_be_open() -> None:
    assert len(of(goal(1), occasion=Occasion.AMBITION, **HELD).summering) == 1


def test_the_front_page_is_made_from_the_attendance_of_the_day() -> None:
    given = meeting(
        **HELD,
        venue="Nämndrummet",
        time="kl. 13.00–17.20",
        chair="Ordförande",
        verifier="Justerare",
        secretary="Sekreterare",
        verify_by=dt.date(2019, 6, 5),
        verified=dt.date(2019, 6, 5),
        posted=dt.date(2019, 6, 7),
    )
    people = (
        attendance("Ledamot A", party="S"),
        attendance("Ledamot B", serves_for="Ledamot C (M)", party="M", paragraphs="§§ 90–95"),
        attendance("Ersättare D", role=Role.SUBSTITUTE),
        attendance("Kommunchef", role=Role.OTHER, paragraphs="§ 95"),
        attendance("Någon", role=None),
        attendance("En annan dag", date=dt.date(2019, 4, 1)),
    )
    brief = brief_of(meeting=given, attendances=people, settings=settings(notice=True))

    assert protocol(brief, given).framsida == FrontPage(
        plats_och_tid="Nämndrummet, kl. 13.00–17.20",
        beslutande=("Ledamot A (S)", "Ledamot B (M) ersätter Ledamot C (M), §§ 90–95"),
        ersättare=("Ersättare D",),
        övriga=("Kommunchef, § 95", "Någon"),
        justerare=("Justerare",),
        justeras_senast="2019-06-05",
        justerat="2019-06-05",
        paragrafer=said("§~95"),
        ordförande="Ordförande",
        sekreterare="Sekreterare",
        anslag=True,
        anslaget="2019-06-07",
        överklagas_senast="2019-06-28",
        anslag_tas_ned="2019-06-29",
    )


@pytest.mark.parametrize("fields", [{}, {**HELD, "date": None}, {**HELD, "date": dt.date(2019, 4, 10)}])
def test_no_front_page_is_made_before_the_meeting_or_without_attendance(fields: dict[str, Any]) -> None:
    given = meeting(**fields)

    assert protocol(brief_of(meeting=given, attendances=(attendance(),)), given).framsida is None


def test_documents_and_recipients_stand_as_the_clerk_lists_them() -> None:
    given = meeting(sent_to="KS\n\nRevisorerna", supporting_documents="Tjänsteskrivelse 2019-02-13")
    brief = replace(brief_of(meeting=given, occasion=Occasion.AMBITION), date=dt.date(2019, 2, 13))
    found = protocol(brief, given)

    assert (found.expedieras_till, found.beslutsunderlag) == (("KS", "Revisorerna"), ("Tjänsteskrivelse 2019-02-13",))
