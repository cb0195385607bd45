from typing import Any

import pytest

from pipeline.check.plausible import (
    counts_are_not_negative,
    series_by_sex_have_a_total,
    steering_series_have_no_gaps,
    sums_are_not_piled_up,
    values_are_in_line,
    values_are_of_years_near,
)
from pipeline.model.records import Series
from pipeline.model.words import GoalClass, Kind, ValueBasis
from tests.cases import goal, indicator, series
from tests.check.trial import Rule, Trial, case

EVEN = [31.0, 28, 30, 33, 29, 31, 30, 32, 28, 30, 31, 29]
SHARES = [7.4, 7.1, 6.9, 7.2]
PILED = [200.0, 450, 700, 980, 1200, 1400]
BOTH = series({2019: [3.0, 4]})
HALVES = Series(12, (), {"män": BOTH.observations, "kvinnor": BOTH.observations})


def one(rows: Series, *lines: str, rule: Rule = values_are_in_line, **fields: Any) -> Trial:  # noqa: ANN401
    """Return the trial of a rule on one indicator of goal 1 with these values."""
    found = case(goals=(goal(1),), indicators=(indicator("1.1", **fields),), series={"1.1": rows})
    return Trial(rule, found, lines)


TRIALS = {
    "values that vary as they do": one(series({2018: EVEN, 2019: EVEN[:4]})),
    "a value with two digits too many": one(
        series({2018: EVEN, 2019: [31, 28, 3100, 30]}),
        "utfall.xlsx, blad Utfall, cell C16: anmärkning: 3 100 ligger långt från indikator 1.1:s övriga värden, "
        "ofta omkring 30. Kontrollera värdet.",
    ),
    "a year of shares as fractions": one(
        series({2018: SHARES * 3, 2019: [0.074, 0.077, 0.069, 0.055]}),
        "utfall.xlsx, blad Utfall, cell C14: anmärkning: 0,074 ligger långt från indikator 1.1:s övriga värden, "
        "ofta omkring 7,1. Så är det med 4 av indikatorns värden. Kontrollera värdet.",
        unit="procent",
        kind=Kind.MEAN,
    ),
    "a level that falls to zero": one(
        series({2018: EVEN, 2019: [31, 28, 0, 30]}),
        "utfall.xlsx, blad Utfall, cell C16: anmärkning: 0 ligger långt från indikator 1.1:s övriga värden, "
        "ofta omkring 30. Kontrollera värdet.",
        kind=Kind.LEVEL,
    ),
    "a sum's empty month": one(series({2018: EVEN, 2019: [31, 28, 0, 30]})),
    "small counts that vary": one(series({2018: [1.0, 9, 12, 1, 0, 7, 10, 11, 2, 1, 8, 9]})),
    "too few values to tell": one(series({2019: [1.0, 1000]})),
    "a dash read as a minus": one(
        series({2019: [31, -28]}),
        "utfall.xlsx, blad Utfall, cell C3: anmärkning: −28 är negativt fast enheten är antal. "
        "Ta bort strecket om det är fel.",
        rule=counts_are_not_negative,
    ),
    "an amount below zero": one(series({2019: [31, -28]}), rule=counts_are_not_negative, unit="tkr"),
    "no gap": one(series({2018: EVEN, 2019: EVEN[:4]}), rule=steering_series_have_no_gaps),
    "a month missing this year": one(
        series({2018: EVEN, 2019: [31, 28, None, 30]}),
        "utfall.xlsx, blad Utfall, cell C17: anmärkning: indikator 1.1 saknar värde för mars 2019. "
        "Utan det kan prognosen utebli: lägg till det.",
        rule=steering_series_have_no_gaps,
    ),
    "many months missing": one(
        series({2018: [*EVEN[:4], *[None] * 5, *EVEN[:3]], 2019: EVEN[:4]}),
        "utfall.xlsx, blad Utfall, cell C17: anmärkning: indikator 1.1 saknar värde för maj 2018, juni 2018 och "
        "juli 2018 och 2 till. Utan dem kan prognosen utebli: lägg till dem.",
        rule=steering_series_have_no_gaps,
    ),
    "years that come after each other": one(
        series({2018: EVEN, 2019: EVEN, 2020: EVEN[:1]}), rule=values_are_of_years_near
    ),
    "a year with two digits turned around": one(
        series({2018: EVEN, 2091: EVEN[:2]}),
        "utfall.xlsx, blad Utfall, cell C14: anmärkning: indikator 1.1 har ett värde för 2091-01, långt efter målens "
        "år 2019. Så är det med 2 av indikatorns värden. Rätta perioden om den är fel.",
        rule=values_are_of_years_near,
    ),
    "a year far ahead is no gap": one(series({2018: EVEN, 2091: EVEN[:2]}), rule=steering_series_have_no_gaps),
    "accumulated values that fall within the year": one(
        series({2019: [31, -2]}), rule=counts_are_not_negative, basis=ValueBasis.ACCUMULATED
    ),
    "an accumulated value below zero in its cell": one(
        series({2019: [-31, 28]}),
        "utfall.xlsx, blad Utfall, cell C2: anmärkning: −31 är negativt fast enheten är antal. "
        "Ta bort strecket om det är fel.",
        rule=counts_are_not_negative,
        basis=ValueBasis.ACCUMULATED,
    ),
    "an increase far from the others": one(
        series({2018: EVEN, 2019: [31, 28, 3100, 30]}),
        "utfall.xlsx, blad Utfall, cell C16: anmärkning: ökningen med 3 100 från perioden före ligger långt från "
        "indikator 1.1:s övriga värden, ofta omkring 30. Kontrollera värdet.",
        basis=ValueBasis.ACCUMULATED,
    ),
    "a gap that no forecast needs": Trial(
        steering_series_have_no_gaps,
        case(
            goals=(goal(1),),
            classes={1: GoalClass.SUPPORTING},
            indicators=(indicator("1.1"),),
            series={"1.1": series({2019: [1, None, 3]})},
        ),
    ),
    "values that pile up, said to be per period": one(
        series({2018: PILED, 2019: PILED[:4]}),
        "mål.xlsx, blad Indikatorer, cell F2: anmärkning: indikator 1.1:s värden stiger inom varje år och börjar om. "
        "Är de ackumulerade? Skriv då det.",
        rule=sums_are_not_piled_up,
    ),
    "values that pile up, declared": one(
        series({2018: PILED, 2019: PILED[:4]}), rule=sums_are_not_piled_up, basis=ValueBasis.ACCUMULATED
    ),
    "values that rise in one year only": one(series({2018: EVEN, 2019: PILED[:4]}), rule=sums_are_not_piled_up),
    "values by sex alone": one(
        HALVES,
        "utfall.xlsx, blad Utfall, cell C2: anmärkning: indikator 1.1 har bara värden för kvinnor och män. "
        "Lägg till rader för totalen.",
        rule=series_by_sex_have_a_total,
    ),
    "values by sex under a total": one(Series(12, BOTH.observations, HALVES.by_sex), rule=series_by_sex_have_a_total),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_value_that_looks_wrong_is_told(trial: Trial) -> None:
    assert trial.told() == trial.lines
