"""Kolada's tables: the flat one that its clients save, and those of the site, with the years below or across.

Recognised by a column of nyckeltal (``kpi``, ``Nyckeltal``) beside one of municipalities, or by a nyckeltal's id in
the title above a table of municipalities.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.read.grid import Cell, Row, Table
from pipeline.read.layouts import crosstab, flat
from pipeline.read.layouts.reading import Extract
from pipeline.read.layouts.roles import columns_named, region_columns

AGENCY = "Kolada"
_KPI = frozenset(("kpi", "kpiid", "nyckeltal", "nyckeltalsid", "nyckeltalid"))
_ID = re.compile(r"\b[NU]\d{5}\b")


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when it has Kolada's columns."""
    down = flat.find(table)
    if down is not None and _is_kolada(table, down.heading):
        return _with_ids(flat.extract(table, down, AGENCY), table, down.heading)
    across = crosstab.find(table)
    if across is not None and _is_kolada(table, across.heading):
        return _with_ids(crosstab.extract(table, across, AGENCY), table, across.heading)
    return None


def _is_kolada(table: Table, heading: Row) -> bool:
    named = columns_named(heading, _KPI) or _ids(_above(table, heading))
    return bool(named and region_columns(heading))


def _above(table: Table, heading: Row) -> tuple[Cell, ...]:
    return tuple(cell for row in table.rows if row.place.row < heading.place.row for cell in row.cells.values())


def _ids(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the ids that stand in the cells, as in ``Invånare totalt, antal (N01951)``, each in place of its cell."""
    return tuple(replace(cell, value=match[0]) for cell in cells for match in _ID.finditer(cell.text))


def _with_ids(extract: Extract, table: Table, heading: Row) -> Extract:
    facts = tuple(replace(fact, names=_ids(fact.names) or fact.names) for fact in extract.facts)
    return replace(extract, facts=facts, names=(*extract.names, *_ids(_above(table, heading))))
