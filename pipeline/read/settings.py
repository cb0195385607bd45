"""The sheet Inställningar: a name and a value on each row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.model.records import Settings
from pipeline.problems import Place, Problems, quoted
from pipeline.read import headings
from pipeline.read.cells import typed
from pipeline.read.figures import number_in
from pipeline.read.formats import swedish
from pipeline.read.grid import Cell, Table
from pipeline.read.headings import maybe
from pipeline.read.rows import is_sample, numbered, tell_looks, tell_samples
from pipeline.read.teller import Teller, seen
from pipeline.read.texts import fold
from pipeline.sheets import SETTINGS, CellKind, Column

_HEADINGS = (
    Column("Namn", "name", "", required=True, synonyms=("Inställning",)),
    Column("Värde", "value", "", required=True),
)
_ABOVE = {"met_limit": 0.5, "partly_way": 0.0, "partly_share": 0.0}  # the slack may be nothing at all
_NO_SHARE = "är ingen andel: skriv ett tal mellan 0 och 1, till exempel 0,75 eller 75 %"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting and the cell that holds it."""

    column: Column
    value: object
    cell: Cell


def settings_in(table: Table, problems: Problems) -> Iterator[Setting]:
    """Go through the sheet's settings; one that is blank or could not be read has no value."""
    for name, cell in _pairs(table, problems):
        column = _column(name)
        if column is None:
            near = maybe(name.text, [column.heading for column in SETTINGS.columns])
            problems.remark(name.place, f"inställningen {quoted(name.text)} känns inte igen och används inte{near}")
            continue
        yield Setting(column, _value(cell, column, Teller(problems)), cell)


def _column(name: Cell) -> Column | None:
    return next((column for column in SETTINGS.columns if fold(column.heading) == fold(name.text)), None)


def _pairs(table: Table, problems: Problems) -> Iterator[tuple[Cell, Cell]]:
    place = headings.find(table, _HEADINGS)
    if place is None:
        headings.tell(headings.Headings({}), _HEADINGS, table.place, problems)
        named = (other for other in table.rows if _column(other.first) is not None)
        yield from ((other.first, other.at(other.first.place.column + 1)) for other in named)
        return
    row, found = place
    name, value = (found.found[column.heading].place.column for column in _HEADINGS)
    tell_looks(table, row, (name, value), problems)
    samples = [other.place.row for other in table.below(row) if is_sample(other.first)]
    for other in table.below(row):
        if not other.at(name).blank and other.place.row not in samples:
            yield other.at(name), other.at(value)
    if samples:
        tell_samples(table.place, numbered(samples), problems)


def _value(cell: Cell, column: Column, teller: Teller) -> object | None:
    if column.kind is not CellKind.NUMBER:
        return typed(cell, column, teller)
    return _within(_share(cell, teller), cell, column, teller) if teller.usable(cell) else None


def _share(cell: Cell, teller: Teller) -> float | None:
    """Return a share as a fraction: 0.75 for 0,75 and for 75 %."""
    percent = cell.text.casefold().endswith(("%", "procent"))
    share = cell.value if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) else None
    if isinstance(cell.value, str) and (written := number_in(cell.value)) is not None:
        share = written / 100 if percent else written
    if share is None or not 0 <= share <= 1:
        meant = f" (menar du {cell.text} %?)" if share is not None and 1 < share <= 100 and not percent else ""  # noqa: PLR2004
        teller.fault(cell, f"{seen(cell)} {_NO_SHARE}{meant}")
        return None
    return float(share)


def _within(share: float | None, cell: Cell, column: Column, teller: Teller) -> float | None:
    """Return the share when the setting allows one so low."""
    lowest = _ABOVE.get(column.field)
    if share is None or lowest is None or share > lowest:
        return share
    allowed = f"{column.heading} ska vara större än {swedish(lowest)} och högst 1"
    teller.fault(cell, f"{seen(cell)} är för lågt: {allowed}")
    return None


def gathered(found: Iterable[Setting], problems: Problems) -> Settings:
    """Return the settings of all workbooks together; tell where two say different things."""
    kept: dict[str, Setting] = {}
    places: dict[str, Place] = {}
    for setting in found:
        places.setdefault(setting.column.heading, setting.cell.place)
        if setting.value is None:
            continue
        first = kept.setdefault(setting.column.field, setting)
        if first.value != setting.value:
            text = f"{setting.column.heading} är {seen(setting.cell)} här men {seen(first.cell)} i {first.cell.place}"
            problems.fault(setting.cell.place, f"{text}: skriv samma värde, eller ta bort det ena")
    values: dict[str, Any] = {name: setting.value for name, setting in kept.items()}
    return Settings(**values, places=places)
