"""How far long work has come, on the terminal where somebody waits for it; nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
