"""The sheets Möten, Närvaro and Inställningar. In Möten and Inställningar each "column" is a row."""

from pipeline.model.words import DecisionForm, MeetingStage, Occasion, Role
from pipeline.sheets.column import CellKind, Column, Sheet

MEETINGS = Sheet(
    "Möten",
    "Tillfälle",
    (
        Column("Tillfälle", "occasion", "Vilket tillfälle gäller mötet?", CellKind.CHOICE, Occasion, required=True),
        Column("Läge", "stage", "Är mötet inför eller genomfört?", CellKind.CHOICE, MeetingStage, sample="inför"),
        Column("Organ", "organ", "Vilket organ sammanträder?", sample="Kommunstyrelsens arbetsutskott"),
        Column("Förkortning", "abbreviation", "Hur förkortas organet? Till exempel KSAU.", sample="KSAU"),
        Column(
            "Datum",
            "date",
            "Vilken dag är sammanträdet?",
            CellKind.DATE,
            synonyms=("Sammanträdesdatum",),
            sample="2019-05-22",
        ),
        Column("Paragraf", "paragraph", "Vilken paragraf fick ärendet?"),
        Column(
            "Ärende",
            "heading",
            "Vad heter ärendet?",
            synonyms=("Rubrik",),
            sample="Delårsrapport per den 30 april 2019",
        ),
        Column(
            "Diarienummer", "registration", "Vilket diarienummer har ärendet?", synonyms=("Dnr",), sample="KS 2019/1"
        ),
        Column(
            "Beslutsform",
            "form",
            "Beslutar organet självt eller föreslår det?",
            CellKind.CHOICE,
            DecisionForm,
            sample="föreslår",
        ),
        Column("Till", "to", "Vilket organ beslutar, om det här organet föreslår?", sample="Kommunstyrelsen"),
        Column(
            "Mottagare", "recipient", "Vem är tjänsteskrivelsen ställd till?", sample="Kommunstyrelsens arbetsutskott"
        ),
        Column(
            "Tjänsteskrivelse daterad",
            "dated",
            "Vilken dag är tjänsteskrivelsen daterad?",
            CellKind.DATE,
            sample="2019-05-15",
        ),
        Column("Handläggare", "official", "Vilken roll handlägger ärendet?", sample="Verksamhetsutvecklare"),
        Column("Chef", "manager", "Vilken chef skriver under?", sample="Kommunchef"),
        Column("Nästa möte", "next_meeting", "Vilken dag tas de öppna målen upp igen?", CellKind.DATE),
        Column("Inledning", "introduction", "Vad ska stå först i underlaget?"),
        Column("Sammanfattning", "summary", "Vad är ärendet i korthet?"),
        Column(
            "Förslag till beslut",
            "proposal",
            "Vad föreslås organet besluta? En rad för varje punkt.",
            sample="att godkänna delårsrapporten per den 30 april 2019",
        ),
        Column("Beslut", "decision", "Vad beslutade organet? En rad för varje punkt."),
        Column("Ärendebeskrivning", "background", "Vad har hänt i ärendet?", synonyms=("Bakgrund",)),
        Column("Bedömning", "assessment", "Hur bedömer förvaltningen ärendet?"),
        Column("Ekonomiska konsekvenser", "economy", "Vad kostar det, och vem betalar?"),
        Column("Övriga konsekvenser", "consequences", "Vilka andra följder får beslutet?"),
        Column("Yrkanden", "motions", "Vilka yrkanden ställdes?"),
        Column("Propositionsordning", "proposition_order", "I vilken ordning ställdes propositionerna?"),
        Column("Omröstning", "voting", "Hur gick omröstningen till?"),
        Column("Röster", "votes", "Hur röstade var och en? En rad för varje, till exempel Namn (M): ja."),
        Column("Reservationer", "reservations", "Vilka reserverade sig?"),
        Column("Jäv", "conflict_of_interest", "Vem anmälde jäv?"),
        Column(
            "Omedelbar justering",
            "immediate_verification",
            "Justerades paragrafen omedelbart? Skriv ja, eller meningen som ska stå.",
        ),
        Column("Expedieras till", "sent_to", "Vem ska få beslutet? En rad för varje.", sample="Kommunstyrelsen"),
        Column("Beslutsunderlag", "supporting_documents", "Vilka handlingar ligger till grund? En rad för varje."),
        Column("Plats", "venue", "Var hölls sammanträdet?"),
        Column("Tid", "time", "Vilken tid?"),
        Column("Ordförande", "chair", "Vem var ordförande?"),
        Column("Justerare", "verifier", "Vem justerar protokollet? En rad för varje."),
        Column("Sekreterare", "secretary", "Vem var sekreterare?"),
        Column("Justeras senast", "verify_by", "När ska protokollet senast vara justerat?", CellKind.DATE),
        Column("Justerad", "verified", "När justerades protokollet?", CellKind.DATE),
        Column("Anslaget", "posted", "När anslogs justeringen?", CellKind.DATE),
    ),
)

ATTENDANCE = Sheet(
    "Närvaro",
    "Namn",
    (
        Column("Datum", "date", "Vilket sammanträde gäller raden?", CellKind.DATE, required=True),
        Column("Namn", "name", "Vem var närvarande?", required=True, sample="Förnamn Efternamn"),
        Column("Parti", "party", "Vilket parti? Till exempel M.", sample="M"),
        Column("Roll", "role", "I vilken roll?", CellKind.CHOICE, Role, sample="beslutande"),
        Column("Tjänstgör för", "serves_for", "Vem ersätter personen?"),
        Column(
            "Paragrafer",
            "paragraphs",
            "Vilka paragrafer var personen med på? Till exempel §§ 20–25. Tomt betyder alla.",
        ),
    ),
)

SETTINGS = Sheet(
    "Inställningar",
    "Namn",
    (
        Column("kommun", "municipality", "Vad heter kommunen?"),
        Column("kommunkod", "municipality_code", "Vilken kod har kommunen? Till exempel 0665."),
        Column("organ", "organ", "Vems mål är det?"),
        Column("förvaltning", "department", "Vilken förvaltning skriver?"),
        Column("år", "year", "Vilket år gäller målen?", CellKind.WHOLE),
        Column("exempelunderlag", "example", "Innehåller underlaget exempelvärden?", CellKind.YES_NO),
        Column(
            "gräns för uppfylls", "met_limit", "Hur sannolikt ska det vara att målet nås för uppfylls?", CellKind.NUMBER
        ),
        Column(
            "andel av vägen för delvis",
            "partly_way",
            "Hur stor del av vägen från bas till mål räcker för delvis?",
            CellKind.NUMBER,
        ),
        Column(
            "slack när målet är att hålla nivån",
            "hold_slack",
            "Hur mycket får en nivå som ska hållas ge efter?",
            CellKind.NUMBER,
        ),
        Column(
            "minst andel uppfyllda för delvis",
            "partly_share",
            "Hur stor andel av indikatorerna ska uppfyllas för delvis?",
            CellKind.NUMBER,
        ),
        Column("att-satser", "that_clauses", "Ska förslagen skrivas som att-satser?", CellKind.YES_NO),
        Column("anslag", "notice", "Ska protokollet ha anslagsbevis?", CellKind.YES_NO),
    ),
)
