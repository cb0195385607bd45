"""The whole pipeline on one page: its order is the pipeline's order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.check import Case, check
from pipeline.classify import classify
from pipeline.compose import Brief, Document, documents_for, field_texts, occasion_folder, results_json, template_blanks
from pipeline.earlier import april_run
from pipeline.forecast.outlooks import outlook
from pipeline.judge import judge
from pipeline.model.records import Source
from pipeline.model.results import Outlook
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.publish import Edition, Published, publish, write_review
from pipeline.read import read
from pipeline.render import printable, render, without_prompts
from pipeline.render.checks import check_template, commented, tell_faults, template_faults


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
    versions: Mapping[str, str]


def run(job: Job, problems: Problems) -> Published | None:
    """Publish the occasion's documents, or find what is wrong and publish nothing.

    A job without an occasion reads and checks, and publishes nothing.
    """
    templates = _templates(job.templates, job.occasion, problems)
    for name, content in templates.items():
        check_template(name, content, template_blanks(job.occasion)[name], problems)
    _folders_lie_apart(job, problems)
    source = _read(job, problems)
    classes = {goal.number: classify(goal) for goal in source.goals}
    check(Case(source, job.occasion, {number: found.goal_class for number, found in classes.items()}), problems)
    if job.occasion is None or problems.stop(draft=job.draft):
        return None
    results = judge(source, job.occasion, classes, _outlooks(source, job.occasion, problems.confined()))
    earlier = april_run(job.output, results.year, problems) if job.occasion is Occasion.AUGUST else None
    meeting = next((one for one in source.meetings if one.occasion is job.occasion), None)
    date = job.date or (None if meeting is None else meeting.dated)
    brief = Brief(source=source, results=results, meeting=meeting, earlier=earlier, date=date, draft=job.draft)
    edition = _edition(job, brief, templates, problems)
    return None if edition is None else publish(edition, job.output, problems)


def _folders_lie_apart(job: Job, problems: Problems) -> None:
    """Refuse to publish into the input, where the next run would read what this one wrote."""
    if job.output.resolve().is_relative_to(job.input.resolve()):
        problems.fault(
            Place(str(job.output)), "resultatet kan inte ligga i underlagets mapp. Välj en annan med --output."
        )


def _read(job: Job, problems: Problems) -> Source:
    source = read(job.input, problems)
    year = source.settings.year if job.year is None else job.year
    return replace(source, settings=replace(source.settings, year=year))


def _templates(folder: Path, occasion: Occasion | None, problems: Problems) -> dict[str, bytes]:
    found = {}
    for name in template_blanks(occasion):
        try:
            found[name] = (folder / name).read_bytes()
        except OSError:
            text = f"mallen finns inte i {folder}. Lägg tillbaka den, eller ange rätt mapp med --templates."
            problems.fault(Place(name), text)
    return found


def review_templates(folder: Path, review: Path, problems: Problems) -> tuple[Path, ...]:
    """Check all templates; write a copy of each faulty one, its faults as comments, and return the copies."""
    faulty = {}
    for name, content in _templates(folder, None, problems).items():
        found = template_faults(content, template_blanks(None)[name])
        tell_faults(name, found, problems)
        if found and (copy := commented(content, found)) is not None:
            faulty[f"granskad-{name}"] = copy
    return write_review(review, faulty, problems)


def _outlooks(source: Source, occasion: Occasion, broken: frozenset[str]) -> dict[str, Outlook]:
    year = source.settings.year
    until = None if year is None else occasion.report_date(year)
    if year is None or until is None:
        return {}
    return {
        one.id: outlook(one, source.series.get(one.id), year, until, broken=one.id in broken)
        for one in source.indicators
    }


def _edition(job: Job, brief: Brief, templates: Mapping[str, bytes], problems: Problems) -> Edition | None:
    documents = documents_for(brief)
    whole = {one.name: content for one in documents if (content := _rendered(one, templates, problems)) is not None}
    if len(whole) < len(documents):
        return None
    printed = _printed(whole, problems) if job.pdf else {}
    if printed is None:
        return None
    return Edition(
        folder=occasion_folder(brief.results),
        documents={**whole, **printed, "resultat.json": results_json(brief.results)},
        inputs={file.name: file.content for file in brief.source.files},
        templates=templates,
        fields={name: text for one in documents for name, text in field_texts(one.name, one.blanks).items()},
        options=_options(job),
        versions=job.versions,
        earlier=brief.earlier,
    )


def _rendered(document: Document, templates: Mapping[str, bytes], problems: Problems) -> bytes | None:
    """Return the document as Word opens it; a settled one does not ask for more text."""
    stem = Path(document.name).stem
    content = render(templates[document.template], document.blanks, document.template, problems, subject=stem)
    return without_prompts(content) if document.settled and content is not None else content


def _printed(documents: Mapping[str, bytes], problems: Problems) -> Mapping[str, bytes] | None:
    from pipeline.pdf import pdfs  # noqa: PLC0415 - what it needs takes a while to load, and most runs make no PDF

    word = {name: printable(content) for name, content in documents.items()}
    return pdfs(word, problems)


def _options(job: Job) -> dict[str, str | bool | None]:
    return {
        "year": None if job.year is None else str(job.year),
        "date": None if job.date is None else job.date.isoformat(),
        "draft": job.draft,
        "pdf": job.pdf,
    }
