"""What the board must decide: one point per decision needed, as a question and as a proposal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose.brief import WAYS_OUT, Brief, fails_criteria, lacks_level, numbers
from pipeline.compose.texts import inside, items
from pipeline.model.records import Measure
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, MeetingStage, Occasion, Progress, Status
from pipeline.wording import NBSP, capital, day, goals_listed, listed, sentence

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
    if brief.occasion is Occasion.AMBITION:
        return
    for goal in brief.results.goals:
        for one in goal.measures:
            if one.needs_decision and not one.decided_at and one.progress is not Progress.DONE:
                name = f"mål{NBSP}{goal.goal.number}"
                written = [Decision(f"{capital(name)}: {_question(text)}", text, text) for text in items(one.proposal)]
                yield from written or [_of_measure(brief, one, name)]


def _of_measure(brief: Brief, one: Measure, name: str) -> Decision:
    cost = f" Kostnad: {sentence(one.cost)}" if one.cost else ""
    return Decision(
        f"{capital(name)}: om åtgärden ”{one.measure}” ska genomföras.{cost}",
        f"att ta ställning till åtgärden ”{one.measure}” ({name})",
        f"{brief.board} tar ställning till åtgärden ”{one.measure}” ({name}).",
    )


def _question(proposal: str) -> str:
    """Return a proposal as something to decide on, without the goal that is named before it."""
    bare = _NAMED_GOAL.sub("", proposal.rstrip(" ."))
    return f"förslaget {bare}." if bare.startswith("att ") else sentence(bare)


def _of_lost_goals(brief: Brief) -> Iterator[Decision]:
    lost = [one for one in brief.results.goals if one.status in (Status.NOT_MET, Status.PARTLY) and not one.measures]
    if not lost:
        return
    names, several = goals_listed(numbers(lost)), len(lost) > 1
    level, missing = ("ambitionsnivåerna", "Åtgärder") if several else ("ambitionsnivån", "Åtgärd")
    yield Decision(
        f"{capital(names)}: vilka åtgärder som ska vidtas, eller om {level} ska ändras. {missing} saknas.",
        f"att ge {inside(brief.department)} i uppdrag att återkomma med förslag till åtgärder för {names}",
        f"{brief.department} får i uppdrag att återkomma med förslag till åtgärder för {names}.",
    )


def _of_gaps(brief: Brief) -> Iterator[Decision]:
    steering = brief.of_class(GoalClass.STEERING)
    if bare := tuple(goal for goal in steering if not goal.indicators):
        yield _indicators_wanted(brief, bare)
    if found := [(goal, one) for goal in steering for one in goal.indicators if one.indicator.target is None]:
        yield _targets_wanted(brief, found)


def _indicators_wanted(brief: Brief, goals: tuple[GoalResult, ...]) -> Decision:
    names, noun = goals_listed(numbers(goals)), "målet" if len(goals) == 1 else "målen"
    return Decision(
        f"{capital(names)}: vilka indikatorer {noun} ska mätas med. Indikatorer saknas.",
        f"att ge {inside(brief.department)} i uppdrag att ta fram förslag till indikatorer för {names}",
        f"{brief.department} får i uppdrag att ta fram förslag till indikatorer för {names}.",
    )


def _targets_wanted(brief: Brief, found: Sequence[tuple[GoalResult, IndicatorResult]]) -> Decision:
    goals = goals_listed(sorted({goal.goal.number for goal, _ in found}))
    if len(found) == 1:
        what, target = f"indikatorn {_of_their_goals(found)}", "målvärde"
        question = f"vilket målvärde indikatorn {found[0][1].indicator.name} ska ha. Målvärde saknas."
    else:
        what, target = f"indikatorerna {_of_their_goals(found)}", "målvärden"
        one_goal = len({goal.goal.number for goal, _ in found}) == 1
        named = listed([one.indicator.name for _, one in found]) if one_goal else _of_their_goals(found)
        question = f"vilka målvärden indikatorerna {named} ska ha. Målvärden saknas."
    return Decision(
        f"{capital(goals)}: {question}",
        f"att ge {inside(brief.department)} i uppdrag att ta fram förslag till {target} för {what}",
        f"{brief.department} får i uppdrag att ta fram förslag till {target} för {what}.",
    )


def _of_their_goals(found: Sequence[tuple[GoalResult, IndicatorResult]]) -> str:
    """List the indicators, with each goal once: ``Sjuktal och Skolval (mål 1)``."""
    named: dict[int, list[str]] = {}
    for goal, one in found:
        named.setdefault(goal.goal.number, []).append(one.indicator.name)
    return listed([f"{listed(names)} (mål{NBSP}{number})" for number, names in named.items()])


def _of_open(brief: Brief) -> Iterator[Decision]:
    undecided = brief.of_class(GoalClass.UNDECIDED)
    undrafted = tuple(goal for goal in undecided if lacks_level(goal))
    if undrafted:
        names = goals_listed(numbers(undrafted))
        when = _when(brief)
        yield Decision(
            f"{capital(names)}: vilken ambitionsnivå som ska gälla. Ambitionsnivå saknas.{_history(brief, undrafted)}",
            f"att återuppta dialogen om ambitionsnivån för {names}{when}",
            f"Dialogen om ambitionsnivån för {names} återupptas{when}.",
        )
    alike: dict[tuple[bool, str], list[GoalResult]] = {}
    for goal in undecided:
        if not lacks_level(goal):
            alike.setdefault((fails_criteria(goal), goal.classification.reason), []).append(goal)
    yield from (_of_criteria(brief, goals) for goals in alike.values())


def _of_criteria(brief: Brief, goals: Sequence[GoalResult]) -> Decision:
    """Ask how goals with an ambition level are to meet the criteria, or whether they do; all for the same reason."""
    names, noun = goals_listed(numbers(goals)), "målet" if len(goals) == 1 else "målen"
    open_ = WAYS_OUT if fails_criteria(goals[0]) else "om {} uppfyller kriterierna"
    return Decision(
        f"{capital(names)}: {open_.format(noun)}. {goals[0].classification.reason}",
        f"att ta ställning till {open_.format(names)}",
        f"{brief.board} tar ställning till {open_.format(names)}.",
    )


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
    ahead = brief.date is not None and max(planned) > brief.date
    when = day(max(planned), known_year=brief.results.year)
    if ahead:
        return f" {pronoun} ska bearbetas vidare {when}."
    return f" {pronoun} skulle bearbetas vidare {when}; något beslut därefter finns inte i underlaget."


def _of_preliminary(brief: Brief) -> Iterator[Decision]:
    goals = brief.preliminary()
    if not goals:
        return
    names = goals_listed(numbers(goals))
    noun = "den preliminära ambitionsnivån" if len(goals) == 1 else "de preliminära ambitionsnivåerna"
    yield Decision(
        f"{capital(names)}: om {noun} ska fastställas.",
        f"att fastställa {noun} för {names}",
        f"{capital(noun)} för {names} fastställs.",
    )
