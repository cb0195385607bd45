from typing import Any

from pipeline.blanks import Chart
from pipeline.compose.charts import chart
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.results import Outcome, Outlook
from pipeline.model.words import Direction, Kind, ValueBasis
from tests.cases import YEAR, indicator, outlook
from tests.compose.briefs import brief_of, goal_of, result_of, said, supporting

FORECAST = Forecast(point=77.0, sigma=0.1)


def drawn(one: Indicator, look: Outlook) -> Chart:
    found = chart(result_of(look, one), YEAR)
    assert found is not None
    return found


def quarterly(forecast: Forecast | None = FORECAST, **fields: Any) -> Outlook:  # noqa: ANN401 -- any of the record's
    given = {"outcome": Outcome(6.0, Period(YEAR, 1, 4)), "per_year": 4, "past": ((1.0, 2.0, 3.0, 6.0),), **fields}
    return outlook(forecast, (2.0, 4.0), **given)


def test_a_sum_is_drawn_as_what_the_year_amounts_to_after_each_period() -> None:
    found = drawn(indicator(name="Nya företag"), quarterly())

    assert found == Chart(
        titel="Nya företag",
        enhet="antal",
        alternativtext=said(
            "Diagram över Nya företag. Utfall t.o.m. andra kvartalet: 6. Jämförelse: 2018. "
            "Prognos för hela 2019: 77, med 80~procents sannolikhet 66–90. Mål: minst 95."
        ),
        år=2019,
        perioder=tuple(map(said, ("kv~1", "kv~2", "kv~3", "kv~4"))),
        tidigare=((2018, (1.0, 3.0, 6.0, 12.0)),),
        hittills=(2.0, 6.0, None, None),
        prognos=77.0,
        lägst=FORECAST.low,
        högst=FORECAST.high,
        mål_lägst=95.0,
        mål_högst=None,
        måltext="Mål: minst 95",
        decimaler=0,
    )


def test_a_level_is_drawn_as_it_is_and_forecast_for_the_end_of_the_year() -> None:
    one = indicator(name="Inskrivna", kind=Kind.LEVEL, target=Target(high=95.0), direction=Direction.DECREASE)
    found = drawn(one, quarterly(outcome=Outcome(4.0, Period(YEAR, 1, 4))))

    assert (found.tidigare, found.hittills) == (((2018, (1.0, 2.0, 3.0, 6.0)),), (2.0, 4.0, None, None))
    assert found.alternativtext == said(
        "Diagram över Inskrivna. Utfall andra kvartalet: 4. Jämförelse: 2018. "
        "Prognos för slutet av 2019: 77, med 80~procents sannolikhet 66–90. Mål: högst 95."
    )


def test_a_sum_of_the_latest_twelve_months_is_drawn_as_a_level() -> None:
    found = drawn(indicator(basis=ValueBasis.ROLLING_YEAR), quarterly())

    assert found.hittills == (2.0, 4.0, None, None)


def test_a_mean_is_drawn_as_the_mean_so_far() -> None:
    one = indicator(name="Sjukfrånvaro", kind=Kind.MEAN, unit="procent", target=Target(high=5.3))
    found = drawn(one, quarterly(outcome=Outcome(3.0, Period(YEAR, 1, 4))))

    assert (found.tidigare, found.hittills) == (((2018, (1.0, 1.5, 2.0, 3.0)),), (2.0, 3.0, None, None))
    assert found.alternativtext == said(
        "Diagram över Sjukfrånvaro. Utfall t.o.m. andra kvartalet: 3,0~procent. Jämförelse: 2018. "
        "Prognos för hela 2019: 77,0~procent, med 80~procents sannolikhet 66,1–89,8. Mål: högst 5,3~procent."
    )


def test_yearly_values_are_drawn_year_by_year_all_of_them() -> None:
    one = indicator(name="Ranking", kind=Kind.ANNUAL, unit="placering")
    past = tuple((float(value),) for value in (50, 40, 35, 30, 25, 22, 20))
    look = outlook(FORECAST, (), outcome=Outcome(20.0, Period(2018, 0, 1)), per_year=1, past=past)
    found = drawn(one, look)

    assert found.perioder == ("2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019")
    assert (found.tidigare, found.hittills) == ((), (50.0, 40.0, 35.0, 30.0, 25.0, 22.0, 20.0, None))
    assert found.alternativtext == said(
        "Diagram över Ranking. Utfall 2018: 20. Jämförelse: åren 2012–2018. "
        "Prognos för hela 2019: 77, med 80~procents sannolikhet 66–90. Mål: minst 95."
    )


def test_the_year_that_is_already_measured_stands_last() -> None:
    look = outlook(current=(21.0,), outcome=Outcome(21.0, Period(2019, 0, 1)), per_year=1, past=((20.0,),), final=True)

    assert drawn(indicator(kind=Kind.ANNUAL), look).hittills == (20.0, 21.0)


def test_the_five_latest_years_are_drawn_and_named() -> None:
    found = drawn(indicator(), quarterly(past=((1.0,) * 4,) * 7))

    assert [year for year, _ in found.tidigare] == [2014, 2015, 2016, 2017, 2018]
    assert "Jämförelse: åren 2014–2018." in found.alternativtext


def test_what_does_not_exist_is_not_drawn() -> None:
    found = drawn(indicator(name="Andel", target=None), quarterly(None, refusal="Målvärde saknas.", past=()))

    assert (found.prognos, found.lägst, found.högst, found.mål_lägst, found.mål_högst) == (None,) * 5
    assert (found.alternativtext, found.måltext) == ("Diagram över Andel. Utfall t.o.m. andra kvartalet: 6.", "")


def test_an_interval_has_both_its_bounds() -> None:
    target = Target(low=10.0, high=15.0)
    found = drawn(indicator(target=target, direction=Direction.WITHIN), quarterly())

    assert (found.mål_lägst, found.mål_högst, found.måltext) == (10.0, 15.0, "Mål: 10–15")


def test_no_chart_is_drawn_without_values_or_without_a_status() -> None:
    brief = brief_of(supporting(1), indicators=(indicator(),), outlooks={"1.1": quarterly()})

    assert chart(result_of(Outlook(refusal="Inga värden finns.")), YEAR) is None
    assert chart(goal_of(brief).indicators[0], YEAR) is None


def test_past_years_are_drawn_where_this_year_has_no_value_yet() -> None:
    found = drawn(indicator(name="Andel", target=None), quarterly(None, outcome=None, refusal="Inget värde."))

    assert found.alternativtext == "Diagram över Andel. Jämförelse: 2018."
