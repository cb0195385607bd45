from dataclasses import replace

import pytest

from pipeline.check.indicators import (
    counts_are_whole,
    few_persons_are_told,
    shares_are_not_fractions,
    shares_lie_within_a_hundred,
    target_year_is_the_year,
    values_lie_before_the_report_date,
)
from pipeline.model.records import Series, Target
from pipeline.model.words import Direction, Kind, Occasion
from tests.cases import indicator, series, settings
from tests.check.trial import Trial, case

COUNT = indicator("1.1")
SHARE = indicator("2.1", row=3, unit="procent", kind=Kind.MEAN, base=5.6, target=Target(high=5.0))
YEARLY = indicator("4.1", kind=Kind.ANNUAL)
PERSONS = indicator("2.2", row=4, name="Inskrivna arbetslösa", kind=Kind.LEVEL)


def by_sex(total: Series, women: Series) -> Series:
    return replace(total, by_sex={"kvinnor": women.observations})


TRIALS = {
    "values until the report date": Trial(
        values_lie_before_the_report_date,
        case(Occasion.APRIL, indicators=(COUNT,), series={"1.1": series({2018: [6.0] * 12, 2019: [6.0] * 4})}),
    ),
    "values after the report date": Trial(
        values_lie_before_the_report_date,
        case(
            Occasion.APRIL,
            indicators=(COUNT, indicator("1.2", row=3)),
            series={"1.1": series({2019: [6.0] * 8}), "1.2": series({2019: [6.0] * 2}, per_year=4, column=2)},
        ),
        (
            (
                "utfall.xlsx, blad Utfall, cell B3: anmärkning: indikatorerna 1.1 och 1.2 har värden efter den "
                "30 april 2019. De används inte."
            ),
        ),
    ),
    "values of many indicators after the report date": Trial(
        values_lie_before_the_report_date,
        case(
            Occasion.APRIL,
            indicators=tuple(indicator(f"1.{one}", row=one + 1) for one in range(1, 10)),
            series={f"1.{one}": series({2019: [6.0] * 5}) for one in range(1, 10)},
        ),
        (
            (
                "utfall.xlsx, blad Utfall, cell C6: anmärkning: 9 indikatorer (1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 "
                "…) har värden efter den 30 april 2019. De används inte."
            ),
        ),
    ),
    "a value of the coming year": Trial(
        values_lie_before_the_report_date,
        case(Occasion.AUGUST, indicators=(YEARLY,), series={"4.1": series({2019: [80.0], 2020: [81.0]}, per_year=1)}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C3: anmärkning: indikator 4.1 har värden efter den 31 augusti 2019. "
                "De används inte."
            ),
        ),
    ),
    "values of any time at the ambition dialogue": Trial(
        values_lie_before_the_report_date,
        case(Occasion.AMBITION, indicators=(COUNT,), series={"1.1": series({2019: [6.0] * 12})}),
    ),
    "values of any time when only checking": Trial(
        values_lie_before_the_report_date, case(indicators=(COUNT,), series={"1.1": series({2019: [6.0] * 12})})
    ),
    "a target for the year, for no year, and none": Trial(
        target_year_is_the_year,
        case(indicators=(COUNT, indicator(target_year=None), indicator(target=None, target_year=2022))),
    ),
    "a target for another year": Trial(
        target_year_is_the_year,
        case(indicators=(indicator("1.1", target_year=2022),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell L2: anmärkning: målvärdet gäller 2022, inte 2019: "
                "indikator 1.1 kan inte bedömas i år. Rätta Målår om det är fel."
            ),
        ),
    ),
    "a target for any year when the year is not known": Trial(
        target_year_is_the_year,
        case(indicators=(indicator("1.1", target_year=2022),), settings=settings(year=None)),
    ),
    "shares from 0 to 100, and a count above": Trial(
        shares_lie_within_a_hundred,
        case(indicators=(SHARE, COUNT), series={"2.1": series({2019: [0.0, 100.0]}), "1.1": series({2019: [101.0]})}),
    ),
    "a share above 100": Trial(
        shares_lie_within_a_hundred,
        case(indicators=(SHARE,), series={"2.1": series({2019: [99.0, 100.04]})}),
        ("utfall.xlsx, blad Utfall, cell C3: anmärkning: 100,04 är ingen andel mellan 0 och 100. Kontrollera värdet.",),
    ),
    "shares below 0 are told once": Trial(
        shares_lie_within_a_hundred,
        case(indicators=(SHARE,), series={"2.1": series({2018: [-1.5], 2019: [-2.0, 120.0]})}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C2: anmärkning: −1,5 är ingen andel mellan 0 och 100. "
                "Så är det med 3 av indikatorns värden. Kontrollera dem."
            ),
        ),
    ),
    "small shares with a small target, zeros, and no values": Trial(
        shares_are_not_fractions,
        case(
            indicators=(
                indicator("2.1", row=3, unit="procent", base=0.9, target=Target(high=0.5)),
                indicator("2.2", row=4, unit="procent"),
                indicator("2.3", row=5, unit="procent"),
                COUNT,
            ),
            series={
                "2.1": series({2019: [0.8]}),
                "2.2": series({2019: [0.0]}),
                "2.3": series({2019: [None]}),
                "1.1": series({2019: [1.0]}),
            },
        ),
    ),
    "shares written as fractions": Trial(
        shares_are_not_fractions,
        case(indicators=(SHARE,), series={"2.1": series({2019: [0.056, 0.051]})}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C2: anmärkning: alla värden är högst 1 fast enheten är procent: "
                "skriv 4,6 för 4,6 %, inte 0,046."
            ),
        ),
    ),
    "whole counts, shares and amounts with decimals": Trial(
        counts_are_whole,
        case(
            indicators=(COUNT, SHARE, indicator("3.1", row=4, unit="kr"), indicator("3.2", row=5, unit="", base=0.5)),
            series={
                "1.1": series({2019: [6.0]}),
                "2.1": series({2019: [5.55]}),
                "3.1": series({2019: [99.5]}),
                "3.2": series({2019: [0.5]}),
            },
        ),
    ),
    "a count with decimals in its base value and target": Trial(
        counts_are_whole,
        case(indicators=(indicator(base=4.25, target=Target(low=5.5)),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell H2: anmärkning: 4,25 skrivs ut utan decimaler "
                "eftersom enheten är antal. Välj en annan enhet."
            ),
            (
                "mål.xlsx, blad Indikatorer, cell J2: anmärkning: 5,5 skrivs ut utan decimaler "
                "eftersom enheten är antal. Välj en annan enhet."
            ),
        ),
    ),
    "a ceiling with decimals": Trial(
        counts_are_whole,
        case(indicators=(indicator(unit="tkr", direction=Direction.DECREASE, target=Target(high=1234.5)),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell J2: anmärkning: 1 234,5 skrivs ut utan decimaler "
                "eftersom enheten är tkr. Välj en annan enhet."
            ),
        ),
    ),
    "an interval with decimals": Trial(
        counts_are_whole,
        case(indicators=(indicator(direction=Direction.WITHIN, target=Target(4, 6.5)),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell K2: anmärkning: 6,5 skrivs ut utan decimaler "
                "eftersom enheten är antal. Välj en annan enhet."
            ),
        ),
    ),
    "counts with decimals are told once": Trial(
        counts_are_whole,
        case(indicators=(COUNT,), series={"1.1": series({2019: [6.0, 5.5, 4.5]})}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C3: anmärkning: 5,5 skrivs ut utan decimaler "
                "eftersom enheten är antal. Välj en annan enhet."
            ),
        ),
    ),
    "five persons, none, few companies, and a low share of persons": Trial(
        few_persons_are_told,
        case(
            indicators=(PERSONS, COUNT, indicator("2.3", row=5, name="Andel elever", unit="procent")),
            series={
                "2.2": series({2019: [5.0, 0.0]}),
                "1.1": series({2019: [1.0]}),
                "2.3": by_sex(series({2019: [4.6]}), series({2019: [3.9]})),
            },
        ),
    ),
    "few persons by the indicator's name": Trial(
        few_persons_are_told,
        case(indicators=(PERSONS,), series={"2.2": series({2019: [12.0, 4.0, 3.0]})}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C3: anmärkning: indikator 2.2 har värden under fem personer. "
                "Pröva om någon kan pekas ut innan något publiceras."
            ),
        ),
    ),
    "few persons by the unit": Trial(
        few_persons_are_told,
        case(indicators=(indicator("1.1", unit="personer"),), series={"1.1": series({2019: [1.0]})}),
        (
            (
                "utfall.xlsx, blad Utfall, cell C2: anmärkning: indikator 1.1 har värden under fem personer. "
                "Pröva om någon kan pekas ut innan något publiceras."
            ),
        ),
    ),
    "few women": Trial(
        few_persons_are_told,
        case(indicators=(COUNT,), series={"1.1": by_sex(series({2019: [9.0]}), series({2019: [4.0]}, column=5))}),
        (
            (
                "utfall.xlsx, blad Utfall, cell E2: anmärkning: indikator 1.1 har värden under fem personer. "
                "Pröva om någon kan pekas ut innan något publiceras."
            ),
        ),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_an_indicators_numbers_agree(trial: Trial) -> None:
    assert trial.told() == trial.lines
