"""What a worker may be given to do: work that goes well, kills its process, or has a fault of its own."""

import os
import signal

from pipeline.job import Job
from pipeline.model.summary import BoardOutcome, Ending


def work(job: Job) -> BoardOutcome:
    """Leave a trace of each time that the board is worked with, and do what its name says."""
    name = job.input.name
    job.output.mkdir(exist_ok=True)
    with (job.output / name).open("ab") as trace:
        trace.write(b".")
    if name.startswith("dör"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "faller":
        message = "ett eget fel"
        raise ValueError(message)
    return BoardOutcome(board=name, ending=Ending.PUBLISHED)


def work_once_dead(job: Job) -> BoardOutcome:
    """Kill the process the first time that the board is worked with."""
    job.output.mkdir(exist_ok=True)
    trace = job.output / f"{job.input.name} en gång"
    if job.input.name == "dör en gång" and not trace.exists():
        trace.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return BoardOutcome(board=job.input.name, ending=Ending.PUBLISHED)
