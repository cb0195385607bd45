"""The protocol's blanks, before the meeting and after it.

Before the meeting there is only Förslag till beslut; nothing that has not happened is printed.
"""

from dataclasses import replace
from typing import TypedDict

from pipeline.blanks import AreaBlank, DecisionPart, GoalBlank, Paragraph, Protocol, Text, VoteRow
from pipeline.compose import sentences
from pipeline.compose.brief import Brief, numbers
from pipeline.compose.front_page import front_page
from pipeline.compose.goals import areas
from pipeline.compose.official import heading, matter_summary, proposal_intro, supporting_documents
from pipeline.compose.page import page
from pipeline.compose.points import parts, proposed
from pipeline.compose.texts import genitive, inside, items, paragraphs
from pipeline.compose.votes import absent_from_vote, vote_rows
from pipeline.model.meetings import Meeting
from pipeline.model.results import GoalResult
from pipeline.model.words import GoalClass, MeetingStage, Occasion
from pipeline.wording import NBSP, capital, day, goals_listed, iso, section

NOT_VERIFIED = "UTKAST – inte justerat"


def protocol(brief: Brief, meeting: Meeting) -> Protocol:
    """Return the blanks of ``protokoll.docx`` for the meeting."""
    held = meeting.stage is MeetingStage.HELD
    number = meeting.registration.replace(" ", NBSP)
    name = f"{heading(brief)} ({number})" if number else heading(brief)
    first, *rest = parts(meeting.decision, meeting.organ) or (NO_DECISION,) if held else proposed(brief)
    return Protocol(
        **page(
            brief,
            _title(meeting),
            _mark(brief, held=held),
        ),
        genomfört=held,
        mötesdatum=iso(meeting.date),
        paragraf=section(meeting.paragraph),
        rubrik=name,
        framsida=front_page(brief, meeting),
        beslut_rubrik="Beslut" if held else "Förslag till beslut",
        beslut_inledning=_decision_intro(brief, meeting, first),
        beslut=first.punkter,
        beslut_fortsättning=tuple(rest),
        sammanfattning=matter_summary(brief),
        programområden=_areas(brief),
        summering=_summing_up(brief, meeting),
        **(_happened(meeting) if held else NOTHING_YET),
        expedieras_till=items(meeting.sent_to),
        beslutsunderlag=supporting_documents(brief),
    )


class _Happened(TypedDict):
    jäv: Text
    yrkanden: Text
    propositionsordning: Text
    omröstning: Text
    röster: tuple[VoteRow, ...]
    frånvarande: str
    reservationer: Text
    omedelbar_justering: Text


NO_DECISION = DecisionPart(inledning="", punkter=())
NOTHING_YET = _Happened(
    jäv=(),
    yrkanden=(),
    propositionsordning=(),
    omröstning=(),
    röster=(),
    frånvarande="",
    reservationer=(),
    omedelbar_justering=(),
)
VERIFIED_AT_ONCE = "Paragrafen är omedelbart justerad."


def _happened(meeting: Meeting) -> _Happened:
    """Return what can only be told of a meeting that has been held."""
    return _Happened(
        jäv=paragraphs(meeting.conflict_of_interest),
        yrkanden=paragraphs(meeting.motions),
        propositionsordning=paragraphs(meeting.proposition_order),
        omröstning=paragraphs(meeting.voting),
        röster=vote_rows(meeting.votes),
        frånvarande=absent_from_vote(meeting.votes),
        reservationer=paragraphs(meeting.reservations),
        omedelbar_justering=_verified_at_once(meeting.immediate_verification),
    )


def _verified_at_once(written: str) -> Text:
    """Return a sentence for a bare ja, nothing for a bare nej, and else what the clerk has written."""
    answer = written.strip(" .").casefold()
    return {"ja": (Paragraph(VERIFIED_AT_ONCE),), "nej": ()}.get(answer, paragraphs(written))


def _title(meeting: Meeting) -> str:
    kind = "Protokoll" if meeting.stage is MeetingStage.HELD else "Protokollsutkast"
    number = section(meeting.paragraph) if meeting.paragraph else ""
    return " ".join(part for part in (kind, meeting.organ, iso(meeting.date), number) if part)


def _mark(brief: Brief, *, held: bool) -> str:
    if not held:
        return NOT_VERIFIED
    return "UTKAST" if brief.draft else ""


def _decision_intro(brief: Brief, meeting: Meeting, first: DecisionPart) -> str:
    """Return the clerk's own lead-in, or one that suits the points."""
    if meeting.stage is not MeetingStage.HELD:
        intro = proposal_intro(meeting, that_clauses=brief.source.settings.that_clauses)
        return f"{genitive(brief.department)} förslag: {first.inledning or intro}".strip()
    if first.inledning or any(point.startswith(meeting.organ) for point in first.punkter[:1]):
        return first.inledning
    return proposal_intro(meeting, that_clauses=all(point.startswith("att ") for point in first.punkter))


def _areas(brief: Brief) -> tuple[AreaBlank, ...]:
    told = [goal for goal in brief.results.goals if _has_something_to_say(brief, goal)]
    return tuple(
        AreaBlank(namn=f"{area.namn}:" if area.namn else "", mål=tuple(_told(brief, goal) for goal in area.mål))
        for area in areas(brief, told)
    )


def _told(brief: Brief, goal: GoalBlank) -> GoalBlank:
    """Keep the ambition level for the dialogue about it, and the forecast for the interim reports."""
    if brief.occasion is Occasion.AMBITION:
        return replace(goal, prognosmening="")
    return replace(goal, styrdokument="", ambitionsnivå=(), innebär=())


def _has_something_to_say(brief: Brief, goal: GoalResult) -> bool:
    if brief.occasion is Occasion.AMBITION:
        return bool(goal.goal.ambition_level)
    return goal.classification.goal_class is not GoalClass.UNDECIDED


def _summing_up(brief: Brief, meeting: Meeting) -> Text:
    ambition = brief.occasion is Occasion.AMBITION
    found = list(sentences.summary_of_classes(brief)) if ambition else [sentences.forecasts(brief), *_the_others(brief)]
    return tuple(Paragraph(text) for text in (" ".join(found), _open_goals(brief, meeting)) if text)


def _the_others(brief: Brief) -> list[str]:
    found = []
    supporting = brief.of_class(GoalClass.SUPPORTING)
    if assessed := numbers(tuple(goal for goal in supporting if sentences.assessed(goal))):
        found.append(f"För {goals_listed(assessed)} redovisas en egen bedömning.")
    if lacking := numbers(tuple(goal for goal in supporting if not sentences.assessed(goal))):
        found.append(f"För {goals_listed(lacking)} saknas en egen bedömning.")
    if directional := numbers(brief.of_class(GoalClass.DIRECTIONAL)):
        found.append(f"{capital(goals_listed(directional))} är inriktningsmål och följs upp genom aktiviteter.")
    return found


def _open_goals(brief: Brief, meeting: Meeting) -> str:
    undecided = numbers(brief.of_class(GoalClass.UNDECIDED))
    if not undecided:
        return ""
    names = goals_listed(undecided)
    if meeting.next_meeting is None or brief.occasion is not Occasion.AMBITION:
        return f"Ambitionsnivån är inte fastställd för {names}."
    when = day(meeting.next_meeting, known_year=brief.results.year if meeting.date is None else meeting.date.year)
    verb = "bearbetas" if meeting.stage is MeetingStage.HELD else "kan bearbetas"
    return f"{capital(names)} {verb} vidare av {inside(meeting.organ)} {when}."
