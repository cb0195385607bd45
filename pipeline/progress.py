"""How far long work has come, on the terminal where somebody waits for it; nothing anywhere else."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""How many seconds anyone waits before wondering."""


@contextmanager
def waiting(what: str, *, quiet: bool = False) -> Iterator[None]:
    """Show on stderr that the block is at work, once it has taken a moment; nothing where `progress` shows nothing."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    done = threading.Event()

    def show() -> None:
        if not done.wait(PATIENCE):
            from rich.console import Console  # noqa: PLC0415 - it takes a while to load, and most runs show nothing

            with Console(stderr=True).status(what):
                done.wait()

    sign = threading.Thread(target=show, daemon=True)
    sign.start()
    try:
        yield
    finally:
        done.set()
        sign.join()


@contextmanager
def progress(what: str, total: int, *, quiet: bool = False) -> Iterator[Callable[[], None]]:
    """Show on stderr how many of `total` are done; what is yielded is called once for each that is.

    Nothing at all is written where stderr is no terminal, or where somebody has asked for quiet. What is shown is
    wiped away when the block ends, however it ends.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - it takes a while to load, and most runs show nothing
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    with shown:
        task = shown.add_task(what, total=total)
        yield lambda: shown.advance(task)
