"""Blanks as plain text, lists and mappings: all that a template can reach."""

import re
import types
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, get_args, get_origin, get_type_hints

from pipeline.blanks import Blanks, Chart, StatusMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import DataclassInstance

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CHART_TEXTS = ("titel", "enhet", "alternativtext", "måltext")
UNCLEAN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n?")

Where = tuple[str | int, ...]
"""Where a value stands, in parts that are put together only when it is told."""


class Status(dict[str, object]):
    """A status: a mapping to a template that asks for its parts, marked text to one that prints it."""


class Picture(dict[str, object]):
    """A chart: a mapping to a template that asks for its texts, a picture to one that prints it."""

    def __init__(self, chart: Chart, texts: dict[str, object]) -> None:
        """Keep the chart beside its texts, out of the template's reach."""
        super().__init__(texts)
        self.chart = chart


def plain(blanks: Blanks) -> dict[str, object]:
    """Return the blanks by field name.

    Raises:
        ValueError: A field holds what Word cannot; a fault of ours, for the reader has cleaned its texts.
    """
    return _record(blanks, (type(blanks).__name__,))


def _record(record: "DataclassInstance", where: Where) -> dict[str, object]:
    plan = _plan(type(record))
    found = dict(zip(plan.texts, plan.read(record), strict=False))
    if not _is_clean(found.values()):
        found = {name: _value(value, str, (*where, ".", name)) for name, value in found.items()}
    for name, hint in plan.others:
        found[name] = _value(getattr(record, name), hint, (*where, ".", name))
    return found


def _is_clean(values: "Iterable[object]") -> bool:
    """Say whether all are texts that Word can hold as they are; they are looked at together, which is quicker."""
    try:
        return UNCLEAN.search("".join(values)) is None  # type: ignore[arg-type] # what is no text is found so
    except TypeError:
        return False


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a kind of record is read: its texts, what reads them, the other fields and their kinds."""

    texts: tuple[str, ...]
    read: "Callable[[object], Iterable[object]]"
    others: tuple[tuple[str, object], ...]


@cache
def _plan(kind: "type[DataclassInstance]") -> _Plan:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    texts = tuple(name for name in names if hints[name] is str)
    read = attrgetter(*texts, *texts[:1]) if texts else _nothing
    return _Plan(texts, read, tuple((name, hints[name]) for name in names if name not in texts))


def _nothing(_: object) -> tuple[object, ...]:
    return ()


def _value(value: object, hint: object, where: Where) -> object:
    if isinstance(value, str):
        return _clean(value, where)
    if isinstance(value, tuple):
        inner = _item_hint(hint)
        return [_value(item, inner, (*where, "[", number, "]")) for number, item in enumerate(value)]
    if is_dataclass(value) and not isinstance(value, type):
        return _part(value, where)
    if not _is_allowed(value, hint):
        message = f"{_said(where)}: {value!r} is not a text that can be printed"
        raise ValueError(message)
    return value


def _said(where: Where) -> str:
    return "".join(map(str, where))


def _part(value: "DataclassInstance", where: Where) -> dict[str, object]:
    if isinstance(value, Chart):
        texts = {name: _clean(getattr(value, name), (*where, ".", name)) for name in CHART_TEXTS}
        return Picture(value, {**texts, "år": value.år})
    record = _record(value, where)
    return Status(record) if isinstance(value, StatusMark) else record


def _item_hint(hint: object) -> object:
    """Return what a tuple holds; an alias such as Text is seen through."""
    return get_args(hint)[0] if get_origin(hint) is tuple else object


def _is_allowed(value: object, hint: object) -> bool:
    if value is None:
        return isinstance(hint, types.UnionType) and type(None) in get_args(hint)
    return hint is bool and isinstance(value, bool)


def _clean(text: str, where: Where) -> str:
    if found := NOT_IN_XML.search(text):
        message = f"{_said(where)}: a Word document cannot hold the character U+{ord(found[0]):04X}"
        raise ValueError(message)
    return LINE_END.sub("\n", text)
