"""One indicator's status, by the limits in the settings.

Source of the rules: the method note, docs/metod.md, "Bedömning".
"""

from dataclasses import dataclass

from pipeline.judge.pace import pace
from pipeline.model.forecasts import Forecast
from pipeline.model.records import FollowUp, Indicator, Series, Settings, Target
from pipeline.model.results import IndicatorResult, Outlook
from pipeline.model.words import Direction, Status
from pipeline.wording import chance

LEANING = 0.05


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    reason: str
    probability: float | None = None


def judge_indicator(
    indicator: Indicator, outlook: Outlook, series: Series | None, settings: Settings, person: FollowUp | None = None
) -> IndicatorResult:
    """Return the indicator's status at the year's end with its reason and pace.

    A person's status, where one is given, stands in `status`; the computed one is kept beside it.
    """
    verdict = _verdict(indicator, outlook, settings)
    override = None if person is None else person.status
    return IndicatorResult(
        indicator=indicator,
        outlook=outlook,
        series=series,
        status=override or verdict.status,
        computed_status=verdict.status,
        reason=verdict.reason,
        probability=verdict.probability,
        pace=pace(indicator, outlook),
        follow_up=person,
    )


def nearly(target: float, base: float, settings: Settings, *, increase: bool) -> float:
    """Return what counts as nearly met, in the target's unit.

    Where the target lies beyond the base value it is `partly_way` of the way there; where the base
    already meets the target, the aim is to hold a level and the target gives way by `hold_slack`.
    """
    if target > base if increase else target < base:
        return base + settings.partly_way * (target - base)
    slack = settings.hold_slack * abs(target)
    return target - slack if increase else target + slack


def _verdict(indicator: Indicator, outlook: Outlook, settings: Settings) -> _Verdict:
    target, base, direction = indicator.target, indicator.base, indicator.direction
    if outlook.refusal or target is None or base is None or direction is None:
        return _Verdict(Status.NOT_ASSESSABLE, outlook.refusal)
    if indicator.target_year not in (None, settings.year):
        reason = f"Målvärdet gäller {indicator.target_year}; målvärde för {settings.year} saknas."
        return _Verdict(Status.NOT_ASSESSABLE, reason)
    bounds = _Bounds(target, _nearly_target(target, base, settings), direction)
    if outlook.forecast is not None:
        return _by_chance(bounds, outlook.forecast, settings)
    if outlook.outcome is None:
        raise ValueError(indicator.id)
    return _by_outcome(bounds, outlook.outcome.value)


@dataclass(frozen=True, slots=True)
class _Bounds:
    met: Target
    nearly: Target
    direction: Direction


def _nearly_target(target: Target, base: float, settings: Settings) -> Target:
    match target:
        case Target(low=float(low), high=None):
            return Target(low=nearly(low, base, settings, increase=True))
        case Target(low=None, high=float(high)):
            return Target(high=nearly(high, base, settings, increase=False))
        case _:
            return target


def _by_chance(bounds: _Bounds, forecast: Forecast, settings: Settings) -> _Verdict:
    met, almost = _chance(forecast, bounds.met), _chance(forecast, bounds.nearly)
    status = by_limits(met, almost, settings.met_limit, interval=bounds.direction is Direction.WITHIN)
    return _Verdict(status, _reason(status, met), met)


def by_limits(met: float, almost: float, limit: float, *, interval: bool) -> Status:
    """Return the status that the probabilities of meeting and nearly meeting the target give.

    `limit` is the probability that decides, and ``1 - limit`` its mirror. An interval has no delvis.
    """
    if met >= limit:
        return Status.MET
    if almost <= 1 - limit:
        return Status.NOT_MET
    if almost >= limit and not interval:
        return Status.PARTLY
    return Status.UNCERTAIN


def _chance(forecast: Forecast, target: Target) -> float:
    match target:
        case Target(low=float(low), high=float(high)):
            return forecast.within(low, high)
        case Target(low=float(low)):
            return 1 - forecast.at_most(low) if target.strict else forecast.at_least(low)
        case Target(high=float(high)):
            return 1 - forecast.at_least(high) if target.strict else forecast.at_most(high)
        case _:
            raise ValueError(target)


def meets(value: float, target: Target) -> bool:
    """Say whether a known value meets the target; a strict target excludes its bound."""
    low_ok = target.low is None or value > target.low or (value == target.low and not target.strict)
    high_ok = target.high is None or value < target.high or (value == target.high and not target.strict)
    return low_ok and high_ok


def _by_outcome(bounds: _Bounds, value: float) -> _Verdict:
    if meets(value, bounds.met):
        return _Verdict(Status.MET, "Årets värde är redan känt och når målet.", 1.0)
    if meets(value, bounds.nearly):
        return _Verdict(Status.PARTLY, "Årets värde är redan känt och når målet delvis.", 0.0)
    return _Verdict(Status.NOT_MET, "Årets värde är redan känt och når inte målet.", 0.0)


def _reason(status: Status, met: float) -> str:
    text = f"Sannolikheten att målet nås är {chance(met)}"
    if status is not Status.UNCERTAIN:
        return f"{text}."
    if abs(met - 0.5) <= LEANING:
        return f"{text}; det väger jämnt."
    return f"{text}; det lutar åt att målet {'nås' if met > LEANING + 0.5 else 'inte nås'}."
