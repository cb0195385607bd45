import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.forecasts import NINETIETH_PERCENTILE, Forecast, student_t4

points = st.floats(0.01, 1e9)
sigmas = st.floats(0.001, 3)
targets = st.floats(-10, 2e9)
ROUNDING = 1e-12


@pytest.mark.parametrize(
    ("x", "probability"),
    [
        (0, 0.5),
        (0.740697, 0.75),
        (1.533206, 0.9),
        (2.131847, 0.95),
        (3.746947, 0.99),
        (-1.533206, 0.1),
        (-3.746947, 0.01),
    ],
)
def test_student_t4_agrees_with_the_printed_tables(x: float, probability: float) -> None:
    assert student_t4(x) == pytest.approx(probability, abs=1e-6)


@pytest.mark.parametrize(("x", "probability"), [(-1e9, 0.0), (1e9, 1.0)])
def test_student_t4_stays_within_0_and_1_far_out(x: float, probability: float) -> None:
    assert student_t4(x) == pytest.approx(probability, abs=1e-9)
    assert 0 <= student_t4(x) <= 1


def test_the_point_is_as_likely_to_be_passed_as_not() -> None:
    forecast = Forecast(point=120, sigma=0.2)
    assert forecast.at_least(120) == pytest.approx(0.5)
    assert forecast.at_most(120) == pytest.approx(0.5)


def test_the_interval_holds_80_percent() -> None:
    forecast = Forecast(point=120, sigma=0.2)
    assert forecast.low == pytest.approx(120 * math.exp(-0.2 * NINETIETH_PERCENTILE))
    assert forecast.high == pytest.approx(120 * math.exp(0.2 * NINETIETH_PERCENTILE))
    assert forecast.within(forecast.low, forecast.high) == pytest.approx(0.8)


def test_a_hand_calculated_probability_of_a_target() -> None:
    # ln(110) - ln(100) = 0.0953102; / 0.1 = 0.953102; q = 1.227101;
    # T4 = 0.5 + 0.322649 * (1 - 0.908403 / 14.725212) = 0.802745
    assert Forecast(point=100, sigma=0.1).at_most(110) == pytest.approx(0.802745, abs=1e-6)
    assert Forecast(point=100, sigma=0.1).at_least(110) == pytest.approx(0.197255, abs=1e-6)


@pytest.mark.parametrize(
    ("target", "at_least", "at_most"),
    [(39, 1.0, 0.0), (40, 1.0, None), (41, None, None)],
)
def test_what_a_sum_has_counted_is_certain(target: float, at_least: float | None, at_most: float | None) -> None:
    forecast = Forecast(point=45, sigma=0.3, counted=40)
    free = Forecast(point=45, sigma=0.3)
    assert forecast.at_least(target) == (free.at_least(target) if at_least is None else at_least)
    assert forecast.at_most(target) == (free.at_most(target) if at_most is None else at_most)
    assert forecast.low == 40


def test_an_interval_that_a_sum_has_passed_is_missed_with_certainty() -> None:
    assert Forecast(point=45, sigma=0.3, counted=40).within(10, 39) == 0


def test_a_share_ends_at_its_ceiling() -> None:
    forecast = Forecast(point=97, sigma=0.1, ceiling=100)
    assert forecast.high == 100
    assert forecast.low < 97
    assert forecast.at_least(100) == Forecast(point=97, sigma=0.1).at_least(100)
    assert forecast.at_least(100.1) == 0
    assert forecast.at_most(100) == 1


def test_a_point_cut_by_the_ceiling_keeps_its_probabilities() -> None:
    cut = Forecast(point=100, sigma=0.05, ceiling=100, uncapped=104)
    assert cut.at_least(98) == Forecast(point=104, sigma=0.05).at_least(98)
    assert cut.low <= cut.point <= cut.high == 100


@pytest.mark.parametrize(("target", "at_least", "at_most"), [(-1, 1, 0), (0, 1, 1), (0.1, 0, 1), (5, 0, 1)])
def test_a_point_of_zero_is_taken_as_certain(target: float, at_least: float, at_most: float) -> None:
    forecast = Forecast(point=0, sigma=0.2)
    assert (forecast.low, forecast.high) == (0, 0)
    assert forecast.at_least(target) == at_least
    assert forecast.at_most(target) == at_most


@pytest.mark.parametrize(("target", "at_least"), [(0, 1), (-5, 1)])
def test_nothing_ends_below_zero(target: float, at_least: float) -> None:
    assert Forecast(point=3, sigma=0.2).at_least(target) == at_least
    assert Forecast(point=3, sigma=0.2).at_most(target) == 0


@settings(deadline=None)
@given(points, sigmas, targets, targets)
def test_a_higher_target_is_never_likelier(point: float, sigma: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    forecast = Forecast(point=point, sigma=sigma, counted=point / 2)
    assert forecast.at_least(low) >= forecast.at_least(high) - ROUNDING
    assert forecast.at_most(low) <= forecast.at_most(high) + ROUNDING


@settings(deadline=None)
@given(points, sigmas, targets)
def test_probabilities_lie_within_0_and_1_and_add_up(point: float, sigma: float, target: float) -> None:
    forecast = Forecast(point=point, sigma=sigma)
    assert 0 <= forecast.at_least(target) <= 1
    if target > 0:
        assert forecast.at_least(target) + forecast.at_most(target) == pytest.approx(1)


@settings(deadline=None)
@given(st.floats(0.01, 100), sigmas, st.floats(0, 1))
def test_the_interval_holds_the_point(point: float, sigma: float, begun: float) -> None:
    for forecast in (
        Forecast(point=point, sigma=sigma, counted=begun * point),
        Forecast(point=point, sigma=sigma, ceiling=100),
    ):
        assert forecast.low <= forecast.point <= forecast.high


@settings(deadline=None)
@given(points, sigmas, targets, targets)
def test_an_interval_is_never_likelier_than_either_of_its_ends(
    point: float, sigma: float, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    forecast = Forecast(point=point, sigma=sigma)
    assert 0 <= forecast.within(low, high) <= min(forecast.at_least(low), forecast.at_most(high)) + 1e-12
