"""What the clerks' workbooks say, as frozen records. A blank text is ``""``; a blank number is ``None``."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.model.meetings import Attendance, Meeting
from pipeline.model.periods import Period
from pipeline.model.placed import Placed
from pipeline.model.words import (
    DecisionStage,
    Direction,
    Kind,
    Measurability,
    Occasion,
    OwnAssessment,
    Progress,
    Status,
    ValueBasis,
)
from pipeline.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Placed):
    """One of the board's goals: mål."""

    number: int
    title: str
    programme_area: str = ""
    governing_documents: str = ""
    strategies: str = ""
    measurability: str = ""
    ambition_level: str = ""
    meaning: str = ""
    stage: DecisionStage | None = None
    adopted: str = ""
    influenceable: bool | None = None
    measurable: Measurability | None = None
    resourced: bool | None = None
    directional: bool | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an indicator should be at the end of the year: målvärde. `strict` excludes the bound."""

    low: float | None = None
    high: float | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Placed):
    """A measured quantity that shows how a goal fares: indikator."""

    id: str
    name: str
    goals: tuple[int, ...] = ()
    unit: str = ""
    kind: Kind | None = None
    basis: ValueBasis = ValueBasis.PER_PERIOD
    direction: Direction | None = None
    base: float | None = None
    base_year: int | None = None
    target: Target | None = None
    target_year: int | None = None
    comparable_from: Period | None = None
    next_measurement: str = ""
    source: str = ""
    source_code: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One measured value, per period: utfall. `source` is set where the file names one for the value."""

    period: Period
    value: float
    place: Place
    source: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator's values in the order of time; `by_sex` holds the same for kvinnor and män."""

    per_year: int
    observations: tuple[Observation, ...]
    by_sex: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Placed):
    """What a person writes of a goal, or of one of its indicators, at an occasion: uppföljning.

    `goal` is 0 where its number could not be read; such a row, here and below, is only checked.
    """

    goal: int
    indicator: str = ""
    occasion: Occasion | None = None
    analysis: str = ""
    cause: str = ""
    own_assessment: OwnAssessment | None = None
    own_forecast: str = ""
    status: Status | None = None
    motivation: str = ""
    assessed_by: str = ""
    added_values: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Placed):
    """Something done to get a goal back on course: åtgärd. Dates are kept as the clerk wrote them."""

    goal: int
    indicator: str = ""
    decided_at: str = ""
    measure: str = ""
    owner: str = ""
    due: str = ""
    progress: Progress | None = None
    cost: str = ""
    needs_decision: bool | None = None
    proposal: str = ""
    effect: str = ""
    continues: bool | None = None

    @property
    def due_on(self) -> date | None:
        """The day by which it should be done, where a day is what stands there."""
        try:
            return date.fromisoformat(self.due)
        except ValueError:
            return None

    def is_late(self, until: date | None) -> bool:
        """Say whether the day has come without the measure being done."""
        return (
            until is not None
            and self.due_on is not None
            and self.due_on <= until
            and self.progress is not Progress.DONE
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Placed):
    """What the organisation does for a goal without a forecast: aktivitet."""

    goal: int
    occasion: Occasion | None = None
    activity: str = ""
    progress: str = ""
    owner: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The municipality's own choices: inställningar. Shares are fractions, 0.75 for 75 %."""

    municipality: str = ""
    municipality_code: str = ""
    organ: str = ""
    department: str = ""
    year: int | None = None
    example: bool = False
    met_limit: float = 0.75
    partly_way: float = 0.8
    hold_slack: float = 0.05
    partly_share: float = 0.5
    that_clauses: bool = True
    notice: bool = False
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file in ``input/`` as it was read: its name below the folder, its bytes, and when it was last saved."""

    name: str
    content: bytes = field(repr=False)
    saved: dt.datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that lies in ``input/``, read once: underlag. `word_files` may hold what people have written since.

    `aside` are the indicators without an id of their own, which are only checked. `partial` says that a whole
    file could not be read.
    """

    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    series: Mapping[str, Series] = field(default_factory=dict)
    follow_ups: tuple[FollowUp, ...] = ()
    measures: tuple[Measure, ...] = ()
    activities: tuple[Activity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    settings: Settings = Settings()
    files: tuple[InputFile, ...] = ()
    word_files: tuple[InputFile, ...] = ()
    aside: tuple[Indicator, ...] = ()
    partial: bool = False
