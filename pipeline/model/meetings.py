"""The meetings at which the goals are dealt with, and who attended them."""

import datetime as dt
from dataclasses import dataclass

from pipeline.model.placed import Placed
from pipeline.model.words import DecisionForm, MeetingStage, Occasion, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Placed):
    """One meeting at which the goals are dealt with: möte."""

    occasion: Occasion | None
    stage: MeetingStage | None = None
    organ: str = ""
    abbreviation: str = ""
    date: dt.date | None = None
    paragraph: str = ""
    heading: str = ""
    registration: str = ""
    form: DecisionForm | None = None
    to: str = ""
    recipient: str = ""
    dated: dt.date | None = None
    official: str = ""
    manager: str = ""
    next_meeting: dt.date | None = None
    introduction: str = ""
    summary: str = ""
    proposal: str = ""
    decision: str = ""
    background: str = ""
    assessment: str = ""
    economy: str = ""
    consequences: str = ""
    motions: str = ""
    proposition_order: str = ""
    voting: str = ""
    votes: str = ""
    reservations: str = ""
    conflict_of_interest: str = ""
    immediate_verification: str = ""
    sent_to: str = ""
    supporting_documents: str = ""
    venue: str = ""
    time: str = ""
    chair: str = ""
    verifier: str = ""
    secretary: str = ""
    verify_by: dt.date | None = None
    verified: dt.date | None = None
    posted: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Placed):
    """A person's attendance at a meeting: närvaro."""

    date: dt.date | None
    name: str
    party: str = ""
    role: Role | None = None
    serves_for: str = ""
    paragraphs: str = ""
