"""The process that reads: ``python -m pipeline.confined.child``, with what to do as JSON on its stdin."""

import gc
import json
import os
import sys
from pathlib import Path
from typing import IO

from pipeline.confined.messages import Began, Done, OutOfMemory, send
from pipeline.problems import Problems

if sys.platform != "win32":
    import resource


def main() -> None:
    """Read the folder within the bounds, and say on stdout how it goes."""
    told = json.load(sys.stdin)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not stand among the answers
    _confine(told["megabytes"], told["seconds"])
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread would reserve memory that nothing here uses
    gc.disable()  # what is read is kept to the end: looking through it for garbage takes a third of the time
    try:
        _read(Path(told["folder"]), told["skipped"], answers)
    except MemoryError:
        send(answers, OutOfMemory())


def _read(folder: Path, skipped: dict[str, str], answers: IO[bytes]) -> None:
    from pipeline.read import read  # noqa: PLC0415 - within the bounds, and after they are set

    problems = Problems()
    source = read(folder, problems, skipped=skipped, begin=lambda name: send(answers, Began(name)))
    send(answers, Done(source, tuple(problems)))


def _confine(megabytes: int, seconds: int) -> None:
    """Bound memory and processor time where the system can; the waiting process bounds the time in any case."""
    if sys.platform == "win32":
        return
    _lower(resource.RLIMIT_AS, megabytes * 2**20)
    _lower(resource.RLIMIT_CPU, seconds)


def _lower(limit: int, most: int) -> None:
    _, hard = resource.getrlimit(limit)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (bound, bound))


if __name__ == "__main__":
    main()
