"""The protocol's first page: who was there, who verifies, and the proof that it has been announced."""

from typing import TypedDict

from pipeline.blanks import FrontPage
from pipeline.compose.brief import Brief
from pipeline.model.deadlines import appealed_by, taken_down
from pipeline.model.meetings import Attendance, Meeting
from pipeline.model.people import decides, people_in, person_in, person_of, present
from pipeline.model.words import MeetingStage, Role
from pipeline.wording import iso, section


class _Notice(TypedDict):
    anslag: bool
    anslaget: str
    överklagas_senast: str
    anslag_tas_ned: str


_NO_NOTICE = _Notice(anslag=False, anslaget="", överklagas_senast="", anslag_tas_ned="")


def front_page(brief: Brief, meeting: Meeting) -> FrontPage | None:
    """Return the first page of a held meeting; none without attendance and without a notice."""
    there = present(brief.source.attendances, meeting)
    notice = _notice(brief, meeting)
    if meeting.stage is not MeetingStage.HELD or not (there or notice["anslag"]):
        return None
    return FrontPage(
        plats_och_tid=", ".join(part for part in (meeting.venue, meeting.time) if part),
        beslutande=tuple(_deciding(one) for one in there if decides(one)),
        ersättare=tuple(_person(one) for one in there if one.role is Role.SUBSTITUTE and not decides(one)),
        övriga=tuple(_person(one) for one in there if one.role in (Role.OTHER, None)),
        justerare=tuple(str(one) for one in people_in(meeting.verifier)),
        justeras_senast=iso(meeting.verify_by),
        justerat=iso(meeting.verified),
        paragrafer=section(meeting.paragraph),
        ordförande=meeting.chair,
        sekreterare=meeting.secretary,
        **notice,
    )


def _notice(brief: Brief, meeting: Meeting) -> _Notice:
    """Return the proof of the notice, where the setting asks for it and both dates are known."""
    if not brief.source.settings.notice or meeting.verified is None or meeting.posted is None:
        return _NO_NOTICE
    return _Notice(
        anslag=True,
        anslaget=iso(meeting.posted),
        överklagas_senast=iso(appealed_by(meeting.posted)),
        anslag_tas_ned=iso(taken_down(meeting.posted)),
    )


def _deciding(one: Attendance) -> str:
    if one.serves_for:
        return f"{person_of(one)} ersätter {person_in(one.serves_for)}{_part_of(one)}"
    return _person(one)


def _person(one: Attendance) -> str:
    return f"{person_of(one)}{_part_of(one)}"


def _part_of(one: Attendance) -> str:
    return f", {one.paragraphs}" if one.paragraphs else ""
