"""What an indicator and its values must agree on."""

from collections.abc import Iterable

from pipeline.check.case import Case
from pipeline.model.records import Indicator, Observation, Series
from pipeline.model.words import Direction, GoalClass, Kind
from pipeline.problems import Place, Problems
from pipeline.wording import day, decimals, is_share, number

HUNDRED = 100
FEW_PERSONS = 5


def values_lie_before_the_report_date(case: Case, problems: Problems) -> None:
    """Values of periods that end after the report date are not used, and that is said once an indicator."""
    year = case.source.settings.year
    until = None if case.occasion is None or year is None else case.occasion.report_date(year)
    if year is None or until is None:
        return
    for one, series in _with_values(case):
        late = [seen for seen in series.observations if seen.period.end > until and not _measured(one, seen, year)]
        if late:
            text = f"indikator {one.id} har värden efter {day(until)} ({_span(late)}). De används inte."
            problems.remark(late[0].place, text)


def _measured(one: Indicator, seen: Observation, year: int) -> bool:
    return one.kind is Kind.ANNUAL and seen.period.per_year == 1 and seen.period.year == year


def _span(late: list[Observation]) -> str:
    first, last = str(late[0].period), str(late[-1].period)
    return first if first == last else f"{first} till {last}"


def _with_values(case: Case) -> Iterable[tuple[Indicator, Series]]:
    for one in case.source.indicators:
        if one.id in case.source.series:
            yield one, case.source.series[one.id]


def target_year_is_the_year(case: Case, problems: Problems) -> None:
    """A target for another year cannot decide this year's status."""
    year = case.source.settings.year
    for one in case.source.indicators:
        if year is not None and one.target is not None and one.target_year not in (None, year):
            text = f"målvärdet gäller {one.target_year}, inte {year}: indikator {one.id} kan inte bedömas i år."
            problems.remark(one.at("Målår"), text)


def interval_has_two_ends(case: Case, problems: Problems) -> None:
    """An interval needs Målvärde and Målvärde högst."""
    for one in case.source.indicators:
        if one.direction is Direction.WITHIN and one.target is not None and None in (one.target.low, one.target.high):
            heading = "Målvärde" if one.target.low is None else "Målvärde högst"
            if not problems.fault_at(one.at(heading)):
                text = f"indikator {one.id} ska ligga inom ett intervall men {heading} saknas. Fyll i båda gränserna."
                problems.fault(one.at(heading), text, one.id)


def shares_lie_within_a_hundred(case: Case, problems: Problems) -> None:
    """A share is between 0 and 100; a fraction in a cell without percent format is a likely slip."""
    for one, series in _with_values(case):
        if not is_share(one.unit):
            continue
        values = [seen.value for seen in series.observations]
        for seen in series.observations:
            if not 0 <= seen.value <= HUNDRED:
                text = f"{number(seen.value, 1)} är ingen andel mellan 0 och 100. Kontrollera värdet."
                problems.remark(seen.place, text)
        if _looks_like_fractions(values, one):
            text = f"alla värden är högst 1 fast enheten är {one.unit}: skriv 4,6 för 4,6 %, inte 0,046."
            problems.remark(series.observations[0].place, text)


def _looks_like_fractions(values: list[float], one: Indicator) -> bool:
    yardsticks = [value for value in (one.base, _any_bound(one)) if value is not None]
    return bool(values) and 0 < max(values) <= 1 and any(yardstick > 1 for yardstick in yardsticks)


def _any_bound(one: Indicator) -> float | None:
    if one.target is None:
        return None
    return one.target.high if one.target.low is None else one.target.low


def counts_are_whole(case: Case, problems: Problems) -> None:
    """A count is printed without decimals, so a count with decimals would be printed as another number."""
    for one in case.source.indicators:
        if not one.unit or decimals(one.unit) or is_share(one.unit):
            continue
        written = (("Basvärde", one.base), ("Målvärde", _any_bound(one)))
        for heading, value in written:
            if value is not None and value != int(value):
                text = (
                    f"{number(value, 1)} skrivs ut utan decimaler eftersom enheten är {one.unit}. Välj en annan enhet."
                )
                problems.remark(one.at(heading), text)


def few_persons_are_told(case: Case, problems: Problems) -> None:
    """A count of persons below five may point out someone."""
    for one, series in _with_values(case):
        groups = (series.observations, *series.by_sex.values())
        few = [seen.place for group in groups for seen in group if 0 < seen.value < FEW_PERSONS]
        if "person" in one.unit.casefold() and few:
            _tell_few(few, one, problems)


def _tell_few(places: list[Place], one: Indicator, problems: Problems) -> None:
    text = f"indikator {one.id} har värden under fem personer. Pröva om någon kan pekas ut innan något publiceras."
    problems.remark(min(places), text)


def steering_goals_have_values(case: Case, problems: Problems) -> None:
    """An indicator of a styrande goal without any values cannot be assessed."""
    for one in case.source.indicators:
        steering = any(case.classes.get(number) is GoalClass.STEERING for number in one.goals)
        if steering and one.id not in case.source.series and one.id not in problems.confined():
            text = f"indikator {one.id} har inga värden. Lägg en fil med Indikator, Period och Värde i input/."
            problems.remark(one.place, text)


RULES = (
    values_lie_before_the_report_date,
    target_year_is_the_year,
    interval_has_two_ends,
    shares_lie_within_a_hundred,
    counts_are_whole,
    few_persons_are_told,
    steering_goals_have_values,
)
