"""What every layout of indicator values gives: the raw cells behind each value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.problems import Place, Problems
from pipeline.read.grid import Cell
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
    """The cells behind one value of a table made for our indicators: its name, period, sex and value.

    `period` holds the period, or its year and part; `per_year` says how many such parts a year has.
    """

    names: tuple[Cell, ...]
    period: tuple[Cell, ...]
    value: Cell
    sex: Cell | None = None
    source: Cell | None = None
    per_year: int = 1


class Recognised(Protocol):
    """A table made for our indicators, that a layout has recognised as its own."""

    @property
    def place(self) -> Place:
        """Where the table stands."""
        ...

    @property
    def blind(self) -> bool:
        """Whether neither errors nor number formats can be seen."""
        ...

    def readings(self, problems: Problems) -> Iterator[Reading]:
        """Go through the values; tell of rows and columns that are passed over."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """The cells behind one value of an agency's table.

    `names` may each be an indicator's source code: the measure's code, its label. `region` holds its code, its name
    or both. `splits` are the table's other dimensions, such as age, by their names. `per_year` is as in `Reading`.
    """

    names: tuple[Cell, ...]
    period: tuple[Cell, ...]
    value: Cell
    region: tuple[Cell, ...] = ()
    sex: Cell | None = None
    splits: Mapping[str, Cell] = field(default_factory=dict)
    per_year: int = 1


@dataclass(frozen=True, slots=True)
class Extract:
    """An agency's table, made for all who may want it: only some of its values are ours.

    `names` are those of the whole table: its id, its title. `agency` and `code` make the values' source,
    ``SCB (TAB6471)``; without `code` the name that was found is written there. `days` says that a period is written
    as any day in it, `partial` that the file is one page of several, `blind` what it says of a `Table`.
    """

    place: Place
    agency: str
    names: tuple[Cell, ...]
    facts: tuple[Fact, ...]
    code: str = ""
    days: bool = False
    partial: bool = False
    blind: bool = False
