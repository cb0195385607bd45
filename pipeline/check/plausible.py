"""Values that can be read but look wrong: far from the others, missing in between, or piled up. Remarks only."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from pipeline.check.case import Case
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Observation, Series
from pipeline.model.words import Kind, ValueBasis
from pipeline.problems import Problems
from pipeline.wording import decimals, is_share, listed, number, period

FAR = 10
SMALL_COUNT = 30
FEWEST = 6
FEWEST_IN_A_YEAR = 4
MANY_GAPS = 3


def values_are_in_line(case: Case, problems: Problems) -> None:
    """A value ten times the others, or a tenth of them, is a likely slip: a digit, a percent sign, a comma."""
    for one, series in _with_values(case):
        far = _far_from_the_others(one, series.observations)
        if far:
            usual = _exact(median(seen.value for seen in series.observations))
            more = f" Så är det med {len(far)} av indikatorns värden." if len(far) > 1 else ""
            what = _exact(far[0].value) if _stands(one, far[0]) else _increase(far[0])
            text = f"{what} ligger långt från indikator {one.id}:s övriga värden, ofta omkring {usual}."
            problems.remark(far[0].place, f"{text}{more} Kontrollera värdet.")


def _far_from_the_others(one: Indicator, observations: Sequence[Observation]) -> list[Observation]:
    """Return the values ten times the usual or a tenth of it; small counts vary too much to say."""
    usual = median(seen.value for seen in observations)
    if len(observations) < FEWEST or usual <= 0:
        return []
    large = usual if is_share(one.unit) else usual / SMALL_COUNT
    low = usual / FAR if large >= 1 else 0
    none = one.kind is not Kind.SUM
    return [
        seen
        for seen in observations
        if seen.value >= max(usual * FAR, SMALL_COUNT) or 0 < seen.value <= low or (none and seen.value == 0)
    ]


def counts_are_not_negative(case: Case, problems: Problems) -> None:
    """A count or an amount of things cannot be below zero; a dash before a number reads as a minus."""
    for one, series in _with_values(case):
        below = [seen for seen in series.observations if seen.value < 0 and _stands(one, seen)]
        if below and one.unit.casefold().startswith("antal"):
            text = f"{_exact(below[0].value)} är negativt fast enheten är {one.unit}. Ta bort strecket om det är fel."
            problems.remark(below[0].place, text)


def steering_series_have_no_gaps(case: Case, problems: Problems) -> None:
    """A period missing between others keeps the indicator of a styrande goal from being assessed."""
    for one, series in _with_values(case):
        missing = _missing(series, case.source.settings.year)
        if missing and any(case.is_steering(goal) for goal in one.goals):
            them = "det" if len(missing) == 1 else "dem"
            named = listed([period(gap) for gap in missing[:MANY_GAPS]])
            rest = f" och {len(missing) - MANY_GAPS} till" if len(missing) > MANY_GAPS else ""
            text = f"indikator {one.id} saknar värde för {named}{rest}. Utan {them} kan prognosen utebli: "
            problems.remark(series.observations[-1].place, f"{text}lägg till {them}.")


def values_are_of_years_near(case: Case, problems: Problems) -> None:
    """A value of a year beyond the next is a likely slip of the pen; it is told once for an indicator."""
    year = case.source.settings.year
    for one, series in _with_values(case):
        late = [seen for seen in series.observations if year is not None and seen.period.year > year + 1]
        if late:
            more = f" Så är det med {len(late)} av indikatorns värden." if len(late) > 1 else ""
            text = f"indikator {one.id} har ett värde för {late[0].period}, långt efter målens år {year}.{more}"
            problems.remark(late[0].place, f"{text} Rätta perioden om den är fel.")


def _missing(series: Series, year: int | None) -> list[Period]:
    known = {seen.period for seen in series.observations if year is None or seen.period.year <= year + 1}
    if not known:
        return []
    first, last = min(known), max(known)
    every = (
        Period(year, index, series.per_year)
        for year in range(first.year, last.year + 1)
        for index in range(series.per_year)
    )
    return [one for one in every if first < one < last and one not in known]


def sums_are_not_piled_up(case: Case, problems: Problems) -> None:
    """A sum said to be per period, whose values rise through every year and start over, is likely accumulated."""
    for one, series in _with_values(case):
        per_period = one.kind is Kind.SUM and one.basis is ValueBasis.PER_PERIOD
        if per_period and _piles_up(series) and not problems.fault_at(one.at("Värdena är")):
            text = f"indikator {one.id}:s värden stiger inom varje år och börjar om. Är de ackumulerade? Skriv då det."
            problems.remark(one.at("Värdena är"), text)


def _piles_up(series: Series) -> bool:
    years = [[seen.value for seen in year] for _, year in groupby(series.observations, lambda seen: seen.period.year)]
    full = [values for values in years if len(values) >= FEWEST_IN_A_YEAR]
    return (
        len(full) > 1
        and all(one < other for values in full for one, other in pairwise(values))
        and all(after[0] < before[-1] for before, after in pairwise(years))
    )


def series_by_sex_have_a_total(case: Case, problems: Problems) -> None:
    """Only the total is forecast: values for kvinnor and män alone leave the indicator without any."""
    for one in case.source.indicators:
        series = case.source.series.get(one.id)
        if series is not None and series.by_sex and not series.observations and one.id not in problems.confined():
            text = (
                f"indikator {one.id} har bara värden för {listed(sorted(series.by_sex))}. Lägg till rader för totalen."
            )
            problems.remark(min(seen.place for sex in series.by_sex.values() for seen in sex), text)


def _with_values(case: Case) -> Iterator[tuple[Indicator, Series]]:
    for one in case.source.indicators:
        series = case.source.series.get(one.id)
        if series is not None and series.observations:
            yield one, series


def _stands(one: Indicator, seen: Observation) -> bool:
    """Say whether the value stands in its cell; an accumulated one is counted from the cell before it in the year."""
    return one.basis is not ValueBasis.ACCUMULATED or seen.period.index == 0


def _increase(seen: Observation) -> str:
    return f"ökningen med {_exact(seen.value)} från perioden före"


def _exact(value: float) -> str:
    return number(value, decimals("", [value]))


RULES = (
    values_are_in_line,
    counts_are_not_negative,
    steering_series_have_no_gaps,
    values_are_of_years_near,
    sums_are_not_piled_up,
    series_by_sex_have_a_total,
)
