"""Blanks as plain text, lists and mappings: all that a template can reach."""

import re
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, get_args, get_origin, get_type_hints

from pipeline.blanks import Blanks, Chart, StatusMark

if TYPE_CHECKING:
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
    found = {}
    for name, hint in _hints(type(record)):
        value = getattr(record, name)
        is_clean = type(value) is str and UNCLEAN.search(value) is None
        found[name] = value if is_clean else _value(value, hint, (*where, ".", name))
    return found


@cache
def _hints(kind: "type[DataclassInstance]") -> tuple[tuple[str, object], ...]:
    """Return the fields of a record, and what each may hold."""
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


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
