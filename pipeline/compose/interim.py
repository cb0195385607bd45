"""The interim report's blanks: page 1, the legend, a section per goal, the method."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.blanks import AreaBlank, Deviation, GoalBlank, InterimReport, Paragraph, StatusBox, StatusMark, Text
from pipeline.compose import figures, sentences
from pipeline.compose.august_goals import page_one
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import decisions
from pipeline.compose.goals import areas, heading, needs_measure
from pipeline.compose.method import basis_rows, goal_rule, method_text, rules
from pipeline.compose.pace import pace_sentence
from pipeline.compose.page import needs_contents, page
from pipeline.compose.texts import flat, genitive, inside, paragraphs
from pipeline.compose.totals import total_rows
from pipeline.model.periods import MONTHS
from pipeline.model.results import GoalResult, IndicatorResult, Outcome
from pipeline.model.words import GoalClass, Status
from pipeline.wording import NBSP, capital, chance, count, day, goals_listed, period, quantity_in_prose, sentence

CAVEAT = "Prognosen är beräknad på tidigare utfall, utan åtgärder som ännu inte har fått effekt. Regler: {}."

FIGURE_STYLE = "Statusruta"
OTHER_CLASSES = {
    GoalClass.SUPPORTING: "stödjande",
    GoalClass.DIRECTIONAL: "inriktningsmål",
    GoalClass.UNDECIDED: "ej fastställda",
}


def title(brief: Brief) -> str:
    """Return the report's title: "Kommunstyrelsens mål – delårsrapport per den 30 april 2019"."""
    name = f"{genitive(brief.board)} mål"
    until = brief.results.as_of
    return name if until is None else f"{name} – delårsrapport per {day(until)}"


def interim_report(brief: Brief) -> InterimReport:
    """Return the blanks of ``delarsrapport.docx``."""
    settings = brief.source.settings
    return InterimReport(
        **page(brief, title(brief)),
        preliminärt=sentences.preliminary(brief),
        sammanfattning=summary(brief),
        statusfigur=status_figure(brief, figures.MARKS),
        summering=total_rows(brief),
        avvikelser=tuple(_deviation(brief, goal) for goal in brief.off_course()),
        sedan_april=page_one(brief),
        egna_bedömningar=own_assessments(brief),
        ställningstaganden=tuple(one.question for one in decisions(brief)),
        styrelse=inside(brief.board),
        förbehåll=_caveat(brief),
        innehållsförteckning=needs_contents(brief),
        regler=rules(settings),
        målregel=goal_rule(settings),
        programområden=_areas(brief),
        metod=method_text(),
        grund=basis_rows(brief),
    )


def _areas(brief: Brief) -> tuple[AreaBlank, ...]:
    return tuple(
        replace(area, mål=tuple(_section(goal) for goal in area.mål)) for area in areas(brief, brief.results.goals)
    )


def _section(goal: GoalBlank) -> GoalBlank:
    """Leave out what the section's status line and class already say."""
    return replace(goal, prognosmening="", att_besluta="")


def summary(brief: Brief) -> Text:
    """Return the two sentences that answer how the goals divide and how they fare."""
    return paragraphs(" ".join(part for part in (sentences.classes(brief), sentences.forecasts(brief)) if part))


def _caveat(brief: Brief) -> str:
    """Return what the forecasts leave out, and where their rules stand."""
    if not brief.of_class(GoalClass.STEERING):
        return ""
    return CAVEAT.format("avsnittet Så läser du rapporten" if needs_contents(brief) else "nästa sida")


def status_figure(brief: Brief, marks: Mapping[Status, StatusMark]) -> tuple[StatusBox, ...]:
    """Return page 1's figure: a box per status and per other class that has goals, with how many."""
    found = [(mark, *_counted(mark.ord, len(brief.with_status(status)))) for status, mark in marks.items()]
    found += [(figures.NO_MARK, *_counted(word, len(brief.of_class(one)))) for one, word in OTHER_CLASSES.items()]
    return tuple(
        StatusBox(status=StatusMark(mark.symbol, f"{many} {word}".replace(" ", NBSP), FIGURE_STYLE))
        for mark, word, many in found
        if many
    )


def _counted(word: str, many: int) -> tuple[str, int]:
    """Return the word in the number of what it counts: one is osäkert, two are osäkra."""
    singular, plural = ("osäkert", "osäkra") if word == "osäkert" else ("ej fastställt", "ej fastställda")
    if word not in (singular, plural):
        return word, many
    return (singular if many == 1 else plural), many


def own_assessments(brief: Brief) -> Text:
    """Return people's views of the stödjande goals, the goals that are seen alike in one line."""
    alike: dict[str, list[GoalResult]] = {}
    for goal in brief.of_class(GoalClass.SUPPORTING):
        alike.setdefault(inside(sentences.own_assessment(goal, by=False)), []).append(goal)
    return tuple(Paragraph(f"{_named(goals)}: {text}") for text, goals in alike.items())


def _named(goals: Sequence[GoalResult]) -> str:
    if len(goals) == 1:
        return heading(goals[0].goal)
    return capital(goals_listed([one.goal.number for one in goals]))


def _deviation(brief: Brief, goal: GoalResult) -> Deviation:
    missed = [one for one in goal.indicators if one.status is not Status.MET]
    open_ones = [one for one in missed if one.status in (Status.UNCERTAIN, Status.NOT_ASSESSABLE)]
    told = [_indicator_text(brief, one) for one in missed if one not in open_ones]
    shown = [_count_of(goal), *told, *(_in_short(one) for one in open_ones)]
    by_people = (sentences.own_forecast(goal.follow_up), _cause(goal), _measures(goal))
    whole = " ".join(part for part in (*shown, *by_people) if part)
    return Deviation(
        rubrik=heading(goal.goal), status=figures.mark(goal.status), text=(Paragraph(whole),) if whole else ()
    )


def _cause(goal: GoalResult) -> str:
    cause = "" if goal.follow_up is None else goal.follow_up.cause
    if cause:
        return sentence(f"Orsak: {flat(cause)}")
    return "Orsak saknas." if needs_measure(goal) else ""


def _count_of(goal: GoalResult) -> str:
    text = goal.reason if len(goal.indicators) != 1 else ""
    return " ".join(part for part in (text, sentences.override(goal)) if part)


def _in_short(one: IndicatorResult) -> str:
    """Tell of an indicator that is uncertain or cannot be assessed: outcome, target, forecast, chance."""
    forecast, outcome = one.outlook.forecast, one.outlook.outcome
    if forecast is None or one.probability is None:
        return f"{one.indicator.name}: {inside(one.reason)}" if one.reason else ""
    found = "" if outcome is None else f"{_seen(one, outcome)}, "
    middle, span = figures.point_in_prose(one, forecast), figures.interval(one, forecast)
    return (
        f"{one.indicator.name}: {found}mål {figures.target_in_prose(one)}, prognos {middle} (troligen {span}); "
        f"sannolikheten att målet nås är {chance(one.probability)}."
    )


def _seen(one: IndicatorResult, outcome: Outcome) -> str:
    """Return the outcome with what it covers: ``24 till och med april 2019``, ``262 i april 2019``."""
    if outcome.period.per_year == 1:
        covers = "vid mätningen"
    elif figures.adds_up(one.indicator):
        covers = "till och med"
    else:
        covers = "i" if outcome.period.per_year == MONTHS else "under"
    return f"{figures.outcome_in_prose(one, outcome)} {covers} {period(outcome.period)}"


def _indicator_text(brief: Brief, one: IndicatorResult) -> str:
    outcome = one.outlook.outcome
    seen = "" if outcome is None else f"{_seen(one, outcome)}."
    text = " ".join(filter(None, (seen, _forecast(brief, one), pace_sentence(one, figures.places(one)))))
    return f"{one.indicator.name}: {inside(text) if not text.startswith('Målet') else text}" if text else ""


def _forecast(brief: Brief, one: IndicatorResult) -> str:
    forecast = one.outlook.forecast
    if forecast is None or one.indicator.target is None:
        return one.reason
    middle, span = figures.point_in_prose(one, forecast), figures.interval(one, forecast)
    goal = figures.target_in_prose(one)
    when = "årets slut" if figures.is_level(one.indicator) else "helåret"
    return f"Målet är {goal}, och prognosen för {when} är {middle} (troligen {span}){_against_base(brief, one)}."


def _against_base(brief: Brief, one: IndicatorResult) -> str:
    base = one.indicator.base
    if base is None or one.indicator.base_year in (None, brief.results.year):
        return ""
    text = quantity_in_prose(base, one.indicator.unit, figures.places(one))
    return f"; {one.indicator.base_year} var värdet {text}"


def _measures(goal: GoalResult) -> str:
    if goal.status is Status.NOT_ASSESSABLE:
        return ""
    if not goal.measures:
        return "Åtgärd saknas." if needs_measure(goal) else ""
    texts = []
    for one in goal.measures:
        details = [one.owner, f"klart senast {one.due}" if one.due else "", inside(one.cost)]
        told = ", ".join(part for part in details if part)
        texts.append(f"{one.measure}{f' ({told})' if told else ''}")
    label = "Åtgärd" if len(texts) == 1 else f"{capital(count(len(texts), 'en'))} åtgärder"
    return sentence(f"{label}: {'; '.join(texts)}")
