"""The year's expected value from this year's known periods and the past years.

Source: the project's method note, docs/metod.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import fmean

from pipeline.forecast.season import season
from pipeline.forecast.smooth import drift, smooth
from pipeline.model.words import Kind

Years = Sequence[Sequence[float]]
HALF_LIFE_WEIGHT = 0.5
TRUST = 0.9
START_VARIANCE = 0.18**2
SOFTENER = 0.025
SLOWEST, FASTEST = 0.1, 10.0


@dataclass(frozen=True, slots=True)
class Point:
    """The year's expected value, in the indicator's unit, and the noise of the series as a share of its mean."""

    value: float
    noise: float


def point(kind: Kind, past: Years, current: Sequence[float], per_year: int) -> Point:
    """Return the expected value of the whole year for a sum, a level or a mean.

    `past` is complete years, oldest first; `current` is this year's known periods, at least one.
    """
    factors = season(past, current, per_year)
    known = (*chain.from_iterable(past), *current)
    flat = [value / factors[index % per_year] for index, value in enumerate(known)]
    smoothed = smooth(flat)
    slope = drift(flat) if len(past) > 1 else 0.0
    rest = [
        max(smoothed.level + slope * ahead, 0.0) * factor
        for ahead, factor in enumerate(factors[len(current) :], start=1)
    ]
    return Point(_whole_year(kind, past, current, rest, smoothed.noise), smoothed.noise)


def _whole_year(kind: Kind, past: Years, current: Sequence[float], rest: Sequence[float], noise: float) -> float:
    if kind is Kind.LEVEL:
        return (*current, *rest)[-1]
    if kind is Kind.MEAN:
        return fmean((*current, *rest))
    if not past:
        return math.fsum(current) * (len(current) + len(rest)) / len(current)
    return _sum_of_year(past, current, rest, noise)


def _sum_of_year(past: Years, current: Sequence[float], rest: Sequence[float], noise: float) -> float:
    """Weigh the smoothed rest of the year with the past years' rest: more of the first as the year goes."""
    counted = math.fsum(current)
    smoothed = counted + math.fsum(rest)
    scaled = counted + _rest_as_before(past, current, noise)
    share = len(current) / (len(current) + len(rest))
    weight = share if len(past) > 1 else share**2
    return float(max(smoothed**weight * scaled ** (1 - weight), counted))


def _rest_as_before(past: Years, current: Sequence[float], noise: float) -> float:
    """Return the past years' rest, scaled by how this year has begun, as far as the start can be trusted.

    A trust of 1 is the chain-ladder method, and 0 is Bornhuetter-Ferguson.
    """
    start, rest = _usual_start_and_rest(past, len(current))
    softener = SOFTENER * fmean(past[-1])
    usual = start + softener
    pace = min(max((math.fsum(current) + softener) / usual, SLOWEST), FASTEST) if usual else 1.0
    trust = TRUST * START_VARIANCE / (START_VARIANCE + 2 * noise**2 / len(current))
    return float(rest * pace**trust)


def _usual_start_and_rest(past: Years, known: int) -> tuple[float, float]:
    """Return the past years' mean sums of the first `known` and of the other periods; the latest weigh most."""
    weights = [HALF_LIFE_WEIGHT**age for age in reversed(range(len(past)))]
    start = math.fsum(w * math.fsum(year[:known]) for w, year in zip(weights, past, strict=True))
    rest = math.fsum(w * math.fsum(year[known:]) for w, year in zip(weights, past, strict=True))
    return start / math.fsum(weights), rest / math.fsum(weights)
