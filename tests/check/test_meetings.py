import datetime as dt
from dataclasses import replace

import pytest

from pipeline.check.meetings import (
    dates_come_in_order,
    meetings_are_filled_in,
    meetings_are_held_in_the_year,
    proposals_go_somewhere,
    the_occasion_has_a_meeting,
    the_year_is_known,
    verification_follows_the_meeting,
)
from pipeline.model.meetings import Meeting
from pipeline.model.words import DecisionForm, MeetingStage, Occasion
from pipeline.problems import Place, Problem
from tests.cases import FILE, goal, meeting, settings
from tests.check.trial import Trial, case

ONE = goal(1)
MAY, JUNE = dt.date(2019, 5, 22), dt.date(2019, 6, 5)
HELD = meeting(stage=MeetingStage.HELD, paragraph="95", decision="att godkänna rapporten")
BAD_SETTING = Problem(Place(FILE, "Inställningar", 6, 2), "”tjugonitton” är inget årtal")


def without_row(one: Meeting, heading: str) -> Meeting:
    """Return the meeting as it is read where the sheet has no row with the heading."""
    return replace(one, places={name: place for name, place in one.places.items() if name != heading})


TRIALS = {
    "a meeting in another year": Trial(
        meetings_are_held_in_the_year,
        case(goals=(ONE,), meetings=(meeting(date=dt.date(2018, 5, 22)),)),
        (
            (
                "mål.xlsx, blad Möten, cell B5: anmärkning: mötet är 2018-05-22 men målen gäller 2019. "
                "Rätta datumet, eller året i Inställningar."
            ),
        ),
    ),
    "a dialogue the autumn before": Trial(
        meetings_are_held_in_the_year,
        case(goals=(ONE,), meetings=(meeting(Occasion.AMBITION, date=dt.date(2018, 11, 21)),)),
    ),
    "a meeting ahead and one that has been held": Trial(
        meetings_are_filled_in, case(meetings=(meeting(date=None), HELD))
    ),
    "a meeting of which little is known": Trial(
        meetings_are_filled_in,
        case(meetings=(meeting(None, stage=None, organ="", heading=""),)),
        (
            "mål.xlsx, blad Möten, cell B1: Tillfälle är tomt för mötet. Fyll i det.",
            "mål.xlsx, blad Möten, cell B2: Läge är tomt för mötet. Välj inför eller genomfört.",
            "mål.xlsx, blad Möten, cell B3: Organ är tomt för mötet. Fyll i det.",
            "mål.xlsx, blad Möten, cell B7: Ärende är tomt för mötet. Fyll i det.",
        ),
    ),
    "a meeting that has been held without a trace": Trial(
        meetings_are_filled_in,
        case(meetings=(meeting(stage=MeetingStage.HELD, date=None, column=4),)),
        (
            (
                "mål.xlsx, blad Möten, cell D5: mötet är genomfört men Datum är tomt. "
                "Fyll i det, eller ändra Läge till inför."
            ),
            (
                "mål.xlsx, blad Möten, cell D6: mötet är genomfört men Paragraf är tomt. "
                "Fyll i det, eller ändra Läge till inför."
            ),
            (
                "mål.xlsx, blad Möten, cell D19: mötet är genomfört men Beslut är tomt. "
                "Fyll i det, eller ändra Läge till inför."
            ),
        ),
    ),
    "a date that could not be read": Trial(
        meetings_are_filled_in,
        case(meetings=(replace(HELD, date=None),)),
        before=(Problem(HELD.at("Datum"), "”31 april” finns inte: menar du 30 april?"),),
    ),
    "a sheet without the row Organ": Trial(
        meetings_are_filled_in,
        case(meetings=(without_row(meeting(organ=""), "Organ"),)),
        (
            (
                "mål.xlsx, blad Möten, kolumn B: uppgiften Organ saknas för mötet. "
                "Skriv Organ på en rad i den första kolumnen och fyll i den."
            ),
        ),
    ),
    "a decision, and a proposal to the board": Trial(
        proposals_go_somewhere,
        case(meetings=(meeting(), meeting(form=DecisionForm.PROPOSES, to="Kommunstyrelsen"))),
    ),
    "a proposal to nobody": Trial(
        proposals_go_somewhere,
        case(meetings=(meeting(form=DecisionForm.PROPOSES),)),
        (
            (
                "mål.xlsx, blad Möten, cell B10: Beslutsform är föreslår men Till är tomt. "
                "Skriv det organ som beslutar, till exempel Kommunstyrelsen."
            ),
        ),
    ),
    "dates in order, on the same day, and none": Trial(
        dates_come_in_order,
        case(
            meetings=(
                meeting(date=MAY, next_meeting=JUNE),
                meeting(date=MAY, dated=MAY),
                meeting(date=None, next_meeting=MAY),
            )
        ),
    ),
    "dates out of order": Trial(
        dates_come_in_order,
        case(meetings=(meeting(date=MAY, dated=JUNE, next_meeting=MAY),)),
        (
            (
                "mål.xlsx, blad Möten, cell B12: anmärkning: tjänsteskrivelsen är daterad 2019-06-05, "
                "efter mötet 2019-05-22. Rätta datumet."
            ),
            "mål.xlsx, blad Möten, cell B15: Nästa möte 2019-05-22 ligger inte efter mötet 2019-05-22. Rätta datumet.",
        ),
    ),
    "verified at once": Trial(
        verification_follows_the_meeting,
        case(meetings=(meeting(date=MAY, verify_by=JUNE, verified=MAY), meeting(posted=MAY))),
    ),
    "verified before the meeting": Trial(
        verification_follows_the_meeting,
        case(meetings=(meeting(date=JUNE, verify_by=MAY, verified=MAY),)),
        (
            (
                "mål.xlsx, blad Möten, cell B38: anmärkning: Justeras senast 2019-05-22 ligger före Datum 2019-06-05. "
                "Rätta datumet."
            ),
            (
                "mål.xlsx, blad Möten, cell B39: anmärkning: Justerad 2019-05-22 ligger före Datum 2019-06-05. "
                "Rätta datumet."
            ),
        ),
    ),
    "a year": Trial(the_year_is_known, case(goals=(ONE,))),
    "no year": Trial(
        the_year_is_known,
        case(goals=(ONE,), settings=settings(year=None)),
        (
            (
                "mål.xlsx, blad Inställningar: år saknas. Skriv år i bladet Inställningar, till exempel 2019, "
                "eller kör med --year."
            ),
        ),
    ),
    "a year that could not be read": Trial(
        the_year_is_known,
        case(goals=(ONE,), settings=settings(year=None, places={"år": BAD_SETTING.place})),
        before=(BAD_SETTING,),
    ),
    "a bad setting beside a blank year": Trial(
        the_year_is_known,
        case(goals=(ONE,), settings=settings(year=None, places={"år": Place(FILE, "Inställningar", 2, 2)})),
        (
            (
                "mål.xlsx, blad Inställningar, cell B2: år saknas. Skriv år i bladet Inställningar, "
                "till exempel 2019, eller kör med --year."
            ),
        ),
        before=(BAD_SETTING,),
    ),
    "no year and nothing that needs one": Trial(the_year_is_known, case(settings=settings(year=None))),
    "a meeting of the occasion": Trial(
        the_occasion_has_a_meeting,
        case(Occasion.APRIL, goals=(ONE,), meetings=(meeting(Occasion.AUGUST), meeting(Occasion.APRIL))),
    ),
    "no meeting of the occasion": Trial(
        the_occasion_has_a_meeting,
        case(Occasion.AUGUST, goals=(ONE,), meetings=(meeting(Occasion.APRIL),)),
        (
            (
                "mål.xlsx, blad Möten: anmärkning: inget möte har Tillfälle augusti: inget protokoll skrivs. "
                "Lägg till en kolumn för mötet om det ska finnas ett."
            ),
        ),
    ),
    "no meetings at all": Trial(
        the_occasion_has_a_meeting,
        case(Occasion.AMBITION, goals=(ONE,)),
        (
            (
                "mål.xlsx, blad Möten: anmärkning: inget möte har Tillfälle ambitionsnivå: inget protokoll skrivs. "
                "Lägg till en kolumn för mötet om det ska finnas ett."
            ),
        ),
    ),
    "a meeting that may be of the occasion": Trial(
        the_occasion_has_a_meeting, case(Occasion.AUGUST, goals=(ONE,), meetings=(meeting(None),))
    ),
    "no meeting is missed when only checking": Trial(the_occasion_has_a_meeting, case(goals=(ONE,))),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_meeting_says_what_its_protocol_needs(trial: Trial) -> None:
    assert trial.told() == trial.lines
