"""Page 1's goals off course: what the board needs to know of each, or a line each where they are many."""

from pipeline.blanks import Deviation, Text
from pipeline.compose import figures, sentences
from pipeline.compose.brief import Brief
from pipeline.compose.goals import heading, needs_measure
from pipeline.compose.pace import pace_sentence
from pipeline.compose.texts import flat, inside, paragraphs, together
from pipeline.model.periods import MONTHS
from pipeline.model.results import GoalResult, IndicatorResult, Outcome
from pipeline.model.words import Status
from pipeline.wording import capital, chance, count, period, quantity_in_prose, sentence

MOST_TOLD = 10


def in_short(brief: Brief) -> bool:
    """Say whether so many goals are off course that page 1 has a line for each; their sections have the rest."""
    return len(tuple(brief.off_course())) > MOST_TOLD


def deviations(brief: Brief) -> tuple[Deviation, ...]:
    """Return the goals off course with their status and what there is to know, in short where they are many."""
    short = in_short(brief)
    return tuple(
        Deviation(
            rubrik=heading(goal.goal),
            status=figures.mark(goal.status),
            text=paragraphs(_line(goal)) if short else _whole(brief, goal),
        )
        for goal in brief.off_course()
    )


def _line(goal: GoalResult) -> str:
    """Return why the goal is off course in one line: how its indicators fare, and what is missing."""
    wanted = "Åtgärd saknas." if needs_measure(goal) and not goal.measures else ""
    person = sentences.by_person(goal)
    parts = ("Bedömd av en person." if person else goal.reason, wanted)
    return _joined(*parts)


def _whole(brief: Brief, goal: GoalResult) -> Text:
    """Return all that the board needs to know of the goal: its indicators, cause and measures."""
    missed = [one for one in goal.indicators if one.status is not Status.MET]
    open_ones = [one for one in missed if one.status in (Status.UNCERTAIN, Status.NOT_ASSESSABLE)]
    told = [_indicator_text(brief, one) for one in missed if one not in open_ones]
    shown = [text for text in (*told, *(_in_short(one) for one in open_ones)) if text]
    by_people = (sentences.own_forecast(goal.follow_up), _cause(goal), _measures(goal))
    return together(_count_of(goal), shown, _joined(*by_people))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _cause(goal: GoalResult) -> str:
    cause = "" if goal.follow_up is None else goal.follow_up.cause
    if cause:
        return sentence(f"Orsak: {flat(cause)}")
    return "Orsak saknas." if needs_measure(goal) else ""


def _count_of(goal: GoalResult) -> str:
    text = goal.reason if len(goal.indicators) != 1 else ""
    return _joined(text, sentences.override(goal))


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
