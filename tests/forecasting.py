"""An indicator, and values for it, drawn in a test of the forecast."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Observation, Series, Target
from pipeline.model.words import Direction, Kind
from pipeline.problems import Place

APRIL, AUGUST = date(2019, 4, 30), date(2019, 8, 31)
HERE = Place("utfall.xlsx")
Years = Mapping[int, Sequence[float | None]]

INDICATOR = Indicator(
    place=HERE,
    places={},
    id="1.1",
    name="Nya företag",
    unit="antal",
    kind=Kind.SUM,
    direction=Direction.INCREASE,
    base=96,
    target=Target(low=120),
    source="Bolagsverket",
)
SHARE = replace(INDICATOR, unit="procent", kind=Kind.LEVEL, base=60, target=Target(low=80))
YEARLY = replace(INDICATOR, unit="tkr", kind=Kind.ANNUAL)
STEADY = [10.0] * 12


def series(per_year: int, years: Years) -> Series:
    observations = tuple(
        Observation(Period(year, index, per_year), value, HERE)
        for year, values in sorted(years.items())
        for index, value in enumerate(values)
        if value is not None
    )
    return Series(per_year, observations)


def yearly(first: int, *values: float) -> Series:
    return series(1, {year: [value] for year, value in enumerate(values, start=first)})
