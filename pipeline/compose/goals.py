"""The goals as blanks, gathered under their programområden."""

from collections.abc import Iterable
from typing import TypedDict

from pipeline.blanks import ActivityRow, AreaBlank, CriterionRow, GoalBlank, Text
from pipeline.compose import figures, sentences, texts
from pipeline.compose.brief import WAYS_OUT, Brief, fails_criteria, lacks_level
from pipeline.compose.indicators import indicator_row
from pipeline.compose.measures import measure_rows
from pipeline.model.records import Goal
from pipeline.model.results import GoalResult
from pipeline.model.words import DecisionStage, GoalClass, Measurability, MeetingStage, Occasion, Status
from pipeline.wording import NBSP, day

_ANSWER = {True: "ja", False: "nej", None: "inte besvarat"}


def areas(brief: Brief, goals: Iterable[GoalResult]) -> tuple[AreaBlank, ...]:
    """Return the goals under their programområden, in the order in which these first appear."""
    by_name: dict[str, list[GoalBlank]] = {}
    for goal in goals:
        by_name.setdefault(goal.goal.programme_area, []).append(goal_blank(brief, goal))
    return tuple(AreaBlank(namn=name, mål=tuple(found)) for name, found in by_name.items())


def goal_blank(brief: Brief, result: GoalResult) -> GoalBlank:
    """Return all that any document prints of the goal."""
    goal = result.goal
    return GoalBlank(
        nummer=str(goal.number),
        namn=goal.title,
        rubrik=heading(goal),
        klass=sentences.class_words(result),
        klassmotivering=_class_reason(result),
        styrdokument=f"(Befintliga styrdokument - {goal.governing_documents})" if goal.governing_documents else "",
        strategier=texts.paragraphs(goal.strategies),
        mätbarhet=texts.paragraphs(goal.measurability),
        ambitionsnivå=texts.ambition(goal),
        innebär=texts.meaning(goal),
        ansvarig=goal.owner,
        status=None if result.status is None else figures.mark(result.status),
        prognosmening=sentences.goal_forecast(result),
        räkning=result.reason,
        avsteg=" ".join(filter(None, (sentences.override(result), sentences.own_forecast(result.follow_up)))),
        indikatorer=tuple(indicator_row(brief, one, goal.number) for one in result.indicators),
        **_written(result),
        åtgärder=measure_rows(brief, result),
        åtgärd_saknas="Åtgärd saknas." if needs_measure(result) and not result.measures else "",
        aktiviteter=_activities(result),
        kriterier=_criteria(goal),
        utvägar=_ways_out(brief, result),
        att_besluta=_to_decide(brief, result),
    )


def _class_reason(result: GoalResult) -> str:
    """Return why the goal has its class, and when its level was adopted where that is told."""
    adopted = result.goal.adopted if result.goal.stage is DecisionStage.ADOPTED else ""
    return f"{result.classification.reason}{f' Ambitionsnivån fastställdes {adopted}.' if adopted else ''}"


class _Written(TypedDict):
    analys: Text
    orsak: Text
    egen_bedömning: str
    mervärden: Text


def _written(result: GoalResult) -> _Written:
    """Return what people have written of the goal at this occasion."""
    person, supporting = result.follow_up, result.classification.goal_class is GoalClass.SUPPORTING
    return _Written(
        analys=() if person is None else texts.paragraphs(person.analysis),
        orsak=() if person is None else texts.paragraphs(person.cause),
        egen_bedömning=sentences.own_assessment(result) if supporting else "",
        mervärden=() if person is None else texts.paragraphs(person.added_values),
    )


def heading(goal: Goal) -> str:
    """Return the goal's heading; a goal whose name is only its number is not named twice."""
    name = f"Mål{NBSP}{goal.number}"
    return name if goal.title.replace(NBSP, " ") == f"Mål {goal.number}" else f"{name}. {goal.title}"


def needs_measure(result: GoalResult) -> bool:
    """Say whether the goal is so far off course that a cause and a measure are asked for."""
    return result.status in (Status.NOT_MET, Status.PARTLY)


def _activities(result: GoalResult) -> tuple[ActivityRow, ...]:
    return tuple(
        ActivityRow(aktivitet=one.activity, läge=one.progress, ansvarig=one.owner, kommentar=one.comment)
        for one in result.activities
    )


def _criteria(goal: Goal) -> tuple[CriterionRow, ...]:
    measurable = "inte besvarat" if goal.measurable is None else goal.measurable.value
    answers = (
        ("Går att påverka inom ansvarsområdet", _ANSWER[goal.influenceable]),
        ("Går att mäta", "ja, " + measurable if goal.measurable in _YES else measurable),
        ("Det finns resurser", _ANSWER[goal.resourced]),
    )
    return tuple(CriterionRow(kriterium=name, svar=answer) for name, answer in answers)


_YES = (Measurability.QUANTITATIVE, Measurability.QUALITATIVE)


def _ways_out(brief: Brief, result: GoalResult) -> Text:
    if not fails_criteria(result):
        return ()
    return texts.paragraphs(
        f"- {brief.board} väljer en annan ambitionsnivå som uppfyller kriterierna.\n"
        f"- {brief.board} tillför de resurser som saknas.\n"
        f"- {brief.board} låter målet vara inriktningsmål; då redovisas ingen prognos."
    )


def _to_decide(brief: Brief, result: GoalResult) -> str:
    if result.classification.goal_class is GoalClass.UNDECIDED:
        return f"{_open_question(result)}.{_later(brief)}"
    return "om den preliminära ambitionsnivån ska fastställas." if result in brief.preliminary() else ""


def _open_question(result: GoalResult) -> str:
    if fails_criteria(result):
        return WAYS_OUT.format("målet")
    return "vilken ambitionsnivå som ska gälla" if lacks_level(result) else "om målet uppfyller kriterierna"


def _later(brief: Brief) -> str:
    meeting = brief.meeting
    if brief.occasion is not Occasion.AMBITION or meeting is None or meeting.next_meeting is None:
        return ""
    verb = "tas" if meeting.stage is MeetingStage.HELD else "kan tas"
    return f" Frågan {verb} upp igen {day(meeting.next_meeting, known_year=brief.results.year)}."
