"""The protocol's blanks, before the meeting and after it.

Before the meeting there is only Förslag till beslut; nothing that has not happened is printed.
"""

from dataclasses import replace
from typing import TypedDict

from pipeline.blanks import AreaBlank, FrontPage, GoalBlank, Paragraph, Protocol, Text
from pipeline.compose import sentences
from pipeline.compose.brief import Brief, numbers
from pipeline.compose.decisions import proposals
from pipeline.compose.goals import areas
from pipeline.compose.official import heading, matter_summary, proposal_intro, supporting_documents
from pipeline.compose.page import page
from pipeline.compose.texts import genitive, inside, items, paragraphs
from pipeline.model.records import Attendance, Meeting
from pipeline.model.results import GoalResult
from pipeline.model.words import GoalClass, MeetingStage, Occasion, Role
from pipeline.wording import capital, day, goals_listed, iso, section

NOT_VERIFIED = "UTKAST – inte justerat"


def protocol(brief: Brief, meeting: Meeting) -> Protocol:
    """Return the blanks of ``protokoll.docx`` for the meeting."""
    held = meeting.stage is MeetingStage.HELD
    name = f"{heading(brief)} ({meeting.registration})" if meeting.registration else heading(brief)
    return Protocol(
        **page(
            brief,
            f"Protokoll {meeting.organ} {iso(meeting.date)} {section(meeting.paragraph)}",
            _mark(brief, held=held),
        ),
        genomfört=held,
        mötesdatum=iso(meeting.date),
        paragraf=section(meeting.paragraph),
        rubrik=name,
        framsida=_front_page(brief, meeting),
        beslut_rubrik="Beslut" if held else "Förslag till beslut",
        beslut_inledning=_decision_intro(brief, meeting),
        beslut=items(meeting.decision) if held else proposals(brief),
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
    röster: Text
    reservationer: Text
    omedelbar_justering: Text


NOTHING_YET = _Happened(
    jäv=(), yrkanden=(), propositionsordning=(), omröstning=(), röster=(), reservationer=(), omedelbar_justering=()
)


def _happened(meeting: Meeting) -> _Happened:
    """Return what can only be told of a meeting that has been held."""
    return _Happened(
        jäv=paragraphs(meeting.conflict_of_interest),
        yrkanden=paragraphs(meeting.motions),
        propositionsordning=paragraphs(meeting.proposition_order),
        omröstning=paragraphs(meeting.voting),
        röster=paragraphs(meeting.votes),
        reservationer=paragraphs(meeting.reservations),
        omedelbar_justering=paragraphs(meeting.immediate_verification),
    )


def _mark(brief: Brief, *, held: bool) -> str:
    if not held:
        return NOT_VERIFIED
    return "UTKAST" if brief.draft else ""


def _decision_intro(brief: Brief, meeting: Meeting) -> str:
    if meeting.stage is not MeetingStage.HELD:
        return f"{genitive(brief.department)} förslag: {proposal_intro(meeting)}"
    if items(meeting.decision)[:1] and items(meeting.decision)[0].startswith(meeting.organ):
        return ""
    return proposal_intro(meeting)


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
    if supporting := numbers(brief.of_class(GoalClass.SUPPORTING)):
        found.append(f"För {goals_listed(supporting)} redovisas en egen bedömning.")
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
    return f"{capital(names)} bearbetas vidare av {inside(meeting.organ)} {when}."


def _front_page(brief: Brief, meeting: Meeting) -> FrontPage | None:
    present = [one for one in brief.source.attendances if meeting.date is not None and one.date == meeting.date]
    if not present or meeting.stage is not MeetingStage.HELD:
        return None
    return FrontPage(
        plats_och_tid=", ".join(part for part in (meeting.venue, meeting.time) if part),
        beslutande=tuple(_deciding(one) for one in present if one.role is Role.DECIDING),
        ersättare=tuple(_person(one) for one in present if one.role is Role.SUBSTITUTE),
        övriga=tuple(_person(one) for one in present if one.role in (Role.OTHER, None)),
        justerare=meeting.verifier,
        justeras_senast=iso(meeting.verify_by),
        paragrafer=section(meeting.paragraph),
        ordförande=meeting.chair,
        sekreterare=meeting.secretary,
    )


def _deciding(one: Attendance) -> str:
    if one.serves_for:
        return f"{_named(one)} ersätter {one.serves_for}{_part_of(one)}"
    return _person(one)


def _person(one: Attendance) -> str:
    return f"{_named(one)}{_part_of(one)}"


def _named(one: Attendance) -> str:
    return f"{one.name} ({one.party})" if one.party else one.name


def _part_of(one: Attendance) -> str:
    return f", {one.paragraphs}" if one.paragraphs else ""
