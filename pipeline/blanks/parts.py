"""The parts that documents are made of: running text, goals and rows of tables."""

from dataclasses import dataclass
from typing import Literal

from pipeline.blanks.marks import Chart, StatusMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text: plain, an item of a bulleted list, or of a numbered one."""

    text: str
    slag: Literal["stycke", "punkt", "nummer"] = "stycke"


Text = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SexRow:
    """An indicator's outcome for kvinnor or män, printed under the total without a status."""

    namn: str
    basvärde: str
    utfall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """One indicator of a goal, as a table row and as the text and chart under the table."""

    id: str
    namn: str
    enhet: str
    basvärde: str
    utfall: str
    utfall_tom: str
    målvärde: str
    prognos: str
    intervall: str
    sannolikhet: str
    status: StatusMark
    motivering: str
    takt: str
    aprilprognos: str
    sedan_april: str
    analys: Text
    källa: str
    kön: tuple[SexRow, ...]
    diagram: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure for a goal off course."""

    åtgärd: str
    ansvarig: str
    klart: str
    läge: str
    kostnad: str
    beslut: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity for a goal without a forecast."""

    aktivitet: str
    läge: str
    ansvarig: str
    kommentar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One of the board's three criteria and how it is answered for a goal."""

    kriterium: str
    svar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlank:
    """A goal, in any document. What a document or an occasion does not use is empty."""

    nummer: str
    namn: str
    rubrik: str
    klass: str
    klassmotivering: str
    styrdokument: str
    strategier: Text
    mätbarhet: Text
    ambitionsnivå: Text
    innebär: Text
    ansvarig: str
    status: StatusMark | None
    prognosmening: str
    räkning: str
    avsteg: str
    indikatorer: tuple[IndicatorRow, ...]
    analys: Text
    orsak: Text
    egen_bedömning: str
    mervärden: Text
    åtgärder: tuple[MeasureRow, ...]
    åtgärd_saknas: str
    aktiviteter: tuple[ActivityRow, ...]
    kriterier: tuple[CriterionRow, ...]
    utvägar: Text
    att_besluta: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBlank:
    """A programområde with its goals; `namn` is empty for goals without one."""

    namn: str
    mål: tuple[GoalBlank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """A row of the totals: a class of goals (`huvudrad`), or a status within it."""

    namn: str
    antal: str
    nummer: str
    huvudrad: bool
    status: StatusMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusBox:
    """A box of page 1's figure: a status or another class of goals, with how many there are."""

    status: StatusMark


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A status and what it takes, for the legend."""

    status: StatusMark
    betydelse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisRow:
    """What an indicator's forecast rests on, for the method appendix."""

    indikator: str
    slag: str
    år: str
    perioder: str
    källa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A goal off course, for page 1: its heading with status, and what the board needs to know."""

    rubrik: str
    status: StatusMark
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPart:
    """Points of a decision under a lead-in of their own; their numbers go on from the points before."""

    inledning: str
    punkter: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What a correction has changed: of which goal or indicator, which fact, and what it was and is."""

    gäller: str
    uppgift: str
    tidigare: str
    rättat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionBlank:
    """Why what was sent out is corrected, what that was, and what has changed."""

    datum: str
    skäl: str
    avser: str
    ändringar: tuple[ChangeRow, ...]
    övrigt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """How a member voted: a mark in one of the columns; `summa` marks the row that counts them."""

    ledamot: str
    ja: str
    nej: str
    avstår: str
    summa: bool = False
