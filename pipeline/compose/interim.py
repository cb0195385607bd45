"""The interim report's blanks: page 1, the legend, a section per goal, the method."""

from dataclasses import replace

from pipeline.blanks import AreaBlank, Deviation, GoalBlank, InterimReport, Paragraph, Text
from pipeline.compose import figures, sentences
from pipeline.compose.august import goal_since_april
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import decisions
from pipeline.compose.goals import areas, heading, needs_measure
from pipeline.compose.method import basis_rows, goal_rule, method_text, rules
from pipeline.compose.pace import pace_sentence
from pipeline.compose.page import page
from pipeline.compose.texts import genitive, inside, paragraphs
from pipeline.compose.totals import total_rows
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Kind, Occasion, Status
from pipeline.wording import NBSP, capital, chance, count, day, period, quantity_in_prose, sentence

CAVEAT = "Prognosen är beräknad på tidigare utfall, utan åtgärder som ännu inte har fått effekt. Regler: nästa sida."


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
        summering=total_rows(brief),
        avvikelser=tuple(_deviation(brief, goal) for goal in brief.off_course()),
        sedan_april=_since_april(brief),
        egna_bedömningar=_own_assessments(brief),
        ställningstaganden=tuple(one.question for one in decisions(brief)),
        förbehåll=CAVEAT if brief.of_class(GoalClass.STEERING) else "",
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


def _own_assessments(brief: Brief) -> Text:
    return tuple(
        Paragraph(f"Mål{NBSP}{goal.goal.number}, {goal.goal.title}: {inside(sentences.own_assessment(goal, by=False))}")
        for goal in brief.of_class(GoalClass.SUPPORTING)
    )


def _since_april(brief: Brief) -> Text:
    if brief.occasion is not Occasion.AUGUST:
        return ()
    if brief.earlier is None:
        return paragraphs("Ingen delårsrapport per den 30 april finns att jämföra med.")
    moved = [text for goal in brief.results.goals if (text := goal_since_april(brief, goal))]
    return tuple(Paragraph(text, "punkt") for text in moved) or paragraphs(
        "Inget mål har bytt klass eller status sedan april."
    )


def _deviation(brief: Brief, goal: GoalResult) -> Deviation:
    missed = [one for one in goal.indicators if one.status is not Status.MET]
    open_ones = [one for one in missed if one.status in (Status.UNCERTAIN, Status.NOT_ASSESSABLE)]
    told = [_indicator_text(brief, one) for one in missed if one not in open_ones]
    shown = [_count_of(goal), *told, *(_in_short(one) for one in open_ones), _cause(goal), _measures(goal)]
    whole = " ".join(part for part in shown if part)
    return Deviation(
        rubrik=heading(goal.goal), status=figures.mark(goal.status), text=(Paragraph(whole),) if whole else ()
    )


def _cause(goal: GoalResult) -> str:
    cause = "" if goal.follow_up is None else goal.follow_up.cause
    if cause:
        return sentence(f"Orsak: {_flat(cause)}")
    return "Orsak saknas." if needs_measure(goal) else ""


def _count_of(goal: GoalResult) -> str:
    text = goal.reason if len(goal.indicators) != 1 else ""
    return " ".join(part for part in (text, sentences.override(goal)) if part)


def _flat(text: str) -> str:
    return " ".join(line.lstrip("-• ").strip() for line in text.split("\n"))


def _in_short(one: IndicatorResult) -> str:
    """Tell of an indicator that is uncertain or cannot be assessed: outcome, target, forecast, chance."""
    forecast, outcome = one.outlook.forecast, one.outlook.outcome
    if forecast is None or one.probability is None:
        return f"{one.indicator.name}: {inside(one.reason)}" if one.reason else ""
    found = "" if outcome is None else f"{figures.outcome_in_prose(one, outcome)} {_when(one)}, "
    middle, span = figures.point(one, forecast), figures.interval(one, forecast)
    return (
        f"{one.indicator.name}: {found}mål {figures.target(one)}, prognos {middle} (troligen {span}); "
        f"sannolikheten att målet nås är {chance(one.probability)}."
    )


def _when(one: IndicatorResult) -> str:
    if one.outlook.outcome is None:
        return ""
    covered = one.outlook.outcome.period
    when = "till och med" if one.indicator.kind in (Kind.SUM, Kind.MEAN) else "i"
    return f"{'år' if covered.per_year == 1 else when} {period(covered)}"


def _indicator_text(brief: Brief, one: IndicatorResult) -> str:
    found = (_outcome(one), _forecast(brief, one), pace_sentence(one, figures.places(one)))
    text = " ".join(part for part in found if part)
    return f"{one.indicator.name}: {inside(text) if not text.startswith('Målet') else text}" if text else ""


def _outcome(one: IndicatorResult) -> str:
    found = one.outlook.outcome
    if found is None:
        return ""
    return f"{figures.outcome_in_prose(one, found)} {_when(one)}."


def _forecast(brief: Brief, one: IndicatorResult) -> str:
    forecast = one.outlook.forecast
    if forecast is None or one.indicator.target is None:
        return one.reason
    unit, places = one.indicator.unit, figures.places(one)
    middle = quantity_in_prose(forecast.point, unit, places)
    span = figures.interval(one, forecast)
    goal = figures.target(one)
    when = "årets slut" if one.indicator.kind is Kind.LEVEL else "helåret"
    return f"Målet är {goal}, och prognosen för {when} är {middle} (troligen {span}){_against_base(brief, one)}."


def _against_base(brief: Brief, one: IndicatorResult) -> str:
    base, forecast = one.indicator.base, one.outlook.forecast
    if base is None or forecast is None or one.indicator.base_year in (None, brief.results.year):
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
        details = [one.owner, f"klart senast {one.due}" if one.due else "", one.cost]
        inside = ", ".join(part for part in details if part)
        texts.append(f"{one.measure}{f' ({inside})' if inside else ''}")
    label = "Åtgärd" if len(texts) == 1 else f"{capital(count(len(texts), 'en'))} åtgärder"
    return sentence(f"{label}: {'; '.join(texts)}")
