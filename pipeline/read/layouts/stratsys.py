"""Stratsys' text of measured values: organisation, a day in the period, the measure's name and its value.

Recognised by rows of these four, with a day and a number in their places, below headings that begin with
Organisation or below none.
How long a period is the file doesn't say: it is the shortest time between two days of the same measure.
"""

from pipeline.read.dates import parts
from pipeline.read.grid import Row, Table
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.roles import holds_numbers
from pipeline.read.texts import fold

AGENCY = "Stratsys"
ORGANISATION = "organisation"
_COLUMNS = {1, 2, 3, 4}
_HEADINGS = frozenset((ORGANISATION, "organisationsenhet", "enhet", "nämnd", "förvaltning", "organization"))


def recognise(table: Table) -> Extract | None:
    """Return the file's values, when all its rows but a heading are laid out so."""
    if not table.rows:
        return None
    headed = fold(table.rows[0].at(1).text) in _HEADINGS
    body = table.rows[1:] if headed else table.rows
    if not body or not all(map(_is_value, body)) or not holds_numbers([row.at(4) for row in body]):
        return None
    facts = (Fact((row.at(3),), (row.at(2),), row.at(4), splits={ORGANISATION: row.at(1)}) for row in body)
    return Extract(table.place, AGENCY, (), tuple(facts), days=True, blind=table.blind)


def _is_value(row: Row) -> bool:
    return {1, 2, 3} <= row.cells.keys() <= _COLUMNS and parts(row.at(2).text) is not None
