"""What the overview page shows: one run at a glance, for the clerks and for whoever runs it."""

from dataclasses import dataclass

from pipeline.blanks.marks import Chart, StatusMark


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file in ``input/`` and what was read from it: ``8 mål, 9 indikatorer``."""

    namn: str
    innehåll: str


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A fault or a remark: where it stands, and what to do."""

    plats: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnerDuties:
    """What one owner owes: values, texts and measures."""

    ansvarig: str
    uppgifter: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCard:
    """An indicator with its chart; `uppgifter` are pairs of a word and what stands for it."""

    namn: str
    status: StatusMark | None
    uppgifter: tuple[tuple[str, str], ...]
    motivering: str
    diagram: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal with its class and status in words."""

    rubrik: str
    klass: str
    status: StatusMark | None
    text: str
    indikatorer: tuple[IndicatorCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole page. Where no documents were written `dokument` is empty and `läge` says why.

    `körningar` are earlier runs by name, with where their own overviews lie.
    """

    titel: str
    kommun: str
    läge: str
    klart: bool
    märkning: str
    dokument: tuple[str, ...] = ()
    filer: tuple[ReadFile, ...] = ()
    fel: tuple[FoundProblem, ...] = ()
    anmärkningar: tuple[FoundProblem, ...] = ()
    att_göra: tuple[OwnerDuties, ...] = ()
    mål: tuple[GoalCard, ...] = ()
    sedan: str = ""
    ändrat: tuple[str, ...] = ()
    körningar: tuple[tuple[str, str], ...] = ()
