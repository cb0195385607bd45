import pytest

from pipeline.model.records import Settings
from tests.read.inbox import GOALS, Inbox, Rows


@pytest.mark.parametrize(("written", "number_format"), [("0,7", "@"), (0.7, "General"), ("70 %", "@"), (0.7, "0%")])
def test_a_share_is_a_fraction_however_it_is_written(inbox: Inbox, written: object, number_format: str) -> None:
    rows: Rows = [["Namn", "Värde"], ["gräns för uppfylls", written], ["kommunkod", 665], ["Att-satser", "nej"]]
    inbox.workbook(
        "mål.xlsx",
        {"Mål": GOALS, "Inställningar": rows},
        {"Inställningar!B2": number_format, "Inställningar!B3": "0000"},
    )
    source, told = inbox.read()
    assert told == []
    assert source.settings == Settings(met_limit=0.7, municipality_code="0665", that_clauses=False)


def test_a_blank_setting_has_its_default_and_an_unknown_one_is_a_remark(inbox: Inbox) -> None:
    inbox.goals(Inställningar=[["Namn", "Värde"], ["anslag", None], ["gräns för uppfyls", 0.9]])
    source, told = inbox.read()
    assert source.settings == Settings()
    assert told == [
        (
            "mål.xlsx, blad Inställningar, cell A3: anmärkning: inställningen ”gräns för uppfyls” känns inte igen "
            "och används inte; menar du ”gräns för uppfylls”?"
        )
    ]


def test_the_same_setting_with_two_values_is_told_with_both_places(inbox: Inbox) -> None:
    inbox.workbook("a.xlsx", {"Mål": GOALS, "Inställningar": [["Namn", "Värde"], ["år", 2019], ["organ", "KS"]]})
    inbox.workbook("b.xlsx", {"Inställningar": [["Namn", "Värde"], ["År", 2020], ["organ", "KS"]]})
    source, told = inbox.read()
    assert source.settings.year == 2019
    assert told == [
        (
            "b.xlsx, blad Inställningar, cell B2: år är ”2020” här men ”2019” i a.xlsx, blad Inställningar, cell B2: "
            "skriv samma värde, eller ta bort det ena"
        )
    ]
