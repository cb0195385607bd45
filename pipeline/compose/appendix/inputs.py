"""The values that figures are computed from, one a row, in the order in which the sheet Indata has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.figures import InputRow, Span
from pipeline.model.records import Indicator, Observation
from pipeline.model.results import IndicatorResult, Results
from pipeline.model.words import Kind, ValueBasis
from pipeline.problems import Place
from pipeline.wording import period

SHEET = "Indata"
FIRST_ROW = 2
_DIFFERENCE = "Cellen är ackumulerad från årets början; värdet är skillnaden mot perioden före."


@dataclass(frozen=True, slots=True)
class InputSpans:
    """Where an indicator's input stands: all of it, this year's values, and each sex's values this year."""

    every: Span
    values: Span | None
    year: Span | None
    by_sex: dict[str, Span]


def used(one: IndicatorResult, results: Results) -> tuple[Observation, ...]:
    """Return the values up to the report date, and a yearly measurement of the year itself."""
    return () if one.series is None else _until(one.series.observations, one, results)


def _until(seen: Sequence[Observation], one: IndicatorResult, results: Results) -> tuple[Observation, ...]:
    until = results.as_of
    if until is None:
        return tuple(seen)
    yearly = one.indicator.kind is Kind.ANNUAL
    return tuple(found for found in seen if found.period.end <= until or (yearly and found.period.year == until.year))


def input_rows(results: Results) -> tuple[tuple[InputRow, ...], dict[str, InputSpans]]:
    """Return the rows, each indicator once, and where each indicator's stand."""
    rows: list[InputRow] = []
    spans: dict[str, InputSpans] = {}
    for one in (found for goal in results.goals for found in goal.indicators):
        if one.indicator.id not in spans and (own := list(_rows(one, results))):
            spans[one.indicator.id] = _spans(own, FIRST_ROW + len(rows), one, results)
            rows += [row for row, _, _ in own]
    return tuple(rows), spans


_Row = tuple[InputRow, int | None, str]
"""A row with the year of its value, None for what is no value, and the sex it is for."""


def _rows(one: IndicatorResult, results: Results) -> Iterator[_Row]:
    indicator = one.indicator
    if indicator.base is not None:
        yield _row(indicator, "Basvärde", indicator.base, indicator.at("Basvärde")), None, ""
    target = indicator.target
    if target is not None and target.low is not None:
        yield _row(indicator, "Målvärde", target.low, indicator.at("Målvärde")), None, ""
    if target is not None and target.high is not None:
        heading = "Målvärde" if target.low is None or "Målvärde högst" not in indicator.places else "Målvärde högst"
        yield _row(indicator, heading, target.high, indicator.at(heading)), None, ""
    for seen in used(one, results):
        yield _observed(indicator, seen), seen.period.year, ""
    for sex, observations in () if one.series is None else one.series.by_sex.items():
        for seen in _until(observations, one, results):
            yield _observed(indicator, seen, f"{sex}, "), seen.period.year, sex


def _observed(indicator: Indicator, seen: Observation, who: str = "") -> InputRow:
    note = _DIFFERENCE if indicator.basis is ValueBasis.ACCUMULATED and seen.period.index else ""
    return _row(indicator, f"{who}{period(seen.period)}", seen.value, seen.place, note)


def _row(indicator: Indicator, name: str, value: float, cell: Place, note: str = "") -> InputRow:
    label = f"{indicator.id} {indicator.name}"
    return InputRow(indicator=label, name=name, value=value, unit=indicator.unit, cell=cell, note=note)


def _spans(rows: Sequence[_Row], first: int, one: IndicatorResult, results: Results) -> InputSpans:
    def span(found: list[int]) -> Span | None:
        return Span(SHEET, first + found[0], first + found[-1]) if found else None

    outcome = one.outlook.outcome
    year = results.year if outcome is None else outcome.period.year
    total = [index for index, (_, when, sex) in enumerate(rows) if when is not None and not sex]
    by_sex = {
        sex: found
        for sex in {sex for _, _, sex in rows if sex}
        if (found := span([index for index, (_, when, who) in enumerate(rows) if who == sex and when == year]))
    }
    this_year = [index for index in total if rows[index][1] == year]
    return InputSpans(Span(SHEET, first, first + len(rows) - 1), span(total), span(this_year), by_sex)
