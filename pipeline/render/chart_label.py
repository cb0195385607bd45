"""The words beside a chart's lines: each names its line, and no two collide."""

from dataclasses import dataclass

from pipeline.blanks import Chart
from pipeline.render.chart_axis import Scale
from pipeline.render.chart_table import OUTCOME, TARGET, TARGET_HIGH, TARGET_LOW, Line, Role, Table
from pipeline.wording import MINUS, decimals, number

HEIGHT = 0.06  # of a line of text, as a share of the chart's height
SIGN = 0.0083  # the width of a sign, as a share of the chart's width
GAP = 0.012
LOW = 1.6 * HEIGHT  # nearer the axis than this, a name has no room below its line
INWARD = 0.022  # from the axis, for a label at the first period
INNER_TOP, INNER_HEIGHT = 0.115, 0.765
LEAST_LEFT, LEAST_RIGHT = 0.024, 0.026
MARKER = {Role.FORECAST: 0.008, Role.BOUND: 0.006}  # what a marker moves its label by
BESIDE_ANOTHER = 6 * SIGN
FAR = 0.6 * HEIGHT  # further from its line, a label may be read as another line's
WEIGHT = {Role.EARLIER: 1.0, Role.BOUND: 4.0, Role.FORECAST: 9.0, Role.TARGET: 4.0}
BESIDE = (Role.EARLIER, Role.BOUND, Role.FORECAST, Role.TARGET)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at a line's end: what it says, and how far it is moved from there.

    `format` is the number format of its value; without one it says the line's heading alone, and
    if it is not `named` its value alone.
    """

    format: str = ""
    separator: str = ""
    named: bool = True
    right: float = 0.0
    down: float = 0.0
    side: str = "r"


@dataclass(frozen=True, slots=True)
class _Text:
    """A label's number format, what stands between the heading and the number, and the text as it comes out."""

    format: str
    separator: str
    shown: str


@dataclass(frozen=True, slots=True)
class Room:
    """Where the lines are drawn, as shares of the chart's width and height."""

    left: float
    width: float


def labels(chart: Chart, shown: Table, axis: Scale) -> tuple[Room, dict[str, Label]]:
    """Return the room that the labels leave to the lines, and the labels by their lines' headings."""
    beside = [line for line in shown.lines if line.role in BESIDE]
    texts = {line.heading: _text(chart, line) for line in beside}
    left = LEAST_LEFT + SIGN * axis.widest()
    right = LEAST_RIGHT + SIGN * max((len(text.shown) for text in texts.values()), default=0)
    room = Room(left, 1 - left - right)
    step = room.width / max(len(shown.periods) - 1, 1)
    found = _placed(beside, texts, axis, step)
    if any(abs(found[line.heading].down) > FAR for line in beside if line.role in (Role.FORECAST, Role.TARGET)):
        found = _placed([line for line in beside if line.role is not Role.BOUND], texts, axis, step)
    for line in shown.lines:
        if line.role is Role.NOW and line.heading != OUTCOME:
            found[line.heading] = Label(
                right=0 if line.end and line.end[0] else INWARD, side=_free_side(line, shown, axis)
            )
    return room, found


def _placed(lines: list[Line], texts: dict[str, _Text], axis: Scale, step: float) -> dict[str, Label]:
    """Move the labels to a column beside the lines, in the order of their lines' ends."""
    ends = sorted(((line.end, line) for line in lines if line.end), key=lambda one: one[0][1])
    last = max((at for (at, _), _ in ends), default=0)
    rows = _rows([(axis.height(value) * INNER_HEIGHT, line) for (_, value), line in ends])
    heights = spread([_mean([height for height, _ in row]) for row in rows], [WEIGHT[row[0][1].role] for row in rows])
    return {
        line.heading: Label(
            format=texts[line.heading].format,
            separator=texts[line.heading].separator,
            named=line.role is not Role.BOUND,
            right=(last - line.end[0]) * step + GAP - MARKER.get(line.role, 0.0) + place * BESIDE_ANOTHER,
            down=own - height,
        )
        for row, height in zip(rows, heights, strict=True)
        for place, (own, line) in enumerate(row)
        if line.end
    }


def _rows(ends: list[tuple[float, Line]]) -> list[list[tuple[float, Line]]]:
    """Let two earlier years whose lines end close together share a line of text."""
    rows: list[list[tuple[float, Line]]] = []
    for height, line in ends:
        before = rows[-1] if rows else []
        if len(before) == 1 and {before[0][1].role, line.role} == {Role.EARLIER} and height - before[0][0] < HEIGHT:
            before.append((height, line))
        else:
            rows.append([(height, line)])
    return rows


def spread(heights: list[float], weights: list[float], step: float = HEIGHT) -> list[float]:
    """Move sorted heights apart until no two are nearer than a line of text, the weightiest the least."""
    groups: list[list[tuple[float, float]]] = []
    for at, (height, weight) in enumerate(zip(heights, weights, strict=True)):
        groups.append([(height - at * step, weight)])
        while len(groups) > 1 and _centre(groups[-2]) > _centre(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    highest = max(INNER_HEIGHT + HEIGHT / 2 - (len(heights) - 1) * step, 0.0)
    moved = [min(max(_centre(group), 0.0), highest) for group in groups for _ in group]
    return [base + at * step for at, base in enumerate(moved)]


def _centre(group: list[tuple[float, float]]) -> float:
    return sum(height * weight for height, weight in group) / sum(weight for _, weight in group)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _free_side(line: Line, shown: Table, axis: Scale) -> str:
    """Say whether a line's name stands above or below its end: where neither the earlier years nor the axis are."""
    if line.end is None or axis.height(line.end[1]) * INNER_HEIGHT < LOW:
        return "t"
    at, value = line.end
    then = [one.values[at] for one in shown.lines if one.role is Role.EARLIER]
    above = [one for one in then if one is not None and one > value]
    return "b" if len(above) * 2 > len(then) else "t"


def _text(chart: Chart, line: Line) -> _Text:
    if line.role is Role.EARLIER or line.end is None:
        return _Text("", "", line.heading)
    ends = [end for end in (chart.mål_lägst, chart.mål_högst) if end is not None]
    places = decimals(chart.enhet, ends) if chart.decimaler is None else chart.decimaler
    before, after = _around(chart, line.heading)
    shown = f"{before}{number(line.end[1], places)}{after}"
    if line.role is Role.BOUND:
        return _Text(number_format(places), "", shown)
    separator = " " if line.heading in (TARGET_LOW, TARGET_HIGH) else ": "
    return _Text(number_format(places, before, after), separator, f"{line.heading}{separator}{shown}")


def _around(chart: Chart, heading: str) -> tuple[str, str]:
    """Return the words before and after a target's number: ``minst``, and a percent sign."""
    if heading not in (TARGET, TARGET_LOW, TARGET_HIGH):
        return "", ""
    digits = [at for at, sign in enumerate(chart.måltext) if sign.isdigit() or sign == MINUS]
    after = chart.måltext[digits[-1] + 1 :] if digits else ""
    if heading != TARGET:
        return "", after
    if digits:
        return chart.måltext[: digits[0]].partition(":")[2].lstrip(), after
    word = "minst" if chart.mål_högst is None else "högst" if chart.mål_lägst is None else ""
    return f"{word} " if word else "", after


def number_format(places: int, before: str = "", after: str = "") -> str:
    """Return the code of a Swedish number with words around it, and a minus sign that is one."""
    digits = "#,##0" + (f".{'0' * places}" if places else "")
    first, last = (f'"{text.replace(chr(34), "")}"' if text else "" for text in (before, after))
    return f'[$-41D]{first}{digits}{last};[$-41D]{first}"{MINUS}"{digits}{last}'
