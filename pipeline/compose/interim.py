"""The interim report's blanks: page 1, the legend, a section per goal, the method."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.blanks import FIGURE_STYLE, AreaBlank, GoalBlank, InterimReport, Paragraph, StatusBox, StatusMark, Text
from pipeline.compose import figures, sentences
from pipeline.compose.august_goals import page_one
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import decisions
from pipeline.compose.deviations import deviations, in_short
from pipeline.compose.goals import areas, heading
from pipeline.compose.method import basis_rows, goal_rule, method_text, rules
from pipeline.compose.page import needs_contents, page
from pipeline.compose.texts import genitive, inside, paragraphs
from pipeline.compose.totals import total_rows
from pipeline.model.results import GoalResult
from pipeline.model.words import GoalClass, Status
from pipeline.wording import NBSP, capital, day, goals_listed

CAVEAT = (
    "Prognosen är beräknad på tidigare utfall, utan åtgärder som ännu inte har fått effekt. "
    "Regler: Så läser du rapporten."
)

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
        avvikelser=deviations(brief),
        avvikelser_i_korthet=in_short(brief),
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
    return CAVEAT if brief.of_class(GoalClass.STEERING) else ""


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
