"""What stands around a chart's lines: axes, and labels that name each line without colliding."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.blanks import Chart
from pipeline.wording import decimals, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, PALE = "#1f3a4d", "#c9d1d6"
LABEL_STEP = 0.07
LEADER = "#9aa5ac"
EDGE, GAP, MARGIN = 1.04, 0.006, 0.08
LEAST_LEFT, LEAST_RIGHT, SIGN = 0.025, 0.04, 0.0115  # shares of the picture's width; a sign in bold is the widest
BOTTOM, HEIGHT = 0.11, 0.78
NEAR_ZERO = 0.4
TICKS = 5


@dataclass(frozen=True, slots=True)
class Label:
    """A text at the right-hand edge, for the line that ends at `end`."""

    end: tuple[float, float]
    text: str
    colour: str
    weight: str = "normal"


def frame(axes: "Axes", chart: Chart, values: list[float]) -> None:
    """Draw the axes as lightly as they can be read."""
    _scale(axes, values)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    axes.grid(axis="y", color=PALE, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0, colors=INK)
    axes.tick_params(axis="x", colors=INK, color=INK, length=3)
    axes.figure.text(0.006, 0.935, chart.enhet, color=INK)


def _scale(axes: "Axes", values: list[float]) -> None:
    """Let the scale begin at zero when the values come near it, and write it in Swedish."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 -- loaded with the rest of matplotlib

    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low or abs(high) or 1.0) * MARGIN
    low = 0.0 if 0 <= low < NEAR_ZERO * high else low - room
    axes.set_ylim(low, high + room)
    found = MaxNLocator(nbins=TICKS).tick_values(low, high + room)
    ticks = [float(tick) for tick in found if low <= tick <= high + room]
    axes.set_yticks(ticks, [number(tick, decimals("", ticks)) for tick in ticks])


def place(axes: "Axes", labels: list[Label]) -> None:
    """Leave room for the widest number to the left and the longest label to the right."""
    left = LEAST_LEFT + SIGN * max((len(tick.get_text()) for tick in axes.get_yticklabels()), default=0)
    right = LEAST_RIGHT + SIGN * max((len(label.text) for label in labels), default=0)
    axes.set_position((left, BOTTOM, 1 - left - right, HEIGHT))


def write(axes: "Axes", labels: list[Label]) -> None:
    """Write the labels in a column of their own, each joined to its line's end by a thin one."""
    ordered = sorted(labels, key=lambda label: label.end[1])
    low, high = axes.get_ylim()
    left, right = axes.get_xlim()
    ends = [((label.end[0] - left) / (right - left), (label.end[1] - low) / (high - low)) for label in ordered]
    places = spread([height for _, height in ends])
    for label, (start, height), at in zip(ordered, ends, places, strict=True):
        path = (start, 1.0, EDGE - GAP), (height, height, at)
        axes.plot(*path, transform=axes.transAxes, color=LEADER, linewidth=0.5, clip_on=False, zorder=1)
        axes.text(EDGE, at, label.text, transform=axes.transAxes, color=label.colour, weight=label.weight, va="center")


def spread(heights: list[float], step: float = LABEL_STEP) -> list[float]:
    """Move sorted heights apart until no two are nearer than a line of text."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + step) if placed else height)
    ceiling = 1.0 + step / 2
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - step
    return placed
