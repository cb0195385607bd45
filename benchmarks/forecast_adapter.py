"""The forecast stage under the names that the method's scorer asks for; its series are monthly."""

from collections.abc import Sequence
from types import SimpleNamespace

from pipeline.forecast.annual import annual_forecast
from pipeline.forecast.within_year import year_end_forecast
from pipeline.model.forecasts import Forecast
from pipeline.model.words import Kind

KINDS = {"flow": Kind.SUM, "stock": Kind.LEVEL, "mean": Kind.MEAN}


def forecast(kind: str, past: Sequence[Sequence[float]], current: Sequence[float]) -> SimpleNamespace:
    """Return the forecast of a monthly series."""
    return _scored(year_end_forecast(KINDS[kind], past, current, per_year=12))


def annual(values: Sequence[float], share: bool) -> SimpleNamespace:  # noqa: FBT001 -- the scorer's signature
    """Return the forecast of a yearly series."""
    return _scored(annual_forecast(values, share=share))


def _scored(made: Forecast) -> SimpleNamespace:
    return SimpleNamespace(F=made.point, p_ge=made.at_least, interval=lambda: (made.low, made.high))
