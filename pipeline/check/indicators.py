"""What an indicator's base value, target and values must agree on."""

from collections.abc import Iterable
from datetime import date

from pipeline.check.case import Case
from pipeline.model.records import Indicator, Observation, Series, Target
from pipeline.model.words import Kind
from pipeline.problems import Place, Problems
from pipeline.wording import day, decimals, is_share, listed, number

HUNDRED = 100
FEW_PERSONS = 5
MANY = 8
AMOUNTS = ("kr", "tkr", "kronor")
PERSONS = ("person", "invånare", "elev", "barn", "ungdom", "brukare", "anställd", "arbetslös", "inskrivn")


def values_lie_before_the_report_date(case: Case, problems: Problems) -> None:
    """Values of periods that end after the report date are not used, and that is said once a sheet."""
    until = case.report_date
    if until is None:
        return
    late: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    for one, series in _with_values(case):
        for seen in series.observations:
            if seen.period.end > until and not _measured(one, seen, until):
                late.setdefault((seen.place.file, seen.place.sheet), []).append((seen.place, one.id))
    for found in late.values():
        ids = list(dict.fromkeys(name for _, name in found))
        text = f"{_named(ids)} har värden efter {day(until)}. De används inte."
        problems.remark(min(found)[0], text)


def _measured(one: Indicator, seen: Observation, until: date) -> bool:
    return one.kind is Kind.ANNUAL and seen.period.per_year == 1 and seen.period.year == until.year


def _named(ids: list[str]) -> str:
    if len(ids) > MANY:
        return f"{len(ids)} indikatorer ({', '.join(ids[:MANY])} …)"
    return f"{'indikator' if len(ids) == 1 else 'indikatorerna'} {listed(ids)}"


def _with_values(case: Case) -> Iterable[tuple[Indicator, Series]]:
    for one in case.source.indicators:
        series = case.source.series.get(one.id)
        if series is not None and series.observations:
            yield one, series


def target_year_is_the_year(case: Case, problems: Problems) -> None:
    """A target for another year cannot decide this year's status."""
    year = case.source.settings.year
    for one in case.source.indicators:
        if year is not None and one.target is not None and one.target_year not in (None, year):
            text = f"målvärdet gäller {one.target_year}, inte {year}: indikator {one.id} kan inte bedömas i år."
            problems.remark(one.at("Målår"), f"{text} Rätta Målår om det är fel.")


def shares_lie_within_a_hundred(case: Case, problems: Problems) -> None:
    """A share is between 0 and 100; an indicator with values outside is told once."""
    for one, series in _with_values(case):
        outside = [seen for seen in series.observations if not 0 <= seen.value <= HUNDRED]
        if is_share(one.unit) and outside:
            text = f"{_exact(outside[0].value)} är ingen andel mellan 0 och 100."
            more = f"Så är det med {len(outside)} av indikatorns värden. Kontrollera dem."
            problems.remark(outside[0].place, f"{text} {'Kontrollera värdet.' if len(outside) == 1 else more}")


def shares_are_not_fractions(case: Case, problems: Problems) -> None:
    """A fraction in a cell without percent format is a likely slip, when base value or target is above 1."""
    for one, series in _with_values(case):
        yardsticks = [value for _, value in _goalposts(one) if value is not None]
        fractions = 0 < max(seen.value for seen in series.observations) <= 1
        if is_share(one.unit) and fractions and any(yardstick > 1 for yardstick in yardsticks):
            text = f"alla värden är högst 1 fast enheten är {one.unit}: skriv 4,6 för 4,6 %, inte 0,046."
            problems.remark(series.observations[0].place, text)


def _goalposts(one: Indicator) -> tuple[tuple[str, float | None], ...]:
    """Return the base value and the target's bounds, each with the heading that it stands under."""
    target = one.target or Target()
    upper = "Målvärde" if target.low is None else "Målvärde högst"
    return (("Basvärde", one.base), ("Målvärde", target.low), (upper, target.high))


def _exact(value: float) -> str:
    return number(value, decimals("", [value]))


def counts_are_whole(case: Case, problems: Problems) -> None:
    """A count is printed without decimals, so a count with decimals would be printed as another number."""
    for one in case.source.indicators:
        if not _printed_whole(one):
            continue
        for heading, value in _goalposts(one):
            if value is not None and value != int(value):
                place = one.at(heading if heading in one.places else "Målvärde")
                problems.remark(place, f"{_exact(value)} {_as_whole(one)}")
        if (found := _first_uneven(one, case)) is not None:
            problems.remark(found.place, f"{_exact(found.value)} {_as_whole(one)}")


def _printed_whole(one: Indicator) -> bool:
    return bool(one.unit) and decimals(one.unit) == 0


def _as_whole(one: Indicator) -> str:
    return f"skrivs ut utan decimaler eftersom enheten är {one.unit}. Välj en annan enhet."


def _first_uneven(one: Indicator, case: Case) -> Observation | None:
    """Return the first value with decimals; amounts may have them, since nobody reads the öre in a thousand kronor."""
    series = case.source.series.get(one.id)
    if series is None or one.unit.casefold() in AMOUNTS:
        return None
    return next((seen for seen in series.observations if seen.value != int(seen.value)), None)


def few_persons_are_told(case: Case, problems: Problems) -> None:
    """A count of persons below five may point out someone."""
    for one, series in _with_values(case):
        groups = (series.observations, *series.by_sex.values())
        few = [seen.place for group in groups for seen in group if 0 < seen.value < FEW_PERSONS]
        if few and _counts_persons(one, series):
            text = f"indikator {one.id} har värden under fem personer."
            problems.remark(min(few), f"{text} Pröva om någon kan pekas ut innan något publiceras.")


def _counts_persons(one: Indicator, series: Series) -> bool:
    """Say whether a count is of persons, by its words or because it is told by sex."""
    words = f"{one.unit} {one.name}".casefold()
    named = any(word in words for word in PERSONS)
    return _printed_whole(one) and one.unit.casefold() not in AMOUNTS and (named or bool(series.by_sex))


RULES = (
    values_lie_before_the_report_date,
    target_year_is_the_year,
    shares_lie_within_a_hundred,
    shares_are_not_fractions,
    counts_are_whole,
    few_persons_are_told,
)
