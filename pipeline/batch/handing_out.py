"""Every piece of work to the crew, a few at a time; whose worker dies is tried once more, alone."""

import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait

from pipeline.batch.crews import Crew
from pipeline.job import Job
from pipeline.model.summary import BoardOutcome, Ending

_LOST = (
    "arbetet med mappen avbröts gång på gång, kanske för att datorns minne tog slut: kör mappen för sig, och tala med "
    "it-stödet om det händer igen"
)
_DISMISSED = (
    "klustret försvann medan arbetet pågick: kör samma kommando igen när det är igång, så görs det som inte är klart"
)
Work = Callable[[Job], BoardOutcome]


def handed_out(work: Work, jobs: Iterable[Job], crew: Crew) -> Generator[BoardOutcome]:
    """Go through what the work came to, in the order in which it is done: one outcome for each job.

    A process that dies takes its pool with it. Those that it was working with then are tried again when all others
    are done, each in a pool of its own, so that one that kills its worker takes no other with it.
    """
    waiting, suspects = deque(jobs), list[Job]()
    while waiting:
        suspects += yield from _until_broken(work, waiting, crew)
    for job in suspects:
        if (yield from _until_broken(work, deque([job]), crew)):
            yield _lost(job, _LOST)


def _until_broken(work: Work, waiting: deque[Job], crew: Crew) -> Generator[BoardOutcome, None, list[Job]]:
    """Work until nothing waits or a worker dies; return those that were being worked with when it died."""
    suspects, running = list[Job](), dict[Future[BoardOutcome], Job]()
    with crew.hired() as executor:
        try:
            while running or (waiting and not suspects):
                if not suspects:
                    _hand_over(work, waiting, running, executor, crew.at_once)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    job = running.pop(future)
                    outcome = _outcome(future, job, crew.lost)
                    if outcome is None:
                        suspects.append(job)
                    else:
                        yield outcome
        finally:
            for future in running:
                future.cancel()
    return suspects


def _hand_over(
    work: Work, waiting: deque[Job], running: dict[Future[BoardOutcome], Job], executor: Executor, most: int
) -> None:
    while waiting and len(running) < most:
        try:
            running[executor.submit(work, waiting[0])] = waiting[0]
        except BrokenExecutor:  # those that run will soon say the same
            return
        waiting.popleft()


def _outcome(future: Future[BoardOutcome], job: Job, lost: tuple[type[BaseException], ...]) -> BoardOutcome | None:
    """Return what the work came to; None where the pool broke, so that nobody knows."""
    error = CancelledError() if future.cancelled() else future.exception()
    if error is None:
        return future.result()
    if isinstance(error, BrokenExecutor):
        return None
    if isinstance(error, (CancelledError, *lost)):  # a cluster that is gone has cancelled its work
        return _lost(job, _DISMISSED if isinstance(error, CancelledError) else _LOST)
    return _our_fault(job, error)


def _our_fault(job: Job, error: BaseException) -> BoardOutcome:
    told = "".join(traceback.format_exception(error))
    return BoardOutcome(board=job.input.name, ending=Ending.OUR_FAULT, traceback=told)


def _lost(job: Job, why: str) -> BoardOutcome:
    return BoardOutcome(board=job.input.name, ending=Ending.LOST, faults=(why,))
