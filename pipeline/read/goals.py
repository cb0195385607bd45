"""The sheets Mål, Indikatorer, Uppföljning, Åtgärder, Aktiviteter and Närvaro as records."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pipeline.model.placed import Placed
from pipeline.model.records import Indicator
from pipeline.problems import Problems, quoted
from pipeline.read.grid import Table
from pipeline.read.records import Entry, Fields, entries
from pipeline.read.remedies import Written, remedy
from pipeline.read.targets import Bounds, joined
from pipeline.read.teller import Teller, seen
from pipeline.sheets import INDICATORS, Sheet
from pipeline.wording import listed

_TARGET = ("Målvärde", "Målvärde högst", "Önskad riktning")
Record = TypeVar("Record", bound=Placed)


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as it is defined; without an id it is only kept so that its values aren't called unknown."""

    indicator: Indicator
    basis_declared: bool


def records(
    table: Table, sheet: Sheet, make: Callable[..., Record], problems: Problems, lost: int | None = None
) -> Iterator[Record]:
    """Go through a sheet's rows as records; a row whose key is blank or bad gets `lost` for it, or makes none."""
    key = sheet.column(sheet.key).field
    for entry in entries(table, sheet, problems):
        fields = entry.fields(sheet, Teller(problems))
        if fields[key] in {None, ""}:
            fields[key] = lost
        if fields[key] is not None:
            yield make(place=entry.place, places=entry.places, **fields)


def definitions(table: Table, problems: Problems) -> Iterator[Definition]:
    """Go through the sheet Indikatorer."""
    for entry in entries(table, INDICATORS, problems):
        key = entry.cells.get(INDICATORS.key)
        teller = Teller(problems, (key and key.text) or None)
        fields = entry.fields(INDICATORS, teller)
        _join_target(fields, entry, teller)
        declared = "Värdena är" in entry.cells and not entry.cells["Värdena är"].blank
        yield Definition(Indicator(place=entry.place, places=entry.places, **fields), declared)


def _join_target(fields: Fields, entry: Entry, teller: Teller) -> None:
    """Make one target of Målvärde, Målvärde högst and the direction; a bad cell among them is already told."""
    low, high, direction = fields.pop("target", None), fields.pop("target_high", None), fields.get("direction")
    if entry.bad("Målvärde", low) or entry.bad("Målvärde högst", high) or (low is None and high is None):
        return
    if entry.bad("Önskad riktning", direction):
        direction = low.direction if isinstance(low, Bounds) else None
    found = joined(low, high, direction)
    if found is None:
        advice = remedy(Written(low, high, direction))
        teller.fault(entry.cells["Målvärde" if low is not None else "Målvärde högst"], f"{_target(entry)}: {advice}")
        return
    fields["target"] = found.target
    if found.direction is not None:
        fields["direction"] = found.direction


def _target(entry: Entry) -> str:
    """Say what stands in the cells that don't go together."""
    written = [(name, entry.cells[name]) for name in _TARGET if name in entry.cells and not entry.cells[name].blank]
    return f"{listed([f'{name} {seen(cell)}' for name, cell in written])} går inte ihop"


def first_of_each(
    found: Iterable[Record], key: Callable[[Record], object], heading: str, problems: Problems
) -> tuple[Record, ...]:
    """Return the records whose key is new; tell of the others, and where the key stood first."""
    kept: dict[object, Record] = {}
    for record in found:
        first = kept.setdefault(key(record), record)
        if first is not record:
            text = f"{heading} {quoted(key(record))} finns redan i {first.at(heading)}: ge varje rad sitt eget"
            problems.fault(record.at(heading), text, record.id if isinstance(record, Indicator) else None)
    return tuple(kept.values())
