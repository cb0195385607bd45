"""Numbers of the table that holds earlier forecasts beside the year's outcome."""

from collections.abc import Iterator

from pipeline.compose import figures
from pipeline.compose.appendix.facts import Facts, april_values
from pipeline.compose.appendix.leaves import Leaf
from pipeline.compose.appendix.tokens import Token
from pipeline.model.figures import Origin
from pipeline.model.results import EarlierIndicator, EarlierRun, IndicatorResult
from pipeline.model.words import Occasion
from pipeline.problems import Place
from pipeline.wording import number

_ERROR = "Prognosen minus utfallet, räknat på talen som de står i raden"


def held_forecast(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain an earlier forecast by its run's results, the outcome by the indicator's, and the error by both."""
    if leaf.record != "HitRow" or leaf.field == "indikator":
        return None
    one = facts.indicators[leaf.indicator]
    if leaf.field == "fel":
        return Origin(value=token.text, unit=one.indicator.unit, rule=_ERROR)
    if leaf.field == "utfall":
        found = facts.of(None, leaf.indicator)
        return next((known.origin for known in found if known.kind == "utfall" and known.printed == token.text), None)
    run = facts.brief.earlier if leaf.part == Occasion.APRIL.value else facts.brief.august
    return next((origin for written, origin in _told(run, one) if written == token.text), None)


def _told(run: EarlierRun | None, one: IndicatorResult) -> Iterator[tuple[str, Origin]]:
    if run is None:
        return
    for goal in run.goals.values():
        found: EarlierIndicator | None = goal.indicators.get(one.indicator.id)
        for _, key, value in () if found is None else april_values(found):
            if value is not None:
                spot = f"mål {goal.number}, indikator {one.indicator.id}, {key}"
                cell = Place(f"../../{run.name}/resultat.json", spot=spot)
                yield number(value, figures.places(one)), Origin(value=value, unit=one.indicator.unit, cell=cell)
