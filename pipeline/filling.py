"""From what a brief says to all that a run publishes: documents, workbook, overview and results."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.blanks.overview import Overview
from pipeline.carrying import carry
from pipeline.compose import (
    Brief,
    Document,
    appendix_name,
    figure_appendix,
    occasion_folder,
    overview,
    results_json,
)
from pipeline.earlier import read_run
from pipeline.job import Job
from pipeline.overview import OVERVIEW, overview_page
from pipeline.problems import Problems
from pipeline.publish import Edition
from pipeline.render import printable, printed_lines, render
from pipeline.run_folders import RESULTS, run_number
from pipeline.seals import report_runs
from pipeline.workbooks import figure_book


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
    appendix = _appendix(brief, documents, {**templates, **carried.documents})
    made = {**carried.documents, **printed, appendix_name(brief): appendix}
    page = overview_page(shown(brief, job.output / folder, tuple(made), problems))
    return Edition(
        folder=folder,
        documents={**made, OVERVIEW: page, RESULTS: results_json(brief.results)},
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


def shown(
    brief: Brief, occasion: Path, documents: Sequence[str], problems: Problems, run: Path | None = None
) -> Overview:
    """Return the run at a glance, with what has changed since the occasion's run before it.

    `run` is the run's own folder where it has been published.
    """
    runs = [path for path in report_runs(occasion) if run is None or run_number(path.name) < run_number(run.name)]
    before = next((found for path in reversed(runs) if (found := read_run(path, Problems()))), None)
    return overview(brief, problems, documents, before)


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
