from dataclasses import replace
from typing import Any

import pytest

from pipeline.blanks import IndicatorRow, Paragraph, SexRow
from pipeline.compose.indicators import indicator_row
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator
from pipeline.model.results import Outcome, Outlook
from pipeline.model.words import Kind, Occasion, Status, ValueBasis
from tests.cases import follow_up, goal, indicator, outlook, series
from tests.compose.briefs import LOOKS, brief_of, goal_of, said, supporting

FORECAST = Forecast(point=95.0, sigma=0.1)


def row(look: Outlook, one: Indicator | None = None, **given: Any) -> IndicatorRow:  # noqa: ANN401
    one = one or indicator()
    brief = brief_of(goal(1), indicators=(one,), outlooks={one.id: look}, **given)
    return indicator_row(brief, goal_of(brief).indicators[0], 1)


def test_a_row_holds_every_number_as_text() -> None:
    found = row(outlook(FORECAST))

    assert (found.id, found.namn, found.källa) == ("1.1", "Indikator 1.1", "Bolagsverket")
    assert found.enhet == "antal, sifferrad\xa02"
    assert (found.basvärde, found.utfall, found.utfall_tom) == ("87 (2018)", "24", "t.o.m. april")
    assert (found.målvärde, found.prognos, found.intervall) == ("minst 95", "95", "81–111")
    assert (found.sannolikhet, found.status.ord) == (said("50~%"), "osäkert")
    assert found.motivering == said("Sannolikheten att målet nås är omkring 50~procent; det väger jämnt.")


def test_a_row_without_a_forecast_has_dashes_and_the_reason() -> None:
    found = row(outlook(refusal="Målvärde saknas."), indicator(target=None, base=None))

    assert (found.basvärde, found.målvärde, found.prognos, found.intervall, found.sannolikhet) == (*"–––", "", "–")
    assert (found.status.ord, found.motivering) == ("kan inte bedömas", "Målvärde saknas.")


def test_a_supporting_goals_indicator_has_no_status_forecast_or_reason() -> None:
    brief = brief_of(supporting(1), indicators=(indicator(),), outlooks={"1.1": outlook(FORECAST)})
    found = indicator_row(brief, goal_of(brief).indicators[0], 1)

    assert (found.utfall, found.prognos, found.sannolikhet, found.status.ord) == ("24", "–", "–", "–")
    assert (found.motivering, found.takt, found.diagram) == ("", "", None)


def test_a_forecast_on_a_single_year_asks_for_a_comment_in_april() -> None:
    thin = outlook(FORECAST, past=((7.0,) * 12,))
    said_ = "Prognosen vilar på ett enda tidigare år. En egen kommentar behövs."

    assert row(thin).motivering.endswith(said_)
    assert said_ not in row(thin, occasion=Occasion.AUGUST).motivering
    assert said_ not in row(replace(thin, past=((7.0,) * 12,) * 2)).motivering


def test_a_persons_status_and_forecast_are_told_beside_the_computed_ones() -> None:
    person = follow_up(
        1,
        indicator="1.1",
        status=Status.MET,
        motivation="Avtal är klara",
        assessed_by="chefen",
        own_forecast="omkring 96",
        analysis="Fler söker.",
        cause="Nya lokaler.",
    )
    found = row(LOOKS[Status.NOT_MET], follow_ups=(person,))

    assert found.status.ord == "uppfylls"
    assert found.motivering.endswith(
        "Enligt beräkningen: uppfylls inte. Bedömning av chefen: uppfylls. Motivering: Avtal är klara. "
        "Egen prognos av chefen: omkring 96."
    )
    assert found.analys == (Paragraph("Fler söker."), Paragraph("Orsak: Nya lokaler."))


@pytest.mark.parametrize(
    ("kind", "basis", "expected"),
    [
        (Kind.SUM, ValueBasis.PER_PERIOD, "6"),
        (Kind.MEAN, ValueBasis.PER_PERIOD, "3"),
        (Kind.LEVEL, ValueBasis.PER_PERIOD, "4"),
        (Kind.SUM, ValueBasis.ROLLING_YEAR, "4"),
    ],
)
def test_values_by_sex_cover_the_same_periods_as_the_total(kind: Kind, basis: ValueBasis, expected: str) -> None:
    women = series({2018: [9.0] * 12, 2019: [2.0, 4.0, 99.0]}).observations
    both = replace(series({2019: [5.0, 7.0]}), by_sex={"kvinnor": women})
    look = outlook(FORECAST, (5.0, 7.0), outcome=Outcome(12.0, Period(2019, 1, 12)))

    assert row(look, indicator(kind=kind, basis=basis), series={"1.1": both}).kön == (
        SexRow(namn="kvinnor", basvärde="", utfall=expected),
    )


def test_a_sex_with_a_gap_is_left_out() -> None:
    men = series({2019: [None, 4.0]}).observations
    both = replace(series({2019: [5.0, 7.0]}), by_sex={"män": men})
    look = outlook(FORECAST, (5.0, 7.0), outcome=Outcome(12.0, Period(2019, 1, 12)))

    assert row(look, series={"1.1": both}).kön == ()
    assert row(Outlook(refusal="Inga värden finns."), series={"1.1": both}).kön == ()
