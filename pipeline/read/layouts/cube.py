"""A table of many dimensions whose values stand in one long row, as px and JSON-stat files keep them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NoReturn

from pipeline.problems import Place
from pipeline.read.grid import Cell, Value
from pipeline.read.guard import RefusedError
from pipeline.read.layouts.reading import Fact
from pipeline.read.layouts.vocabulary import COUNTIES, MUNICIPALITIES, PARTS, SEX_WORDS, WHOLE_PERIODS, YEARS
from pipeline.read.periods import period_of
from pipeline.read.texts import fold

MOST_VALUES = 200_000  # databases give at most 150 000 at a time
_WORDS = {
    "time": WHOLE_PERIODS | YEARS | PARTS.keys(),
    "metric": frozenset(("tabellinnehåll", "contents", "contentscode")),
    "geo": MUNICIPALITIES | COUNTIES,
    "sex": SEX_WORDS,
}


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension by its names, the first to be shown; each category by its label and code.

    `role` is time, metric or geo, where the file tells.
    """

    names: tuple[str, ...]
    categories: tuple[tuple[str, ...], ...]
    role: str = ""


def check_size(dimensions: Sequence[Dimension], values: int) -> None:
    """Raise when there aren't as many values as the dimensions ask for, or too many to read."""
    asked = prod(len(dimension.categories) for dimension in dimensions)
    if asked > MOST_VALUES:
        refuse_values(asked)
    if asked != values:
        text = f"filen har {values} värden men rubrikerna kräver {asked}: den är inte hel, hämta den på nytt"
        raise RefusedError(text)


def refuse_values(many: int) -> NoReturn:
    """Raise, since a table has too many values to read."""
    text = f"tabellen har {many} värden, fler än vad som läses: hämta den på nytt med bara den egna kommunen"
    raise RefusedError(text)


def facts(dimensions: Sequence[Dimension], values: Sequence[Value], place: Place) -> Iterator[Fact]:
    """Go through the values in their order, the last dimension turning fastest."""
    where = _kinds(dimensions)
    splits = tuple((number, one.names[0]) for number, one in enumerate(dimensions) if number not in where.values())
    categories = [_cells(one, place, time=where.get("time") == number) for number, one in enumerate(dimensions)]
    for number, (chosen, value) in enumerate(zip(product(*categories), values, strict=True), start=1):
        by_kind = {kind: chosen[number] for kind, number in where.items()}
        labels = ", ".join([cells[0].text for cells in chosen])
        yield Fact(
            names=by_kind.get("metric", ()),
            period=by_kind.get("time", ())[:1],
            value=Cell(Place(place.file, row=number, spot=f"värdet för {labels}"), value),
            region=by_kind.get("geo", ()),
            sex=by_kind["sex"][0] if "sex" in by_kind else None,
            splits={name: chosen[number][0] for number, name in splits},
        )


def _cells(dimension: Dimension, place: Place, *, time: bool) -> list[tuple[Cell, ...]]:
    """Return the cells of each category; of a time, what can be read as a period comes first."""
    spot = Place(place.file, spot=dimension.names[0])
    found = [tuple(Cell(spot, text) for text in dict.fromkeys(texts) if text) for texts in dimension.categories]
    return [tuple(sorted(cells, key=lambda cell: period_of(cell.value) is None)) for cells in found] if time else found


def _kinds(dimensions: Sequence[Dimension]) -> dict[str, int]:
    """Return which dimension, by its number, is time, metric, geo and sex; the rest split the values further."""
    found: dict[str, int] = {}
    for kind, words in _WORDS.items():
        told = [number for number, one in enumerate(dimensions) if one.role == kind]
        named = [n for n, one in enumerate(dimensions) if not one.role and any(fold(x) in words for x in one.names)]
        if told or named:
            found[kind] = (told or named)[0]
    return found
