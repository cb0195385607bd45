"""A goal's measures as table rows, and what has become of those that April had."""

from collections.abc import Mapping

from pipeline.blanks import MeasureRow
from pipeline.compose import figures
from pipeline.compose.brief import Brief
from pipeline.model.records import Measure
from pipeline.model.results import EarlierGoal, GoalResult
from pipeline.model.words import Progress
from pipeline.wording import counted, listed, sentence

GONE = "finns inte längre i underlaget"
LATE, NEW = "försenad", "ny"
_VERBS = {
    Progress.DONE.value: ("är klar", "är klara"),
    Progress.UNDER_WAY.value: ("pågår", "pågår"),
    Progress.PLANNED.value: ("är planerad", "är planerade"),
    LATE: ("är försenad", "är försenade"),
    NEW: ("är ny", "är nya"),
    GONE: (GONE, GONE),
}
"""What is said of one measure and of many, by what has become of them."""


def measure_rows(brief: Brief, result: GoalResult) -> tuple[MeasureRow, ...]:
    """Return a row per measure, and in August one per measure that April had and the workbook no longer has."""
    april = april_goal(brief, result)
    rows = [_row(brief, one, april) for one in result.measures]
    return (*rows, *(_gone(text, progress) for text, progress in _missing(result, april).items()))


def april_goal(brief: Brief, result: GoalResult) -> EarlierGoal | None:
    """Return what April's run said of the goal."""
    return None if brief.earlier is None else brief.earlier.goals.get(result.goal.number)


def _missing(result: GoalResult, april: EarlierGoal | None) -> Mapping[str, str]:
    kept = {one.measure for one in result.measures}
    return {} if april is None else {text: how for text, how in april.measures.items() if text not in kept}


def _row(brief: Brief, one: Measure, april: EarlierGoal | None) -> MeasureRow:
    named = f"{one.measure} (indikator {one.indicator})" if one.indicator else one.measure
    effect = _effect(one, april)
    return MeasureRow(
        åtgärd=f"{sentence(named)} {effect}" if effect else named,
        ansvarig=one.owner or "ansvarig saknas",
        klart=one.due or "datum saknas",
        läge=_progress(brief, one, april),
        kostnad=one.cost or figures.NONE,
        beslut="Kräver politiskt beslut" if one.needs_decision else "",
    )


def _gone(text: str, progress: str) -> MeasureRow:
    return MeasureRow(
        åtgärd=text,
        ansvarig=figures.NONE,
        klart=figures.NONE,
        läge=f"{GONE} (i april: {progress or 'läge saknas'})",
        kostnad=figures.NONE,
        beslut="",
    )


def _progress(brief: Brief, one: Measure, april: EarlierGoal | None) -> str:
    stands = "läge saknas" if one.progress is None else one.progress.value
    now = f"försenad, {stands}" if one.is_late(brief.results.as_of) else stands
    return now if april is None else f"{now}{_since(one, april)}"


def _effect(one: Measure, april: EarlierGoal | None) -> str:
    """Return what the measure has brought and whether it goes on; what April's measures do not tell is missing."""
    asked = april is not None and one.measure in april.measures and one.progress in (Progress.UNDER_WAY, Progress.DONE)
    goes_on = {True: "Åtgärden fortsätter.", False: "Åtgärden fortsätter inte.", None: ""}[one.continues]
    missing = ["effekt"] * (not one.effect) + ["om åtgärden ska fortsätta"] * (one.continues is None)
    told = (
        sentence(f"Effekt: {one.effect}") if one.effect else "",
        goes_on,
        f"Inte angivet: {listed(missing)}." if asked and missing else "",
    )
    return " ".join(part for part in told if part)


def measures_moved(brief: Brief, goal: GoalResult, april: EarlierGoal) -> list[str]:
    """Tell in clauses what has become of the measures since April; those that fare alike are counted."""
    found: dict[str, list[str]] = {}
    for one in goal.measures:
        if fate := _fate(brief, one, april):
            found.setdefault(fate, []).append(_told(one, fate, april))
    for text in _missing(goal, april):
        found.setdefault(GONE, []).append(f"åtgärden ”{text}” {GONE}")
    return [
        told[0] if len(told) == 1 else f"{counted(len(told), 'åtgärd', 'åtgärder', 'en')} {_VERBS[fate][1]}"
        for fate, told in found.items()
    ]


def _fate(brief: Brief, one: Measure, april: EarlierGoal) -> str:
    if one.is_late(brief.results.as_of):
        return LATE
    if one.measure not in april.measures:
        return NEW
    stands = "" if one.progress is None else one.progress.value
    return "" if stands == april.measures[one.measure] else stands


def _told(one: Measure, fate: str, april: EarlierGoal) -> str:
    if fate == NEW and one.progress is None:
        return f"åtgärden ”{one.measure}” är ny sedan april"
    verb, _ = _VERBS[one.progress.value if fate == NEW and one.progress else fate]
    return f"åtgärden ”{one.measure}” {verb}{_since(one, april)}"


def _since(one: Measure, april: EarlierGoal) -> str:
    """Return how the measure stood in April, in brackets, where that is another thing."""
    if one.measure not in april.measures:
        return " (ny sedan april)"
    before = april.measures[one.measure]
    same = one.progress is not None and before == one.progress.value
    return f" (i april: {before})" if before and not same else ""
