"""One indicator's status, by the limits in the settings.

Source of the rules: the method note, docs/metod.md, "Bedömning".
"""

from dataclasses import dataclass, replace

from pipeline.judge.pace import EXACT, pace
from pipeline.judge.targets import meets
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

    A person's status, where one is given, stands in `status`; the computed one is kept beside it. A target
    for another year decides nothing this year: there is then no forecast and no pace.
    """
    other_year = _of_another_year(indicator, settings)
    if other_year and not outlook.refusal:
        outlook = replace(outlook, forecast=None, final=False, refusal=other_year)
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
        pace=None if other_year else pace(indicator, outlook),
        follow_up=person,
    )


def nearly(target: float, base: float, settings: Settings, *, increase: bool) -> float:
    """Return what counts as nearly met, in the target's unit.

    Where the target lies beyond the base value it is `partly_way` of the way there; where the base
    already meets the target, the aim is to hold a level and the target gives way by `hold_slack`.
    """
    if target > base if increase else target < base:
        return round(base + settings.partly_way * (target - base), EXACT)
    slack = settings.hold_slack * abs(target)
    return target - slack if increase else target + slack


def _of_another_year(indicator: Indicator, settings: Settings) -> str:
    if indicator.target is None or indicator.target_year in (None, settings.year):
        return ""
    return f"Målvärdet gäller {indicator.target_year}; målvärde för {settings.year} saknas."


def _verdict(indicator: Indicator, outlook: Outlook, settings: Settings) -> _Verdict:
    target, base, direction = indicator.target, indicator.base, indicator.direction
    if outlook.refusal or target is None or base is None or direction is None:
        return _Verdict(Status.NOT_ASSESSABLE, outlook.refusal)
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
    match target.low, target.high:
        case None, float() | int() as high:
            return Target(high=nearly(high, base, settings, increase=False))
        case float() | int() as low, None:
            return Target(low=nearly(low, base, settings, increase=True))
        case _:
            return target


def _by_chance(bounds: _Bounds, forecast: Forecast, settings: Settings) -> _Verdict:
    met, almost = _chance(forecast, bounds.met), _chance(forecast, bounds.nearly)
    status = by_limits(met, almost, settings.met_limit, interval=bounds.direction is Direction.WITHIN)
    return _Verdict(status, _reason(status, met, almost), met)


def by_limits(met: float, almost: float, limit: float, *, interval: bool) -> Status:
    """Return the status that the probabilities of meeting and nearly meeting the target give.

    `limit` is the probability that decides, and ``1 - limit`` its mirror. An interval has no delvis.
    """
    if met >= limit:
        return Status.MET
    if 1 - almost >= limit:
        return Status.NOT_MET
    if almost >= limit and not interval:
        return Status.PARTLY
    return Status.UNCERTAIN


def _chance(forecast: Forecast, target: Target) -> float:
    match target.low, target.high:
        case float() | int() as low, float() | int() as high:
            return forecast.within(low, high)
        case float() | int() as low, None:
            return 1 - forecast.at_most(low) if target.strict else forecast.at_least(low)
        case None, float() | int() as high:
            return 1 - forecast.at_least(high) if target.strict else forecast.at_most(high)
        case _:
            raise ValueError(target)


def _by_outcome(bounds: _Bounds, value: float) -> _Verdict:
    value = round(value, EXACT)
    if meets(value, bounds.met):
        return _Verdict(Status.MET, "Årets värde är redan känt och når målet.", 1.0)
    if meets(value, bounds.nearly):
        return _Verdict(Status.PARTLY, "Årets värde är redan känt och når målet delvis.", 0.0)
    return _Verdict(Status.NOT_MET, "Årets värde är redan känt och når inte målet.", 0.0)


def _reason(status: Status, met: float, almost: float) -> str:
    if status is Status.PARTLY:
        return f"Sannolikheten är {chance(met)} att målet nås och {chance(almost)} att det åtminstone nästan nås."
    text = f"Sannolikheten att målet nås är {chance(met)}"
    if status is not Status.UNCERTAIN:
        return f"{text}."
    if abs(met - 0.5) <= LEANING:
        return f"{text}; det väger jämnt."
    return f"{text}; det lutar åt att målet {'nås' if met > LEANING + 0.5 else 'inte nås'}."
