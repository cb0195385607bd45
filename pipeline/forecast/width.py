"""How wide the forecast is: the table that was fitted to how past forecasts have missed.

Source: the project's method note, docs/metod.md.
"""

import math
from bisect import bisect_right
from typing import NamedTuple

from pipeline.model.words import Kind

LEAST_NOISE, MOST_NOISE = 0.003, 1.5
COUNT_SPREAD = 0.84
FROM_YEARS = (0, 1, 2, 3, 8)


class Row(NamedTuple):
    """From `known` periods on: the slope `b`, and `a` for each of the steps of `FROM_YEARS`."""

    known: int
    b: float
    a: tuple[float | None, ...]


# Periods a year and kind: a row for 30 April, then one for 31 August. None: the forecast is refused.
TABLE: dict[tuple[int, Kind], tuple[Row, Row]] = {
    (12, Kind.SUM): (
        Row(4, 0.70, (-0.86, -1.08, -1.26, -1.35, -1.40)),
        Row(8, 0.70, (-1.57, -1.87, -2.01, -2.10, -2.15)),
    ),
    (12, Kind.MEAN): (
        Row(4, 0.70, (-0.77, -1.06, -1.22, -1.29, -1.32)),
        Row(8, 0.70, (-1.79, -2.00, -2.07, -2.14, -2.23)),
    ),
    (12, Kind.LEVEL): (
        Row(4, 0.78, (0.33, 0.14, 0.01, -0.05, -0.04)),
        Row(8, 0.78, (0.0, -0.17, -0.24, -0.30, -0.32)),
    ),
    (4, Kind.SUM): (
        Row(1, 0.80, (None, -0.50, -0.69, -0.84, -0.97)),
        Row(2, 0.80, (-0.41, -0.95, -1.14, -1.31, -1.43)),
    ),
    (4, Kind.MEAN): (
        Row(1, 0.80, (None, -0.47, -0.72, -0.85, -1.00)),
        Row(2, 0.80, (-0.55, -1.06, -1.27, -1.40, -1.56)),
    ),
    (4, Kind.LEVEL): (
        Row(1, 0.88, (None, 0.42, 0.16, 0.02, -0.09)),
        Row(2, 0.88, (0.87, 0.21, 0.0, -0.15, -0.29)),
    ),
    (3, Kind.SUM): (
        Row(1, 0.80, (None, -0.54, -0.78, -0.95, -1.09)),
        Row(2, 0.80, (-0.61, -1.28, -1.49, -1.68, -1.81)),
    ),
    (3, Kind.MEAN): (
        Row(1, 0.80, (None, -0.54, -0.85, -1.02, -1.21)),
        Row(2, 0.80, (-1.01, -1.45, -1.66, -1.81, -2.06)),
    ),
    (3, Kind.LEVEL): (
        Row(1, 0.88, (None, 0.37, 0.07, -0.12, -0.25)),
        Row(2, 0.88, (0.67, 0.03, -0.18, -0.34, -0.53)),
    ),
}


def width(kind: Kind, per_year: int, known: int, years: int, noise: float) -> float:
    """Return sigma, the scale of the logarithm of the year's value, for a sum, a level or a mean.

    More known periods than a row has keep that row: the report date's row.

    Raises:
        ValueError: a single quarter or tertial without past years, which the table leaves out.
    """
    april, august = TABLE[per_year, kind]
    row = august if known >= august.known else april
    a = row.a[bisect_right(FROM_YEARS, years) - 1]
    if a is None:
        message = "one known period and no past year is too little for a forecast"
        raise ValueError(message)
    return scale(a, row.b, noise)


def scale(a: float, b: float, noise: float) -> float:
    """Return sigma = exp(a) * noise^b, with the noise held within 0.003 and 1.5."""
    return math.exp(a + b * math.log(min(max(noise, LEAST_NOISE), MOST_NOISE)))


def widened_for_counts(sigma: float, expected: float, counted: float) -> float:
    """Return sigma with the chance of small counts added; `expected` is the whole year's sum, above 0."""
    chance = COUNT_SPREAD * math.sqrt(max(expected - counted, 1.0)) / expected
    return math.hypot(sigma, chance)
