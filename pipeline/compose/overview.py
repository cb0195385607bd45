"""The overview of a run: what was read, what is wrong, who owes what, and how each goal fares."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.blanks.overview import FoundProblem, GoalCard, IndicatorCard, Overview, ReadFile
from pipeline.compose import figures, sentences
from pipeline.compose.brief import Brief
from pipeline.compose.charts import chart
from pipeline.compose.correction import changes
from pipeline.compose.duties import duties
from pipeline.compose.goals import heading
from pipeline.compose.texts import inside
from pipeline.model.records import Source
from pipeline.model.results import EarlierRun, GoalResult, IndicatorResult
from pipeline.model.words import Occasion
from pipeline.problems import Problem, Severity
from pipeline.wording import DASH, counted, day, listed

_KINDS = (
    ("goals", "mål", "mål", "ett"),
    ("indicators", "indikator", "indikatorer", "en"),
    ("follow_ups", "uppföljning", "uppföljningar", "en"),
    ("measures", "åtgärd", "åtgärder", "en"),
    ("activities", "aktivitet", "aktiviteter", "en"),
    ("meetings", "möte", "möten", "ett"),
)
_READABLE = 10


def overview(
    brief: Brief, problems: Iterable[Problem], documents: Sequence[str], before: EarlierRun | None = None
) -> Overview:
    """Return the overview of a run that wrote its documents; `before` is the occasion's run before it."""
    return Overview(
        titel=f"Översikt {DASH} {_occasion(brief)}",
        kommun=brief.source.settings.municipality,
        läge=_done(documents),
        klart=True,
        märkning=_mark(brief),
        dokument=tuple(documents),
        filer=read_files(brief.source),
        fel=_told(problems, Severity.FAULT),
        anmärkningar=_told(problems, Severity.REMARK),
        att_göra=duties(brief),
        mål=tuple(_goal(brief, goal) for goal in brief.results.goals),
        sedan="" if before is None else f"Jämfört med {before.name}.",
        ändrat=() if before is None else _changed(brief, before),
    )


def _done(documents: Sequence[str]) -> str:
    """Count the Word documents: a PDF is one of them once more, and the sifferbilaga lies beside them."""
    number = sum(name.endswith(".docx") for name in documents)
    if any(name.endswith(".xlsx") for name in documents):
        return f"{counted(number, 'dokument', 'dokument').capitalize()} och sifferbilagan är klara."
    return f"{counted(number, 'dokument är klart', 'dokument är klara').capitalize()}."


def _changed(brief: Brief, before: EarlierRun) -> tuple[str, ...]:
    rows = changes(brief, before, brief.source)
    return tuple(f"{row.gäller}, {inside(row.uppgift)}: {row.rättat} (tidigare {row.tidigare})" for row in rows)


def checked_overview(brief: Brief, problems: Iterable[Problem]) -> Overview:
    """Return the overview of an input that has been looked at, and of which no documents have been made."""
    found = tuple(problems)
    whole = overview(brief, found, ())
    return replace(whole, läge=_faults(found) or "Underlaget är läst. Inga dokument är gjorda.", klart=not whole.fel)


def failed_overview(source: Source, problems: Iterable[Problem]) -> Overview:
    """Return the overview of a run that wrote nothing, because something must be mended first."""
    found = tuple(problems)
    return Overview(
        titel="Översikt",
        kommun=source.settings.municipality,
        läge=_faults(found) or "Inga dokument skrevs.",
        klart=False,
        märkning="",
        filer=read_files(source),
        fel=_told(found, Severity.FAULT),
        anmärkningar=_told(found, Severity.REMARK),
    )


def _faults(problems: Iterable[Problem]) -> str:
    number = len(_told(problems, Severity.FAULT))
    one = "ett fel behöver" if number == 1 else f"{counted(number, 'fel', 'fel')} behöver"
    return f"Inga dokument skrevs: {one} rättas först." if number else ""


def read_files(source: Source) -> tuple[ReadFile, ...]:
    """Return each file of the input with what was read from it."""
    found: dict[str, list[str]] = {file.name: [] for file in source.files}
    for field, singular, plural, one in _KINDS:
        for name, number in Counter(record.place.file for record in getattr(source, field)).items():
            found.setdefault(name, []).append(counted(number, singular, plural, one))
    values = Counter((seen.place.file, key) for key, series in source.series.items() for seen in series.observations)
    for name, text in _values(values):
        found.setdefault(name, []).append(text)
    return tuple(ReadFile(name, listed(parts) if parts else "inget som används") for name, parts in found.items())


def _values(values: Counter[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name in sorted({name for name, _ in values}):
        keys = [key for file, key in values if file == name]
        number = sum(values[name, key] for key in keys)
        yield name, f"{counted(number, 'värde', 'värden')} för {_indicators(keys)}"


def _indicators(keys: Sequence[str]) -> str:
    """Name the indicators, or count them where there are too many to read."""
    if len(keys) > _READABLE:
        return counted(len(keys), "indikator", "indikatorer", "en")
    return f"{'indikator' if len(keys) == 1 else 'indikatorerna'} {listed(keys)}"


def _told(problems: Iterable[Problem], severity: Severity) -> tuple[FoundProblem, ...]:
    return tuple(FoundProblem(str(one.place), one.text) for one in problems if one.severity is severity)


def _occasion(brief: Brief) -> str:
    if brief.results.as_of is None:
        return f"dialogen om ambitionsnivåer {brief.results.year}"
    return f"kommunstyrelsens mål per {day(brief.results.as_of)}"


def _mark(brief: Brief) -> str:
    example = "Innehåller exempelvärden" if brief.source.settings.example else ""
    return " · ".join(part for part in ("UTKAST" if brief.draft else "", example) if part)


def _goal(brief: Brief, goal: GoalResult) -> GoalCard:
    forecasts = brief.occasion is not Occasion.AMBITION
    shown = goal.status if forecasts else None
    return GoalCard(
        rubrik=heading(goal.goal),
        klass=sentences.class_words(goal),
        status=None if shown is None else figures.mark(shown),
        text=_in_words(goal) if forecasts else goal.classification.reason,
        indikatorer=tuple(_indicator(brief, one) for one in goal.indicators) if forecasts else (),
    )


def _in_words(goal: GoalResult) -> str:
    if goal.status is not None:
        return goal.reason
    return sentences.own_assessment(goal) if sentences.assessed(goal) else goal.classification.reason


def _indicator(brief: Brief, one: IndicatorResult) -> IndicatorCard:
    forecast = one.outlook.forecast
    pairs = (
        ("Utfall", _outcome(brief, one)),
        ("Målvärde", figures.target(one)),
        ("Prognos", "" if forecast is None else f"{figures.point(one, forecast)} ({figures.interval(one, forecast)})"),
        ("Ansvarig", one.indicator.owner),
    )
    return IndicatorCard(
        namn=f"{one.indicator.id} {one.indicator.name}",
        status=None if one.status is None else figures.mark(one.status),
        uppgifter=tuple((word, text) for word, text in pairs if text not in ("", figures.NONE)),
        motivering=one.reason,
        diagram=chart(one, brief.results.year),
    )


def _outcome(brief: Brief, one: IndicatorResult) -> str:
    when = figures.outcome_when(one, brief.results.year)
    return f"{figures.outcome(one)} ({when})" if when else ""
