"""The documents: one record per template."""

from dataclasses import dataclass

from pipeline.blanks.parts import (
    AreaBlank,
    BasisRow,
    Deviation,
    RuleRow,
    Text,
    TotalRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every document says of itself: title, sender, date, and the marks in its header."""

    titel: str
    kommun: str
    förvaltning: str
    organ: str
    datum: str
    diarienummer: str
    år: str
    märkning: str
    exempeltext: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimReport(Page):
    """The blanks of ``delarsrapport.docx``."""

    preliminärt: str
    sammanfattning: Text
    summering: tuple[TotalRow, ...]
    avvikelser: tuple[Deviation, ...]
    sedan_april: Text
    egna_bedömningar: Text
    ställningstaganden: tuple[str, ...]
    förbehåll: str
    regler: tuple[RuleRow, ...]
    målregel: Text
    programområden: tuple[AreaBlank, ...]
    metod: Text
    grund: tuple[BasisRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoguePaper(Page):
    """The blanks of ``dialogunderlag.docx``."""

    inledning: Text
    summering: tuple[TotalRow, ...]
    ställningstaganden: tuple[str, ...]
    programområden: tuple[AreaBlank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialReport(Page):
    """The blanks of ``tjansteskrivelse.docx``."""

    handläggare: str
    mottagare: str
    chef: str
    rubrik: str
    förslag_inledning: str
    förslag: tuple[str, ...]
    sammanfattning: Text
    ärendebeskrivning: Text
    bedömning: Text
    ekonomiska_konsekvenser: Text
    övriga_konsekvenser: Text
    beslutsunderlag: tuple[str, ...]
    expedieras_till: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The protocol's first page, printed when attendance is given.

    With `anslag` it also has the proof that the verified protocol has been announced; a date that is not
    known is left as a line to write on.
    """

    plats_och_tid: str
    beslutande: tuple[str, ...]
    ersättare: tuple[str, ...]
    övriga: tuple[str, ...]
    justerare: str
    justeras_senast: str
    paragrafer: str
    ordförande: str
    sekreterare: str
    anslag: bool = False
    anslaget: str = ""
    anslag_tas_ned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Page):
    """The blanks of ``protokoll.docx``. `beslut` has one row when the decision is a single point."""

    genomfört: bool
    mötesdatum: str
    paragraf: str
    rubrik: str
    framsida: FrontPage | None
    jäv: Text
    beslut_rubrik: str
    beslut_inledning: str
    beslut: tuple[str, ...]
    sammanfattning: Text
    programområden: tuple[AreaBlank, ...]
    summering: Text
    yrkanden: Text
    propositionsordning: Text
    omröstning: Text
    röster: Text
    reservationer: Text
    omedelbar_justering: Text
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]


Blanks = InterimReport | DialoguePaper | OfficialReport | Protocol
