"""From one board's results to the lines that the summary has of it."""

from collections.abc import Iterator

from pipeline.compose.duties import NOBODY
from pipeline.compose.sentences import class_words
from pipeline.model.results import GoalResult, Results
from pipeline.model.summary import GoalLine, MissingLine
from pipeline.model.words import Status


def goal_lines(results: Results) -> tuple[GoalLine, ...]:
    """Return a line for each goal."""
    return tuple(_goal(one) for one in results.goals)


def _goal(one: GoalResult) -> GoalLine:
    can, indicators = one.assessable
    return GoalLine(
        number=one.goal.number,
        title=one.goal.title,
        goal_class=class_words(one),
        status="" if one.status is None else one.status.value,
        assessable="" if one.status is None else f"{can} av {indicators}",
        owner=one.goal.owner or NOBODY,
        reason=one.reason or one.classification.reason,
    )


def missing_lines(results: Results) -> tuple[MissingLine, ...]:
    """Return a line for each indicator that cannot be assessed, or for the goal where it has no such indicator."""
    return tuple(line for one in results.goals for line in _missing(one))


def _missing(one: GoalResult) -> Iterator[MissingLine]:
    number, owner = one.goal.number, one.goal.owner or NOBODY
    found = [indicator for indicator in one.indicators if indicator.status is Status.NOT_ASSESSABLE]
    for result in found:
        indicator = result.indicator
        name = f"{indicator.id} {indicator.name}"
        yield MissingLine(goal=number, indicator=name, missing=result.reason, owner=indicator.owner or owner)
    if one.status is Status.NOT_ASSESSABLE and not found:
        yield MissingLine(goal=number, indicator="", missing=one.reason, owner=owner)
