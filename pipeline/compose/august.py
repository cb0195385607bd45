"""What has changed since April: April's published run beside August's results."""

from collections.abc import Mapping

from pipeline.compose import figures
from pipeline.compose.brief import Brief
from pipeline.model.results import EarlierGoal, EarlierIndicator, GoalResult, IndicatorResult
from pipeline.wording import DASH, NBSP, listed, number, quantity_in_prose, sentence


def earlier_goal(brief: Brief, number_: int) -> EarlierGoal | None:
    """Return what April's run said of the goal."""
    return None if brief.earlier is None else brief.earlier.goals.get(number_)


def _earlier(brief: Brief, result: IndicatorResult, goal: int) -> EarlierIndicator | None:
    found = earlier_goal(brief, goal)
    return None if found is None else found.indicators.get(result.indicator.id)


def april_forecast(brief: Brief, result: IndicatorResult, goal: int) -> str:
    """Return April's forecast for a table: ``76 (64–90)``; nothing without an April run."""
    april = _earlier(brief, result, goal)
    if april is None:
        return ""
    if april.forecast is None:
        return figures.NONE
    places = figures.places(result)
    point = number(april.forecast, places)
    if april.low is None or april.high is None:
        return point
    return f"{point} ({number(april.low, places)}{DASH}{number(april.high, places)})"


def since_april(brief: Brief, result: IndicatorResult, goal: int) -> str:
    """Return in sentences what has changed for the indicator since April, and how April's forecast has held."""
    april = _earlier(brief, result, goal)
    if april is None:
        return ""
    parts = (
        _status_moved(result, april),
        _target_moved(result, april),
        _forecast_held(result, april),
        _values_revised(result, april),
    )
    return " ".join(part for part in parts if part)


def _status_moved(result: IndicatorResult, april: EarlierIndicator) -> str:
    if result.status is None or not april.status:
        return ""
    if april.status == result.status.value:
        return f"Statusen är densamma som i april: {result.status.value}."
    return f"Statusen var {april.status} i april och är nu {result.status.value}."


def _target_moved(result: IndicatorResult, april: EarlierIndicator) -> str:
    target = result.indicator.target
    now = None if target is None else (target.high if target.low is None else target.low)
    if now == april.target or now is None or april.target is None:
        return ""
    unit, places = result.indicator.unit, figures.places(result)
    before, after = (quantity_in_prose(value, unit, places) for value in (april.target, now))
    return f"Målvärdet har ändrats från {before} till {after}."


def _forecast_held(result: IndicatorResult, april: EarlierIndicator) -> str:
    forecast = result.outlook.forecast
    if forecast is None or april.forecast is None or april.low is None or april.high is None:
        return ""
    unit, places = result.indicator.unit, figures.places(result)
    before, after = (quantity_in_prose(value, unit, places) for value in (april.forecast, forecast.point))
    inside = "inom" if april.low <= forecast.point <= april.high else "utanför"
    span = f"{number(april.low, places)}{DASH}{number(april.high, places)}"
    return f"Aprils prognos var {before} och augustis är {after}, {inside} aprils intervall {span}."


def _values_revised(result: IndicatorResult, april: EarlierIndicator) -> str:
    if result.series is None:
        return ""
    now = {str(seen.period): seen.value for seen in result.series.observations}
    revised = [when for when, value in april.values.items() if when in now and now[when] != value]
    if not revised:
        return ""
    places = figures.places(result)
    changes = [f"{when} från {number(april.values[when], places)} till {number(now[when], places)}" for when in revised]
    return sentence(f"Värden har ändrats i efterhand: {listed(changes)}")


def goal_since_april(brief: Brief, goal: GoalResult) -> str:
    """Return in one sentence how the goal has moved since April; nothing where nothing has."""
    april = earlier_goal(brief, goal.goal.number)
    if april is None:
        return ""
    name = f"Mål{NBSP}{goal.goal.number}"
    parts = []
    if april.classification != goal.classification.goal_class.value:
        parts.append(f"klassen var {april.classification} och är nu {goal.classification.goal_class.value}")
    if goal.status is not None and april.status and april.status != goal.status.value:
        parts.append(f"statusen var {april.status} och är nu {goal.status.value}")
    parts += _measures_moved(goal, april.measures)
    return f"{name}: {'; '.join(parts)}." if parts else ""


def _measures_moved(goal: GoalResult, april: Mapping[str, str]) -> list[str]:
    found = []
    for one in goal.measures:
        before, now = april.get(one.measure), None if one.progress is None else one.progress.value
        if now is not None and before != now:
            found.append(f"åtgärden ”{one.measure}” är {now}" + (f" (i april {before})" if before else " (ny)"))
    return found
