"""The texts of a document's blanks, each with the goal, the indicator and the field that it belongs to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from pipeline.blanks import (
    BasisRow,
    Blanks,
    Chart,
    CriterionRow,
    Deviation,
    GoalBlank,
    HitRow,
    IndicatorRow,
    MeasureRow,
    Paragraph,
    RuleRow,
    SexRow,
    StatusBox,
    StatusMark,
    TotalRow,
    VoteRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A text that a template may print. `path` holds the numbers of the records around it, the outermost first."""

    text: str = ""
    record: str = ""
    field: str = ""
    names: tuple[str, ...] = ()
    goal: int | None = None
    indicator: str = ""
    part: str = ""
    path: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Where the text stands: ``Mål 1, indikator 1.1, utfall``."""
        return ", ".join((*self.names, self.field.replace("_", " ")))


class Leaves:
    """The walk through a document's blanks; `headings` tells a goal's number by its heading."""

    def __init__(self, headings: Mapping[str, int], indicators: Mapping[str, str]) -> None:
        """Remember the goals by heading, and the indicators' ids by id and name together."""
        self._headings = headings
        self._indicators = indicators
        self._records = 0

    def of(self, blanks: Blanks) -> tuple[Leaf, ...]:
        """Return the texts in the order of the records' fields."""
        return tuple(self._record(blanks, Leaf()))

    def _record(self, record: object, around: Leaf) -> Iterator[Leaf]:
        self._records += 1
        here = replace(self._named(record, around), record=type(record).__name__, path=(*around.path, self._records))
        for field in fields(record):  # type: ignore[arg-type]  # the caller has seen that it is a record
            yield from self._value(getattr(record, field.name), replace(here, field=field.name))

    def _value(self, value: object, here: Leaf) -> Iterator[Leaf]:
        if isinstance(value, Chart):
            here = replace(here, names=(*here.names, "diagram"), field="alternativtext")
        text = _text_of(value)
        if text:
            yield replace(here, text=text)
        elif isinstance(value, tuple):
            for one in value:
                yield from self._value(one, here)
        elif text is None and is_dataclass(value):
            yield from self._record(value, here)

    def _named(self, record: object, around: Leaf) -> Leaf:
        """Return what is known of where the record stands."""
        name, known = "", around
        match record:
            case GoalBlank():
                name, known = f"Mål {record.nummer}", replace(around, goal=int(record.nummer))
            case IndicatorRow():
                name, known = f"indikator {record.id}", replace(around, indicator=record.id)
            case Deviation():
                known = replace(around, goal=self._headings.get(record.rubrik))
                name = f"Avvikelser, mål {known.goal}"
            case BasisRow():
                known = replace(around, indicator=self._indicators.get(record.indikator, ""))
                name = f"Bilagan, indikator {known.indicator}"
            case HitRow():
                id_ = self._indicators.get(record.indikator, "")
                known = replace(around, indicator=id_, part=record.tillfälle)
                name = f"Tidigare prognoser, indikator {id_}, {record.tillfälle}"
            case SexRow():
                name, known = record.namn, replace(around, part=record.namn)
            case _:
                name = _NAMES.get(type(record), lambda _: "")(record)
        return replace(known, names=(*around.names, name) if name else around.names)


def _text_of(value: object) -> str | None:
    """Return what is printed of a value that is a text or stands for one; None where it is neither."""
    match value:
        case str():
            return " ".join(value.split("\n")).strip(" ")
        case Paragraph():
            return _text_of(value.text)
        case StatusMark():
            return f"{value.symbol} {value.ord}".strip(" ")
        case _:
            return _text_of(_SHOWN[type(value)](value)) if type(value) in _SHOWN else None


_SHOWN: Mapping[type, Callable[[Any], object]] = {
    Chart: lambda chart: chart.alternativtext,
    StatusBox: lambda box: box.status,
}
_NAMES: Mapping[type, Callable[[Any], str]] = {
    TotalRow: lambda row: f"Summering, {row.namn}",
    RuleRow: lambda row: f"Regler, {row.status.ord}",
    MeasureRow: lambda _: "åtgärd",
    VoteRow: lambda row: f"Röster, {row.ledamot}",
    CriterionRow: lambda _: "kriterium",
}
