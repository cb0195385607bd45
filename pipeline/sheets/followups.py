"""The sheets Uppföljning, Åtgärder and Aktiviteter: what people write during the year."""

from pipeline.model.words import Occasion, OwnAssessment, Progress, Status
from pipeline.sheets.column import OWNER_SYNONYMS, CellKind, Column, Sheet

_GOAL_NUMBER = Column(
    "Mål nr", "goal", "Vilket mål gäller raden? Skriv målets nummer.", CellKind.WHOLE, required=True, sample="1"
)
_OCCASION = Column(
    "Tillfälle", "occasion", "Vid vilken uppföljning gäller texten?", CellKind.CHOICE, Occasion, sample="april"
)
_INDICATOR = Column(
    "Indikator",
    "indicator",
    "Vilken indikator gäller raden? Lämna tomt om den gäller hela målet.",
    synonyms=("Indikator-id", "Indikator Id"),
)
FOLLOW_UPS = Sheet(
    "Uppföljning",
    "Mål nr",
    (
        _GOAL_NUMBER,
        _INDICATOR,
        _OCCASION,
        Column(
            "Analys",
            "analysis",
            "Vad förklarar läget?",
            synonyms=("Kommentar",),
            sample="Färre företag än förra våren har startat.",
        ),
        Column("Orsak", "cause", "Varför avviker det?", sample="Lokaler blev klara senare än planerat."),
        Column(
            "Egen bedömning",
            "own_assessment",
            "Hur bedömer ni utvecklingen under året?",
            CellKind.CHOICE,
            OwnAssessment,
        ),
        Column("Egen prognos", "own_forecast", "Vilket värde tror ni själva på vid årets slut?"),
        Column(
            "Bedömning",
            "status",
            "Bedömer ni något annat än programmet? Välj då status här.",
            CellKind.CHOICE,
            Status,
            synonyms=("Måluppfyllelse", "Status"),
        ),
        Column("Motivering", "motivation", "Varför gör ni en annan bedömning?"),
        Column("Bedömd av", "assessed_by", "Vilken roll har gjort bedömningen?"),
        Column("Mervärden", "added_values", "Vilka mervärden har uppstått som ingen förutsåg?"),
    ),
)

MEASURES = Sheet(
    "Åtgärder",
    "Mål nr",
    (
        _GOAL_NUMBER,
        _INDICATOR,
        Column("Beslutad vid", "decided_at", "Var och när beslutades åtgärden?"),
        Column("Åtgärd", "measure", "Vad ska göras?", required=True, sample="En gemensam rådgivning för nya företag"),
        Column("Ansvarig", "owner", "Vilken roll gör det?", synonyms=OWNER_SYNONYMS, sample="näringslivschefen"),
        Column("Klart senast", "due", "När ska det vara klart?", synonyms=("Klart",), sample="2019-09-30"),
        Column("Läge", "progress", "Hur långt har åtgärden kommit?", CellKind.CHOICE, Progress, sample="planerad"),
        Column("Kostnad", "cost", "Vad kostar den, och ryms det i budget?", sample="Ryms i budget"),
        Column(
            "Kräver politiskt beslut",
            "needs_decision",
            "Behöver politiken besluta om åtgärden?",
            CellKind.YES_NO,
            sample="nej",
        ),
        Column("Förslag till beslut", "proposal", "Vilket beslut föreslås? Börja med att."),
        Column("Effekt", "effect", "Vad har åtgärden gett hittills?"),
        Column("Fortsätter", "continues", "Ska åtgärden fortsätta?", CellKind.YES_NO),
    ),
)

ACTIVITIES = Sheet(
    "Aktiviteter",
    "Mål nr",
    (
        _GOAL_NUMBER,
        _OCCASION,
        Column(
            "Aktivitet",
            "activity",
            "Vad gör verksamheten för målet?",
            required=True,
            sample="Hälsovandringar på alla orter",
        ),
        Column("Läge", "progress", "Hur långt har aktiviteten kommit?"),
        Column("Ansvarig", "owner", "Vilken roll svarar för aktiviteten?", synonyms=OWNER_SYNONYMS),
        Column("Kommentar", "comment", "Vad har den gett?"),
    ),
)
