"""Blanks as a template can reach them: plain text, lists and records with fields, and nothing behind them."""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pipeline.blanks import Blanks, Chart, StatusMark

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CHART_TEXTS = ("titel", "enhet", "alternativtext", "måltext")
NUMBERS = (bool, int)

Where = tuple[str | int, ...]
"""Where a value stands, in parts that are put together only when it is told."""


class Status(dict[str, object]):
    """A status that is printed, by its fields."""


class Picture(dict[str, object]):
    """A chart that is printed, by the fields that a template can reach."""

    def __init__(self, chart: Chart, texts: dict[str, object]) -> None:
        """Keep the chart beside its texts."""
        super().__init__(texts)
        self.chart = chart


def drawn(mark: StatusMark | Chart) -> Status | Picture:
    """Return what is printed as more than text."""
    found = {name: getattr(mark, name) for name in FIELDS[type(mark)]}
    return Picture(mark, found) if isinstance(mark, Chart) else Status(found)


class _Fields(dict[type, Mapping[str, object]]):
    def __missing__(self, kind: type) -> Mapping[str, object]:
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        names = (*CHART_TEXTS, "år") if kind is Chart else tuple(one.name for one in fields(kind)) if hints else ()
        found = self[kind] = {name: hints[name] for name in names}
        return found


FIELDS = _Fields()
"""What a template may ask a record of a kind for, and what each field holds; what is no record has no fields."""


def plain(blanks: Blanks) -> dict[str, object]:
    """Return the blanks by field name.

    Raises:
        ValueError: A field holds what Word cannot; a fault of ours, for the reader has cleaned its texts.
    """
    kind, texts = type(blanks), list[str]()
    if not _gathered((blanks,), kind, texts) or not _can_be_held(texts):
        _look(blanks, kind, (kind.__name__,))
    return {name: getattr(blanks, name) for name in FIELDS[kind]}


def _gathered(values: Iterable[Any], hint: object, texts: list[str]) -> bool:
    """Add all texts in values of a kind; say whether that is what they are.

    All the values of a field are looked at together, so that a row of a table costs next to nothing.
    """
    if isinstance(hint, types.UnionType):
        values, hint = (one for one in values if one is not None), get_args(hint)[0]
    if hint is str or get_origin(hint) is Literal:
        texts.extend(values)  # what is no text is found when they are put together
        return True
    several, kind = tuple(values), get_origin(hint) or hint
    inside = _inside(several, kind, hint) if several else ()
    return set(map(type, several)) <= {kind} and all(_gathered(held, its, texts) for held, its in inside)


def _inside(values: tuple[Any, ...], kind: Any, hint: object) -> Iterator[tuple[Iterable[Any], object]]:  # noqa: ANN401
    """Go through what values of a kind hold, field by field, and what that should be."""
    if kind is tuple:
        yield chain.from_iterable(values), get_args(hint)[0]
    else:
        for name, its in FIELDS[kind].items():
            yield map(attrgetter(name), values), its


def _can_be_held(texts: list[str]) -> bool:
    try:
        return NOT_IN_XML.search("".join(texts)) is None
    except TypeError:
        return False


def _look(value: object, hint: object, where: Where) -> None:
    """Look at each value by itself, to tell of the first that is wrong."""
    if isinstance(value, str):
        _look_at_text(value, where)
    elif isinstance(value, tuple):
        held = get_args(hint)[0] if get_origin(hint) is tuple else object
        for number, item in enumerate(value):
            _look(item, held, (*where, "[", number, "]"))
    elif is_dataclass(value):
        for name, held in FIELDS[type(value)].items():
            _look(getattr(value, name), held, (*where, ".", name))
    elif not _is_allowed(value, hint):
        message = f"{_said(where)}: {value!r} is not a text that can be printed"
        raise ValueError(message)


def _look_at_text(text: str, where: Where) -> None:
    if found := NOT_IN_XML.search(text):
        message = f"{_said(where)}: a Word document cannot hold the character U+{ord(found[0]):04X}"
        raise ValueError(message)


def _said(where: Where) -> str:
    return "".join(map(str, where))


def _is_allowed(value: object, hint: object) -> bool:
    if value is None:
        return isinstance(hint, types.UnionType) and type(None) in get_args(hint)
    return hint in NUMBERS and type(value) is hint
