"""What a styrande goal needs to be assessed: indicators, what they measure, and values."""

from collections.abc import Iterator

from pipeline.check.case import Case, rows_are_lost
from pipeline.model.records import Indicator
from pipeline.model.words import Occasion
from pipeline.problems import Problems
from pipeline.sheets import INDICATORS

_NEEDED = (
    ("Enhet", "unit"),
    ("Slag", "kind"),
    ("Önskad riktning", "direction"),
    ("Basvärde", "base"),
    ("Målvärde", "target"),
    ("Källa", "source"),
)


def steering_goals_have_indicators(case: Case, problems: Problems) -> None:
    """A styrande goal without indicators cannot be assessed."""
    if rows_are_lost(INDICATORS.name, case.source.indicators, case, problems):
        return
    shown = {number for one in case.source.indicators for number in one.goals}
    for goal in case.source.goals:
        if case.is_steering(goal.number) and goal.number not in shown:
            text = f"mål {goal.number} är styrande men saknar indikatorer: lägg till en, annars kan det inte bedömas."
            problems.remark(goal.place, text)


def steering_indicators_are_complete(case: Case, problems: Problems) -> None:
    """An indicator of a styrande goal that lacks one of its parts cannot be assessed; nothing is guessed."""
    for one in _steering(case, problems):
        for heading, field in _NEEDED:
            if getattr(one, field) in (None, ""):
                text = f"{heading} är tomt: fyll i cellen, annars kan indikator {one.id} inte bedömas."
                problems.remark(one.at(heading), text)


def steering_indicators_have_values(case: Case, problems: Problems) -> None:
    """An indicator of a styrande goal without any values cannot be assessed."""
    for one in _steering(case, problems):
        if one.id not in case.source.series and not case.source.partial:
            text = f"indikator {one.id} har inga värden. Lägg en fil med Indikator, Period och Värde i input/."
            problems.remark(one.place, text)


def steering_indicators_have_values_of_the_year(case: Case, problems: Problems) -> None:
    """An indicator measured within the year, but not yet in this one, cannot be assessed: its file may be missing."""
    year = case.source.settings.year
    if year is None or case.occasion is Occasion.AMBITION or case.source.partial:
        return
    for one in _steering(case, problems):
        series = case.source.series.get(one.id)
        if series is None or not series.observations or series.per_year == 1 or one.next_measurement:
            continue
        last = max(observation.period for observation in series.observations)
        if last.year < year:
            text = (
                f"indikator {one.id} har inga värden för {year}; det senaste är för {last}. "
                "Lägg en fil med årets värden i input/, eller skriv i Nästa mätning när de kommer."
            )
            problems.remark(one.place, text)


def _steering(case: Case, problems: Problems) -> Iterator[Indicator]:
    """Go through the indicators of styrande goals that have no fault of their own."""
    confined = problems.confined()
    for one in case.source.indicators:
        if one.id not in confined and any(case.is_steering(number) for number in one.goals):
            yield one


RULES = (
    steering_goals_have_indicators,
    steering_indicators_are_complete,
    steering_indicators_have_values,
    steering_indicators_have_values_of_the_year,
)
