"""One run at a time in an output folder."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.problems import Problems
from pipeline.publish.disk import tell

_LOCK = ".las"
_STARTED = ".las-sedan"
_FOR_ALL = 0o666
"""What a killed run leaves behind must not shut out a colleague on the same share."""


_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait for the note of a run that has only just taken the lock, and has no note or an old one yet."""


class AnotherRunError(Exception):
    """Another run holds the output folder; as text it is the sentence for the clerk."""

    def __init__(self, since: str) -> None:
        """Remember when the other run began, where that is known."""
        super().__init__(f"En annan körning pågår sedan kl. {since}." if since else "En annan körning pågår.")


@contextmanager
def only_run(output: Path, started: str, problems: Problems) -> Iterator[str]:
    """Hold the output folder while the run goes on, and give `started`: the time of day as text, ``14.02``.

    The system lets go of the lock when the process ends, however it ends. Where the folder cannot be
    written in, that is a fault among `problems`, and the run may go on to find the others.

    Raises:
        AnotherRunError: The folder is held by another run.
    """
    lock = FileLock(output / _LOCK, mode=_FOR_ALL)
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
        _note(output, started)
    except Timeout:
        raise AnotherRunError(_since(output)) from None
    except OSError as error:
        tell(error, output, problems)
    try:
        yield started
    finally:
        _let_go(lock, output)


def _note(output: Path, started: str) -> None:
    """Tell others since when; that they cannot be told stops no run."""
    with suppress(OSError):
        (output / _STARTED).unlink(missing_ok=True)
        (output / _STARTED).write_text(started, encoding="utf-8")


def _since(output: Path) -> str:
    for pause in _PAUSES:
        time.sleep(pause)
        with suppress(OSError, UnicodeDecodeError):
            if since := (output / _STARTED).read_text(encoding="utf-8").strip():
                return since
    return ""


def _let_go(lock: FileLock, output: Path) -> None:
    """Leave no trace, while the lock is still held: filelock knows a lock file that has lost its name."""
    if lock.is_locked:
        for name in (_STARTED, _LOCK):
            with suppress(OSError):
                (output / name).unlink()
        lock.release()
