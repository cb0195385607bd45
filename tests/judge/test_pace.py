import math
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judge.pace import pace
from pipeline.model.records import Target
from pipeline.model.results import Pace, Reach
from pipeline.model.words import Kind, ValueBasis
from tests.cases import Fields, indicator, outlook

FLOOR, CEILING = Target(low=95.0), Target(high=95.0)
ABOVE, BELOW = Target(low=24.0, strict=True), Target(high=24.0, strict=True)
SHARE: Fields = {"kind": Kind.MEAN, "unit": "procent"}
SIX = [6.0] * 4


@dataclass(frozen=True)
class Year:
    target: Target
    current: list[float]
    pace: Pace
    fields: Fields = field(default_factory=dict)
    per_year: int = 12


YEARS = {
    "a sum that should rise": Year(FLOOR, SIX, Pace(Reach.OPEN, 71 / 8, 6, 8, 71)),
    "a sum of quarters": Year(FLOOR, [20.0], Pace(Reach.OPEN, 25, 20, 3, 75), per_year=4),
    "a sum with one part left": Year(FLOOR, [30.0, 20.0], Pace(Reach.OPEN, 45, 25, 1, 45), per_year=3),
    "a sum that has just reached its target": Year(FLOOR, [95.0], Pace(Reach.REACHED, 0, 95, 11, 0)),
    "a sum that has passed its target": Year(FLOOR, [60.0, 46.0], Pace(Reach.REACHED, -1.1, 53, 10, -11)),
    "a sum that can still fall": Year(FLOOR, [-1.0, 99.0], Pace(Reach.OPEN, -0.3, 49, 10, -3)),
    "a sum under its ceiling": Year(CEILING, SIX, Pace(Reach.OPEN, 71 / 8, 6, 8, 71)),
    "a sum at its ceiling": Year(CEILING, [95.0], Pace(Reach.OPEN, 0, 95, 11, 0)),
    "a sum through its ceiling": Year(CEILING, [106.0], Pace(Reach.LOST, -1, 106, 11, -11)),
    "a sum through its ceiling that can still fall": Year(CEILING, [-1.0, 99.0], Pace(Reach.OPEN, -0.3, 49, 10, -3)),
    "a sum that must pass what it has": Year(ABOVE, SIX, Pace(Reach.OPEN, 0, 6, 8, 0)),
    "a sum that has passed it": Year(ABOVE, [25.0], Pace(Reach.REACHED, -1 / 11, 25, 11, -1)),
    "a sum that must stay below what it has": Year(BELOW, SIX, Pace(Reach.LOST, 0, 6, 8, 0)),
    "a sum of tenths at its ceiling": Year(
        Target(high=0.3), [0.1, 0.1, 0.1], Pace(Reach.OPEN, 0, 0.1, 9, 0), {"unit": "mnkr"}
    ),
    "a level": Year(FLOOR, [90.0, 92.0], Pace(Reach.OPEN, 95, 92, 10), {"kind": Kind.LEVEL}),
    "a level past its target may come back": Year(
        CEILING, [90.0, 97.0], Pace(Reach.OPEN, 95, 97, 10), {"kind": Kind.LEVEL}
    ),
    "rolling twelve months of a sum": Year(
        FLOOR, [80.0, 84.0], Pace(Reach.OPEN, 95, 84, 10), {"basis": ValueBasis.ROLLING_YEAR}
    ),
    "a mean that should fall": Year(
        Target(high=5.5), [6.0, 5.8, 5.2, 5.4], Pace(Reach.OPEN, 43.6 / 8, 5.6, 8), {"kind": Kind.MEAN}
    ),
    "a mean that would have to be negative": Year(
        Target(high=1.0), [6.0] * 4, Pace(Reach.LOST, -1.5, 6, 8), {"kind": Kind.MEAN}
    ),
    "a mean that can be negative": Year(
        Target(high=1.0), [-1.0, 7.0], Pace(Reach.OPEN, 0.6, 3, 10), {"kind": Kind.MEAN}
    ),
    "a mean that would have to be negative, and can": Year(
        Target(high=0.0), [-1.0, 7.0], Pace(Reach.OPEN, -0.6, 3, 10), {"kind": Kind.MEAN}
    ),
    "a mean that must be zero from now on": Year(
        Target(high=2.0), [6.0] * 4, Pace(Reach.OPEN, 0, 6, 8), {"kind": Kind.MEAN}
    ),
    "a mean that cannot come below its floor": Year(
        Target(low=1.0), [16.0], Pace(Reach.REACHED, -4 / 11, 16, 11), {"kind": Kind.MEAN}
    ),
    "a mean share that would have to pass 100": Year(Target(low=90.0), [60.0] * 4, Pace(Reach.LOST, 105, 60, 8), SHARE),
    "a mean share that must be 100 from now on": Year(
        Target(low=80.0), [40.0] * 4, Pace(Reach.OPEN, 100, 40, 8), SHARE
    ),
    "a mean share that must pass 80 by 100 from now on": Year(
        Target(low=80.0, strict=True), [40.0] * 4, Pace(Reach.LOST, 100, 40, 8), SHARE
    ),
    "a mean share that cannot pass its ceiling": Year(
        Target(high=80.0), [30.0] * 4, Pace(Reach.REACHED, 105, 30, 8), SHARE
    ),
    "a sum through its ceiling after a month without": Year(CEILING, [0.0, 106.0], Pace(Reach.LOST, -1.1, 53, 10, -11)),
    "a mean share that has been 100 would have to pass it": Year(
        Target(low=95.0), [100.0, 30.0], Pace(Reach.LOST, 101, 65, 10), SHARE
    ),
    "a mean share that has been above 100 is no share of a whole": Year(
        Target(low=106.0), [101.0] * 4, Pace(Reach.OPEN, 108.5, 101, 8), SHARE
    ),
    "a mean that is no share may pass 100": Year(
        Target(low=90.0), [60.0] * 4, Pace(Reach.OPEN, 105, 60, 8), {"kind": Kind.MEAN, "unit": "poäng"}
    ),
}


def near(found: Pace) -> Pace:
    """Round to what is meant, so that a table can be read."""
    total = None if found.needed_total is None else round(found.needed_total, 9)
    needed = None if found.needed is None else round(found.needed, 9)
    return Pace(found.reach, needed, round(found.so_far, 9), found.remaining, total)


@pytest.mark.parametrize("year", YEARS.values(), ids=YEARS)
def test_the_pace_is_what_the_rest_of_the_year_must_bring(year: Year) -> None:
    found = pace(indicator(target=year.target, **year.fields), outlook(current=year.current, per_year=year.per_year))

    assert found is not None
    assert near(found) == near(year.pace)


@pytest.mark.parametrize(
    ("fields", "current"),
    [
        ({"kind": Kind.ANNUAL}, SIX),
        ({"kind": None}, SIX),
        ({"target": None}, SIX),
        ({"target": Target()}, SIX),
        ({"target": Target(40.0, 60.0)}, SIX),
        ({}, []),
        ({}, [6.0] * 12),
    ],
    ids=["annual", "no kind", "no target", "no bounds", "interval", "no values", "a whole year"],
)
def test_there_is_no_pace_where_nothing_can_be_asked_of_the_rest_of_the_year(
    fields: Fields, current: list[float]
) -> None:
    assert pace(indicator(**fields), outlook(current=current)) is None


@given(
    st.sampled_from([Kind.SUM, Kind.MEAN]),
    st.lists(st.integers(0, 50), min_size=1, max_size=11),
    st.integers(1, 600),
    st.lists(st.integers(0, 50), min_size=11, max_size=11),
    st.booleans(),
)
def test_a_target_is_reached_or_lost_only_when_no_rest_of_the_year_says_otherwise(
    kind: Kind,
    current: list[float],
    bound: float,
    rest: list[float],
    increase: bool,  # noqa: FBT001 -- drawn
) -> None:
    target = Target(low=bound) if increase else Target(high=bound)
    found = pace(indicator(kind=kind, target=target), outlook(current=current))
    year = math.fsum([*current, *rest[len(current) - 1 :]]) / (12 if kind is Kind.MEAN else 1)
    reached = year >= bound if increase else year <= bound

    assert found is not None
    assert found.reach is Reach.OPEN or reached is (found.reach is Reach.REACHED)
