"""An indicator's numbers, as they stand in tables and in sentences."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.blanks import STATUS_STYLES, StatusMark
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Indicator, Target
from pipeline.model.results import IndicatorResult, Outcome
from pipeline.model.words import Kind, Status, ValueBasis
from pipeline.wording import DASH, NBSP, decimals, is_share, number, part_of_year, period, quantity_in_prose

NONE = DASH
BREAK_HERE = "\u200b"
ONE_LINE = 14
SYMBOLS = dict(zip(Status, "✓◐?✗○", strict=True))
MARKS = {status: StatusMark(symbol, status.value, STATUS_STYLES[status]) for status, symbol in SYMBOLS.items()}
AFTER_YEAR = {
    status: replace(MARKS[status], ord=word)
    for status, word in (
        (Status.MET, "uppfylldes"),
        (Status.PARTLY, "uppfylldes delvis"),
        (Status.NOT_MET, "uppfylldes inte"),
        (Status.NOT_ASSESSABLE, Status.NOT_ASSESSABLE.value),
    )
}
"""The marks when the year is over: nothing is then uncertain."""
NO_MARK = StatusMark("", NONE, STATUS_STYLES[Status.NOT_ASSESSABLE])


def places(result: IndicatorResult) -> int:
    """Return how many decimals the indicator's numbers are printed with, the same everywhere."""
    return decimals(result.indicator.unit, _written(result))


def _written(result: IndicatorResult) -> Iterator[float]:
    target = result.indicator.target or Target()
    yield from (value for value in (result.indicator.base, target.low, target.high) if value is not None)
    if result.series is not None:
        yield from (seen.value for seen in result.series.observations)


def in_table(value: float, unit: str, decimal_places: int) -> str:
    """Return a number for a table, where the unit stands beside it: a share keeps its percent sign."""
    return number(value, decimal_places) + (f"{NBSP}%" if is_share(unit) else "")


def base(result: IndicatorResult) -> str:
    """Return the base value with its year: ``87 (2018)``."""
    indicator = result.indicator
    if indicator.base is None:
        return NONE
    text = in_table(indicator.base, indicator.unit, places(result))
    return text if indicator.base_year is None else f"{text} ({indicator.base_year})"


def bound_word(target: Target) -> str:
    """Return the direction of a target with one bound: ``minst``, ``högst``, ``mer än``, ``mindre än``."""
    if target.low is None:
        return "mindre än" if target.strict else "högst"
    return "mer än" if target.strict else "minst"


def target(result: IndicatorResult) -> str:
    """Return the indicator's target for a table: ``minst 95``, ``högst 5,3 %``, ``10–15``."""
    return _target(result, in_table)


def target_in_prose(result: IndicatorResult) -> str:
    """Return the indicator's target for a sentence: ``högst 5,3 procent``, ``minst 1 200 tkr``."""
    return _target(result, quantity_in_prose)


def _target(result: IndicatorResult, say: Callable[[float, str, int], str]) -> str:
    one, unit, decimal_places = result.indicator.target or Target(), result.indicator.unit, places(result)
    if one.low is not None and one.high is not None:
        return f"{number(one.low, decimal_places)}{DASH}{say(one.high, unit, decimal_places)}"
    bound = one.high if one.low is None else one.low
    return NONE if bound is None else f"{bound_word(one)} {say(bound, unit, decimal_places)}"


def outcome(result: IndicatorResult) -> str:
    """Return the outcome so far for a table, without a status."""
    found = result.outlook.outcome
    return NONE if found is None else in_table(found.value, result.indicator.unit, places(result))


def outcome_in_prose(result: IndicatorResult, found: Outcome) -> str:
    """Return the outcome so far for a sentence: ``4,6 procent``."""
    return quantity_in_prose(found.value, result.indicator.unit, places(result))


def outcome_when(result: IndicatorResult, year: int) -> str:
    """Return what the outcome covers: ``t.o.m. april``, ``april`` for a level, ``2018`` for a year."""
    found = result.outlook.outcome
    if found is None:
        return ""
    when = found.period
    if when.per_year == 1 or when.year != year:
        return period(when)
    name = part_of_year(when.per_year, when.index)
    return f"t.o.m. {name}" if adds_up(result.indicator) else name


def adds_up(indicator: Indicator) -> bool:
    """Say whether the outcome is made of every period so far, and not of the latest one alone."""
    return indicator.kind in (Kind.SUM, Kind.MEAN) and not is_level(indicator)


def point(result: IndicatorResult, forecast: Forecast) -> str:
    """Return the forecast's point for a table."""
    return in_table(forecast.point, result.indicator.unit, places(result))


def point_in_prose(result: IndicatorResult, forecast: Forecast) -> str:
    """Return the forecast's point for a sentence: ``5,6 procent``."""
    return quantity_in_prose(forecast.point, result.indicator.unit, places(result))


def is_level(indicator: Indicator) -> bool:
    """Say whether the year's answer is its last value: a level, or a sum of the latest twelve months."""
    return indicator.kind is Kind.LEVEL or indicator.basis is ValueBasis.ROLLING_YEAR


def interval(result: IndicatorResult, forecast: Forecast) -> str:
    """Return the forecast's 80 % interval, without spaces around the dash: ``64–90``."""
    decimal_places = places(result)
    low, high = number(forecast.low, decimal_places), number(forecast.high, decimal_places)
    return f"{low}{DASH}{high}"


def interval_in_table(result: IndicatorResult, forecast: Forecast) -> str:
    """Return the interval for a narrow cell: a long one may break after its dash, never inside a number."""
    text = interval(result, forecast)
    return text if len(text) <= ONE_LINE else text.replace(DASH, f"{DASH}{BREAK_HERE}")


def mark(status: Status | None) -> StatusMark:
    """Return the status as symbol and word."""
    return NO_MARK if status is None else MARKS[status]
