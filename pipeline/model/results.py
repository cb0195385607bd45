"""What the pipeline concludes, as frozen records. Reasons are whole Swedish sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Activity, FollowUp, Goal, Indicator, Measure, Series, Source
from pipeline.model.words import GoalClass, Occasion, Status


@dataclass(frozen=True, slots=True)
class Classification:
    """A goal's class by the board's criteria: klass. `missing` lists what keeps it undecided.

    `failed` names the criteria that are answered with nej, where that is what keeps it undecided.
    """

    goal_class: GoalClass
    reason: str
    preliminary: bool = False
    missing: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has been measured so far, through the end of `period`: utfall."""

    value: float
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """An indicator's year seen from the report date: utsikt.

    Either `forecast` is set, or `final` is true (the outcome is already the year's answer), or
    `refusal` says in a Swedish sentence why no forecast is made. `past` holds the complete past
    years that were used, oldest first, and `current` this year's known periods, per period.
    """

    outcome: Outcome | None = None
    forecast: Forecast | None = None
    final: bool = False
    refusal: str = ""
    per_year: int = 0
    past: tuple[tuple[float, ...], ...] = ()
    current: tuple[float, ...] = ()


class Reach(Enum):
    """Whether the target can still be reached, judged by what is already counted."""

    OPEN = "öppet"
    REACHED = "redan nått"
    LOST = "kan inte längre nås"


@dataclass(frozen=True, slots=True)
class Pace:
    """What the rest of the year must bring, beside what the year has brought so far: takt.

    For a sum: totals per period (`needed_total` is the whole rest of the year). For a level: the
    last period's value and the latest one. For a mean: means of the remaining and the known periods.
    """

    reach: Reach
    needed: float | None
    so_far: float
    remaining: int
    needed_total: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult:
    """What is concluded of one indicator. `probability` is that of reaching the target.

    Both statuses are None unless the goal is styrande: figures give no other goal a status.
    """

    indicator: Indicator
    outlook: Outlook
    series: Series | None
    status: Status | None = None
    computed_status: Status | None = None
    reason: str = ""
    probability: float | None = None
    pace: Pace | None = None
    follow_up: FollowUp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalResult:
    """What is concluded of one goal. Both statuses are None unless the goal is styrande."""

    goal: Goal
    classification: Classification
    indicators: tuple[IndicatorResult, ...] = ()
    status: Status | None = None
    computed_status: Status | None = None
    reason: str = ""
    assessable: tuple[int, int] = (0, 0)
    follow_up: FollowUp | None = None
    measures: tuple[Measure, ...] = ()
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Everything concluded at one occasion, goals in the order of their numbers."""

    year: int
    occasion: Occasion
    as_of: date | None
    goals: tuple[GoalResult, ...]
    totals: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierIndicator:
    """What an earlier occasion's published run said of one indicator; an `owner` that it did not tell is None."""

    id: str
    status: str
    name: str = ""
    owner: str | None = None
    target: float | None = None
    target_high: float | None = None
    outcome: float | None = None
    outcome_period: str = ""
    forecast: float | None = None
    low: float | None = None
    high: float | None = None
    probability: float | None = None
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierGoal:
    """What an earlier occasion's published run said of one goal; an `owner` that it did not tell is None."""

    number: int
    classification: str
    status: str
    title: str = ""
    owner: str | None = None
    indicators: Mapping[str, EarlierIndicator] = field(default_factory=dict)
    own_assessment: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """An earlier occasion's published run: its folder's name, the hash of its manifest and results, and its goals."""

    name: str
    manifest: str
    goals: Mapping[int, EarlierGoal]


@dataclass(frozen=True, slots=True)
class Correction:
    """Why a sealed run is corrected, and what it held: its name, its documents' date, its figures, its input."""

    reason: str
    run: str
    dated: date | None
    published: EarlierRun
    source: Source
