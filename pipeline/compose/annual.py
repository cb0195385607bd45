"""The follow-up of the year: outcome against target per 31 December, and how the forecasts turned out."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.blanks import AnnualReport, AreaBlank, Deviation, GoalBlank, IndicatorRow, Paragraph, RuleRow, Text
from pipeline.compose import figures, sentences
from pipeline.compose.brief import Brief, numbers
from pipeline.compose.deviations import in_short
from pipeline.compose.goals import areas, heading, needs_measure
from pipeline.compose.hits import hit_rows, hits, hits_in_words, hits_note, year_outcome
from pipeline.compose.interim import own_assessments, status_figure
from pipeline.compose.method import percent
from pipeline.compose.page import needs_contents, page
from pipeline.compose.texts import flat, genitive, inside, paragraphs
from pipeline.compose.totals import total_rows
from pipeline.model.records import FollowUp, Settings
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Status
from pipeline.wording import capital, count, goals_listed, listed, sentence

_TWO = 2
_REACHED = {Status.MET: "nådde målet", Status.PARTLY: "nådde målet delvis", Status.NOT_MET: "nådde inte målet"}


def title(brief: Brief) -> str:
    """Return the report's title: "Kommunstyrelsens mål – årsuppföljning 2019"."""
    return f"{genitive(brief.board)} mål – årsuppföljning {brief.results.year}"


def annual_report(brief: Brief) -> AnnualReport:
    """Return the blanks of ``arsuppfoljning.docx``."""
    settings, found = brief.source.settings, hits(brief)
    return AnnualReport(
        **page(brief, title(brief)),
        preliminärt=sentences.preliminary(brief),
        sammanfattning=paragraphs(f"{sentences.classes(brief)} {outcomes(brief)}".strip()),
        statusfigur=status_figure(brief, figures.AFTER_YEAR),
        summering=total_rows(brief),
        avvikelser=tuple(_deviation(brief, goal) for goal in brief.off_course()),
        avvikelser_i_korthet=in_short(brief),
        träffbild=hits_in_words(found),
        egna_bedömningar=own_assessments(brief),
        innehållsförteckning=needs_contents(brief),
        regler=_rules(settings),
        målregel=_goal_rule(settings),
        programområden=_areas(brief),
        träffar=hit_rows(found),
        träffnot=hits_note(found),
    )


def outcomes(brief: Brief) -> str:
    """Return how the styrande goals fared: "Ett av de styrande målen uppfylldes, ett uppfylldes inte …"."""
    steering = brief.of_class(GoalClass.STEERING)
    if not steering:
        return "Inget mål är styrande, så inget utfall ställs mot ett målvärde." if brief.results.goals else ""
    found = [(mark.ord, goals) for status, mark in figures.AFTER_YEAR.items() if (goals := brief.with_status(status))]
    if len(found) == 1:
        return _all_alike(steering, found[0][0])
    (first, goals), *rest = found
    head = f"{capital(count(len(goals)))} av de styrande målen {first}"
    return f"{listed([head, *(f'{count(len(goals))} {word}' for word, goals in rest)])}."


def _all_alike(goals: Sequence[GoalResult], word: str) -> str:
    if len(goals) == 1:
        return f"Det enda styrande målet, {goals_listed(numbers(tuple(goals)))}, {word}."
    if " inte" in word:
        return f"Inget av de {count(len(goals))} styrande målen {word.replace(' inte', '')}."
    every = "Båda de styrande målen" if len(goals) == _TWO else f"Samtliga {count(len(goals))} styrande mål"
    return f"{every} {word}."


def _deviation(brief: Brief, goal: GoalResult) -> Deviation:
    missed = (one for one in goal.indicators if one.status is not Status.MET)
    told = (f"{one.indicator.name}: {inside(_reason(brief, one))}" for one in missed)
    counted = _in_past(goal.reason) if len(goal.indicators) != 1 else ""
    whole = " ".join(filter(None, (counted, _override(goal), *told, _cause(goal))))
    if in_short(brief):
        whole = "Bedömd av en person." if sentences.by_person(goal) else _in_past(goal.reason)
    mark = figures.NO_MARK if goal.status is None else figures.AFTER_YEAR[goal.status]
    return Deviation(rubrik=heading(goal.goal), status=mark, text=(Paragraph(whole),) if whole else ())


def _cause(goal: GoalResult) -> str:
    if goal.follow_up is not None and goal.follow_up.cause:
        return sentence(f"Orsak: {flat(goal.follow_up.cause)}")
    return "Orsak saknas." if needs_measure(goal) else ""


def _in_past(counted: str) -> str:
    """Return the count behind a goal's status as it is said after the year."""
    return counted.replace("uppfylls", "uppfylldes")


def _areas(brief: Brief) -> tuple[AreaBlank, ...]:
    results = {str(goal.goal.number): goal for goal in brief.results.goals}
    return tuple(
        replace(area, mål=tuple(_goal(brief, results[one.nummer], one) for one in area.mål))
        for area in areas(brief, brief.results.goals)
    )


def _goal(brief: Brief, result: GoalResult, blank: GoalBlank) -> GoalBlank:
    rows = zip(result.indicators, blank.indikatorer, strict=True)
    own = "" if result.follow_up is None else sentences.own_forecast(result.follow_up)
    return replace(
        blank,
        status=None if result.status is None else figures.AFTER_YEAR[result.status],
        prognosmening="",
        räkning=_in_past(blank.räkning),
        avsteg=" ".join(filter(None, (_override(result), own))),
        indikatorer=tuple(_indicator(brief, one, row) for one, row in rows),
        att_besluta="",
    )


def _indicator(brief: Brief, one: IndicatorResult, row: IndicatorRow) -> IndicatorRow:
    """Return the row of an indicator after the year: no forecast, no pace, nothing about April."""
    whole = year_outcome(one, brief.results.year) is not None and figures.adds_up(one.indicator)
    return replace(
        row,
        utfall_tom="" if whole else row.utfall_tom,
        prognos="",
        intervall="",
        sannolikhet="",
        status=figures.NO_MARK if one.status is None else figures.AFTER_YEAR[one.status],
        motivering=" ".join(filter(None, (_reason(brief, one), sentences.own_forecast(one.follow_up)))),
        takt="",
        aprilprognos="",
        sedan_april="",
    )


def _reason(brief: Brief, one: IndicatorResult) -> str:
    """Return the outcome against the target in a sentence, or what keeps it from being assessed."""
    if one.status is None or one.computed_status is None:
        return ""
    found, said = year_outcome(one, brief.results.year), _REACHED.get(one.computed_status, "")
    if found is None or not said:
        text = one.reason
    else:
        text = f"Utfallet {figures.outcome_in_prose(one, found)} {said}, {figures.target_in_prose(one)}."
    own = _personal(one.follow_up, one.computed_status)
    return " ".join(filter(None, (text, own)))


def _override(goal: GoalResult) -> str:
    """Return both assessments where a person has decided otherwise than the outcome."""
    if goal.status is None or goal.computed_status is None or not sentences.by_person(goal):
        return ""
    if own := _personal(goal.follow_up, goal.computed_status):
        return own
    computed = figures.AFTER_YEAR[goal.computed_status].ord
    return f"Enligt utfallet: {computed}. Statusen bygger på en persons bedömning av en indikator."


def _personal(person: FollowUp | None, computed: Status) -> str:
    if person is None or person.status is None:
        return ""
    why = sentence(f"Motivering: {person.motivation}") if person.motivation else "Motivering saknas."
    word, by_outcome = figures.AFTER_YEAR[person.status].ord, figures.AFTER_YEAR[computed].ord
    return f"Enligt utfallet: {by_outcome}. Bedömning av {person.assessed_by or 'en person'}: {word}. {why}"


def _rules(settings: Settings) -> tuple[RuleRow, ...]:
    way, slack = percent(settings.partly_way), percent(settings.hold_slack)
    meanings = {
        Status.MET: "Årets utfall nådde målvärdet.",
        Status.PARTLY: (
            f"Årets utfall nådde minst {way} av vägen från basvärde till målvärde; när en nivå skulle hållas, att den "
            f"hölls inom {slack}."
        ),
        Status.NOT_MET: "Årets utfall nådde inte målvärdet ens delvis.",
        Status.NOT_ASSESSABLE: "Årets utfall är inte känt, eller något annat saknas. Det står vad.",
    }
    return tuple(RuleRow(status=figures.AFTER_YEAR[status], betydelse=text) for status, text in meanings.items())


def _goal_rule(settings: Settings) -> Text:
    return paragraphs(
        "Ett styrande mål uppfylldes när alla dess indikatorer uppfylldes. Det uppfylldes delvis när minst "
        f"{percent(settings.partly_share)} av indikatorerna uppfylldes eller uppfylldes delvis, och annars uppfylldes "
        "det inte. Kan en indikator som inte går att bedöma ändra svaret, kan målet inte bedömas.\n"
        "Statusen kommer ur årets utfall och är ingen prognos. Bedöms står för en människas bedömning. Sifferraden "
        "under en indikator är dess rad i sifferbilagan, på bladet Mål och beslut."
    )
