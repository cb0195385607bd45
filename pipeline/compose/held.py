"""How an earlier forecast has held: where a later value lies beside the interval that was printed."""

from enum import Enum

from pipeline.compose import figures
from pipeline.model.results import EarlierIndicator, IndicatorResult
from pipeline.wording import DASH, as_printed, number, quantity_in_prose


class Side(Enum):
    """Where a value lies beside an interval."""

    BELOW = "under"
    INSIDE = "inom"
    ABOVE = "över"


_SINCE = {
    Side.BELOW: "är lägre än aprils prognos räknade med",
    Side.INSIDE: "ligger inom det som aprils prognos räknade med",
    Side.ABOVE: "är högre än aprils prognos räknade med",
}


def side(value: float, earlier: EarlierIndicator, places: int) -> Side | None:
    """Return where the value lies beside the earlier interval, as a reader sees both; None without an interval."""
    if earlier.forecast is None or earlier.low is None or earlier.high is None:
        return None
    seen = as_printed(value, places)
    if seen < as_printed(earlier.low, places):
        return Side.BELOW
    return Side.ABOVE if seen > as_printed(earlier.high, places) else Side.INSIDE


def span(low: float | None, high: float | None, places: int) -> str:
    """Return an interval for a table or a sentence: ``64–90``; nothing where a bound is not known."""
    return "" if low is None or high is None else f"{number(low, places)}{DASH}{number(high, places)}"


def with_span(point: str, low: float | None, high: float | None, places: int) -> str:
    """Return a forecast with its interval: ``76 (64–90)``."""
    interval = span(low, high, places)
    return f"{point} ({interval})" if interval else point


def latest_answer(result: IndicatorResult) -> float | None:
    """Return August's forecast, or the outcome where it is already the year's."""
    outlook = result.outlook
    if outlook.final and outlook.outcome is not None:
        return outlook.outcome.value
    return None if outlook.forecast is None else outlook.forecast.point


def both_forecasts(result: IndicatorResult, april: EarlierIndicator) -> str:
    """Return April's and August's forecasts with their intervals in a sentence; nothing where neither exists."""
    now, places = _now(result), figures.places(result)
    if april.forecast is None:
        return f"I april gjordes ingen prognos; {now}." if now else ""
    point = quantity_in_prose(april.forecast, result.indicator.unit, places)
    before = f"Aprils prognos var {with_span(point, april.low, april.high, places)}"
    return f"{before} och {now}." if now else f"{before}; i augusti görs ingen prognos."


def _now(result: IndicatorResult) -> str:
    places, outlook = figures.places(result), result.outlook
    if outlook.final and outlook.outcome is not None:
        return f"utfallet blev {figures.outcome_in_prose(result, outlook.outcome)}"
    if (made := outlook.forecast) is None:
        return ""
    return f"augustis är {with_span(figures.point_in_prose(result, made), made.low, made.high, places)}"


def held(result: IndicatorResult, april: EarlierIndicator, *, only_new: bool) -> str:
    """Return how April's forecast has held so far.

    Both forecasts come of the same method, so where `only_new` outcomes have come to since April the difference
    between them is what these have brought beyond what April's forecast reckoned with.

    Source: the method note, docs/metod.md, "Hur aprils prognos har hållit".
    """
    now = latest_answer(result)
    where = None if now is None else side(now, april, figures.places(result))
    if where is None:
        return ""
    if result.outlook.final:
        return f"Utfallet ligger {where.value} aprils intervall."
    text = f"Augustis prognos ligger {where.value} aprils intervall"
    return f"{text}: utfallet sedan april {_SINCE[where]}." if only_new else f"{text}."
