"""The forecast of an indicator that is measured by month, quarter or tertial."""

import math
from collections.abc import Sequence

from pipeline.forecast.point import point
from pipeline.forecast.width import widened_for_counts, width
from pipeline.model.forecasts import Forecast
from pipeline.model.words import Kind


def year_end_forecast(
    kind: Kind,
    past: Sequence[Sequence[float]],
    current: Sequence[float],
    per_year: int,
    *,
    count: bool = False,
) -> Forecast:
    """Return the forecast of the whole year for a sum, a level or a mean, values at or above 0.

    `past` is complete years, oldest first, and `current` this year's known periods, of `per_year` a
    year (12, 4 or 3). `count` adds the chance of small counts to a sum. What a sum has already
    counted, and a share's ceiling, are not laid on here.

    Source: the project's method note, docs/metod.md.
    """
    found = point(kind, past, current, per_year)
    sigma = width(kind, per_year, len(current), len(past), found.noise)
    if count and kind is Kind.SUM and found.value > 0:
        sigma = widened_for_counts(sigma, found.value, math.fsum(current))
    return Forecast(point=found.value, sigma=sigma, years=len(past), periods=len(current))
