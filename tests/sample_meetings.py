"""Sample blanks of the meeting's papers: the official's report and the protocol."""

from pipeline.blanks import (
    ChangeRow,
    CorrectionBlank,
    DecisionPart,
    FrontPage,
    OfficialReport,
    Protocol,
    ProtocolExtract,
    VoteRow,
)
from tests.samples import AREAS, empty, text

PAGE = {
    "titel": "Kommunstyrelsens mål – delårsrapport per den 30 april 2019",
    "kommun": "Vaggeryds kommun",
    "förvaltning": "Kommunledningskontoret",
    "organ": "Kommunstyrelsens arbetsutskott",
    "datum": "2019-05-15",
    "diarienummer": "KS 2019/077",
    "år": "2019",
    "märkning": "Innehåller exempelvärden",
    "exempeltext": (
        "Rapporten innehåller exempelvärden. Verkliga uppgifter är antalet inskrivna arbetslösa och nya företag 2018."
    ),
    "rättelse": CorrectionBlank(
        datum="2019-06-10",
        skäl="Ett av värdena för nya företag var fel.",
        avser="Rättelsen gäller delårsrapporten per den 30 april 2019 (korning-001).",
        ändringar=(
            ChangeRow(gäller="3.1 Nya företag", uppgift="Utfall", tidigare="22 (2019-04)", rättat="24 (2019-04)"),
        ),
        övrigt="Dessa texter har ändrats: uppföljningen för mål 3.",
    ),
}
LETTER = empty(
    OfficialReport,
    **PAGE,
    handläggare="Verksamhetsutvecklare",
    mottagare="Kommunstyrelsens arbetsutskott",
    chef="Kommunchef",
    rubrik="Delårsrapport per den 30 april 2019 – kommunstyrelsens mål",
    förslag_inledning="Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta",
    förslag=(
        "att godkänna delårsrapporten per den 30 april 2019 för kommunstyrelsens mål",
        "att omprioritera 150 tkr inom kommunstyrelsens budget 2019 till en förmedling av lediga lokaler (mål 3)",
        "att som målvärde för andelen långtidsarbetslösa 2019 fastställa högst 2,5 procent (mål 2).",
    ),
    förslag_fortsättning=(
        DecisionPart(
            inledning="Kommunstyrelsens arbetsutskott beslutar för egen del",
            punkter=("att återuppta dialogen om ambitionsnivån för mål 6, 7 och 8 vid sammanträdet den 12 juni 2019.",),
        ),
    ),
    sammanfattning=text(
        "Kommunledningskontoret har upprättat delårsrapporten per den 30 april 2019. Ett av tre styrande mål uppfylls."
    ),
    ärendebeskrivning=text(
        "En prognos för måluppfyllelsen ska redovisas per den 30 april och den 31 augusti:",
        "1. i delårsrapporten",
        "1. i protokollet",
    ),
    bedömning=text("Prognoserna är mer osäkra i april än i augusti.", "Mål 6, 7 och 8 saknar ambitionsnivå."),
    ekonomiska_konsekvenser=text("Lokalförmedlingen kostar 150 tkr, som inte ryms i budget."),
    övriga_konsekvenser=text("Förslaget bedöms inte ha några konsekvenser för barn."),
    beslutsunderlag=(
        "Kommunledningskontorets tjänsteskrivelse 2019-05-15",
        "Delårsrapport per den 30 april 2019 – kommunstyrelsens mål, 2019-05-15",
        "Kommunstyrelsens arbetsutskotts beslut 2019-02-20 § 22",
    ),
    expedieras_till=("Kommunstyrelsen", "Kommunledningskontoret"),
)
FRONT = FrontPage(
    plats_och_tid="Nämndrummet, Skillingehus, Skillingaryd, kl. 13.00–17.20",
    beslutande=("A (M)", "B (S)", "C (C) ersätter D (SD)", "E (L), §§ 20–25", "F (KD)"),
    ersättare=("G (MP)", "H (S)"),
    övriga=("Kommunchef", "Verksamhetsutvecklare, §§ 20–25"),
    justerare=("B (S)", "E (L)"),
    justeras_senast="2019-03-06",
    justerat="2019-03-05",
    paragrafer="§§ 20–25",
    ordförande="A (M)",
    sekreterare="Kommunsekreterare",
    anslag=True,
    anslaget="2019-03-07",
    överklagas_senast="2019-03-28",
    anslag_tas_ned="2019-03-29",
)
VOTES = (
    VoteRow(ledamot="A (M)", ja="X", nej="", avstår=""),
    VoteRow(ledamot="B (S)", ja="", nej="X", avstår=""),
    VoteRow(ledamot="C (C)", ja="X", nej="", avstår=""),
    VoteRow(ledamot="E (L)", ja="", nej="", avstår="X"),
    VoteRow(ledamot="Summa", ja="2", nej="1", avstår="1", summa=True),
)
OWN_PART = (
    DecisionPart(
        inledning="Kommunstyrelsens arbetsutskott beslutar för egen del",
        punkter=("att ge kommunledningskontoret i uppdrag att kalla till sammanträdet.",),
    ),
)
MINUTES = empty(
    Protocol,
    **PAGE | {"titel": "Protokoll KSAU 2019-02-20 § 22"},
    genomfört=True,
    mötesdatum="2019-02-20",
    paragraf="§\N{NO-BREAK SPACE}22",
    rubrik="Kommunstyrelsens mål 2019 fortsatt arbete (KS 2018/109)",
    framsida=FRONT,
    jäv=text("Ledamot (C) anmäler jäv och deltar inte."),
    beslut_rubrik="Beslut",
    beslut_inledning="Kommunstyrelsens arbetsutskott beslutar",
    beslut=("att godkänna förslaget till ambitionsnivå", "att återuppta dialogen vid nästa sammanträde."),
    beslut_fortsättning=OWN_PART,
    sammanfattning=text(
        "En ambitionsnivå för samtliga 8 mål skall tydligt beskriva vad som skall uppnås:",
        "- Det skall kunna gå att påverka och vara inom kommunstyrelsens ansvarsområde",
        "- Det skall kunna mätas",
        "- Det skall finnas resurser till att uppfylla målen",
    ),
    programområden=AREAS[:3],
    summering=text("Mål 1, 2 och 3 är styrande.", "Mål 6, 7 och 8 bearbetas vidare den 20 mars."),
    yrkanden=text("Ledamot (S) yrkar bifall."),
    propositionsordning=text("Ordföranden ställer proposition på förslaget."),
    omröstning=text("Omröstning begärs."),
    röster=VOTES,
    frånvarande="Frånvarande vid omröstningen: F (KD).",
    reservationer=text("Ledamot (MP) reserverar sig."),
    omedelbar_justering=text("Paragrafen justeras omedelbart."),
    expedieras_till=("Kommunledningskontoret",),
    beslutsunderlag=(
        "Kommunledningskontorets tjänsteskrivelse 2019-02-13",
        "Kommunstyrelsens arbetsutskotts beslut 2019-01-16 § 2",
    ),
)
EXTRACT = empty(
    ProtocolExtract,
    **PAGE | {"titel": "Protokollsutdrag KSAU 2019-02-20 § 22"},
    mötesdatum=MINUTES.mötesdatum,
    paragraf=MINUTES.paragraf,
    rubrik=MINUTES.rubrik,
    beslut_inledning=MINUTES.beslut_inledning,
    beslut=MINUTES.beslut,
    beslut_fortsättning=OWN_PART,
    sammanfattning=MINUTES.sammanfattning,
    reservationer=MINUTES.reservationer,
    justering=text("Protokollet justerades den 5 mars 2019."),
    expedieras_till=MINUTES.expedieras_till,
    beslutsunderlag=MINUTES.beslutsunderlag,
)
