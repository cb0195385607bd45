"""The figure appendix: every number that the documents print, and where it comes from."""

from dataclasses import dataclass
from typing import Literal

from pipeline.problems import Place


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """What a Word document prints as one line: a paragraph, or a table's row.

    Line breaks part a row's cells, and the paragraphs within them.
    """

    text: str
    kind: Literal["text", "sidhuvud", "sidfot", "bildtext", "diagram"] = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """Rows of a sheet of the appendix, the first and the last included."""

    sheet: str
    first: int
    last: int

    def __str__(self) -> str:
        """Write the rows as a reader finds them: ``Indata rad 5–12``."""
        rows = str(self.first) if self.first == self.last else f"{self.first}–{self.last}"
        return f"{self.sheet} rad {rows}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a number comes from: a cell (or a file), or a rule and the rows that hold its input.

    `value` is the number in full. `rule` is empty where the cell holds the very number.
    """

    value: float | str | None = None
    unit: str = ""
    cell: Place | None = None
    rule: str = ""
    inputs: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A number that a document prints: siffra."""

    document: str
    place: str
    printed: str
    origin: Origin
    goal: int | None = None
    indicator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRow:
    """A value that figures are computed from: indata."""

    indicator: str
    name: str
    value: float
    unit: str
    cell: Place
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal, or an indicator of it, as auditors ask for it: mål, beslut, målvärde, siffra och källa."""

    goal: int
    title: str
    decided: str
    goal_cell: Place
    indicator: str
    target: str
    target_cell: Place
    outcome: str
    forecast: str
    status: str
    source: str
    decision: str
    figures: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAppendix:
    """The whole appendix, a tuple for each of its sheets: sifferbilaga."""

    title: str
    about: tuple[str, ...]
    figures: tuple[FigureRow, ...]
    goals: tuple[GoalRow, ...]
    inputs: tuple[InputRow, ...]
