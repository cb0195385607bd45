"""A cell read as what its column asks for. A bad or blank cell gives None, and a bad one is told."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum

from pipeline.problems import quoted
from pipeline.read import dates
from pipeline.read.figures import MISSING, number_in, only_figure
from pipeline.read.formats import plain, scaled, swedish
from pipeline.read.grid import Cell
from pipeline.read.headings import maybe
from pipeline.read.periods import is_year, period_of
from pipeline.read.targets import bounds
from pipeline.read.teller import Teller, seen
from pipeline.read.texts import fold
from pipeline.sheets import CellKind, Column

CODES = frozenset({"id", "indicator", "source_code", "municipality_code", "registration", "paragraph"})
_YEARS = frozenset({"year", "base_year", "target_year"})
_GOAL = frozenset({"number", "goal"})
_GOAL_NUMBERS = re.compile(r"\d{1,6}(?:\s*(?:,|;|\+|&|och|/|\s)\s*\d{1,6})*")
_AS_DATE = "Excel har gjort om det som stod här till datumet {}: formatera cellen som text och skriv igen"


def typed(cell: Cell, column: Column, teller: Teller) -> object | None:
    """Return what stands in the cell, as the column's kind."""
    return _KINDS[column.kind](cell, column, teller) if teller.usable(cell) else None


def number(cell: Cell, teller: Teller) -> float | None:
    """Return the cell's number as it is shown: 4.6 for 0.046 in a percent format."""
    match cell.value:
        case bool():
            teller.fault(cell, f"{seen(cell)} är inget tal: skriv ett tal, till exempel 12,5")
        case int() | float():
            return scaled(cell.value, cell.number_format)
        case dt.date() | dt.time() | dt.timedelta():
            teller.fault(
                cell, f"Excel har gjort om talet till {seen(cell)}: skriv talet igen i en cell formaterad som tal"
            )
        case str() if cell.value not in MISSING:
            return _number_in(cell, cell.value, teller)
    return None


def _number_in(cell: Cell, text: str, teller: Teller) -> float | None:
    found = number_in(text)
    if found is None:
        figure = only_figure(text)
        advice = (
            f"skriv bara {figure}" if figure else "skriv ett tal, till exempel 12,5, eller lämna tomt om det saknas"
        )
        teller.fault(cell, f"{seen(cell)} är inget tal: {advice}")
    return found


def _number(cell: Cell, _: Column, teller: Teller) -> float | None:
    return number(cell, teller)


def _text(cell: Cell, column: Column, teller: Teller) -> str | None:
    if isinstance(cell.value, dt.date) and column.field in CODES:
        teller.fault(cell, _AS_DATE.format(cell.text))
        return None
    for day, meant in dates.impossible(cell.text):
        teller.remark(
            cell,
            f"”{day}” finns inte: {f'menar du {meant}?' if meant else 'skriv datumet som 2019-12-31'}",
        )
    if isinstance(cell.value, float) and column.field not in CODES:
        return cell.text.replace(".", ",")
    return cell.text


def _whole(cell: Cell, column: Column, teller: Teller) -> int | None:
    found = number_in(cell.value) if isinstance(cell.value, str) else cell.value
    if (
        isinstance(found, (int, float))
        and not isinstance(found, bool)
        and plain(found).is_integer()
        and not cell.percent
    ):
        return _in_range(int(plain(found)), cell, column, teller)
    teller.fault(cell, f"{_exactly(cell)} är inget heltal: skriv bara siffror, till exempel 2019 eller 3")
    return None


def _exactly(cell: Cell) -> str:
    """Return what stands in the cell; a number with all its decimals, which its format may hide."""
    return quoted(swedish(cell.value)) if isinstance(cell.value, float) and not cell.percent else seen(cell)


def _in_range(number: int, cell: Cell, column: Column, teller: Teller) -> int | None:
    """Return the number when the column allows it: a year in the calendar, a goal's number from 1."""
    if column.field in _YEARS and not is_year(number):
        teller.fault(cell, f"{seen(cell)} är inget år: skriv till exempel 2019")
        return None
    if column.field in _GOAL and number < 1:
        teller.fault(cell, f"{seen(cell)} är inget målnummer: skriv ett heltal som är minst 1")
        return None
    return number


def _yes_no(cell: Cell, column: Column, teller: Teller) -> bool | None:
    if isinstance(cell.value, bool):
        return cell.value
    if (word := cell.text.casefold()) in column.allowed:
        return word == "ja"
    teller.fault(cell, f"{seen(cell)} är varken ja eller nej: skriv ja eller nej")
    return None


def _choice(cell: Cell, column: Column, teller: Teller) -> Enum | None:
    choices = tuple(column.choices) if column.choices else ()
    for choice in choices:
        if fold(cell.text) == fold(choice.value):
            return choice
    *most, last = column.allowed
    words = f"{', '.join(most)} eller {last}"
    teller.fault(cell, f"{seen(cell)} är inget av valen: skriv {words}{maybe(cell.text, column.allowed)}")
    return None


def _date(cell: Cell, _: Column, teller: Teller) -> dt.date | None:
    if isinstance(cell.value, dt.date):
        return cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value
    found = dates.parts(cell.text)
    if found is None:
        missing = next((f": menar du {day}?" for _, day in dates.impossible(cell.text) if day), "")
        teller.fault(cell, f"{seen(cell)} är inget datum{missing or ': skriv till exempel 2019-02-20'}")
    elif not dates.exists(*found):
        meant = dates.nearest(*found)
        teller.fault(
            cell,
            f"datumet {seen(cell)} finns inte: {f'menar du {meant}?' if meant else 'skriv till exempel 2019-02-20'}",
        )
    elif dates.ambiguous(cell.text):
        teller.fault(cell, f"datumet {seen(cell)} kan läsas på två sätt: skriv det som 2019-02-20")
    else:
        return dt.date(*found)
    return None


def _period(cell: Cell, _: Column, teller: Teller) -> object | None:
    found = period_of(cell.value)
    if found is None:
        teller.fault(cell, f"{seen(cell)} är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018")
    return found


def _goals(cell: Cell, _: Column, teller: Teller) -> tuple[int, ...] | None:
    whole = cell.value if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) else None
    text = str(int(whole)) if whole is not None and float(whole).is_integer() else cell.text
    if _GOAL_NUMBERS.fullmatch(text) and not isinstance(cell.value, dt.date):
        numbers = tuple(dict.fromkeys(int(digits) for digits in re.findall(r"\d+", text)))
        if min(numbers) >= 1:
            return numbers
    teller.fault(cell, f"{_exactly(cell)} är inget målnummer: skriv målets nummer, eller flera som 1 och 2")
    return None


def _target(cell: Cell, _: Column, teller: Teller) -> object | None:
    if isinstance(cell.value, str) and cell.value not in MISSING and (found := bounds(cell.value)):
        return found
    return number(cell, teller)


_KINDS: Mapping[CellKind, Callable[[Cell, Column, Teller], object | None]] = {
    CellKind.TEXT: _text,
    CellKind.WHOLE: _whole,
    CellKind.NUMBER: _number,
    CellKind.YES_NO: _yes_no,
    CellKind.CHOICE: _choice,
    CellKind.DATE: _date,
    CellKind.PERIOD: _period,
    CellKind.GOALS: _goals,
    CellKind.TARGET: _target,
}
