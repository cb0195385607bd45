"""What has changed for an indicator since April: April's published run beside August's results."""

from pipeline.compose import figures
from pipeline.compose.april_values import FINEST, changed_past, new_outcomes, value_changes
from pipeline.compose.brief import Brief
from pipeline.compose.held import both_forecasts, held, with_span
from pipeline.model.records import Target
from pipeline.model.results import EarlierIndicator, IndicatorResult
from pipeline.wording import DASH, number, quantity_in_prose, sentence

NOBODY = "ingen"


def april_indicator(brief: Brief, result: IndicatorResult, goal: int) -> EarlierIndicator | None:
    """Return what April's run said of the indicator."""
    found = None if brief.earlier is None else brief.earlier.goals.get(goal)
    return None if found is None else found.indicators.get(result.indicator.id)


def april_forecast(brief: Brief, result: IndicatorResult, goal: int) -> str:
    """Return April's forecast for a table: ``76 (64–90)``; nothing without an April run."""
    april = april_indicator(brief, result, goal)
    if april is None:
        return ""
    if april.forecast is None:
        return figures.NONE
    places = figures.places(result)
    return with_span(number(april.forecast, places), april.low, april.high, places)


def since_april(brief: Brief, result: IndicatorResult, goal: int) -> str:
    """Return in sentences what has changed for the indicator since April, and how April's forecast has held."""
    if brief.earlier is None or goal not in brief.earlier.goals:
        return ""
    april = april_indicator(brief, result, goal)
    if april is None:
        return "Indikatorn är ny sedan april."
    changes = value_changes(brief, result, april)
    parts = (
        _status_moved(result, april),
        sentence(target_moved(result, april)),
        sentence(owner_moved(result.indicator.owner, april.owner)),
        new_outcomes(changes, result, brief.results.year),
        both_forecasts(result, april),
        held(result, april, only_new=changes.only_new),
        changed_past(changes, result),
    )
    return " ".join(part for part in parts if part)


def _status_moved(result: IndicatorResult, april: EarlierIndicator) -> str:
    if result.status is None or not april.status:
        return ""
    if april.status == result.status.value:
        return f"Statusen är densamma som i april: {result.status.value}."
    return f"Statusen har ändrats från ”{april.status}” i april till ”{result.status.value}”."


def target_moved(result: IndicatorResult, april: EarlierIndicator, of: str = "") -> str:
    """Return how the target has moved, without a full stop: "målvärdet har ändrats från 95 till 100"."""
    target = result.indicator.target or Target()
    now = (target.high, None) if target.low is None else (target.low, target.high)
    before = (april.target, april.target_high)
    if now == before:
        return ""
    if april.target is None:
        return f"målvärdet{of} är nytt sedan april: {figures.target_in_prose(result)}"
    if now[0] is None:
        return f"målvärdet{of} har tagits bort; i april var det {_said(result, before, figures.places(result))}"
    exact = range(figures.places(result), FINEST)
    seen = next((one for one in exact if _said(result, before, one) != _said(result, now, one)), FINEST)
    return f"målvärdet{of} har ändrats från {_said(result, before, seen)} till {_said(result, now, seen)}"


def _said(result: IndicatorResult, bounds: tuple[float | None, float | None], places: int) -> str:
    """Return a target without its direction: ``95``, ``5,3 procent``, ``10–15``."""
    low, high = bounds
    unit = result.indicator.unit
    if low is None:
        return figures.NONE
    if high is None:
        return quantity_in_prose(low, unit, places)
    return f"{number(low, places)}{DASH}{quantity_in_prose(high, unit, places)}"


def owner_moved(now: str, before: str | None, of: str = "") -> str:
    """Return that another role is responsible, without a full stop; nothing where April does not tell."""
    if before is None or before == now:
        return ""
    return f"ansvarig{of} har ändrats från {before or NOBODY} till {now or NOBODY}"
