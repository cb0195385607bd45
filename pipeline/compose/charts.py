"""An indicator's chart as numbers: what the year amounts to after each period, for this year and earlier ones."""

from collections.abc import Sequence
from itertools import accumulate

from pipeline.blanks import Chart
from pipeline.compose import figures
from pipeline.model.results import IndicatorResult
from pipeline.model.words import Kind
from pipeline.wording import NBSP, sentence, short_part

SHOWN_YEARS = 5


def chart(result: IndicatorResult, year: int) -> Chart | None:
    """Return the chart, or None where there are no values to draw."""
    if result.status is None or not (result.outlook.current or result.outlook.past):
        return None
    forecast, target = result.outlook.forecast, result.indicator.target
    yearly = result.indicator.kind is Kind.ANNUAL
    return Chart(
        titel=result.indicator.name,
        enhet=result.indicator.unit,
        alternativtext=_in_words(result, year),
        år=year,
        perioder=_years(result, year) if yearly else _periods(result),
        tidigare=() if yearly else _earlier(result, year),
        hittills=_yearly(result) if yearly else _so_far(result),
        prognos=None if forecast is None else forecast.point,
        lägst=None if forecast is None else forecast.low,
        högst=None if forecast is None else forecast.high,
        mål_lägst=None if target is None else target.low,
        mål_högst=None if target is None else target.high,
        måltext="" if target is None else f"Mål: {figures.target(result)}",
        decimaler=figures.places(result),
    )


def _periods(result: IndicatorResult) -> tuple[str, ...]:
    per_year = result.outlook.per_year
    return tuple(short_part(per_year, index) for index in range(per_year))


def _earlier(result: IndicatorResult, year: int) -> tuple[tuple[int, tuple[float | None, ...]], ...]:
    past = result.outlook.past[-SHOWN_YEARS:]
    return tuple((year - len(past) + index, _course(result, values)) for index, values in enumerate(past))


def _so_far(result: IndicatorResult) -> tuple[float | None, ...]:
    known = _course(result, result.outlook.current)
    return known + (None,) * (result.outlook.per_year - len(known))


def _course(result: IndicatorResult, values: Sequence[float]) -> tuple[float, ...]:
    if figures.is_level(result.indicator):
        return tuple(values)
    totals = tuple(accumulate(values))
    if result.indicator.kind is Kind.MEAN:
        return tuple(total / (index + 1) for index, total in enumerate(totals))
    return totals


def _years(result: IndicatorResult, year: int) -> tuple[str, ...]:
    return tuple(str(year - back) for back in range(len(result.outlook.past), -1, -1))


def _yearly(result: IndicatorResult) -> tuple[float | None, ...]:
    past = tuple(values[0] for values in result.outlook.past)
    current: tuple[float | None, ...] = result.outlook.current or (None,)
    return past + current


def _in_words(result: IndicatorResult, year: int) -> str:
    parts = [f"Diagram över {result.indicator.name}."]
    if result.outlook.outcome is not None:
        when = figures.outcome_when(result, year)
        parts.append(sentence(f"Utfall {when}: {figures.outcome_in_prose(result, result.outlook.outcome)}"))
    if result.outlook.past:
        parts.append(_past_in_words(result, year))
    if (forecast := result.outlook.forecast) is not None:
        middle, span = figures.point_in_prose(result, forecast), figures.interval(result, forecast)
        when = "slutet av" if figures.is_level(result.indicator) else "hela"
        parts.append(f"Prognos för {when} {year}: {middle}, med 80{NBSP}procents sannolikhet {span}.")
    if result.indicator.target is not None:
        parts.append(f"Mål: {figures.target_in_prose(result)}.")
    return " ".join(parts)


def _past_in_words(result: IndicatorResult, year: int) -> str:
    count, last = len(result.outlook.past), year - 1
    shown = count if result.indicator.kind is Kind.ANNUAL else min(count, SHOWN_YEARS)
    return f"Jämförelse: {last}." if shown == 1 else f"Jämförelse: åren {year - shown}–{last}."
