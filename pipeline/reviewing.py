"""What a run leaves beside its documents: the overview, and the clerks' workbooks with what is wrong in them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from pipeline.blanks.overview import Overview
from pipeline.compose import checked_overview, failed_overview
from pipeline.filling import shown
from pipeline.model.records import InputFile, Source
from pipeline.overview import OVERVIEW, overview_page
from pipeline.problems import Place, Problem, Problems
from pipeline.publish import put_page, put_review, take_back
from pipeline.run import Run
from pipeline.run_folders import REVIEW
from pipeline.seals import report_runs
from pipeline.workbooks import returned_workbook

_WRITTEN = (".docx", ".pdf", ".xlsx")
_NOT_OURS = "~."
"""How the names begin that Word and LibreOffice lock an open document with."""


def review(made: Run, output: Path, problems: Problems) -> tuple[Path, ...]:
    """Write the overview, and give back each goal workbook that something is said of; return the workbooks.

    That this cannot be written is no more than a remark: the run itself is in place, or has told why it is not.
    """
    if problems.fault_at(Place(str(output))):
        return ()
    try:
        return _write(made, output, problems)
    except OSError:
        text = "översikten gick inte att skriva; den som ligger i mappen kan visa en tidigare körning"
        problems.remark(Place(str(output / OVERVIEW)), text)
        return ()


def _write(made: Run, output: Path, problems: Problems) -> tuple[Path, ...]:
    books = dict(_given_back(made.source, tuple(problems), problems))
    written = put_review(output / REVIEW, books, problems)
    take_back(output / REVIEW, _mended(made.source, problems))
    page, folder = _page(made, problems)
    if made.published is None:
        put_page(output / REVIEW / OVERVIEW, overview_page(page))
    put_page(output / OVERVIEW, overview_page(replace(page, körningar=_runs(output)), folder))
    return written


def _page(made: Run, problems: Problems) -> tuple[Overview, str]:
    """Return the overview, and where its documents lie below the output folder."""
    if made.brief is None:
        return failed_overview(made.source, problems), ""
    if made.published is None:
        return checked_overview(made.brief, problems), ""
    run = made.published.run
    documents = sorted(path.name for path in run.iterdir() if path.suffix in _WRITTEN and path.name[0] not in _NOT_OURS)
    return shown(made.brief, run.parent, documents, problems, run), f"{run.parent.name}/{run.name}"


def _runs(output: Path) -> tuple[tuple[str, str], ...]:
    """Return the newest run of each occasion, and where its overview lies."""
    found = ((folder, report_runs(folder)) for folder in sorted(output.iterdir()) if folder.is_dir())
    newest = ((folder.name, runs[-1].name) for folder, runs in found if runs and (runs[-1] / OVERVIEW).is_file())
    return tuple((f"{folder}, {run}", quote(f"{folder}/{run}/{OVERVIEW}")) for folder, run in newest)


def _given_back(source: Source, told: tuple[Problem, ...], problems: Problems) -> Iterator[tuple[str, bytes]]:
    for file in _goal_workbooks(source):
        of_file = [one for one in told if one.place.file == file.name]
        if not of_file:
            continue
        made = returned_workbook(file.name, file.content, of_file)
        if made is None:
            problems.remark(Place(file.name), "en granskad kopia av arbetsboken gick inte att göra")
            continue
        if made.lost:
            text = f"i den granskade kopian saknas {', '.join(made.lost)}; de finns kvar i originalet"
            problems.remark(Place(file.name), text)
        yield _name_of(file.name), made.content


def _mended(source: Source, problems: Problems) -> Iterator[str]:
    """Go through the copies of workbooks that nothing is said of any more."""
    concerned = {one.place.file for one in problems}
    return (_name_of(file.name) for file in _goal_workbooks(source) if file.name not in concerned)


def _name_of(file: str) -> str:
    """Return the name of a workbook given back: its own, and that of a folder that it lay in."""
    *folders, name = Path(file).parts
    return f"granskad-{'-'.join((*folders, name.removeprefix('granskad-')))}"


def _goal_workbooks(source: Source) -> Iterator[InputFile]:
    """Go through the files that goals, or what belongs to them, were read from; values may come in any shape."""
    of_goals = (*source.goals, *source.indicators, *source.follow_ups, *source.measures, *source.activities)
    records = (*of_goals, *source.meetings, *source.attendances)
    names = {record.place.file for record in records} | {place.file for place in source.settings.places.values()}
    return (file for file in source.files if file.name in names and Path(file.name).suffix in (".xlsx", ".xlsm"))
