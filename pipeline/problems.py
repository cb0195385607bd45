"""What is wrong, where it stands, and what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

SHOWN = 60


class Severity(Enum):
    """A fault stops the run; a remark is told and stops nothing."""

    FAULT = "fel"
    REMARK = "anmärkning"


def column_letters(column: int) -> str:
    """Return Excel's name of the column, ``1 -> A``, ``28 -> AB``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file, or a sheet, row or cell in it. Rows and columns count from 1; 0 is none.

    `spot` says where in a file without cells; `row` is then its place in the order.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    spot: str = ""

    def __str__(self) -> str:
        """Write the place as a clerk finds it: ``utfall.xlsx, blad Utfall, cell D7``."""
        sheet = f", blad {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}{self._spot()}"

    @property
    def cell(self) -> str:
        """The cell's name, ``D7``; empty for what is no single cell."""
        return f"{column_letters(self.column)}{self.row}" if self.row and self.column and not self.spot else ""

    def _spot(self) -> str:
        if self.spot:
            return f", {self.spot}"
        if self.cell:
            return f", cell {self.cell}"
        if self.column:
            return f", kolumn {column_letters(self.column)}"
        return f", rad {self.row}" if self.row else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the clerk can mend. `indicator` is set when it touches that indicator alone."""

    place: Place
    text: str
    severity: Severity = Severity.FAULT
    indicator: str | None = None

    def __str__(self) -> str:
        """Write the problem as the one line that the clerk reads."""
        mark = "anmärkning: " if self.severity is Severity.REMARK else ""
        return f"{self.place}: {mark}{self.text}"


class Problems:
    """Collects what is wrong, so that all of it can be told at once."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self._found: dict[Problem, None] = {}
        self._faulty: set[Place] = set()

    def fault(self, place: Place, text: str, indicator: str | None = None) -> None:
        """Add what must be mended before documents are made."""
        self.add(Problem(place, text, Severity.FAULT, indicator))

    def remark(self, place: Place, text: str) -> None:
        """Add what the clerk should know of."""
        self.add(Problem(place, text, Severity.REMARK))

    def add(self, problem: Problem) -> None:
        """Add what has been found elsewhere."""
        self._found[problem] = None
        if problem.severity is Severity.FAULT:
            self._faulty.add(problem.place)

    def __iter__(self) -> Iterator[Problem]:
        """Go through the problems in the order of their places."""
        return iter(sorted(self._found, key=lambda problem: (problem.place, problem.text)))

    def faults(self) -> tuple[Problem, ...]:
        """Return what stops the run, in the order of the places."""
        return tuple(problem for problem in self if problem.severity is Severity.FAULT)

    def _faults(self) -> Iterator[Problem]:
        return (problem for problem in self._found if problem.severity is Severity.FAULT)

    def fault_at(self, place: Place) -> bool:
        """Say whether a fault has been told of this very place, so that no second one follows from it."""
        return place in self._faulty

    def confined(self) -> frozenset[str]:
        """Return the ids of the indicators that have a fault of their own."""
        return frozenset(p.indicator for p in self._faults() if p.indicator is not None)

    def stop(self, *, draft: bool) -> bool:
        """Say whether the run must stop; a draft bears faults that touch one indicator alone."""
        return any(p.indicator is None or not draft for p in self._faults())


def quoted(value: object) -> str:
    """Return what stands in a cell, in quotes, on one line, short and printable."""
    text = " ".join(str(value).split())
    text = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return f"”{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”"
