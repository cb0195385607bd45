import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judge.indicator import by_limits, judge_indicator, nearly
from pipeline.judge.targets import meets
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.results import IndicatorResult, Outcome, Pace, Reach
from pipeline.model.words import Direction, Kind, Status
from pipeline.wording import NBSP
from tests.cases import YEAR, Fields, follow_up, indicator, outlook, series, settings

LIMITS = settings()
QUARTER_UP = 0.740697  # where Student's t with four degrees of freedom has a quarter above
SIGMA = 0.1
RISING: Fields = {"direction": Direction.INCREASE, "base": 80.0, "target": Target(low=100.0)}
FALLING: Fields = {"direction": Direction.DECREASE, "base": 125.0, "target": Target(high=100.0)}
HOLDING: Fields = {"direction": Direction.INCREASE, "base": 110.0, "target": Target(low=100.0)}
WITHIN: Fields = {"direction": Direction.WITHIN, "base": 100.0, "target": Target(90.0, 110.0)}
ABOVE: Fields = {**RISING, "target": Target(low=100.0, strict=True)}
BELOW: Fields = {**FALLING, "target": Target(high=100.0, strict=True)}
WRITTEN = st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)
"""Numbers with as many decimals as people write."""


def judged(fields: Fields, point: float, certain: Fields | None = None) -> IndicatorResult:
    forecast = replace(Forecast(point=point, sigma=SIGMA), **(certain or {}))
    return judge_indicator(indicator(**fields), outlook(forecast), None, LIMITS)


def final(fields: Fields, value: float) -> IndicatorResult:
    known = outlook(outcome=Outcome(value, Period(YEAR, 0, 1)), final=True, per_year=1, current=[value])
    return judge_indicator(indicator(kind=Kind.ANNUAL, **fields), known, None, LIMITS)


def reason(result: IndicatorResult) -> str:
    return result.reason.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("target", "base", "increase", "value"),
    [
        (120, 96, True, 115.2),
        (100, 0, True, 80),
        (5, -5, True, 3),
        (-10, -20, True, -12),
        (100, 100, True, 95),
        (100, 110, True, 95),
        (-10, -5, True, -10.5),
        (0, 0, True, 0),
        (240, 254, False, 242.8),
        (0, 10, False, 2),
        (-5, 5, False, -3),
        (-20, -10, False, -18),
        (100, 100, False, 105),
        (100, 90, False, 105),
        (-10, -15, False, -9.5),
    ],
)
def test_nearly_is_most_of_the_way_from_the_base_or_a_little_below_a_held_level(
    target: float, base: float, value: float, *, increase: bool
) -> None:
    assert nearly(target, base, LIMITS, increase=increase) == pytest.approx(value)


def test_nearly_follows_the_settings() -> None:
    own = settings(partly_way=0.5, hold_slack=0.1)

    assert nearly(120, 100, own, increase=True) == 110
    assert nearly(100, 100, own, increase=False) == 110


@given(WRITTEN, WRITTEN, st.booleans())
def test_nearly_is_never_beyond_the_target_nor_worse_than_a_base_that_falls_short(
    target: float,
    base: float,
    increase: bool,  # noqa: FBT001 -- drawn
) -> None:
    found = nearly(target, base, LIMITS, increase=increase)
    mirrored = nearly(-target, -base, LIMITS, increase=not increase)

    assert mirrored == -found
    assert found <= target if increase else found >= target
    if base < target and increase:
        assert found >= base


@pytest.mark.parametrize(
    ("met", "almost", "limit", "interval", "status"),
    [
        (0.75, 0.9, 0.75, False, Status.MET),
        (0.7499, 0.9, 0.75, False, Status.PARTLY),
        (0.5, 0.75, 0.75, False, Status.PARTLY),
        (0.5, 0.7499, 0.75, False, Status.UNCERTAIN),
        (0.1, 0.2501, 0.75, False, Status.UNCERTAIN),
        (0.1, 0.25, 0.75, False, Status.NOT_MET),
        (0.0, 0.0, 0.75, False, Status.NOT_MET),
        (0.75, 0.75, 0.75, True, Status.MET),
        (0.7499, 0.7499, 0.75, True, Status.UNCERTAIN),
        (0.25, 0.25, 0.75, True, Status.NOT_MET),
        (0.5, 0.9, 0.75, True, Status.UNCERTAIN),
        (0.1, 0.2, 0.8, False, Status.NOT_MET),
        (0.79, 0.8, 0.8, False, Status.PARTLY),
        (0.1, 0.3, 0.7, False, Status.NOT_MET),
    ],
)
def test_the_limits_themselves_decide(
    met: float, almost: float, limit: float, status: Status, *, interval: bool
) -> None:
    assert by_limits(met, almost, limit, interval=interval) is status


@pytest.mark.parametrize(
    ("fields", "point", "status", "text"),
    [
        (RISING, 120, Status.MET, "Sannolikheten att målet nås är mer än 90 procent."),
        (
            RISING,
            104,
            Status.PARTLY,
            "Sannolikheten är omkring 60 procent att målet nås och omkring 80 procent att det åtminstone nästan nås.",
        ),
        (
            RISING,
            98,
            Status.UNCERTAIN,
            "Sannolikheten att målet nås är omkring 40 procent; det lutar åt att målet inte nås.",
        ),
        (RISING, 100, Status.UNCERTAIN, "Sannolikheten att målet nås är omkring 50 procent; det väger jämnt."),
        (RISING, 80, Status.NOT_MET, "Sannolikheten att målet nås är mindre än 10 procent."),
        (FALLING, 87, Status.MET, "Sannolikheten att målet nås är omkring 90 procent."),
        (
            FALLING,
            97,
            Status.PARTLY,
            "Sannolikheten är omkring 60 procent att målet nås och omkring 80 procent att det åtminstone nästan nås.",
        ),
        (FALLING, 125, Status.NOT_MET, "Sannolikheten att målet nås är mindre än 10 procent."),
        (HOLDING, 108, Status.MET, "Sannolikheten att målet nås är omkring 80 procent."),
        (
            WITHIN,
            100,
            Status.UNCERTAIN,
            "Sannolikheten att målet nås är omkring 60 procent; det lutar åt att målet nås.",
        ),
        (WITHIN, 150, Status.NOT_MET, "Sannolikheten att målet nås är mindre än 10 procent."),
    ],
)
def test_a_forecast_gives_status_and_reason(fields: Fields, point: float, status: Status, text: str) -> None:
    found = judged(fields, point)

    assert (found.status, reason(found)) == (status, text)
    assert found.computed_status is found.status


@pytest.mark.parametrize(
    ("fields", "edge", "above", "below"),
    [
        (RISING, 100, Status.MET, Status.PARTLY),
        (RISING, 96, Status.PARTLY, Status.UNCERTAIN),
        (HOLDING, 100, Status.MET, Status.PARTLY),
        (HOLDING, 95, Status.PARTLY, Status.UNCERTAIN),
        (FALLING, 100, Status.PARTLY, Status.MET),
        (FALLING, 105, Status.UNCERTAIN, Status.PARTLY),
    ],
)
def test_three_quarters_is_where_the_status_turns(fields: Fields, edge: float, above: Status, below: Status) -> None:
    towards = 1 if fields["direction"] is Direction.INCREASE else -1
    turns = edge * math.exp(towards * QUARTER_UP * SIGMA)

    assert judged(fields, turns * 1.0001).status is above
    assert judged(fields, turns * 0.9999).status is below


def test_an_interval_has_no_slack_and_no_delvis() -> None:
    statuses = [judged(WITHIN, point).status for point in range(60, 161)]

    assert set(statuses) == {Status.NOT_MET, Status.UNCERTAIN}
    assert (
        judge_indicator(indicator(**WITHIN), outlook(Forecast(point=100, sigma=0.05)), None, LIMITS).status
        is Status.MET
    )


@pytest.mark.parametrize(
    ("fields", "certain", "probability"),
    [
        (RISING, {"counted": 100.0}, 1.0),
        (FALLING, {"counted": 100.5}, 0.0),
        (RISING, {"ceiling": 99.0}, 0.0),
        (FALLING, {"ceiling": 100.0}, 1.0),
        (ABOVE, {"ceiling": 100.0}, 0.0),
        (BELOW, {"counted": 100.0}, 0.0),
    ],
    ids=["counted", "counted past a ceiling", "full below", "full at", "not above full", "counted up to a ceiling"],
)
def test_what_is_certain_is_certain(fields: Fields, certain: Fields, probability: float) -> None:
    assert judged(fields, 99, certain).probability == probability


@pytest.mark.parametrize(
    ("fields", "value", "status"),
    [
        (RISING, 100, Status.MET),
        (RISING, 99, Status.PARTLY),
        (RISING, 96, Status.PARTLY),
        (RISING, 95, Status.NOT_MET),
        (ABOVE, 100, Status.PARTLY),
        (ABOVE, 101, Status.MET),
        (HOLDING, 95, Status.PARTLY),
        (HOLDING, 94, Status.NOT_MET),
        (FALLING, 100, Status.MET),
        (FALLING, 105, Status.PARTLY),
        (FALLING, 106, Status.NOT_MET),
        (BELOW, 100, Status.PARTLY),
        (BELOW, 99, Status.MET),
        (WITHIN, 90, Status.MET),
        (WITHIN, 110, Status.MET),
        (WITHIN, 89, Status.NOT_MET),
        (WITHIN, 111, Status.NOT_MET),
    ],
)
def test_a_year_that_is_known_is_met_partly_met_or_not(fields: Fields, value: float, status: Status) -> None:
    found = final(fields, value)

    assert found.status is status
    assert found.probability == (1.0 if status is Status.MET else 0.0)
    assert found.pace is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (100, "Årets värde är redan känt och når målet."),
        (98, "Årets värde är redan känt och når målet delvis."),
        (80, "Årets värde är redan känt och når inte målet."),
    ],
)
def test_a_year_that_is_known_says_so(value: float, text: str) -> None:
    assert final(RISING, value).reason == text


@pytest.mark.parametrize(
    ("value", "target", "met"),
    [
        (5, Target(low=5), True),
        (5, Target(low=5, strict=True), False),
        (5, Target(high=5), True),
        (5, Target(high=5, strict=True), False),
        (-5, Target(low=-6, strict=True), True),
        (5, Target(5, 5), True),
        (4, Target(5, 6), False),
        (5, Target(), True),
    ],
)
def test_a_strict_target_excludes_its_bound(value: float, target: Target, *, met: bool) -> None:
    assert meets(value, target) is met


def test_a_refusal_is_the_reason() -> None:
    refused = outlook(refusal="Basvärde saknas.")

    found = judge_indicator(indicator(base=None), refused, None, LIMITS)

    assert (found.status, found.reason, found.probability) == (Status.NOT_ASSESSABLE, "Basvärde saknas.", None)
    assert found.outlook == refused


def test_a_refused_forecast_still_has_a_pace() -> None:
    found = judge_indicator(
        indicator(), outlook(refusal="Minst ett helt tidigare år behövs; 2018 saknas."), None, LIMITS
    )

    assert found.pace == Pace(Reach.OPEN, 71 / 8, 6, 8, 71)


@pytest.mark.parametrize("target_year", [2018, 2020])
def test_a_target_for_another_year_decides_nothing_this_year(target_year: int) -> None:
    ahead = outlook(Forecast(point=120, sigma=SIGMA))

    found = judge_indicator(indicator(target_year=target_year), ahead, None, LIMITS)

    text = f"Målvärdet gäller {target_year}; målvärde för 2019 saknas."
    assert (found.status, found.reason, found.probability) == (Status.NOT_ASSESSABLE, text, None)
    assert found.pace is None
    assert found.outlook == replace(ahead, forecast=None, refusal=text)


@pytest.mark.parametrize("target_year", [2019, None])
def test_a_target_for_the_year_or_for_none_said_decides(target_year: int | None) -> None:
    found = judge_indicator(indicator(target_year=target_year), outlook(Forecast(point=120, sigma=SIGMA)), None, LIMITS)

    assert found.status is Status.MET


def test_what_is_missing_comes_before_another_years_target() -> None:
    found = judge_indicator(indicator(target_year=2020), outlook(refusal="Källa saknas."), None, LIMITS)

    assert found.reason == "Källa saknas."


def test_a_person_may_decide_otherwise_and_the_computed_status_is_kept() -> None:
    person = follow_up(1, indicator="1.1", status=Status.PARTLY, motivation="Avtal finns.")
    values = series({2019: [6.0] * 4})

    found = judge_indicator(indicator(**RISING), outlook(Forecast(point=80, sigma=SIGMA)), values, LIMITS, person)

    assert (found.status, found.computed_status) == (Status.PARTLY, Status.NOT_MET)
    assert (found.follow_up, found.series) == (person, values)


def test_a_person_may_assess_what_the_program_cannot() -> None:
    person = follow_up(1, indicator="1.1", status=Status.MET)

    found = judge_indicator(indicator(target=None), outlook(refusal="Målvärde saknas."), None, LIMITS, person)

    assert (found.status, found.computed_status) == (Status.MET, Status.NOT_ASSESSABLE)


def test_a_person_who_only_writes_changes_no_status() -> None:
    found = judge_indicator(
        indicator(**RISING), outlook(Forecast(point=120, sigma=SIGMA)), None, LIMITS, follow_up(analysis="Det går bra.")
    )

    assert found.status is Status.MET


@pytest.mark.parametrize("fields", [{}, {"target": Target()}], ids=["no outcome", "no bounds"])
def test_an_outlook_that_says_nothing_is_a_fault_of_ours(fields: Fields) -> None:
    one: Indicator = indicator(**fields)
    ahead = outlook(Forecast(point=1, sigma=SIGMA)) if fields else outlook(current=[])

    with pytest.raises(ValueError, match=r"Target|1\.1"):
        judge_indicator(one, ahead, None, LIMITS)
