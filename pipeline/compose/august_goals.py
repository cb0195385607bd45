"""What page 1 says has changed since April: a sentence per goal that has, and how many have not."""

from collections.abc import Iterator, Sequence

from pipeline.blanks import Paragraph, Text
from pipeline.compose import figures
from pipeline.compose.april_values import value_changes
from pipeline.compose.august import owner_moved, target_moved
from pipeline.compose.brief import Brief
from pipeline.compose.held import Side, latest_answer, side, span
from pipeline.compose.measures import april_goal, measures_moved
from pipeline.compose.texts import together
from pipeline.model.results import EarlierGoal, EarlierIndicator, GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Occasion
from pipeline.wording import NBSP, count, quantity_in_prose

_TWO = 2


def page_one(brief: Brief) -> Text:
    """Return what page 1 says: a sentence per goal that has changed, and one for the others."""
    if brief.occasion is not Occasion.AUGUST:
        return ()
    if brief.earlier is None:
        return (Paragraph("Ingen delårsrapport per den 30 april finns att jämföra med."),)
    goals = brief.results.goals
    moved = [text for goal in goals if (text := goal_since_april(brief, goal))]
    gone = [_gone(number_, one) for number_, one in brief.earlier.goals.items() if number_ not in _numbers(goals)]
    still = _unchanged(len(goals) - len(moved), len(goals))
    return together("", (*moved, *gone), still)


def _numbers(goals: Sequence[GoalResult]) -> set[int]:
    return {one.goal.number for one in goals}


def _gone(number_: int, one: EarlierGoal) -> str:
    name = f"Mål{NBSP}{number_}"
    title = one.title if one.title.replace(NBSP, " ") not in ("", f"Mål {number_}") else ""
    return f"{name}{f' ({title})' if title else ''} fanns i april men finns inte längre i underlaget."


def _unchanged(still: int, total: int) -> str:
    """Say how many goals have not changed, in the number that they are."""
    if still == 0:
        return ""
    same = "har samma klass och status som i april"
    if still == total:
        every = {1: "Målet", _TWO: "Båda målen"}.get(total, f"Alla {count(total)} mål")
        return f"{every} {same}."
    others = "Det återstående målet" if still == 1 else f"De övriga {count(still)} målen"
    return f"{others} {same}."


def goal_since_april(brief: Brief, goal: GoalResult) -> str:
    """Return in one sentence what has changed for the goal since April; nothing where nothing has."""
    if brief.earlier is None:
        return ""
    name, april = f"Mål{NBSP}{goal.goal.number}", april_goal(brief, goal)
    if april is None:
        return f"{name} är nytt sedan april."
    parts = filter(
        None,
        (
            *_class_moved(goal, april),
            *_status_moved(goal, april),
            *(text for one in goal.indicators for text in _indicator_moved(brief, goal, one, april)),
            *_indicators_gone(goal, april),
            *_assessment_moved(goal, april),
            owner_moved(goal.goal.owner, april.owner),
            *measures_moved(brief, goal, april),
        ),
    )
    told = "; ".join(parts)
    return f"{name}: {told}." if told else ""


def _class_moved(goal: GoalResult, april: EarlierGoal) -> Iterator[str]:
    now = goal.classification.goal_class.value
    if april.classification != now:
        yield f"klassen har ändrats från {april.classification} till {now}"


def _status_moved(goal: GoalResult, april: EarlierGoal) -> Iterator[str]:
    if goal.status is not None and april.status not in ("", goal.status.value):
        yield f"statusen har ändrats från ”{april.status}” till ”{goal.status.value}”"


def _indicator_moved(brief: Brief, goal: GoalResult, one: IndicatorResult, april: EarlierGoal) -> Iterator[str]:
    """Tell of an indicator: status, forecast beyond April's interval, target, past values, owner."""
    name, before = one.indicator.name, april.indicators.get(one.indicator.id)
    if before is None:
        yield f"indikatorn {name} är ny"
        return
    alone = len(goal.indicators) == 1
    as_goal = alone and (before.status, one.status) == (april.status, goal.status)
    moved = "" if as_goal else _went(one, before)
    yield moved
    yield _beyond(one, before, "" if alone or moved else f" för {name}")
    yield target_moved(one, before, f" för {name}")
    if value_changes(brief, one, before).past:
        yield f"tidigare värden har ändrats för {name}"
    yield owner_moved(one.indicator.owner, before.owner, f" för {name}")


def _went(one: IndicatorResult, april: EarlierIndicator) -> str:
    if one.status is None or april.status in ("", one.status.value):
        return ""
    return f"{one.indicator.name} har gått från ”{april.status}” till ”{one.status.value}”"


def _beyond(one: IndicatorResult, april: EarlierIndicator, of: str) -> str:
    """Tell of a forecast, or the year's outcome, that lies beyond April's interval."""
    now, places = latest_answer(one), figures.places(one)
    where = None if now is None else side(now, april, places)
    if now is None or where is None or where is Side.INSIDE:
        return ""
    what = "utfallet" if one.outlook.final else "prognosen"
    seen, interval = quantity_in_prose(now, one.indicator.unit, places), span(april.low, april.high, places)
    return f"{what}{of}, {seen}, ligger {where.value} aprils intervall {interval}"


def _indicators_gone(goal: GoalResult, april: EarlierGoal) -> Iterator[str]:
    kept = {one.indicator.id for one in goal.indicators}
    for id_, one in april.indicators.items():
        if id_ not in kept:
            yield f"indikatorn {one.name or id_} finns inte längre i underlaget"


def _assessment_moved(goal: GoalResult, april: EarlierGoal) -> Iterator[str]:
    now = None if goal.follow_up is None else goal.follow_up.own_assessment
    supporting = goal.classification.goal_class is GoalClass.SUPPORTING
    if now is not None and supporting and april.own_assessment not in ("", now.value):
        yield f"den egna bedömningen har ändrats från {april.own_assessment} till {now.value}"
