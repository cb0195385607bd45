from tests.read.inbox import Inbox, Rows

NOTES: Rows = [
    [],
    ["region:"],
    ["Not om 2018."],
    [],
    ["Senaste uppdatering:"],
    ["20190220 09:30"],
    [],
    ["Källa:"],
    ["SCB"],
]
SPARSE: Rows = [
    ["Befolkning efter region, kön, tabellinnehåll och år"],
    [],
    [None, None, "Folkmängd", None, "Folkökning", None],
    [None, None, "2018", "2019", "2018", "2019"],
    ["0665 Vaggeryd", "män", 7000, 7100, 90, ".."],
    [None, "kvinnor", 6900, 6950, 80, 50],
    ["0680 Jönköping", "män", 1, 2, 3, 4],
    [None, "kvinnor", 5, 6, 7, 8],
    *NOTES,
]


def test_sparse_labels_hold_to_the_right_and_downwards_and_notes_are_passed_over(inbox: Inbox) -> None:
    inbox.ours("Folkmängd", "Folkökning")
    inbox.workbook("tabell.xlsx", {"BE0101N1": SPARSE})
    source, told = inbox.read()
    assert told == []
    found = {
        one: {sex: [seen.value for seen in values] for sex, values in series.by_sex.items()}
        for one, series in source.series.items()
    }
    assert found == {
        "1.1": {"kvinnor": [6900, 6950], "män": [7000, 7100]},
        "1.2": {"kvinnor": [80, 50], "män": [90]},
    }


def test_the_tables_id_is_a_source_code_and_the_source_is_what_the_notes_say(inbox: Inbox) -> None:
    inbox.ours("BE0101G9")
    rows: Rows = [
        ["Nystartade företag"],
        [],
        [None, None, "antal"],
        ["2019Q1", "0665 Vaggeryd", 7],
        ["2018Q4", None, 5],
    ]
    inbox.workbook("tabell.xlsx", {"BE0101G9": [*rows, *NOTES]})
    source, told = inbox.read()
    seen = source.series["1.1"].observations
    assert [(str(one.period), one.value, one.source) for one in seen] == [
        ("2018K4", 5, "SCB (BE0101G9)"),
        ("2019K1", 7, "SCB (BE0101G9)"),
    ]
    assert told == []


def test_codes_in_a_column_of_their_own_before_the_names_are_the_regions(inbox: Inbox) -> None:
    inbox.ours("Folkmängd")
    rows: Rows = [["Folkmängd"], [], [None, None, "2018"], ["0665", "Vaggeryd", 13900], ["2021", "Vansbro", 6800]]
    inbox.workbook("tabell.xlsx", {"Blad1": rows})
    assert inbox.values() == {"2018": 13900}


def test_an_unknown_split_says_its_values_and_where_they_stand(inbox: Inbox) -> None:
    inbox.ours("BE1")
    rows: Rows = [["Folkmängd"], [], [None, None, "2018"], ["0665 Vaggeryd", "0-9 år", 1], [None, "10-19 år", 2]]
    inbox.workbook("tabell.xlsx", {"BE1": rows})
    assert inbox.told() == [
        (
            "tabell.xlsx, blad BE1: uppdelningen i kolumn B har 2 värden och ingen total (här finns ”0-9 år”, "
            "”10-19 år”): hämta tabellen med bara ett av dem, eller lägg värdena i kolumnerna Indikator, Period och "
            "Värde"
        )
    ]
