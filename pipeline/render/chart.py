"""An indicator's year as a picture: readable in print, without colour, at a glance."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.blanks import Chart
from pipeline.render.chart_frame import INK, Label, frame, place, write
from pipeline.wording import decimals, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_CM, HEIGHT_CM, DPI = 16.0, 7.0, 180
EARLIER_YEARS = 5
EARLIER, TARGET = "#7d878e", "#8c3b1e"
INCH = 2.54


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG; the same chart gives the same bytes."""
    from matplotlib import rc_context  # noqa: PLC0415 -- slow to load, and many runs draw nothing
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    shown = chart if len(chart.perioder) > 1 or _is_yearly(chart) else _by_year(chart)
    with rc_context({"font.family": "DejaVu Sans", "font.size": 8}):
        figure = Figure(figsize=(WIDTH_CM / INCH, HEIGHT_CM / INCH), dpi=DPI)
        axes = figure.add_axes((0, 0, 1, 1))
        labels = (_years if _is_yearly(shown) else _months)(axes, shown)
        labels += [*_forecast(axes, shown), *_target(axes, shown)]
        frame(axes, chart, _values(shown))
        place(axes, labels)
        write(axes, labels)
        result = io.BytesIO()
        FigureCanvasAgg(figure).print_png(result, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return result.getvalue()


def _months(axes: "Axes", chart: Chart) -> list[Label]:
    """Draw the course of the latest years, and of this one so far."""
    labels = []
    for year, values in chart.tidigare[-EARLIER_YEARS:]:
        axes.plot(*_known(values), color=EARLIER, linewidth=0.9)
        labels += [Label(end, str(year), EARLIER) for end in _end_of(values)]
    _this_year(axes, chart)
    axes.set_xticks(range(len(chart.perioder)), chart.perioder)
    axes.set_xlim(-0.4, len(chart.perioder) - 0.2)
    return labels


def _years(axes: "Axes", chart: Chart) -> list[Label]:
    """Draw one point a year."""
    axes.plot(*_known(chart.hittills), color=INK, linewidth=1.8, marker="o", markersize=4.5)
    axes.set_xticks(range(len(chart.perioder)), chart.perioder)
    axes.set_xlim(-0.3, len(chart.perioder) - 0.6)
    return []


def _is_yearly(chart: Chart) -> bool:
    """Say whether the periods are years, of which the last is this one."""
    return chart.perioder[-1:] == (str(chart.år),)


def _by_year(chart: Chart) -> Chart:
    """Return a chart without periods as one of years."""
    known = {year: value for year, values in chart.tidigare for value in _last(values)}
    now = next(iter(_last(chart.hittills)), None)
    years = (*map(str, known), str(chart.år))
    return replace(chart, perioder=years, tidigare=(), hittills=(*known.values(), now))


def _this_year(axes: "Axes", chart: Chart) -> None:
    axes.plot(*_known(chart.hittills), color=INK, linewidth=2, marker="o", markersize=4.5, zorder=4)
    for at, value in _end_of(chart.hittills):
        then = [values[at] for _, values in chart.tidigare if at < len(values)]
        above = [one for one in then if one is not None and one > value]
        _name(axes, str(chart.år), (at, value), below=len(above) * 2 > len(then))


def _name(axes: "Axes", text: str, at: tuple[int, float], *, below: bool) -> None:
    """Write a line's name just above or below its end, where the earlier years are not."""
    axes.annotate(
        text,
        at,
        xytext=(0, -8 if below else 8),
        textcoords="offset points",
        ha="center",
        va="top" if below else "bottom",
        color=INK,
        weight="bold",
    )


def _forecast(axes: "Axes", chart: Chart) -> list[Label]:
    """Draw the forecast at the year's end with its interval, joined to what is known."""
    if chart.prognos is None:
        return []
    end = len(chart.perioder) - (1 if _is_yearly(chart) else 0.65)
    for start in _end_of(chart.hittills):
        axes.plot((start[0], end), (start[1], chart.prognos), color=INK, linewidth=1.3, linestyle=(0, (2, 2)), zorder=3)
    if chart.lägst is not None and chart.högst is not None:
        axes.plot((end, end), (chart.lägst, chart.högst), color=INK, linewidth=1.4, marker="_", markersize=8, zorder=5)
    axes.plot((end,), (chart.prognos,), color=INK, marker="D", markersize=6, markerfacecolor="white", zorder=6)
    return [Label((end, chart.prognos), f"Prognos: {_written(chart, chart.prognos)}", INK, "bold")]


def _target(axes: "Axes", chart: Chart) -> list[Label]:
    """Draw the target as a line, or as a band when it has two ends."""
    ends = [end for end in (chart.mål_lägst, chart.mål_högst) if end is not None]
    for end in ends:
        axes.axhline(end, color=TARGET, linewidth=1.3, linestyle=(0, (7, 3)), zorder=2)
    if len(ends) > 1:
        axes.axhspan(min(ends), max(ends), color=TARGET, alpha=0.08, linewidth=0)
    return [Label((axes.get_xlim()[1], sum(ends) / len(ends)), _target_text(chart), TARGET, "bold")] if ends else []


def _target_text(chart: Chart) -> str:
    if chart.måltext:
        return chart.måltext
    low, high = chart.mål_lägst, chart.mål_högst
    if low is not None and high is not None:
        span = _written(chart, low) if low == high else f"{_written(chart, low)}–{_written(chart, high)}"
        return f"Mål: {span}"
    if low is not None:
        return f"Mål: minst {_written(chart, low)}"
    return f"Mål: högst {_written(chart, high)}" if high is not None else ""


def _written(chart: Chart, value: float) -> str:
    ends = [end for end in (chart.mål_lägst, chart.mål_högst) if end is not None]
    return number(value, decimals(chart.enhet, ends) if chart.decimaler is None else chart.decimaler)


def _values(chart: Chart) -> list[float]:
    """Return every value that the picture must have room for."""
    series = [*(values for _, values in chart.tidigare), chart.hittills]
    points = (chart.prognos, chart.lägst, chart.högst, chart.mål_lägst, chart.mål_högst)
    return [value for values in [*series, points] for value in values if value is not None]


def _known(values: Sequence[float | None]) -> tuple[list[int], list[float]]:
    """Return the places and values of a line that passes over what is missing."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    return [at for at, _ in known], [value for _, value in known]


def _last(values: Sequence[float | None]) -> list[float]:
    """Return the last known value, in a list that is empty when there is none."""
    return [value for value in values if value is not None][-1:]


def _end_of(values: Sequence[float | None]) -> list[tuple[int, float]]:
    """Return the last known value with its place, in a list that is empty when there is none."""
    return [(at, value) for at, value in enumerate(values) if value is not None][-1:]
