"""A year-end forecast as a distribution, after `forecast/` has found its point and width."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The value that an indicator is expected to have for the whole year: prognos."""

    point: float
    sigma: float
    counted: float = 0.0
    ceiling: float | None = None
    years: int = 0
    periods: int = 0
