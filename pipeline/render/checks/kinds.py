"""What a field holds, read from the blanks' own type hints."""

import types
from dataclasses import dataclass, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

from pipeline.blanks import Chart, Paragraph, StatusMark
from pipeline.render.context import CHART_TEXTS


class Shape(Enum):
    """How a value may be used in a template."""

    TEXT = "en text"
    NUMBER = "ett tal"
    YES_NO = "ett ja eller nej"
    STATUS = "en status"
    CHART = "ett diagram"
    LIST = "en lista"
    RECORD = "en grupp av fält"
    LOOP = "loop"
    UNKNOWN = "okänt"


@dataclass(frozen=True, slots=True)
class Kind:
    """A value's shape, the record or the items that it holds, and whether it may be missing."""

    shape: Shape
    record: type | None = None
    item: "Kind | None" = None
    may_lack: bool = False


TEXT, NUMBER, YES_NO = Kind(Shape.TEXT), Kind(Shape.NUMBER), Kind(Shape.YES_NO)
LOOP, UNKNOWN = Kind(Shape.LOOP), Kind(Shape.UNKNOWN)
LOOP_FIELDS = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length"), NUMBER),
    **dict.fromkeys(("first", "last"), YES_NO),
    **dict.fromkeys(("previtem", "nextitem"), UNKNOWN),
}
PLAIN: dict[type, Kind] = {str: TEXT, bool: YES_NO, int: NUMBER, float: NUMBER}


def kind_of(hint: object) -> Kind:
    """Return the kind of a field with this type."""
    arguments = get_args(hint)
    match get_origin(hint):
        case None:
            return _simple(hint)
        case origin if origin is tuple:
            return Kind(Shape.LIST, item=kind_of(arguments[0]))
        case origin if origin in {Union, types.UnionType}:
            return _one_of(arguments)
        case origin:
            return TEXT if origin is Literal else UNKNOWN


def _simple(hint: object) -> Kind:
    if isinstance(hint, type) and is_dataclass(hint):
        return Kind({StatusMark: Shape.STATUS, Chart: Shape.CHART}.get(hint, Shape.RECORD), record=hint)
    return PLAIN.get(hint, UNKNOWN) if isinstance(hint, type) else UNKNOWN


def _one_of(hints: tuple[object, ...]) -> Kind:
    some = [one for one in hints if one is not type(None)]
    return replace(kind_of(some[0]), may_lack=len(some) < len(hints)) if len(some) == 1 else UNKNOWN


@cache
def fields_of(kind: Kind) -> dict[str, Kind]:
    """Return what may stand after the value and a dot."""
    if kind.shape is Shape.LOOP:
        return LOOP_FIELDS
    if kind.record is None:
        return {}
    hints = get_type_hints(kind.record)
    names = (*CHART_TEXTS, "år") if kind.shape is Shape.CHART else tuple(hints)
    return {name: kind_of(hints[name]) for name in names}


def is_paragraphs(kind: Kind) -> bool:
    """Say whether the value is running text, one or several paragraphs."""
    return kind.item is not None and kind.item.record is Paragraph
