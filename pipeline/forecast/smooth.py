"""Where the values stand now, how much they jump and which way they drift, season taken out.

Source: the project's method note, docs/metod.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

ALPHAS = (0.1, 0.3, 0.6, 0.9)
FIRST_VALUES = 4
LEAST_ERROR = 1e-12
DAMPING = 0.5


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The level now, in the indicator's unit, and the noise: the usual one-step error as a share of the mean."""

    level: float
    noise: float


def smooth(values: Sequence[float]) -> Smoothed:
    """Return the level and noise of values in the order of time, by simple exponential smoothing.

    Four smoothings, from slow to quick, are weighed together by how well each foresaw the next value.
    """
    mean = fmean(values)
    least = LEAST_ERROR * mean * mean
    if least == 0:
        return Smoothed(0.0, 0.0)
    levels, errors = zip(*(_one_smoothing(values, alpha) for alpha in ALPHAS), strict=True)
    errors = tuple(max(error, least) for error in errors)
    weights = _weights(errors, len(values))
    return Smoothed(_weighted(levels, weights), math.sqrt(_weighted(errors, weights)) / mean)


def drift(values: Sequence[float]) -> float:
    """Return half the least-squares slope of the values, per period: trends tend to fade."""
    middle = (len(values) - 1) / 2
    mean = fmean(values)
    tilt = math.fsum((index - middle) * (value - mean) for index, value in enumerate(values))
    return DAMPING * tilt / math.fsum((index - middle) ** 2 for index in range(len(values)))


def _one_smoothing(values: Sequence[float], alpha: float) -> tuple[float, float]:
    """Return the last level and the mean squared one-step error."""
    level = fmean(values[:FIRST_VALUES])
    level += alpha * (values[0] - level)
    squares = 0.0
    for value in values[1:]:
        error = value - level
        squares += error * error
        level += alpha * error
    return level, squares / max(len(values) - 1, 1)


def _weights(errors: Sequence[float], count: int) -> list[float]:
    """Return weights in proportion to error^(-count/2), found in logarithms so that none overflows."""
    logs = [-count / 2 * math.log(error) for error in errors]
    raw = [math.exp(log - max(logs)) for log in logs]
    total = math.fsum(raw)
    return [weight / total for weight in raw]


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip(values, weights, strict=True))
