"""What kind of goal a goal is: the board's choice first, then what is missing, then the three criteria."""

from pipeline.model.records import Goal
from pipeline.model.results import Classification
from pipeline.model.words import DecisionStage, GoalClass, Measurability
from pipeline.wording import capital, listed


def classify(goal: Goal) -> Classification:
    """Return the goal's class with its reason as a Swedish sentence; the first rule that applies decides."""
    for rule in RULES:
        found = rule(goal)
        if found is not None:
            return found
    return _measurable_decides(goal)


def unanswered(goal: Goal) -> tuple[str, ...]:
    """Return the names of the criteria that nobody has answered."""
    answers = (("påverkbart", goal.influenceable), ("mätbart", goal.measurable), ("resurser", goal.resourced))
    return tuple(name for name, answer in answers if answer is None)


def not_met(goal: Goal) -> tuple[str, ...]:
    """Return the names of the criteria that are answered with nej."""
    answers = (
        ("påverkbart", goal.influenceable is False),
        ("mätbart", goal.measurable is Measurability.NO),
        ("resurser", goal.resourced is False),
    )
    return tuple(name for name, failed in answers if failed)


def _board_chose_directional(goal: Goal) -> Classification | None:
    if not goal.directional:
        return None
    reason = "Målet är valt till inriktningsmål och följs upp genom verksamhetens aktiviteter."
    return Classification(GoalClass.DIRECTIONAL, reason, _preliminary(goal))


def _something_is_missing(goal: Goal) -> Classification | None:
    parts = []
    if goal.stage is DecisionStage.NOT_DRAFTED:
        parts.append("ambitionsnivån är inte framtagen")
    elif not goal.ambition_level:
        parts.append("ambitionsnivå saknas")
    if names := unanswered(goal):
        word = "kriteriet" if len(names) == 1 else "kriterierna"
        parts.append(f"{word} {listed(names)} är inte {'besvarat' if len(names) == 1 else 'besvarade'}")
    if not parts:
        return None
    return Classification(GoalClass.UNDECIDED, f"{capital(listed(parts))}.", missing=tuple(parts))


def _criterion_not_met(goal: Goal) -> Classification | None:
    names = not_met(goal)
    if not names:
        return None
    word = "Kriteriet" if len(names) == 1 else "Kriterierna"
    reason = f"{word} {listed(names)} uppfylls inte."
    missing = tuple(f"kriteriet {name} uppfylls inte" for name in names)
    return Classification(GoalClass.UNDECIDED, reason, missing=missing, failed=names)


def _measurable_decides(goal: Goal) -> Classification:
    if goal.measurable is Measurability.QUANTITATIVE:
        reason = "Målet går att påverka, mäts kvantitativt och har resurser."
        return Classification(GoalClass.STEERING, reason, _preliminary(goal))
    reason = "Målet går att påverka och har resurser, men mäts bara kvalitativt."
    return Classification(GoalClass.SUPPORTING, reason, _preliminary(goal))


def _preliminary(goal: Goal) -> bool:
    """A level that nobody has said is adopted counts as preliminary; where there is no level, nothing is."""
    return bool(goal.ambition_level) and goal.stage in (None, DecisionStage.PRELIMINARY)


RULES = (_board_chose_directional, _something_is_missing, _criterion_not_met)
