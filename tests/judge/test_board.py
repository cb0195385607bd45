from collections.abc import Mapping
from datetime import date

import pytest

from pipeline.judge import judge
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Goal, Source
from pipeline.model.results import Classification, GoalResult, Outlook, Results
from pipeline.model.words import GoalClass, Occasion, Status
from tests.cases import activity, follow_up, goal, indicator, measure, outlook, series, settings, source

STEERING = Classification(GoalClass.STEERING, "Skäl.")
SUPPORTING = Classification(GoalClass.SUPPORTING, "Skäl.")
GOOD, BAD = outlook(Forecast(point=150, sigma=0.1)), outlook(Forecast(point=50, sigma=0.1))
UNKNOWN = outlook(refusal="Minst ett helt tidigare år behövs; 2018 saknas.")
OUTLOOKS = {"1.1": GOOD, "1.2": BAD, "4.1": GOOD}
ONE, FOUR = goal(1), goal(4)
FIRST, SECOND, OTHER = indicator("1.1"), indicator("1.2", row=3), indicator("4.1", row=4)


def judged(
    whole: Source,
    occasion: Occasion = Occasion.APRIL,
    outlooks: Mapping[str, Outlook] = OUTLOOKS,
) -> Results:
    """Judge with goal 4 as stödjande and every other as styrande."""
    return judge(whole, occasion, {one.number: _class(one) for one in whole.goals}, outlooks)


def _class(one: Goal) -> Classification:
    return SUPPORTING if one.number == 4 else STEERING


def first_goal(whole: Source, outlooks: Mapping[str, Outlook] = OUTLOOKS) -> GoalResult:
    return judged(whole, outlooks=outlooks).goals[0]


def test_goals_come_in_the_order_of_their_numbers() -> None:
    found = judged(source(goal(3), goal(1), goal(2)))

    assert [one.goal.number for one in found.goals] == [1, 2, 3]


@pytest.mark.parametrize(
    ("occasion", "as_of"),
    [
        (Occasion.AMBITION, None),
        (Occasion.APRIL, date(2019, 4, 30)),
        (Occasion.AUGUST, date(2019, 8, 31)),
    ],
)
def test_the_results_say_when(occasion: Occasion, as_of: date | None) -> None:
    found = judged(source(ONE), occasion)

    assert (found.year, found.occasion, found.as_of) == (2019, occasion, as_of)


def test_a_year_must_be_known() -> None:
    with pytest.raises(ValueError, match="Settings"):
        judged(source(ONE, settings=settings(year=None)))


def test_a_styrande_goal_is_weighed_from_its_indicators() -> None:
    found = first_goal(source(ONE, indicators=(FIRST, SECOND)))

    assert [one.status for one in found.indicators] == [Status.MET, Status.NOT_MET]
    assert (found.status, found.computed_status) == (Status.PARTLY, Status.PARTLY)
    assert found.reason == "Båda indikatorerna kan bedömas: en uppfylls och en uppfylls inte."
    assert found.assessable == (2, 2)


def test_a_styrande_goal_without_indicators_cannot_be_assessed() -> None:
    found = first_goal(source(ONE))

    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "Målet saknar indikatorer.")
    assert found.assessable == (0, 0)


def test_an_indicator_that_cannot_be_assessed_is_counted() -> None:
    found = first_goal(source(ONE, indicators=(FIRST, SECOND)), {"1.1": GOOD, "1.2": UNKNOWN})

    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "1 av 2 indikatorer kan bedömas, och den uppfylls.")
    assert found.assessable == (1, 2)


def test_the_share_of_met_indicators_is_the_settings() -> None:
    found = first_goal(source(ONE, indicators=(FIRST, SECOND), settings=settings(partly_share=0.6)))

    assert found.status is Status.NOT_MET


def test_an_indicator_of_two_goals_counts_in_both() -> None:
    shared = indicator("1.1", goals=(1, 4))

    steering, supporting = judged(source(ONE, FOUR, indicators=(shared, OTHER))).goals

    assert [one.indicator.id for one in steering.indicators] == ["1.1"]
    assert [one.indicator.id for one in supporting.indicators] == ["1.1", "4.1"]
    assert [one.status for one in (*steering.indicators, *supporting.indicators)] == [Status.MET, None, None]


def test_a_goal_that_is_not_styrande_shows_outcomes_and_no_status() -> None:
    values = series({2019: [6.0] * 4})
    person = follow_up(4, status=Status.MET)

    (found,) = judged(source(FOUR, indicators=(OTHER,), series={"4.1": values}, follow_ups=(person,))).goals
    (shown,) = found.indicators

    assert (found.status, found.computed_status, found.reason, found.assessable) == (None, None, "", (0, 0))
    assert (shown.status, shown.computed_status, shown.probability, shown.pace) == (None, None, None, None)
    assert (shown.outlook, shown.series) == (outlook(), values)
    assert found.follow_up == person


def test_no_goal_has_a_status_at_the_ambition_dialogue() -> None:
    found = judged(source(ONE, FOUR, indicators=(FIRST, OTHER)), Occasion.AMBITION, {})

    assert [one.status for one in found.goals] == [None, None]
    assert [shown.status for one in found.goals for shown in one.indicators] == [None, None]
    assert (found.totals["styrande"], found.totals["stödjande"], found.totals["ej prognostiseras"]) == (1, 1, 2)


@pytest.mark.parametrize(
    ("person", "status"),
    [
        (follow_up(1, status=Status.MET), Status.MET),
        (follow_up(1, Occasion.AUGUST, status=Status.MET), Status.NOT_MET),
        (follow_up(2, status=Status.MET), Status.NOT_MET),
        (follow_up(1, None, status=Status.MET), Status.NOT_MET),
        (follow_up(1, analysis="Det går trögt."), Status.NOT_MET),
    ],
    ids=["of the goal", "in August", "of another goal", "of no occasion", "without a status"],
)
def test_a_person_may_decide_a_goals_status_at_the_occasion(person: object, status: Status) -> None:
    found = first_goal(source(ONE, goal(2), indicators=(SECOND,), follow_ups=(person,)))

    assert (found.status, found.computed_status) == (status, Status.NOT_MET)


@pytest.mark.parametrize("name", ["1.2", "Indikator 1.2"])
def test_a_persons_status_of_an_indicator_weighs_in_the_goals_but_not_in_the_computed(name: str) -> None:
    person = follow_up(1, indicator=name, status=Status.MET)

    found = first_goal(source(ONE, indicators=(FIRST, SECOND), follow_ups=(person,)))

    assert [one.status for one in found.indicators] == [Status.MET, Status.MET]
    assert (found.status, found.computed_status) == (Status.MET, Status.PARTLY)
    assert found.reason == "Båda indikatorerna uppfylls."
    assert (found.follow_up, found.indicators[1].follow_up) == (None, person)


def test_what_is_written_of_a_goal_is_not_written_of_an_indicator_without_a_name() -> None:
    nameless = indicator("1.1", name="")
    person = follow_up(1, status=Status.NOT_MET)

    found = first_goal(source(ONE, indicators=(nameless,), follow_ups=(person,)))

    assert (found.follow_up, found.indicators[0].follow_up) == (person, None)
    assert found.indicators[0].status is Status.MET


def test_measures_and_activities_go_with_their_goal_and_occasion() -> None:
    ours, always = activity(1, Occasion.APRIL), activity(1, row=3)
    others = (activity(1, Occasion.AUGUST), activity(4))

    found = first_goal(source(ONE, FOUR, measures=(measure(4), measure(1)), activities=(ours, *others, always)))

    assert found.measures == (measure(1),)
    assert found.activities == (ours, always)
