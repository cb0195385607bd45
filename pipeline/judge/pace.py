"""What the rest of the year must bring for the target to be reached, beside what it has brought so far."""

from dataclasses import replace
from math import inf

from pipeline.judge.targets import meets
from pipeline.model.records import Indicator, Target
from pipeline.model.results import Outlook, Pace, Reach
from pipeline.model.words import Kind, ValueBasis
from pipeline.wording import is_share

FULL = 100.0
EXACT = 9
"""Decimals that are meant; what stands beyond them comes of counting in binary fractions."""


def pace(indicator: Indicator, outlook: Outlook) -> Pace | None:
    """Return the pace, or None where there is none.

    That is without a single target, without values this year, when all the year is known, and for a yearly measurement.
    """
    target = indicator.target
    whole = len(outlook.current) in (0, outlook.per_year)
    if target is None or whole or indicator.kind in (None, Kind.ANNUAL):
        return None
    bound, other = (target.high, target.low) if target.low is None else (target.low, target.high)
    if bound is None or other is not None:
        return None
    if indicator.kind is Kind.LEVEL or indicator.basis is ValueBasis.ROLLING_YEAR:
        return Pace(Reach.OPEN, bound, outlook.current[-1], outlook.per_year - len(outlook.current))
    return _of_the_rest(indicator, target, bound, outlook)


def _of_the_rest(indicator: Indicator, target: Target, bound: float, outlook: Outlook) -> Pace:
    known, remaining = sum(outlook.current), outlook.per_year - len(outlook.current)
    mean = indicator.kind is Kind.MEAN
    left = round((bound * outlook.per_year if mean else bound) - known, EXACT)
    reach = _reach(left / remaining, target, *_possible(indicator, outlook, bound))
    return Pace(reach, left / remaining, known / len(outlook.current), remaining, None if mean else left)


def _possible(indicator: Indicator, outlook: Outlook, bound: float) -> tuple[float, float]:
    """Return the least and the greatest value that a period can have.

    Values that have never been negative cannot become so, and a share of a whole ends at 100.
    """
    whole = indicator.kind is Kind.MEAN and is_share(indicator.unit) and max(*outlook.current, bound) <= FULL
    return 0.0 if min(outlook.current) >= 0 else -inf, FULL if whole else inf


def _reach(needed: float, target: Target, least: float, greatest: float) -> Reach:
    """Say whether periods at their best still reach what is needed, and whether they do so at their worst."""
    increase = target.low is not None
    wanted = replace(target, low=needed) if increase else replace(target, high=needed)
    best, worst = (greatest, least) if increase else (least, greatest)
    if not meets(best, wanted):
        return Reach.LOST
    return Reach.REACHED if meets(worst, wanted) else Reach.OPEN
