from dataclasses import replace
from typing import Any

import pytest

from pipeline.compose.august import april_forecast, goal_since_april, since_april
from pipeline.compose.brief import Brief
from pipeline.compose.interim import interim_report
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Goal, Target
from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun, Outlook
from pipeline.model.words import Direction, Kind, Occasion, Progress, Status
from tests.cases import goal, indicator, measure, meeting, outlook, series
from tests.compose.briefs import LOOKS, brief_of, goal_of, said, supporting

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
    assert told(earlier(APRIL)) == (
        "Statusen har ändrats från ”uppfylls inte” i april till ”osäkert”. "
        "Aprils prognos var 77 och augustis är 93, utanför aprils intervall 65–92."
    )


def test_a_forecast_that_has_held_is_said_to_lie_within_aprils_interval() -> None:
    assert told(earlier(replace(APRIL, status="osäkert", high=98.0))) == (
        "Statusen är densamma som i april: osäkert. "
        "Aprils prognos var 77 och augustis är 93, inom aprils intervall 65–98."
    )


@pytest.mark.parametrize(("value", "where"), [(65.0, "inom"), (92.0, "inom"), (92.5, "utanför")])
def test_an_outcome_that_is_already_the_years_is_compared_with_aprils_forecast(value: float, where: str) -> None:
    look = outlook(current=(value,), per_year=1, final=True)
    one = indicator(kind=Kind.ANNUAL, unit="index")
    values = {"1.1": series({2019: [value]}, per_year=1)}

    text = f"{value:.1f}".replace(".", ",") if value % 1 else f"{value:.0f}"
    span, point = ("65,0–92,0", "77,0") if value % 1 else ("65–92", "77")
    assert told(earlier(APRIL), look, indicators=(one,), series=values).endswith(
        f"Aprils prognos var {point} och utfallet blev {text}, {where} aprils intervall {span}."
    )


def test_a_target_that_has_moved_is_told_with_its_unit() -> None:
    one = indicator(unit="procent", target=Target(high=5.0), direction=Direction.DECREASE)
    run = earlier(EarlierIndicator(id="1.1", status="", target=5.3))

    assert told(run, indicators=(one,)) == said("Målvärdet har ändrats från 5,3~procent till 5,0~procent.")


def test_a_target_that_april_lacked_is_told_as_new() -> None:
    run = earlier(EarlierIndicator(id="1.1", status="kan inte bedömas"))

    assert told(run) == (
        "Statusen har ändrats från ”kan inte bedömas” i april till ”osäkert”. Målvärdet är nytt sedan april: minst 95."
    )


def test_a_target_that_is_gone_is_told_by_the_status_alone() -> None:
    look = Outlook(refusal="Målvärde saknas.")

    assert told(earlier(APRIL), look, indicators=(indicator(target=None),)) == (
        "Statusen har ändrats från ”uppfylls inte” i april till ”kan inte bedömas”."
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((6.0, 5.0), ""),
        ((7.0, 5.0), "Ett värde har ändrats i efterhand: januari 2019 från 6 till 7."),
        (
            (7.0, 4.0),
            "Två värden har ändrats i efterhand: januari 2019 från 6 till 7 och februari 2019 från 5 till 4.",
        ),
    ],
)
def test_values_that_have_been_revised_are_told_with_both_numbers(now: tuple[float, ...], expected: str) -> None:
    run = earlier(EarlierIndicator(id="1.1", status="", target=95.0, values={"2019-01": 6.0, "2019-02": 5.0}))

    assert told(run, series={"1.1": series({2019: [*now, 9.0]})}) == expected


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


@pytest.mark.parametrize("run", [None, earlier(), earlier(APRIL, number=2)])
def test_an_indicator_that_april_did_not_have_is_compared_with_nothing(run: EarlierRun | None) -> None:
    brief = august(run)

    assert april_forecast(brief, goal_of(brief).indicators[0], 1) == since_april(brief, goal_of(brief).indicators[0], 1)
    assert told(run) == ""


def moved(run: EarlierRun, **given: Any) -> str:  # noqa: ANN401
    brief = august(run, **given)
    return goal_since_april(brief, goal_of(brief))


def test_a_goal_that_has_not_moved_is_not_told_of() -> None:
    assert moved(earlier(status="osäkert")) == ""


def test_a_goal_tells_class_and_status_that_have_changed() -> None:
    run = earlier(classification="stödjande", status="kan inte bedömas")

    assert moved(run) == said(
        "Mål~1: klassen har ändrats från stödjande till styrande; från ”kan inte bedömas” till ”osäkert”."
    )


def test_a_goal_that_has_become_supporting_tells_only_its_class() -> None:
    assert moved(earlier(), one=supporting(1)) == said("Mål~1: klassen har ändrats från styrande till stödjande.")


def test_a_goal_that_april_did_not_have_is_told_as_new() -> None:
    assert moved(earlier(number=2)) == said("Mål~1 är nytt sedan april.")


def test_without_an_april_run_no_goal_has_moved() -> None:
    brief = august(None)

    assert goal_since_april(brief, goal_of(brief)) == ""


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("planerad", Progress.PLANNED, ""),
        ("planerad", Progress.UNDER_WAY, "Mål~1: åtgärden ”Lots” pågår (i april: planerad)."),
        ("pågår", Progress.DONE, "Mål~1: åtgärden ”Lots” är klar (i april: pågår)."),
        (None, Progress.PLANNED, "Mål~1: åtgärden ”Lots” är planerad (ny sedan april)."),
        ("planerad", None, ""),
    ],
)
def test_measures_tell_how_far_they_have_come(before: str | None, now: Progress | None, expected: str) -> None:
    run = earlier(status="osäkert", measures={"Lots": before} if before else {})

    assert moved(run, measures=(measure(1, measure="Lots", progress=now),)) == said(expected)


def test_the_report_says_that_no_april_run_exists() -> None:
    (paragraph,) = interim_report(august(None)).sedan_april

    assert paragraph.text == "Ingen delårsrapport per den 30 april finns att jämföra med."


def test_the_report_lists_what_has_moved_or_says_that_nothing_has() -> None:
    (moved_,) = interim_report(august(earlier(APRIL))).sedan_april
    (still,) = interim_report(august(earlier(status="osäkert"))).sedan_april

    assert (moved_.text, moved_.slag) == (
        said("Mål~1: från ”uppfylls inte” till ”osäkert”."),
        "stycke",
    )
    assert still.text == "Inget mål har bytt klass eller status sedan april."


def test_april_compares_with_nothing() -> None:
    brief = brief_of(goal(1), indicators=(indicator(),), outlooks={"1.1": LOOKS[Status.MET]}, meeting=meeting())

    assert interim_report(brief).sedan_april == ()


def test_august_tells_what_has_moved_within_a_goal_that_stands_still() -> None:
    before = earlier(EarlierIndicator(id="1.1", status="uppfylls"), status="osäkert")
    (moved,) = interim_report(august(before)).sedan_april

    assert moved.text == said("Mål~1: Indikator 1.1 från ”uppfylls” till ”osäkert”.")
