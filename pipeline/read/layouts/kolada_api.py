"""Kolada's programming interface, version 2 and 3: a value for every kpi, municipality, period and gender.

Recognised by an object whose ``values`` are objects with ``kpi``, ``municipality``, ``period`` and ``values``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from pipeline.problems import Place
from pipeline.read.grid import Cell, Document
from pipeline.read.guard import RefusedError
from pipeline.read.layouts.kolada import AGENCY
from pipeline.read.layouts.reading import Extract, Fact

_KEYS = ("kpi", "municipality", "period")
_NEXT = ("next_page", "next_url")


def recognise(document: Document) -> Extract | None:
    """Return the file's values; raise when one of its records isn't whole."""
    found = document.content
    records = found.get("values") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(records, list) or not records:
        return None
    if not isinstance(records[0], dict) or "kpi" not in records[0]:
        return None
    facts: list[Fact] = []
    for number, record in enumerate(records, start=1):
        facts.extend(_facts(record, number, document.place.file, len(facts)))
    more = any(isinstance(found.get(key), str) and found[key] for key in _NEXT)
    return Extract(document.place, AGENCY, (), tuple(facts), partial=more)


def _facts(record: object, number: int, file: str, before: int) -> Iterator[Fact]:
    record = record if isinstance(record, dict) else {}
    values = record.get("values")
    if not isinstance(values, list) or not all(map(_is_plain, map(record.get, _KEYS))):
        _refuse(number)
    kpi, region, period = (Cell(Place(file, row=number, spot=f"post {number}"), record[key]) for key in _KEYS)
    for place, value in enumerate(values, start=before + 1):
        if not isinstance(value, dict) or "value" not in value or isinstance(value["value"], (dict, list)):
            _refuse(number)
        yield _fact((kpi, region, period), value, Place(file, row=place))


def _fact(key: tuple[Cell, Cell, Cell], value: Mapping[str, Any], place: Place) -> Fact:
    kpi, region, period = key
    gender = value.get("gender")
    labels = [cell.text for cell in key] + ([gender] if isinstance(gender, str) else [])
    place = Place(place.file, row=place.row, spot=f"värdet för {', '.join(labels)}")
    sex = Cell(place, gender) if isinstance(gender, str) and gender else None
    return Fact((kpi,), (period,), Cell(place, value["value"]), (region,), sex)


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""


def _refuse(number: int) -> NoReturn:
    text = f"post {number} är inte hel (kpi, municipality, period och values ska finnas): hämta filen på nytt"
    raise RefusedError(text)
