"""Starts the reading process, waits for it, and goes on without the file that it could not bear."""

import json
import math
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.confined.messages import Began, Done, Message, OutOfMemory, received
from pipeline.model.records import Source
from pipeline.problems import Place, Problems

_TOO_SLOW = "filen tar för lång tid att läsa: kopiera tabellen till en ny arbetsbok, eller dela upp den"
_TOO_LARGE = "filen tar för mycket minne att läsa: kopiera tabellen till en ny arbetsbok, eller dela upp den"
_DIED = "filen går inte att läsa, läsningen av den avbröts: öppna den i Excel och spara den på nytt"
_ALL_TOO_SLOW = "filerna tar tillsammans för lång tid att läsa: ta bort dem som inte behövs"
_ALL_TOO_LARGE = "filerna tar tillsammans för mycket minne att läsa: ta bort dem som inte behövs"
_UNCAUGHT = 1  # Python's exit code after an exception that nothing has caught


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much reading may take: seconds in all and for one file, and megabytes of memory."""

    seconds: float = 60
    seconds_a_file: float = 20
    megabytes: int = 512


_Said = Message | pickle.UnpicklingError | None


@dataclass(frozen=True, slots=True)
class _End:
    """What an attempt came to: all is `done`, or the `file` that it ended with and why. None after the last."""

    file: str
    reason: str
    done: Done | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    """An attempt that goes on: its process, what that complains of, and what it says."""

    process: subprocess.Popen[bytes]
    complaints: IO[bytes]
    said: "queue.SimpleQueue[_Said]"


class ReaderError(Exception):
    """The reader has a fault of its own; as text it is the reader's traceback."""


def read_confined(folder: Path, problems: Problems, bounds: Bounds = Bounds()) -> Source:
    """Read every spreadsheet in the folder, as `pipeline.read.read` does, but in a process with bounds.

    A file that would take more is named as a fault, and the others are read.

    Raises:
        ReaderError: The reader has a fault of its own.
    """
    with reading(folder, bounds) as awaited:
        return awaited(problems)


@contextmanager
def reading(folder: Path, bounds: Bounds = Bounds()) -> Iterator[Callable[[Problems], Source]]:
    """Begin to read as `read_confined` does; what is yielded waits until all is read, and may be called once.

    The process that reads is gone when the block ends.
    """
    ends = time.monotonic() + bounds.seconds
    with ExitStack() as first:
        begun = first.enter_context(_begun(folder, {}, bounds))

        def awaited(problems: Problems) -> Source:
            with first:
                end = _heard_out(begun, bounds, ends)
            return _read_on(folder, end, bounds, ends, problems)

        yield awaited


def _read_on(folder: Path, end: _End, bounds: Bounds, ends: float, problems: Problems) -> Source:
    """Return what was read, in as many attempts more as there are files that end one."""
    skipped = dict[str, str]()
    while end.done is None and end.file:
        skipped[end.file] = end.reason
        if ends <= time.monotonic():
            break
        with _begun(folder, skipped, bounds) as begun:
            end = _heard_out(begun, bounds, ends)
    if end.done is not None:
        _pass_on(end.done, problems)
        return end.done.source
    for name, why in (skipped or {folder.name or folder.resolve().name: end.reason}).items():
        problems.fault(Place(name), why)
    return Source(partial=True)


@contextmanager
def _begun(folder: Path, skipped: dict[str, str], bounds: Bounds) -> Iterator[_Begun]:
    with _reader(folder, skipped, bounds) as (process, complaints), _heard(process) as said:
        yield _Begun(process, complaints, said)


def _heard_out(begun: _Begun, bounds: Bounds, ends: float) -> _End:
    """Wait until the attempt has ended."""
    file = ""
    while True:
        patience = ends - time.monotonic()
        try:
            message = begun.said.get(timeout=max(min(patience, bounds.seconds_a_file) if file else patience, 0))
        except queue.Empty:
            return _End(file, _TOO_SLOW if file else _ALL_TOO_SLOW)
        match message:
            case Began(name):
                file = name
            case Done():
                return _End("", "", message)
            case OutOfMemory():
                return _End(file, _TOO_LARGE if file else _ALL_TOO_LARGE)
            case pickle.UnpicklingError():
                raise ReaderError from message
            case None:
                _blame_reader(begun.process, begun.complaints)
                return _End(file, _DIED if file else _ALL_TOO_LARGE)


@contextmanager
def _reader(
    folder: Path, skipped: dict[str, str], bounds: Bounds
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """Start the reading process and tell it what to do; it is gone when the block ends."""
    told = {
        "folder": str(folder.absolute()),
        "skipped": skipped,
        "megabytes": bounds.megabytes,
        "seconds": math.ceil(bounds.seconds),
    }
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "pipeline.confined.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=Path(__file__).resolve().parents[2],
        ) as process,
    ):
        try:
            _say(process, told)
            yield process, complaints
        finally:
            process.kill()


def _blame_reader(process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
    """Raise the reader's own fault, where it has ended with one; what is killed or aborts ends with another code."""
    if process.wait() == _UNCAUGHT:
        complaints.seek(0)
        raise ReaderError(complaints.read().decode(errors="replace"))


def _say(process: subprocess.Popen[bytes], told: dict[str, object]) -> None:
    with suppress(BrokenPipeError):  # a process that is gone says nothing either, and that is told
        assert process.stdin is not None  # noqa: S101 -- for the type checker
        process.stdin.write(json.dumps(told).encode())
        process.stdin.close()


@contextmanager
def _heard(process: subprocess.Popen[bytes]) -> Iterator["queue.SimpleQueue[_Said]"]:
    """Yield what the process says, as it says it; None when it has said its last. The process ends with the block."""
    said: queue.SimpleQueue[_Said] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(process.stdout, said))
    listener.start()
    try:
        yield said
    finally:
        process.kill()
        listener.join()


def _listen(stream: IO[bytes], said: "queue.SimpleQueue[_Said]") -> None:
    try:
        for message in received(stream):
            said.put(message)
    except pickle.UnpicklingError as error:
        said.put(error)
    finally:
        said.put(None)


def _pass_on(done: Done, problems: Problems) -> None:
    for found in done.problems:
        problems.add(found)
