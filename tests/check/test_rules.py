import pytest

from pipeline.check import RULES, check
from pipeline.model.words import Occasion
from pipeline.problems import Problems
from tests.cases import follow_up, goal, indicator, meeting, series
from tests.check import (
    test_goals,
    test_identity,
    test_indicators,
    test_meetings,
    test_minutes,
    test_plausible,
    test_references,
    test_samples,
    test_steering,
    test_votes,
)
from tests.check.trial import Rule, Trial, case

TRIALS: dict[str, Trial] = {
    **test_references.TRIALS,
    **test_goals.TRIALS,
    **test_identity.TRIALS,
    **test_indicators.TRIALS,
    **test_samples.TRIALS,
    **test_steering.TRIALS,
    **test_plausible.TRIALS,
    **test_meetings.TRIALS,
    **test_votes.TRIALS,
    **test_minutes.TRIALS,
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_case_that_trips_it_and_one_that_does_not(rule: Rule) -> None:
    assert {bool(trial.lines) for trial in TRIALS.values() if trial.rule is rule} == {True, False}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_no_cell_has_two_faults(trial: Trial) -> None:
    problems = trial.problems()

    check(trial.case, problems)

    places = [one.place for one in problems.faults()]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_problem_tells_what_to_do(trial: Trial) -> None:
    assert [line for line in trial.lines if not line.endswith(".")] == []


def test_a_whole_case_is_left_in_peace() -> None:
    problems = Problems()
    whole = case(
        Occasion.APRIL,
        goals=(goal(1),),
        indicators=(indicator("1.1"),),
        series={"1.1": series({2018: [8.0] * 12, 2019: [6.0] * 4})},
        follow_ups=(follow_up(1),),
        meetings=(meeting(),),
    )

    check(whole, problems)

    assert list(problems) == []
