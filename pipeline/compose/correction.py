"""A correction's section: why what was sent out is corrected, and what in it has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum

from pipeline.blanks import ChangeRow, CorrectionBlank
from pipeline.compose import figures
from pipeline.compose.appendix.inputs import used
from pipeline.compose.brief import Brief
from pipeline.compose.rewritten import rewritten
from pipeline.model.records import Goal, Indicator, Source
from pipeline.model.results import Correction, EarlierGoal, EarlierIndicator, EarlierRun, GoalResult, IndicatorResult
from pipeline.wording import DASH, NBSP, chance_in_table, day, iso, number, sentence

UNCHANGED = "Inga siffror, statusar eller klasser har ändrats."
_MANY = 6


def correction(brief: Brief) -> CorrectionBlank | None:
    """Return the section on what the run corrects; None where it corrects nothing."""
    given = brief.correction
    if given is None:
        return None
    rows = tuple(changes(brief, given.published, given.source))
    other = ("" if rows else UNCHANGED, rewritten(given.source, brief.source, brief.occasion))
    return CorrectionBlank(
        datum=iso(brief.date),
        skäl=sentence(given.reason),
        avser=_about(brief, given),
        ändringar=rows,
        övrigt=" ".join(part for part in other if part),
    )


def _about(brief: Brief, given: Correction) -> str:
    until, dated = brief.results.as_of, given.dated
    report = "delårsrapporten" if until is None else f"delårsrapporten per {day(until)}"
    when = "" if dated is None else f" med handlingar daterade {iso(dated)}"
    return f"Rättelsen gäller {report}{when} ({given.run})."


def changes(brief: Brief, published: EarlierRun, source: Source) -> Iterator[ChangeRow]:
    """Go through what differs from what an earlier run published, and from the input that it was made of."""
    sent = {goal.number: goal for goal in source.goals}
    for goal in brief.results.goals:
        name, before = f"Mål{NBSP}{goal.goal.number}", published.goals.get(goal.goal.number)
        if before is None:
            yield _added(name)
            continue
        yield from _differing(name, _of_goal(goal, before, sent.get(goal.goal.number, goal.goal)))
        yield from _indicator_rows(brief, goal, before, source)
    gone = published.goals.keys() - {goal.goal.number for goal in brief.results.goals}
    yield from (_removed(f"Mål{NBSP}{one}") for one in sorted(gone))


def _indicator_rows(brief: Brief, goal: GoalResult, before: EarlierGoal, source: Source) -> Iterator[ChangeRow]:
    sent = {one.id: one for one in source.indicators}
    for one in goal.indicators:
        name, then = _named(one.indicator), before.indicators.get(one.indicator.id)
        if then is None:
            yield _added(name)
            continue
        sent_one = sent.get(one.indicator.id, one.indicator)
        yield from _differing(name, {**_as_given(one, sent_one), **_as_computed(one, then)})
        yield from _revised(brief, one, then)
    for id_ in before.indicators.keys() - {one.indicator.id for one in goal.indicators}:
        yield _removed(_named(sent[id_]) if id_ in sent else id_)


def _named(one: Indicator) -> str:
    return f"{one.id} {one.name}"


def _added(name: str) -> ChangeRow:
    return ChangeRow(gäller=name, uppgift="hela raden", tidigare="fanns inte", rättat="har lagts till")


def _removed(name: str) -> ChangeRow:
    return ChangeRow(gäller=name, uppgift="hela raden", tidigare="fanns", rättat="har tagits bort")


def _differing(name: str, pairs: Mapping[str, tuple[str, str]]) -> Iterator[ChangeRow]:
    for fact, (before, now) in pairs.items():
        if before != now:
            yield ChangeRow(gäller=name, uppgift=fact, tidigare=before or figures.NONE, rättat=now or figures.NONE)


def _of_goal(goal: GoalResult, before: EarlierGoal, sent: Goal) -> dict[str, tuple[str, str]]:
    own = None if goal.follow_up is None else goal.follow_up.own_assessment
    return {
        "Mål": (sent.title, goal.goal.title),
        "Klass": (before.classification, goal.classification.goal_class.value),
        "Beslutsläge": (_word(sent.stage), _word(goal.goal.stage)),
        "Status": (before.status, _word(goal.status)),
        "Egen bedömning": (before.own_assessment, _word(own)),
        "Ansvarig": (sent.owner, goal.goal.owner),
    }


def _as_given(one: IndicatorResult, sent: Indicator) -> dict[str, tuple[str, str]]:
    """Return what the workbook says of the indicator, before and now."""
    now, then = one.indicator, replace(one, indicator=sent)
    return {
        "Indikator": (sent.name, now.name),
        "Enhet": (sent.unit, now.unit),
        "Önskad riktning": (_word(sent.direction), _word(now.direction)),
        "Basvärde": (figures.base(then), figures.base(one)),
        "Målvärde": (figures.target(then), figures.target(one)),
        "Ansvarig": (sent.owner, now.owner),
    }


def _as_computed(one: IndicatorResult, before: EarlierIndicator) -> dict[str, tuple[str, str]]:
    """Return what the run concluded of the indicator, before and now."""
    outcome, forecast, places = one.outlook.outcome, one.outlook.forecast, figures.places(one)
    return {
        "Utfall": (
            _outcome(one, before.outcome, before.outcome_period),
            "" if outcome is None else _outcome(one, outcome.value, str(outcome.period)),
        ),
        "Prognos": (_value(one, before.forecast), figures.point(one, forecast) if forecast else ""),
        "Intervall": (
            _span(before.low, before.high, places),
            "" if forecast is None else _span(forecast.low, forecast.high, places),
        ),
        "Sannolikhet": (_chance(before.probability), _chance(one.probability)),
        "Status": (before.status, _word(one.status)),
    }


def _word(choice: Enum | None) -> str:
    return "" if choice is None else str(choice.value)


def _chance(probability: float | None) -> str:
    return "" if probability is None else chance_in_table(probability)


def _value(one: IndicatorResult, value: float | None) -> str:
    return "" if value is None else figures.in_table(value, one.indicator.unit, figures.places(one))


def _outcome(one: IndicatorResult, value: float | None, when: str) -> str:
    return "" if value is None else f"{_value(one, value)} ({when})"


def _span(low: float | None, high: float | None, places: int) -> str:
    return "" if low is None or high is None else f"{number(low, places)}{DASH}{number(high, places)}"


def _revised(brief: Brief, one: IndicatorResult, before: EarlierIndicator) -> Iterator[ChangeRow]:
    """Tell of each value that differs, or of how many where they are many."""
    name, now = _named(one.indicator), {str(seen.period): seen for seen in used(one, brief.results)}
    pairs = {
        when: (_value(one, before.values.get(when)), _value(one, now[when].value if when in now else None))
        for when in sorted({*before.values, *now})
    }
    differing = {f"Värde {when}": pair for when, pair in pairs.items() if pair[0] != pair[1]}
    if len(differing) <= _MANY:
        yield from _differing(name, differing)
        return
    yield ChangeRow(gäller=name, uppgift="Värden", tidigare=figures.NONE, rättat=f"{len(differing)} värden har ändrats")
