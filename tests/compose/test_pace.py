from dataclasses import replace

import pytest

from pipeline.compose import figures
from pipeline.compose.pace import pace_sentence
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.results import Outcome, Outlook
from pipeline.model.words import Direction, Kind, ValueBasis
from tests.cases import goal, indicator, outlook
from tests.compose.briefs import brief_of, goal_of, result_of, said, supporting

LESS = Direction.DECREASE


def told(one: Indicator, current: tuple[float, ...], per_year: int = 12) -> str:
    result = result_of(outlook(Forecast(point=90.0, sigma=0.1), current, per_year=per_year), one)
    return pace_sentence(result, figures.places(result))


@pytest.mark.parametrize(
    ("one", "current", "per_year", "expected"),
    [
        (
            indicator(),
            (6.0,) * 4,
            12,
            "Målet nås om maj–december ger minst 71, knappt nio i månaden; hittills har det varit sex.",
        ),
        (
            indicator(target=Target(low=95.0, strict=True)),
            (6.0,) * 4,
            12,
            "Målet nås om maj–december ger mer än 71, knappt nio i månaden; hittills har det varit sex.",
        ),
        (
            indicator(target=Target(high=40.0), direction=LESS),
            (2.0, 3.0, 2.0, 2.0),
            12,
            "Målet nås om maj–december ger högst 31, knappt fyra i månaden; hittills har det varit drygt två.",
        ),
        (
            indicator(target=Target(high=9.0), direction=LESS),
            (2.0, 3.0, 2.0, 2.0),
            12,
            "Målet nås om maj–december ger högst 0; hittills har det varit drygt två i månaden.",
        ),
        (
            indicator(target=Target(low=50.0)),
            (13.0,),
            4,
            "Målet nås om kvartal~2–4 ger minst 37, drygt tolv per kvartal; hittills har det varit 13.",
        ),
        (
            indicator(target=Target(low=50.0)),
            (10.0, 12.0),
            3,
            "Målet nås om tredje tertialet ger minst 28; hittills har det varit elva per tertial.",
        ),
        (
            indicator(target=Target(low=16.0)),
            (1.0,) * 4,
            12,
            "Målet nås om maj–december ger minst 12, 1,5 i månaden; hittills har det varit 1.",
        ),
        (
            indicator(target=Target(low=9.0)),
            (0.0, 1.0, 0.0, 0.0),
            12,
            "Målet nås om maj–december ger minst 8, 1 i månaden; hittills har det varit 0,3.",
        ),
        (
            indicator(unit="tkr", target=Target(high=1200.0), direction=LESS),
            (90.0, 110.0, 100.5, 100.0),
            12,
            (
                "Målet nås om maj–december ger högst 799~tkr, knappt 100~tkr i månaden; hittills har det varit drygt "
                "100~tkr."
            ),
        ),
        (
            indicator(unit="mnkr", target=Target(low=12.0)),
            (0.8,) * 4,
            12,
            "Målet nås om maj–december ger minst 8,8~mnkr, 1,1~mnkr i månaden; hittills har det varit 0,8~mnkr.",
        ),
    ],
)
def test_a_sum_is_told_by_what_the_rest_of_the_year_must_give(
    one: Indicator, current: tuple[float, ...], per_year: int, expected: str
) -> None:
    assert told(one, current, per_year) == said(expected)


@pytest.mark.parametrize(
    ("one", "current", "per_year", "expected"),
    [
        (
            indicator(kind=Kind.LEVEL, target=Target(high=240.0), direction=LESS),
            (270.0, 266.0, 264.0, 262.0),
            12,
            "Målet nås om antalet i december är högst 240; i april var det 262.",
        ),
        (
            indicator(kind=Kind.LEVEL, target=Target(low=40.0)),
            (48.0,),
            4,
            "Målet nås om antalet under fjärde kvartalet är minst 40; under första kvartalet var det 48.",
        ),
        (
            indicator(kind=Kind.LEVEL, unit="procent", target=Target(high=2.5), direction=LESS),
            (2.7,),
            12,
            "Målet nås om andelen i december är högst 2,5~procent; i januari var den 2,7~procent.",
        ),
        (
            indicator(kind=Kind.LEVEL, unit="tkr", target=Target(low=500.0)),
            (450.0,),
            12,
            "Målet nås om beloppet i december är minst 500~tkr; i januari var det 450~tkr.",
        ),
        (
            indicator(kind=Kind.LEVEL, unit="index", target=Target(low=81.0)),
            (80.0,),
            12,
            "Målet nås om värdet i december är minst 81; i januari var det 80.",
        ),
        (
            indicator(basis=ValueBasis.ROLLING_YEAR, target=Target(low=95.0)),
            (88.0, 90.0),
            12,
            "Målet nås om antalet i december är minst 95; i februari var det 90.",
        ),
    ],
)
def test_a_level_is_told_by_where_the_year_must_end(
    one: Indicator, current: tuple[float, ...], per_year: int, expected: str
) -> None:
    assert told(one, current, per_year) == said(expected)


@pytest.mark.parametrize(
    ("one", "current", "expected"),
    [
        (
            indicator(kind=Kind.MEAN, unit="procent", target=Target(high=5.3), direction=LESS),
            (5.7, 5.6, 5.5, 5.6),
            "Målet nås om genomsnittet för maj–december blir högst 5,1~procent; hittills har det varit 5,6~procent.",
        ),
        (
            indicator(kind=Kind.MEAN, unit="index", target=Target(low=81.0)),
            (80.0,) * 11,
            "Målet nås om genomsnittet för december blir minst 92; hittills har det varit 80.",
        ),
    ],
)
def test_a_mean_is_told_by_the_mean_of_what_remains(one: Indicator, current: tuple[float, ...], expected: str) -> None:
    assert told(one, current) == said(expected)


@pytest.mark.parametrize(
    ("one", "current", "expected"),
    [
        (indicator(), (24.0,) * 4, "Målet är redan nått."),
        (indicator(target=Target(high=40.0), direction=LESS), (11.0,) * 4, "Målet kan inte längre nås i år."),
        (
            indicator(kind=Kind.MEAN, unit="procent", target=Target(low=95.0)),
            (50.0,) * 8,
            "Målet kan inte längre nås i år.",
        ),
    ],
)
def test_a_target_that_is_reached_or_lost_is_said_to_be(
    one: Indicator, current: tuple[float, ...], expected: str
) -> None:
    assert told(one, current) == expected


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("", "Mäts en gång om året."),
        ("november", "Mäts en gång om året, nästa gång i november."),
    ],
)
def test_a_yearly_measurement_has_no_pace(month: str, expected: str) -> None:
    assert told(indicator(kind=Kind.ANNUAL, next_measurement=month), ()) == expected


@pytest.mark.parametrize(
    ("one", "look"),
    [
        (indicator(kind=Kind.ANNUAL), outlook(current=(99.0,), per_year=1, final=True)),
        (indicator(), outlook(Forecast(point=90.0, sigma=0.1), ())),
        (indicator(target=None), outlook(refusal="Målvärde saknas.")),
        (indicator(target=Target(low=80.0, high=95.0), direction=Direction.WITHIN), outlook(refusal="…")),
    ],
    ids=["the year is known", "nothing is known", "no target", "an interval"],
)
def test_nothing_is_said_where_there_is_no_pace(one: Indicator, look: Outlook) -> None:
    assert pace_sentence(result_of(look, one), 0) == ""


def test_no_other_goal_than_a_steering_one_has_a_pace() -> None:
    brief = brief_of(supporting(1), goal(2), indicators=(indicator(),), outlooks={"1.1": outlook()})

    assert pace_sentence(goal_of(brief).indicators[0], 0) == ""


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("", "Senaste mätningen är från 2018."),
        ("november", "Senaste mätningen är från 2018. Mäts nästa gång i november."),
    ],
)
def test_a_goal_without_a_status_says_when_its_yearly_value_was_measured(month: str, expected: str) -> None:
    one = indicator(kind=Kind.ANNUAL, next_measurement=month)
    look = outlook(current=(), per_year=1, outcome=Outcome(65.0, Period(2018, 0, 1)))
    result = replace(result_of(look, one), status=None)

    assert pace_sentence(result, figures.places(result)) == expected
