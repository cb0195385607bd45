"""What the board must decide: one point per decision needed, as a question and as a proposal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.brief import Brief, numbers
from pipeline.compose.texts import inside, items
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import DecisionStage, GoalClass, MeetingStage, Occasion, Progress, Status
from pipeline.wording import NBSP, capital, day, goals_listed, sentence

_NAMED_GOAL = re.compile(r"\s*\(mål\s\d+\)$")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what the board must decide on, and the proposal as an att-sats and as a sentence."""

    question: str
    that: str
    plain: str


def decisions(brief: Brief) -> tuple[Decision, ...]:
    """Return every decision that the input calls for, goals in the order of their numbers."""
    return tuple(
        decision
        for rule in (_of_measures, _of_lost_goals, _of_gaps, _of_open, _of_preliminary)
        for decision in rule(brief)
    )


def proposals(brief: Brief) -> tuple[str, ...]:
    """Return the points of Förslag till beslut: the clerk's own first, then one per decision needed.

    For the ambition dialogue the clerk's own points stand alone where there are any: the dialogue
    itself is the decision.
    """
    own = () if brief.meeting is None else items(brief.meeting.proposal)
    if own and brief.occasion is Occasion.AMBITION:
        return own
    that = brief.source.settings.that_clauses
    drafted = [one.that if that else one.plain for one in decisions(brief)]
    return (*own, *(text for text in dict.fromkeys(drafted) if text not in own))


def _of_measures(brief: Brief) -> Iterator[Decision]:
    for goal in brief.results.goals:
        for one in goal.measures:
            if one.needs_decision and not one.decided_at and one.progress is not Progress.DONE:
                name = f"mål{NBSP}{goal.goal.number}"
                proposal = one.proposal or f"att ta ställning till åtgärden {one.measure} ({name})"
                yield Decision(f"{capital(name)}: {_question(proposal)}", proposal, proposal)


def _question(proposal: str) -> str:
    """Return a proposal as something to decide on, without the goal that is named before it."""
    bare = _NAMED_GOAL.sub("", proposal.rstrip(" ."))
    return f"förslaget {bare}." if bare.startswith("att ") else sentence(bare)


def _of_lost_goals(brief: Brief) -> Iterator[Decision]:
    for goal in brief.results.goals:
        if goal.status not in (Status.NOT_MET, Status.PARTLY) or goal.measures:
            continue
        name = f"mål{NBSP}{goal.goal.number}"
        yield Decision(
            f"{capital(name)}: vilka åtgärder som ska vidtas, eller om ambitionsnivån ska ändras. Åtgärd saknas.",
            f"att ge {inside(brief.department)} i uppdrag att återkomma med förslag till åtgärder för {name}",
            f"{brief.department} får i uppdrag att återkomma med förslag till åtgärder för {name}.",
        )


def _of_gaps(brief: Brief) -> Iterator[Decision]:
    for goal in brief.of_class(GoalClass.STEERING):
        if not goal.indicators:
            yield _indicator_wanted(brief, goal)
        for one in goal.indicators:
            if one.indicator.target is None:
                yield _target_wanted(brief, goal, one)


def _indicator_wanted(brief: Brief, goal: GoalResult) -> Decision:
    name = f"mål{NBSP}{goal.goal.number}"
    return Decision(
        f"{capital(name)}: vilken indikator målet ska mätas med. Indikator saknas.",
        f"att ge {inside(brief.department)} i uppdrag att ta fram förslag till indikator för {name}",
        f"{brief.department} får i uppdrag att ta fram förslag till indikator för {name}.",
    )


def _target_wanted(brief: Brief, goal: GoalResult, one: IndicatorResult) -> Decision:
    name = f"indikatorn {one.indicator.name} (mål{NBSP}{goal.goal.number})"
    return Decision(
        f"Mål{NBSP}{goal.goal.number}: vilket målvärde indikatorn {one.indicator.name} ska ha. Målvärde saknas.",
        f"att ge {inside(brief.department)} i uppdrag att ta fram förslag till målvärde för {name}",
        f"{brief.department} får i uppdrag att ta fram förslag till målvärde för {name}.",
    )


def _of_open(brief: Brief) -> Iterator[Decision]:
    undrafted, unmet = _undecided(brief)
    if undrafted:
        names = goals_listed(numbers(undrafted))
        when = _when(brief)
        yield Decision(
            f"{capital(names)}: vilken ambitionsnivå som ska gälla. {_open_reason(brief, undrafted)}",
            f"att återuppta dialogen om ambitionsnivån för {names}{when}",
            f"Dialogen om ambitionsnivån för {names} återupptas{when}.",
        )
    for goal in unmet:
        name = f"mål{NBSP}{goal.goal.number}"
        yield Decision(
            f"{capital(name)}: annan ambitionsnivå, resurser eller inriktningsmål. {goal.classification.reason}",
            f"att ta ställning till om {name} ska få en annan ambitionsnivå, få resurser eller bli inriktningsmål",
            f"{brief.board} tar ställning till om {name} ska få en annan ambitionsnivå, få resurser eller bli "
            "inriktningsmål.",
        )


def _undecided(brief: Brief) -> tuple[tuple[GoalResult, ...], tuple[GoalResult, ...]]:
    undecided = brief.of_class(GoalClass.UNDECIDED)
    unmet = tuple(goal for goal in undecided if "uppfylls inte" in goal.classification.reason)
    return tuple(goal for goal in undecided if goal not in unmet), unmet


def _open_reason(brief: Brief, goals: tuple[GoalResult, ...]) -> str:
    if all(not one.goal.ambition_level or one.goal.stage is DecisionStage.NOT_DRAFTED for one in goals):
        return f"Ambitionsnivå saknas.{_history(brief, goals)}"
    return " ".join(dict.fromkeys(one.classification.reason for one in goals))


def _when(brief: Brief) -> str:
    if brief.meeting is None or brief.meeting.next_meeting is None:
        return ""
    return f" vid sammanträdet {day(brief.meeting.next_meeting)}"


def _history(brief: Brief, goals: tuple[GoalResult, ...]) -> str:
    if brief.occasion is Occasion.AMBITION:
        return ""
    planned = [
        meeting.next_meeting
        for meeting in brief.source.meetings
        if meeting.occasion is Occasion.AMBITION and meeting.stage is MeetingStage.HELD and meeting.next_meeting
    ]
    if not planned:
        return ""
    pronoun = "Det" if len(goals) == 1 else "De"
    when = day(max(planned), known_year=brief.results.year)
    return f" {pronoun} skulle bearbetas vidare {when}; något beslut därefter finns inte i underlaget."


def _of_preliminary(brief: Brief) -> Iterator[Decision]:
    goals = tuple(goal for goal in brief.results.goals if goal.classification.preliminary)
    if not goals:
        return
    names = goals_listed(numbers(goals))
    noun, verb = ("den preliminära ambitionsnivån", "fastställs")
    if len(goals) > 1:
        noun = "de preliminära ambitionsnivåerna"
    yield Decision(
        f"{capital(names)}: om {noun} ska fastställas.",
        f"att fastställa {noun} för {names}",
        f"{capital(noun)} för {names} {verb}.",
    )
