"""Wait for drops in the input folder: let half-copied files settle, and tell when there is something new to look at."""

import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from watchfiles import watch

SETTLED = 0.4
"""How many seconds a file must lie still to be whole."""
_LONGEST = 30.0
_DEBOUNCE, _STEP, _POLL = 300, 50, 1000
Sight = Mapping[str, tuple[int, int]] | None


def drops(folder: Path, stop: threading.Event) -> Iterator[None]:
    """Yield once at the start, and then each time that the folder holds something new, until `stop` is set.

    A folder that is taken away is waited for. What the folder holds is settled, as far as can be seen from
    outside: no file has changed its size or its time for `SETTLED` seconds.
    """
    seen: Sight = {}
    first = True
    while not stop.is_set():
        now = _settled(folder, stop)
        if first or now != seen:
            seen, first = now, False
            yield
        _wait(folder, stop)


def _wait(folder: Path, stop: threading.Event) -> None:
    """Return when something may have happened in the folder."""
    if not folder.is_dir():
        stop.wait(_POLL / 1000)
        return
    try:
        for _ in watch(
            folder, watch_filter=None, debounce=_DEBOUNCE, step=_STEP, stop_event=stop, rust_timeout=_POLL,
            yield_on_timeout=True, raise_interrupt=False,
        ):  # fmt: skip
            return
    except FileNotFoundError:
        stop.wait(_POLL / 1000)


def _settled(folder: Path, stop: threading.Event) -> Sight:
    """Return what the folder holds when it has lain still, or after a while in any case."""
    ends, last = time.monotonic() + _LONGEST, sight(folder)
    while not stop.wait(SETTLED) and time.monotonic() < ends:
        now = sight(folder)
        if now == last:
            return now
        last = now
    return last


def sight(folder: Path) -> Sight:
    """Return the size and the time of each file below the folder, or None where there is no folder.

    What vanishes meanwhile is not there.
    """
    if not folder.is_dir():
        return None
    found = {}
    for inside, _, names in os.walk(folder):
        for name in names:
            path = Path(inside, name)
            with suppress(OSError):
                status = path.lstat()
                found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found
