"""A goal's status from its indicators' statuses, and the board's totals.

Source of the rules: the method note, docs/metod.md, "Sammanvägning".
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.results import GoalResult
from pipeline.model.words import GoalClass, Status
from pipeline.wording import count, listed

NOT_FORECAST = "ej prognostiseras"
_SURE = (Status.MET, Status.PARTLY, Status.NOT_MET)


def weigh(statuses: Sequence[Status], share: float) -> Status:
    """Return the goal's status.

    All met gives uppfylls; a mix with at least `share` met or partly met gives uppfylls delvis; anything
    else uppfylls inte. Where an indicator that cannot be assessed could change that, the goal cannot be
    assessed; else, where an uncertain one could, it is uncertain. No indicators: it cannot be assessed.
    """
    sure = [status for status in statuses if status in _SURE]
    unknown = statuses.count(Status.NOT_ASSESSABLE)
    answers = [
        {_weigh_sure([*sure, *guess, *other], share) for other in _guesses(unknown)}
        for guess in _guesses(statuses.count(Status.UNCERTAIN))
    ]
    if not statuses or any(len(answer) > 1 for answer in answers):
        return Status.NOT_ASSESSABLE
    possible = set.union(*answers)
    return Status.UNCERTAIN if len(possible) > 1 else possible.pop()


def _guesses(number: int) -> Iterator[tuple[Status, ...]]:
    """Go through what can make a difference: how many are reached, and whether all that are so are met."""
    for reached in range(number + 1):
        yield (Status.MET,) * reached + (Status.NOT_MET,) * (number - reached)
    if number:
        yield (Status.PARTLY,) * number


def _weigh_sure(statuses: Sequence[Status], share: float) -> Status:
    if all(status is Status.MET for status in statuses):
        return Status.MET
    reached = sum(status is not Status.NOT_MET for status in statuses)
    return Status.PARTLY if reached / len(statuses) >= share else Status.NOT_MET


def assessable(statuses: Sequence[Status]) -> tuple[int, int]:
    """Return how many indicators can be assessed, and how many there are."""
    return sum(status is not Status.NOT_ASSESSABLE for status in statuses), len(statuses)


def count_sentence(statuses: Sequence[Status]) -> str:
    """Tell the count behind a goal's status: "2 av 3 indikatorer kan bedömas, båda uppfylls."."""
    can, total = assessable(statuses)
    if total <= 1:
        return f"Målets enda indikator {_verb(statuses[0], 1)}." if statuses else "Målet saknar indikatorer."
    if len(set(statuses)) == 1:
        every = f"{_all_of(total)} {_verb(statuses[0], total)}."
        return every if can else f"Ingen av de {count(total)} indikatorerna kan bedömas."
    if can == total:
        return f"{_all_of(total)} kan bedömas: {_shared_out(statuses, can)}."
    mark = "," if len(set(statuses)) == 2 else ":"  # noqa: PLR2004 - one status beside kan inte bedömas
    return f"{can} av {total} indikatorer kan bedömas{mark} {_shared_out(statuses, can)}."


def _all_of(total: int) -> str:
    return {2: "Båda indikatorerna"}.get(total, f"Alla {count(total)} indikatorerna")


def _shared_out(statuses: Sequence[Status], can: int) -> str:
    counts = {status: statuses.count(status) for status in Status if status is not Status.NOT_ASSESSABLE}
    found = {status: number for status, number in counts.items() if number}
    if len(found) == 1:
        return f"{_whole(can)} {_verb(next(iter(found)), can)}"
    return listed([f"{count(number, 'en')} {_verb(status, number)}" for status, number in found.items()])


def _whole(can: int) -> str:
    return {1: "och den", 2: "båda"}.get(can, "alla")


def _verb(status: Status, number: int) -> str:
    uncertain = "är osäker" if number == 1 else "är osäkra"
    return uncertain if status is Status.UNCERTAIN else status.value


def totals(goals: Sequence[GoalResult]) -> Mapping[str, int]:
    """Count the goals by class and by status; each of the two adds up to the number of goals."""
    classes = {kind.value: _of_class(goals, kind) for kind in GoalClass}
    statuses = {status.value: sum(goal.status is status for goal in goals) for status in Status}
    return {**classes, **statuses, NOT_FORECAST: sum(goal.status is None for goal in goals)}


def _of_class(goals: Sequence[GoalResult], kind: GoalClass) -> int:
    return sum(goal.classification.goal_class is kind for goal in goals)
