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


GOAL_LIMIT = "gräns för uppfylls"
WAY = "andel av vägen för delvis"
SLACK = "slack när målet är att hålla nivån"
SHARE = "minst andel uppfyllda för delvis"
NO_SHARE = "är ingen andel: skriv ett tal mellan 0 och 1, till exempel 0,75 eller 75 %"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        (GOAL_LIMIT, 0.5, "”0.5” är för lågt: gräns för uppfylls ska vara större än 0,5 och högst 1"),
        (GOAL_LIMIT, "30 %", "”30 %” är för lågt: gräns för uppfylls ska vara större än 0,5 och högst 1"),
        (WAY, 0, "”0” är för lågt: andel av vägen för delvis ska vara större än 0 och högst 1"),
        (SHARE, 0, "”0” är för lågt: minst andel uppfyllda för delvis ska vara större än 0 och högst 1"),
        (WAY, 80, f"”80” {NO_SHARE} (menar du 80 %?)"),
        (SHARE, "120 %", f"”120 %” {NO_SHARE}"),
        (SLACK, 101, f"”101” {NO_SHARE}"),
        (SLACK, -0.1, f"”-0.1” {NO_SHARE}"),
        ("år", 20190, "”20190” är inget år: skriv till exempel 2019"),
    ],
)
def test_a_setting_outside_what_is_allowed_is_told_with_its_cell(
    inbox: Inbox, name: str, value: object, text: str
) -> None:
    inbox.goals(Inställningar=[["Namn", "Värde"], [name, value]])
    source, told = inbox.read()
    assert source.settings == Settings()
    assert told == [f"mål.xlsx, blad Inställningar, cell B2: {text}"]


def test_the_outermost_that_the_settings_allow_is_kept(inbox: Inbox) -> None:
    inbox.goals(Inställningar=[["Namn", "Värde"], [GOAL_LIMIT, 1], [WAY, 0.01], [SLACK, 0], [SHARE, "100 %"]])
    source, told = inbox.read()
    assert told == []
    assert source.settings == Settings(met_limit=1, partly_way=0.01, hold_slack=0, partly_share=1)
