"""What a meeting must say before a protocol can be written, and what the run itself needs."""

from pipeline.check.case import Case
from pipeline.model.meetings import Meeting
from pipeline.model.words import DecisionForm, MeetingStage, Occasion
from pipeline.problems import Place, Problems
from pipeline.wording import iso

_ALWAYS = (("Tillfälle", "occasion"), ("Läge", "stage"), ("Organ", "organ"), ("Ärende", "heading"))
_HELD = (("Datum", "date"), ("Paragraf", "paragraph"), ("Beslut", "decision"))
_IN_TURN = (
    ("Datum", "date", "Justeras senast", "verify_by"),
    ("Datum", "date", "Justerad", "verified"),
)


def meetings_are_filled_in(case: Case, problems: Problems) -> None:
    """Every meeting says when, who and what; one that has been held also says what was decided."""
    for meeting in case.source.meetings:
        for heading, field in _ALWAYS:
            if getattr(meeting, field) in (None, ""):
                choice = " Välj inför eller genomfört." if heading == "Läge" else " Fyll i det."
                _missing(meeting, heading, f"{heading} är tomt för mötet.{choice}", problems)
        if meeting.stage is MeetingStage.HELD:
            for heading, field in _HELD:
                if getattr(meeting, field) in (None, ""):
                    text = f"mötet är genomfört men {heading} är tomt. Fyll i det, eller ändra Läge till inför."
                    _missing(meeting, heading, text, problems)


def proposals_go_somewhere(case: Case, problems: Problems) -> None:
    """An organ that proposes names the organ that decides."""
    for meeting in case.source.meetings:
        if meeting.form is DecisionForm.PROPOSES and not meeting.to:
            text = (
                "Beslutsform är föreslår men Till är tomt. Skriv det organ som beslutar, till exempel Kommunstyrelsen."
            )
            _missing(meeting, "Till", text, problems)


def dates_come_in_order(case: Case, problems: Problems) -> None:
    """The tjänsteskrivelse precedes the meeting, and the meeting precedes the next one."""
    for meeting in case.source.meetings:
        if meeting.date and meeting.dated and meeting.dated > meeting.date:
            text = f"tjänsteskrivelsen är daterad {iso(meeting.dated)}, efter mötet {iso(meeting.date)}. Rätta datumet."
            problems.remark(meeting.at("Tjänsteskrivelse daterad"), text)
        if meeting.date and meeting.next_meeting and meeting.next_meeting <= meeting.date:
            text = f"Nästa möte {iso(meeting.next_meeting)} ligger inte efter mötet {iso(meeting.date)}. Rätta datumet."
            problems.fault(meeting.at("Nästa möte"), text)


def verification_follows_the_meeting(case: Case, problems: Problems) -> None:
    """A protocol is verified (justerat) after its meeting."""
    for meeting in case.source.meetings:
        for before, first, after, then in _IN_TURN:
            earlier, later = getattr(meeting, first), getattr(meeting, then)
            if earlier and later and later < earlier:
                text = f"{after} {iso(later)} ligger före {before} {iso(earlier)}. Rätta datumet."
                problems.remark(meeting.at(after), text)


def meetings_are_held_in_the_year(case: Case, problems: Problems) -> None:
    """A report is dealt with in its year; the dialogue may be held the autumn before, the year's follow-up after it."""
    year = case.source.settings.year
    for meeting in case.source.meetings:
        if year is None or meeting.date is None or meeting.occasion is None:
            continue
        early = 1 if meeting.occasion is Occasion.AMBITION else 0
        late = 1 if meeting.occasion is Occasion.ANNUAL else 0
        if not year - early <= meeting.date.year <= year + late:
            text = f"mötet är {iso(meeting.date)} men målen gäller {year}. Rätta datumet, eller året i Inställningar."
            problems.remark(meeting.at("Datum"), text)


def the_year_is_known(case: Case, problems: Problems) -> None:
    """The documents cannot be written without a year."""
    settings = case.source.settings
    if settings.year is not None or not case.source.goals:
        return
    place = settings.places.get("år", Place(case.source.goals[0].place.file, "Inställningar"))
    if not problems.fault_at(place):
        problems.fault(place, "år saknas. Skriv år i bladet Inställningar, till exempel 2019, eller kör med --year.")


def the_occasion_has_a_meeting(case: Case, problems: Problems) -> None:
    """Without a meeting of the occasion there is no protocol to write; the year's follow-up has none."""
    if case.occasion in (None, Occasion.ANNUAL) or not case.source.goals:
        return
    if all(meeting.occasion not in (None, case.occasion) for meeting in case.source.meetings):
        place = Place(case.source.goals[0].place.file, "Möten")
        text = (
            f"inget möte har Tillfälle {case.occasion.value}: inget protokoll skrivs. "
            "Lägg till en kolumn för mötet om det ska finnas ett."
        )
        problems.remark(place, text)


def _missing(meeting: Meeting, heading: str, text: str, problems: Problems) -> None:
    if heading not in meeting.places:
        lost = f"uppgiften {heading} saknas för mötet. Skriv {heading} på en rad i den första kolumnen och fyll i den."
        problems.fault(meeting.place, lost)
    elif not problems.fault_at(meeting.at(heading)):
        problems.fault(meeting.at(heading), text)


RULES = (
    meetings_are_filled_in,
    proposals_go_somewhere,
    dates_come_in_order,
    verification_follows_the_meeting,
    meetings_are_held_in_the_year,
    the_year_is_known,
    the_occasion_has_a_meeting,
)
