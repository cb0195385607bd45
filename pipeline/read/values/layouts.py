"""What every layout of indicator values gives: the raw cells behind each value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.problems import Problems
from pipeline.read.grid import Cell, Table
from pipeline.sheets import Column

IDENTITY = Column("Id", "id", "", synonyms=("Indikator-id", "Indikator Id", "Indikatornr", "Nr"))
NAME = Column(
    "Indikator",
    "name",
    "",
    synonyms=("Mått", "Nyckeltal", "Styrmått", "Mätetal", "Styrtal", "Måttets namn", "Indikatornamn"),
)
CODE = Column("Källkod", "source_code", "", synonyms=("Kod", "KPI", "Nyckeltals-id"))
NAMES = (IDENTITY, NAME, CODE)
SOURCE = Column("Källa", "source", "", synonyms=("Datakälla",))
SEX = Column("Kön", "sex", "", synonyms=("Gender",))
IGNORED = frozenset(
    (
        "enhet",
        "kommentar",
        "ansvarig",
        "mål",
        "målnr",
        "nr",
        "nämnd",
        "förvaltning",
        "slag",
        "värdenaär",
        "önskadriktning",
    )
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The cells behind one value: what names the indicator, the period (or its year and part), the sex, the value.

    `per_year` says how many parts a year has, where the part has a column of its own.
    """

    names: tuple[Cell, ...]
    period: tuple[Cell, ...]
    value: Cell
    sex: Cell | None = None
    source: Cell | None = None
    per_year: int = 1


class Recognised(Protocol):
    """A table that a layout has recognised as its own."""

    @property
    def table(self) -> Table:
        """The table."""
        ...

    def readings(self, problems: Problems) -> Iterator[Reading]:
        """Go through the values; tell of rows and columns that are passed over."""
        ...
