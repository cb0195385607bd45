from dataclasses import replace
from typing import Any

import pytest

from pipeline.compose.august import april_forecast, since_april
from pipeline.compose.brief import Brief
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Goal, Target
from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun, Outlook
from pipeline.model.words import Direction, Kind, Occasion
from tests.cases import goal, indicator, outlook, series
from tests.compose.briefs import brief_of, goal_of, said

APRIL = EarlierIndicator(
    id="1.1", status="uppfylls inte", target=95.0, forecast=77.0, low=65.0, high=92.0, values={"2019-01": 6.0}
)
AUGUST = outlook(Forecast(point=93.0, sigma=0.1), (7.0,) * 8)


def earlier(*indicators: EarlierIndicator, number: int = 1, **fields: Any) -> EarlierRun:  # noqa: ANN401
    given = {"classification": "styrande", "status": "uppfylls inte", **fields}
    known = EarlierGoal(number=number, indicators={one.id: one for one in indicators}, **given)
    return EarlierRun("korning-001", "abc", {number: known})


def august(run: EarlierRun | None, look: Outlook = AUGUST, one: Goal | None = None, **given: Any) -> Brief:  # noqa: ANN401
    given = {"indicators": (indicator(),), **given}
    return brief_of(one or goal(1), occasion=Occasion.AUGUST, earlier=run, outlooks={"1.1": look}, **given)


def told(run: EarlierRun | None, look: Outlook = AUGUST, **given: Any) -> str:  # noqa: ANN401
    brief = august(run, look, **given)
    return since_april(brief, goal_of(brief).indicators[0], 1)


def test_a_status_that_has_moved_is_told_with_the_forecasts_of_both() -> None:
    assert told(earlier(APRIL), series={"1.1": series({2019: [6.0]})}) == (
        "Statusen har ändrats från ”uppfylls inte” i april till ”osäkert”. Inget nytt utfall har kommit sedan april. "
        "Aprils prognos var 77 (65–92) och augustis är 93 (80–108). Augustis prognos ligger över aprils intervall."
    )


def test_a_status_that_stands_still_is_told_too() -> None:
    assert told(
        earlier(replace(APRIL, status="osäkert", forecast=None, values={})), Outlook(refusal="Källa saknas.")
    ).startswith("Statusen har ändrats från ”osäkert” i april till ”kan inte bedömas”.")
    assert told(earlier(replace(APRIL, status="osäkert"))).startswith("Statusen är densamma som i april: osäkert.")


QUIET = replace(APRIL, status="", forecast=None, target=95.0, values={})
SILENT = outlook(current=(6.0,) * 8, refusal="Värdet för maj saknas.")


def of(april: EarlierIndicator, **given: Any) -> str:  # noqa: ANN401
    """Return what is told where neither status nor forecast has anything to tell."""
    return told(earlier(april), SILENT, **given)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((95.0, None), Target(low=95.0), ""),
        ((90.0, None), Target(low=95.0), "Målvärdet har ändrats från 90 till 95."),
        ((95.4, None), Target(low=95.0), "Målvärdet har ändrats från 95,4 till 95,0."),
        ((None, None), Target(low=95.0), "Målvärdet är nytt sedan april: minst 95."),
        ((95.0, None), None, "Målvärdet har tagits bort; i april var det 95."),
        ((10.0, 15.0), Target(10.0, 20.0), "Målvärdet har ändrats från 10–15 till 10–20."),
        ((10.0, None), Target(10.0, 20.0), "Målvärdet har ändrats från 10 till 10–20."),
        ((10.0, 15.0), Target(low=10.0), "Målvärdet har ändrats från 10–15 till 10."),
        ((0.0, None), Target(high=5.0), "Målvärdet har ändrats från 0 till 5."),
    ],
)
def test_a_target_that_has_moved_is_told(
    before: tuple[float | None, float | None], now: Target | None, expected: str
) -> None:
    april = replace(QUIET, target=before[0], target_high=before[1])

    assert of(april, indicators=(indicator(target=now),)) == expected


def test_a_target_is_told_with_its_unit() -> None:
    one = indicator(unit="procent", target=Target(high=5.0), direction=Direction.DECREASE)

    assert of(replace(QUIET, target=5.3), indicators=(one,)) == said(
        "Målvärdet har ändrats från 5,3~procent till 5,0~procent."
    )


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("miljöchefen", "miljöchefen", ""),
        (None, "miljöchefen", ""),
        ("ekonomen", "miljöchefen", "Ansvarig har ändrats från ekonomen till miljöchefen."),
        ("", "miljöchefen", "Ansvarig har ändrats från ingen till miljöchefen."),
        ("ekonomen", "", "Ansvarig har ändrats från ekonomen till ingen."),
    ],
)
def test_another_role_that_is_responsible_is_told(before: str | None, now: str, expected: str) -> None:
    assert of(replace(QUIET, owner=before), indicators=(indicator(owner=now),)) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([6, 5], [6, 5], "Inget nytt utfall har kommit sedan april."),
        ([6], [6, 5], "Nytt utfall sedan april: 5 (februari)."),
        ([6], [6, 5, 0], "Nya utfall sedan april: 5 (februari) och 0 (mars)."),
        (
            [1],
            [1, 2, 3, 4, 5, 6, 7],
            "Nya utfall sedan april: 2 (februari), 3 (mars), 4 (april), 5 (maj), 6 (juni) och 7 (juli).",
        ),
        (
            [1],
            [1, 2, 3, 4, 5, 6, 7, 8],
            "Nya utfall sedan april: 2 (februari), 3 (mars), 4 (april), 5 (maj), 6 (juni) och 2 till.",
        ),
        ([6, 5], [7, 5], "Ett värde har ändrats i efterhand: januari 2019 från 6 till 7."),
        (
            [6, 0],
            [7, 4],
            "Två värden har ändrats i efterhand: januari 2019 från 6 till 7 och februari 2019 från 0 till 4.",
        ),
        ([6.0], [6.4], "Ett värde har ändrats i efterhand: januari 2019 från 6,0 till 6,4."),
        ([None, 5], [6, 5], "Ett tidigare värde har tillkommit: januari 2019 6."),
        ([6, 5], [None, 5], "Ett tidigare värde har tagits bort: januari 2019 (var 6)."),
        ([6, 5], [], "Två tidigare värden har tagits bort: januari 2019 (var 6) och februari 2019 (var 5)."),
        (
            [6, 5, None],
            [None, 4, 3],
            (
                "Nytt utfall sedan april: 3 (mars). Ett värde har ändrats i efterhand: februari 2019 från 5 till 4. "
                "Ett tidigare värde har tagits bort: januari 2019 (var 6)."
            ),
        ),
        ([], [6, 5], ""),
    ],
)
def test_values_that_are_new_revised_or_gone_are_told(
    before: list[float | None], now: list[float | None], expected: str
) -> None:
    april = replace(
        QUIET, values={f"2019-{month:02}": value for month, value in enumerate(before, 1) if value is not None}
    )

    assert of(april, series={"1.1": series({2019: now})}) == expected


def test_values_of_other_periods_than_aprils_are_not_compared() -> None:
    assert of(replace(QUIET, values={"2019-01": 6.0}), series={"1.1": series({2019: [20.0]}, per_year=4)}) == (
        "Värdena gäller andra perioder än i april och går inte att jämföra."
    )


def test_values_after_the_report_date_are_not_new_outcomes() -> None:
    given = {"1.1": series({2019: [6.0] * 10})}

    april = replace(QUIET, values=dict.fromkeys((f"2019-{month:02}" for month in range(1, 9)), 6.0))

    assert of(april, series=given) == "Inget nytt utfall har kommit sedan april."


NEW = {"1.1": series({2019: [6.0, 9.0]})}


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (64.0, "under aprils intervall: utfallet sedan april är lägre än aprils prognos räknade med."),
        (64.6, "inom aprils intervall: utfallet sedan april ligger inom det som aprils prognos räknade med."),
        (92.4, "inom aprils intervall: utfallet sedan april ligger inom det som aprils prognos räknade med."),
        (93.0, "över aprils intervall: utfallet sedan april är högre än aprils prognos räknade med."),
    ],
)
def test_how_aprils_forecast_has_held_is_told_in_numbers_as_they_are_printed(point: float, expected: str) -> None:
    found = told(earlier(APRIL), outlook(Forecast(point=point, sigma=0.1)), series=NEW)

    assert found.partition("Augustis prognos ligger ")[2] == expected


@pytest.mark.parametrize(
    "values", [{2019: [7.0, 9.0]}, {2019: [6.0]}, {2019: [None, 9.0]}, {2018: [6.0] * 12, 2019: [6.0, 9.0]}]
)
def test_what_the_new_outcomes_have_brought_is_not_told_where_more_has_changed(
    values: dict[int, list[float | None]],
) -> None:
    assert "aprils intervall. " in f"{told(earlier(APRIL), series={'1.1': series(values)})} "


@pytest.mark.parametrize(
    ("forecast", "look", "expected"),
    [
        (77.0, SILENT, "Aprils prognos var 77 (65–92); i augusti görs ingen prognos."),
        (None, AUGUST, "I april gjordes ingen prognos; augustis är 93 (80–108)."),
        (None, SILENT, ""),
    ],
)
def test_a_forecast_that_one_of_the_two_lacks_is_told(forecast: float | None, look: Outlook, expected: str) -> None:
    assert told(earlier(replace(APRIL, status="", values={}, forecast=forecast)), look) == expected


@pytest.mark.parametrize(("value", "where"), [(64.0, "under"), (65.0, "inom"), (92.0, "inom"), (92.5, "över")])
def test_an_outcome_that_is_already_the_years_is_compared_with_aprils_forecast(value: float, where: str) -> None:
    look = outlook(current=(value,), per_year=1, final=True)
    one = indicator(kind=Kind.ANNUAL, unit="index")
    values = {"1.1": series({2019: [value]}, per_year=1)}
    seen = told(earlier(replace(APRIL, values={"2018": 87.0})), look, indicators=(one,), series=values)

    text = f"{value:.1f}".replace(".", ",") if value % 1 else f"{value:.0f}"
    span, point = ("65,0–92,0", "77,0") if value % 1 else ("65–92", "77")
    assert f"Nytt utfall sedan april: {text} (2019). Aprils prognos var {point} ({span}) och " in seen
    assert f"utfallet blev {text}. Utfallet ligger {where} aprils intervall." in seen


@pytest.mark.parametrize(
    ("april", "expected"),
    [
        (APRIL, "77 (65–92)"),
        (replace(APRIL, low=None, high=None), "77"),
        (replace(APRIL, forecast=None), "–"),
    ],
)
def test_aprils_forecast_stands_beside_augusts(april: EarlierIndicator, expected: str) -> None:
    brief = august(earlier(april))

    assert april_forecast(brief, goal_of(brief).indicators[0], 1) == expected


@pytest.mark.parametrize("run", [None, earlier(APRIL, number=2)])
def test_an_indicator_of_a_goal_that_april_did_not_have_is_compared_with_nothing(run: EarlierRun | None) -> None:
    brief = august(run)

    assert april_forecast(brief, goal_of(brief).indicators[0], 1) == ""
    assert told(run) == ""


def test_an_indicator_that_aprils_goal_did_not_have_is_told_as_new() -> None:
    assert told(earlier()) == "Indikatorn är ny sedan april."
