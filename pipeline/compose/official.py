"""The tjänsteskrivelse's blanks."""

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.blanks import OfficialReport, Paragraph, Text
from pipeline.compose import dialogue, goals, interim, sentences
from pipeline.compose.brief import Brief
from pipeline.compose.page import page
from pipeline.compose.points import proposed
from pipeline.compose.texts import genitive, inside, items, paragraphs
from pipeline.model.meetings import Meeting
from pipeline.model.results import GoalResult
from pipeline.model.words import DecisionForm, GoalClass, Occasion
from pipeline.problems import Place
from pipeline.wording import NBSP, day, iso

NO_MEETING = Meeting(place=Place(""), places={}, occasion=None)
LAW = (
    "Enligt 11\N{NO-BREAK SPACE}kap. 16\N{NO-BREAK SPACE}§ kommunallagen ska styrelsen inom två månader efter "
    "rapportperiodens slut överlämna delårsrapporten till fullmäktige och till revisorerna. För rapporten per {until} "
    "är sista dagen {last}."
)


def heading(brief: Brief) -> str:
    """Return what the matter is called: as in the meeting's column, or as the report is."""
    if brief.meeting is not None and brief.meeting.heading:
        return brief.meeting.heading
    return dialogue.title(brief) if brief.occasion is Occasion.AMBITION else interim.title(brief)


def official_report(brief: Brief) -> OfficialReport:
    """Return the blanks of ``tjansteskrivelse.docx``."""
    meeting = brief.meeting or NO_MEETING
    first, *rest = proposed(brief)
    intro = proposal_intro(meeting, that_clauses=brief.source.settings.that_clauses)
    return OfficialReport(
        **page(brief, heading(brief)),
        handläggare=meeting.official,
        mottagare=meeting.recipient or meeting.organ,
        chef=meeting.manager,
        rubrik=heading(brief),
        förslag_inledning=first.inledning or intro,
        förslag=first.punkter,
        förslag_fortsättning=tuple(rest),
        sammanfattning=matter_summary(brief),
        ärendebeskrivning=(*paragraphs(meeting.background), *_law(brief)),
        bedömning=_assessment(brief, meeting),
        ekonomiska_konsekvenser=paragraphs(meeting.economy),
        övriga_konsekvenser=paragraphs(meeting.consequences),
        beslutsunderlag=supporting_documents(brief),
        expedieras_till=items(meeting.sent_to),
    )


def proposal_intro(meeting: Meeting, *, that_clauses: bool = True) -> str:
    """Return who is proposed to decide: "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta".

    Points that are whole sentences, not att-satser, stand after a colon.
    """
    if not meeting.organ:
        return ""
    if meeting.form is DecisionForm.PROPOSES:
        words = f"{meeting.organ} föreslår {inside(meeting.to)} besluta"
    else:
        words = f"{meeting.organ} beslutar"
    return words if that_clauses else f"{words} följande:"


def matter_summary(brief: Brief) -> Text:
    """Return the matter's summary: the clerk's, or failing that the report's two sentences."""
    if brief.meeting is not None and brief.meeting.summary:
        return paragraphs(brief.meeting.summary)
    return interim.summary(brief) if brief.occasion is not Occasion.AMBITION else paragraphs(sentences.classes(brief))


def _law(brief: Brief) -> Text:
    """Return what the law asks of the municipal executive board in August; it asks nothing of a committee."""
    until = brief.results.as_of
    of_a_committee = not inside(brief.source.settings.organ or "kommunstyrelsen").startswith("kommunstyrelse")
    if brief.occasion is not Occasion.AUGUST or until is None or of_a_committee:
        return ()
    return paragraphs(LAW.format(until=day(until), last=day(until.replace(month=until.month + 2))))


def _assessment(brief: Brief, meeting: Meeting) -> Text:
    own = paragraphs(meeting.assessment)
    if brief.occasion is Occasion.AMBITION:
        return own
    already_said = interim.summary(brief) == matter_summary(brief)
    return (*(() if already_said else interim.summary(brief)), *_goal_lines(brief), *own)


def _goal_lines(brief: Brief) -> Text:
    told = [goal for goal in brief.results.goals if goal.classification.goal_class is not GoalClass.UNDECIDED]
    return tuple(
        Paragraph(
            f"{goals.heading(goal.goal)} ({goal.classification.goal_class.value}). {_forecast(goal)}",
            "punkt",
        )
        for goal in told
    )


def _forecast(goal: GoalResult) -> str:
    """Return the goal's forecast after its class: what it is need not be said again."""
    directional = goal.classification.goal_class is GoalClass.DIRECTIONAL
    return "Ingen prognos redovisas." if directional else sentences.goal_forecast(goal)


def supporting_documents(brief: Brief) -> tuple[str, ...]:
    """Return the documents behind the decision, the tjänsteskrivelse itself first, each dated where it can be."""
    given = () if brief.meeting is None else items(brief.meeting.supporting_documents)
    letter = _named(given, "tjänsteskrivelse", re.escape(iso(brief.date)))
    own = [letter or f"{genitive(brief.department)} tjänsteskrivelse {iso(brief.date)}".strip()]
    if (until := brief.results.as_of) is not None:
        dated = (interim.title(brief), iso(brief.date))
        own.append(_named(given, "delårsrapport", _day_of(until)) or ", ".join(filter(None, dated)))
    return (*own, *(item for item in given if item not in own))


def _named(given: Sequence[str], kind: str, when: str) -> str:
    """Return the clerk's own line for the document, or nothing where it is not listed."""
    return next((item for item in given if kind in item.casefold() and re.search(when, item.casefold())), "")


def _day_of(until: dt.date) -> str:
    """Return a pattern for the day, with its year or without one: a report of another year is another report."""
    bare = day(until, known_year=until.year).removeprefix("den ").replace(NBSP, r"\s")
    return rf"{bare}(\s{until.year}|(?!\s\d))"
