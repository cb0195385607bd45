"""The totals at two levels, with the goals' numbers; both add up to all goals."""

from pipeline.blanks import TotalRow
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


def total_rows(brief: Brief) -> tuple[TotalRow, ...]:
    """Return a row per class, under styrande a row per status, and the sum."""
    rows = []
    for goal_class, name in _NAMES.items():
        ambition = brief.occasion is Occasion.AMBITION
        rows.append(_row(name.split(",")[0] if ambition else name, brief.of_class(goal_class), head=True))
        if goal_class is GoalClass.STEERING and not ambition:
            rows += [_row(status.value, brief.with_status(status), status=status) for status in Status]
    return (*rows, _row("Summa", brief.results.goals, head=True, sum_row=True))


def _row(
    name: str, goals: tuple[GoalResult, ...], *, head: bool = False, sum_row: bool = False, status: Status | None = None
) -> TotalRow:
    found = ", ".join(str(number) for number in numbers(goals)) or figures.NONE
    return TotalRow(
        namn=name,
        antal=str(len(goals)),
        nummer="" if sum_row else found,
        huvudrad=head,
        status=None if status is None else figures.mark(status),
    )
