"""Spreadsheets of indicator values, recognised by their content, as one series for each indicator."""

from collections.abc import Callable

from pipeline.read.grid import Table
from pipeline.read.values import long, wide
from pipeline.read.values.layouts import Recognised

LAYOUTS: tuple[Callable[[Table], Recognised | None], ...] = (long.find, wide.find)


def recognise(table: Table) -> Recognised | None:
    """Return the table as the first layout that recognises it sees it."""
    return next((found for layout in LAYOUTS if (found := layout(table)) is not None), None)
