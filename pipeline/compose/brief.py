"""What every document is composed from."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.meetings import Meeting
from pipeline.model.records import Source
from pipeline.model.results import Correction, EarlierRun, GoalResult, Results
from pipeline.model.words import DecisionStage, GoalClass, Occasion, Status

WAYS_OUT = "om {} ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål"
OFF_COURSE = (Status.NOT_MET, Status.PARTLY, Status.UNCERTAIN, Status.NOT_ASSESSABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The input, the results, and what is particular to the run: the meeting, the date, draft or not.

    `earlier` is April's published run, for August and the follow-up of the year, and `august` August's, for the latter.
    """

    source: Source
    results: Results
    meeting: Meeting | None = None
    earlier: EarlierRun | None = None
    august: EarlierRun | None = None
    date: dt.date | None = None
    draft: bool = False
    correction: Correction | None = None

    @property
    def occasion(self) -> Occasion:
        """The occasion that the documents are for."""
        return self.results.occasion

    @property
    def department(self) -> str:
        """The department that writes, or a neutral word for it."""
        return self.source.settings.department or "Förvaltningen"

    @property
    def board(self) -> str:
        """The board whose goals they are, or a neutral word for it."""
        return self.source.settings.organ or "Styrelsen"

    def of_class(self, goal_class: GoalClass) -> tuple[GoalResult, ...]:
        """Return the goals of the class."""
        return tuple(goal for goal in self.results.goals if goal.classification.goal_class is goal_class)

    def with_status(self, status: Status) -> tuple[GoalResult, ...]:
        """Return the goals with the status."""
        return tuple(goal for goal in self.results.goals if goal.status is status)

    def preliminary(self) -> tuple[GoalResult, ...]:
        """Return the goals whose ambition level the board has not adopted; a goal without one is not among them."""
        return tuple(one for one in self.results.goals if one.classification.preliminary and one.goal.ambition_level)

    def off_course(self) -> Iterator[GoalResult]:
        """Go through the styrande goals that are not clearly on course, in the order of their numbers."""
        return (goal for goal in self.results.goals if goal.status in OFF_COURSE)


def fails_criteria(result: GoalResult) -> bool:
    """Say whether a criterion is answered with nej, and that is what keeps the goal undecided."""
    return bool(result.classification.failed)


def lacks_level(result: GoalResult) -> bool:
    """Say whether the goal's ambition level has not been drafted."""
    return not result.goal.ambition_level or result.goal.stage is DecisionStage.NOT_DRAFTED


def numbers(goals: Sequence[GoalResult]) -> tuple[int, ...]:
    """Return the goals' numbers."""
    return tuple(one.goal.number for one in goals)
