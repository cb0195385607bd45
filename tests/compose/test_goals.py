import datetime as dt
from typing import Any

import pytest

from pipeline.blanks import ActivityRow, CriterionRow, GoalBlank, MeasureRow, Paragraph
from pipeline.compose.brief import Brief
from pipeline.compose.goals import areas, goal_blank
from pipeline.model.records import Goal
from pipeline.model.words import Measurability, MeetingStage, Occasion, OwnAssessment, Status
from tests.cases import activity, follow_up, goal, measure, meeting
from tests.compose.briefs import board, brief_of, directional, goal_of, preliminary, said, supporting, undrafted

NEXT = dt.date(2019, 3, 20)


def blank(brief: Brief, number: int = 1) -> GoalBlank:
    return goal_blank(brief, goal_of(brief, number))


def dialogue(one: Goal, stage: MeetingStage | None = None, **fields: Any) -> GoalBlank:  # noqa: ANN401
    held = meeting(Occasion.AMBITION, **fields) if stage is None else meeting(Occasion.AMBITION, stage=stage, **fields)
    return blank(brief_of(one, meeting=held, occasion=Occasion.AMBITION), one.number)


def test_goals_stand_under_their_areas_in_the_order_these_first_appear() -> None:
    places = {1: "Tillväxt", 2: "Hälsa", 3: "Tillväxt", 4: ""}
    brief = brief_of(*(supporting(number, programme_area=name) for number, name in places.items()))

    assert [(area.namn, [one.nummer for one in area.mål]) for area in areas(brief, brief.results.goals)] == [
        ("Tillväxt", ["1", "3"]),
        ("Hälsa", ["2"]),
        ("", ["4"]),
    ]


@pytest.mark.parametrize(
    ("title", "expected"), [("Fler företag", "Mål~6. Fler företag"), ("Mål 6", "Mål~6"), (said("Mål~6"), "Mål~6")]
)
def test_a_goal_named_by_its_number_is_not_named_twice(title: str, expected: str) -> None:
    assert blank(brief_of(supporting(6, title=title)), 6).rubrik == said(expected)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (goal(1), ("ja", "ja, kvantitativt", "ja")),
        (supporting(1, resourced=False), ("ja", "ja, kvalitativt", "nej")),
        (goal(1, influenceable=False, measurable=Measurability.NO), ("nej", "nej", "ja")),
        (undrafted(1), ("inte besvarat", "inte besvarat", "inte besvarat")),
    ],
)
def test_the_three_criteria_are_told_as_answered(one: Goal, expected: tuple[str, ...]) -> None:
    names = ("Går att påverka inom ansvarsområdet", "Går att mäta", "Det finns resurser")

    assert blank(brief_of(one)).kriterier == tuple(
        CriterionRow(kriterium=name, svar=answer) for name, answer in zip(names, expected, strict=True)
    )


WAYS = tuple(
    Paragraph(text, "punkt")
    for text in (
        "Kommunstyrelsen väljer en annan ambitionsnivå som uppfyller kriterierna.",
        "Kommunstyrelsen tillför de resurser som saknas.",
        "Kommunstyrelsen låter målet vara inriktningsmål; då redovisas ingen prognos.",
    )
)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (goal(1, resourced=False), WAYS),
        (goal(1, resourced=None), ()),
        (undrafted(1), ()),
        (goal(1), ()),
        (directional(1), ()),
    ],
)
def test_the_ways_out_are_told_where_a_criterion_is_not_met(one: Goal, expected: tuple[Paragraph, ...]) -> None:
    assert blank(brief_of(one)).utvägar == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (goal(1), ""),
        (directional(1), ""),
        (preliminary(1), "om den preliminära ambitionsnivån ska fastställas."),
        (undrafted(1), "vilken ambitionsnivå som ska gälla."),
        (goal(1, measurable=None), "om målet uppfyller kriterierna."),
        (
            goal(1, resourced=False),
            "om målet ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål.",
        ),
    ],
)
def test_what_the_board_must_decide_is_put_as_a_question(one: Goal, expected: str) -> None:
    assert dialogue(one).att_besluta == expected


@pytest.mark.parametrize(
    ("stage", "date", "expected"),
    [
        (MeetingStage.HELD, NEXT, " Frågan tas upp igen den 20~mars."),
        (MeetingStage.BEFORE, NEXT, " Frågan kan tas upp igen den 20~mars."),
        (MeetingStage.HELD, dt.date(2020, 1, 8), " Frågan tas upp igen den 8~januari 2020."),
        (MeetingStage.HELD, None, ""),
    ],
)
def test_an_open_question_says_when_it_is_taken_up_again(
    stage: MeetingStage, date: dt.date | None, expected: str
) -> None:
    found = dialogue(undrafted(1), stage, next_meeting=date).att_besluta

    assert found == said(f"vilken ambitionsnivå som ska gälla.{expected}")


def test_the_class_reason_says_when_the_level_was_adopted() -> None:
    reason = "Målet går att påverka, mäts kvantitativt och har resurser."

    assert blank(brief_of(goal(1))).klassmotivering == f"{reason} Ambitionsnivån fastställdes 2019-03-20 § 31."
    assert blank(brief_of(goal(1, adopted=""))).klassmotivering == reason
    assert blank(brief_of(preliminary(1))).klassmotivering == reason


def test_what_people_have_written_of_the_goal_is_printed() -> None:
    row = follow_up(
        1,
        analysis="Fler lokaler.\n- på alla orter",
        cause="Nya avtal.",
        added_values="Delade lokaler.",
        own_assessment=OwnAssessment.POSITIVE,
        own_forecast="omkring 85",
        assessed_by="näringslivschefen",
    )
    found = blank(brief_of(supporting(1), follow_ups=(row,)))

    assert found.analys == (Paragraph("Fler lokaler."), Paragraph("på alla orter", "punkt"))
    assert (found.orsak, found.mervärden) == ((Paragraph("Nya avtal."),), (Paragraph("Delade lokaler."),))
    assert found.egen_bedömning == "Utvecklingen bedöms av näringslivschefen vara positiv."
    assert found.avsteg == "Egen prognos av näringslivschefen: omkring 85."


def test_a_steering_goal_has_no_assessment_of_its_own() -> None:
    row = follow_up(1, own_assessment=OwnAssessment.POSITIVE)

    assert blank(board(Status.MET, follow_ups=(row,))).egen_bedömning == ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"cost": "150 tkr", "needs_decision": True},
            MeasureRow(
                åtgärd="En förmedling av lediga lokaler",
                ansvarig="näringslivschefen",
                klart="2019-09-30",
                läge="planerad",
                kostnad="150 tkr",
                beslut="Kräver politiskt beslut",
            ),
        ),
        (
            {"owner": "", "due": "", "progress": None},
            MeasureRow(
                åtgärd="En förmedling av lediga lokaler",
                ansvarig="ansvarig saknas",
                klart="datum saknas",
                läge="läge saknas",
                kostnad="–",
                beslut="",
            ),
        ),
    ],
)
def test_a_measure_says_what_is_missing(fields: dict[str, Any], expected: MeasureRow) -> None:
    found = blank(board(Status.NOT_MET, measures=(measure(1, **fields),)))

    assert (found.åtgärder, found.åtgärd_saknas) == ((expected,), "")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.MET, ""),
        (Status.PARTLY, "Åtgärd saknas."),
        (Status.UNCERTAIN, ""),
        (Status.NOT_MET, "Åtgärd saknas."),
        (Status.NOT_ASSESSABLE, ""),
    ],
)
def test_a_goal_off_course_without_a_measure_says_so(status: Status, expected: str) -> None:
    assert blank(board(status)).åtgärd_saknas == expected


def test_a_directional_goal_shows_its_activities_of_the_occasion() -> None:
    rows = (activity(1, comment="Välbesökta", owner="folkhälsostrategen"), activity(1, Occasion.AUGUST))
    found = blank(brief_of(directional(1), activities=rows))

    assert found.aktiviteter == (
        ActivityRow(
            aktivitet="Hälsovandringar på alla orter", läge="", ansvarig="folkhälsostrategen", kommentar="Välbesökta"
        ),
    )


@pytest.mark.parametrize(("documents", "expected"), [("ÖP", "(Befintliga styrdokument - ÖP)"), ("", "")])
def test_governing_documents_are_told_as_the_board_tells_them(documents: str, expected: str) -> None:
    assert blank(brief_of(supporting(1, governing_documents=documents))).styrdokument == expected
