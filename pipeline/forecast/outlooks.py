"""One indicator's year seen from the report date: the entry to the forecast stage."""

import math
from dataclasses import replace
from datetime import date

from pipeline.forecast.annual import annual_forecast
from pipeline.forecast.history import History, history
from pipeline.forecast.outcome import outcome
from pipeline.forecast.refusals import BROKEN, DEFINITION, REFUSALS, ZERO_FORECAST, first_refusal
from pipeline.forecast.units import FULL, is_count, is_percentage, is_steady
from pipeline.forecast.within_year import year_end_forecast
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Indicator, Series
from pipeline.model.results import Outlook
from pipeline.model.words import Kind

WITHIN_YEAR = (Kind.SUM, Kind.LEVEL, Kind.MEAN)
LEAST_COUNT = 0.5


def outlook(
    indicator: Indicator, series: Series | None, year: int, report_date: date, *, broken: bool = False
) -> Outlook:
    """Return the outcome so far and the forecast of `year`, or why no forecast is made.

    `broken` says that the indicator's data hold a fault, which a draft bears: then nothing is computed.
    """
    if broken:
        return Outlook(refusal=BROKEN)
    known = history(indicator, series, year, report_date)
    seen = Outlook(outcome=outcome(known), per_year=known.per_year, past=known.past, current=known.known)
    rules = DEFINITION if known.final else DEFINITION + REFUSALS
    refusal = first_refusal(rules, indicator, known)
    if refusal or known.final:
        return replace(seen, refusal=refusal, final=not refusal)
    made = _forecast(indicator, known)
    if made.point <= 0 or _is_no_count(indicator, known, made):
        return replace(seen, refusal=ZERO_FORECAST)
    return replace(seen, forecast=made)


def _forecast(indicator: Indicator, known: History) -> Forecast:
    if known.kind in WITHIN_YEAR:
        count = is_count(indicator.unit)
        made = year_end_forecast(known.kind, known.past, known.known, known.per_year, count=count)
    else:
        made = annual_forecast([value for (value,) in known.past], share=is_steady(indicator.unit))
    return _bounded(made, indicator, known)


def _bounded(made: Forecast, indicator: Indicator, known: History) -> Forecast:
    """Lay on what is already certain: what a sum has counted, and that a share ends at 100."""
    if known.kind is Kind.SUM:
        return replace(made, counted=math.fsum(known.known))
    if not _ends_at_full(indicator, known):
        return made
    uncapped = made.point if made.point > FULL else None
    return replace(made, point=min(made.point, FULL), uncapped=uncapped, ceiling=FULL)


def _ends_at_full(indicator: Indicator, known: History) -> bool:
    """Say whether the values are a share of a whole; neither they nor the target are then above 100."""
    target = indicator.target
    bounds = (target.low, target.high) if target else ()
    values = [*(known.values[period] for period in known.used), *(b for b in bounds if b is not None)]
    return is_percentage(indicator.unit) and max(values) <= FULL


def _is_no_count(indicator: Indicator, known: History, made: Forecast) -> bool:
    """Say whether a count is expected to round to zero, which leaves no width to speak of."""
    return known.kind is Kind.SUM and is_count(indicator.unit) and made.point < LEAST_COUNT
