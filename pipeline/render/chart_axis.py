"""The scale of a chart: where it begins and ends, and its steps."""

import math
from dataclasses import dataclass

from pipeline.wording import is_share

NEAR_ZERO = 0.4
ROOM = 0.04
STEPS = 5
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
WHOLE = 100.0
ALMOST = 0.999


@dataclass(frozen=True, slots=True)
class Scale:
    """The value axis: its ends, the step between its lines, and how many decimals they are written with."""

    low: float
    high: float
    step: float
    decimals: int

    def height(self, value: float) -> float:
        """Return how far up a value stands, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def widest(self) -> int:
        """Return how many signs the longest number has."""
        return max(len(f"{end:,.{self.decimals}f}") for end in (self.low, self.high))


def scale(values: list[float], unit: str, places: int | None) -> Scale:
    """Let the scale begin at zero when the values come near it, and end at a line of its own."""
    whole = all(float(one).is_integer() for one in values) if places is None else places == 0
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low or abs(high) or 1.0) * ROOM
    bottom = 0.0 if 0 <= low < NEAR_ZERO * high or low == high == 0 else low - room
    step = _nice((high + room - bottom) / STEPS, 1.0 if whole else 0.0)
    written = _places(step)
    top = math.ceil(round((high + room) / step, 6)) * step
    if is_share(unit) and high <= WHOLE < top:
        top = WHOLE
    low = math.floor(round(bottom / step, 6)) * step
    return Scale(round(low, written), round(top, written), step, written)


def _nice(rough: float, least: float) -> float:
    """Return the nearest step upwards that reads well; a whole number where `least` is one."""
    wanted = max(rough, least)
    power = 10.0 ** math.floor(math.log10(wanted))
    steps = (one * power for one in NICE if not least or (one * power).is_integer())
    return next(step for step in steps if step >= wanted * ALMOST)


def _places(step: float) -> int:
    return next(places for places in range(300) if math.isclose(round(step, places), step, rel_tol=1e-6))
