"""All boards in a folder: each one's run, and a summary over them."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.batch.boards import boards
from pipeline.batch.crews import Crew, cluster, processes
from pipeline.batch.handing_out import handed_out
from pipeline.batch.working import work
from pipeline.checked_templates import checked_templates
from pipeline.compose import template_blanks
from pipeline.job import Job, folders_lie_apart
from pipeline.model.summary import BoardOutcome, Ending
from pipeline.problems import Problems
from pipeline.progress import progress
from pipeline.publish import put_page, write_review
from pipeline.run_folders import REVIEW
from pipeline.workbooks import summary_book

SUMMARY = "sammanstallning.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchJob:
    """What to do with every board: `job` is one board's, with the folder of all boards as its input and output.

    `started` is the time of day, for the locks. A cluster whose `scheduler` has this address does the work; without one
    so many `workers` on this machine do.
    """

    job: Job
    started: str
    workers: int | None = None
    scheduler: str | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of every board, in the order of their names, and the workbook that says it.

    Nothing is there where nothing was run.
    """

    outcomes: tuple[BoardOutcome, ...] = ()
    summary: Path | None = None


def batch(told: BatchJob, problems: Problems) -> Batch:
    """Run every board, and write the summary; with a fault that touches all of them nothing is run."""
    names = boards(told.job.input, problems)
    folders_lie_apart(told.job, problems)
    checked_templates(told.job.templates, template_blanks(told.job.occasion), problems)
    crew = None if problems.faults() else _crew(told, problems)
    if crew is None:
        return Batch()
    outcomes = tuple(sorted(_outcomes(told, names, crew), key=lambda one: one.board))
    what = "sammanställningen"
    written = write_review(told.job.output, {SUMMARY: summary_book(outcomes)}, problems, what=what)
    return Batch(outcomes, next(iter(written), None))


def _crew(told: BatchJob, problems: Problems) -> Crew | None:
    return processes(told.workers) if told.scheduler is None else cluster(told.scheduler, problems)


def _outcomes(told: BatchJob, names: Sequence[str], crew: Crew) -> list[BoardOutcome]:
    """Return what became of every board, in the order in which they ended."""
    job = told.job if told.scheduler is None else _from_anywhere(told.job)
    jobs = (replace(job, input=job.input / name, output=job.output / name) for name in names)
    found = list[BoardOutcome]()
    with (
        progress("Nämnder", len(names), quiet=told.quiet) as step,
        closing(handed_out(partial(work, started=told.started), jobs, crew)) as outcomes,
    ):
        for one in outcomes:
            found.append(_with_our_fault_saved(one, told.job.output / one.board))
            step()
    return found


def _from_anywhere(job: Job) -> Job:
    """Return the job as one who stands in another folder must be told it."""
    folders = {name: getattr(job, name).absolute() for name in ("input", "output", "templates")}
    return replace(job, **folders)


def _with_our_fault_saved(one: BoardOutcome, output: Path) -> BoardOutcome:
    """Save the traceback where the next developer finds it, and say so in one sentence."""
    if one.ending is not Ending.OUR_FAULT:
        return one
    path = output / REVIEW / "programfel.txt"
    try:
        put_page(path, one.traceback.encode(errors="backslashreplace"))
    except OSError:
        return replace(one, faults=(f"programmet har ett fel och kunde inte skriva om det i {path.parent}",))
    text = f"programmet har ett fel, och körningen blev inte klar. Skicka filen {path} till den som sköter det"
    return replace(one, faults=(text,))
