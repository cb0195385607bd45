"""Kolada's tables: the flat one that its clients save, and those of the site, with the years below or across.

Recognised by a column of nyckeltal (``kpi``, ``Nyckeltal``) beside one of municipalities.
"""

from pipeline.read.grid import Row, Table
from pipeline.read.layouts import crosstab, flat
from pipeline.read.layouts.reading import Extract
from pipeline.read.layouts.roles import columns_named, region_columns

AGENCY = "Kolada"
_KPI = frozenset(("kpi", "kpiid", "nyckeltal", "nyckeltalsid", "nyckeltalid"))


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when it has Kolada's columns."""
    down = flat.find(table)
    if down is not None and _is_kolada(down.heading):
        return flat.extract(table, down, AGENCY)
    across = crosstab.find(table)
    if across is not None and _is_kolada(across.heading):
        return crosstab.extract(table, across, AGENCY)
    return None


def _is_kolada(heading: Row) -> bool:
    return bool(columns_named(heading, _KPI) and region_columns(heading))
