"""What the rest of the year must bring for the target to be reached, beside what it has brought so far."""

from pipeline.model.records import Indicator, Target
from pipeline.model.results import Outlook, Pace, Reach
from pipeline.model.words import Kind, ValueBasis


def pace(indicator: Indicator, outlook: Outlook) -> Pace | None:
    """Return the pace, or None where there is none: no single target, no value this year, or a yearly measurement."""
    bound = _bound(indicator.target)
    if bound is None or not outlook.current or indicator.kind in (None, Kind.ANNUAL):
        return None
    if indicator.kind is Kind.LEVEL or indicator.basis is ValueBasis.ROLLING_YEAR:
        return Pace(Reach.OPEN, bound, outlook.current[-1], outlook.per_year - len(outlook.current))
    if indicator.kind is Kind.MEAN:
        return _of_mean(bound, outlook)
    return _of_sum(bound, outlook, increase=indicator.target is not None and indicator.target.low is not None)


def _bound(target: Target | None) -> float | None:
    match target:
        case Target(low=float(low), high=None):
            return low
        case Target(low=None, high=float(high)):
            return high
        case _:
            return None


def _of_sum(bound: float, outlook: Outlook, *, increase: bool) -> Pace:
    known, remaining = sum(outlook.current), outlook.per_year - len(outlook.current)
    left = bound - known
    so_far = known / len(outlook.current)
    reach = Reach.OPEN
    if increase and left <= 0:
        reach = Reach.REACHED
    elif not increase and left < 0:
        reach = Reach.LOST
    return Pace(reach, left / remaining, so_far, remaining, left)


def _of_mean(bound: float, outlook: Outlook) -> Pace:
    known, remaining = sum(outlook.current), outlook.per_year - len(outlook.current)
    needed = (bound * outlook.per_year - known) / remaining
    return Pace(Reach.OPEN, needed, known / len(outlook.current), remaining)
