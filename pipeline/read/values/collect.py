"""Readings as typed observations: indicator, period, sex and value, each bad cell told."""

from dataclasses import dataclass, field

from pipeline.model.periods import Period
from pipeline.model.records import Indicator
from pipeline.problems import Place, Problems
from pipeline.read.cells import number
from pipeline.read.figures import MISSING
from pipeline.read.grid import Cell
from pipeline.read.periods import combined, period_of
from pipeline.read.teller import Teller, seen
from pipeline.read.values.layouts import Reading, Recognised
from pipeline.read.values.match import Matcher

TOTAL = "totalt"
MOST_UNKNOWN = 20
_SEXES = {
    **dict.fromkeys(("totalt", "samtliga", "t", "båda", "båda könen", "alla", "kvinnor och män", "total"), TOTAL),
    **dict.fromkeys(("kvinnor", "kvinna", "k", "flickor"), "kvinnor"),
    **dict.fromkeys(("män", "man", "m", "pojkar"), "män"),
}


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
class Collector:
    """Turns readings into observations. `partial` is set when some indicators may not have been read."""

    matcher: Matcher
    problems: Problems
    partial: bool = False
    _unknown: int = 0
    _periods: dict[tuple[tuple[object, ...], int], Period | None] = field(default_factory=dict)
    _known: dict[tuple[str, str, str], Indicator | None] = field(default_factory=dict)

    def collect(self, table: Recognised) -> list[Observed]:
        """Return what can be used of a table; tell the rest."""
        self._unknown = 0
        filled = [reading for reading in table.readings(self.problems) if not _missing(reading.value)]
        if not filled:
            self.problems.remark(table.table.place, "här finns rubriker men inga värden")
        found = (self._observed(reading) for reading in filled)
        return [observed for observed in found if observed is not None]

    def _observed(self, reading: Reading) -> Observed | None:
        indicator = self._indicator(reading)
        teller = Teller(self.problems, indicator.id or None if indicator else None)
        period = self._period(reading.period, reading.per_year, teller)
        sex = self._sex(reading.sex, teller)
        value = number(reading.value, teller) if teller.usable(reading.value) else None
        if indicator is None or not indicator.id or period is None or sex is None or value is None:
            return None
        source = "" if reading.source is None else reading.source.text
        return Observed(indicator.id, period, sex, value, reading.value.place, source)

    def _indicator(self, reading: Reading) -> Indicator | None:
        name = next((cell for cell in reading.names if not cell.blank), None)
        if name is None:
            row = reading.value.place
            place = Place(row.file, row.sheet, row.row, reading.names[0].place.column)
            self.problems.fault(place, "värdet saknar indikator: skriv indikatorns id eller namn")
            return None
        if not Teller(self.problems).usable(name):
            return None
        key = (name.place.file, name.place.sheet, name.text)
        if key not in self._known:
            self._known[key] = self._match(name)
        return self._known[key]

    def _match(self, name: Cell) -> Indicator | None:
        found = self.matcher.find(name.text)
        if len(found) == 1:
            return found[0]
        if found:
            ids = " och ".join(indicator.id for indicator in found)
            self.problems.fault(name.place, f"{seen(name)} kan vara indikator {ids}: skriv indikatorns id i stället")
        elif not self.partial and self._is_told(name):
            near = self.matcher.nearest(name.text)
            text = f"{seen(name)} är ingen indikator i bladet Indikatorer: skriv dess id, namn eller källkod{near}"
            self.problems.fault(name.place, text)
        return None

    def _is_told(self, name: Cell) -> bool:
        """Say whether one more unknown name is told by itself; a download may hold a whole country's."""
        self._unknown += 1
        if self._unknown == MOST_UNKNOWN + 1:
            text = "härifrån är ännu fler namn inga indikatorer: ta bort raderna som inte hör till indikatorerna"
            self.problems.fault(name.place, text)
        return self._unknown <= MOST_UNKNOWN

    def _period(self, cells: tuple[Cell, ...], per_year: int, teller: Teller) -> Period | None:
        if not all([teller.usable(cell) for cell in cells]):  # noqa: C419  (every bad cell is told, not the first)
            self._tell_blank(cells, teller)
            return None
        values = tuple(cell.value for cell in cells)
        key = (values, per_year)
        if key not in self._periods:
            self._periods[key] = period_of(*values) if len(values) == 1 else combined(values[0], values[1], per_year)
        if self._periods[key] is None:
            Teller(self.problems).fault(
                cells[-1], f"{seen(cells[-1])} är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
            )
        return self._periods[key]

    def _tell_blank(self, cells: tuple[Cell, ...], teller: Teller) -> None:
        for cell in cells:
            if cell.blank and not cell.stale:
                teller.fault(cell, "värdet saknar period: skriv till exempel 2018-01")

    def _sex(self, cell: Cell | None, teller: Teller) -> str | None:
        if cell is None or cell.blank:
            return TOTAL
        if not teller.usable(cell):
            return None
        sex = _SEXES.get(cell.text.casefold())
        if sex is None:
            teller.fault(cell, f"{seen(cell)} är inget av valen: skriv totalt, kvinnor eller män")
        return sex


def _missing(cell: Cell) -> bool:
    return cell.blank or (isinstance(cell.value, str) and cell.value in MISSING)
