"""What is told of many boards' runs together, as plain records that travel between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Ending(Enum):
    """How the run of one board ended: utgång."""

    PUBLISHED = "klar"
    UNCHANGED = "inget nytt"
    FAULTS = "fel att rätta"
    BUSY = "en annan körning pågår"
    LOST = "avbruten"
    OUR_FAULT = "programfel"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal of a board as the summary tells of it: målrad. A `status` or `assessable` that it has not is empty."""

    number: int
    title: str
    goal_class: str
    status: str
    assessable: str
    owner: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLine:
    """What keeps a goal or an indicator from being assessed, and who owes it: bristrad."""

    goal: int
    indicator: str
    missing: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardOutcome:
    """What the run of one board came to: nämndens utfall.

    `board` is its folder's name. `run` and `report` are paths below the board's own output folder, in the form of a
    link; empty where nothing is published. `faults` are whole lines. `traceback` is that of a fault of ours.
    """

    board: str
    ending: Ending
    municipality: str = ""
    organ: str = ""
    run: str = ""
    report: str = ""
    faults: tuple[str, ...] = ()
    remarks: int = 0
    totals: Mapping[str, int] = field(default_factory=dict)
    goals: tuple[GoalLine, ...] = ()
    missing: tuple[MissingLine, ...] = ()
    traceback: str = ""
