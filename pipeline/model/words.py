"""The board's words. A value is what clerks write and readers see; a name is what the code says."""

from datetime import date
from enum import Enum


class Occasion(Enum):
    """When the board follows up its goals: tillfälle."""

    AMBITION = "ambitionsnivå"
    APRIL = "april"
    AUGUST = "augusti"
    ANNUAL = "årsuppföljning"

    def report_date(self, year: int) -> date | None:
        """Return the last day that the occasion's figures may cover; the ambition dialogue has none."""
        match self:
            case Occasion.APRIL:
                return date(year, 4, 30)
            case Occasion.AUGUST:
                return date(year, 8, 31)
            case Occasion.ANNUAL:
                return date(year, 12, 31)
            case Occasion.AMBITION:
                return None


class GoalClass(Enum):
    """What kind of goal it is by the board's three criteria: klass."""

    STEERING = "styrande"
    SUPPORTING = "stödjande"
    DIRECTIONAL = "inriktningsmål"
    UNDECIDED = "ej fastställt"


class Status(Enum):
    """How it looks for the year's end: status."""

    MET = "uppfylls"
    PARTLY = "uppfylls delvis"
    UNCERTAIN = "osäkert"
    NOT_MET = "uppfylls inte"
    NOT_ASSESSABLE = "kan inte bedömas"


class DecisionStage(Enum):
    """How far the board has come with an ambition level: beslutsläge."""

    PRELIMINARY = "preliminär"
    ADOPTED = "fastställd"
    NOT_DRAFTED = "ej framtagen"


class Measurability(Enum):
    """How a goal can be measured: mätbart."""

    QUANTITATIVE = "kvantitativt"
    QUALITATIVE = "kvalitativt"
    NO = "nej"


class Kind(Enum):
    """How an indicator's year is made up of its periods: slag."""

    SUM = "summa"
    LEVEL = "läge"
    MEAN = "medel"
    ANNUAL = "årsvärde"


class ValueBasis(Enum):
    """What each value of an indicator covers: värdena är."""

    PER_PERIOD = "per period"
    ACCUMULATED = "ackumulerade"
    ROLLING_YEAR = "rullande 12 månader"


class Direction(Enum):
    """Which way an indicator should move: önskad riktning."""

    INCREASE = "öka"
    DECREASE = "minska"
    WITHIN = "inom intervall"


class OwnAssessment(Enum):
    """A person's view of the year for a goal without a forecast: egen bedömning."""

    POSITIVE = "positiv"
    UNCHANGED = "oförändrad"
    NEGATIVE = "negativ"


class Progress(Enum):
    """How far a measure has come: läge (på en åtgärd)."""

    PLANNED = "planerad"
    UNDER_WAY = "pågår"
    DONE = "klar"


class MeetingStage(Enum):
    """Whether the meeting lies ahead or has been held: läge (på ett möte)."""

    BEFORE = "inför"
    HELD = "genomfört"


class DecisionForm(Enum):
    """Whether the organ decides or proposes to another: beslutsform."""

    DECIDES = "beslutar"
    PROPOSES = "föreslår"


class Role(Enum):
    """In what role a person attends: roll."""

    DECIDING = "beslutande"
    SUBSTITUTE = "ersättare"
    OTHER = "övrig"
