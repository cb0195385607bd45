import unicodedata

import pytest

from tests.read.inbox import Inbox

RELATIONAL = (
    "region\tålder\ttid\tFolkmängd\n0665 Vaggeryd\ttotalt ålder\t2018\t13 900\n0665 Vaggeryd\t0-9 år\t2018\t1 500\n"
)


@pytest.mark.parametrize(
    "text",
    [
        RELATIONAL,
        RELATIONAL.replace("\t", ";"),
        RELATIONAL.replace("tid", "år").replace("totalt ålder", "Samtliga 0-100 år"),
        RELATIONAL.replace("region", "regionkod\tregion").replace("0665 Vaggeryd", "665\tVaggeryd"),
        RELATIONAL.replace("region", "kommun").replace("0665 Vaggeryd", "Vaggeryd "),
        RELATIONAL.replace("region", "kommun").replace("0665 Vaggeryd", "VAGGERYDS KOMMUN"),
    ],
)
def test_the_municipality_and_the_total_of_a_split_are_chosen(inbox: Inbox, text: str) -> None:
    inbox.ours("Folkmängd")
    inbox.text("tabell.csv", text)
    assert inbox.values() == {"2018": 13900}


def test_columns_that_only_say_the_time_again_split_nothing(inbox: Inbox) -> None:
    inbox.ours("andel")
    rows = ["0665;2020M01;2020;januari;2020 - januari;3,2", "0665;2020M02;2020;februari;2020 - februari;3,3"]
    inbox.text("tabell.csv", "\n".join(["regionkod;tid;år;månad;namn;andel", *rows]))
    assert inbox.values() == {"2020-01": 3.2, "2020-02": 3.3}


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["småhus", "flerbostadshus"], "2 värden och ingen total (här finns ”småhus”, ”flerbostadshus”)"),
        (["alla 16-64", "alla 20-64"], "2 värden och flera totaler (här finns ”alla 16-64”, ”alla 20-64”)"),
    ],
)
def test_a_split_without_one_total_is_told_with_its_values(inbox: Inbox, labels: list[str], told: str) -> None:
    inbox.ours("antal")
    inbox.text("tabell.csv", "\n".join(["region;slag;tid;antal", *(f"0665 Vaggeryd;{one};2018;3" for one in labels)]))
    assert inbox.told() == [
        (
            f"tabell.csv: uppdelningen slag har {told}: hämta tabellen med bara ett av dem, "
            "eller lägg värdena i kolumnerna Indikator, Period och Värde"
        )
    ]


def test_two_files_limited_to_different_ages_are_not_made_one_series(inbox: Inbox) -> None:
    inbox.ours("antal")
    inbox.text("a.csv", "region;ålder;tid;antal\n0665;16-64 år;2018;3\n")
    inbox.text("b.csv", "region;ålder;tid;antal\n0665;20-64 år;2019;3\n")
    assert inbox.told() == [
        "b.csv, cell B2: 1.1 har ålder ”20-64 år” här men ”16-64 år” i a.csv, cell B2: använd samma"
    ]


def test_a_mean_of_several_years_is_no_period(inbox: Inbox) -> None:
    inbox.ours("Andel")
    inbox.text("tabell.csv", "region;år;Andel\n0665;2021-2024;71\n")
    assert inbox.told() == [
        "tabell.csv, cell B2: ”2021-2024” är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
    ]


def test_a_table_that_measures_several_things_asks_for_the_one_that_is_meant(inbox: Inbox) -> None:
    inbox.ours("a")
    inbox.text("a.csv", "region;tid;start;klara\n0665;2018;3;4\n")
    assert inbox.told() == [
        (
            "a.csv: tabellen mäter flera saker (”start”, ”klara”): skriv den ni menar i kolumnen Källkod i "
            "bladet Indikatorer"
        )
    ]


def test_our_own_long_table_with_a_municipality_column_gives_only_ours(inbox: Inbox) -> None:
    inbox.ours("X")
    inbox.text("utfall.csv", "Indikator;Kommun;Period;Värde\n1.1;Vaggeryd;2018;3\n1.1;Habo;2018;4\n")
    assert inbox.values() == {"2018": 3}


def test_a_count_hidden_for_secrecy_is_missing_and_it_is_said(inbox: Inbox) -> None:
    inbox.ours("antal")
    inbox.text("tabell.csv", "kommun;tid;antal\nVaggeryd;2018-01;<5\nVaggeryd;2018-02;7\nVaggeryd;2018-03;..\n")
    source, told = inbox.read()
    assert [one.value for one in source.series["1.1"].observations] == [7]
    assert told == ["tabell.csv, cell C2: anmärkning: ”<5” är dolt av sekretess och räknas som ett värde som saknas"]


def test_one_value_that_is_no_number_is_told_with_its_cell(inbox: Inbox) -> None:
    inbox.ours("antal")
    rows = [f"Vaggeryd;2018-{month:02};{month}" for month in range(1, 13)]
    inbox.text("tabell.csv", "\n".join(["kommun;tid;antal", *rows, "Vaggeryd;2019-01;3 st"]))
    assert inbox.told() == ["tabell.csv, cell C14: ”3 st” är inget tal: skriv bara 3"]


def test_a_label_that_is_a_bare_number_is_a_split_and_not_a_measure(inbox: Inbox) -> None:
    inbox.ours("antal")
    inbox.text("tabell.csv", "region;ålder;tid;antal\n0665;38;2018;3\n0665;39;2018;4\n")
    assert inbox.told() == [
        (
            "tabell.csv: uppdelningen ålder har 2 värden och ingen total (här finns ”38”, ”39”): "
            "hämta tabellen med bara ett av dem, eller lägg värdena i kolumnerna Indikator, Period och Värde"
        )
    ]


def test_values_that_nothing_tells_apart_are_told_once(inbox: Inbox) -> None:
    inbox.ours("antal")
    inbox.text("tabell.csv", "region;tid;antal\n0665;2018;3\n0665;2018;4\n0665;2018;5\n")
    assert inbox.told() == [
        (
            "tabell.csv: 1.1 har flera värden för 2018: hämta tabellen med bara ett, "
            "eller lägg värdena i kolumnerna Indikator, Period och Värde"
        )
    ]


@pytest.mark.parametrize("code", ["antal", "tabell"])
def test_a_code_that_two_indicators_share_is_told(inbox: Inbox, code: str) -> None:
    inbox.ours(code, code)
    inbox.text("tabell.csv", "region;tid;antal\n0665;2018;3\n")
    place = "tabell.csv, cell C1" if code == "antal" else "tabell.csv"
    assert inbox.told() == [
        (
            f"{place}: ”{code}” hör till indikator 1.1 och 1.2: ge dem olika text i kolumnerna Indikator och Källkod "
            "i bladet Indikatorer, eller gör dem till en indikator"
        )
    ]


def test_a_table_of_something_else_in_the_goal_workbook_is_a_remark(inbox: Inbox) -> None:
    inbox.goals(Budget=[["År", "Belopp"], [2018, 100], [2019, 200]])
    assert inbox.told() == [
        (
            "mål.xlsx, blad Budget: anmärkning: inget här hör till en indikator: skriv en av källkoderna i "
            "kolumnen Källkod i bladet "
            "Indikatorer (här finns ”Belopp”)"
        )
    ]


def test_letters_put_together_from_two_signs_are_the_same_letters(inbox: Inbox) -> None:
    inbox.ours("Folkmängd")
    inbox.text("tabell.csv", unicodedata.normalize("NFD", "region;år;Folkmängd\n0665 Vaggeryd;2018;3\n"))
    assert inbox.values() == {"2018": 3}


@pytest.mark.parametrize(
    "text",
    [
        '"region","kön","tabellinnehåll","år","värde"\n"0665","1+2","BE01","2018",3\n"0665","2","BE01","2018",1\n',
        '"region","kön","år","BE01"\n"0665 Vaggeryd","totalt","2018",3\n"0665 Vaggeryd","kvinnor","2018",1\n',
        "region\tkön\tår\tBE01\n0665 Vaggeryd\ttotalt\t2018\t3\n0665 Vaggeryd\tkvinnor\t2018\t1\n",
    ],
)
def test_the_csvs_with_a_row_for_every_value_are_read_with_codes_and_labels(inbox: Inbox, text: str) -> None:
    inbox.ours("BE01")
    inbox.text("tabell.csv", text, "latin-1")
    source, told = inbox.read()
    series = source.series["1.1"]
    assert [one.value for one in series.observations] == [3]
    assert [one.value for one in series.by_sex["kvinnor"]] == [1]
    assert told == []


def test_a_label_that_stands_only_on_the_first_row_is_asked_for_on_every_row(inbox: Inbox) -> None:
    inbox.ours("antal", "andel")
    inbox.text("a.csv", "region;tid;antal\n0665;2018;3\n;2019;4\n")
    inbox.text("b.csv", "region;slag;tid;andel\n0665;totalt;2018;3\n0665;;2019;4\n")
    assert inbox.told() == [
        "a.csv, cell C3: värdet saknar region: skriv regionen på varje rad",
        "b.csv, cell D3: värdet saknar slag: skriv det på varje rad, eller ta bort kolumnen",
    ]


def test_footnotes_and_sums_are_passed_over_and_a_lost_period_is_told(inbox: Inbox) -> None:
    inbox.ours("antal")
    inbox.text("a.csv", "region;tid;antal\n0665;2018;3\n0665;;4\nSumma;;7\n\nKälla: SCB\n")
    assert inbox.told() == ["a.csv, cell B3: värdet saknar period: skriv till exempel 2018-01"]


SCALE = (
    "a.csv, cell C2: {}andelarna för 1.1 ligger mellan 0 och 1: är 0,05 där fem procent, spara filen som "
    "Excel-arbetsbok (.xlsx) och formatera cellerna som procent"
)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"Enhet": "procent"}, [SCALE.format("anmärkning: ")]),
        ({"Enhet": "procent", "Basvärde": "5,1"}, [SCALE.format("")]),
        ({"Enhet": "procent", "Målvärde": "högst 4"}, [SCALE.format("")]),
        ({"Enhet": "procent", "Basvärde": "0,05"}, []),
        ({"Enhet": "index", "Basvärde": "5,1"}, []),
    ],
)
def test_shares_of_one_where_percent_is_meant_are_told(inbox: Inbox, columns: dict[str, str], told: list[str]) -> None:
    inbox.ours("andel", **columns)
    inbox.text("a.csv", "region;tid;andel\n0665;2018;0,046\n0665;2019;0,052\n")
    assert inbox.told() == told


def test_a_percent_format_counts_in_an_agencys_table_too(inbox: Inbox) -> None:
    inbox.ours("andel", Enhet="procent", Basvärde="5,1")
    inbox.workbook("a.xlsx", {"A": [["region", "tid", "andel"], ["0665", 2018, 0.046]]}, {"A!C2": "0.0%"})
    assert inbox.values() == {"2018": 4.6}
