"""What is drawn: a status as symbol and word, and a chart."""

from dataclasses import dataclass

from pipeline.model.words import Status

STATUS_STYLES = {
    Status.MET: "Status uppfylls",
    Status.PARTLY: "Status delvis",
    Status.UNCERTAIN: "Status osäkert",
    Status.NOT_MET: "Status uppfylls inte",
    Status.NOT_ASSESSABLE: "Status kan inte bedömas",
}
"""The character styles that a template must have to print a status."""
FIGURE_STYLE = "Statusruta"
"""The character style that a template must have to print the boxes of page 1's figure."""


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as symbol and word; `stil` names the character style that gives it its colour."""

    symbol: str
    ord: str
    stil: str


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A point of a chart: its place along the time axis, in years, and its value."""

    tid: float
    värde: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """An indicator's history, year so far, forecast with its 80 % interval, and target.

    `tidigare` holds one line per past year and `hittills` this year's values, all as what the year
    amounts to after each period. Where there is one value a year, `perioder` are the years and `hittills`
    their values. `alternativtext` says in words what the chart shows. `måltext` names the target
    ("Mål: minst 95") and `decimaler` is how many decimals its numbers are printed with; without them the
    chart finds words and decimals itself.
    """

    titel: str
    enhet: str
    alternativtext: str
    år: int
    perioder: tuple[str, ...]
    tidigare: tuple[tuple[int, tuple[float | None, ...]], ...]
    hittills: tuple[float | None, ...]
    prognos: float | None
    lägst: float | None
    högst: float | None
    mål_lägst: float | None
    mål_högst: float | None
    måltext: str = ""
    decimaler: int | None = None
