"""A run from a cold start: one process reads the input while this one loads the rest of the program."""

import gc
from typing import TYPE_CHECKING

from pipeline.confined import reading
from pipeline.job import Job
from pipeline.problems import Problems

if TYPE_CHECKING:
    from pipeline.run import Run


def run(job: Job, problems: Problems) -> "Run":
    """Run the pipeline: see `pipeline.run`."""
    with reading(job.input) as awaited:
        gc.disable()  # what is loaded is kept to the end: looking through it for garbage takes a tenth of the time
        from pipeline import reviewing  # noqa: F401, PLC0415 - loads while the other process reads, as the run does
        from pipeline.run import run as whole_run  # noqa: PLC0415

        gc.freeze()
        gc.enable()
        return whole_run(job, problems, awaited)
