"""What a reader that shows neither errors nor number formats may have hidden, and days that stand for long periods."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.model.periods import MONTHS, Period
from pipeline.model.records import Indicator
from pipeline.model.words import Kind
from pipeline.problems import Problems
from pipeline.read.grid import Cell
from pipeline.read.values.observe import Observed
from pipeline.wording import is_share

_WITHOUT = "i en fil av det här slaget syns inte"
_FAR = 20  # times; a share as a fraction of 1 is a hundred times smaller than as percent
_SMALL = "ligger mellan 0 och 1: "
_AS_PERCENT = "är 0,05 där fem procent, spara filen som Excel-arbetsbok (.xlsx) och formatera cellerna som procent"
_NAMES = {4: "kvartal", 3: "tertial", 1: "år"}


def tell_blanks(blanks: Iterable[Cell], observed: Sequence[Observed], problems: Problems) -> None:
    """Name the blank cells that stand between values, on their row or in their column: one may be an error."""
    rows = _reaches((one.place.row, one.place.column) for one in observed)
    columns = _reaches((one.place.column, one.place.row) for one in observed)
    for cell in blanks:
        row, column = cell.place.row, cell.place.column
        if _inside(column, rows.get(row)) or _inside(row, columns.get(column)):
            text = f"cellen är tom mellan andra värden: fel som #N/A {_WITHOUT}, så kontrollera att den ska vara tom"
            problems.remark(cell.place, text)


def _reaches(places: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return how far the values on each line reach: their first and last place on it."""
    found: dict[int, tuple[int, int]] = {}
    for line, place in places:
        first, last = found.get(line, (place, place))
        found[line] = min(first, place), max(last, place)
    return found


def _inside(place: int, reach: tuple[int, int] | None) -> bool:
    return reach is not None and reach[0] < place < reach[1]


def tell_scales(
    observed: Sequence[Observed], indicators: Mapping[str, Indicator], problems: Problems, *, blind: bool
) -> None:
    """Tell of shares that all lie between 0 and 1 far below the indicator's own figures: 4,6 % may stand as 0.046."""
    values: dict[str, list[Observed]] = defaultdict(list)
    for one in observed:
        values[one.indicator].append(one)
    for identity, ours in values.items():
        indicator = indicators[identity]
        most = max(one.value for one in ours)
        expected = _expected(indicator)
        if not (is_share(indicator.unit) and 0 < most <= 1 and (expected is None or expected > _FAR * most)):
            continue
        if expected is not None or blind:
            problems.fault(ours[0].place, f"andelarna för {identity} {_SMALL}{_AS_PERCENT}", identity)
        else:
            problems.remark(ours[0].place, f"andelarna för {identity} {_SMALL}{_AS_PERCENT}")


def _expected(indicator: Indicator) -> float | None:
    """Return the largest of the indicator's base value and target."""
    target = indicator.target
    figures = (indicator.base, *((target.low, target.high) if target else ()))
    return max((figure for figure in figures if figure is not None), default=None)


def lengthened(observed: Sequence[Observed], indicators: Mapping[str, Indicator], problems: Problems) -> list[Observed]:
    """Return values whose periods are written as any day in them, with periods as long as the days are apart."""
    days: dict[str, set[int]] = defaultdict(set)
    for one in observed:
        days[one.indicator].add(one.period.year * MONTHS + one.period.index)
    per_year = {identity: _per_year(indicators[identity], sorted(found)) for identity, found in days.items()}
    for one in {one.indicator: one for one in reversed(observed)}.values():
        if many := _NAMES.get(per_year[one.indicator]):
            problems.remark(one.place, f"{one.indicator} läses som värden för {many}, så långt som datumen står isär")
    return [replace(one, period=_long(one.period, per_year[one.indicator])) for one in observed]


def _per_year(indicator: Indicator, months: Sequence[int]) -> int:
    apart = min((after - before for before, after in pairwise(months)), default=1)
    if indicator.kind is Kind.ANNUAL or apart >= MONTHS:
        return 1
    return {3: 4, 4: 3}.get(apart, MONTHS)


def _long(period: Period, per_year: int) -> Period:
    return Period(period.year, period.index * per_year // MONTHS, per_year)
