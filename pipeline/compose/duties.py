"""Who owes what: values, texts and measures that the run missed, gathered by owner."""

import datetime as dt
from collections.abc import Iterator

from pipeline.blanks.overview import OwnerDuties
from pipeline.compose.brief import Brief
from pipeline.compose.goals import needs_measure
from pipeline.compose.sentences import assessed
from pipeline.model.records import Measure
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Progress, Status
from pipeline.wording import NBSP, day, listed

NOBODY = "Ingen ansvarig angiven"
_Duty = tuple[str, str]


def duties(brief: Brief) -> tuple[OwnerDuties, ...]:
    """Return what each owner owes, owners in the order of their first duty, nobody's last."""
    found: dict[str, dict[str, None]] = {}
    for goal in brief.results.goals:
        for owner, duty in _of_goal(brief, goal):
            found.setdefault(owner, {})[duty] = None
    owners = sorted(found, key=lambda owner: owner == NOBODY)
    return tuple(OwnerDuties(owner, tuple(found[owner])) for owner in owners)


def _of_goal(brief: Brief, goal: GoalResult) -> Iterator[_Duty]:
    if brief.results.as_of is None:
        return
    owner = goal.goal.owner or NOBODY
    for one in goal.indicators:
        yield from _of_indicator(one, goal, owner)
    if wanted := tuple(_texts_wanted(goal)):
        yield owner, f"{_name(goal)}: {listed(wanted)}."
    for measure in goal.measures:
        if text := _of_measure(measure, brief.results.as_of):
            yield measure.owner or owner, f"{_name(goal)}: {text}"


def _of_indicator(one: IndicatorResult, goal: GoalResult, owner: str) -> Iterator[_Duty]:
    """A styrande goal's indicator without a forecast lacks something, and its reason says what."""
    if one.status is Status.NOT_ASSESSABLE and one.reason:
        indicator = one.indicator
        yield indicator.owner or owner, f"{_name(goal)}, indikator {indicator.id} {indicator.name}: {one.reason}"


def _texts_wanted(goal: GoalResult) -> Iterator[str]:
    found = goal.classification.goal_class
    if found is GoalClass.STEERING:
        yield from _wanted_of_steering(goal)
    if found is GoalClass.SUPPORTING and not assessed(goal):
        yield "gör en egen bedömning av utvecklingen"
    if found is GoalClass.DIRECTIONAL and not goal.activities:
        yield "beskriv årets aktiviteter"


def _wanted_of_steering(goal: GoalResult) -> Iterator[str]:
    if not _analysed(goal):
        yield "skriv en analys"
    if not needs_measure(goal):
        return
    if goal.follow_up is None or not goal.follow_up.cause:
        yield "skriv vad avvikelsen beror på"
    if not goal.measures:
        yield "föreslå en åtgärd"


def _analysed(goal: GoalResult) -> bool:
    """Say whether anything is written of the goal, or of each of its indicators."""
    of_goal = goal.follow_up is not None and bool(goal.follow_up.analysis)
    people = [one.follow_up for one in goal.indicators]
    return of_goal or (bool(people) and all(person is not None and person.analysis for person in people))


def _of_measure(one: Measure, as_of: dt.date) -> str:
    if one.progress is Progress.DONE:
        return ""
    if one.progress is None:
        return f"ange hur långt åtgärden ”{one.measure}” har kommit."
    due = _date(one.due)
    return f"åtgärden ”{one.measure}” skulle vara klar {day(due)}." if due is not None and due < as_of else ""


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _name(goal: GoalResult) -> str:
    return f"Mål{NBSP}{goal.goal.number}"
