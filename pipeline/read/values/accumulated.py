"""Values that pile up through the year, turned into values per period."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.model.periods import Period
from pipeline.problems import Place, Problems
from pipeline.read.formats import swedish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandas import DataFrame

_WITHIN = ["indicator", "sex", "year"]
_MANY = 4
_YEARS = 2


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
    for row in each(frame[~follows]):
        text = f"{row.indicator} är ackumulerad och perioden före saknas: {period_of(row)} kan inte räknas fram"
        problems.remark(place_of(row), text)
    falls = frame.assign(earlier=earlier)[follows & (frame["value"] < earlier) & (before >= 0)]
    for row in each(falls):
        text = (
            f"{row.indicator} är ackumulerad men faller från {swedish(row.earlier)} till {swedish(row.value)} inom året"
        )
        problems.remark(place_of(row), text)
    increase = (frame["value"] - earlier).map(lambda value: float(f"{value:.12g}"))
    return frame.assign(value=increase)[follows]


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
