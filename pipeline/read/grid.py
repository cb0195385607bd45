"""The small grid that every spreadsheet becomes, whatever its format: cells that know where they stand."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.problems import Place
from pipeline.read.figures import MISSING, is_hidden
from pipeline.read.formats import is_percent, shown

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell. A text is clean and never empty; `stale` is a formula that was never calculated."""

    place: Place
    value: Value = None
    number_format: str = "General"
    error: bool = False
    stale: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return self.value is None and not self.stale

    @property
    def percent(self) -> bool:
        """Whether the cell shows its number a hundred times larger, with a percent sign."""
        return is_percent(self.number_format)

    @property
    def text(self) -> str:
        """The cell as Excel shows it; ``""`` when blank."""
        return shown(self.value, self.number_format)


def is_missing(cell: Cell) -> bool:
    """Say whether the cell is blank or holds one of the marks for a missing or hidden value: ``..``, ``<5``."""
    return cell.blank or (isinstance(cell.value, str) and (cell.value in MISSING or is_hidden(cell.value)))


@dataclass(frozen=True, slots=True)
class Row:
    """One row; only cells with something in them are kept."""

    place: Place
    cells: Mapping[int, Cell]

    def at(self, column: int) -> Cell:
        """Return the cell in the column, blank where nothing stands."""
        return self.cells.get(column) or Cell(replace(self.place, column=column))

    @property
    def first(self) -> Cell:
        """The leftmost cell with something in it."""
        return self.cells[min(self.cells)]


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range of cells."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet's looks say: merged cells, and what is hidden."""

    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a whole csv file: its rows that hold something, from the top.

    `blind` says that the reader shows neither error cells nor number formats: an error looks blank, 4,6 % is 0.046.
    """

    place: Place
    rows: tuple[Row, ...]
    layout: Layout = field(default_factory=Layout)
    blind: bool = False

    def below(self, row: Row) -> Iterator[Row]:
        """Go through the rows below `row`."""
        return (other for other in self.rows if other.place.row > row.place.row)


@dataclass(frozen=True, slots=True)
class Document:
    """A file without cells: the text of a px file, or what a JSON file holds."""

    place: Place
    content: object


@dataclass(frozen=True, slots=True)
class Book:
    """A file's tables, or the document that it is."""

    name: str
    tables: tuple[Table, ...]
    documents: tuple[Document, ...] = ()
