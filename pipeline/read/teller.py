"""Tells what is wrong with a cell, and whose fault it is."""

from dataclasses import dataclass

from pipeline.problems import Problems, quoted
from pipeline.read.grid import Cell
from pipeline.read.texts import masked


@dataclass(frozen=True, slots=True)
class Teller:
    """Collects what is wrong with cells; `indicator` is set while they concern that indicator alone."""

    problems: Problems
    indicator: str | None = None

    def fault(self, cell: Cell, text: str) -> None:
        """Tell what must be mended in the cell."""
        self.problems.fault(cell.place, text, self.indicator)

    def remark(self, cell: Cell, text: str) -> None:
        """Tell what the clerk should know of the cell."""
        self.problems.remark(cell.place, text)

    def usable(self, cell: Cell) -> bool:
        """Say whether the cell has a value; tell when it only has an error or a formula without one."""
        if cell.error:
            self.fault(cell, f"cellen visar felet {cell.text}: rätta formeln eller skriv värdet")
        elif cell.stale:
            self.fault(cell, "formeln har inget beräknat värde: öppna filen i Excel och spara den")
        return not (cell.error or cell.blank or cell.stale)


def seen(cell: Cell) -> str:
    """Return what stands in the cell, in quotes, without any personal identity number."""
    return quoted(masked(cell.text))
