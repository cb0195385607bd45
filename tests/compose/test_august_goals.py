"""Page 1 of the August report: what has changed since April, in a sentence per goal."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.compose.august_goals import goal_since_april, page_one
from pipeline.compose.brief import Brief
from pipeline.compose.interim import interim_report
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Goal, Target
from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun, Outlook
from pipeline.model.words import Occasion, OwnAssessment, Progress, Status
from tests.cases import follow_up, goal, indicator, measure, meeting, outlook, series
from tests.compose.briefs import LOOKS, brief_of, goal_of, said, supporting

STILL = EarlierIndicator(id="1.1", status="osäkert", target=95.0, forecast=93.0, low=80.0, high=108.0)
AUGUST = outlook(Forecast(point=93.0, sigma=0.1), (7.0,) * 8)


def april(*indicators: EarlierIndicator, number: int = 1, **fields: Any) -> EarlierRun:  # noqa: ANN401
    """Return April's run of one goal, whose only indicator stands still unless others are given."""
    given = {"classification": "styrande", "status": "osäkert", **fields}
    known = {one.id: one for one in indicators or (STILL,)}
    return EarlierRun("korning-001", "abc", {number: EarlierGoal(number=number, indicators=known, **given)})


def august(run: EarlierRun | None, one: Goal | None = None, look: Outlook = AUGUST, **given: Any) -> Brief:  # noqa: ANN401
    given = {"indicators": (indicator(),), **given}
    return brief_of(one or goal(1), occasion=Occasion.AUGUST, earlier=run, outlooks={"1.1": look}, **given)


def moved(run: EarlierRun | None, *given: Any, **more: Any) -> str:  # noqa: ANN401
    brief = august(run, *given, **more)
    return goal_since_april(brief, goal_of(brief)).removeprefix(said("Mål~1: "))


def test_a_goal_that_has_not_changed_is_not_told_of() -> None:
    assert moved(april()) == ""
    assert moved(None) == ""


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (STILL, ""),
        (replace(STILL, status="uppfylls"), "Indikator 1.1 har gått från ”uppfylls” till ”osäkert”."),
        (replace(STILL, target=90.0), "målvärdet för Indikator 1.1 har ändrats från 90 till 95."),
        (replace(STILL, target=None), "målvärdet för Indikator 1.1 är nytt sedan april: minst 95."),
        (replace(STILL, owner="ekonomen"), "ansvarig för Indikator 1.1 har ändrats från ekonomen till ingen."),
        (replace(STILL, low=94.0), "prognosen, 93, ligger under aprils intervall 94–108."),
        (replace(STILL, high=92.0), "prognosen, 93, ligger över aprils intervall 80–92."),
        (replace(STILL, values={"2019-01": 5.0}), "tidigare värden har ändrats för Indikator 1.1."),
        (replace(STILL, values={"2019-01": 6.0}), ""),
        (
            replace(STILL, id="1.9", name="Gammal"),
            "indikatorn Indikator 1.1 är ny; indikatorn Gammal finns inte längre i underlaget.",
        ),
    ],
)
def test_a_goal_tells_what_has_changed_for_an_indicator(before: EarlierIndicator, expected: str) -> None:
    assert moved(april(before), series={"1.1": series({2019: [6.0, 7.0]})}) == expected


def test_an_outcome_beyond_aprils_interval_is_told_as_an_outcome() -> None:
    look = outlook(current=(120.0,), final=True)

    assert moved(april(replace(STILL, status=""), status=""), look=look) == (
        "utfallet, 120, ligger över aprils intervall 80–108."
    )


@pytest.mark.parametrize(
    ("fields", "one", "expected"),
    [
        ({"status": "uppfylls"}, None, "statusen har ändrats från ”uppfylls” till ”osäkert”."),
        (
            {"classification": "stödjande", "status": ""},
            None,
            "klassen har ändrats från stödjande till styrande.",
        ),
        ({}, supporting(1), "klassen har ändrats från styrande till stödjande."),
        ({"owner": "ekonomen"}, goal(1, owner="miljöchefen"), "ansvarig har ändrats från ekonomen till miljöchefen."),
        ({"owner": None}, goal(1, owner="miljöchefen"), ""),
    ],
)
def test_a_goal_tells_what_has_changed_for_itself(fields: dict[str, Any], one: Goal | None, expected: str) -> None:
    assert moved(april(**fields), one) == expected


def test_a_status_that_goal_and_indicator_share_is_told_once() -> None:
    assert moved(april(replace(STILL, status="uppfylls"), status="uppfylls")) == (
        "statusen har ändrats från ”uppfylls” till ”osäkert”."
    )


def test_an_own_assessment_that_has_changed_is_told() -> None:
    run = april(replace(STILL, status=""), classification="stödjande", status="", own_assessment="oförändrad")
    now = (follow_up(1, Occasion.AUGUST, own_assessment=OwnAssessment.POSITIVE),)

    assert moved(run, supporting(1), follow_ups=now) == (
        "den egna bedömningen har ändrats från oförändrad till positiv."
    )


def test_a_goal_that_april_did_not_have_is_told_as_new() -> None:
    assert moved(april(number=2)) == said("Mål~1 är nytt sedan april.")


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("planerad", Progress.PLANNED, ""),
        ("planerad", Progress.UNDER_WAY, "åtgärden ”Lots” pågår (i april: planerad)."),
        ("pågår", Progress.DONE, "åtgärden ”Lots” är klar (i april: pågår)."),
        (None, Progress.PLANNED, "åtgärden ”Lots” är planerad (ny sedan april)."),
        (None, None, "åtgärden ”Lots” är ny sedan april."),
        ("", Progress.DONE, "åtgärden ”Lots” är klar."),
        ("planerad", None, ""),
    ],
)
def test_a_measure_tells_how_far_it_has_come(before: str | None, now: Progress | None, expected: str) -> None:
    run = april(measures={} if before is None else {"Lots": before})

    assert moved(run, measures=(measure(1, measure="Lots", progress=now, due="2019-10-31"),)) == expected


@pytest.mark.parametrize(
    ("due", "progress", "expected"),
    [
        ("2019-08-31", Progress.PLANNED, "åtgärden ”Lots” är försenad."),
        ("2019-08-31", Progress.UNDER_WAY, "åtgärden ”Lots” är försenad (i april: planerad)."),
        ("2019-08-31", Progress.DONE, "åtgärden ”Lots” är klar (i april: planerad)."),
        ("2019-09-01", Progress.PLANNED, ""),
        ("i höst", Progress.PLANNED, ""),
    ],
)
def test_a_measure_whose_day_has_come_is_late_unless_it_is_done(due: str, progress: Progress, expected: str) -> None:
    one = measure(1, measure="Lots", due=due, progress=progress)

    assert moved(april(measures={"Lots": "planerad"}), measures=(one,)) == expected


def test_measures_that_fare_alike_are_counted() -> None:
    now = [measure(1, row, measure=name, progress=Progress.DONE, due="") for row, name in ((2, "A"), (3, "B"))]
    run = april(measures=dict.fromkeys("ABCDE", "pågår"))

    assert moved(run, measures=tuple(now)) == ("två åtgärder är klara; tre åtgärder finns inte längre i underlaget.")


def test_a_measure_that_is_gone_is_told_by_name() -> None:
    assert moved(april(measures={"Lots": "pågår"})) == "åtgärden ”Lots” finns inte längre i underlaget."


def told(brief: Brief) -> str:
    (one,) = interim_report(brief).sedan_april
    assert one.slag == "stycke"
    return one.text


def test_the_report_says_that_no_april_run_exists() -> None:
    assert told(august(None)) == "Ingen delårsrapport per den 30 april finns att jämföra med."


def test_april_compares_with_nothing() -> None:
    brief = brief_of(goal(1), indicators=(indicator(),), outlooks={"1.1": LOOKS[Status.MET]}, meeting=meeting())

    assert page_one(brief) == ()


SAME = "har samma klass och status som i april."


@pytest.mark.parametrize(
    ("changed", "same", "expected"),
    [
        (0, 1, f"Målet {SAME}"),
        (0, 2, f"Båda målen {SAME}"),
        (0, 3, f"Alla tre mål {SAME}"),
        (1, 0, None),
        (1, 1, f"Det återstående målet {SAME}"),
        (1, 2, f"De övriga två målen {SAME}"),
        (2, 13, f"De övriga 13 målen {SAME}"),
    ],
)
def test_the_goals_that_have_not_changed_are_counted(changed: int, same: int, expected: str | None) -> None:
    goals = [supporting(number, owner="ekonomen") for number in range(1, changed + same + 1)]
    before = {
        one.number: EarlierGoal(
            number=one.number,
            classification="stödjande",
            status="",
            owner="miljöchefen" if one.number <= changed else "ekonomen",
        )
        for one in goals
    }
    found = told(brief_of(*goals, occasion=Occasion.AUGUST, earlier=EarlierRun("korning-001", "abc", before)))
    moved_ = [
        said(f"Mål~{number}: ansvarig har ändrats från miljöchefen till ekonomen.") for number in range(1, changed + 1)
    ]

    assert found == " ".join([*moved_, *([] if expected is None else [expected])])


def test_a_goal_that_is_gone_is_told_by_its_name() -> None:
    run = april()
    more = {
        7: EarlierGoal(number=7, classification="styrande", status="", title="Renare luft"),
        8: EarlierGoal(number=8, classification="ej fastställt", status="", title=said("Mål~8")),
    }
    found = told(august(replace(run, goals={**run.goals, **more})))

    assert found == said(
        "Mål~7 (Renare luft) fanns i april men finns inte längre i underlaget. "
        f"Mål~8 fanns i april men finns inte längre i underlaget. Målet {SAME}"
    )


def test_an_indicator_among_others_is_named_once() -> None:
    others = (indicator(), indicator("1.2"))
    looks = {"1.1": AUGUST, "1.2": AUGUST}
    before = (replace(STILL, status="uppfylls", high=92.0), replace(STILL, id="1.2", high=92.0))
    brief = brief_of(goal(1), occasion=Occasion.AUGUST, earlier=april(*before), outlooks=looks, indicators=others)

    assert goal_since_april(brief, goal_of(brief)) == said(
        "Mål~1: Indikator 1.1 har gått från ”uppfylls” till ”osäkert”; prognosen, 93, ligger över aprils intervall "
        "80–92; prognosen för Indikator 1.2, 93, ligger över aprils intervall 80–92."
    )


def test_a_goals_new_target_is_told_beside_its_new_status() -> None:
    run = april(replace(STILL, status="uppfylls", target=90.0), status="uppfylls")

    assert moved(run, indicators=(indicator(target=Target(low=95.0)),)) == (
        "statusen har ändrats från ”uppfylls” till ”osäkert”; målvärdet för Indikator 1.1 har ändrats från 90 till 95."
    )
