from openpyxl import Workbook

from pipeline.model.records import Target
from pipeline.model.words import Direction, Occasion, Status, ValueBasis
from tests.read.inbox import GOALS, Inbox


def test_blank_cells_are_blank_fields_and_zero_is_a_value(inbox: Inbox) -> None:
    inbox.goals(
        Indikatorer=[
            ["Id", "Indikator", "Basvärde", "Målvärde", "Värdena är", "Önskad riktning"],
            ["1.1", "Nya företag", 0, None, None, None],
        ]
    )
    (indicator,) = inbox.read()[0].indicators
    assert (indicator.base, indicator.target, indicator.basis) == (0, None, ValueBasis.PER_PERIOD)
    assert (indicator.goals, indicator.direction, indicator.unit) == ((), None, "")


def test_a_target_in_words_gives_a_blank_direction(inbox: Inbox) -> None:
    inbox.goals(
        Indikatorer=[
            ["Id", "Indikator", "Önskad riktning", "Målvärde", "Målvärde högst"],
            ["1.1", "A", None, "högst 5,3", None],
            ["1.2", "B", "inom intervall", 3, 5],
            ["1.3", "C", "minska", 5, None],
        ]
    )
    source, told = inbox.read()
    assert told == []
    assert [(one.target, one.direction) for one in source.indicators] == [
        (Target(high=5.3), Direction.DECREASE),
        (Target(3, 5), Direction.WITHIN),
        (Target(high=5), Direction.DECREASE),
    ]


def test_a_bad_direction_or_bound_causes_no_second_fault(inbox: Inbox) -> None:
    inbox.goals(
        Indikatorer=[
            ["Id", "Indikator", "Önskad riktning", "Målvärde", "Målvärde högst"],
            ["1.1", "A", "upp", 5, None],
            ["1.2", "B", "inom intervall", 3, "fem"],
        ]
    )
    assert inbox.told() == [
        "mål.xlsx, blad Indikatorer, cell C2: ”upp” är inget av valen: skriv öka, minska eller inom intervall",
        (
            "mål.xlsx, blad Indikatorer, cell E3: ”fem” är inget tal: skriv ett tal, till exempel 12,5, "
            "eller lämna tomt om det saknas"
        ),
    ]


def test_an_owners_workbook_without_goals_is_read_too(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook(
        "ägare.xlsx",
        {
            "Uppföljning": [["Mål nr", "Tillfälle", "Bedömning"], [1, "april", "uppfylls delvis"]],
            "Åtgärder": [["Mål nr", "Åtgärd", "Kräver politiskt beslut"], [1, "Lokaler", "ja"]],
        },
    )
    source, told = inbox.read()
    assert told == []
    assert [(one.occasion, one.status) for one in source.follow_ups] == [(Occasion.APRIL, Status.PARTLY)]
    assert [(one.goal, one.measure, one.needs_decision) for one in source.measures] == [(1, "Lokaler", True)]


def test_a_row_without_key_is_told_with_all_its_bad_cells(inbox: Inbox) -> None:
    inbox.goals(Mål=[*[["Nr", "Mål", "Resurser"]], [1, "A", "ja"], [None, "B", "kanske"]])
    assert inbox.told() == [
        "mål.xlsx, blad Mål, cell A3: Nr är tomt: fyll i cellen",
        "mål.xlsx, blad Mål, cell C3: ”kanske” är varken ja eller nej: skriv ja eller nej",
    ]


def test_a_totals_row_is_passed_over_with_a_remark(inbox: Inbox) -> None:
    inbox.goals(Mål=[*GOALS, ["Summa", None]])
    assert inbox.told() == [
        "mål.xlsx, blad Mål, cell A3: anmärkning: raden ”Summa” ser ut som en summarad och läses inte"
    ]


def test_a_formula_without_value_is_told_and_one_with_an_empty_text_is_not(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Nr", "Mål", "Ansvarig"], [1, "Trygghet", '=IF(A2=1,"x","")']])
    assert inbox.told() == [
        "mål.xlsx, blad Mål, cell C2: formeln har inget beräknat värde: öppna filen i Excel och spara den"
    ]


def test_merged_and_hidden_cells_are_told(inbox: Inbox) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Mål"
    for row in (["Mål 2019"], ["Nr", "Mål", "Programområde"], [1, "A", "Arbete"], [2, "B"], [3, "C"]):
        page.append(row)
    page.merge_cells("A1:C1")
    page.merge_cells("C3:C4")
    page.row_dimensions[5].hidden = True
    page.column_dimensions["B"].hidden = True
    inbox.save("mål.xlsx", book)
    source, told = inbox.read()
    assert len(source.goals) == 3
    assert told == [
        "mål.xlsx, blad Mål: anmärkning: rad 5 är dold men läses",
        "mål.xlsx, blad Mål, cell B2: anmärkning: kolumnen ”Mål” är dold men läses",
        "mål.xlsx, blad Mål, cell C3: cellerna C3:C4 är sammanfogade: dela dem och skriv värdet på varje rad",
    ]
