"""How April's and August's forecasts turned out: inside the interval or not, and which way they erred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.blanks import HitRow, Paragraph, Text
from pipeline.compose import figures
from pipeline.compose.brief import Brief
from pipeline.compose.held import Side, side, with_span
from pipeline.model.results import EarlierIndicator, EarlierRun, IndicatorResult, Outcome
from pipeline.model.words import Occasion
from pipeline.wording import NBSP, as_printed, capital, count, counted, listed, number

COVERED = 0.8
"""The share of outcomes that the 80 % interval is made to hold."""
FEW = 30
_TWO = 2
_DAYS = {Occasion.APRIL: f"den 30{NBSP}april", Occasion.AUGUST: f"den 31{NBSP}augusti"}
_WHERE = {Side.INSIDE: "ja", Side.ABOVE: "nej, över", Side.BELOW: "nej, under"}


@dataclass(frozen=True, slots=True)
class Hit:
    """An earlier forecast with the year's outcome, and where the outcome lies beside the interval."""

    result: IndicatorResult
    earlier: EarlierIndicator
    forecast: float
    outcome: float
    where: Side
    places: int

    @property
    def error(self) -> float:
        """Return how much too high the forecast was, as printed, in the indicator's unit; below zero it was too low."""
        return float(as_printed(self.forecast, self.places) - as_printed(self.outcome, self.places))


@dataclass(frozen=True, slots=True)
class Hits:
    """One occasion's forecasts: those that can be compared, and how many cannot since the outcome is missing."""

    occasion: Occasion
    run: EarlierRun | None
    compared: tuple[Hit, ...] = ()
    without_outcome: int = 0


def year_outcome(result: IndicatorResult, year: int) -> Outcome | None:
    """Return the whole year's outcome, or None where the year is not complete."""
    found = result.outlook.outcome
    whole = found is not None and found.period.year == year and found.period.index == found.period.per_year - 1
    return found if whole else None


def hits(brief: Brief) -> tuple[Hits, ...]:
    """Return April's and August's forecasts beside the year's outcomes, every indicator once."""
    runs = ((Occasion.APRIL, brief.earlier), (Occasion.AUGUST, brief.august))
    return tuple(_of(brief, occasion, run) for occasion, run in runs)


def _of(brief: Brief, occasion: Occasion, run: EarlierRun | None) -> Hits:
    if run is None:
        return Hits(occasion, None)
    results = {one.indicator.id: one for goal in brief.results.goals for one in goal.indicators}
    told = {one.id: one for goal in run.goals.values() for one in goal.indicators.values()}
    forecasts = [one for one in told.values() if one.forecast is not None]
    found = [hit for one in forecasts if (hit := _hit(results.get(one.id), one, brief.results.year)) is not None]
    return Hits(occasion, run, tuple(found), len(forecasts) - len(found))


def _hit(result: IndicatorResult | None, earlier: EarlierIndicator, year: int) -> Hit | None:
    outcome = None if result is None else year_outcome(result, year)
    if result is None or outcome is None or earlier.forecast is None:
        return None
    places = figures.places(result)
    where = side(outcome.value, earlier, places)
    return None if where is None else Hit(result, earlier, earlier.forecast, outcome.value, where, places)


def hit_rows(found: Sequence[Hits]) -> tuple[HitRow, ...]:
    """Return a row per forecast that can be compared, April's before August's for each indicator."""
    rows = [(hit, one.occasion) for one in found for hit in one.compared]
    order = list(dict.fromkeys(hit.result.indicator.id for hit, _ in rows))
    rows.sort(key=lambda row: order.index(row[0].result.indicator.id))
    return tuple(_row(hit, occasion) for hit, occasion in rows)


def _row(hit: Hit, occasion: Occasion) -> HitRow:
    indicator, places = hit.result.indicator, hit.places
    point = figures.in_table(hit.forecast, indicator.unit, places)
    way = "hög" if hit.error > 0 else "låg"
    return HitRow(
        indikator=f"{indicator.id} {indicator.name}",
        tillfälle=occasion.value,
        prognos=with_span(point, hit.earlier.low, hit.earlier.high, places),
        utfall=figures.in_table(hit.outcome, indicator.unit, places),
        inom=_WHERE[hit.where],
        fel=f"{number(abs(hit.error), places)} för {way}" if hit.error else "stämde",
    )


def hits_in_words(found: Sequence[Hits]) -> Text:
    """Return a paragraph per occasion: how many outcomes lay inside the interval, and which way the forecasts erred."""
    return tuple(Paragraph(_told(one)) for one in found)


def _told(one: Hits) -> str:
    name = one.occasion.value
    if one.run is None:
        return f"Ingen delårsrapport per {_DAYS[one.occasion]} finns, så {name}s prognoser kan inte jämföras."
    if not one.compared:
        return _nothing_compared(name, one.without_outcome)
    return " ".join((*_inside(name, one.compared), _erred(one.compared), *_left_out(one.without_outcome)))


def _nothing_compared(name: str, many: int) -> str:
    if many == 0:
        return f"{capital(name)}s rapport innehåller ingen prognos att jämföra med utfallet."
    whose = f"{capital(name)}s enda prognos" if many == 1 else f"Ingen av {name}s {count(many)} prognoser"
    return f"{whose} kan {'inte ' if many == 1 else ''}jämföras: årets utfall saknas."


def _inside(name: str, compared: Sequence[Hit]) -> Iterator[str]:
    many, inside = len(compared), sum(hit.where is Side.INSIDE for hit in compared)
    interval = f"{name}prognosens intervall"
    if many == 1:
        yield f"Det enda utfall som kan jämföras hamnade {compared[0].where.value} {interval}."
        return
    if inside == 0:
        who = f"Inget av de {count(many)} utfallen"
    elif inside == many:
        who = "Båda utfallen" if many == _TWO else f"Alla {count(many)} utfall"
    else:
        who = f"{capital(count(inside))} av {count(many)} utfall"
    yield f"{who} hamnade inom {interval}; väntat är omkring {count(round(COVERED * many))}."


def _erred(compared: Sequence[Hit]) -> str:
    if len(compared) == 1:
        return f"Prognosen {'stämde' if not compared[0].error else _way(compared[0].error, 1)}."
    groups = [sum(hit.error > 0 for hit in compared), sum(hit.error < 0 for hit in compared)]
    told = [(many, _way(sign, many)) for many, sign in zip(groups, (1, -1), strict=True) if many]
    exact = len(compared) - sum(groups)
    told += [(exact, "stämde")] if exact else []
    (first, what), *rest = told
    if not rest:
        who = "Båda prognoserna" if first == _TWO else f"Alla {count(first)} prognoser"
        return f"{who} {what}."
    head = f"{capital(counted(first, 'prognos', 'prognoser', 'en'))} {what}"
    others = [f"{count(many, 'en')} {said}" for many, said in rest]
    return f"{listed([head, *others])}."


def _way(error: float, many: int) -> str:
    high, low = ("för hög", "för låg") if many == 1 else ("för höga", "för låga")
    return f"var {high if error > 0 else low}"


def _left_out(many: int) -> Iterator[str]:
    if many:
        yield f"För {counted(many, 'prognos', 'prognoser', 'en')} saknas årets utfall."


def hits_note(found: Sequence[Hits]) -> Text:
    """Return how the table is read, and how little so few forecasts say; nothing where there is no table."""
    most = max(len(one.compared) for one in found)
    if not most:
        return ()
    text = (
        "Intervallet är gjort för att rymma årets utfall i åtta fall av tio. Felet är prognosen minus utfallet, i "
        "indikatorns enhet, räknat på talen som de står i tabellen."
    )
    few = (
        "Så få prognoser säger lite om hur bra metoden är, och ett ovanligt år påverkar flera indikatorer åt samma "
        "håll. Hur metoden är prövad står i metodbeskrivningen."
    )
    return tuple(Paragraph(one) for one in ((text, few) if most < FEW else (text,)))
