"""The shape of a year: how each period lies to the year's mean, shrunk by how sure it is.

Source: the project's method note, docs/metod.md.
"""

import math
from collections.abc import Sequence
from itertools import chain
from statistics import fmean

PRIOR_NOISE = 0.4
PRIOR_WEIGHT = 2
LOWEST_TREND = 0.25
LOWEST_FACTOR = 0.02


def season(past: Sequence[Sequence[float]], current: Sequence[float], per_year: int) -> tuple[float, ...]:
    """Return a factor per period, about 1 on average: 1.2 is a period 20 % above the year's mean.

    `past` is complete years, oldest first, and `current` this year's known periods. Without past
    years, or when they are flat or zero, every factor is 1.
    """
    if not any(chain.from_iterable(past)):
        return (1.0,) * per_year
    factors, noise = _of_one_year(past[0], current) if len(past) == 1 else _of_years(past)
    spread = _spread(factors)
    if spread == 0:
        return (1.0,) * per_year
    weight = min(max(1 - noise / spread, 0.0), 1.0)
    return tuple(max(1 + weight * (factor - 1), LOWEST_FACTOR) for factor in factors)


def _spread(factors: Sequence[float]) -> float:
    return fmean((factor - 1) ** 2 for factor in factors)


def _of_one_year(year: Sequence[float], current: Sequence[float]) -> tuple[list[float], float]:
    """Return the only past year's factors and their noise, judged by how this year has followed them."""
    mean = fmean(year)
    factors = [value / mean for value in year]
    known = factors[: len(current)]
    mean_now, mean_then = fmean(current), fmean(known)
    now = [value / mean_now * mean_then if mean_now else 0.0 for value in current]
    differences = math.fsum((a - b) ** 2 for a, b in zip(now, known, strict=True)) / 2
    prior = PRIOR_WEIGHT * PRIOR_NOISE * _spread(factors)
    return factors, (differences + prior) / (len(current) - 1 + PRIOR_WEIGHT)


def _of_years(past: Sequence[Sequence[float]]) -> tuple[list[float], float]:
    """Return several past years' common factors and their noise, with the trend taken out."""
    trend = _trend([fmean(year) for year in past], len(past[0]))
    raw = [
        math.fsum(values) / math.fsum(line)
        for values, line in zip(zip(*past, strict=True), zip(*trend, strict=True), strict=True)
    ]
    mean = fmean(raw)
    factors = [factor / mean for factor in raw]
    return factors, _noise(past, trend, factors)


def _noise(past: Sequence[Sequence[float]], trend: Sequence[Sequence[float]], factors: Sequence[float]) -> float:
    """Return the variance of a factor: what is left of each value, over the degrees of freedom and years."""
    squares = math.fsum(
        (value / line - factor) ** 2
        for values, lines in zip(past, trend, strict=True)
        for value, line, factor in zip(values, lines, factors, strict=True)
        if line
    )
    years, per_year = len(past), len(factors)
    return squares / ((per_year - 1) * (years - 1) + 1) / years


def _trend(means: Sequence[float], per_year: int) -> list[list[float]]:
    """Return a line through the middles of the years, per year and period; the edge slopes run on."""
    return [
        [
            max(_interpolated(means, year + (index + 0.5) / per_year - 0.5), LOWEST_TREND * mean)
            for index in range(per_year)
        ]
        for year, mean in enumerate(means)
    ]


def _interpolated(means: Sequence[float], position: float) -> float:
    left = min(max(math.floor(position), 0), len(means) - 2)
    return means[left] + (position - left) * (means[left + 1] - means[left])
