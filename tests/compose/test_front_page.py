import datetime as dt
from typing import Any

import pytest

from pipeline.blanks import FrontPage
from pipeline.compose.front_page import front_page
from pipeline.model.deadlines import announced_by, appealed_by, taken_down, verified_by
from pipeline.model.meetings import Attendance
from pipeline.model.words import MeetingStage, Role
from tests.cases import attendance, meeting, settings
from tests.compose.briefs import brief_of

HELD: dict[str, Any] = {"stage": MeetingStage.HELD, "paragraph": "95", "decision": "att godkänna rapporten"}
DATES: dict[str, Any] = {"verified": dt.date(2019, 6, 5), "posted": dt.date(2019, 6, 7)}


def of(*people: Attendance, notice: bool = True, **fields: Any) -> FrontPage | None:  # noqa: ANN401
    given = meeting(**{**HELD, **fields})
    return front_page(brief_of(meeting=given, attendances=people, settings=settings(notice=notice)), given)


def test_a_substitute_who_serves_takes_part_and_one_who_does_not_is_listed_apart() -> None:
    found = of(
        attendance("A", party="M"),
        attendance("B (S)"),
        attendance("C", party="M", role=Role.SUBSTITUTE, serves_for="D  (M)", paragraphs="§§ 20–25"),
        attendance("E", party="S", role=Role.SUBSTITUTE, paragraphs="§ 95"),
        attendance("Kommunchef", role=Role.OTHER),
    )

    assert found is not None
    assert found.beslutande == ("A (M)", "B (S)", "C (M) ersätter D (M), §§ 20–25")
    assert (found.ersättare, found.övriga) == (("E (S), § 95",), ("Kommunchef",))


@pytest.mark.parametrize("verifier", ["A (M), B (S)", "A (M)\nB (S)", "A (M) och B (S)"])
def test_each_verifier_has_a_line_to_sign_on(verifier: str) -> None:
    found = of(attendance(), verifier=verifier)

    assert found is not None
    assert found.justerare == ("A (M)", "B (S)")


def test_the_notice_has_its_three_dates() -> None:
    found = of(attendance(), **DATES)

    assert found is not None
    assert (found.anslag, found.anslaget) == (True, "2019-06-07")
    assert (found.överklagas_senast, found.anslag_tas_ned) == ("2019-06-28", "2019-06-29")


def test_a_notice_is_printed_also_without_attendance() -> None:
    found = of(venue="Nämndrummet", **DATES)

    assert found is not None
    assert (found.plats_och_tid, found.beslutande, found.anslag) == ("Nämndrummet", (), True)


@pytest.mark.parametrize(
    ("notice", "fields"),
    [(False, DATES), (True, {"verified": dt.date(2019, 6, 5)}), (True, {"posted": DATES["posted"]})],
)
def test_no_notice_is_printed_that_is_not_asked_for_or_lacks_a_date(notice: bool, fields: dict[str, Any]) -> None:  # noqa: FBT001
    found = of(attendance(), notice=notice, **fields)

    assert found is not None
    assert (found.anslag, found.anslaget, found.överklagas_senast, found.anslag_tas_ned) == (False, "", "", "")
    assert of(notice=notice, **fields) is None


def test_before_the_meeting_there_is_no_front_page() -> None:
    assert of(attendance(), stage=MeetingStage.BEFORE, **DATES) is None


@pytest.mark.parametrize(
    ("announced", "last", "down", "why"),
    [
        ((2019, 2, 20), (2019, 3, 13), (2019, 3, 14), "three weeks"),
        ((2019, 3, 28), (2019, 4, 18), (2019, 4, 19), "Maundy Thursday is a working day"),
        ((2019, 3, 29), (2019, 4, 23), (2019, 4, 24), "Good Friday to Easter Monday"),
        ((2019, 4, 1), (2019, 4, 23), (2019, 4, 24), "Easter Monday"),
        ((2019, 4, 10), (2019, 5, 2), (2019, 5, 3), "the first of May"),
        ((2019, 5, 16), (2019, 6, 7), (2019, 6, 8), "the national day"),
        ((2019, 5, 30), (2019, 6, 20), (2019, 6, 21), "the day before Midsummer's eve is a working day"),
        ((2019, 5, 31), (2019, 6, 24), (2019, 6, 25), "Midsummer's eve, Midsummer's day and Sunday"),
        ((2019, 10, 11), (2019, 11, 1), (2019, 11, 2), "the eve of All Saints is a working day"),
        ((2019, 12, 3), (2019, 12, 27), (2019, 12, 28), "Christmas eve to the second day"),
        ((2019, 12, 10), (2020, 1, 2), (2020, 1, 3), "New Year's eve and New Year's day"),
        ((2019, 12, 14), (2020, 1, 7), (2020, 1, 8), "a Saturday, a Sunday and Epiphany"),
        ((2020, 5, 16), (2020, 6, 8), (2020, 6, 9), "the national day on a Saturday"),
    ],
)
def test_the_last_day_of_appeal_is_a_working_day(
    announced: tuple[int, int, int], last: tuple[int, int, int], down: tuple[int, int, int], why: str
) -> None:
    day = dt.date(*announced)

    assert (appealed_by(day), taken_down(day)) == (dt.date(*last), dt.date(*down)), why


def test_verification_and_notice_are_due_on_working_days_too() -> None:
    assert verified_by(dt.date(2019, 2, 20)) == dt.date(2019, 3, 6)
    assert verified_by(dt.date(2019, 12, 11)) == dt.date(2019, 12, 27)
    assert announced_by(dt.date(2019, 3, 6)) == dt.date(2019, 3, 8)
    assert announced_by(dt.date(2019, 4, 18)) == dt.date(2019, 4, 23)
