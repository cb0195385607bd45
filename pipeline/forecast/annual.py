"""The forecast of an indicator that is measured once a year.

Source: the project's method note, docs/metod.md.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from pipeline.forecast.width import scale
from pipeline.model.forecasts import Forecast

AMOUNT_CHANGE = 0.04
PRIOR_CHANGE = 0.08
PRIOR_WEIGHT = 2
MOST_CHANGE = 0.5
FROM_VALUES = (1, 2, 3, 5, 8)
AMOUNTS = ((0.0, -2.58), (0.47, -1.16), (0.67, -0.74), (0.80, -0.51), (0.90, -0.46))
SHARES = ((0.0, -2.40), (0.21, -1.95), (0.31, -1.74), (0.49, -1.33), (0.74, -0.90))


def annual_forecast(values: Sequence[float], *, share: bool) -> Forecast:
    """Return the forecast of the year after `values`: yearly values above 0 in a row, oldest first.

    A share (also an index or a survey result) is expected to stay; an amount goes on as it has
    changed, as far as its changes have been steady.
    """
    changes = [math.log(later / earlier) for earlier, later in pairwise(values)]
    expected = 0.0 if share or not changes else _expected_change(changes)
    noise = math.sqrt(fmean((change - expected) ** 2 for change in changes)) if changes else 0.0
    b, a = (SHARES if share else AMOUNTS)[bisect_right(FROM_VALUES, len(values)) - 1]
    point = values[-1] * math.exp(min(max(expected, -MOST_CHANGE), MOST_CHANGE))
    return Forecast(point=point, sigma=scale(a, b, noise), years=len(values))


def _expected_change(changes: Sequence[float]) -> float:
    """Return the mean yearly log change of an amount, shrunk towards none by how unsteady it has been."""
    mean, count = fmean(changes), len(changes)
    squares = math.fsum((change - mean) ** 2 for change in changes)
    variance = (PRIOR_WEIGHT * PRIOR_CHANGE**2 + squares) / (count + 1)
    return AMOUNT_CHANGE**2 / (AMOUNT_CHANGE**2 + variance / count) * mean
