"""What has changed since April: April's published run beside August's results."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.compose import figures
from pipeline.compose.brief import Brief
from pipeline.model.records import Target
from pipeline.model.results import EarlierGoal, EarlierIndicator, GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Progress
from pipeline.wording import DASH, NBSP, counted, listed, number, period, quantity_in_prose, sentence

_IS = {Progress.PLANNED: "är planerad", Progress.UNDER_WAY: "pågår", Progress.DONE: "är klar"}


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
    return f"Statusen har ändrats från ”{april.status}” i april till ”{result.status.value}”."


def _target_moved(result: IndicatorResult, april: EarlierIndicator) -> str:
    target = result.indicator.target
    if target is not None and target.low is not None and target.high is not None and april.target_high is not None:
        return _interval_moved(result, april)
    now = None if target is None else (target.high if target.low is None else target.low)
    if now == april.target or now is None:
        return ""
    if april.target is None:
        return f"Målvärdet är nytt sedan april: {figures.target_in_prose(result)}."
    unit, places = result.indicator.unit, figures.places(result)
    before, after = (quantity_in_prose(value, unit, places) for value in (april.target, now))
    return f"Målvärdet har ändrats från {before} till {after}."


def _interval_moved(result: IndicatorResult, april: EarlierIndicator) -> str:
    target = result.indicator.target
    if target is None or None in (target.low, target.high, april.target, april.target_high):
        return ""
    bounds = Target(april.target, april.target_high)
    earlier = replace(result, indicator=replace(result.indicator, target=bounds))
    before, after = figures.target_in_prose(earlier), figures.target_in_prose(result)
    return "" if before == after else f"Målintervallet har ändrats från {before} till {after}."


def _forecast_held(result: IndicatorResult, april: EarlierIndicator) -> str:
    now = _latest_answer(result)
    if now is None or april.forecast is None or april.low is None or april.high is None:
        return ""
    unit, places = result.indicator.unit, figures.places(result)
    before, after = (quantity_in_prose(value, unit, places) for value in (april.forecast, now))
    inside = "inom" if april.low <= now <= april.high else "utanför"
    span = f"{number(april.low, places)}{DASH}{number(april.high, places)}"
    name = "utfallet blev" if result.outlook.final else "augustis är"
    return f"Aprils prognos var {before} och {name} {after}, {inside} aprils intervall {span}."


def _latest_answer(result: IndicatorResult) -> float | None:
    """Return August's forecast, or the outcome where it is already the year's."""
    outlook = result.outlook
    if outlook.final and outlook.outcome is not None:
        return outlook.outcome.value
    return None if outlook.forecast is None else outlook.forecast.point


def _values_revised(result: IndicatorResult, april: EarlierIndicator) -> str:
    if result.series is None:
        return ""
    seen_now = result.series.observations
    revised = [seen for seen in seen_now if april.values.get(str(seen.period), seen.value) != seen.value]
    if not revised:
        return ""
    places = figures.places(result)
    changes = [
        f"{period(seen.period)} från {number(april.values[str(seen.period)], places)} till {number(seen.value, places)}"
        for seen in revised
    ]
    verb = f"{counted(len(revised), 'värde', 'värden')} har ändrats i efterhand"
    return sentence(f"{verb}: {listed(changes)}")


def goal_since_april(brief: Brief, goal: GoalResult) -> str:
    """Return in one sentence how the goal has moved since April; nothing where nothing has."""
    if brief.earlier is None:
        return ""
    name, april = f"Mål{NBSP}{goal.goal.number}", earlier_goal(brief, goal.goal.number)
    if april is None:
        return f"{name} är nytt sedan april."
    parts = []
    if april.classification != goal.classification.goal_class.value:
        now = goal.classification.goal_class.value
        parts.append(f"klassen har ändrats från {april.classification} till {now}")
    if goal.status is not None and april.status and april.status != goal.status.value:
        parts.append(f"från ”{april.status}” till ”{goal.status.value}”")
    parts += [*_indicators_moved(goal, april), *_assessment_moved(goal, april), *_measures_moved(goal, april.measures)]
    return f"{name}: {'; '.join(parts)}." if parts else ""


def _indicators_moved(goal: GoalResult, april: EarlierGoal) -> list[str]:
    """Tell of indicators that have moved while the goal as a whole stands where it stood."""
    if goal.status is None or goal.status.value != april.status:
        return []
    return [
        f"{one.indicator.name} från ”{before.status}” till ”{one.status.value}”"
        for one in goal.indicators
        if (before := april.indicators.get(one.indicator.id)) is not None
        and one.status is not None
        and before.status not in ("", one.status.value)
    ]


def _assessment_moved(goal: GoalResult, april: EarlierGoal) -> list[str]:
    now = None if goal.follow_up is None else goal.follow_up.own_assessment
    supporting = goal.classification.goal_class is GoalClass.SUPPORTING
    if now is None or not supporting or april.own_assessment in ("", now.value):
        return []
    return [f"egen bedömning från {april.own_assessment} till {now.value}"]


def _measures_moved(goal: GoalResult, april: Mapping[str, str]) -> list[str]:
    found = []
    for one in goal.measures:
        before = april.get(one.measure)
        if one.progress is not None and before != one.progress.value:
            since = f"i april: {before}" if before else "ny sedan april"
            found.append(f"åtgärden ”{one.measure}” {_IS[one.progress]} ({since})")
    return found
