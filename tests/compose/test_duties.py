from typing import Any

import pytest

from pipeline.compose.duties import duties
from pipeline.model.records import FollowUp, Goal, Measure
from pipeline.model.words import Occasion, OwnAssessment, Progress, Status
from tests.cases import activity, follow_up, goal, indicator, measure
from tests.compose.briefs import LOOKS, brief_of, directional, said, supporting, undrafted

OWNED = goal(1, owner="näringslivschefen")
ANALYSED = follow_up(analysis="Det går som väntat.")
EXPLAINED = follow_up(analysis="Färre startar.", cause="Lokaler saknas.")


@pytest.mark.parametrize(
    ("status", "person", "measures", "owed"),
    [
        (Status.MET, ANALYSED, (), []),
        (Status.MET, None, (), ["Mål~1: skriv en analys."]),
        (Status.UNCERTAIN, ANALYSED, (), []),
        (
            Status.NOT_MET,
            ANALYSED,
            (),
            ["Mål~1: skriv vad avvikelsen beror på och föreslå en åtgärd."],
        ),
        (Status.NOT_MET, EXPLAINED, (measure(owner=""),), []),
        (
            Status.NOT_MET,
            EXPLAINED,
            (measure(owner="", progress=None),),
            ["Mål~1: ange hur långt åtgärden ”En förmedling av lediga lokaler” har kommit."],
        ),
        (
            Status.NOT_MET,
            EXPLAINED,
            (measure(owner="", due="2019-03-31"),),
            ["Mål~1: åtgärden ”En förmedling av lediga lokaler” skulle vara klar den 31~mars 2019."],
        ),
        (Status.NOT_MET, EXPLAINED, (measure(due="2019-03-31", progress=Progress.DONE),), []),
        (Status.NOT_MET, EXPLAINED, (measure(due="efter sommaren"),), []),
        (Status.NOT_ASSESSABLE, ANALYSED, (), ["Mål~1, indikator 1.1 Indikator 1.1: Källa saknas."]),
    ],
)
def test_a_styrande_goal_asks_for_what_its_course_demands(
    status: Status, person: FollowUp | None, measures: tuple[Measure, ...], owed: list[str]
) -> None:
    brief = brief_of(
        OWNED,
        indicators=(indicator(),),
        outlooks={"1.1": LOOKS[status]},
        follow_ups=(person,) if person else (),
        measures=measures,
    )

    assert [(one.ansvarig, list(one.uppgifter)) for one in duties(brief)] == (
        [("näringslivschefen", [said(text) for text in owed])] if owed else []
    )


@pytest.mark.parametrize(
    ("found", "given", "owed"),
    [
        (supporting(1), {}, ["Mål~1: gör en egen bedömning av utvecklingen."]),
        (supporting(1), {"follow_ups": (follow_up(own_assessment=OwnAssessment.POSITIVE),)}, []),
        (directional(1), {}, ["Mål~1: beskriv årets aktiviteter."]),
        (directional(1), {"activities": (activity(),)}, []),
        (undrafted(1), {}, []),
    ],
)
def test_any_other_goal_asks_for_what_its_class_is_followed_up_by(
    found: Goal, given: dict[str, Any], owed: list[str]
) -> None:
    asked = duties(brief_of(found, **given))

    assert [text for one in asked for text in one.uppgifter] == [said(text) for text in owed]


def test_an_indicators_own_analysis_is_analysis_enough() -> None:
    person = follow_up(indicator="1.1", analysis="Det går som väntat.")
    brief = brief_of(OWNED, indicators=(indicator(),), outlooks={"1.1": LOOKS[Status.MET]}, follow_ups=(person,))

    assert duties(brief) == ()


def test_duties_are_gathered_by_owner_and_nobodys_come_last() -> None:
    brief = brief_of(
        supporting(1), supporting(2, owner="personalchefen"), supporting(3), supporting(4, owner="personalchefen")
    )

    assert [(one.ansvarig, len(one.uppgifter)) for one in duties(brief)] == [
        ("personalchefen", 2),
        ("Ingen ansvarig angiven", 2),
    ]


def test_an_indicators_owner_goes_before_the_goals() -> None:
    brief = brief_of(
        OWNED,
        indicators=(indicator(owner="statistikern"),),
        outlooks={"1.1": LOOKS[Status.NOT_ASSESSABLE]},
        follow_ups=(ANALYSED,),
    )

    assert [one.ansvarig for one in duties(brief)] == ["statistikern"]


def test_the_ambition_dialogue_asks_for_no_figures() -> None:
    assert duties(brief_of(supporting(1), occasion=Occasion.AMBITION)) == ()
