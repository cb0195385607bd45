import pytest

from tests.read.inbox import Inbox, Rows

FLAT: Rows = [
    ["kpi", "municipality_id", "municipality", "municipality_type", "year", "gender", "count", "status", "value"],
    ["N00945", "0665", "Vaggeryd", "K", 2018, "T", 1, "", 31.3],
    ["N00945", "0665", "Vaggeryd", "K", 2018, "K", 1, "", 30.1],
    ["N00945", "0665", "Vaggeryd", "K", 2018, "M", 1, "", 32.5],
    ["N00945", "0665", "Vaggeryd", "K", 2019, "T", 1, "", 33],
    ["N00945", "0680", "Jönköping", "K", 2018, "T", 1, "", 99],
]
SITE: Rows = [
    ["Jämföraren"],
    [],
    ["Nyckeltal", "Kommun", 2018, 2019],
    ["N00945", "Vaggeryd", 31.3, 33],
    ["N00945", "Habo", 1, 2],
]


@pytest.mark.parametrize("code", ["0665", 665, "665", 665.0])
def test_the_flat_table_gives_the_municipality_whatever_became_of_its_zero(inbox: Inbox, code: object) -> None:
    inbox.ours("N00945")
    rows = [[code if cell == "0665" else cell for cell in row] for row in FLAT]
    inbox.workbook("kolada.xlsx", {"Blad1": rows})
    assert inbox.values() == {"2018": 31.3, "2019": 33}


def test_a_table_split_by_sex_gives_total_and_sexes_with_kolada_as_source(inbox: Inbox) -> None:
    inbox.ours("N00945")
    inbox.workbook("kolada.xlsx", {"Blad1": FLAT})
    series = inbox.read()[0].series["1.1"]
    assert {sex: [one.value for one in found] for sex, found in series.by_sex.items()} == {
        "kvinnor": [30.1],
        "män": [32.5],
    }
    assert {one.source for one in series.observations} == {"Kolada (N00945)"}


def test_the_sites_table_with_years_across_is_read_for_the_municipality(inbox: Inbox) -> None:
    inbox.ours("N00945")
    inbox.workbook("kolada.xlsx", {"Blad1": SITE})
    assert inbox.values() == {"2018": 31.3, "2019": 33}


def test_a_table_without_the_municipality_says_which_it_has(inbox: Inbox) -> None:
    inbox.ours("N00945")
    inbox.workbook("kolada.xlsx", {"Blad1": [*FLAT[:1], *FLAT[-1:]]})
    assert inbox.told() == [
        (
            "kolada.xlsx, blad Blad1: Vaggeryds kommun (0665) finns inte här (här finns ”0680 Jönköping”): "
            "hämta tabellen för kommunen, eller lägg värdena i kolumnerna Indikator, Period och Värde"
        )
    ]


def test_without_a_municipality_in_the_settings_nothing_is_guessed(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook("kolada.xlsx", {"Blad1": FLAT})
    assert inbox.told() == [
        (
            "kolada.xlsx, blad Blad1: fyll i kommun och kommunkod i bladet Inställningar: "
            "tabellen har värden för ”0665 Vaggeryd”, ”0680 Jönköping”"
        )
    ]


def test_codes_that_are_no_indicators_are_told_together(inbox: Inbox) -> None:
    inbox.ours("N00945")
    other = [["U00001", *FLAT[1][1:]], ["N99999", *FLAT[1][1:]]]
    inbox.workbook("kolada.xlsx", {"Blad1": [*FLAT, *other]})
    assert inbox.told() == [
        (
            "kolada.xlsx, blad Blad1: anmärkning: ”U00001”, ”N99999” står inte i kolumnen Källkod i bladet "
            "Indikatorer och läses inte: skriv koden där om den ska läsas"
        )
    ]


def test_a_table_with_no_code_of_ours_says_what_it_has(inbox: Inbox) -> None:
    inbox.ours("N1")
    inbox.workbook("kolada.xlsx", {"Blad1": FLAT})
    assert inbox.told() == [
        (
            "kolada.xlsx, blad Blad1: inget här hör till en indikator: skriv en av källkoderna i kolumnen "
            "Källkod i bladet Indikatorer "
            "(här finns ”N00945”), eller ta bort filen"
        )
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Nyckeltal", "Kommun", "År", "Värde"], ["Invånare totalt, antal (N00945)", "Vaggeryd", 2018, 31.3]],
        [["Nyckeltal", "Kommun", "2018"], ["N00945 Invånare totalt", "Vaggeryd", 31.3]],
        [["Invånare totalt, antal (N00945)"], [], ["Kommun", "2018"], ["Vaggeryd", 31.3], ["Habo", 2]],
        [["Kommun", "Nyckeltal", "År", "Totalt", "Kvinnor", "Män"], ["Vaggeryd", "N00945", 2018, 31.3, 30, 32]],
    ],
)
def test_the_sites_headings_are_recognised_with_the_id_wherever_it_stands(inbox: Inbox, rows: Rows) -> None:
    inbox.ours("N00945")
    inbox.workbook("kolada.xlsx", {"Blad1": rows})
    source, told = inbox.read()
    assert [(str(one.period), one.value, one.source) for one in source.series["1.1"].observations] == [
        ("2018", 31.3, "Kolada (N00945)")
    ]
    assert told == []
