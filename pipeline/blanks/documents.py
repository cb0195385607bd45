"""The documents: one record per template."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.blanks.parts import (
    AreaBlank,
    BasisRow,
    CorrectionBlank,
    DecisionPart,
    Deviation,
    RuleRow,
    StatusBox,
    Text,
    TotalRow,
    VoteRow,
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
    rättelse: CorrectionBlank | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimReport(Page):
    """The blanks of ``delarsrapport.docx``."""

    preliminärt: str
    sammanfattning: Text
    statusfigur: tuple[StatusBox, ...]
    summering: tuple[TotalRow, ...]
    avvikelser: tuple[Deviation, ...]
    avvikelser_i_korthet: bool
    sedan_april: Text
    egna_bedömningar: Text
    ställningstaganden: tuple[str, ...]
    styrelse: str
    förbehåll: str
    innehållsförteckning: bool
    regler: tuple[RuleRow, ...]
    målregel: Text
    programområden: tuple[AreaBlank, ...]
    metod: Text
    grund: tuple[BasisRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """An earlier forecast beside the year's outcome."""

    indikator: str
    tillfälle: str
    prognos: str
    utfall: str
    inom: str
    fel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReport(Page):
    """The blanks of ``arsuppfoljning.docx``."""

    preliminärt: str
    sammanfattning: Text
    statusfigur: tuple[StatusBox, ...]
    summering: tuple[TotalRow, ...]
    avvikelser: tuple[Deviation, ...]
    avvikelser_i_korthet: bool
    träffbild: Text
    egna_bedömningar: Text
    innehållsförteckning: bool
    regler: tuple[RuleRow, ...]
    målregel: Text
    programområden: tuple[AreaBlank, ...]
    träffar: tuple[HitRow, ...]
    träffnot: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DialoguePaper(Page):
    """The blanks of ``dialogunderlag.docx``."""

    inledning: Text
    summering: tuple[TotalRow, ...]
    innehållsförteckning: bool
    mötesorgan: str
    styrelsens: str
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
    förslag_fortsättning: tuple[DecisionPart, ...]
    sammanfattning: Text
    ärendebeskrivning: Text
    bedömning: Text
    ekonomiska_konsekvenser: Text
    övriga_konsekvenser: Text
    beslutsunderlag: tuple[str, ...]
    expedieras_till: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The protocol's first page, printed when attendance is given or the verification has been announced.

    With `anslag` it also has the proof that the verified protocol has been announced; then its three dates
    are known.
    """

    plats_och_tid: str
    beslutande: tuple[str, ...]
    ersättare: tuple[str, ...]
    övriga: tuple[str, ...]
    justerare: tuple[str, ...]
    justeras_senast: str
    justerat: str
    paragrafer: str
    ordförande: str
    sekreterare: str
    anslag: bool = False
    anslaget: str = ""
    överklagas_senast: str = ""
    anslag_tas_ned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Page):
    """The blanks of ``protokoll.docx``. `beslut` has one row when the decision is a single point.

    `beslut_fortsättning` holds the points that have a lead-in of their own, such as what the organ decides
    for its own part; their numbers go on. The last of `röster` is the sum.
    """

    genomfört: bool
    mötesdatum: str
    paragraf: str
    rubrik: str
    framsida: FrontPage | None
    jäv: Text
    beslut_rubrik: str
    beslut_inledning: str
    beslut: tuple[str, ...]
    beslut_fortsättning: tuple[DecisionPart, ...]
    sammanfattning: Text
    programområden: tuple[AreaBlank, ...]
    summering: Text
    yrkanden: Text
    propositionsordning: Text
    omröstning: Text
    röster: tuple[VoteRow, ...]
    frånvarande: str
    reservationer: Text
    omedelbar_justering: Text
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolExtract(Page):
    """The blanks of ``protokollsutdrag.docx``: one paragraph of a protocol, for those who get the decision."""

    mötesdatum: str
    paragraf: str
    rubrik: str
    beslut_inledning: str
    beslut: tuple[str, ...]
    beslut_fortsättning: tuple[DecisionPart, ...]
    sammanfattning: Text
    reservationer: Text
    justering: Text
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]


Blanks = InterimReport | AnnualReport | DialoguePaper | OfficialReport | Protocol | ProtocolExtract

TEMPLATES: Mapping[str, type[Blanks]] = {
    "arsuppfoljning.docx": AnnualReport,
    "delarsrapport.docx": InterimReport,
    "dialogunderlag.docx": DialoguePaper,
    "protokoll.docx": Protocol,
    "protokollsutdrag.docx": ProtocolExtract,
    "tjansteskrivelse.docx": OfficialReport,
}
