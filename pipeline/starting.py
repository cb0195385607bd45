"""A run from a cold start: one process reads the input while this one loads the rest of the program."""

from typing import TYPE_CHECKING

from pipeline.confined import reading
from pipeline.job import Job
from pipeline.problems import Problems

if TYPE_CHECKING:
    from pipeline.run import Run


def run(job: Job, problems: Problems) -> "Run":
    """Run the pipeline: see `pipeline.run`."""
    with reading(job.input) as awaited:
        from pipeline import reviewing  # noqa: F401, PLC0415 - loads while the other process reads, as the run does
        from pipeline.run import run as whole_run  # noqa: PLC0415

        return whole_run(job, problems, awaited)
