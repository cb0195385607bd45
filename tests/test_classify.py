from itertools import product

import pytest

from pipeline.classify import classify
from pipeline.model.records import Goal
from pipeline.model.words import DecisionStage, GoalClass, Measurability
from tests.cases import Fields, goal

YES_NO = (True, False, None)
STAGES = (*DecisionStage, None)
BOARD = "Målet är valt till inriktningsmål och följs upp genom verksamhetens aktiviteter."
QUANTITATIVE = "Målet går att påverka, mäts kvantitativt och har resurser."
QUALITATIVE = "Målet går att påverka och har resurser, men mäts bara kvalitativt."
NOTHING: Fields = {
    "ambition_level": "",
    "stage": None,
    "influenceable": None,
    "measurable": None,
    "resourced": None,
}


@pytest.mark.parametrize(
    ("fields", "goal_class", "reason"),
    [
        ({"directional": True}, GoalClass.DIRECTIONAL, BOARD),
        ({**NOTHING, "directional": True}, GoalClass.DIRECTIONAL, BOARD),
        ({"directional": True, "resourced": False}, GoalClass.DIRECTIONAL, BOARD),
        ({"directional": False}, GoalClass.STEERING, QUANTITATIVE),
        ({"ambition_level": ""}, GoalClass.UNDECIDED, "Ambitionsnivå saknas."),
        ({"stage": DecisionStage.NOT_DRAFTED}, GoalClass.UNDECIDED, "Ambitionsnivån är inte framtagen."),
        (
            {"stage": DecisionStage.NOT_DRAFTED, "ambition_level": ""},
            GoalClass.UNDECIDED,
            "Ambitionsnivån är inte framtagen.",
        ),
        ({"influenceable": None}, GoalClass.UNDECIDED, "Kriteriet påverkbart är inte besvarat."),
        ({"measurable": None}, GoalClass.UNDECIDED, "Kriteriet mätbart är inte besvarat."),
        ({"resourced": None}, GoalClass.UNDECIDED, "Kriteriet resurser är inte besvarat."),
        (
            {"influenceable": None, "resourced": None},
            GoalClass.UNDECIDED,
            "Kriterierna påverkbart och resurser är inte besvarade.",
        ),
        (
            NOTHING,
            GoalClass.UNDECIDED,
            "Ambitionsnivå saknas och kriterierna påverkbart, mätbart och resurser är inte besvarade.",
        ),
        (
            {"stage": DecisionStage.NOT_DRAFTED, "measurable": None},
            GoalClass.UNDECIDED,
            "Ambitionsnivån är inte framtagen och kriteriet mätbart är inte besvarat.",
        ),
        (
            {"influenceable": False, "resourced": None},
            GoalClass.UNDECIDED,
            "Kriteriet resurser är inte besvarat.",
        ),
        ({"influenceable": False}, GoalClass.UNDECIDED, "Kriteriet påverkbart uppfylls inte."),
        ({"measurable": Measurability.NO}, GoalClass.UNDECIDED, "Kriteriet mätbart uppfylls inte."),
        ({"resourced": False}, GoalClass.UNDECIDED, "Kriteriet resurser uppfylls inte."),
        (
            {"influenceable": False, "measurable": Measurability.NO, "resourced": False},
            GoalClass.UNDECIDED,
            "Kriterierna påverkbart, mätbart och resurser uppfylls inte.",
        ),
        ({"measurable": Measurability.QUANTITATIVE}, GoalClass.STEERING, QUANTITATIVE),
        ({"measurable": Measurability.QUALITATIVE}, GoalClass.SUPPORTING, QUALITATIVE),
    ],
)
def test_the_first_rule_that_applies_decides(fields: Fields, goal_class: GoalClass, reason: str) -> None:
    found = classify(goal(1, **fields))

    assert (found.goal_class, found.reason) == (goal_class, reason)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, ()),
        ({"directional": True, "measurable": None}, ()),
        (
            {"ambition_level": "", "measurable": None},
            ("ambitionsnivå saknas", "kriteriet mätbart är inte besvarat"),
        ),
        (
            {"influenceable": False, "resourced": False},
            ("kriteriet påverkbart uppfylls inte", "kriteriet resurser uppfylls inte"),
        ),
    ],
)
def test_what_keeps_a_goal_undecided_is_told_one_by_one(fields: Fields, missing: tuple[str, ...]) -> None:
    assert classify(goal(1, **fields)).missing == missing


@pytest.mark.parametrize(
    ("fields", "preliminary"),
    [
        ({"stage": DecisionStage.PRELIMINARY}, True),
        ({"stage": None}, True),
        ({"stage": DecisionStage.ADOPTED}, False),
        ({"stage": DecisionStage.PRELIMINARY, "measurable": Measurability.QUALITATIVE}, True),
        ({"stage": DecisionStage.ADOPTED, "measurable": Measurability.QUALITATIVE}, False),
        ({"stage": DecisionStage.PRELIMINARY, "directional": True}, True),
        ({"stage": DecisionStage.ADOPTED, "directional": True}, False),
        ({"stage": DecisionStage.NOT_DRAFTED, "directional": True}, False),
        ({"stage": None, "directional": True, "ambition_level": ""}, False),
        ({"stage": DecisionStage.PRELIMINARY, "resourced": False}, False),
    ],
)
def test_a_class_is_preliminary_while_its_ambition_level_is(fields: Fields, *, preliminary: bool) -> None:
    assert classify(goal(1, **fields)).preliminary is preliminary


EVERY_GOAL = [
    goal(
        1, directional=chosen, ambition_level=level, stage=stage, influenceable=can, measurable=measured, resourced=has
    )
    for chosen, level, stage, can, measured, has in product(
        YES_NO, ("", "Minst 95."), STAGES, YES_NO, (*Measurability, None), YES_NO
    )
]


def is_ready(one: Goal) -> bool:
    drafted = bool(one.ambition_level) and one.stage is not DecisionStage.NOT_DRAFTED
    return drafted and one.influenceable is True and one.resourced is True


def test_a_goal_without_the_boards_choice_is_settled_exactly_when_it_meets_the_three_criteria() -> None:
    measured: dict[Measurability | None, GoalClass] = {
        Measurability.QUANTITATIVE: GoalClass.STEERING,
        Measurability.QUALITATIVE: GoalClass.SUPPORTING,
    }
    settled = [one for one in EVERY_GOAL if not one.directional and is_ready(one) and one.measurable in measured]
    others = [one for one in EVERY_GOAL if not one.directional and one not in settled]

    assert len(settled) == 2 * 3 * 2
    assert [classify(one).goal_class for one in settled] == [measured[one.measurable] for one in settled]
    assert {classify(one).goal_class for one in others} == {GoalClass.UNDECIDED}
    assert all(classify(one).missing for one in others)


def test_every_reason_is_a_sentence() -> None:
    reasons = {classify(one).reason for one in EVERY_GOAL}

    assert {(reason[0].isupper(), reason[-1], reason.count(".")) for reason in reasons} == {(True, ".", 1)}
