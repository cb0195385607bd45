"""Who does the work: processes on this machine, or a cluster that is there already."""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from pipeline.problems import Place, Problems

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 3
"""Seconds that a cluster has to answer."""
_PLENTY = 500
"""More boards than a cluster works with at once, and few enough to keep in mind."""
_NO_DASK = "--scheduler kräver paketet distributed: kör .venv/bin/python -m pip install '.[dask]' och försök igen"
_NO_ANSWER = (
    "här svarar inget Dask-kluster: kontrollera adressen, till exempel tcp://192.0.2.1:8786, och att det är igång"
)


@dataclass(frozen=True, slots=True)
class Crew:
    """Hands for the work.

    `hired` gives an executor that is dismissed when the block ends, `at_once` is how many boards it should hold, and
    `lost` are the exceptions by which it says that it has given up, since those who worked with the board died.
    """

    hired: Callable[[], AbstractContextManager[Executor]]
    at_once: int
    lost: tuple[type[BaseException], ...] = ()


def processes(workers: int | None) -> Crew:
    """Return so many processes on this machine, as many as it has processors where nobody says how many."""
    number = workers or os.cpu_count() or 1
    spawned = multiprocessing.get_context("spawn")
    return Crew(lambda: ProcessPoolExecutor(number, spawned, initializer=_begin), number + 1)


def _begin() -> None:
    """Leave Ctrl+C to the one who waits, and end when that one does, however it ends: nobody would miss the result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 -- for the type checker
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def cluster(address: str, problems: Problems) -> Crew | None:
    """Return the Dask cluster at the address; None where it does not answer, or where Dask is not installed."""
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - optional, and the one thing that uses the network
    except ImportError:
        problems.fault(Place(address), _NO_DASK)
        return None
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # that it is gone is told in Swedish, board by board
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        problems.fault(Place(address), _NO_ANSWER)
        return None
    return Crew(lambda: _of(client), _PLENTY, (KilledWorker,))


@contextmanager
def _of(client: "Client") -> Iterator[Executor]:
    with client, client.get_executor(pure=False) as executor:  # type: ignore[no-untyped-call]
        yield executor
