"""Sample goals, indicators and charts: the board's goals as they could look in April and August."""

from dataclasses import fields, replace
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from pipeline.blanks import (
    ActivityRow,
    AreaBlank,
    CriterionRow,
    GoalBlank,
    IndicatorRow,
    MeasureRow,
    Paragraph,
    SexRow,
    StatusMark,
    Text,
)
from tests.sample_charts import COMPANIES_CHART, UNEMPLOYED_CHART, YEARLY_CHART

Record = TypeVar("Record")

MET = StatusMark("✓", "uppfylls", "Status uppfylls")
PARTLY = StatusMark("◐", "uppfylls delvis", "Status delvis")
UNCERTAIN = StatusMark("?", "osäkert", "Status osäkert")
NOT_MET = StatusMark("✗", "uppfylls inte", "Status uppfylls inte")
NOT_ASSESSABLE = StatusMark("○", "kan inte bedömas", "Status kan inte bedömas")
STATUSES = (MET, PARTLY, UNCERTAIN, NOT_MET, NOT_ASSESSABLE)


def text(*paragraphs: str) -> Text:
    """Return paragraphs; one that begins with "- " or "1. " is an item of a list."""
    return tuple(_paragraph(one) for one in paragraphs)


def _paragraph(written: str) -> Paragraph:
    if written.startswith("- "):
        return Paragraph(written[2:], "punkt")
    return Paragraph(written[3:], "nummer") if written.startswith("1. ") else Paragraph(written)


def empty(kind: type[Record], **given: object) -> Record:
    """Return a record with nothing in it but what is given."""
    hints = get_type_hints(kind)
    return kind(**{field.name: given.get(field.name, _nothing(hints[field.name])) for field in fields(kind)})  # type: ignore[arg-type]


def _nothing(hint: Any) -> object:  # noqa: ANN401 -- a type hint is what it is
    if isinstance(hint, UnionType) and NoneType in get_args(hint):
        return None
    if hint is StatusMark:
        return NOT_ASSESSABLE
    return hint() if hint in {str, bool} else ()


COMPANIES = IndicatorRow(
    id="3.1",
    namn="Nya företag",
    enhet="antal",
    basvärde="87 (2018)",
    utfall="24",
    utfall_tom="t.o.m. april",
    målvärde="minst 95",
    prognos="76",
    intervall="64–90",
    sannolikhet="omkring 10 %",
    status=NOT_MET,
    motivering="Prognosen ligger under målet, och sannolikheten att målet nås är omkring 10 procent.",
    takt="Målet nås om maj–december ger minst 71, knappt nio i månaden; hittills har det varit sex.",
    aprilprognos="",
    sedan_april="",
    analys=text("Lokaler i centrum blev klara senare än planerat."),
    källa="Nyföretagarbarometern (exempelvärde)",
    kön=(SexRow(namn="kvinnor", basvärde="29", utfall="9"), SexRow(namn="män", basvärde="58", utfall="15")),
    diagram=COMPANIES_CHART,
)
UNEMPLOYED = replace(
    COMPANIES,
    id="2.1",
    namn="Inskrivna arbetslösa",
    basvärde="254 (2018)",
    utfall="262",
    utfall_tom="april",
    målvärde="högst 240",
    prognos="243",
    intervall="224–262",
    sannolikhet="omkring 40 %",
    status=UNCERTAIN,
    motivering="Prognosen ligger mellan gränserna och lutar åt att målet inte nås.",
    takt="Målet nås om antalet i december är högst 240; i april var det 262.",
    analys=(),
    källa="Arbetsförmedlingen",
    diagram=UNEMPLOYED_CHART,
)
LONG_TERM = empty(
    IndicatorRow,
    id="2.2",
    namn="Långtidsarbetslösa",
    enhet="procent",
    utfall="2,7 %",
    utfall_tom="mars",
    målvärde="saknas",
    motivering="Målvärde saknas.",
)

MEASURES = (
    MeasureRow(
        åtgärd="Förmedling av lediga lokaler i centrum",
        ansvarig="Näringslivschefen",
        klart="2019-09-30",
        läge="pågår",
        kostnad="150 tkr",
        beslut="Kräver politiskt beslut: ryms inte i budget.",
    ),
    MeasureRow(
        åtgärd="Träffar för nya företagare",
        ansvarig="Näringslivschefen",
        klart="2019-06-30",
        läge="klar",
        kostnad="–",
        beslut="",
    ),
)
ACTIVITIES = (
    ActivityRow(
        aktivitet="Ny webbsida för lokaler", läge="pågår", ansvarig="Kommunikationschefen", kommentar="Öppnar i juni"
    ),
    ActivityRow(
        aktivitet="Föreningsdag i Skillingaryd", läge="klar", ansvarig="Fritidschefen", kommentar="31 föreningar kom"
    ),
)
CRITERIA = (
    CriterionRow(kriterium="Det går att påverka och ligger inom kommunstyrelsens ansvarsområde", svar="ja"),
    CriterionRow(kriterium="Det går att mäta", svar="ja, kvantitativt"),
    CriterionRow(kriterium="Det finns resurser till att uppfylla målet", svar="obesvarat"),
)


def goal(number: int, name: str, **given: object) -> GoalBlank:
    """Return a goal with its heading and what is given."""
    return empty(GoalBlank, nummer=str(number), namn=name, rubrik=f"Mål {number}. {name}", **given)


GROWTH = goal(
    1,
    "Hållbar tillväxt och utvecklad infrastruktur för de som bor, lever och verkar i Vaggeryds kommun",
    klass="styrande (preliminärt)",
    klassmotivering="målet är påverkbart, mätbart och har resurser; ambitionsnivån är inte godkänd",
    styrdokument="(Befintliga styrdokument - Boendeutvecklingsprogram, Miljöprogram, Marknadsplan, ÖP)",
    ambitionsnivå=text(
        "Preliminär ambitionsnivå: Att hela kommunen utvecklas hållbart genom en geografisk spridning och "
        "en variation av "
        "olika samhällsfaktorer, främst bostäder, etableringar och infrastruktur."
    ),
    innebär=text(
        "Detta innebär bl.a. planberedskap, byggklara tomter och tillgängligt utbud av exempelvis "
        "lägenheter på alla orter."
    ),
    ansvarig="samhällsbyggnadschefen",
    status=MET,
    räkning="båda indikatorerna uppfylls",
    prognosmening=(
        "Målet beräknas uppfyllas. Båda indikatorerna uppfylls: 63 bostäder mot målet minst 50, och 52 tomter "
        "mot minst 40."
    ),
    indikatorer=(replace(COMPANIES, id="1.1", namn="Färdigställda bostäder", status=MET, kön=()),),
)
WORK = goal(
    2,
    "Möjligheten till egen försörjning skall öka för alla målgrupper",
    klass="styrande (preliminärt)",
    klassmotivering="målet är påverkbart, mätbart och har resurser",
    ambitionsnivå=text("Preliminär ambitionsnivå: At det skapas ännu skarpare matchning mellan företag och individer."),
    status=NOT_ASSESSABLE,
    räkning="1 av 2 indikatorer kan bedömas",
    prognosmening="Målet kan inte bedömas. Målvärde saknas för andelen långtidsarbetslösa.",
    avsteg="Arbetsmarknadschefen bedömer målet som osäkert: två stora varsel är ännu inte med i siffrorna.",
    indikatorer=(UNEMPLOYED, LONG_TERM),
    åtgärd_saknas="Åtgärd saknas.",
)
COMPANY_GOAL = goal(
    3,
    "Ökad mångfald av nya företag och näringar",
    klass="styrande (preliminärt)",
    ambitionsnivå=text("Preliminär ambitionsnivå: Behålla, utveckla och underlätta för fler nya företag."),
    innebär=text("Detta kan bl.a. innebära", "- att stödja klusterskapande", "- att synliggöra lokaler."),
    status=NOT_MET,
    räkning="ingen av 1 indikator uppfylls",
    prognosmening="Målet beräknas inte uppfyllas. Prognosen är 76 nya företag mot målet minst 95.",
    indikatorer=(COMPANIES,),
    analys=text("Färre lokaler än väntat har blivit lediga."),
    orsak=text("1. Ombyggnaden i centrum drog ut på tiden.", "1. Två hyresvärdar väntar på bygglov."),
    åtgärder=MEASURES,
)
TOGETHER = goal(
    4,
    "Ökad samverkan med civilsamhället för en högre servicekvalitet",
    klass="stödjande (preliminärt)",
    egen_bedömning="Utvecklingen bedöms vara positiv.",
    prognosmening="Utvecklingen bedöms vara positiv.",
    mervärden=text("Fler föreningar än väntat använder bokningen."),
    aktiviteter=ACTIVITIES,
)
HEALTH = goal(
    5,
    "Vi skall bli en friskare kommun",
    klass="inriktningsmål",
    indikatorer=(replace(COMPANIES, id="5.1", diagram=YEARLY_CHART),),
)
OPEN_GOALS = tuple(
    goal(
        n,
        f"Mål {n}",
        klass="ej fastställt",
        klassmotivering="ambitionsnivå saknas",
        att_besluta="Ambitionsnivå behöver tas fram.",
    )
    for n in (6, 7, 8)
)
AREAS = (
    AreaBlank(namn="Tillväxt, hållbarhet och fysisk planering", mål=(GROWTH,)),
    AreaBlank(namn="Arbete och fritid", mål=(WORK, COMPANY_GOAL, TOGETHER)),
    AreaBlank(namn="Kunskap och hälsa", mål=(HEALTH,)),
    AreaBlank(namn="", mål=OPEN_GOALS),
)
