"""The tjänsteskrivelse's blanks."""

from pipeline.blanks import OfficialReport, Paragraph, Text
from pipeline.compose import dialogue, goals, interim, sentences
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import proposals
from pipeline.compose.page import page
from pipeline.compose.texts import genitive, inside, items, paragraphs
from pipeline.model.records import Meeting
from pipeline.model.words import DecisionForm, GoalClass, Occasion
from pipeline.problems import Place
from pipeline.wording import day, iso

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
    return OfficialReport(
        **page(brief, heading(brief)),
        handläggare=meeting.official,
        mottagare=meeting.recipient or meeting.organ,
        chef=meeting.manager,
        rubrik=heading(brief),
        förslag_inledning=proposal_intro(meeting),
        förslag=proposals(brief),
        sammanfattning=matter_summary(brief),
        ärendebeskrivning=(*paragraphs(meeting.background), *_law(brief)),
        bedömning=_assessment(brief, meeting),
        ekonomiska_konsekvenser=paragraphs(meeting.economy),
        övriga_konsekvenser=paragraphs(meeting.consequences),
        beslutsunderlag=supporting_documents(brief),
        expedieras_till=items(meeting.sent_to),
    )


def proposal_intro(meeting: Meeting) -> str:
    """Return who is proposed to decide: "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta"."""
    if not meeting.organ:
        return ""
    if meeting.form is DecisionForm.PROPOSES:
        return f"{meeting.organ} föreslår {inside(meeting.to)} besluta"
    return f"{meeting.organ} beslutar"


def matter_summary(brief: Brief) -> Text:
    """Return the matter's summary: the clerk's, or failing that the report's two sentences."""
    if brief.meeting is not None and brief.meeting.summary:
        return paragraphs(brief.meeting.summary)
    return interim.summary(brief) if brief.occasion is not Occasion.AMBITION else paragraphs(sentences.classes(brief))


def _law(brief: Brief) -> Text:
    until = brief.results.as_of
    if brief.occasion is not Occasion.AUGUST or until is None:
        return ()
    return paragraphs(LAW.format(until=day(until), last=day(until.replace(month=until.month + 2))))


def _assessment(brief: Brief, meeting: Meeting) -> Text:
    derived: Text = ()
    if brief.occasion is not Occasion.AMBITION:
        derived = (*interim.summary(brief), *_goal_lines(brief))
    return (*derived, *paragraphs(meeting.assessment))


def _goal_lines(brief: Brief) -> Text:
    found = (*brief.of_class(GoalClass.STEERING), *brief.of_class(GoalClass.SUPPORTING))
    ordered = sorted(found, key=lambda goal: goal.goal.number)
    return tuple(
        Paragraph(
            f"{goals.heading(goal.goal)} ({goal.classification.goal_class.value}). {sentences.goal_forecast(goal)}",
            "punkt",
        )
        for goal in ordered
    )


def supporting_documents(brief: Brief) -> tuple[str, ...]:
    """Return the documents behind the decision, the tjänsteskrivelse itself first, each dated where it can be."""
    given = () if brief.meeting is None else items(brief.meeting.supporting_documents)
    found = list(given)
    if not any("tjänsteskrivelse" in item.casefold() for item in given):
        found.insert(0, f"{genitive(brief.department)} tjänsteskrivelse {iso(brief.date)}".strip())
    if brief.occasion is not Occasion.AMBITION and not any("delårsrapport" in item.casefold() for item in given):
        found.insert(1, ", ".join(part for part in (interim.title(brief), iso(brief.date)) if part))
    return tuple(found)
