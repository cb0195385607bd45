"""``resultat.json``: everything concluded, for August, for checks and for other programs."""

import json
from collections.abc import Mapping
from typing import Any

from pipeline.compose.appendix.inputs import used
from pipeline.model.records import Indicator
from pipeline.model.results import GoalResult, IndicatorResult, Results
from pipeline.model.words import Direction

Json = dict[str, Any]


def results_json(results: Results) -> bytes:
    """Return the results as UTF-8 JSON; a number that does not exist is null."""
    record: Json = {
        "year": results.year,
        "occasion": results.occasion.value,
        "as_of": None if results.as_of is None else results.as_of.isoformat(),
        "goals": [_goal(goal, results) for goal in results.goals],
        "totals": dict(results.totals),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _goal(goal: GoalResult, results: Results) -> Json:
    return {
        "number": goal.goal.number,
        "title": goal.goal.title,
        "owner": goal.goal.owner,
        "classification": goal.classification.goal_class.value,
        "preliminary": goal.classification.preliminary,
        "reason": goal.classification.reason,
        "status": _word(goal.status),
        "computed_status": _word(goal.computed_status),
        "count": goal.reason,
        "assessable": list(goal.assessable),
        "own_assessment": _word(None if goal.follow_up is None else goal.follow_up.own_assessment),
        "measures": [{"measure": one.measure, "progress": _word(one.progress)} for one in goal.measures],
        "indicators": [_indicator(one, results) for one in goal.indicators],
    }


def _indicator(one: IndicatorResult, results: Results) -> Json:
    indicator, outlook = one.indicator, one.outlook
    outcome, forecast = outlook.outcome, outlook.forecast
    return {
        "id": indicator.id,
        "name": indicator.name,
        "owner": indicator.owner,
        "unit": indicator.unit,
        "kind": _word(indicator.kind),
        "direction": _word(indicator.direction),
        "source": indicator.source,
        "base": indicator.base,
        **_target(indicator),
        "outcome": None if outcome is None else outcome.value,
        "outcome_period": None if outcome is None else str(outcome.period),
        "forecast": None if forecast is None else forecast.point,
        "low": None if forecast is None else forecast.low,
        "high": None if forecast is None else forecast.high,
        "probability": one.probability,
        "status": _word(one.status),
        "computed_status": _word(one.computed_status),
        "reason": one.reason,
        "periods_known": len(outlook.current),
        "years_of_history": len(outlook.past),
        "values": {str(seen.period): seen.value for seen in used(one, results)},
        "places": [str(seen.place) for seen in used(one, results)],
    }


def _target(indicator: Indicator) -> Mapping[str, float | None]:
    target = indicator.target
    if target is None:
        return {"target": None, "target_high": None}
    if indicator.direction is Direction.WITHIN:
        return {"target": target.low, "target_high": target.high}
    return {"target": target.high if target.low is None else target.low, "target_high": None}


def _word(value: Any) -> str | None:  # noqa: ANN401 - any of the domain's enums
    return None if value is None else str(value.value)
