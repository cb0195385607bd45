from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from pipeline.forecast.history import history
from pipeline.forecast.outlooks import outlook
from pipeline.forecast.refusals import DEFINITION, REFUSALS
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Series, Target
from pipeline.model.words import Direction, Kind, ValueBasis
from tests.forecasting import APRIL, AUGUST, INDICATOR, SHARE, STEADY, YEARLY, Years, series

YEAR_END = date(2019, 12, 31)


@dataclass(frozen=True)
class Refused:
    sentence: str
    indicator: Indicator = INDICATOR
    per_year: int = 12
    years: Years = field(default_factory=lambda: {2018: STEADY, 2019: STEADY[:4]})
    report_date: date = APRIL

    @property
    def series(self) -> Series:
        return series(self.per_year, self.years)


REFUSED = {
    "no target": Refused("Målvärde saknas.", replace(INDICATOR, target=None)),
    "an empty target": Refused("Målvärde saknas.", replace(INDICATOR, target=Target())),
    "two parts": Refused("Målvärde och basvärde saknas.", replace(INDICATOR, target=None, base=None)),
    "three parts": Refused("Enhet, basvärde och källa saknas.", replace(INDICATOR, unit="", base=None, source="")),
    "direction and kind": Refused("Önskad riktning och slag saknas.", replace(INDICATOR, direction=None, kind=None)),
    "half an interval": Refused(
        "Målvärde högst saknas.", replace(INDICATOR, direction=Direction.WITHIN, target=Target(low=5))
    ),
    "no values": Refused("Inga värden finns för indikatorn.", years={}),
    "no values, measured next": Refused(
        "Inga värden finns för indikatorn. Nästa mätning: oktober.",
        replace(YEARLY, next_measurement="oktober."),
        1,
        {},
    ),
    "the end of a year with months missing": Refused(
        "För 2019 saknas november och december, så årets utfall är inte känt.",
        years={2019: STEADY[:10]},
        report_date=YEAR_END,
    ),
    "the end of a year with many months missing": Refused(
        "För 2019 saknas åtta av tolv månader, så årets utfall är inte känt.", report_date=YEAR_END
    ),
    "the end of a year without values": Refused(
        "2019 saknas, så årets utfall är inte känt.", years={2018: STEADY}, report_date=YEAR_END
    ),
    "the end of a year whose level has no last value": Refused(
        "För 2019 saknas december, så årets utfall är inte känt.",
        replace(INDICATOR, kind=Kind.LEVEL),
        years={2019: [5.0, None, *STEADY[2:11]]},
        report_date=YEAR_END,
    ),
    "the end of a year with a break in it": Refused(
        "Värden före mars 2019 är inte jämförbara, så årets utfall är inte känt.",
        replace(INDICATOR, comparable_from=Period(2019, 2, 12)),
        years={2018: STEADY, 2019: STEADY},
        report_date=YEAR_END,
    ),
    "the end of a year without its measurement": Refused(
        "Mätningen för 2019 saknas, så årets utfall är inte känt.",
        YEARLY,
        1,
        {2015: [10], 2016: [11], 2017: [12], 2018: [13]},
        YEAR_END,
    ),
    "only later values": Refused(
        "Inga värden finns till och med den 30\N{NO-BREAK SPACE}april 2019.", years={2019: [None] * 6 + [1.0]}
    ),
    "no comparable values": Refused(
        "Inga jämförbara värden finns till och med den 30\N{NO-BREAK SPACE}april 2019.",
        replace(INDICATOR, comparable_from=Period(2019, 5, 12)),
    ),
    "yearly values for a sum": Refused(
        "Värdena är årsvärden men slaget är summa. Välj slaget årsvärde eller lämna månadsvärden.",
        per_year=1,
        years={2017: [1], 2018: [2]},
    ),
    "yearly values for rolling sums": Refused(
        "Värdena är årsvärden men slaget är summa. Välj slaget årsvärde eller lämna månadsvärden.",
        replace(INDICATOR, basis=ValueBasis.ROLLING_YEAR),
        1,
        {2017: [1], 2018: [2]},
    ),
    "months for a yearly value": Refused(
        "Värdena är inte årsvärden men slaget är årsvärde. Välj slaget summa, läge eller medel, eller lämna årsvärden.",
        YEARLY,
    ),
    "a break within the year": Refused(
        "Värden före mars 2019 är inte jämförbara; prognosen behöver hela 2019.",
        replace(INDICATOR, comparable_from=Period(2019, 2, 12)),
    ),
    "one month missing at the end": Refused(
        "Bara tre av fyra månader är kända per den 30\N{NO-BREAK SPACE}april: april saknas.",
        years={2018: STEADY, 2019: STEADY[:3]},
    ),
    "months missing in the middle and at the end": Refused(
        "Bara två av fyra månader är kända per den 30\N{NO-BREAK SPACE}april: februari och april saknas.",
        years={2018: STEADY, 2019: [1, None, 3]},
    ),
    "one of four months": Refused(
        "Bara en av fyra månader är känd per den 30\N{NO-BREAK SPACE}april: februari, mars och april saknas.",
        years={2018: STEADY, 2019: [1]},
    ),
    "one of two quarters": Refused(
        "Bara ett av två kvartal är känt per den 31\N{NO-BREAK SPACE}augusti: andra kvartalet saknas.",
        per_year=4,
        years={2018: [1, 2, 3, 4], 2019: [1]},
        report_date=AUGUST,
    ),
    "no month this year": Refused(
        "Inget värde för 2019 är känt per den 30\N{NO-BREAK SPACE}april; fyra månader behöver vara kända.",
        years={2018: STEADY},
    ),
    "no tertial this year": Refused(
        "Inget värde för 2019 är känt per den 30\N{NO-BREAK SPACE}april; ett tertial behöver vara känt.",
        per_year=3,
        years={2018: [1, 2, 3]},
    ),
    "a month missing": Refused("Värdet för mars 2019 saknas.", years={2018: STEADY, 2019: [1, 2, None, 4]}),
    "months missing": Refused(
        "Värdena för januari, februari och mars 2019 saknas.",
        years={2018: STEADY, 2019: [None, None, None, 4]},
    ),
    "a quarter missing": Refused(
        "Värdet för första kvartalet 2019 saknas.",
        SHARE,
        4,
        {2018: [1, 2, 3, 4], 2019: [None, 4]},
        AUGUST,
    ),
    "no past year": Refused("Minst ett helt tidigare år behövs; 2018 saknas.", years={2017: STEADY, 2019: STEADY[:4]}),
    "a past year with gaps": Refused(
        "Minst ett helt tidigare år behövs; för 2018 saknas mars och april.",
        years={2017: STEADY, 2018: [1, 2, None, None, *STEADY[4:]], 2019: STEADY[:4]},
    ),
    "a past year with many gaps": Refused(
        "Minst ett helt tidigare år behövs; för 2018 saknas sju av tolv månader.",
        years={2018: STEADY[:5], 2019: STEADY[:4]},
    ),
    "a past year before the break": Refused(
        "Minst ett helt tidigare år behövs; värden före april 2018 är inte jämförbara.",
        replace(INDICATOR, comparable_from=Period(2018, 3, 12)),
    ),
    "a level without a past year in August": Refused(
        "Minst ett helt tidigare år behövs; 2018 saknas.", SHARE, 12, {2019: STEADY[:8]}, AUGUST
    ),
    "a mean without a past year in April": Refused(
        "Minst ett helt tidigare år behövs; 2018 saknas.",
        replace(SHARE, kind=Kind.MEAN),
        years={2019: STEADY[:4]},
    ),
    "two yearly values": Refused(
        "Bara två årsvärden finns till och med 2018; minst tre i följd behövs, men 2016 saknas.",
        YEARLY,
        1,
        {2015: [3], 2017: [4], 2018: [5]},
    ),
    "one yearly value, measured next": Refused(
        "Bara ett årsvärde finns till och med 2018; minst tre i följd behövs, men 2017 saknas. Nästa mätning: juni.",
        replace(YEARLY, next_measurement="juni"),
        1,
        {2018: [5]},
    ),
    "no yearly value for last year": Refused(
        "Inget årsvärde finns för 2018; minst tre i följd behövs.",
        YEARLY,
        1,
        {2015: [3], 2016: [4], 2017: [5]},
    ),
    "yearly values before the break": Refused(
        "Bara två årsvärden finns till och med 2018; minst tre i följd behövs, "
        "men värden före 2017 är inte jämförbara.",
        replace(YEARLY, comparable_from=Period(2017, 0, 1)),
        1,
        {2015: [3], 2016: [4], 2017: [5], 2018: [6]},
    ),
    "a yearly value of zero": Refused(
        "Årsvärdet för 2017 är noll eller negativt. Metoden klarar bara årsvärden över noll, "
        "alltså inte resultat som kan gå under noll.",
        YEARLY,
        1,
        {2016: [3], 2017: [0], 2018: [5]},
    ),
    "a negative value": Refused(
        "Värdet för december 2018 är negativt. Metoden klarar bara värden som är noll eller mer, "
        "alltså inte resultat som kan gå under noll.",
        years={2018: [*STEADY[:11], -1], 2019: STEADY[:4]},
    ),
    "a value beyond reason": Refused(
        "Värdet för april 2019 är för stort för att vara rimligt.",
        years={2018: STEADY, 2019: [1, 2, 3, 1e200]},
    ),
    "a value too small to count": Refused(
        "Värdet för december 2018 är för litet för att vara rimligt.",
        years={2018: [*[0] * 11, 5e-324], 2019: [0] * 4},
    ),
    "only zeros": Refused(
        "Alla värden är noll; då finns inget att räkna en prognos på.",
        years={2018: [0] * 12, 2019: [0] * 4},
    ),
    "a target of zero": Refused(
        "Målvärdet är noll eller lägre; metoden kan bara räkna sannolikheter för målvärden över noll.",
        replace(INDICATOR, direction=Direction.DECREASE, target=Target(high=0)),
    ),
    "a level on its way to zero": Refused(
        "Värdena pekar mot noll vid årets slut; då kan ingen sannolikhet räknas.",
        SHARE,
        4,
        {2017: [100, 90, 80, 70], 2018: [40, 20, 5, 0], 2019: [0, 0]},
        AUGUST,
    ),
    "a count that rounds to zero": Refused(
        "Värdena pekar mot noll vid årets slut; då kan ingen sannolikhet räknas.",
        years={2017: [0] * 12, 2018: [1, *[0] * 11], 2019: [0] * 8},
        report_date=AUGUST,
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_refusal_says_what_is_missing_and_gives_no_forecast(case: Refused) -> None:
    seen = outlook(case.indicator, case.series, 2019, case.report_date)
    assert seen.refusal == case.sentence
    assert seen.forecast is None
    assert not seen.final


def test_every_reason_to_refuse_has_a_case() -> None:
    reached = {
        rule
        for case in REFUSED.values()
        for known in [history(case.indicator, case.series, 2019, case.report_date)]
        for rule in [next((r for r in DEFINITION + REFUSALS if r(case.indicator, known)), None)]
    }
    assert set(DEFINITION + REFUSALS) <= reached


def test_an_indicator_without_a_series_has_no_values() -> None:
    assert outlook(INDICATOR, None, 2019, APRIL).refusal == "Inga värden finns för indikatorn."


def test_a_level_whose_last_value_is_known_has_the_years_answer() -> None:
    level = replace(INDICATOR, kind=Kind.LEVEL)
    found = outlook(level, series(12, {2019: [5.0, None, *STEADY[2:]]}), 2019, YEAR_END)

    assert found.final
    assert found.outcome is not None
    assert found.outcome.value == STEADY[-1]
