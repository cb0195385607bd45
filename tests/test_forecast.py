import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forecast.outlooks import outlook
from pipeline.forecast.within_year import year_end_forecast
from pipeline.model.periods import Period
from pipeline.model.records import Target
from pipeline.model.results import Outcome
from pipeline.model.words import Kind, ValueBasis
from tests.forecasting import APRIL, AUGUST, INDICATOR, SHARE, STEADY, YEARLY, Years, series, yearly


def test_a_fault_in_the_data_gives_no_numbers() -> None:
    seen = outlook(INDICATOR, series(12, {2018: STEADY, 2019: STEADY[:4]}), 2019, APRIL, broken=True)
    assert (seen.refusal, seen.outcome, seen.forecast) == ("Fel i underlaget.", None, None)
    assert (seen.past, seen.current) == ((), ())


# --- what is used


def test_a_whole_outlook_holds_what_the_forecast_is_built_on() -> None:
    seen = outlook(INDICATOR, series(12, {2018: STEADY, 2019: STEADY[:4]}), 2019, APRIL)
    assert seen.forecast is not None
    assert (seen.forecast.years, seen.forecast.periods, seen.per_year) == (1, 4, 12)
    assert (seen.past, seen.current) == ((tuple(STEADY),), tuple(STEADY[:4]))
    assert seen.forecast.point == pytest.approx(120)
    assert seen.forecast.counted == 40
    assert seen.refusal == ""


def test_at_most_ten_past_years_are_used() -> None:
    years = {year: [float(year)] * 12 for year in range(2000, 2020)}
    seen = outlook(INDICATOR, series(12, years), 2019, APRIL)
    assert [year[0] for year in seen.past] == list(range(2009, 2019))


def test_years_before_one_with_a_gap_are_not_used() -> None:
    years: Years = {2015: STEADY, 2016: [None, *STEADY[1:]], 2017: STEADY, 2018: STEADY, 2019: STEADY[:4]}
    assert len(outlook(INDICATOR, series(12, years), 2019, APRIL).past) == 2


@pytest.mark.parametrize(
    ("comparable_from", "years"),
    [
        (None, 3),
        (Period(2016, 0, 12), 3),
        (Period(2016, 1, 12), 2),
        (Period(2017, 0, 1), 2),
        (Period(2017, 3, 4), 1),
    ],
)
def test_years_before_the_break_are_not_used(comparable_from: Period | None, years: int) -> None:
    indicator = replace(INDICATOR, comparable_from=comparable_from)
    values = series(12, {2016: STEADY, 2017: STEADY, 2018: STEADY, 2019: STEADY[:4]})
    assert len(outlook(indicator, values, 2019, APRIL).past) == years


def test_periods_that_end_after_the_report_date_are_not_used() -> None:
    seen = outlook(INDICATOR, series(12, {2018: STEADY, 2019: STEADY, 2020: STEADY}), 2019, APRIL)
    assert seen.current == tuple(STEADY[:4])


@pytest.mark.parametrize(
    ("per_year", "report_date", "known"),
    [(12, APRIL, 4), (12, AUGUST, 8), (4, APRIL, 1), (4, AUGUST, 2), (3, APRIL, 1), (3, AUGUST, 2)],
)
def test_the_report_date_decides_how_many_periods_are_known(per_year: int, report_date: date, known: int) -> None:
    values = series(per_year, {2018: [10.0] * per_year, 2019: [10.0] * per_year})
    seen = outlook(INDICATOR, values, 2019, report_date)
    assert seen.forecast is not None
    assert seen.forecast.periods == known


def test_a_mean_without_a_past_year_is_forecast_in_august() -> None:
    seen = outlook(replace(SHARE, kind=Kind.MEAN), series(12, {2019: STEADY[:8]}), 2019, AUGUST)
    assert seen.forecast is not None
    assert seen.forecast.years == 0
    assert seen.forecast.point == pytest.approx(10)


@pytest.mark.parametrize("kind", [Kind.SUM, Kind.MEAN, Kind.ANNUAL])
def test_rolling_twelve_months_end_at_their_december_value(kind: Kind) -> None:
    indicator = replace(INDICATOR, kind=kind, basis=ValueBasis.ROLLING_YEAR)
    seen = outlook(indicator, series(12, {2018: [120.0] * 12, 2019: [120.0] * 4}), 2019, APRIL)
    assert seen.outcome == Outcome(120, Period(2019, 3, 12))
    assert seen.forecast == replace(year_end_forecast(Kind.LEVEL, [[120.0] * 12], [120.0] * 4, 12), counted=0.0)


def test_a_year_that_is_over_needs_no_forecast() -> None:
    seen = outlook(INDICATOR, series(12, {2019: STEADY}), 2019, date(2019, 12, 31))
    assert (seen.final, seen.forecast, seen.refusal) == (True, None, "")
    assert seen.outcome == Outcome(120, Period(2019, 11, 12))


# --- outcomes


@pytest.mark.parametrize(
    ("kind", "years", "outcome"),
    [
        (Kind.SUM, {2019: [1, 2, 3, 4]}, Outcome(10, Period(2019, 3, 12))),
        (Kind.SUM, {2019: [1, 2, 3]}, Outcome(6, Period(2019, 2, 12))),
        (Kind.SUM, {2019: [0.1] * 4}, Outcome(0.4, Period(2019, 3, 12))),
        (Kind.SUM, {2019: [1, None, 3]}, None),
        (Kind.SUM, {2018: STEADY}, None),
        (Kind.MEAN, {2019: [1, 2, 6]}, Outcome(3, Period(2019, 2, 12))),
        (Kind.MEAN, {2019: [None, 2, 6]}, None),
        (Kind.LEVEL, {2019: [1, None, 6]}, Outcome(6, Period(2019, 2, 12))),
        (Kind.LEVEL, {2018: STEADY}, Outcome(10, Period(2018, 11, 12))),
        (Kind.ANNUAL, {2019: [1, 2, 3, 4]}, None),
        (None, {2019: [1, 2, 3, 4]}, None),
    ],
)
def test_an_outcome_is_shown_also_when_the_forecast_is_refused(
    kind: Kind | None, years: Years, outcome: Outcome | None
) -> None:
    seen = outlook(replace(INDICATOR, kind=kind), series(12, years), 2019, APRIL)
    assert seen.refusal
    assert seen.outcome == outcome


def test_a_lacking_target_hides_no_outcome() -> None:
    seen = outlook(replace(INDICATOR, target=None), series(12, {2019: STEADY[:4]}), 2019, APRIL)
    assert seen.outcome == Outcome(40, Period(2019, 3, 12))


def test_values_before_the_break_are_no_outcome() -> None:
    indicator = replace(SHARE, comparable_from=Period(2019, 0, 12))
    assert outlook(indicator, series(12, {2018: STEADY}), 2019, APRIL).outcome is None


# --- yearly values


def test_a_yearly_value_waits_with_a_forecast_and_the_latest_outcome() -> None:
    seen = outlook(YEARLY, yearly(2016, 100, 110, 121), 2019, APRIL)
    assert seen.outcome == Outcome(121, Period(2018, 0, 1))
    assert seen.forecast is not None
    assert seen.forecast.point == pytest.approx(126.0449, abs=1e-4)
    assert (seen.past, seen.current, seen.per_year) == (((100,), (110,), (121,)), (), 1)


@pytest.mark.parametrize("unit", ["procent", "index", "betyg"])
def test_a_yearly_share_is_expected_to_stay(unit: str) -> None:
    seen = outlook(replace(YEARLY, unit=unit), yearly(2016, 40, 42, 44), 2019, APRIL)
    assert seen.forecast is not None
    assert seen.forecast.point == 44


@pytest.mark.parametrize("values", [(5.0,), (1.0, 2.0, 3.0, 5.0), (-4.0, 5.0), (-5.0,)])
def test_this_years_yearly_value_is_the_answer(values: tuple[float, ...]) -> None:
    seen = outlook(YEARLY, yearly(2020 - len(values), *values), 2019, APRIL)
    assert (seen.final, seen.forecast, seen.refusal) == (True, None, "")
    assert seen.outcome == Outcome(values[-1], Period(2019, 0, 1))


def test_next_years_value_is_never_looked_at() -> None:
    seen = outlook(YEARLY, yearly(2016, 100, 110, 121, 1, 999), 2019, APRIL)
    assert seen.outcome == Outcome(1, Period(2019, 0, 1))


def test_a_final_value_without_a_target_cannot_be_assessed() -> None:
    seen = outlook(replace(YEARLY, target=None), yearly(2019, 5), 2019, APRIL)
    assert (seen.final, seen.refusal) == (False, "Målvärde saknas.")
    assert seen.outcome == Outcome(5, Period(2019, 0, 1))


# --- what is certain


def test_a_target_already_counted_is_certain_and_a_passed_ceiling_lost() -> None:
    values = series(12, {2018: STEADY, 2019: [40, 40, 40, 5]})
    seen = outlook(INDICATOR, values, 2019, APRIL)
    assert seen.forecast is not None
    assert seen.forecast.at_least(120) == 1
    assert seen.forecast.at_most(120) == 0
    assert seen.forecast.low >= 125


@pytest.mark.parametrize(
    ("unit", "value", "target", "ceiling"),
    [
        ("procent", 99.0, 99.5, 100),
        ("andel", 99.0, 99.5, 100),
        ("procent", 99.0, 105.0, None),
        ("procent", 104.0, 99.0, None),
        ("index", 99.0, 99.5, None),
    ],
)
def test_a_share_ends_at_100_where_it_is_a_share_of_a_whole(
    unit: str, value: float, target: float, ceiling: float | None
) -> None:
    indicator = replace(SHARE, unit=unit, target=Target(low=target))
    values = series(12, {2018: [98.0] * 12, 2019: [98.0, 98.0, 98.0, value]})
    seen = outlook(indicator, values, 2019, APRIL)
    assert seen.forecast is not None
    assert seen.forecast.ceiling == ceiling
    assert (seen.forecast.high <= 100) is (ceiling is not None)


def test_a_share_on_its_way_above_100_is_expected_at_100() -> None:
    values = series(4, {2017: [70, 75, 80, 85], 2018: [90, 93, 96, 99], 2019: [100, 100]})
    seen = outlook(SHARE, values, 2019, AUGUST)
    assert seen.forecast is not None
    assert seen.forecast.point == 100
    assert seen.forecast.uncapped is not None
    assert seen.forecast.at_least(100) > 0.5


def test_small_counts_widen_only_sums_of_counts() -> None:
    values = series(12, {2018: [2.0] * 12, 2019: [2.0] * 4})
    counts, amounts = (
        outlook(replace(INDICATOR, unit=unit), values, 2019, APRIL).forecast for unit in ("antal", "tkr")
    )
    assert counts is not None
    assert amounts is not None
    assert counts.sigma == pytest.approx(math.hypot(amounts.sigma, 0.84 * math.sqrt(16) / 24))


# --- whatever the values


any_value = st.one_of(st.none(), st.floats(-1e3, 1e6), st.integers(0, 5).map(float), st.just(0.0))


@settings(deadline=None)
@given(
    st.sampled_from(list(Kind)),
    st.sampled_from([12, 4, 3, 1]),
    st.sampled_from(["antal", "procent", "tkr"]),
    st.sampled_from([APRIL, AUGUST]),
    st.data(),
)
def test_an_outlook_is_a_forecast_a_final_value_or_a_refusal(
    kind: Kind, per_year: int, unit: str, report_date: date, data: st.DataObject
) -> None:
    whole = st.lists(any_value, min_size=per_year, max_size=per_year)
    values = {year: data.draw(whole) for year in range(2015, 2020)}
    indicator = replace(INDICATOR, kind=kind, unit=unit)
    seen = outlook(indicator, series(per_year, values), 2019, report_date)
    assert [seen.forecast is not None, seen.final, seen.refusal != ""].count(True) == 1
    if seen.forecast is not None:
        assert seen.forecast.low <= seen.forecast.point <= seen.forecast.high < math.inf
        assert 0 <= seen.forecast.at_least(120) <= 1


@settings(deadline=None)
@given(
    st.lists(st.floats(0, 1e6), min_size=12, max_size=12),
    st.lists(st.floats(0, 1e6), min_size=4, max_size=4),
    st.sampled_from(["antal", "tkr"]),
)
def test_what_is_counted_binds_every_sum(past: list[float], current: list[float], unit: str) -> None:
    values = series(12, {2018: past, 2019: current})
    seen = outlook(replace(INDICATOR, unit=unit), values, 2019, APRIL)
    if seen.forecast is not None:
        assert seen.forecast.low >= math.fsum(current)
        assert seen.forecast.at_least(math.fsum(current)) == 1
        assert seen.forecast.at_most(math.fsum(current) - 1) == 0
