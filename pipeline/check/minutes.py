"""The minutes' formalities: who verifies, when, when that is announced, and who was there."""

import re
from collections.abc import Sequence
from datetime import timedelta

from pipeline.check.case import Case, tell
from pipeline.check.votes import attendance_is_lost, members_known
from pipeline.model.deadlines import announced_by, verified_by
from pipeline.model.meetings import Attendance
from pipeline.model.people import decides, people_in, person_in, person_of
from pipeline.model.words import MeetingStage
from pipeline.problems import Problems, quoted
from pipeline.wording import iso, listed

_DIGIT = re.compile(r"\d")
_VERIFICATION, _NOTICE = timedelta(days=14), timedelta(days=2)


def verifiers_were_present(case: Case, problems: Problems) -> None:
    """Whoever verifies the minutes took part in deciding the paragraph."""
    for meeting in case.source.meetings:
        members = members_known(meeting, case)
        absent = [str(one) for one in people_in(meeting.verifier) if not any(one.is_same(member) for member in members)]
        if members and absent:
            text = (
                f"{listed(absent)} står inte som beslutande i bladet Närvaro för {iso(meeting.date)}. "
                "Bara den som har deltagit kan justera: rätta Justerare eller Närvaro."
            )
            tell(meeting.at("Justerare"), text, problems, unsure=attendance_is_lost(case, problems))


def verification_is_in_time(case: Case, problems: Problems) -> None:
    """Minutes are verified within fourteen days; what has happened already cannot be mended, and is told."""
    for meeting in case.source.meetings:
        if meeting.date is None:
            continue
        late = [one for one in (meeting.verify_by, meeting.verified) if one and one > meeting.date + _VERIFICATION]
        last = verified_by(meeting.date) if late else meeting.date
        if meeting.verify_by in late and meeting.verify_by > last:
            text = (
                f"Justeras senast {iso(meeting.verify_by)} är mer än 14 dagar efter mötet {iso(meeting.date)}. "
                f"Skriv {iso(last)} eller tidigare."
            )
            problems.fault(meeting.at("Justeras senast"), text)
        if meeting.verified in late and meeting.verified > last:
            text = (
                f"protokollet justerades {iso(meeting.verified)}, mer än 14 dagar efter mötet {iso(meeting.date)}. "
                f"Sista dag var {iso(last)}. Rätta datumet om det är fel."
            )
            problems.remark(meeting.at("Justerad"), text)


def the_notice_follows_verification(case: Case, problems: Problems) -> None:
    """The verification is announced after it is done, and no later than the second day."""
    for meeting in case.source.meetings:
        done, posted = meeting.verified, meeting.posted
        if done is None or posted is None:
            continue
        if posted < done:
            text = f"Anslaget {iso(posted)} ligger före Justerad {iso(done)}. Rätta datumet."
            problems.fault(meeting.at("Anslaget"), text)
        elif posted > done + _NOTICE and posted > (last := announced_by(done)):
            text = (
                f"justeringen anslogs {iso(posted)}, senare än andra dagen efter Justerad {iso(done)}. "
                f"Sista dag var {iso(last)}. Rätta datumet om det är fel."
            )
            problems.remark(meeting.at("Anslaget"), text)


def the_notice_has_its_dates(case: Case, problems: Problems) -> None:
    """Where the setting asks for the proof of the notice, a held meeting has the dates to print in it."""
    for meeting in case.source.meetings if case.source.settings.notice else ():
        for heading, value in (("Justerad", meeting.verified), ("Anslaget", meeting.posted)):
            cell = meeting.at(heading)
            if meeting.stage is MeetingStage.HELD and value is None and not problems.fault_at(cell):
                text = f"{heading} är tomt: anslagsbeviset skrivs inte ut. Fyll i datumet när det är känt."
                problems.remark(cell, text)


def attendance_is_of_a_meeting(case: Case, problems: Problems) -> None:
    """A row of Närvaro belongs to a meeting; each date that does not is told once."""
    meetings = case.source.meetings
    if case.source.partial or any(problems.fault_at(one.at("Datum")) for one in meetings):
        return
    days = {one.date for one in meetings}
    strays = [one for one in case.source.attendances if one.date is not None and one.date not in days]
    for date in dict.fromkeys(one.date for one in strays):
        rows = [one for one in strays if one.date == date]
        also = f" Detsamma gäller {len(rows) - 1} rader till." if len(rows) > 2 else ""  # noqa: PLR2004
        also = " Detsamma gäller en rad till." if len(rows) == 2 else also  # noqa: PLR2004
        text = f"inget möte har Datum {iso(date)}: raden används inte. Rätta datumet här eller i Möten.{also}"
        problems.remark(rows[0].at("Datum"), text)


def paragraphs_are_numbers(case: Case, problems: Problems) -> None:
    """Paragrafer says by numbers what a person took part in; other words are taken as all of it."""
    for row in case.source.attendances:
        if row.paragraphs and not _DIGIT.search(row.paragraphs):
            text = f"{quoted(row.paragraphs)} är inga paragrafer: personen räknas som med på hela mötet. "
            problems.remark(row.at("Paragrafer"), f"{text}Skriv till exempel §§ 20–25, eller lämna tomt för alla.")


def nobody_serves_for_one_present(case: Case, problems: Problems) -> None:
    """A substitute serves for somebody who is away, at least for a part of the meeting."""
    for row in case.source.attendances:
        if row.serves_for and decides(row) and _is_there_all_the_time(row, case.source.attendances):
            text = (
                f"{person_of(row)} tjänstgör för {person_in(row.serves_for)}, som själv är beslutande hela mötet. "
                "Rätta Tjänstgör för, eller skriv för vilka paragrafer i Paragrafer."
            )
            problems.remark(row.at("Tjänstgör för"), text)


def _is_there_all_the_time(row: Attendance, rows: Sequence[Attendance]) -> bool:
    absent = person_in(row.serves_for)
    return any(
        one.date == row.date and decides(one) and not one.paragraphs and person_of(one).is_same(absent)
        for one in rows
        if one is not row
    )


RULES = (
    verifiers_were_present,
    verification_is_in_time,
    the_notice_follows_verification,
    the_notice_has_its_dates,
    attendance_is_of_a_meeting,
    paragraphs_are_numbers,
    nobody_serves_for_one_present,
)
