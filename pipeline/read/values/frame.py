"""All observed values in one table: what stands twice, what doesn't go together, and each indicator's series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model.records import Indicator, Observation, Series
from pipeline.model.words import Kind, ValueBasis
from pipeline.problems import Place, Problems
from pipeline.read.formats import swedish
from pipeline.read.layouts.vocabulary import TOTAL
from pipeline.read.values.accumulated import each, looks_accumulated, per_period, period_of, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pandas import DataFrame

    from pipeline.read.values.observe import Observed

_KEY = ["indicator", "sex", "per_year", "year", "part"]
_PLACE = ["file", "sheet", "row", "column", "spot"]
_KINDS = {12: "månader", 4: "kvartal", 3: "tertial", 1: "år"}
_BASIS = "Värdena är"


def series_of(
    observed: Sequence[Observed], indicators: Sequence[Indicator], undeclared: Collection[str], problems: Problems
) -> dict[str, Series]:
    """Return each indicator's values per period, in the order of time."""
    if not observed:
        return {}
    frame = _one_kind(_without_years(_once(_frame(observed), problems), problems), problems)
    _ask_for_basis(frame, [one for one in indicators if one.id in undeclared and one.kind is Kind.SUM], problems)
    accumulated = frame["indicator"].isin([i.id for i in indicators if i.basis is ValueBasis.ACCUMULATED])
    found: dict[str, dict[str, list[Observation]]] = {}
    for part in (frame[~accumulated], per_period(frame[accumulated], problems)):
        for row in each(part):
            observation = Observation(period_of(row), float(row.value), place_of(row), row.source)
            found.setdefault(row.indicator, {}).setdefault(row.sex, []).append(observation)
    return {indicator: _series(by_sex) for indicator, by_sex in found.items()}


def _frame(observed: Sequence[Observed]) -> DataFrame:
    import pandas as pd  # noqa: PLC0415  (a third of a second that runs without values don't pay)

    frame = pd.DataFrame(
        {
            "indicator": [one.indicator for one in observed],
            "sex": [one.sex for one in observed],
            "per_year": [one.period.per_year for one in observed],
            "year": [one.period.year for one in observed],
            "part": [one.period.index for one in observed],
            "value": [one.value for one in observed],
            "source": [one.source for one in observed],
            "file": [one.place.file for one in observed],
            "sheet": [one.place.sheet for one in observed],
            "row": [one.place.row for one in observed],
            "column": [one.place.column for one in observed],
            "spot": [one.place.spot for one in observed],
        }
    )
    return frame.sort_values([*_KEY, *_PLACE], kind="stable")


def _once(frame: DataFrame, problems: Problems) -> DataFrame:
    """Keep the first of values that stand several times; tell where they differ."""
    kept = frame.drop_duplicates(_KEY)
    pairs = frame.merge(kept, on=_KEY, suffixes=("", "_first"))
    for row in each(pairs[pairs["value"] != pairs["value_first"]]):
        first = Place(
            str(row.file_first), str(row.sheet_first), int(row.row_first), int(row.column_first), row.spot_first
        )
        text = (
            f"{row.indicator} har värdet {swedish(row.value)} för {period_of(row)} här "
            f"men {swedish(row.value_first)} i {first}: ta bort det som är fel"
        )
        problems.fault(place_of(row), text, row.indicator)
    return kept


def _without_years(frame: DataFrame, problems: Problems) -> DataFrame:
    """Leave out whole years where an indicator also has finer periods."""
    finer = frame.loc[frame["per_year"] > 1, "indicator"]
    years = (frame["per_year"] == 1) & frame["indicator"].isin(finer)
    for row in each(frame[years].drop_duplicates("indicator")):
        text = f"helårsvärdena för {row.indicator} används inte, eftersom den också har värden för delar av år"
        problems.remark(place_of(row), text)
    return frame[~years]


def _one_kind(frame: DataFrame, problems: Problems) -> DataFrame:
    """Keep an indicator's finest periods; tell where it has others too."""
    finest = frame.groupby("indicator")["per_year"].transform("max")
    ours = frame[frame["per_year"] == finest].drop_duplicates("indicator").set_index("indicator")
    others = frame[frame["per_year"] != finest].drop_duplicates("indicator")
    for row in each(others):
        first = ours.loc[row.indicator]
        place = Place(str(first.file), str(first.sheet), int(first.row), int(first.column), str(first.spot))
        text = (
            f"{row.indicator} har värden för {_KINDS[row.per_year]} här men för {_KINDS[int(first['per_year'])]} "
            f"i {place}: använd en sorts period"
        )
        problems.fault(place_of(row), text, row.indicator)
    return frame[frame["per_year"] == finest]


def _ask_for_basis(frame: DataFrame, blank: Sequence[Indicator], problems: Problems) -> None:
    """Ask whether values that rise within every year are accumulated, where nobody has said."""
    by_id = {indicator.id: indicator for indicator in blank}
    asked = frame[frame["indicator"].isin(list(by_id)) & (frame["sex"] == TOTAL)]
    for name, rows in asked.groupby("indicator", sort=False):
        if looks_accumulated(rows):
            text = (
                "värdena stiger inom varje år och börjar om: är de ackumulerade? Skriv då ackumulerade "
                f"i kolumnen {_BASIS} för indikator {name}, annars per period"
            )
            problems.fault(by_id[str(name)].at(_BASIS), text, str(name))


def _series(found: Mapping[str, Sequence[Observation]]) -> Series:
    by_sex = {sex: tuple(observations) for sex, observations in sorted(found.items())}
    per_year = next(iter(by_sex.values()))[0].period.per_year
    return Series(per_year, by_sex.pop(TOTAL, ()), by_sex)
