"""How April's and August's forecasts turned out."""

from dataclasses import astuple, replace

import pytest

from pipeline.compose.brief import Brief
from pipeline.compose.hits import hit_rows, hits, hits_in_words, hits_note
from pipeline.model.periods import Period
from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun, Outcome, Outlook
from pipeline.model.words import Kind, Occasion
from tests.cases import goal, indicator, outlook, series
from tests.compose.briefs import brief_of, said

MISSING = Outlook(refusal="För 2019 saknas december.", outcome=Outcome(70.0, Period(2019, 10, 12)), per_year=12)


def year(total: float) -> Outlook:
    return outlook(current=(total / 12,) * 12, final=True, outcome=Outcome(total, Period(2019, 11, 12)))


def run(*forecasts: tuple[float, float, float] | None) -> EarlierRun:
    """Return a run of one goal with an indicator per forecast: point, low and high."""
    known = {f"1.{number}": _known(f"1.{number}", one) for number, one in enumerate(forecasts, start=1)}
    return EarlierRun("k", "abc", {1: EarlierGoal(number=1, classification="styrande", status="", indicators=known)})


def _known(id_: str, one: tuple[float, float, float] | None) -> EarlierIndicator:
    point, low, high = one or (None, None, None)
    return EarlierIndicator(id=id_, status="osäkert", forecast=point, low=low, high=high)


def brief(*outcomes: float | None, april: EarlierRun | None = None, august: EarlierRun | None = None) -> Brief:
    """Return the year with an indicator per outcome; None is a year that is not complete."""
    indicators = tuple(indicator(f"1.{number}") for number in range(1, len(outcomes) + 1))
    looks = {one.id: MISSING if value is None else year(value) for one, value in zip(indicators, outcomes, strict=True)}
    made = brief_of(goal(1), occasion=Occasion.ANNUAL, indicators=indicators, outlooks=looks, earlier=april)
    return replace(made, august=august)


def words(*outcomes: float | None, **runs: EarlierRun) -> list[str]:
    return [one.text for one in hits_in_words(hits(brief(*outcomes, **runs)))]


F = (77.0, 65.0, 92.0)
WIDE = (100.0, 50.0, 150.0)


def test_without_earlier_runs_nothing_is_compared_and_that_is_said() -> None:
    assert words(80.0) == [
        said("Ingen delårsrapport per den 30~april finns, så aprils prognoser kan inte jämföras."),
        said("Ingen delårsrapport per den 31~augusti finns, så augustis prognoser kan inte jämföras."),
    ]
    assert hit_rows(hits(brief(80.0))) == ()
    assert hits_note(hits(brief(80.0))) == ()


@pytest.mark.parametrize(
    ("forecasts", "outcomes", "expected"),
    [
        ((None,), (80.0,), "Aprils rapport innehåller ingen prognos att jämföra med utfallet."),
        ((F,), (None,), "Aprils enda prognos kan inte jämföras: årets utfall saknas."),
        ((F, F), (None, None), "Ingen av aprils två prognoser kan jämföras: årets utfall saknas."),
        ((F,), (), "Aprils enda prognos kan inte jämföras: årets utfall saknas."),
        (
            (F,),
            (80.0,),
            "Det enda utfall som kan jämföras hamnade inom aprilprognosens intervall. Prognosen var för låg.",
        ),
        (
            (F,),
            (93.0,),
            "Det enda utfall som kan jämföras hamnade över aprilprognosens intervall. Prognosen var för låg.",
        ),
        (
            (F,),
            (77.0,),
            "Det enda utfall som kan jämföras hamnade inom aprilprognosens intervall. Prognosen stämde.",
        ),
        (
            (F, F),
            (70.0, 71.0),
            (
                "Båda utfallen hamnade inom aprilprognosens intervall; väntat är omkring två. "
                "Båda prognoserna var för höga."
            ),
        ),
        (
            (F, F, F),
            (10.0, 20.0, 200.0),
            (
                "Inget av de tre utfallen hamnade inom aprilprognosens intervall; väntat är omkring två. "
                "Två prognoser var för höga och en var för låg."
            ),
        ),
        (
            (F, F, F, F, WIDE),
            (10.0, 77.0, 77.4, 80.0, None),
            (
                "Tre av fyra utfall hamnade inom aprilprognosens intervall; väntat är omkring tre. "
                "En prognos var för hög, en var för låg och två stämde. För en prognos saknas årets utfall."
            ),
        ),
        (
            (F,) * 3,
            (80.0,) * 3,
            (
                "Alla tre utfall hamnade inom aprilprognosens intervall; väntat är omkring två. "
                "Alla tre prognoser var för låga."
            ),
        ),
    ],
)
def test_the_hits_are_counted_with_which_way_the_forecasts_erred(
    forecasts: tuple[tuple[float, float, float] | None, ...], outcomes: tuple[float | None, ...], expected: str
) -> None:
    april, _ = words(*outcomes, april=run(*forecasts))

    assert april == expected


def test_each_forecast_is_a_row_with_aprils_before_augusts() -> None:
    made = brief(82.0, 120.0, 77.0, april=run(F, F, F), august=run((85.0, 80.0, 90.0), None, (77.4, 70.0, 80.0)))

    assert [astuple(row) for row in hit_rows(hits(made))] == [
        ("1.1 Indikator 1.1", "april", "77 (65–92)", "82", "ja", "5 för låg"),
        ("1.1 Indikator 1.1", "augusti", "85 (80–90)", "82", "ja", "3 för hög"),
        ("1.2 Indikator 1.2", "april", "77 (65–92)", "120", "nej, över", "43 för låg"),
        ("1.3 Indikator 1.3", "april", "77 (65–92)", "77", "ja", "stämde"),
        ("1.3 Indikator 1.3", "augusti", "77 (70–80)", "77", "ja", "stämde"),
    ]


@pytest.mark.parametrize(
    ("outcome", "expected"), [(64.4, "nej, under"), (64.6, "ja"), (92.4, "ja"), (92.6, "nej, över")]
)
def test_inside_is_judged_by_the_numbers_that_are_printed(outcome: float, expected: str) -> None:
    (row,) = hit_rows(hits(brief(outcome, april=run(F))))

    assert row.inom == expected


def test_a_share_keeps_its_decimal_and_its_percent_sign() -> None:
    one = indicator(id_="1.1", unit="procent", kind=Kind.LEVEL)
    made = brief_of(
        goal(1),
        occasion=Occasion.ANNUAL,
        indicators=(one,),
        outlooks={"1.1": year(5.4)},
        series={"1.1": series({2019: [5.4] * 12})},
        earlier=run((5.6, 5.1, 6.2)),
    )
    (row,) = hit_rows(hits(made))

    assert (row.prognos, row.utfall, row.fel) == (said("5,6~% (5,1–6,2)"), said("5,4~%"), "0,2 för hög")


def test_an_indicator_of_two_goals_is_counted_once() -> None:
    one = indicator("1.1", goals=(1, 2))
    april = run(F)
    both = replace(april, goals={1: april.goals[1], 2: replace(april.goals[1], number=2)})
    made = brief_of(
        goal(1), goal(2), occasion=Occasion.ANNUAL, indicators=(one,), outlooks={"1.1": year(80.0)}, earlier=both
    )

    assert len(hit_rows(hits(made))) == 1


def test_a_forecast_of_a_goal_that_is_no_longer_styrande_is_compared_all_the_same() -> None:
    made = brief_of(
        goal(1, resourced=False),
        occasion=Occasion.ANNUAL,
        indicators=(indicator("1.1"),),
        outlooks={"1.1": year(80.0)},
        earlier=run(F),
    )

    assert [row.inom for row in hit_rows(hits(made))] == ["ja"]


@pytest.mark.parametrize(("many", "paragraphs"), [(0, 0), (1, 2), (29, 2), (30, 1)])
def test_few_forecasts_are_said_to_say_little(many: int, paragraphs: int) -> None:
    found = hits(brief(*(80.0,) * many, april=run(*(F,) * many)))

    assert len(hits_note(found)) == paragraphs
