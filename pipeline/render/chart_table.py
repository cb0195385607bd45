"""A chart as a table: one row per period and one column per line, the same in the picture and in the workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.blanks import Chart

EARLIER_YEARS = 5
MOST_YEARS = 15  # one point a year
PERIOD, OUTCOME, FORECAST, LOW, HIGH = "Period", "Utfall", "Prognos", "Lägst", "Högst"
TARGET, TARGET_LOW, TARGET_HIGH = "Mål", "Mål från", "Mål till"
Values = tuple[float | None, ...]


class Role(Enum):
    """What a line shows, which decides how it is drawn."""

    EARLIER = auto()
    NOW = auto()
    FORECAST = auto()
    BOUND = auto()
    TARGET = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A column of the table: its heading, what it shows, and a value or nothing per period."""

    heading: str
    role: Role
    values: Values

    @property
    def end(self) -> tuple[int, float] | None:
        """Return the last known value with its place."""
        known = [(at, value) for at, value in enumerate(self.values) if value is not None]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Table:
    """What a chart shows."""

    periods: tuple[str, ...]
    lines: tuple[Line, ...]

    def numbers(self) -> list[float]:
        """Return every value that the chart must have room for."""
        return [value for line in self.lines for value in line.values if value is not None]


def table(chart: Chart) -> Table:
    """Return the chart's lines, in the order that they are drawn: what matters most is drawn last."""
    shown = _latest(chart if len(chart.perioder) > 1 or _is_yearly(chart) else _by_year(chart))
    size = len(shown.perioder)
    known = [*_earlier(shown), *_target(shown, size), _now(shown, size)]
    lines = [*known, *_forecast(shown, known[-1])]
    return Table(shown.perioder, tuple(line for line in lines if line.end is not None))


def _is_yearly(chart: Chart) -> bool:
    """Say whether the periods are years, of which the last is this one."""
    return chart.perioder[-1:] == (str(chart.år),)


def _latest(chart: Chart) -> Chart:
    """Leave out the oldest periods where there are more than can be named."""
    many = len(chart.perioder)
    if many <= MOST_YEARS:
        return chart
    return replace(chart, perioder=chart.perioder[-MOST_YEARS:], hittills=_filled(chart.hittills, many)[-MOST_YEARS:])


def _by_year(chart: Chart) -> Chart:
    """Return a chart without periods as one of years."""
    known = {year: value for year, values in chart.tidigare for value in _last(values)}
    now = next(iter(_last(chart.hittills)), None)
    return replace(chart, perioder=(*map(str, known), str(chart.år)), tidigare=(), hittills=(*known.values(), now))


def _last(values: Sequence[float | None]) -> list[float]:
    """Return the last known value, in a list that is empty when there is none."""
    return [value for value in values if value is not None][-1:]


def _earlier(chart: Chart) -> Iterator[Line]:
    for year, values in chart.tidigare[-EARLIER_YEARS:]:
        yield Line(str(year), Role.EARLIER, _filled(values, len(chart.perioder)))


def _now(chart: Chart, size: int) -> Line:
    heading = OUTCOME if _is_yearly(chart) else str(chart.år)
    return Line(heading, Role.NOW, _filled(chart.hittills, size))


def _target(chart: Chart, size: int) -> Iterator[Line]:
    """Return the target as a line, or as two when it has two ends."""
    low, high = chart.mål_lägst, chart.mål_högst
    both = low is not None and high is not None and low != high
    for value, heading in (
        ((low, TARGET_LOW), (high, TARGET_HIGH)) if both else ((high if low is None else low, TARGET),)
    ):
        if value is not None:
            yield Line(heading, Role.TARGET, (value,) * size)


def _forecast(chart: Chart, now: Line) -> Iterator[Line]:
    """Return the forecast and the ends of its interval, each joined to the last known value."""
    ends = ((LOW, Role.BOUND, chart.lägst), (HIGH, Role.BOUND, chart.högst), (FORECAST, Role.FORECAST, chart.prognos))
    size = len(chart.perioder)
    for heading, role, value in ends:
        if value is not None and chart.prognos is not None and size:
            values: list[float | None] = [None] * size
            if now.end is not None:
                values[now.end[0]] = now.end[1]
            values[-1] = value
            yield Line(heading, role, tuple(values))


def _filled(values: Values, size: int) -> Values:
    return (*values, *(None,) * size)[:size]
