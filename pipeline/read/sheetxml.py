"""A sheet's raw XML as cells, several times faster than openpyxl's own reading, formulas and all in one go.

The C parser of the standard library is safe here, since `guard` refuses every workbook with a DOCTYPE.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from math import isfinite
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.datetime import from_excel, from_ISO8601

from pipeline.problems import Place, Problems
from pipeline.read.grid import Cell, Row, Value
from pipeline.read.guard import MOST_CELLS, column_number, refuse_cells
from pipeline.read.texts import clean, decoded

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _VALUE, _FORMULA = (f"{_MAIN}{tag}" for tag in ("row", "c", "v", "f"))
_WHOLE, _RUNS = f"{_MAIN}is/{_MAIN}t", f"{_MAIN}is/{_MAIN}r/{_MAIN}t"
_DIGITS = "0123456789"
_EXACT = 10**15  # below this, a whole number is exact in Excel


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows its number, and whether that makes it a date or a length of time."""

    number_format: str = "General"
    date: bool = False
    duration: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """What a workbook's sheets share."""

    strings: Sequence[str]
    styles: Sequence[Style]
    epoch: datetime


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet's part."""

    place: Place
    shared: Shared
    problems: Problems
    _count: int = field(default=0, init=False)

    def rows(self, part: bytes) -> Iterator[Row]:
        """Go through the rows that hold something."""
        number = 0
        for _, element in iterparse(BytesIO(part)):  # noqa: S314
            if element.tag == _ROW:
                number = int(float(element.get("r", number + 1)))
                row = Row(Place(self.place.file, self.place.sheet, number), self._cells(element, number))
                element.clear()
                if row.cells:
                    yield row

    def _cells(self, row: Element, number: int) -> dict[int, Cell]:
        found: dict[int, Cell] = {}
        column = 0
        for element in row.iterfind(_CELL):
            column = _column(element.get("r", "").rstrip(_DIGITS)) or column + 1
            cell = self._cell(element, Place(self.place.file, self.place.sheet, number, column))
            if cell is not None:
                found[column] = cell
        self._count += len(found)
        if self._count > MOST_CELLS:
            refuse_cells(self._count)
        return found

    def _cell(self, element: Element, place: Place) -> Cell | None:
        """Return the cell, or None when nothing stands in it."""
        kind, raw = element.get("t", "n"), element.findtext(_VALUE)
        if kind == "inlineStr":
            raw = _inline(element)
        if not raw:
            stale = element.find(_FORMULA) is not None and (raw is None or kind != "str")
            return Cell(place, stale=True) if stale else None
        if kind in _AS_TEXT:
            return self._text(_AS_TEXT[kind](self.shared, raw), place, error=kind == "e")
        return self._number(kind, raw, self.shared.styles[int(element.get("s", 0))], place)

    def _text(self, raw: str, place: Place, *, error: bool = False) -> Cell | None:
        text = clean(decoded(raw), place, self.problems)
        return Cell(place, text, error=error) if text else None

    def _number(self, kind: str, raw: str, style: Style, place: Place) -> Cell:
        if kind in _AS_VALUE:
            return Cell(place, _AS_VALUE[kind](raw))
        number = _number_or_text(raw)
        if isinstance(number, str) or not style.date:
            return Cell(place, number, style.number_format)
        try:
            return Cell(place, self._date(number, style), style.number_format)
        except (OverflowError, ValueError):
            return Cell(place, "#####", error=True)  # what Excel shows for a date that it can't

    def _date(self, number: float, style: Style) -> Value:
        found: Value = from_excel(number, self.shared.epoch, timedelta=style.duration)
        return found


_AS_TEXT: Mapping[str, Callable[[Shared, str], str]] = {
    "s": lambda shared, raw: shared.strings[int(raw)],
    "str": lambda _, raw: raw,
    "inlineStr": lambda _, raw: raw,
    "e": lambda _, raw: raw,
}
_AS_VALUE: Mapping[str, Callable[[str], Value]] = {"b": lambda raw: bool(int(raw)), "d": from_ISO8601}


def _number_or_text(raw: str) -> float | str:
    """Return a number, whole when it is; what only calls itself one, such as ``NaN``, stays a text."""
    number = float(raw)
    if not isfinite(number):
        return raw
    return int(raw) if abs(number) < _EXACT and raw.lstrip("-").isdecimal() else number


def _inline(cell: Element) -> str:
    """Return the text that stands in the cell itself, whole or in runs of different looks."""
    whole = cell.findtext(_WHOLE)
    return "".join(run.text or "" for run in cell.iterfind(_RUNS)) if whole is None else whole


@lru_cache(maxsize=512)
def _column(letters: str) -> int:
    return column_number(letters)
