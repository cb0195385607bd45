import pytest

from tests.read.inbox import Inbox, Rows

LATIN = (
    '"region","kön","Folkmängd 2017","Folkmängd 2018"\n'
    '"0665 Vaggeryd","män",7000,7100\n'
    '"0665 Vaggeryd","kvinnor",6900,..\n'
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_in_latin_1_with_measure_and_year_in_each_heading_is_read(inbox: Inbox, delimiter: str) -> None:
    inbox.ours("Folkmängd")
    inbox.text("tabell.csv", LATIN.replace(",", delimiter), "latin-1")
    source, told = inbox.read()
    by_sex = source.series["1.1"].by_sex
    assert {sex: [one.value for one in seen] for sex, seen in by_sex.items()} == {
        "kvinnor": [6900],
        "män": [7000, 7100],
    }
    assert told == []


def test_a_title_and_a_sex_in_the_headings_are_understood(inbox: Inbox) -> None:
    inbox.ours("Antal")
    text = '"Nya"\n\n"region","Antal män 2018K1","Antal kvinnor 2018K1","Antal totalt 2018K1"\n0665,3,2,5\n'
    inbox.text("tabell.csv", text)
    source, told = inbox.read()
    series = source.series["1.1"]
    assert [(str(one.period), one.value) for one in series.observations] == [("2018K1", 5)]
    assert {sex: [one.value for one in seen] for sex, seen in series.by_sex.items()} == {"kvinnor": [2], "män": [3]}
    assert told == []


def test_a_file_that_measures_nothing_by_name_goes_by_its_tables_id(inbox: Inbox) -> None:
    inbox.ours("0000002T")
    inbox.text("0000002T.csv", '"region","2017","2018"\n"0665 Vaggeryd",1,2\n')
    assert inbox.values() == {"2017": 1, "2018": 2}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Nyckeltal", "Kommun", 2018, None, None, 2019, None, None],
            [None, None, "Kvinnor", "Män", "Totalt", "Kvinnor", "Män", "Totalt"],
            ["N1", "Vaggeryd", 1, 2, 3, 4, 5, 6],
        ],
        [
            [None, None, "Kvinnor", None, "Män", None, "Totalt", None],
            ["Nyckeltal", "Kommun", 2018, 2019, 2018, 2019, 2018, 2019],
            ["N1", "Vaggeryd", 1, 4, 2, 5, 3, 6],
        ],
    ],
)
def test_labels_on_a_row_above_or_below_the_years_count(inbox: Inbox, rows: Rows) -> None:
    inbox.ours("N1")
    inbox.workbook("tabell.xlsx", {"Blad1": rows})
    source, told = inbox.read()
    series = source.series["1.1"]
    assert [one.value for one in series.observations] == [3, 6]
    assert {sex: [one.value for one in seen] for sex, seen in series.by_sex.items()} == {
        "kvinnor": [1, 4],
        "män": [2, 5],
    }
    assert told == []
