"""The rules behind the statuses, for the legend, and what each forecast rests on, for the appendix."""

from math import isclose

from pipeline.blanks import BasisRow, RuleRow, Text
from pipeline.compose import figures
from pipeline.compose.brief import Brief
from pipeline.compose.texts import paragraphs
from pipeline.model.records import Settings
from pipeline.model.results import IndicatorResult
from pipeline.model.words import Status, ValueBasis
from pipeline.wording import NBSP, number, parts

HUNDRED = 100


def rules(settings: Settings) -> tuple[RuleRow, ...]:
    """Return each status with what it takes, by the limits in the settings."""
    limit, mirror = percent(settings.met_limit), percent(1 - settings.met_limit)
    way, slack = percent(settings.partly_way), percent(settings.hold_slack)
    meanings = {
        Status.MET: f"Sannolikheten att målet nås är minst {limit}.",
        Status.PARTLY: (
            f"Sannolikheten är minst {limit} att minst {way} av vägen från basvärde till målvärde nås; "
            f"när en nivå ska hållas, att den hålls inom {slack}."
        ),
        Status.UNCERTAIN: "Prognosen ligger mellan gränserna. Sannolikheten visas, och åt vilket håll det lutar.",
        Status.NOT_MET: f"Sannolikheten att målet ens nås delvis är högst {mirror}.",
        Status.NOT_ASSESSABLE: "Prognos saknas. Det står vad som saknas, eller när värdet mäts nästa gång.",
    }
    return tuple(RuleRow(status=figures.mark(status), betydelse=text) for status, text in meanings.items())


def goal_rule(settings: Settings) -> Text:
    """Return how indicators are weighed together to a goal, and what the words mean."""
    share = percent(settings.partly_share)
    return paragraphs(
        "Ett styrande mål uppfylls när alla dess indikatorer uppfylls. Det uppfylls delvis när minst "
        f"{share} av indikatorerna uppfylls eller uppfylls delvis, och annars uppfylls det inte. Kan en indikator "
        "som inte går att bedöma ändra svaret, kan målet inte bedömas; kan en osäker ändra det, är målet osäkert.\n"
        "Beräknas står för programmets prognos och bedöms för en människas bedömning. Utfallet är det som har mätts "
        "hittills och har ingen status. Sifferraden under en indikator är dess rad i sifferbilagan, på bladet Mål och "
        "beslut."
    )


def percent(share: float) -> str:
    """Return a share from the settings in prose: ``75 procent``."""
    percent = share * HUNDRED
    return f"{number(percent, 0 if isclose(percent, round(percent)) else 1)}{NBSP}procent"


def method_text() -> Text:
    """Return the method in words that an elected member can follow."""
    return paragraphs(
        "Prognosen för helåret räknas fram ur indikatorns tidigare år och årets kända perioder. Säsongsmönster och "
        "nivå skattas ur de senaste åren, högst tio, och hur mycket årets början väger beror på hur många perioder som "
        "är kända och hur jämna de tidigare åren är.\n"
        f"Intervallet rymmer årets värde med 80{NBSP}procents sannolikhet. Sannolikheten att målet nås är räknad ur "
        "samma fördelning. Indikatorernas sannolikheter är inte oberoende: ett ovanligt år slår mot flera samtidigt.\n"
        "Ingen prognos görs när underlaget är för tunt, när värden saknas eller när målvärde, basvärde, enhet, "
        "riktning eller källa saknas. Då står skälet i stället för siffran."
    )


def basis_rows(brief: Brief) -> tuple[BasisRow, ...]:
    """Return what each styrande goal's indicators rest on: years of history and known periods."""
    found = {one.indicator.id: one for goal in brief.results.goals for one in goal.indicators if one.status is not None}
    return tuple(_basis(one) for one in found.values())


def _basis(one: IndicatorResult) -> BasisRow:
    kind = figures.NONE if one.indicator.kind is None else one.indicator.kind.value
    basis = "" if one.indicator.basis is ValueBasis.PER_PERIOD else f", {one.indicator.basis.value}"
    known = len(one.outlook.current)
    return BasisRow(
        indikator=f"{one.indicator.id} {one.indicator.name}",
        slag=f"{kind}{basis}",
        år=str(len(one.outlook.past)),
        perioder=parts(one.outlook.per_year, known) if known else figures.NONE,
        källa=one.indicator.source or figures.NONE,
    )
