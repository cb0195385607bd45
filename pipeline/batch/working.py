"""The work with one board, wherever it is done: what an ordinary run does, and what came of it."""

from dataclasses import replace
from urllib.parse import quote

from pipeline.batch.lines import goal_lines, missing_lines
from pipeline.compose import Brief
from pipeline.compose.documents import ANNUAL, DIALOGUE, REPORT
from pipeline.job import Job
from pipeline.model.summary import BoardOutcome, Ending
from pipeline.problems import Problems, Severity
from pipeline.publish import AnotherRunError, Published, only_run
from pipeline.reviewing import review
from pipeline.run import run


def work(job: Job, started: str) -> BoardOutcome:
    """Run the job as a run of its own, and return what it came to; `started` is the time of day for the lock.

    A fault of ours is an exception, as anywhere.
    """
    problems, board = Problems(), job.input.name
    try:
        with only_run(job.output, started, problems):
            made = run(job, problems)
            review(made, job.output, problems)
    except AnotherRunError as busy:
        return BoardOutcome(board=board, ending=Ending.BUSY, faults=(str(busy),))
    settings, remarks = made.source.settings, sum(one.severity is Severity.REMARK for one in problems)
    told = BoardOutcome(
        board=board,
        ending=Ending.FAULTS,
        municipality=settings.municipality,
        organ=settings.organ,
        faults=tuple(map(str, problems.faults())),
        remarks=remarks,
    )
    return told if made.published is None or made.brief is None else _done(told, made.published, made.brief)


def _done(told: BoardOutcome, published: Published, brief: Brief) -> BoardOutcome:
    run, results = published.run, brief.results
    reports = (path for stem in (REPORT, DIALOGUE, ANNUAL) for path in run.glob(f"{stem}-*.docx"))
    return replace(
        told,
        ending=Ending.PUBLISHED if published.new else Ending.UNCHANGED,
        run=f"{run.parent.name}/{run.name}",
        report=next((quote(f"{run.parent.name}/{run.name}/{path.name}") for path in reports), ""),
        totals=dict(results.totals),
        goals=goal_lines(results),
        missing=missing_lines(results),
    )
