"""What a template may do: print fields, go through lists and choose; it can call nothing but its own macros."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.runtime import LoopContext, Macro
from markupsafe import Markup, escape

from pipeline.blanks import Chart, StatusMark
from pipeline.render.context import FIELDS, Picture, Status, drawn
from pipeline.render.meter import SIGNS_READ, MeteredEnvironment

FILTERS = (
    *("capitalize", "count", "first", "join", "last", "length", "list", "lower"),
    *("map", "reject", "rejectattr", "select", "selectattr", "trim", "upper"),
)
AsRuns = Callable[[Status | Picture], str]
SPECIAL = re.compile("[&<>\"'{}\r\n\t]")
LINE_END = re.compile("\r\n?")
BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
TEXT_END, TEXT_START = "</w:t>", '<w:t xml:space="preserve">'


class UnknownFieldError(UndefinedError):
    """A template asks for a field that does not exist; `known` are the names that stand where it looked.

    `known` is None where it looked among the names of the whole template.
    """

    def __init__(self, name: str, known: tuple[str, ...] | None, message: str | None = None) -> None:
        """Keep what was asked for and what there was to choose from."""
        super().__init__(message)
        self.name, self.known = name, known


class NoSuchRowError(UndefinedError):
    """A template asks for a row that a list does not have."""

    def __init__(self, row: int, message: str | None = None) -> None:
        """Keep the row that was asked for, counted from 0."""
        super().__init__(message)
        self.row = row


class UnprintableError(TemplateRuntimeError):
    """A template prints a list, a record or a yes/no as if it were text."""


class UnknownField(StrictUndefined):
    """Stands in for a missing field until the template uses it; then it says what is missing."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = None,
        name: str | None = None,
        exc: Callable[[str], Exception] | None = None,
    ) -> None:
        """Remember the names that the field could have had."""
        known = None if obj is None else tuple(FIELDS[type(obj)])
        error = exc or partial(UnknownFieldError, str(name), known)
        super().__init__(hint, obj, name, error)  # type: ignore[arg-type] # what it calls need not be a class


class Sandbox(MeteredEnvironment):
    """Jinja with mappings, lists and text, and nothing behind them."""

    def __init__(self) -> None:
        """Let templates be compiled; `start` must come before each is filled in."""
        super().__init__(undefined=UnknownField, finalize=self._printed, filters=FILTERS)
        self.globals.clear()
        self._as_runs: AsRuns = _as_nothing
        self.has_drawn = False

    def start(self, as_runs: AsRuns) -> None:
        """Begin a document: count from nothing, and turn a status or a chart into runs of Word by this."""
        self.restart()
        self._as_runs, self.has_drawn = as_runs, False

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- Jinja's own signature
        """Look a field up; only records and loops have any."""
        if attribute in FIELDS[type(obj)]:
            return getattr(obj, attribute)
        if isinstance(obj, LoopContext) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 -- Jinja's own signature
        """Take an item of a list by its number, or a field by its name."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=str(argument), exc=partial(NoSuchRowError, argument))  # type: ignore[arg-type]

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 -- Jinja's own signature
        """Let a template call its own macros; an unknown name may be called to say that it is unknown."""
        return isinstance(obj, Macro | Undefined)

    def _printed(self, value: object) -> str:
        """Return what stands in the document's XML for a value; the only way from a field to the page."""
        text = as_xml(value) if type(value) is str else self._shown(value)
        self._charge(1 + len(text) // SIGNS_READ)
        return text

    def _shown(self, value: object) -> str:
        match value:
            case Markup():
                return value
            case str() | Undefined():
                return as_xml(str(value))
            case StatusMark() | Chart():
                self.has_drawn = True
                return self._as_runs(drawn(value))
            case int() if not isinstance(value, bool):
                return str(value)
            case _:
                raise UnprintableError(type(value).__name__)


def _as_nothing(_: Status | Picture) -> str:
    return ""


def as_xml(text: str) -> str:
    """Return a text as the inside of ``w:t``; braces are spelt so that docxtpl reads no tag in them."""
    if SPECIAL.search(text) is None:
        return text
    xml = str(escape(LINE_END.sub("\n", text))).replace("{", "&#123;").replace("}", "&#125;")
    for sign, mark in BREAKS.items():
        xml = xml.replace(sign, f"{TEXT_END}{mark}{TEXT_START}")
    return xml
