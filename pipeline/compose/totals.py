"""The totals at two levels, with the goals' numbers; both add up to all goals."""

from collections.abc import Mapping

from pipeline.blanks import StatusMark, TotalRow
from pipeline.compose import figures
from pipeline.compose.brief import Brief, numbers
from pipeline.model.results import GoalResult
from pipeline.model.words import GoalClass, Occasion, Status

_NAMES = {
    GoalClass.STEERING: "Styrande, med beräknad prognos",
    GoalClass.SUPPORTING: "Stödjande, med egen bedömning",
    GoalClass.DIRECTIONAL: "Inriktningsmål, utan prognos",
    GoalClass.UNDECIDED: "Ej fastställda",
}
_MARKS: Mapping[Occasion, Mapping[Status, StatusMark]] = {Occasion.AMBITION: {}, Occasion.ANNUAL: figures.AFTER_YEAR}


def total_rows(brief: Brief) -> tuple[TotalRow, ...]:
    """Return a row per class, under styrande a row per status, and the sum."""
    rows, marks = [], _MARKS.get(brief.occasion, figures.MARKS)
    for goal_class, name in _NAMES.items():
        short = name if marks is figures.MARKS else name.split(",")[0]
        rows.append(_row(short, brief.of_class(goal_class), head=True))
        if goal_class is GoalClass.STEERING:
            rows += [_row(mark.ord, brief.with_status(status), mark=mark) for status, mark in marks.items()]
    return (*rows, _row("Summa", brief.results.goals, head=True, total=True))


def _row(
    name: str,
    goals: tuple[GoalResult, ...],
    *,
    head: bool = False,
    total: bool = False,
    mark: StatusMark | None = None,
) -> TotalRow:
    found = ", ".join(str(number) for number in numbers(goals)) or figures.NONE
    return TotalRow(
        namn=name,
        antal=str(len(goals)),
        nummer="" if total else found,
        huvudrad=head,
        status=mark,
    )
