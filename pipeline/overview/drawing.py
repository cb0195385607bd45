"""An indicator's chart as inline SVG: history, this year so far, forecast with its interval, and target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from pipeline.blanks import Chart
from pipeline.wording import number

WIDTH, HEIGHT = 340, 150
LEFT, RIGHT, TOP, BOTTOM = 8, 74, 12, 128
LINE_HEIGHT = 13


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a period and a value lie in the drawing."""

    periods: int
    low: float
    high: float

    def x(self, at: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (at / (self.periods - 1) if self.periods > 1 else 1)

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - self.low) / (self.high - self.low)

    def point(self, at: int, value: float) -> str:
        return f"{self.x(at):.1f},{self.y(value):.1f}"


def drawing(chart: Chart) -> Markup:
    """Return the chart as SVG with its alternative text; without script, font or file of its own."""
    numbers = tuple(_numbers(chart))
    low, high = min(numbers), max(numbers)
    frame = _Frame(len(chart.perioder), low, high if high > low else low + (abs(low) or 1))
    parts = (*_band(chart, frame), *_history(chart, frame), *_target(chart, frame), *_year(chart, frame))
    return Markup(  # noqa: S704 -- every text in it is escaped
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(chart.alternativtext)}">'
        f"{''.join(parts)}{''.join(_names(chart, frame))}{_axis(chart)}</svg>"
    )


def _numbers(chart: Chart) -> Iterator[float]:
    for values in (chart.hittills, *(values for _, values in chart.tidigare)):
        yield from (value for value in values if value is not None)
    ends = (chart.prognos, chart.lägst, chart.högst, chart.mål_lägst, chart.mål_högst)
    yield from (value for value in ends if value is not None)


def _line(look: str, points: Sequence[str]) -> str:
    return f'<polyline class="{look}" points="{" ".join(points)}"/>'


def _known(frame: _Frame, values: Sequence[float | None]) -> list[str]:
    return [frame.point(at, value) for at, value in enumerate(values) if value is not None]


def _history(chart: Chart, frame: _Frame) -> Iterator[str]:
    return (_line("earlier", _known(frame, values)) for _, values in chart.tidigare)


def _year(chart: Chart, frame: _Frame) -> Iterator[str]:
    points = _known(frame, chart.hittills)
    if chart.prognos is not None:
        yield _line("forecast", [*points[-1:], frame.point(frame.periods - 1, chart.prognos)])
    yield _line("year", points)
    for point in points[-1:]:
        x, _, y = point.partition(",")
        yield f'<circle class="now" cx="{x}" cy="{y}" r="3"/>'


def _target(chart: Chart, frame: _Frame) -> Iterator[str]:
    for value in (chart.mål_lägst, chart.mål_högst):
        if value is not None:
            y = f"{frame.y(value):.1f}"
            yield f'<line class="target" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'


def _band(chart: Chart, frame: _Frame) -> Iterator[str]:
    """Draw the forecast's interval, which lies under all lines."""
    ends = [frame.point(frame.periods - 1, value) for value in (chart.lägst, chart.högst) if value is not None]
    if ends:
        yield f'<polygon class="band" points="{" ".join((*_known(frame, chart.hittills)[-1:], *ends))}"/>'


def _names(chart: Chart, frame: _Frame) -> Iterator[str]:
    """Name the lines at their right ends, moved apart where they would cover each other."""
    found = []
    for value, text in ((chart.mål_lägst, "Mål"), (chart.mål_högst, "Mål"), (chart.prognos, "Prognos")):
        if value is not None:
            found.append((frame.y(value), f"{text} {number(value, chart.decimaler or 0)}"))
    above = float("-inf")
    for y, text in sorted(found):
        above = max(y, above + LINE_HEIGHT)
        yield f'<text x="{WIDTH - RIGHT + 6}" y="{above + 4:.1f}">{escape(text)}</text>'


def _axis(chart: Chart) -> str:
    first, last = escape(chart.perioder[0]), escape(chart.perioder[-1])
    end = f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{last}</text>' if last != first else ""
    return (
        f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{BOTTOM + 4}" y2="{BOTTOM + 4}"/>'
        f'<text x="{LEFT}" y="{HEIGHT - 6}">{first}</text>{end}'
    )
