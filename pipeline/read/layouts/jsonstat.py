"""JSON-stat, as statistical databases give it (version 2, or 1 in an envelope): dimensions and one row of values.

Recognised by an object with ``dimension`` and ``id`` (``size`` and ``value`` beside them).
"""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from pipeline.problems import Place
from pipeline.read.grid import Cell, Document, Value
from pipeline.read.guard import RefusedError
from pipeline.read.layouts.cube import MOST_VALUES, Dimension, check_size, facts, refuse_values
from pipeline.read.layouts.reading import Extract

_DAMAGED = "JSON-filen är inte hel JSON-stat ({}): hämta den på nytt, eller som Excel"
_ROLES = ("time", "metric", "geo")


def recognise(document: Document) -> Extract | None:
    """Return the file's values; raise when it is JSON-stat that isn't whole, or only describes a table."""
    found = document.content
    if isinstance(found, dict) and isinstance(found.get("dataset"), dict):
        found = found["dataset"]
    if not isinstance(found, dict) or not isinstance(found.get("dimension"), dict):
        return None
    head = found if "id" in found else found["dimension"]
    names = head.get("id")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    roles = found.get("role") or head.get("role") or {}
    dimensions = [_dimension(found["dimension"], name, roles) for name in names]
    values = _values(found, [len(one.categories) for one in dimensions])
    check_size(dimensions, len(values))
    cells, code = _naming(found, document.place)
    agency = found.get("source")
    every = tuple(facts(dimensions, values, document.place))
    return Extract(document.place, agency if isinstance(agency, str) else "", cells, every, code)


def _naming(found: Mapping[str, Any], place: Place) -> tuple[tuple[Cell, ...], str]:
    """Return what names the table: its id and its title; and its id."""
    extension = found.get("extension")
    px = extension.get("px") if isinstance(extension, dict) else None
    ids = [px.get(key) for key in ("tableid", "matrix", "contents")] if isinstance(px, dict) else []
    names = dict.fromkeys(name for name in (*ids, found.get("label")) if isinstance(name, str) and name)
    code = next((name for name in ids if isinstance(name, str)), "")
    return tuple(Cell(Place(place.file), name) for name in names), code


def _dimension(every: Mapping[str, Any], name: str, roles: object) -> Dimension:
    one = every.get(name)
    one = one if isinstance(one, dict) else {}
    category = one.get("category")
    if not isinstance(category, dict):
        raise RefusedError(_DAMAGED.format(f"{name} saknar värden"))
    codes = _codes(category, name)
    labels = category.get("label")
    labels = labels if isinstance(labels, dict) else {}
    label = one.get("label")
    told = roles if isinstance(roles, dict) else {}
    role = next((kind for kind in _ROLES if name in _listed(told.get(kind))), "")
    names = (label, name) if isinstance(label, str) and label else (name,)
    return Dimension(names, tuple((str(labels.get(code, code)), code) for code in codes), role)


def _listed(names: object) -> list[object]:
    return names if isinstance(names, list) else []


def _codes(category: Mapping[str, Any], name: str) -> Sequence[str]:
    """Return the categories' codes in order: a list, or an object of their places; one category may go without."""
    index = category.get("index")
    if index is None and isinstance(category.get("label"), dict):
        index = list(category["label"])[:1]
    if isinstance(index, list) and all(isinstance(code, str) for code in index):
        return index
    if isinstance(index, dict) and sorted(index.values(), key=str) == sorted(range(len(index)), key=str):
        return sorted(index, key=lambda code: index[code])
    raise RefusedError(_DAMAGED.format(f"ordningen i {name} går inte ihop"))


def _values(found: Mapping[str, Any], sizes: Sequence[int]) -> list[Value]:
    values, size = found.get("value"), found.get("size", sizes)
    if size != list(sizes):
        raise RefusedError(_DAMAGED.format("size stämmer inte med dimensionerna"))
    if not values:
        message = "filen beskriver bara vad tabellen innehåller och har inga värden: hämta själva tabellen"
        raise RefusedError(message)
    if isinstance(values, dict):
        values = _dense(values, sizes)
    if not isinstance(values, list) or any(isinstance(value, (dict, list)) for value in values):
        raise RefusedError(_DAMAGED.format("value är ingen lista av tal"))
    return values


def _dense(values: Mapping[str, Value], sizes: Sequence[int]) -> list[Value]:
    """Return all values, where only those that exist are given by their place."""
    many = prod(sizes)
    if many > MOST_VALUES:
        refuse_values(many)
    if not all(place.isdecimal() and int(place) < many for place in values):
        raise RefusedError(_DAMAGED.format("value har platser som inte finns"))
    return [values.get(str(place)) for place in range(many)]
