"""The sheets Mål and Indikatorer."""

from pipeline.model.words import DecisionStage, Direction, Kind, Measurability, ValueBasis
from pipeline.sheets.column import OWNER_SYNONYMS, CellKind, Column, Sheet

GOALS = Sheet(
    "Mål",
    "Nr",
    (
        Column(
            "Nr",
            "number",
            "Vilket nummer har målet?",
            CellKind.WHOLE,
            required=True,
            synonyms=("Mål nr", "Målnr", "Nummer"),
            sample="1",
        ),
        Column(
            "Programområde", "programme_area", "Under vilket programområde hör målet hemma?", sample="Arbete och fritid"
        ),
        Column(
            "Mål",
            "title",
            "Hur lyder målet?",
            required=True,
            synonyms=(
                "Övergripande mål",
                "Resultatmål",
                "Nämndmål",
                "Strategiskt mål",
                "Delmål",
                "KS-mål",
                "Målområde",
                "Perspektiv",
                "Fokusområde",
            ),
            sample="Fler nya företag",
        ),
        Column(
            "Styrdokument",
            "governing_documents",
            "I vilka styrdokument finns målet?",
            synonyms=("Befintliga styrdokument",),
            sample="Näringslivsprogram",
        ),
        Column(
            "Strategier",
            "strategies",
            "Vilka vägar till målet är möjliga?",
            synonyms=("Strategi",),
            sample="Rådgivning till den som vill starta företag",
        ),
        Column("Mätbarhet", "measurability", "Hur skulle målet kunna mätas?", sample="Antal nya företag under året"),
        Column(
            "Ambitionsnivå",
            "ambition_level",
            "Vad ska vara uppnått när året är slut?",
            sample="Minst 95 nya företag ska ha startat när året är slut.",
        ),
        Column(
            "Det innebär",
            "meaning",
            "Vad innebär nivån i praktiken?",
            synonyms=("Detta innebär",),
            sample="Det innebär bland annat att förmedla lediga lokaler.",
        ),
        Column(
            "Beslutsläge",
            "stage",
            "Hur långt har styrelsen kommit med ambitionsnivån?",
            CellKind.CHOICE,
            DecisionStage,
            sample="preliminär",
        ),
        Column(
            "Fastställd",
            "adopted",
            "När och i vilken paragraf fastställdes nivån?",
            synonyms=("Fastställt", "Fastställd (datum och §)"),
        ),
        Column(
            "Påverkbart", "influenceable", "Går målet att påverka inom ansvarsområdet?", CellKind.YES_NO, sample="ja"
        ),
        Column(
            "Mätbart",
            "measurable",
            "Går målet att mäta, och hur?",
            CellKind.CHOICE,
            Measurability,
            sample="kvantitativt",
        ),
        Column("Resurser", "resourced", "Finns det resurser till att uppfylla målet?", CellKind.YES_NO, sample="ja"),
        Column(
            "Inriktningsmål",
            "directional",
            "Har styrelsen valt att målet bara ska vara ett inriktningsmål?",
            CellKind.YES_NO,
            sample="nej",
        ),
        Column(
            "Ansvarig", "owner", "Vilken roll svarar för målet?", synonyms=OWNER_SYNONYMS, sample="näringslivschefen"
        ),
    ),
)

INDICATORS = Sheet(
    "Indikatorer",
    "Id",
    (
        Column(
            "Id",
            "id",
            "Vilket id har indikatorn? Välj ett kort, till exempel 1.1.",
            required=True,
            synonyms=("Indikator-id", "Nr"),
            sample="1.1",
        ),
        Column(
            "Mål nr",
            "goals",
            "Vilket mål visar indikatorn? Flera skrivs 1, 2.",
            CellKind.GOALS,
            synonyms=("Mål", "Målnr"),
            sample="1",
        ),
        Column(
            "Indikator",
            "name",
            "Vad mäts?",
            required=True,
            synonyms=("Mått", "Nyckeltal", "Styrmått", "Mätetal", "Styrtal"),
            sample="Nya företag",
        ),
        Column("Enhet", "unit", "Vilken enhet? Till exempel antal, procent, index eller tkr.", sample="antal"),
        Column("Slag", "kind", "Hur blir årets värde till?", CellKind.CHOICE, Kind, sample="summa"),
        Column("Värdena är", "basis", "Vad täcker varje värde?", CellKind.CHOICE, ValueBasis, sample="per period"),
        Column(
            "Önskad riktning",
            "direction",
            "Åt vilket håll ska värdet gå?",
            CellKind.CHOICE,
            Direction,
            synonyms=("Riktning",),
            sample="öka",
        ),
        Column(
            "Basvärde",
            "base",
            "Vad var värdet när målet sattes?",
            CellKind.NUMBER,
            synonyms=("Utgångsläge", "Utgångsvärde", "Startvärde", "Nuläge"),
            sample="87",
        ),
        Column("Basår", "base_year", "Vilket år gäller basvärdet?", CellKind.WHOLE, sample="2018"),
        Column(
            "Målvärde",
            "target",
            "Vilket värde ska nås? Ett tal, eller minst 50, högst 5,3.",
            CellKind.TARGET,
            synonyms=("Mål", "Målnivå", "Börvärde"),
            sample="minst 95",
        ),
        Column(
            "Målvärde högst",
            "target_high",
            "Vilket värde är det högsta, om målet är ett intervall?",
            CellKind.NUMBER,
            synonyms=("Målvärde till",),
        ),
        Column("Målår", "target_year", "Vilket år ska målvärdet nås?", CellKind.WHOLE, sample="2019"),
        Column(
            "Jämförbart från",
            "comparable_from",
            "Från vilken period är värdena jämförbara? Till exempel 2017-01.",
            CellKind.PERIOD,
        ),
        Column("Nästa mätning", "next_measurement", "I vilken månad mäts värdet nästa gång?"),
        Column("Källa", "source", "Varifrån kommer värdena?", synonyms=("Datakälla",), sample="Bolagsverket"),
        Column(
            "Källkod",
            "source_code",
            "Vilken kod har värdet hos källan? Till exempel Koladas id.",
            synonyms=("Kod", "KPI", "Nyckeltals-id"),
        ),
        Column("Ansvarig", "owner", "Vilken roll lämnar värdena?", synonyms=OWNER_SYNONYMS, sample="näringslivschefen"),
    ),
)
