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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


class ReaderError(Exception):
    """The reader has a fault of its own; as text it is the reader's traceback."""


def read_confined(folder: Path, problems: Problems, bounds: Bounds = Bounds()) -> Source:
    """Read every spreadsheet in the folder, as `pipeline.read.read` does, but in a process with bounds.

    A file that would take more is named as a fault, and the others are read.

    Raises:
        ReaderError: The reader has a fault of its own.
    """
    ends, skipped = time.monotonic() + bounds.seconds, dict[str, str]()
    file, reason = "", _ALL_TOO_SLOW
    while (left := ends - time.monotonic()) > 0:
        file, reason, done = _attempt(folder, skipped, bounds, left)
        if done is not None:
            _pass_on(done, problems)
            return done.source
        if not file:
            break
        skipped[file] = reason
    for name, why in (skipped or {folder.name or folder.resolve().name: reason}).items():
        problems.fault(Place(name), why)
    return Source(partial=True)


def _attempt(folder: Path, skipped: dict[str, str], bounds: Bounds, left: float) -> tuple[str, str, Done | None]:
    """Read once; return what was read, or which file it ended with and why. No file is named after the last."""
    file, ends = "", time.monotonic() + left
    with _reader(folder, skipped, bounds) as (process, complaints), _heard(process) as said:
        while True:
            patience = ends - time.monotonic()
            try:
                message = said.get(timeout=max(min(patience, bounds.seconds_a_file) if file else patience, 0))
            except queue.Empty:
                return file, _TOO_SLOW if file else _ALL_TOO_SLOW, None
            match message:
                case Began(name):
                    file = name
                case Done():
                    return "", "", message
                case OutOfMemory():
                    return file, _TOO_LARGE if file else _ALL_TOO_LARGE, None
                case pickle.UnpicklingError():
                    raise ReaderError from message
                case None:
                    _blame_reader(process, complaints)
                    return file, _DIED if file else _ALL_TOO_LARGE, None


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
