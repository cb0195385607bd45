"""An indicator as a table row, and as the text and chart under the table."""

from collections.abc import Sequence

from pipeline.blanks import IndicatorRow, SexRow, Text
from pipeline.compose import figures, sentences
from pipeline.compose.appendix.numbering import reference
from pipeline.compose.august import april_forecast, since_april
from pipeline.compose.brief import Brief
from pipeline.compose.charts import chart
from pipeline.compose.pace import pace_sentence
from pipeline.compose.texts import paragraphs
from pipeline.model.records import Observation
from pipeline.model.results import IndicatorResult
from pipeline.model.words import Kind, Occasion
from pipeline.wording import chance_in_table


def indicator_row(brief: Brief, result: IndicatorResult, goal: int) -> IndicatorRow:
    """Return all that the report prints of the indicator."""
    forecast = result.outlook.forecast
    year = brief.results.year
    return IndicatorRow(
        id=result.indicator.id,
        namn=result.indicator.name,
        enhet=_unit(brief, result, goal),
        basvärde=figures.base(result),
        utfall=figures.outcome(result),
        utfall_tom=figures.outcome_when(result, year),
        målvärde=figures.target(result),
        prognos=figures.NONE if forecast is None else figures.point(result, forecast),
        intervall="" if forecast is None else figures.interval_in_table(result, forecast),
        sannolikhet=figures.NONE if result.probability is None else chance_in_table(result.probability),
        status=figures.mark(result.status),
        motivering=_reason(brief, result),
        takt=pace_sentence(result, figures.places(result)),
        aprilprognos=april_forecast(brief, result, goal),
        sedan_april=since_april(brief, result, goal),
        analys=_analysis(result),
        källa=result.indicator.source,
        kön=_by_sex(brief, result),
        diagram=chart(result, year),
    )


def _unit(brief: Brief, result: IndicatorResult, goal: int) -> str:
    """Return the unit, and the row of the figure appendix that has the indicator."""
    where = reference(brief.results, goal, result.indicator.id)
    return f"{result.indicator.unit}, {where}" if result.indicator.unit else where


def _reason(brief: Brief, result: IndicatorResult) -> str:
    parts = [result.reason]
    if len(result.outlook.past) == 1 and result.outlook.forecast and brief.occasion is Occasion.APRIL:
        wanted = "" if _analysis(result) else " En egen kommentar behövs."
        parts.append(f"Prognosen vilar på ett enda tidigare år.{wanted}")
    person = result.follow_up
    if person is not None and person.status is not None and result.computed_status is not None:
        parts.append(f"Enligt beräkningen: {result.computed_status.value}.")
        parts.append(sentences.personal(person, person.status))
    parts.append(sentences.own_forecast(person))
    return " ".join(part for part in parts if part)


def _analysis(result: IndicatorResult) -> Text:
    person = result.follow_up
    if person is None:
        return ()
    cause = f"Orsak: {person.cause}" if person.cause else ""
    return paragraphs("\n".join(text for text in (person.analysis, cause) if text))


def _by_sex(brief: Brief, result: IndicatorResult) -> tuple[SexRow, ...]:
    if result.series is None:
        return ()
    found = ((sex, _outcome_of(seen, result, brief)) for sex, seen in result.series.by_sex.items())
    return tuple(SexRow(namn=sex, basvärde="", utfall=outcome) for sex, outcome in found if outcome)


def _outcome_of(observations: Sequence[Observation], result: IndicatorResult, brief: Brief) -> str:
    """Return the outcome of one sex, over the same periods as the total's; nothing where one is missing."""
    total = result.outlook.outcome
    if total is None:
        return ""
    year, kind = brief.results.year, result.indicator.kind
    values = {seen.period: seen.value for seen in observations if seen.period <= total.period}
    this_year = [value for when, value in values.items() if when.year == year]
    latest = values.get(total.period)
    adds_up = figures.adds_up(result.indicator)
    if latest is None or (adds_up and len(this_year) != total.period.index + 1):
        return ""
    value = _of_year(kind if adds_up else None, this_year, latest)
    return figures.in_table(value, result.indicator.unit, figures.places(result))


def _of_year(kind: Kind | None, this_year: Sequence[float], latest: float) -> float:
    match kind:
        case Kind.SUM:
            return sum(this_year)
        case Kind.MEAN:
            return sum(this_year) / len(this_year)
        case _:
            return latest
