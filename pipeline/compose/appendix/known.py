"""An indicator's figures as the documents print them, each with its value in full and where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose import figures
from pipeline.compose.appendix.inputs import InputSpans
from pipeline.compose.appendix.tokens import count_words, tokens
from pipeline.model.figures import Origin
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Indicator, Observation, Target
from pipeline.model.results import IndicatorResult, Outcome
from pipeline.model.words import Kind
from pipeline.problems import Place
from pipeline.wording import chance, chance_in_table, number, period

FORECAST = "Prognos enligt docs/metod.md ur indikatorns alla värden i Indata"
PROBABILITY = "Sannolikhet att målet nås, ur prognosens fördelning och målvärdet"
_INTERVAL = "{} ände av prognosens 80 %-intervall"
_SUM, _MEAN = "Summan av årets värden", "Medelvärdet av årets värden"


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that may be printed: what it is, the number as it is written, and its origin."""

    kind: str
    printed: str
    origin: Origin


def known_of(one: IndicatorResult, spans: InputSpans | None) -> tuple[Known, ...]:
    """Return the indicator's figures; of those written alike the likelier in running text comes first."""
    return tuple(
        found
        for facts in (_outcome, _forecast, _targets, _base, _pace, _probability, _observed)
        for found in facts(one, spans)
    )


def named(kind: str, written: str, *origins: Origin) -> Iterator[Known]:
    """Pair the numbers in the written text with their origins, in order."""
    found = [*tokens(written)] or [*count_words(written)]
    for token, origin in zip(found, origins, strict=False):
        yield Known(kind, token.text, origin)


def _outcome(one: IndicatorResult, spans: InputSpans | None) -> Iterator[Known]:
    found = one.outlook.outcome
    if found is not None:
        origin = outcome_origin(one, found, spans)
        yield from named("utfall", number(found.value, figures.places(one)), origin)
        when = Origin(value=str(found.period), cell=origin.cell, rule="Perioden för utfallet", inputs=origin.inputs)
        yield from named("utfall_tom", period(found.period), when)


def outcome_origin(one: IndicatorResult, found: Outcome, spans: InputSpans | None) -> Origin:
    """Return where the outcome comes from: one cell, or this year's values added up or averaged."""
    unit = one.indicator.unit
    last = _at(one.series.observations if one.series else (), found)
    alone = not figures.adds_up(one.indicator) or found.period.index == 0
    if alone and last is not None and last.value == found.value:
        return direct(last.value, unit, last.place)
    rule = _MEAN if one.indicator.kind is Kind.MEAN else _SUM
    return Origin(value=found.value, unit=unit, rule=rule, inputs=None if spans is None else spans.year)


def sex_origin(one: IndicatorResult, sex: str, spans: InputSpans | None) -> Origin | None:
    """Return where one sex's outcome comes from, over the same periods as the total's."""
    found, unit = one.outlook.outcome, one.indicator.unit
    if found is None or one.series is None:
        return None
    seen = [each for each in one.series.by_sex.get(sex, ()) if each.period <= found.period]
    last = _at(seen, found)
    if last is not None and not figures.adds_up(one.indicator):
        return direct(last.value, unit, last.place)
    values = [each.value for each in seen if each.period.year == found.period.year]
    mean = one.indicator.kind is Kind.MEAN and values
    value = sum(values) / len(values) if mean else sum(values)
    rows = None if spans is None else spans.by_sex.get(sex)
    return Origin(value=value, unit=unit, rule=_MEAN if mean else _SUM, inputs=rows)


def _at(seen: Sequence[Observation], found: Outcome) -> Observation | None:
    return next((one for one in seen if one.period == found.period), None)


def direct(value: float | str, unit: str, cell: Place) -> Origin:
    """Return the origin of a number that stands in a cell."""
    return Origin(value=value, unit=unit, cell=cell)


def _forecast(one: IndicatorResult, spans: InputSpans | None) -> Iterator[Known]:
    found = one.outlook.forecast
    if found is not None:
        yield from named("prognos", figures.point(one, found), _computed(one, found.point, FORECAST, spans))
        yield from named("intervall", figures.interval(one, found), *_ends(one, found, spans))


def _ends(one: IndicatorResult, found: Forecast, spans: InputSpans | None) -> tuple[Origin, Origin]:
    return (
        _computed(one, found.low, _INTERVAL.format("Nedre"), spans),
        _computed(one, found.high, _INTERVAL.format("Övre"), spans),
    )


def _computed(one: IndicatorResult, value: float, rule: str, spans: InputSpans | None) -> Origin:
    return Origin(value=value, unit=one.indicator.unit, rule=rule, inputs=None if spans is None else spans.values)


def _targets(one: IndicatorResult, _: InputSpans | None) -> Iterator[Known]:
    indicator, target = one.indicator, one.indicator.target or Target()
    origins = [direct(value, indicator.unit, cell) for value, cell in bounds(indicator, target)]
    yield from named("målvärde", figures.target(one), *origins)
    if indicator.target_year is not None:
        yield from named("målår", str(indicator.target_year), direct(indicator.target_year, "", indicator.at("Målår")))


def bounds(indicator: Indicator, target: Target) -> Iterator[tuple[float, Place]]:
    """Return the target's bounds, the lower first, each with its cell."""
    if target.low is not None:
        yield target.low, indicator.at("Målvärde")
    if target.high is not None:
        yield target.high, indicator.at("Målvärde" if target.low is None else "Målvärde högst")


def _base(one: IndicatorResult, _: InputSpans | None) -> Iterator[Known]:
    indicator = one.indicator
    if indicator.base is not None:
        value = direct(indicator.base, indicator.unit, indicator.at("Basvärde"))
        year = direct(indicator.base_year or "", "", indicator.at("Basår"))
        yield from named("basvärde", figures.base(one), value, year)


def _pace(one: IndicatorResult, spans: InputSpans | None) -> Iterator[Known]:
    """Return the pace as it may be rounded: see `compose.pace`."""
    pace = one.pace
    if pace is None:
        return
    rest = f"det som återstår till målvärdet, på {pace.remaining} perioder"
    for kind, value, rule in (
        ("takt", pace.needed_total, rest),
        ("takt", pace.needed, rest),
        ("hittills", pace.so_far, "hittills per period"),
    ):
        if value is not None:
            inputs = None if spans is None else spans.every
            origin = Origin(value=value, unit=one.indicator.unit, rule=f"Takt: {rule}", inputs=inputs)
            for written in _roundings(value, figures.places(one)):
                yield Known(kind, written, origin)


def _roundings(value: float, places: int) -> dict[str, None]:
    exact = {number(value, max(places, 1)): None, number(value, places): None, number(round(value)): None}
    step = 10.0**-places
    return {**exact, number(value - step / 2, places): None, number(value + step / 2, places): None}


def _probability(one: IndicatorResult, spans: InputSpans | None) -> Iterator[Known]:
    if one.probability is not None:
        inputs = None if spans is None else spans.values
        origin = Origin(value=one.probability * 100, unit="procent", rule=PROBABILITY, inputs=inputs)
        yield from named("sannolikhet", chance_in_table(one.probability), origin)
        yield from named("sannolikhet", chance(one.probability), origin)


def _observed(one: IndicatorResult, spans: InputSpans | None) -> Iterator[Known]:
    """Return the values themselves, and the years and periods that they are for."""
    if one.series is None:
        return
    every = None if spans is None else spans.values
    for seen in one.series.observations:
        yield Known(
            "värde", number(seen.value, figures.places(one)), direct(seen.value, one.indicator.unit, seen.place)
        )
    for year in sorted({seen.period.year for seen in one.series.observations}):
        rule = "År som indikatorn har värden för"
        yield Known("år", str(year), Origin(value=year, rule=rule, inputs=every))
