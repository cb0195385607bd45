"""Sample blanks for each template, with everything and with nothing to print."""

from dataclasses import replace

from pipeline.blanks import (
    AnnualReport,
    AreaBlank,
    BasisRow,
    Blanks,
    Deviation,
    DialoguePaper,
    GoalBlank,
    HitRow,
    InterimReport,
    OfficialReport,
    Protocol,
    ProtocolExtract,
    RuleRow,
    StatusBox,
    StatusMark,
    TotalRow,
)
from tests.sample_meetings import EXTRACT, LETTER, MINUTES, PAGE
from tests.samples import (
    AREAS,
    COMPANIES,
    COMPANY_GOAL,
    CRITERIA,
    MET,
    NOT_ASSESSABLE,
    NOT_MET,
    PARTLY,
    STATUSES,
    UNCERTAIN,
    empty,
    text,
)

TOTALS = (
    TotalRow(namn="Styrande, med beräknad prognos", antal="3", nummer="1, 2, 3", huvudrad=True),
    TotalRow(namn="Uppfylls", antal="1", nummer="1", huvudrad=False, status=MET),
    TotalRow(namn="Uppfylls delvis", antal="0", nummer="–", huvudrad=False, status=PARTLY),
    TotalRow(namn="Osäkert", antal="0", nummer="–", huvudrad=False, status=UNCERTAIN),
    TotalRow(namn="Uppfylls inte", antal="1", nummer="3", huvudrad=False, status=NOT_MET),
    TotalRow(namn="Kan inte bedömas", antal="1", nummer="2", huvudrad=False, status=NOT_ASSESSABLE),
    TotalRow(namn="Stödjande, med egen bedömning", antal="2", nummer="4, 5", huvudrad=True),
    TotalRow(namn="Inriktningsmål, utan prognos", antal="0", nummer="–", huvudrad=True),
    TotalRow(namn="Ej fastställda", antal="3", nummer="6, 7, 8", huvudrad=True),
    TotalRow(namn="Summa", antal="8", nummer="", huvudrad=True),
)
POINTS = (
    "Mål 3: om 150 tkr ska omprioriteras till lokalförmedlingen eller om ambitionsnivån ska ändras.",
    "Mål 2: vilket målvärde som ska gälla för andelen långtidsarbetslösa.",
    (
        "Mål 6, 7 och 8: ambitionsnivå saknas. De skulle bearbetas vidare den 20 mars 2019; något beslut finns "
        "inte i underlaget."
    ),
)
REPORT = empty(
    InterimReport,
    **PAGE,
    preliminärt="Ambitionsnivåerna för mål 1–5 är preliminära: kommunstyrelsen har inte godkänt dem.",
    sammanfattning=text(
        "Av kommunstyrelsens åtta mål är tre styrande, två stödjande och tre ännu inte fastställda. Ett av "
        "de styrande målen "
        "beräknas uppfyllas vid årets slut, ett beräknas inte uppfyllas och ett kan inte bedömas."
    ),
    statusfigur=tuple(
        StatusBox(status=StatusMark(symbol, words.replace(" ", "\N{NO-BREAK SPACE}"), "Statusruta"))
        for symbol, words in (
            ("✓", "1 uppfylls"),
            ("✗", "1 uppfylls inte"),
            ("○", "1 kan inte bedömas"),
            ("", "2 stödjande"),
            ("", "3 ej fastställda"),
        )
    ),
    summering=TOTALS,
    avvikelser=(
        Deviation(
            rubrik="Mål 3, nya företag",
            status=NOT_MET,
            text=text(
                "Till och med april har 24 företag startat. Målet är minst 95, och prognosen för helåret "
                "är 76 (troligen 64–90), "
                "färre än de 87 som startade 2018. Målet nås om maj–december ger minst 71, knappt nio i "
                "månaden; hittills har det "
                "varit sex. Orsak: lokaler i centrum blev klara senare än planerat. Åtgärd: en förmedling "
                "av lediga lokaler, klar "
                "den 30 september (näringslivschefen). Kostnad: 150 tkr, som inte ryms i budget."
            ),
        ),
        Deviation(
            rubrik="Mål 2, egen försörjning",
            status=NOT_ASSESSABLE,
            text=text(
                "En av två indikatorer kan bedömas. Antalet inskrivna arbetslösa är osäkert: 262 i april, "
                "254 i december 2018, mål "
                "högst 240; sannolikheten att målet nås är omkring 40 procent. Andelen långtidsarbetslösa "
                "saknar målvärde."
            ),
        ),
    ),
    egna_bedömningar=text(
        "Mål 4, samverkan med civilsamhället: utvecklingen bedöms vara positiv. "
        "Mål 5, en friskare kommun: utvecklingen bedöms vara oförändrad."
    ),
    ställningstaganden=POINTS,
    styrelse="kommunstyrelsen",
    förbehåll="Prognosen är beräknad på tidigare utfall och tar inte hänsyn till åtgärder som ännu inte har fått "
    "effekt. Regler och gränser: sidan 2.",
    regler=tuple(RuleRow(status=mark, betydelse=f"Så här läses {mark.ord}.") for mark in STATUSES),
    målregel=text("Ett mål uppfylls när alla dess indikatorer uppfylls."),
    programområden=AREAS,
    metod=text(
        "Prognosen bygger på hur tidigare år har utvecklats:", "- årets utfall hittills", "- samma månader tidigare år."
    ),
    grund=(
        BasisRow(indikator="3.1 Nya företag", slag="summa", år="2016–2018", perioder="4 av 12", källa="exempelvärde"),
    ),
)
AUGUST = replace(
    REPORT,
    titel="Kommunstyrelsens mål – delårsrapport per den 31 augusti 2019",
    innehållsförteckning=True,
    sedan_april=text(
        "Mål 3 har gått från osäkert till uppfylls inte. Aprils prognos var 88; utfallet till och med augusti är 46."
    ),
    programområden=(
        AreaBlank(
            namn="Arbete och fritid",
            mål=(
                replace(
                    COMPANY_GOAL,
                    indikatorer=(
                        replace(
                            COMPANIES,
                            aprilprognos="88 (71–104)",
                            sedan_april=(
                                "Sedan april har prognosen sjunkit från 88 till 76; utfallet för mars har "
                                "ändrats från 5 till 6."
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
DIALOGUE = empty(
    DialoguePaper,
    **PAGE | {"titel": "KS mål 2019 inför dialog om ambitionsnivå"},
    inledning=text(
        "En ambitionsnivå skall tydligt beskriva vad som skall uppnås:",
        "- Det skall gå att påverka",
        "- Det skall kunna mätas",
    ),
    summering=tuple(row for row in TOTALS if row.huvudrad),
    innehållsförteckning=True,
    mötesorgan="kommunstyrelsens arbetsutskott",
    styrelsens="Kommunstyrelsens",
    ställningstaganden=POINTS,
    programområden=tuple(
        replace(
            area,
            mål=tuple(
                replace(
                    one,
                    kriterier=CRITERIA,
                    strategier=text("- Näringslivssamverkan", "- Planberedskap"),
                    mätbarhet=text("Antalet nya företag under året."),
                    utvägar=text("1. En annan ambitionsnivå", "1. Resurser", "1. Inriktningsmål"),
                    att_besluta="Om målet ska ha resurser under 2019.",
                )
                for one in area.mål
            ),
        )
        for area in AREAS
    ),
)
YEAR = empty(
    AnnualReport,
    **PAGE | {"titel": "Kommunstyrelsens mål – årsuppföljning 2019"},
    preliminärt=REPORT.preliminärt,
    sammanfattning=text("Ett av de styrande målen uppfylldes, ett uppfylldes inte och ett kan inte bedömas."),
    statusfigur=REPORT.statusfigur,
    summering=TOTALS,
    avvikelser=REPORT.avvikelser,
    träffbild=text("Sju av nio utfall hamnade inom aprilprognosens intervall; väntat är omkring sju."),
    egna_bedömningar=REPORT.egna_bedömningar,
    innehållsförteckning=True,
    regler=REPORT.regler,
    målregel=text("Ett mål uppfylldes när alla dess indikatorer uppfylldes."),
    programområden=AREAS,
    träffar=(
        HitRow(
            indikator="3.1 Nya företag",
            tillfälle="april",
            prognos="76 (64–90)",
            utfall="82",
            inom="ja",
            fel="6 för låg",
        ),
    ),
    träffnot=text("Intervallet är gjort för att rymma årets utfall i åtta fall av tio."),
)
FULL: dict[str, tuple[Blanks, ...]] = {
    "arsuppfoljning.docx": (YEAR, replace(YEAR, innehållsförteckning=False, avvikelser_i_korthet=True, träffar=())),
    "delarsrapport.docx": (REPORT, AUGUST),
    "dialogunderlag.docx": (DIALOGUE,),
    "tjansteskrivelse.docx": (LETTER,),
    "protokoll.docx": (
        MINUTES,
        replace(MINUTES, framsida=None, beslut=MINUTES.beslut[1:], beslut_fortsättning=()),
        replace(MINUTES, omröstning=()),
    ),
    "protokollsutdrag.docx": (EXTRACT, replace(EXTRACT, beslut=EXTRACT.beslut[1:], beslut_fortsättning=())),
}
_NAMELESS = (AreaBlank(namn="", mål=(empty(GoalBlank, rubrik="Mål 1"),)),)
BARE: dict[str, tuple[Blanks, ...]] = {
    "arsuppfoljning.docx": (
        empty(AnnualReport, titel="Tom"),
        empty(AnnualReport, titel="Tom", programområden=_NAMELESS),
    ),
    "delarsrapport.docx": (
        empty(InterimReport, titel="Tom"),
        empty(InterimReport, titel="Tom", programområden=_NAMELESS),
    ),
    "dialogunderlag.docx": (
        empty(DialoguePaper, titel="Tom"),
        empty(DialoguePaper, titel="Tom", programområden=_NAMELESS),
    ),
    "tjansteskrivelse.docx": (empty(OfficialReport, titel="Tom"),),
    "protokoll.docx": (
        empty(Protocol, titel="Tom", paragraf="§ –"),
        empty(Protocol, titel="Tom", paragraf="§ 1", programområden=_NAMELESS),
    ),
    "protokollsutdrag.docx": (empty(ProtocolExtract, titel="Tom", paragraf="§ 1"),),
}
