"""The whole pipeline on one page: its order is the pipeline's order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.check import Case, check
from pipeline.checked_templates import checked_templates
from pipeline.classify import classify
from pipeline.compose import Brief, documents_for, folder_name, template_blanks
from pipeline.confined import read_confined
from pipeline.earlier import april_run, dropped, earlier_run
from pipeline.filling import fill
from pipeline.forecast.outlooks import outlook
from pipeline.job import Job, folders_lie_apart
from pipeline.judge import judge
from pipeline.model.records import Source
from pipeline.model.results import Correction, EarlierRun, Outlook, Results
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.publish import Published, publish
from pipeline.seals import sealed_run
from pipeline.settled import settled

SEALED = (
    "rapporten för {} är skickad och förseglad, så den görs inte om. Är något fel i den: kör {} med "
    """ARGS='--correction "skälet" --date ÅÅÅÅ-MM-DD'"""
)
COMMANDS = {
    Occasion.APRIL: "make interim-april",
    Occasion.AUGUST: "make interim-august",
    Occasion.AMBITION: "make ambition",
    Occasion.ANNUAL: "make annual",
}

Awaited = Callable[[Problems], Source]
"""Gives what has been read, and tells what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run read and, where nothing was wrong, what it concluded and published."""

    source: Source
    brief: Brief | None = None
    published: Published | None = None


def run(job: Job, problems: Problems, awaited: Awaited | None = None) -> Run:
    """Publish the occasion's documents, or find what is wrong and publish nothing.

    A job without an occasion reads and checks, and publishes nothing. `awaited` is the reading of the job's
    input, where that has begun already.
    """
    templates = checked_templates(job.templates, template_blanks(job.occasion), problems)
    made = conclude(job, problems, awaited)
    if made.brief is None:
        return made
    edition = fill(job, made.brief, documents_for(made.brief), templates, problems)
    if edition is None or problems.stop(draft=job.draft):
        return made
    return replace(made, published=publish(edition, job.output, problems))


def conclude(job: Job, problems: Problems, awaited: Awaited | None = None) -> Run:
    """Read and judge, and make no documents; there is no brief where something is wrong."""
    folders_lie_apart(job, problems)
    source = _read(job, problems, awaited or partial(read_confined, job.input))
    correction = _correction(job, source.settings.year, problems)
    dropped(source.word_files, problems)
    classes = {goal.number: classify(goal) for goal in source.goals}
    check(Case(source, job.occasion, {number: found.goal_class for number, found in classes.items()}), problems)
    if job.occasion is None or problems.stop(draft=job.draft):
        return Run(source)
    results = judge(source, job.occasion, classes, outlooks(source, job.occasion, problems.confined()))
    return Run(source, replace(_brief(job, source, results, problems), correction=correction))


def _brief(job: Job, source: Source, results: Results, problems: Problems) -> Brief:
    earlier, august = _earlier(job.output, results, problems)
    meeting = next((one for one in source.meetings if one.occasion is results.occasion), None)
    date = job.date or (None if meeting is None else meeting.dated)
    return Brief(
        source=source, results=results, meeting=meeting, earlier=earlier, august=august, date=date, draft=job.draft
    )


def _correction(job: Job, year: int | None, problems: Problems) -> Correction | None:
    """Return what the run corrects; a run that comes after a sealed one and corrects nothing is a fault."""
    if job.occasion is None or year is None:
        return None
    folder, before = job.output / folder_name(year, job.occasion), len(problems.faults())
    if job.correction is None:
        if (run := sealed_run(folder, problems)) is not None:
            problems.fault(Place(str(run)), SEALED.format(job.occasion.value, COMMANDS[job.occasion]))
        return None
    sealed = settled(folder, job.occasion, year, problems)
    if sealed is None:
        if len(problems.faults()) == before:
            text = "ingen körning är förseglad, så det finns inget att rätta: kör utan --correction"
            problems.fault(Place(str(folder)), text)
        return None
    return sealed.corrected(job.correction)


def _read(job: Job, problems: Problems, awaited: Awaited) -> Source:
    source = awaited(problems)
    year = source.settings.year if job.year is None else job.year
    return replace(source, settings=replace(source.settings, year=year))


def _earlier(output: Path, results: Results, problems: Problems) -> tuple[EarlierRun | None, EarlierRun | None]:
    """Return April's run for August, and both April's and August's for the follow-up of the year."""
    match results.occasion:
        case Occasion.AUGUST:
            return april_run(output, results.year, problems), None
        case Occasion.ANNUAL:
            reader = "årsuppföljningen"
            april = earlier_run(output / f"{results.year}-april", Occasion.APRIL, reader, problems)
            return april, earlier_run(output / f"{results.year}-augusti", Occasion.AUGUST, reader, problems)
        case _:
            return None, None


def outlooks(source: Source, occasion: Occasion, broken: frozenset[str]) -> dict[str, Outlook]:
    """Return how each indicator's year looks from the occasion's report date; `broken` ones have a fault."""
    year = source.settings.year
    until = None if year is None else occasion.report_date(year)
    if year is None or until is None:
        return {}
    return {
        one.id: outlook(one, source.series.get(one.id), year, until, broken=one.id in broken)
        for one in source.indicators
    }
