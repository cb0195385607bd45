"""The whole pipeline on one page: its order is the pipeline's order."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.blanks import Blanks
from pipeline.carrying import carry
from pipeline.check import Case, check
from pipeline.classify import classify
from pipeline.compose import (
    Brief,
    Document,
    appendix_name,
    documents_for,
    figure_appendix,
    folder_name,
    occasion_folder,
    results_json,
    template_blanks,
)
from pipeline.confined import read_confined
from pipeline.earlier import april_run, dropped, earlier_run
from pipeline.forecast.outlooks import outlook
from pipeline.judge import judge
from pipeline.model.records import Source
from pipeline.model.results import Correction, EarlierRun, Outlook, Results
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.publish import Edition, Published, publish, write_review
from pipeline.render import printable, printed_lines, render
from pipeline.render.checks import check_template, commented, tell_faults, template_faults
from pipeline.run_folders import RESULTS
from pipeline.seals import sealed_run
from pipeline.settled import settled
from pipeline.workbooks import figure_book

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to make, from where and to where. `year` and `date` override what the workbook says."""

    input: Path
    output: Path
    templates: Path
    occasion: Occasion | None = None
    year: int | None = None
    date: dt.date | None = None
    draft: bool = False
    pdf: bool = False
    correction: str | None = None
    versions: Mapping[str, str]


def run(job: Job, problems: Problems) -> Published | None:
    """Publish the occasion's documents, or find what is wrong and publish nothing.

    A job without an occasion reads and checks, and publishes nothing.
    """
    templates = checked_templates(job.templates, template_blanks(job.occasion), problems)
    folders_lie_apart(job, problems)
    source = _read(job, problems)
    correction = _correction(job, source.settings.year, problems)
    dropped(source.word_files, problems)
    classes = {goal.number: classify(goal) for goal in source.goals}
    check(Case(source, job.occasion, {number: found.goal_class for number, found in classes.items()}), problems)
    if job.occasion is None or problems.stop(draft=job.draft):
        return None
    results = judge(source, job.occasion, classes, outlooks(source, job.occasion, problems.confined()))
    earlier, august = _earlier(job.output, results, problems)
    meeting = next((one for one in source.meetings if one.occasion is job.occasion), None)
    date = job.date or (None if meeting is None else meeting.dated)
    brief = Brief(
        source=source, results=results, meeting=meeting, earlier=earlier, august=august, date=date, draft=job.draft
    )
    brief = replace(brief, correction=correction)
    edition = fill(job, brief, documents_for(brief), templates, problems)
    return None if edition is None or problems.stop(draft=job.draft) else publish(edition, job.output, problems)


def folders_lie_apart(job: Job, problems: Problems) -> None:
    """Refuse to publish into the input, where the next run would read what this one wrote."""
    if job.output.resolve().is_relative_to(job.input.resolve()):
        problems.fault(
            Place(str(job.output)), "resultatet kan inte ligga i underlagets mapp. Välj en annan med --output."
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


def _read(job: Job, problems: Problems) -> Source:
    source = read_confined(job.input, problems)
    year = source.settings.year if job.year is None else job.year
    return replace(source, settings=replace(source.settings, year=year))


def checked_templates(folder: Path, used: Mapping[str, type[Blanks]], problems: Problems) -> dict[str, bytes]:
    """Return the templates that will be used, having told every fault in them."""
    templates = _templates(folder, used, problems)
    for name, content in templates.items():
        check_template(name, content, used[name], problems)
    return templates


def _templates(folder: Path, used: Iterable[str], problems: Problems) -> dict[str, bytes]:
    found = {}
    for name in used:
        try:
            found[name] = (folder / name).read_bytes()
        except OSError:
            text = f"mallen finns inte i {folder}. Lägg tillbaka den, eller ange rätt mapp med --templates."
            problems.fault(Place(name), text)
    return found


def review_templates(folder: Path, review: Path, problems: Problems) -> tuple[Path, ...]:
    """Check all templates; write a copy of each faulty one, its faults as comments, and return the copies."""
    faulty = {}
    for name, content in _templates(folder, template_blanks(None), problems).items():
        found = template_faults(content, template_blanks(None)[name])
        tell_faults(name, found, problems)
        if found and (copy := commented(content, found)) is not None:
            faulty[f"granskad-{name}"] = copy
    return write_review(review, faulty, problems)


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


def fill(
    job: Job, brief: Brief, documents: Sequence[Document], templates: Mapping[str, bytes], problems: Problems
) -> Edition | None:
    """Return all that the run publishes, the documents filled in; None where one cannot be."""
    rendered = {one.name: _rendered(one, templates, problems) for one in documents}
    whole = {name: content for name, content in rendered.items() if content is not None}
    if len(whole) < len(documents):
        return None
    folder = occasion_folder(brief.results)
    carried = carry(documents, whole, job.output / folder, brief.source.word_files, problems)
    printed = _printed(carried.documents, problems) if job.pdf else {}
    if printed is None:
        return None
    return Edition(
        folder=folder,
        documents={
            **carried.documents,
            **printed,
            appendix_name(brief): _appendix(brief, documents, {**templates, **whole}),
            RESULTS: results_json(brief.results),
        },
        inputs={file.name: file.content for file in brief.source.files},
        templates=templates,
        fields=carried.record,
        edits=carried.digests,
        options=_options(job, brief),
        versions=job.versions,
        earlier=brief.earlier,
        august=brief.august,
    )


def _rendered(document: Document, templates: Mapping[str, bytes], problems: Problems) -> bytes | None:
    stem = Path(document.name).stem
    return render(templates[document.template], document.blanks, document.template, problems, subject=stem)


def _appendix(brief: Brief, documents: Sequence[Document], files: Mapping[str, bytes]) -> bytes:
    """Return the workbook that follows every number of the documents, as they are printed, to where it comes from."""
    return figure_book(figure_appendix(brief, documents, {name: printed_lines(one) for name, one in files.items()}))


def _printed(documents: Mapping[str, bytes], problems: Problems) -> Mapping[str, bytes] | None:
    from pipeline.pdf import pdfs  # noqa: PLC0415 - what it needs takes a while to load, and most runs make no PDF

    word = {name: printable(content) for name, content in documents.items()}
    return pdfs(word, problems)


def _options(job: Job, brief: Brief) -> dict[str, str | bool | None]:
    corrected = brief.correction
    return {
        **({} if corrected is None else {"correction": corrected.reason, "corrects": corrected.run}),
        "year": None if job.year is None else str(job.year),
        "date": None if job.date is None else job.date.isoformat(),
        "draft": job.draft,
        "pdf": job.pdf,
    }
