"""Försäkringskassan's tables: ``År | Månad | Län | Kommun | Ålder | Kön | Ohälsotalet``.

Recognised by the headings År, Månad, Län and Kön beside Ålder or Diagnoskapitel.
"""

from pipeline.read.grid import Table
from pipeline.read.layouts import flat
from pipeline.read.layouts.reading import Extract
from pipeline.read.layouts.roles import word

AGENCY = "Försäkringskassan"
_ALWAYS = frozenset(("år", "månad", "län", "kön"))
_EITHER = frozenset(("ålder", "åldersgrupp", "diagnoskapitel"))


def recognise(table: Table) -> Extract | None:
    """Return the table's values, when it has Försäkringskassan's columns."""
    found = flat.find(table)
    headings = frozenset() if found is None else frozenset(map(word, found.heading.cells.values()))
    if found is None or not headings >= _ALWAYS or not headings & _EITHER:
        return None
    return flat.extract(table, found, AGENCY)
