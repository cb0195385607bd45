"""Values that pile up through the year, turned into values per period."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.model.periods import Period
from pipeline.problems import Place, Problems
from pipeline.read.formats import swedish
from pipeline.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandas import DataFrame

_WITHIN = ["indicator", "sex", "year"]
_MANY = 4
_YEARS = 2
_SHOWN = 6


def each(frame: DataFrame) -> Iterator[Any]:
    """Go through a table's rows; their types are made as pandas goes along."""
    return iter(frame.itertuples())


def period_of(row: Any) -> Period:  # noqa: ANN401
    """Return the period of a row."""
    return Period(int(row.year), int(row.part), int(row.per_year))


def place_of(row: Any) -> Place:  # noqa: ANN401
    """Return the cell that a row came from."""
    return Place(row.file, row.sheet, int(row.row), int(row.column), row.spot)


def per_period(frame: DataFrame, problems: Problems) -> DataFrame:
    """Return the increase since the period before, in rows sorted by time; what follows a gap is left out."""
    groups = frame.groupby(_WITHIN, sort=False)
    before, earlier = groups["part"].shift(fill_value=-1), groups["value"].shift(fill_value=0.0)
    follows = frame["part"] - before == 1
    _tell_gaps(frame[~follows], problems)
    _tell_falls(frame.assign(earlier=earlier)[follows & (frame["value"] < earlier) & (before >= 0)], problems)
    increase = (frame["value"] - earlier).map(lambda value: float(f"{value:.12g}"))
    return frame.assign(value=increase)[follows]


def _tell_gaps(gaps: DataFrame, problems: Problems) -> None:
    """Tell, once for an indicator, of the values that have none before them to be counted from."""
    for name, rows in gaps.groupby("indicator", sort=False):
        found = list(each(rows))
        lost = listed([str(period_of(row)) for row in found[:_SHOWN]]) + _more(found)
        text = (
            f"indikator {name} är ackumulerad och saknar värdet för perioden före {lost}, som därför inte kan räknas "
            f"fram ({_cells(found)}): lägg till värdet för perioden före"
        )
        problems.remark(place_of(found[0]), text)


def _tell_falls(falls: DataFrame, problems: Problems) -> None:
    """Tell, once for an indicator, of the values that are less than the one before them in the year."""
    for name, rows in falls.groupby("indicator", sort=False):
        found = list(each(rows))
        first = found[0]
        stands = f"{period_of(first)} står {swedish(first.value)}, efter {swedish(first.earlier)} perioden före"
        text = (
            f"indikator {name} är ackumulerad men värdena sjunker inom året ({_cells(found)}; för {stands}): "
            "rätta värdena, eller skriv per period i kolumnen Värdena är om varje värde bara gäller sin egen period"
        )
        problems.remark(place_of(first), text)


def _cells(rows: Sequence[Any]) -> str:
    """Name the cells: ``cell C5, C6 och C7``."""
    names = [place_of(row).cell or str(period_of(row)) for row in rows]
    return f"{'cell ' if place_of(rows[0]).cell else ''}{listed(names[:_SHOWN])}{_more(rows)}"


def _more(rows: Sequence[Any]) -> str:
    return f" med {len(rows) - _SHOWN} till" if len(rows) > _SHOWN else ""


def looks_accumulated(rows: DataFrame) -> bool:
    """Say whether one indicator's values, sorted by time, rise within every year and start over."""
    years = [part["value"].tolist() for _, part in rows.groupby("year", sort=True)]
    full = [values for values in years if len(values) >= _MANY]
    whole = len(full) == 1 and len(full[0]) == rows["per_year"].iloc[0]
    if not (len(full) >= _YEARS or whole):
        return False
    starts_over = all(after[0] < before[-1] for before, after in pairwise(years))
    return starts_over and all(_rises(values) for values in years)


def _rises(values: list[float]) -> bool:
    return all(one <= other for one, other in pairwise(values)) and (len(values) == 1 or values[0] < values[-1])
