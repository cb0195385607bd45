"""The wide layout: a row for every indicator and a column for every period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.problems import Place, Problems, quoted
from pipeline.read import headings
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.headings import SEARCHED
from pipeline.read.layouts.reading import IGNORED, NAMES, SEX, SOURCE, Reading
from pipeline.read.periods import looks_like_period, period_of
from pipeline.read.rows import real, tell_looks
from pipeline.read.texts import fold

_OUTCOME = re.compile(r"(?:utfall|värde|resultat)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wide:
    """A recognised table: its heading row, and the columns of names, sex and periods."""

    table: Table
    heading: Row
    names: tuple[int, ...]
    sex: int
    source: int
    periods: tuple[Cell, ...]

    @property
    def place(self) -> Place:
        """Where the table stands."""
        return self.table.place

    @property
    def blind(self) -> bool:
        """Whether neither errors nor number formats can be seen."""
        return self.table.blind

    def readings(self, problems: Problems) -> Iterator[Reading]:
        """Go through the rows, a value under each period."""
        self._tell(problems)
        columns = (*self.names, *(cell.place.column for cell in self.periods))
        tell_looks(self.table, self.heading, columns, problems)
        for row in real(self.table, self.heading, self.names, problems):
            names = tuple(row.at(column) for column in self.names)
            sex, source = (row.at(column) if column else None for column in (self.sex, self.source))
            for period in self.periods:
                yield Reading(names, (period,), row.at(period.place.column), sex, source)

    def _tell(self, problems: Problems) -> None:
        used = {*self.names, self.sex, self.source, *(cell.place.column for cell in self.periods)}
        for column, cell in self.heading.cells.items():
            if column not in used and fold(cell.text) not in IGNORED:
                problems.remark(cell.place, f"kolumnen {quoted(cell.text)} läses inte: rubriken är ingen period")


def recognise(table: Table) -> Wide | None:
    """Recognise the layout by a heading row with periods to the right of what names the indicator."""
    for row in table.rows[:SEARCHED]:
        periods = tuple(_without_word(cell) for cell in row.cells.values() if _is_period(cell))
        good = sum(period_of(cell.value) is not None for cell in periods)
        if good and (names := _names(row, periods, good)):
            found = headings.match(tuple(row.cells.values()), (SEX, SOURCE)).found
            sex, source = (found[c.heading].place.column if c.heading in found else 0 for c in (SEX, SOURCE))
            return Wide(table, row, names, sex, source, periods)
    return None


def _without_word(cell: Cell) -> Cell:
    return replace(cell, value=_OUTCOME.sub("", cell.value)) if isinstance(cell.value, str) else cell


def _is_period(cell: Cell) -> bool:
    """Say whether the heading is a period, or tries to be one; then its cell is told."""
    bare = _without_word(cell)
    return period_of(bare.value) is not None or (isinstance(bare.value, str) and looks_like_period(bare.value))


def _names(row: Row, periods: tuple[Cell, ...], good: int) -> tuple[int, ...]:
    """Return the columns that name the indicator; a column without heading counts when it is first."""
    found = headings.match(tuple(row.cells.values()), NAMES).found
    if found:
        return tuple(found[column.heading].place.column for column in NAMES if column.heading in found)
    first = min(cell.place.column for cell in periods)
    return (1,) if good > 1 and first > 1 and 1 not in row.cells else ()
