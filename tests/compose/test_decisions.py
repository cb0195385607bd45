import datetime as dt
from typing import Any

import pytest

from pipeline.compose.brief import Brief
from pipeline.compose.decisions import Decision, decisions, proposals
from pipeline.model.records import Goal
from pipeline.model.words import Measurability, MeetingStage, Occasion, Progress, Status
from tests.cases import goal, indicator, measure, meeting, settings
from tests.compose.briefs import board, brief_of, directional, preliminary, said, supporting, undrafted

PLAIN = settings(department="Kommunledningskontoret", that_clauses=False)
NEXT = dt.date(2019, 6, 12)


def only(brief: Brief) -> Decision:
    (found,) = decisions(brief)
    return found


def with_measure(**fields: Any) -> Brief:  # noqa: ANN401 -- any field of the record
    return board(Status.NOT_MET, measures=(measure(1, **fields),))


def test_nothing_to_decide_makes_no_points() -> None:
    brief = board(Status.MET, Status.UNCERTAIN, more=(supporting(3), directional(4)))

    assert (decisions(brief), proposals(brief)) == ((), ())


def test_a_measure_that_needs_a_decision_is_put_as_its_proposal_says() -> None:
    text = "att omprioritera 150 tkr till en förmedling av lediga lokaler (mål 1)"

    assert only(with_measure(needs_decision=True, proposal=text)) == Decision(
        said("Mål~1: förslaget att omprioritera 150 tkr till en förmedling av lediga lokaler."), text, text
    )


def test_each_line_of_a_proposal_is_a_point_of_its_own() -> None:
    brief = with_measure(needs_decision=True, proposal="1. att avsätta 150 tkr\n2. Chefen rapporterar i höst.")

    assert [one.question for one in decisions(brief)] == [
        said("Mål~1: förslaget att avsätta 150 tkr."),
        said("Mål~1: Chefen rapporterar i höst."),
    ]
    assert proposals(brief) == ("att avsätta 150 tkr", "Chefen rapporterar i höst.")


def test_a_measure_without_a_proposal_is_put_by_its_name_and_cost() -> None:
    assert only(with_measure(measure="Ny lots", needs_decision=True, cost="150 tkr, ryms inte i budget")) == Decision(
        said("Mål~1: om åtgärden ”Ny lots” ska genomföras. Kostnad: 150 tkr, ryms inte i budget."),
        said("att ta ställning till åtgärden ”Ny lots” (mål~1)"),
        said("Kommunstyrelsen tar ställning till åtgärden ”Ny lots” (mål~1)."),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"needs_decision": False},
        {"needs_decision": None},
        {"needs_decision": True, "decided_at": "KSAU 2019-04-10 § 40"},
        {"needs_decision": True, "progress": Progress.DONE},
    ],
)
def test_a_measure_that_is_decided_done_or_needs_nothing_makes_no_point(fields: dict[str, Any]) -> None:
    assert decisions(with_measure(**fields)) == ()


def test_the_dialogue_decides_on_no_measures() -> None:
    assert decisions(board(Status.MET, measures=(measure(1, needs_decision=True),), occasion=Occasion.AMBITION)) == ()


@pytest.mark.parametrize("status", [Status.NOT_MET, Status.PARTLY])
def test_a_goal_off_course_without_a_measure_asks_for_one(status: Status) -> None:
    assert only(board(status)) == Decision(
        said("Mål~1: vilka åtgärder som ska vidtas, eller om ambitionsnivån ska ändras. Åtgärd saknas."),
        said("att ge kommunledningskontoret i uppdrag att återkomma med förslag till åtgärder för mål~1"),
        said("Kommunledningskontoret får i uppdrag att återkomma med förslag till åtgärder för mål~1."),
    )


def test_goals_off_course_without_measures_ask_for_them_in_one_point() -> None:
    assert only(board(Status.NOT_MET, Status.MET, Status.PARTLY)) == Decision(
        said("Mål~1 och 3: vilka åtgärder som ska vidtas, eller om ambitionsnivåerna ska ändras. Åtgärder saknas."),
        said("att ge kommunledningskontoret i uppdrag att återkomma med förslag till åtgärder för mål~1 och 3"),
        said("Kommunledningskontoret får i uppdrag att återkomma med förslag till åtgärder för mål~1 och 3."),
    )


def test_a_goal_off_course_with_a_measure_under_way_asks_for_none() -> None:
    assert decisions(with_measure()) == ()


@pytest.mark.parametrize(
    ("goals", "names", "noun"),
    [((goal(1),), "mål~1", "målet"), ((goal(1), goal(2), goal(3)), "mål~1, 2 och 3", "målen")],
)
def test_goals_without_indicators_ask_for_them_in_one_point(goals: tuple[Goal, ...], names: str, noun: str) -> None:
    assert only(brief_of(*goals)) == Decision(
        said(f"M{names[1:]}: vilka indikatorer {noun} ska mätas med. Indikatorer saknas."),
        said(f"att ge kommunledningskontoret i uppdrag att ta fram förslag till indikatorer för {names}"),
        said(f"Kommunledningskontoret får i uppdrag att ta fram förslag till indikatorer för {names}."),
    )


def test_an_indicator_without_a_target_asks_for_one() -> None:
    one = indicator(name="Andel långtidsarbetslösa", target=None)

    assert only(brief_of(goal(1), indicators=(one,))) == Decision(
        said("Mål~1: vilket målvärde indikatorn Andel långtidsarbetslösa ska ha. Målvärde saknas."),
        said(
            "att ge kommunledningskontoret i uppdrag att ta fram förslag till målvärde för indikatorn Andel "
            "långtidsarbetslösa (mål~1)"
        ),
        said(
            "Kommunledningskontoret får i uppdrag att ta fram förslag till målvärde för indikatorn Andel "
            "långtidsarbetslösa (mål~1)."
        ),
    )


def test_indicators_without_targets_ask_for_them_in_one_point() -> None:
    found = [indicator(f"{one}.1", name=name, target=None) for one, name in ((1, "Sjuktal"), (2, "Skolval"))]

    assert only(brief_of(goal(1), goal(2), indicators=tuple(found))) == Decision(
        said(
            "Mål~1 och 2: vilka målvärden indikatorerna Sjuktal (mål~1) och Skolval (mål~2) ska ha. Målvärden saknas."
        ),
        said(
            "att ge kommunledningskontoret i uppdrag att ta fram förslag till målvärden för indikatorerna Sjuktal "
            "(mål~1) och Skolval (mål~2)"
        ),
        said(
            "Kommunledningskontoret får i uppdrag att ta fram förslag till målvärden för indikatorerna Sjuktal (mål~1) "
            "och Skolval (mål~2)."
        ),
    )


def test_a_goal_whose_indicators_all_lack_targets_is_named_once() -> None:
    found = tuple(indicator(f"1.{one}", name=name, target=None) for one, name in ((1, "Sjuktal"), (2, "Skolval")))
    point = only(brief_of(goal(1), indicators=found))

    assert point.question == said("Mål~1: vilka målvärden indikatorerna Sjuktal och Skolval ska ha. Målvärden saknas.")
    assert point.that.endswith(said("målvärden för indikatorerna Sjuktal och Skolval (mål~1)"))


def test_goals_that_fail_the_same_criterion_are_put_in_one_point_and_others_apart() -> None:
    brief = brief_of(goal(1, resourced=False), goal(2, measurable=None), goal(3, resourced=False))

    assert [one.question for one in decisions(brief)] == [
        said(
            "Mål~1 och 3: om målen ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål. Kriteriet "
            "resurser uppfylls inte."
        ),
        said("Mål~2: om målet uppfyller kriterierna. Kriteriet mätbart är inte besvarat."),
    ]


def test_an_indicator_of_a_supporting_goal_asks_for_nothing() -> None:
    assert decisions(brief_of(supporting(1), indicators=(indicator(target=None),))) == ()


def test_goals_without_a_level_are_taken_up_again_at_the_next_meeting() -> None:
    brief = brief_of(undrafted(6), undrafted(7), undrafted(8), meeting=meeting(next_meeting=NEXT))

    assert only(brief) == Decision(
        said("Mål~6, 7 och 8: vilken ambitionsnivå som ska gälla. Ambitionsnivå saknas."),
        said("att återuppta dialogen om ambitionsnivån för mål~6, 7 och 8 vid sammanträdet den 12~juni 2019"),
        said("Dialogen om ambitionsnivån för mål~6, 7 och 8 återupptas vid sammanträdet den 12~juni 2019."),
    )


@pytest.mark.parametrize(
    ("goals", "names", "pronoun"),
    [((6,), "Mål~6", "Det"), ((6, 7), "Mål~6 och 7", "De"), ((6, 7, 8, 9), "Mål~6–9", "De")],
)
def test_what_the_dialogue_planned_and_nobody_decided_is_told(goals: tuple[int, ...], names: str, pronoun: str) -> None:
    held = meeting(Occasion.AMBITION, stage=MeetingStage.HELD, next_meeting=dt.date(2019, 3, 20))
    brief = brief_of(*map(undrafted, goals), meetings=(held, meeting()))

    assert only(brief).question == said(
        f"{names}: vilken ambitionsnivå som ska gälla. Ambitionsnivå saknas. {pronoun} skulle bearbetas vidare den "
        "20~mars; något beslut därefter finns inte i underlaget."
    )


def test_a_planned_dialogue_of_another_year_has_its_year() -> None:
    held = meeting(Occasion.AMBITION, stage=MeetingStage.HELD, next_meeting=dt.date(2018, 11, 7))

    assert said("den 7~november 2018") in only(brief_of(undrafted(6), meetings=(held,))).question


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            goal(2, resourced=False),
            Decision(
                "Mål~2: om målet ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål. Kriteriet "
                "resurser uppfylls inte.",
                "att ta ställning till om mål~2 ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål",
                "Kommunstyrelsen tar ställning till om mål~2 ska få en annan ambitionsnivå, få resurser eller bli "
                "inriktningsmål.",
            ),
        ),
        (
            goal(2, measurable=Measurability.NO, influenceable=False),
            Decision(
                "Mål~2: om målet ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål. Kriterierna "
                "påverkbart och mätbart uppfylls inte.",
                "att ta ställning till om mål~2 ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål",
                "Kommunstyrelsen tar ställning till om mål~2 ska få en annan ambitionsnivå, få resurser eller bli "
                "inriktningsmål.",
            ),
        ),
        (
            goal(2, measurable=None),
            Decision(
                "Mål~2: om målet uppfyller kriterierna. Kriteriet mätbart är inte besvarat.",
                "att ta ställning till om mål~2 uppfyller kriterierna",
                "Kommunstyrelsen tar ställning till om mål~2 uppfyller kriterierna.",
            ),
        ),
    ],
)
def test_a_goal_whose_criteria_are_open_or_not_met_asks_for_the_boards_choice(one: Goal, expected: Decision) -> None:
    found = only(brief_of(one))

    assert (found.question, found.that, found.plain) == tuple(
        map(said, (expected.question, expected.that, expected.plain))
    )


@pytest.mark.parametrize(
    ("goals", "names", "noun"),
    [
        ((1,), "mål~1", "den preliminära ambitionsnivån"),
        ((1, 2), "mål~1 och 2", "de preliminära ambitionsnivåerna"),
        ((1, 2, 3, 4, 5), "mål~1–5", "de preliminära ambitionsnivåerna"),
    ],
)
def test_preliminary_levels_are_put_for_adoption(goals: tuple[int, ...], names: str, noun: str) -> None:
    brief = brief_of(*(preliminary(number, measurable=Measurability.QUALITATIVE) for number in goals))

    assert only(brief) == Decision(
        said(f"M{names[1:]}: om {noun} ska fastställas."),
        said(f"att fastställa {noun} för {names}"),
        said(f"D{noun[1:]} för {names} fastställs."),
    )


def test_proposals_are_the_clerks_own_and_then_what_is_drafted_each_said_once() -> None:
    own = said("1. att godkänna delårsrapporten\n2. att fastställa den preliminära ambitionsnivån för mål~1")
    one = preliminary(1, measurable=Measurability.QUALITATIVE)
    brief = brief_of(one, undrafted(2), meeting=meeting(proposal=own))

    assert proposals(brief) == (
        "att godkänna delårsrapporten",
        said("att fastställa den preliminära ambitionsnivån för mål~1"),
        said("att återuppta dialogen om ambitionsnivån för mål~2"),
    )


def test_the_dialogues_own_proposal_stands_alone() -> None:
    own = meeting(Occasion.AMBITION, proposal="att återuppta dialogen")

    assert proposals(brief_of(undrafted(1), meeting=own, occasion=Occasion.AMBITION)) == ("att återuppta dialogen",)


def test_the_dialogue_without_a_proposal_gets_the_drafted_ones() -> None:
    found = proposals(brief_of(undrafted(1), meeting=meeting(Occasion.AMBITION), occasion=Occasion.AMBITION))

    assert found == (said("att återuppta dialogen om ambitionsnivån för mål~1"),)


def test_proposals_are_whole_sentences_where_the_municipality_wants_that() -> None:
    assert proposals(board(Status.NOT_MET, settings=PLAIN)) == (
        said("Kommunledningskontoret får i uppdrag att återkomma med förslag till åtgärder för mål~1."),
    )


def test_neutral_words_stand_in_for_a_board_and_a_department_that_are_not_named() -> None:
    nameless = settings(organ="", department="")

    assert decisions(brief_of(goal(1), goal(2, resourced=None), settings=nameless)) == (
        Decision(
            said("Mål~1: vilka indikatorer målet ska mätas med. Indikatorer saknas."),
            said("att ge förvaltningen i uppdrag att ta fram förslag till indikatorer för mål~1"),
            said("Förvaltningen får i uppdrag att ta fram förslag till indikatorer för mål~1."),
        ),
        Decision(
            said("Mål~2: om målet uppfyller kriterierna. Kriteriet resurser är inte besvarat."),
            said("att ta ställning till om mål~2 uppfyller kriterierna"),
            said("Styrelsen tar ställning till om mål~2 uppfyller kriterierna."),
        ),
    )
