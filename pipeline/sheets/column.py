"""The building blocks of a sheet: a column, and the sheet itself."""

from dataclasses import dataclass
from enum import Enum

OWNER_SYNONYMS = ("Ansvar", "Nämnd", "Förvaltning", "Rapportör")


class CellKind(Enum):
    """What a cell is read as."""

    TEXT = "text"
    WHOLE = "heltal"
    NUMBER = "tal"
    YES_NO = "ja eller nej"
    CHOICE = "ett av valen"
    DATE = "datum"
    PERIOD = "period"
    GOALS = "målnummer"
    TARGET = "målvärde"


@dataclass(frozen=True, slots=True)
class Column:
    """One heading of a sheet (in Möten and Inställningar: one row) and the record's field behind it."""

    heading: str
    field: str
    question: str
    kind: CellKind = CellKind.TEXT
    choices: type[Enum] | None = None
    synonyms: tuple[str, ...] = ()
    required: bool = False
    sample: str = ""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that may stand in the cell; empty where any text may."""
        if self.kind is CellKind.YES_NO:
            return ("ja", "nej")
        return () if self.choices is None else tuple(choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the goal workbook. `key` is the heading that must be filled in for a row to count."""

    name: str
    key: str
    columns: tuple[Column, ...]

    def column(self, heading: str) -> Column:
        """Return the column with this very heading."""
        return next(column for column in self.columns if column.heading == heading)
