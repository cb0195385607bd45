"""What the year has brought so far."""

import math
from statistics import fmean

from pipeline.forecast.history import History
from pipeline.model.periods import Period
from pipeline.model.results import Outcome
from pipeline.model.words import Kind


def outcome(history: History) -> Outcome | None:
    """Return what has been measured on the report date, or None when that cannot be said.

    A sum is the total and a mean the mean of this year's known periods, with none missing among
    them; a level or a yearly value is the latest known one, which may be from an earlier year.
    """
    match history.kind:
        case None:
            return None
        case Kind.LEVEL | Kind.ANNUAL:
            return _latest(history)
        case Kind.SUM | Kind.MEAN:
            return _so_far(history)


def _so_far(history: History) -> Outcome | None:
    known = history.known
    if not known:
        return None
    value = math.fsum(known) if history.kind is Kind.SUM else fmean(known)
    return Outcome(value, Period(history.year, len(known) - 1, history.per_year))


def _latest(history: History) -> Outcome | None:
    if not history.values or (history.kind is Kind.ANNUAL and history.per_year != 1):
        return None
    period = max(history.values)
    return Outcome(history.values[period], period)
