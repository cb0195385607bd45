"""The sheet that auditors ask for: each goal with who set it, target, figure, source and decision."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.blanks import StatusMark
from pipeline.compose import figures
from pipeline.compose.appendix.known import bounds
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import decisions
from pipeline.model.figures import FigureRow, GoalRow, Span
from pipeline.model.records import Goal, Target
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import DecisionStage
from pipeline.problems import Place
from pipeline.wording import DASH

FIGURES_SHEET = "Siffror"
FIGURES_FIRST_ROW = 2
_RUN = re.compile(rf"(\d+)(?:{DASH}(\d+))?")


def goal_rows(brief: Brief, printed: Sequence[FigureRow]) -> tuple[GoalRow, ...]:
    """Return a row for each indicator of each goal, and one for a goal without indicators."""
    asked = _asked(brief)
    spans = _spans(printed)
    return tuple(row for goal in brief.results.goals for row in _rows(brief, goal, asked, spans))


def _rows(
    brief: Brief, goal: GoalResult, asked: Mapping[int, str], spans: Mapping[tuple[int, str], Span]
) -> Iterator[GoalRow]:
    decided, cell = _decided(goal.goal)
    for one in goal.indicators or (None,):
        id_ = "" if one is None else one.indicator.id
        target, target_cell = _target(goal, one)
        yield GoalRow(
            goal=goal.goal.number,
            title=goal.goal.title,
            decided=decided,
            goal_cell=cell,
            indicator="" if one is None else f"{id_} {one.indicator.name}",
            target=target,
            target_cell=target_cell,
            outcome="" if one is None else _outcome(brief, one),
            forecast="" if one is None else _forecast(one),
            status=_mark(goal, one),
            source="" if one is None else one.indicator.source,
            decision="\n".join(filter(None, (*_taken(goal), asked.get(goal.goal.number)))),
            figures=spans.get((goal.goal.number, id_)),
        )


def _decided(goal: Goal) -> tuple[str, Place]:
    """Return when and in which § the level was set, or how far the board has come, with the cell that says so."""
    if goal.adopted and goal.stage is DecisionStage.ADOPTED:
        return goal.adopted, goal.at("Fastställd")
    if goal.stage is DecisionStage.ADOPTED:
        return "Fastställd; datum och § saknas", goal.at("Fastställd")
    stage = "Beslutsläge saknas" if goal.stage is None else f"Inte fastställd: {goal.stage.value}"
    return stage, goal.at("Beslutsläge")


def _target(goal: GoalResult, one: IndicatorResult | None) -> tuple[str, Place]:
    """Return the indicator's target, or the goal's ambition level where there is no target, with its cell."""
    found = None if one is None else next(bounds(one.indicator, one.indicator.target or Target()), None)
    if one is not None and found is not None:
        return figures.target_in_prose(one), found[1]
    level = goal.goal.ambition_level or "Ambitionsnivå saknas."
    return level if one is None else f"Målvärde saknas. {level}", goal.goal.at("Ambitionsnivå")


def _outcome(brief: Brief, one: IndicatorResult) -> str:
    when = figures.outcome_when(one, brief.results.year)
    return f"{figures.outcome(one)} ({when})" if when else figures.outcome(one)


def _forecast(one: IndicatorResult) -> str:
    found = one.outlook.forecast
    return "" if found is None else f"{figures.point(one, found)} ({figures.interval(one, found)})"


def _mark(goal: GoalResult, one: IndicatorResult | None) -> str:
    status = goal.status if one is None else one.status
    return goal.classification.goal_class.value if status is None else _words(figures.mark(status))


def _words(mark: StatusMark) -> str:
    return f"{mark.symbol} {mark.ord}"


def _taken(goal: GoalResult) -> Iterator[str]:
    """Go through the measures that have been decided."""
    return (f"Beslutat {one.decided_at}: {one.measure}" for one in goal.measures if one.decided_at)


def _asked(brief: Brief) -> Mapping[int, str]:
    """Return what the board still has to decide on each goal."""
    asked: dict[int, list[str]] = {}
    for one in decisions(brief):
        head, _, text = one.question.partition(": ")
        for first, last in _RUN.findall(head):
            for number in range(int(first), int(last or first) + 1):
                asked.setdefault(number, []).append(f"Att besluta: {text}")
    return {number: "\n".join(texts) for number, texts in asked.items()}


def _spans(printed: Sequence[FigureRow]) -> Mapping[tuple[int, str], Span]:
    """Return the first rows on end that have an indicator's numbers in a goal."""
    spans: dict[tuple[int, str], Span] = {}
    before: tuple[int, str] | None = None
    for row, one in enumerate(printed, start=FIGURES_FIRST_ROW):
        key = None if one.goal is None else (one.goal, one.indicator)
        if key is not None and (key not in spans or (key == before and spans[key].last == row - 1)):
            spans[key] = Span(FIGURES_SHEET, spans[key].first if key in spans else row, row)
        before = key
    return spans
