"""The cells behind one value as a typed observation, each bad cell told."""

from dataclasses import dataclass, field

from pipeline.model.periods import Period
from pipeline.model.records import Indicator
from pipeline.problems import Place, Problems
from pipeline.read.cells import number
from pipeline.read.grid import Cell
from pipeline.read.layouts.reading import Fact, Reading
from pipeline.read.layouts.vocabulary import TOTAL, sex_of
from pipeline.read.periods import combined, period_of
from pipeline.read.teller import Teller, seen


@dataclass(frozen=True, slots=True)
class Observed:
    """One value as it stands in a spreadsheet."""

    indicator: str
    period: Period
    sex: str
    value: float
    place: Place
    source: str = ""


@dataclass(slots=True)
class Observer:
    """Types the cells behind values; a period that stands on every row is only worked out once."""

    problems: Problems
    _periods: dict[tuple[tuple[object, ...], int], Period | None] = field(default_factory=dict)

    def observe(self, indicator: Indicator | None, cells: Reading | Fact, source: str) -> Observed | None:
        """Return the observation of an indicator; None when some cell is bad, or the indicator isn't known."""
        teller = Teller(self.problems, indicator.id or None if indicator else None)
        period = self._period(cells.period, cells.per_year, teller)
        sex = self._sex(cells.sex, teller, codes=isinstance(cells, Fact))
        value = number(cells.value, teller) if teller.usable(cells.value) else None
        if indicator is None or not indicator.id or period is None or sex is None or value is None:
            return None
        return Observed(indicator.id, period, sex, value, cells.value.place, source)

    def _period(self, cells: tuple[Cell, ...], per_year: int, teller: Teller) -> Period | None:
        if not all([teller.usable(cell) for cell in cells]):  # noqa: C419  (every bad cell is told, not the first)
            _tell_blank(cells, teller)
            return None
        found = self._worked_out(cells, per_year)
        if found is None and cells:
            Teller(self.problems).fault(
                cells[-1], f"{seen(cells[-1])} är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
            )
        return found

    def _worked_out(self, cells: tuple[Cell, ...], per_year: int) -> Period | None:
        values = tuple(cell.value for cell in cells)
        key = (values, per_year)
        if key not in self._periods:
            two = len(values) == 2  # noqa: PLR2004  (a year and its part)
            self._periods[key] = combined(values[0], values[1], per_year) if two else period_of(*values[:1] or (None,))
        return self._periods[key]

    def _sex(self, cell: Cell | None, teller: Teller, *, codes: bool) -> str | None:
        if cell is None or cell.blank:
            return TOTAL
        if not teller.usable(cell):
            return None
        sex = sex_of(cell.text, codes=codes)
        if sex is None:
            teller.fault(cell, f"{seen(cell)} är inget av valen: skriv totalt, kvinnor eller män")
        return sex


def _tell_blank(cells: tuple[Cell, ...], teller: Teller) -> None:
    for cell in cells:
        if cell.blank and not cell.stale:
            teller.fault(cell, "värdet saknar period: skriv till exempel 2018-01")
