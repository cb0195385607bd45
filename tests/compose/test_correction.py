import datetime as dt
from dataclasses import replace
from typing import Any

from pipeline.blanks import ChangeRow
from pipeline.compose import Brief
from pipeline.compose.correction import correction
from pipeline.model.records import Goal, Target
from pipeline.model.results import Correction, EarlierGoal, EarlierIndicator, EarlierRun, Outlook
from pipeline.model.words import Occasion, Progress
from tests.cases import follow_up, goal, indicator, measure
from tests.compose.briefs import brief_of, directional, said

GOAL = EarlierGoal(
    number=1,
    classification="styrande",
    status="kan inte bedömas",
    indicators={"1.1": EarlierIndicator(id="1.1", status="kan inte bedömas")},
)


def seen(*goals: Goal, **given: Any) -> Brief:  # noqa: ANN401 -- any field of the source
    """A brief of goals whose indicators cannot be assessed, so that only what the test changes differs."""
    refused = {one.id: Outlook(refusal="Källa saknas.") for one in given.get("indicators", ())}
    return brief_of(*goals, outlooks=refused, **given)


def corrected(now: Brief, sent: Brief, *goals: EarlierGoal, dated: dt.date | None = None) -> Brief:
    published = EarlierRun("2019-april/korning-001", "", {one.number: one for one in goals})
    return replace(now, correction=Correction("fel värde", "korning-001", dated, published, sent.source))


def rows(brief: Brief) -> list[tuple[str, str, str, str]]:
    found = correction(brief)
    assert found is not None
    return [(said_of(one.gäller), one.uppgift, one.tidigare, one.rättat) for one in found.ändringar]


def said_of(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_run_that_corrects_nothing_has_no_section() -> None:
    assert correction(seen(goal(1))) is None


def test_the_section_says_when_why_and_of_what() -> None:
    sent = seen(goal(1), indicators=(indicator("1.1"),))
    found = correction(corrected(replace(sent, date=dt.date(2019, 6, 10)), sent, GOAL, dated=dt.date(2019, 5, 15)))

    assert found is not None
    assert (found.datum, found.skäl) == ("2019-06-10", "Fel värde.")
    assert found.avser == said(
        "Rättelsen gäller delårsrapporten per den 30~april 2019 med handlingar daterade 2019-05-15 (korning-001)."
    )
    assert (found.ändringar, found.övrigt) == ((), "Inga siffror, statusar eller klasser har ändrats.")


def test_what_the_workbook_says_of_a_goal_and_its_indicator_is_compared() -> None:
    sent = seen(goal(1, owner="A-chefen"), indicators=(indicator("1.1", target=Target(low=95)),))
    now = seen(goal(1, owner="B-chefen"), indicators=(indicator("1.1", target=Target(low=100), owner="C-chefen"),))
    told = rows(corrected(now, sent, GOAL))
    name = f"1.1 {indicator('1.1').name}"

    assert told == [
        ("Mål 1", "Ansvarig", "A-chefen", "B-chefen"),
        (name, "Målvärde", "minst 95", "minst 100"),
        (name, "Ansvarig", indicator("1.1").owner or "–", "C-chefen"),
    ]


def test_a_goal_that_has_changed_class_loses_its_status() -> None:
    sent = seen(goal(1))
    told = rows(corrected(seen(directional(1)), sent, replace(GOAL, indicators={})))

    assert ("Mål 1", "Klass", "styrande", "inriktningsmål") in told
    assert ("Mål 1", "Status", "kan inte bedömas", "–") in told


def test_goals_and_indicators_that_come_and_go_have_one_row_each() -> None:
    sent = seen(goal(1), goal(2), indicators=(indicator("1.1"),))
    now = seen(goal(1), goal(3), indicators=(indicator("1.2"),))

    assert rows(corrected(now, sent, GOAL, replace(GOAL, number=2, indicators={}))) == [
        (f"1.2 {indicator('1.2').name}", "hela raden", "fanns inte", "har lagts till"),
        (f"1.1 {indicator('1.1').name}", "hela raden", "fanns", "har tagits bort"),
        ("Mål 3", "hela raden", "fanns inte", "har lagts till"),
        ("Mål 2", "hela raden", "fanns", "har tagits bort"),
    ]


def test_a_value_is_told_as_it_is_printed() -> None:
    sent = seen(goal(1), indicators=(indicator("1.1"),))
    before = replace(GOAL.indicators["1.1"], outcome=24.0, outcome_period="2019-04", values={"2019-03": 6.0})
    found = correction(corrected(sent, sent, replace(GOAL, indicators={"1.1": before})))

    assert found is not None
    name = f"1.1 {indicator('1.1').name}"
    assert found.ändringar == (
        ChangeRow(gäller=name, uppgift="Utfall", tidigare="24 (2019-04)", rättat="–"),
        ChangeRow(gäller=name, uppgift="Värde 2019-03", tidigare="6", rättat="–"),
    )


def test_texts_that_have_changed_are_named_wherever_they_now_stand() -> None:
    same = follow_up(1, occasion=Occasion.APRIL, analysis="Som förut.")
    sent = seen(goal(1), goal(2, ambition_level="Före"), follow_ups=(same,), measures=(measure(2),))
    moved = replace(same, place=replace(same.place, row=99))
    later = measure(2, progress=Progress.DONE)
    now = seen(goal(1), goal(2, ambition_level="Efter"), follow_ups=(moved,), measures=(later,))
    goals = (replace(GOAL, indicators={}), replace(GOAL, number=2, indicators={}))
    found = correction(corrected(now, sent, *goals))

    assert found is not None
    assert found.övrigt.endswith(said("Dessa texter har ändrats: ambitionsnivån för mål~2 och åtgärderna för mål~2."))
