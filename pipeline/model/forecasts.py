"""A year-end forecast as a distribution, after `forecast/` has found its point and width."""

import math
from dataclasses import dataclass

NINETIETH_PERCENTILE = 1.5332062737
"""The 90th percentile of Student's t with four degrees of freedom: half of an 80 % interval."""


def student_t4(x: float) -> float:
    """Return the probability that Student's t with four degrees of freedom is at most `x`.

    Source: the project's method note, docs/metod.md.
    """
    q = 1 + x * x / 4
    probability = 1 / 2 + 3 / 8 * x / math.sqrt(q) * (1 - x * x / (12 * q))
    return min(max(probability, 0.0), 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The value that an indicator is expected to have for the whole year: prognos.

    The logarithm of the year's value is taken as ln(point) plus sigma times Student's t with four
    degrees of freedom. `counted` is what a sum has already counted: the year cannot end below it.
    `ceiling` is the highest possible value of a share; `uncapped` is the point before the ceiling
    cut it, and is None where it did not. `years` and `periods` are what the forecast is built on.

    Source: the project's method note, docs/metod.md.
    """

    point: float
    sigma: float
    counted: float = 0.0
    ceiling: float | None = None
    years: int = 0
    periods: int = 0
    uncapped: float | None = None

    @property
    def low(self) -> float:
        """The lower end of the 80 % interval, in the indicator's unit."""
        return self._bounded(self._median * math.exp(-NINETIETH_PERCENTILE * self.sigma))

    @property
    def high(self) -> float:
        """The upper end of the 80 % interval, in the indicator's unit."""
        return self._bounded(self._median * math.exp(NINETIETH_PERCENTILE * self.sigma))

    def at_least(self, target: float) -> float:
        """Return the probability, 0 to 1, that the year ends at `target` or above."""
        if self.counted >= target:
            return 1.0
        if self.ceiling is not None and target > self.ceiling:
            return 0.0
        return 1.0 - self._cumulative(target)

    def at_most(self, target: float) -> float:
        """Return the probability, 0 to 1, that the year ends at `target` or below."""
        if self.counted > target:
            return 0.0
        if self.ceiling is not None and target >= self.ceiling:
            return 1.0
        return self._cumulative(target)

    def within(self, low: float, high: float) -> float:
        """Return the probability, 0 to 1, that the year ends from `low` to `high`, both included."""
        return max(self.at_most(high) + self.at_least(low) - 1.0, 0.0)

    @property
    def _median(self) -> float:
        return self.point if self.uncapped is None else self.uncapped

    def _bounded(self, value: float) -> float:
        value = max(value, self.counted)
        return value if self.ceiling is None else min(value, self.ceiling)

    def _cumulative(self, target: float) -> float:
        if self._median <= 0:
            return 1.0 if target >= 0 else 0.0
        if target <= 0:
            return 0.0
        return student_t4((math.log(target) - math.log(self._median)) / self.sigma)
