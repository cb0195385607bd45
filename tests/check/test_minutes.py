import datetime as dt

import pytest

from pipeline.check.letters import (
    a_long_letter_has_a_summary,
    proposals_are_written_alike,
    proposals_can_be_understood_alone,
)
from pipeline.check.minutes import (
    attendance_is_of_a_meeting,
    nobody_serves_for_one_present,
    paragraphs_are_numbers,
    the_notice_follows_verification,
    the_notice_has_its_dates,
    verification_is_in_time,
    verifiers_were_present,
)
from pipeline.model.words import MeetingStage, Role
from pipeline.problems import Problem
from tests.cases import attendance, measure, meeting, settings
from tests.check.trial import Trial, case

MAY, JUNE = dt.date(2019, 5, 22), dt.date(2019, 6, 5)
NOTICE = settings(notice=True)
HELD = MeetingStage.HELD
A, B = attendance("A", row=2, party="M"), attendance("B", row=3, party="S")
OTHER = attendance("C", row=4, role=Role.OTHER)
LINE = "x" * 90

TRIALS = {
    "verifiers who took part": Trial(
        verifiers_were_present,
        case(meetings=(meeting(verifier="A (M), b"), meeting(column=3)), attendances=(A, B)),
    ),
    "verifiers without attendance": Trial(verifiers_were_present, case(meetings=(meeting(verifier="A"),))),
    "verifiers who did not take part": Trial(
        verifiers_were_present,
        case(
            meetings=(meeting(paragraph="22", verifier="A (M)\nC och E (L)"),),
            attendances=(A, OTHER, attendance("E", row=5, party="L", paragraphs="utom § 22")),
        ),
        (
            (
                "mål.xlsx, blad Möten, cell B36: C och E (L) står inte som beslutande i bladet Närvaro för 2019-05-22. "
                "Bara den som har deltagit kan justera: rätta Justerare eller Närvaro."
            ),
        ),
    ),
    "verified on the fourteenth day, or when the holidays are over": Trial(
        verification_is_in_time,
        case(
            meetings=(
                meeting(date=MAY, verify_by=JUNE, verified=JUNE),
                meeting(date=dt.date(2019, 12, 11), verify_by=dt.date(2019, 12, 27), column=3),
                meeting(date=None, verified=JUNE, column=4),
            )
        ),
    ),
    "verified too late": Trial(
        verification_is_in_time,
        case(meetings=(meeting(date=MAY, verify_by=dt.date(2019, 6, 7), verified=dt.date(2019, 6, 10)),)),
        (
            (
                "mål.xlsx, blad Möten, cell B38: Justeras senast 2019-06-07 är mer än 14 dagar efter mötet 2019-05-22. "
                "Skriv 2019-06-05 eller tidigare."
            ),
            (
                "mål.xlsx, blad Möten, cell B39: anmärkning: protokollet justerades 2019-06-10, mer än 14 dagar efter "
                "mötet 2019-05-22. Sista dag var 2019-06-05. Rätta datumet om det är fel."
            ),
        ),
    ),
    "announced at once, on the second day, and on the Monday after": Trial(
        the_notice_follows_verification,
        case(
            meetings=(
                meeting(verified=JUNE, posted=JUNE),
                meeting(verified=MAY, posted=dt.date(2019, 5, 24), column=3),
                meeting(verified=dt.date(2019, 5, 24), posted=dt.date(2019, 5, 27), column=4),
                meeting(posted=MAY, column=5),
            )
        ),
    ),
    "announced before it was verified, and too late": Trial(
        the_notice_follows_verification,
        case(meetings=(meeting(verified=JUNE, posted=MAY), meeting(verified=MAY, posted=JUNE, column=3))),
        (
            "mål.xlsx, blad Möten, cell B40: Anslaget 2019-05-22 ligger före Justerad 2019-06-05. Rätta datumet.",
            (
                "mål.xlsx, blad Möten, cell C40: anmärkning: justeringen anslogs 2019-06-05, senare än andra dagen "
                "efter Justerad 2019-05-22. Sista dag var 2019-05-24. Rätta datumet om det är fel."
            ),
        ),
    ),
    "a notice with its dates, or none asked for": Trial(
        the_notice_has_its_dates,
        case(meetings=(meeting(stage=HELD, verified=MAY, posted=MAY), meeting(column=3)), settings=NOTICE),
    ),
    "no notice asked for": Trial(the_notice_has_its_dates, case(meetings=(meeting(stage=HELD),))),
    "a notice without its dates": Trial(
        the_notice_has_its_dates,
        case(meetings=(meeting(stage=HELD), meeting(stage=HELD, verified=MAY, column=3)), settings=NOTICE),
        tuple(
            f"mål.xlsx, blad Möten, cell {cell}: anmärkning: {heading} är tomt: anslagsbeviset skrivs inte ut. "
            "Fyll i datumet när det är känt."
            for cell, heading in (("B39", "Justerad"), ("B40", "Anslaget"), ("C40", "Anslaget"))
        ),
    ),
    "attendance at a meeting": Trial(attendance_is_of_a_meeting, case(meetings=(meeting(),), attendances=(A, B))),
    "attendance at a meeting whose date could not be read": Trial(
        attendance_is_of_a_meeting,
        case(meetings=(meeting(date=None),), attendances=(A,)),
        before=(Problem(meeting().at("Datum"), "”31 april” finns inte"),),
    ),
    "attendance in a file that could not be read": Trial(
        attendance_is_of_a_meeting, case(attendances=(A,), partial=True)
    ),
    "attendance at no meeting": Trial(
        attendance_is_of_a_meeting,
        case(
            meetings=(meeting(date=JUNE),),
            attendances=(
                A,
                B,
                attendance("C", row=4),
                *(
                    attendance(n, row=r, date=d)
                    for n, r, d in (
                        ("A", 5, dt.date(2019, 2, 20)),
                        ("B", 6, dt.date(2019, 2, 20)),
                        ("C", 7, dt.date(2019, 3, 20)),
                    )
                ),
            ),
        ),
        (
            (
                "mål.xlsx, blad Närvaro, cell A2: anmärkning: inget möte har Datum 2019-05-22: raden används inte. "
                "Rätta datumet här eller i Möten. Detsamma gäller 2 rader till."
            ),
            (
                "mål.xlsx, blad Närvaro, cell A5: anmärkning: inget möte har Datum 2019-02-20: raden används inte. "
                "Rätta datumet här eller i Möten. Detsamma gäller en rad till."
            ),
            (
                "mål.xlsx, blad Närvaro, cell A7: anmärkning: inget möte har Datum 2019-03-20: raden används inte. "
                "Rätta datumet här eller i Möten."
            ),
        ),
    ),
    "paragraphs in numbers, or none": Trial(
        paragraphs_are_numbers, case(attendances=(A, attendance("B", row=3, paragraphs="§§ 20–22")))
    ),
    "paragraphs in letters": Trial(
        paragraphs_are_numbers,
        case(attendances=(A, attendance("B", row=3, paragraphs="§ abc"))),
        (
            (
                "mål.xlsx, blad Närvaro, cell F3: anmärkning: ”§ abc” är inga paragrafer: personen räknas som med på "
                "hela mötet. Skriv till exempel §§ 20–25, eller lämna tomt för alla."
            ),
        ),
    ),
    "a substitute for one who is away, or leaves": Trial(
        nobody_serves_for_one_present,
        case(
            attendances=(
                A,
                attendance("B", row=3, party="S", paragraphs="§§ 20–22"),
                attendance("C", row=4, role=Role.SUBSTITUTE, serves_for="B (S)", paragraphs="§§ 23–25"),
                attendance("E", row=5, serves_for="A (S)"),
                attendance("F", row=6, serves_for="A (M)", date=JUNE),
            )
        ),
    ),
    "a substitute for one who is there all the time": Trial(
        nobody_serves_for_one_present,
        case(attendances=(A, attendance("C", row=4, party="C", role=Role.SUBSTITUTE, serves_for="A (M)"))),
        (
            (
                "mål.xlsx, blad Närvaro, cell E4: anmärkning: C (C) tjänstgör för A (M), som själv är beslutande hela "
                "mötet. Rätta Tjänstgör för, eller skriv för vilka paragrafer i Paragrafer."
            ),
        ),
    ),
    "a short letter, and a long one with a summary": Trial(
        a_long_letter_has_a_summary,
        case(
            meetings=(
                meeting(background="\n".join([LINE] * 4), assessment="\n\n".join([LINE] * 4)),
                meeting(background=LINE * 20, summary="Ärendet i korthet.", column=3),
            )
        ),
    ),
    "a long letter without a summary": Trial(
        a_long_letter_has_a_summary,
        case(meetings=(meeting(background=f"{LINE}x\n" * 4, assessment="Kort.", summary=" "),)),
        (
            (
                "mål.xlsx, blad Möten, cell B17: anmärkning: Sammanfattning är tom, men Ärendebeskrivning och "
                "Bedömning är omkring 9 rader (om 90 tecken). Skriv vad ärendet gäller och varför det tas upp."
            ),
        ),
    ),
    "proposals that stand alone": Trial(
        proposals_can_be_understood_alone,
        case(
            meetings=(
                meeting(proposal="att godkänna delårsrapporten\natt bifalla förslaget till budget enligt bilaga 1"),
                meeting(proposal="att pröva förslag enligt förslag från revisorerna", column=3),
            )
        ),
    ),
    "a proposal that points elsewhere": Trial(
        proposals_can_be_understood_alone,
        case(
            meetings=tuple(
                meeting(proposal=f"att godkänna rapporten\natt besluta {words}.", column=column)
                for column, words in enumerate(("enligt föreliggande förslag", "i enlighet med förslaget"), start=2)
            )
        ),
        tuple(
            f"mål.xlsx, blad Möten, cell {cell}: anmärkning: ”{words}” går inte att förstå i protokollet. "
            "Skriv ut vad som föreslås, så att punkten kan läsas för sig."
            for cell, words in (("B18", "föreliggande förslag"), ("C18", "i enlighet med förslaget"))
        ),
    ),
    "proposals as att-satser": Trial(
        proposals_are_written_alike,
        case(
            meetings=(meeting(proposal="1. att godkänna rapporten\n2. att avsätta 150 tkr"), meeting(column=3)),
            measures=(measure(proposal="att avsätta 150 tkr"), measure(row=3)),
        ),
    ),
    "proposals as sentences among att-satser": Trial(
        proposals_are_written_alike,
        case(
            meetings=(meeting(proposal="- att godkänna rapporten\n- Nämnden avsätter 150 tkr"),),
            measures=(measure(proposal="Attraktiva lägen köps in."),),
        ),
        tuple(
            f"mål.xlsx, blad {cell}: anmärkning: ”{words}” börjar inte med att, som de andra punkterna i "
            "dokumenten. Skriv en att-sats: att avsätta medel."
            for cell, words in (
                ("Möten, cell B18", "Nämnden avsätter 150 tkr"),
                ("Åtgärder, cell J2", "Attraktiva lägen köps in."),
            )
        ),
    ),
    "an att-sats where the setting is sentences": Trial(
        proposals_are_written_alike,
        case(meetings=(meeting(proposal="att godkänna rapporten"),), settings=settings(that_clauses=False)),
        (
            (
                "mål.xlsx, blad Möten, cell B18: anmärkning: ”att godkänna rapporten” är en att-sats, men "
                "inställningen att-satser är nej. Skriv en mening: Nämnden avsätter medel."
            ),
        ),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_the_rule_tells_what_is_wrong_and_nothing_else(trial: Trial) -> None:
    assert trial.told() == trial.lines
