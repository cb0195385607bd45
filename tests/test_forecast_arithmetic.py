import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forecast.annual import annual_forecast
from pipeline.forecast.point import point
from pipeline.forecast.season import season
from pipeline.forecast.smooth import drift, smooth
from pipeline.forecast.units import is_count, is_percentage, is_steady
from pipeline.forecast.width import TABLE, scale, widened_for_counts, width
from pipeline.forecast.within_year import year_end_forecast
from pipeline.model.words import Kind

WITHIN_YEAR = (Kind.SUM, Kind.LEVEL, Kind.MEAN)
quarters = st.lists(st.floats(0.5, 1000), min_size=4, max_size=4)
histories = st.lists(quarters, min_size=1, max_size=4)
starts = st.lists(st.floats(0.5, 1000), min_size=1, max_size=2)
kinds = st.sampled_from(WITHIN_YEAR)


# --- season


def test_without_past_years_no_period_stands_out() -> None:
    assert season([], [10, 20], 12) == (1.0,) * 12


def test_a_flat_or_empty_year_has_no_season() -> None:
    assert season([[7, 7, 7, 7]], [3], 4) == (1.0,) * 4
    assert season([[0, 0, 0, 0], [0, 0, 0, 0]], [3], 4) == (1.0,) * 4


def test_one_past_year_gives_a_shrunk_season() -> None:
    # raw 0.5 1 1.5 1; V = 0.125; D = 0; N = 2 * 0.4 * 0.125 / 2 = 0.05; w = 0.6
    assert season([[50, 100, 150, 100]], [70], 4) == pytest.approx((0.7, 1, 1.3, 1))


def test_a_start_unlike_the_past_year_shrinks_its_season_to_nothing() -> None:
    # this year 1.5 and 0.5 of its mean, times 0.75, against 0.5 and 1: D = 0.390625 + ... > V
    assert season([[50, 100, 150, 100]], [150, 50], 4) == pytest.approx((1, 1, 1, 1))


def test_a_year_that_begins_at_zero_is_compared_as_zero() -> None:
    # D = (0.5^2 + 1^2) / 2 = 0.625; N = (0.625 + 0.1) / 3 > V = 0.125: w = 0
    assert season([[50, 100, 150, 100]], [0, 0], 4) == pytest.approx((1, 1, 1, 1))


def test_two_equal_years_keep_their_season_whole() -> None:
    assert season([[50, 150], [50, 150]], [1], 2) == pytest.approx((0.5, 1.5))


def test_a_trend_between_the_years_is_taken_out() -> None:
    # trend 15 25 35 45; raw 30/50 and 90/70, rescaled 0.636364 and 1.363636;
    # N = 0.032830 / 2 / 2, V = 0.132231, w = 0.937931
    assert season([[10, 30], [20, 60]], [1], 2) == pytest.approx((0.658934, 1.341066), abs=1e-6)


@pytest.mark.parametrize("zeros", [0, 1, 2])
def test_a_year_of_zeros_among_others_is_no_division_by_zero(zeros: int) -> None:
    past = [[1.0, 2.0, 3.0, 2.0]] * 3
    past[zeros] = [0.0] * 4
    assert sum(season(past, [1], 4)) == pytest.approx(4)


@settings(deadline=None)
@given(histories, starts)
def test_a_season_is_positive(past: list[list[float]], current: list[float]) -> None:
    assert min(season(past, current, 4)) >= 0.02


# --- smoothing


def test_constant_values_stay_and_make_no_noise() -> None:
    smoothed = smooth([5.0] * 9)
    assert smoothed.level == pytest.approx(5)
    assert smoothed.noise == pytest.approx(1e-6)


def test_smoothing_by_hand() -> None:
    # every smoothing stands at 10 before the last value and errs by 10: mean square 100 / 4 for each,
    # so they weigh the same: level 10 + 10 * (0.1 + 0.3 + 0.6 + 0.9) / 4, noise 5 / 12
    smoothed = smooth([10, 10, 10, 10, 20])
    assert smoothed.level == pytest.approx(14.75)
    assert smoothed.noise == pytest.approx(5 / 12)


def test_a_single_value_is_its_own_level() -> None:
    assert smooth([8.0]).level == pytest.approx(8)


def test_zeros_have_no_level_and_no_noise() -> None:
    assert (smooth([0.0, 0.0]).level, smooth([0.0, 0.0]).noise) == (0, 0)


def test_the_drift_is_half_the_slope() -> None:
    assert drift([1, 3, 5, 7]) == pytest.approx(1)


# --- the point


def test_without_past_years_a_sum_goes_on_at_its_pace() -> None:
    assert point(Kind.SUM, [], [10, 20], 4).value == pytest.approx(60)


def test_a_sum_after_one_year_by_hand() -> None:
    # rest 3 * 14.75, C = 64.25; S' = 10, R' = 30, u = 0.25, g = 20.25 / 10.25,
    # phi = 0.9 * 0.0324 / (0.0324 + 2 * 0.173611) = 0.076813, G = 20 + 30 * g^phi = 51.610768;
    # weight 1 / 16 on C: 64.25^0.0625 * 51.610768^0.9375 is the year's sum
    found = point(Kind.SUM, [[10, 10, 10, 10]], [20], 4)
    assert found.value == pytest.approx(52.3223, abs=1e-4)
    assert found.noise == pytest.approx(5 / 12)


@pytest.mark.parametrize(("kind", "value"), [(Kind.SUM, 120), (Kind.LEVEL, 10), (Kind.MEAN, 10)])
@pytest.mark.parametrize("years", [0, 1, 2, 10])
def test_what_never_changes_is_expected_to_stay(kind: Kind, value: float, years: int) -> None:
    assert point(kind, [[10.0] * 12] * years, [10.0] * 4, 12).value == pytest.approx(value)


def test_a_level_ends_at_its_last_period_and_a_mean_counts_what_is_known() -> None:
    past = [[10, 10, 10, 10]]
    assert point(Kind.LEVEL, past, [20], 4).value == pytest.approx(14.75)
    assert point(Kind.MEAN, past, [20], 4).value == pytest.approx((20 + 3 * 14.75) / 4)


def test_a_falling_level_stops_at_zero() -> None:
    past = [[100, 90, 80, 70], [40, 20, 5, 0]]
    assert point(Kind.LEVEL, past, [0, 0], 4).value == 0


def test_a_start_at_zero_after_zero_starts_is_no_division_by_zero() -> None:
    assert point(Kind.SUM, [[0, 0, 0, 0], [0, 0, 0, 0]], [0, 0], 4).value == 0
    assert point(Kind.SUM, [[0, 0, 5, 5]], [0, 0], 4).value > 0


@settings(deadline=None)
@given(kinds, histories, starts, st.sampled_from([0.001, 0.5, 3.0, 1000.0]))
def test_scaling_all_values_scales_the_point_and_leaves_the_noise(
    kind: Kind, past: list[list[float]], current: list[float], factor: float
) -> None:
    found = point(kind, past, current, 4)
    scaled = point(kind, [_scaled(year, factor) for year in past], _scaled(current, factor), 4)
    assert scaled.value == pytest.approx(factor * found.value, rel=1e-6, abs=1e-9)
    assert scaled.noise == pytest.approx(found.noise, rel=1e-6)


@settings(deadline=None)
@given(histories, starts)
def test_a_sum_is_never_expected_below_what_is_counted(past: list[list[float]], current: list[float]) -> None:
    assert point(Kind.SUM, past, current, 4).value >= math.fsum(current)


def _scaled(values: Sequence[float], factor: float) -> list[float]:
    return [factor * value for value in values]


# --- the width


@pytest.mark.parametrize(
    ("kind", "cell", "a", "b"),
    [
        (Kind.SUM, (12, 4, 0), -0.86, 0.70),
        (Kind.SUM, (12, 4, 1), -1.08, 0.70),
        (Kind.SUM, (12, 8, 2), -2.01, 0.70),
        (Kind.MEAN, (12, 8, 3), -2.14, 0.70),
        (Kind.MEAN, (12, 4, 7), -1.29, 0.70),
        (Kind.LEVEL, (12, 8, 8), -0.32, 0.78),
        (Kind.LEVEL, (12, 8, 10), -0.32, 0.78),
        (Kind.SUM, (4, 2, 0), -0.41, 0.80),
        (Kind.LEVEL, (4, 1, 1), 0.42, 0.88),
        (Kind.MEAN, (3, 2, 8), -2.06, 0.80),
    ],
)
def test_the_width_is_read_from_the_table(kind: Kind, cell: tuple[int, int, int], a: float, b: float) -> None:
    per_year, known, years = cell
    assert width(kind, per_year, known, years, 0.2) == pytest.approx(math.exp(a) * 0.2**b)


@pytest.mark.parametrize(("known", "row"), [(4, 4), (5, 4), (7, 4), (8, 8), (11, 8)])
def test_more_known_periods_keep_the_report_dates_row(known: int, row: int) -> None:
    assert width(Kind.SUM, 12, known, 3, 0.2) == width(Kind.SUM, 12, row, 3, 0.2)


@pytest.mark.parametrize(("noise", "held"), [(0, 0.003), (0.003, 0.003), (1.5, 1.5), (40, 1.5)])
def test_the_noise_is_held_within_limits(noise: float, held: float) -> None:
    assert scale(-1, 0.7, noise) == pytest.approx(math.exp(-1) * held**0.7)


@pytest.mark.parametrize("per_year", [3, 4])
@pytest.mark.parametrize("kind", WITHIN_YEAR)
def test_one_long_period_without_history_has_no_width(kind: Kind, per_year: int) -> None:
    with pytest.raises(ValueError, match="too little"):
        width(kind, per_year, 1, 0, 0.2)


def test_more_history_and_more_months_make_sums_and_means_surer() -> None:
    for (_, kind), (april, august) in TABLE.items():
        for row in (april, august) if kind is not Kind.LEVEL else ():
            steps = [a for a in row.a if a is not None]
            assert steps == sorted(steps, reverse=True)


def test_small_counts_widen_the_forecast() -> None:
    # 0.84 * sqrt(4) / 4 = 0.42; sqrt(0.3^2 + 0.42^2) = 0.516140
    assert widened_for_counts(0.3, expected=4, counted=0) == pytest.approx(0.516140, abs=1e-6)


def test_at_least_one_count_is_left_to_chance() -> None:
    assert widened_for_counts(0.3, expected=20, counted=19.9) == pytest.approx(math.hypot(0.3, 0.042))


def test_only_a_sum_of_counts_is_widened() -> None:
    past, current = [[2.0] * 12], [2.0] * 4
    for kind in WITHIN_YEAR:
        plain = year_end_forecast(kind, past, current, 12)
        counts = year_end_forecast(kind, past, current, 12, count=True)
        assert (counts.sigma > plain.sigma) is (kind is Kind.SUM)


def test_a_forecast_tells_what_it_is_built_on() -> None:
    forecast = year_end_forecast(Kind.SUM, [[10.0] * 12] * 3, [10.0] * 4, 12)
    assert (forecast.years, forecast.periods) == (3, 4)


def test_the_method_note_prints_the_table_that_is_used(root: Path) -> None:
    note = (root / "docs" / "metod.md").read_text(encoding="utf-8")
    for (per_year, kind), rows in TABLE.items():
        for row in rows:
            cells = (f"{row.b:.2f}", *(_printed(a) for a in row.a))
            line = " | ".join((str(per_year), kind.value, str(row.known), *cells))
            assert f"| {line} |".replace(".", ",").replace("-", "−") in note


def _printed(a: float | None) -> str:
    if a is None:
        return "–"
    return f"{a:.2f}" if a else "0"


# --- yearly values


def test_a_steadily_growing_amount_by_hand() -> None:
    # mu = ln 1.1 = 0.095310; v = 2 * 0.0064 / 3; q = 0.0016 / (0.0016 + v / 2) = 0.428571;
    # 121 * exp(0.040847) is next year's value; the noise is 0.054463, and -0.74 and 0.67 give sigma
    forecast = annual_forecast([100, 110, 121], share=False)
    assert forecast.point == pytest.approx(126.0449, abs=1e-4)
    assert forecast.sigma == pytest.approx(0.067891, abs=1e-6)
    assert forecast.years == 3


def test_a_share_is_expected_to_stay() -> None:
    forecast = annual_forecast([40, 42, 44], share=True)
    noise = math.sqrt((math.log(42 / 40) ** 2 + math.log(44 / 42) ** 2) / 2)
    assert forecast.point == 44
    assert forecast.sigma == pytest.approx(math.exp(-1.74) * noise**0.31)


@pytest.mark.parametrize(("share", "a"), [(False, -2.58), (True, -2.40)])
def test_one_yearly_value_is_carried_on(share: bool, a: float) -> None:  # noqa: FBT001
    forecast = annual_forecast([40], share=share)
    assert forecast.point == 40
    assert forecast.sigma == pytest.approx(math.exp(a))


@pytest.mark.parametrize(
    ("count", "a", "b"),
    [(2, -1.16, 0.47), (4, -0.74, 0.67), (5, -0.51, 0.80), (7, -0.51, 0.80), (8, -0.46, 0.90)],
)
def test_more_yearly_values_read_further_in_the_table(count: int, a: float, b: float) -> None:
    assert annual_forecast([50.0] * count, share=False).sigma == pytest.approx(math.exp(a) * 0.003**b)


@settings(deadline=None)
@given(st.lists(st.floats(0.5, 1000), min_size=1, max_size=10), st.sampled_from([0.01, 7.0]), st.booleans())
def test_scaling_yearly_values_scales_the_forecast(values: list[float], factor: float, share: bool) -> None:  # noqa: FBT001
    forecast, scaled = (annual_forecast(v, share=share) for v in (values, _scaled(values, factor)))
    assert scaled.point == pytest.approx(factor * forecast.point)
    assert scaled.sigma == pytest.approx(forecast.sigma)


# --- units


@pytest.mark.parametrize(
    ("unit", "count", "percentage", "share"),
    [
        ("antal", True, False, False),
        ("Antal företag", True, False, False),
        ("st.", True, False, False),
        (" st ", True, False, False),
        ("Personer", True, False, False),
        ("stycken", True, False, False),
        ("procent", False, True, True),
        ("Andel elever", False, True, True),
        ("%", False, True, True),
        ("index", False, False, True),
        ("Index 2010=100", False, False, True),
        ("poäng", False, False, True),
        ("placering", False, False, True),
        ("tkr", False, False, False),
        ("steg", False, False, False),
    ],
)
def test_a_unit_tells_counts_from_shares(unit: str, count: bool, percentage: bool, share: bool) -> None:  # noqa: FBT001
    assert (is_count(unit), is_percentage(unit), is_steady(unit)) == (count, percentage, share)
