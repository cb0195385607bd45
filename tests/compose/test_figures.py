import pytest

from pipeline.blanks import StatusMark
from pipeline.compose import figures
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.results import IndicatorResult, Outcome, Outlook
from pipeline.model.words import Direction, Kind, Status, ValueBasis
from tests.cases import YEAR, indicator, outlook, series
from tests.compose.briefs import result_of, said


def seen(one: Indicator, value: float = 24.0, when: Period | None = None) -> IndicatorResult:
    return result_of(Outlook(outcome=Outcome(value, when or Period(YEAR, 3, 12)), per_year=12), one)


@pytest.mark.parametrize(
    ("unit", "value", "table", "prose"),
    [
        ("antal", 24.0, "24", "24"),
        ("antal elever", 1234.0, "1~234", "1~234"),
        ("procent", 4.64, "4,6~%", "4,6~procent"),
        ("andel", 4.0, "4,0~%", "4,0~procent"),
        ("index", 65.0, "65", "65"),
        ("tkr", 1234.4, "1~234", "1~234~tkr"),
        ("mnkr", -12.34, "−12,3", "−12,3~mnkr"),
        ("dagar", 12.0, "12", "12~dagar"),
        ("placering", 20.0, "20", "20"),
    ],
)
def test_an_outcome_is_written_as_its_unit_is(unit: str, value: float, table: str, prose: str) -> None:
    result = seen(indicator(unit=unit, base=30.0, target=None), value)
    found = result.outlook.outcome

    assert figures.outcome(result) == said(table)
    assert found is not None
    assert figures.outcome_in_prose(result, found) == said(prose)


def test_an_unknown_unit_has_as_many_decimals_as_its_written_values_have_everywhere() -> None:
    one = indicator(unit="kWh per kvm", base=101.0, target=Target(high=98.5))
    written = {"1.1": series({2019: [100.25, 99.0]})}
    result = result_of(outlook(Forecast(point=99.0, sigma=0.1), (99.0,)), one, series=written)

    assert figures.places(result) == 2
    assert (figures.base(result), figures.target(result)) == ("101,00 (2018)", "högst 98,50")


@pytest.mark.parametrize(
    ("base", "year", "expected"),
    [(87.0, 2018, "87 (2018)"), (87.0, None, "87"), (None, 2018, "–"), (0.0, 2018, "0 (2018)")],
)
def test_the_base_value_has_its_year(base: float | None, year: int | None, expected: str) -> None:
    assert figures.base(result_of(outlook(), indicator(base=base, base_year=year))) == expected


@pytest.mark.parametrize(
    ("target", "unit", "table", "prose"),
    [
        (Target(low=95.0), "antal", "minst 95", "minst 95"),
        (Target(high=5.3), "procent", "högst 5,3~%", "högst 5,3~procent"),
        (Target(low=40.0, strict=True), "antal", "mer än 40", "mer än 40"),
        (Target(high=40.0, strict=True), "antal", "mindre än 40", "mindre än 40"),
        (Target(low=10.0, high=15.0), "procent", "10,0–15,0~%", "10,0–15,0~procent"),
        (Target(low=1200.0), "tkr", "minst 1~200", "minst 1~200~tkr"),
        (Target(low=95), "antal", "minst 95", "minst 95"),
        (Target(low=0.0), "antal", "minst 0", "minst 0"),
        (Target(), "antal", "–", "–"),
        (None, "antal", "–", "–"),
    ],
)
def test_a_target_has_its_direction_in_words(target: Target | None, unit: str, table: str, prose: str) -> None:
    within = Direction.WITHIN if target and None not in (target.low, target.high) else Direction.INCREASE
    result = result_of(Outlook(refusal="Målvärde saknas."), indicator(target=target, unit=unit, direction=within))

    assert figures.target(result) == said(table)
    assert figures.target_in_prose(result) == said(prose)


@pytest.mark.parametrize(
    ("kind", "basis", "when", "expected"),
    [
        (Kind.SUM, ValueBasis.PER_PERIOD, Period(2019, 3, 12), "t.o.m. april"),
        (Kind.MEAN, ValueBasis.PER_PERIOD, Period(2019, 0, 4), "t.o.m. första kvartalet"),
        (Kind.LEVEL, ValueBasis.PER_PERIOD, Period(2019, 3, 12), "april"),
        (Kind.SUM, ValueBasis.ROLLING_YEAR, Period(2019, 3, 12), "april"),
        (Kind.LEVEL, ValueBasis.PER_PERIOD, Period(2018, 11, 12), "december 2018"),
        (Kind.ANNUAL, ValueBasis.PER_PERIOD, Period(2018, 0, 1), "2018"),
        (Kind.ANNUAL, ValueBasis.PER_PERIOD, Period(2019, 0, 1), "2019"),
    ],
)
def test_the_outcome_says_what_it_covers(kind: Kind, basis: ValueBasis, when: Period, expected: str) -> None:
    assert figures.outcome_when(seen(indicator(kind=kind, basis=basis), when=when), YEAR) == expected


def test_what_does_not_exist_is_a_dash_and_covers_nothing() -> None:
    result = result_of(Outlook(refusal="Inga värden finns för indikatorn."))

    assert (figures.outcome(result), figures.outcome_when(result, YEAR)) == ("–", "")


@pytest.mark.parametrize(
    ("unit", "middle", "prose", "span"),
    [("antal", "77", "77", "70–83"), ("procent", "76,5~%", "76,5~procent", "70,1–83,5")],
)
def test_the_forecast_has_a_point_and_an_interval(unit: str, middle: str, prose: str, span: str) -> None:
    forecast = Forecast(point=76.5, sigma=0.057)
    result = result_of(outlook(forecast), indicator(unit=unit))

    assert figures.point(result, forecast) == said(middle)
    assert figures.point_in_prose(result, forecast) == said(prose)
    assert figures.interval(result, forecast) == span


def test_every_status_has_a_symbol_of_its_own_and_its_word() -> None:
    marks = [figures.mark(status) for status in Status]

    assert [mark.ord for mark in marks] == [status.value for status in Status]
    assert len({mark.symbol for mark in marks}) == len({mark.stil for mark in marks}) == len(Status)
    assert figures.mark(None) == StatusMark("", "–", "Status kan inte bedömas")


def test_a_long_interval_may_break_after_its_dash_and_nowhere_else() -> None:
    forecast = Forecast(point=1_234_567.0, sigma=0.1)
    long, short = result_of(outlook(forecast), indicator(unit="tkr")), result_of(outlook(), indicator())

    assert figures.interval_in_table(long, forecast).split("\u200b") == [
        f"{figures.interval(long, forecast).partition('–')[0]}–",
        figures.interval(long, forecast).partition("–")[2],
    ]
    assert " " not in figures.interval(long, forecast)
    assert "\u200b" not in figures.interval_in_table(short, Forecast(point=76.5, sigma=0.057))
