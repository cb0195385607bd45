from pathlib import Path

from pipeline.model.periods import Period
from pipeline.model.records import Observation, Target
from pipeline.model.words import Direction, Kind, MeetingStage, Occasion
from pipeline.problems import Place, Problems
from pipeline.read import read
from tests.read.inbox import GOALS, Inbox


def test_a_goal_workbook_and_its_values_become_one_source(inbox: Inbox) -> None:
    inbox.workbook(
        "mål.xlsx",
        {
            "Mål": [["Nr", "Mål", "Påverkbart"], [1, "Fler nya företag", "ja"]],
            "Indikatorer": [
                ["Id", "Mål nr", "Indikator", "Slag", "Önskad riktning", "Målvärde"],
                ["1.1", 1, "Nya företag", "summa", "öka", "minst 95"],
            ],
            "Möten": [["Tillfälle", "april"], ["Läge", "inför"], ["Diarienummer", "KS 2019/12"]],
            "Inställningar": [["Namn", "Värde"], ["kommun", "Vaggeryd"], ["år", 2019]],
        },
    )
    inbox.text("utfall.csv", "Indikator;Period;Värde;Källa\n1.1;2019K1;23;Bolagsverket\n")
    source, told = inbox.read()
    assert told == []
    assert [(goal.number, goal.title, goal.influenceable) for goal in source.goals] == [(1, "Fler nya företag", True)]
    (indicator,) = source.indicators
    assert (indicator.goals, indicator.kind, indicator.direction) == ((1,), Kind.SUM, Direction.INCREASE)
    assert indicator.target == Target(low=95)
    assert indicator.at("Målvärde") == Place("mål.xlsx", "Indikatorer", 2, 6)
    assert source.series["1.1"].observations == (
        Observation(Period(2019, 0, 4), 23, Place("utfall.csv", "", 2, 3), "Bolagsverket"),
    )
    (meeting,) = source.meetings
    assert (meeting.occasion, meeting.stage, meeting.registration) == (
        Occasion.APRIL,
        MeetingStage.BEFORE,
        "KS 2019/12",
    )
    assert meeting.at("Läge") == Place("mål.xlsx", "Möten", 2, 2)
    assert (source.settings.municipality, source.settings.year) == ("Vaggeryd", 2019)
    assert [file.name for file in source.files] == ["mål.xlsx", "utfall.csv"]


def test_ten_faults_in_all_sheets_give_ten_messages_with_their_cells(inbox: Inbox) -> None:
    inbox.workbook(
        "mål.xlsx",
        {
            "Mål": [
                ["Nr", "Mål", "Påverkbart", "Beslutsläge"],
                [1, "Fler nya företag", "kanske", "prelimnär"],
                ["två", "Fler i egen försörjning", "ja", "fastställd"],
            ],
            "Indikatorer": [
                ["Id", "Mål nr", "Indikator", "Önskad riktning", "Basvärde", "Målvärde"],
                ["1.1", 1, "Nya företag", "minska", "ca 83", "minst 95"],
            ],
            "Uppföljning": [["Mål nr", "Tillfälle", "Analys"], [1, "maj", "Det går bra."]],
            "Åtgärder": [["Mål nr", "Åtgärd"], [1, None]],
            "Aktiviteter": [["Mål nr", "Aktivitet"], ["#N/A", "Hälsovandringar"]],
            "Möten": [["Tillfälle", "april"], ["Datum", "31 april 2019"]],
            "Närvaro": [["Datum", "Namn", "Roll"], ["2019-02-20", "A", "beslutade"]],
            "Inställningar": [["Namn", "Värde"], ["gräns för uppfylls", 75]],
        },
    )
    assert inbox.told() == [
        "mål.xlsx, blad Aktiviteter, cell A2: cellen visar felet #N/A: rätta formeln eller skriv värdet",
        "mål.xlsx, blad Indikatorer, cell E2: ”ca 83” är inget tal: skriv bara 83",
        (
            "mål.xlsx, blad Indikatorer, cell F2: Målvärde ”minst 95” och Önskad riktning ”minska” går inte ihop: "
            "skriv öka i Önskad riktning, eller skriv högst 95 i Målvärde"
        ),
        (
            "mål.xlsx, blad Inställningar, cell B2: ”75” är ingen andel: skriv ett tal mellan 0 och 1, "
            "till exempel 0,75 eller 75 % (menar du 75 %?)"
        ),
        "mål.xlsx, blad Mål, cell C2: ”kanske” är varken ja eller nej: skriv ja eller nej",
        (
            "mål.xlsx, blad Mål, cell D2: ”prelimnär” är inget av valen: skriv preliminär, fastställd "
            "eller ej framtagen; menar du ”preliminär”?"
        ),
        "mål.xlsx, blad Mål, cell A3: ”två” är inget heltal: skriv bara siffror, till exempel 2019 eller 3",
        "mål.xlsx, blad Möten, cell B2: datumet ”31 april 2019” finns inte: menar du 30 april?",
        (
            "mål.xlsx, blad Närvaro, cell C2: ”beslutade” är inget av valen: skriv beslutande, ersättare "
            "eller övrig; menar du ”beslutande”?"
        ),
        (
            "mål.xlsx, blad Uppföljning, cell B2: ”maj” är inget av valen: skriv ambitionsnivå, april, augusti "
            "eller årsuppföljning"
        ),
        "mål.xlsx, blad Åtgärder, cell B2: Åtgärd är tomt: fyll i cellen",
    ]


def test_a_row_with_a_bad_cell_keeps_its_key_and_the_rest(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Nr", "Mål", "Resurser"], [3, "Trygghet", "kanske"]])
    source, told = inbox.read()
    assert told == ["mål.xlsx, blad Mål, cell C2: ”kanske” är varken ja eller nej: skriv ja eller nej"]
    assert [(goal.number, goal.title, goal.resourced) for goal in source.goals] == [(3, "Trygghet", None)]


def test_a_fault_in_an_indicators_row_or_values_is_confined_to_it(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Slag"], ["1.1", "Nya företag", "antal"], ["1.2", "Nöjda", "läge"]])
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.2;2018;många\n")
    problems = Problems()
    read(inbox.folder, problems)
    assert problems.confined() == {"1.1", "1.2"}
    assert not problems.stop(draft=True)


def test_several_workbooks_are_read_as_one_and_the_same_key_twice_is_told(inbox: Inbox) -> None:
    inbox.workbook("a.xlsx", {"Mål": GOALS, "Indikatorer": [["Id", "Indikator"], ["1.1", "Nya företag"]]})
    inbox.workbook("b/b.xlsx", {"Mål": [*GOALS, [2, "Trygghet"]]})
    inbox.workbook("c.xlsx", {"Indikatorer": [["Id", "Indikator", "Enhet"], ["1.1", "Nystartade", "antal"]]})
    source, told = inbox.read()
    assert [goal.number for goal in source.goals] == [1, 2]
    assert [indicator.name for indicator in source.indicators] == ["Nya företag"]
    assert told == [
        "b/b.xlsx, blad Mål, cell A2: Nr ”1” finns redan i a.xlsx, blad Mål, cell A2: ge varje rad sitt eget",
        (
            "c.xlsx, blad Indikatorer, cell A2: Id ”1.1” finns redan i a.xlsx, blad Indikatorer, cell A2: "
            "ge varje rad sitt eget"
        ),
    ]


def test_an_indicator_that_lost_its_id_does_not_make_its_values_unknown(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator"], [None, "Nya företag"]])
    inbox.text("utfall.csv", "Indikator;Period;Värde\nNya företag;2018;87\n")
    assert inbox.told() == ["mål.xlsx, blad Indikatorer, cell A2: Id är tomt: fyll i cellen"]


def test_a_workbook_that_cannot_be_read_does_not_make_indicators_unknown(inbox: Inbox) -> None:
    inbox.workbook("mål.xlsx", {"Mål": GOALS})
    (inbox.folder / "ägare.xlsx").write_bytes(b"PK\x03\x04half")
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.1;2018;87\n")
    assert inbox.told() == ["ägare.xlsx: filen är skadad (den är inte hel): lägg dit en hel kopia"]


def test_sample_rows_are_passed_over_once_for_each_sheet(inbox: Inbox) -> None:
    inbox.goals(
        Mål=[["Nr", "Mål"], ["EXEMPEL 1", "Så här"], ["Exempel 2", "Så här"], [1, "Fler nya företag"]],
        Möten=[["Tillfälle", "EXEMPEL april", "april"], ["Datum", "x", "2019-04-24"]],
    )
    source, told = inbox.read()
    assert [goal.number for goal in source.goals] == [1]
    assert len(source.meetings) == 1
    assert told == [
        "mål.xlsx, blad Mål: anmärkning: raderna 2–3 är exempel (första cellen börjar med EXEMPEL) och läses inte",
        "mål.xlsx, blad Möten: anmärkning: kolumn B är exempel (första cellen börjar med EXEMPEL) och läses inte",
    ]


def test_a_workbook_without_goals_says_where_to_write_the_first(inbox: Inbox) -> None:
    inbox.workbook("mål.xlsx", {"Mål": [["Nr", "Mål"], ["EXEMPEL", "Så här"]]})
    assert inbox.told() == [
        "mål.xlsx, blad Mål: inga mål är ifyllda än: skriv det första målet på rad 3",
        "mål.xlsx, blad Mål: anmärkning: rad 2 är exempel (första cellen börjar med EXEMPEL) och läses inte",
    ]


def test_an_empty_goal_workbook_beside_another_is_only_a_remark(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook("tom.xlsx", {"Mål": [["Nr", "Mål"]]})
    assert inbox.told() == ["tom.xlsx, blad Mål: anmärkning: inga mål är ifyllda i den här arbetsboken"]


def test_values_without_a_goal_workbook_are_one_fault(inbox: Inbox) -> None:
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.1;2018;87\n")
    assert inbox.told() == [
        "input: ingen arbetsbok med bladet Mål hittades: skapa en med make new, fyll i den och lägg den i mappen"
    ]


def test_values_without_indicators_are_one_fault_for_each_table(inbox: Inbox) -> None:
    inbox.workbook("mål.xlsx", {"Mål": GOALS})
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.1;2018;87\n1.2;2018;87\n")
    assert inbox.told() == [
        "utfall.csv: värdena kan inte användas, eftersom inga indikatorer är ifyllda: fyll i bladet Indikatorer"
    ]


def test_a_missing_folder_is_a_fault_with_a_remedy(tmp_path: Path) -> None:
    problems = Problems()
    read(tmp_path / "input", problems)
    assert list(map(str, problems)) == [
        "input: mappen finns inte: skapa den och lägg målarbetsboken och filerna med indikatorvärden där"
    ]


def test_a_lost_heading_of_names_makes_no_name_unknown(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Mål nr"], ["1.1", 1]])
    inbox.text("utfall.csv", "Indikator;Period;Värde\nNya företag;2018;87\n")

    assert inbox.told() == [
        "mål.xlsx, blad Indikatorer: rubriken Indikator saknas: skriv rubrikerna på en rad ovanför uppgifterna",
        (
            "utfall.csv, cell A2: anmärkning: ”Nya företag” är ingen indikator som går att läsa i bladet "
            "Indikatorer. Det kan bero på det som inte gick att läsa: rätta det först."
        ),
    ]
