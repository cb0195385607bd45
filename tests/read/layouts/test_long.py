import pytest

from tests.read.inbox import Inbox

AS_PERIOD = "skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Månad", "2018-01", "2018-02"), ("Kvartal", "2018K1", "2018K2"), ("Tertial", "2018T1", "2018T2")],
)
def test_the_heading_says_what_part_of_the_year_a_bare_number_is(
    inbox: Inbox, heading: str, first: str, second: str
) -> None:
    inbox.goals()
    inbox.workbook("utfall.xlsx", {"U": [["Id", "År", heading, "Värde"], ["1.1", 2018, 1, 7], ["1.1", "2018", "2", 9]]})
    assert inbox.values() == {first: 7, second: 9}


@pytest.mark.parametrize(("heading", "number"), [("Månad", 13), ("Kvartal", 5), ("Tertial", 4), ("Kvartal", 0)])
def test_a_number_that_the_year_does_not_have_is_told_with_its_cell(inbox: Inbox, heading: str, number: int) -> None:
    inbox.goals()
    inbox.text("utfall.csv", f"Id;År;{heading};Värde\n1.1;2018;1;7\n1.1;2018;{number};9\n")
    assert inbox.told() == [f"utfall.csv, cell C3: ”{number}” är ingen period: {AS_PERIOD}"]


def test_the_same_number_under_two_headings_is_two_periods(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator"], ["1.1", "A"], ["1.2", "B"]])
    inbox.text("a.csv", "Id;År;Kvartal;Värde\n1.1;2018;2;7\n")
    inbox.text("b.csv", "Id;År;Tertial;Värde\n1.2;2018;2;9\n")
    assert (inbox.values("1.1"), inbox.values("1.2")) == ({"2018K2": 7}, {"2018T2": 9})


def test_the_finest_part_counts_and_it_is_said_that_the_other_is_not_read(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Id;År;Kvartal;Månad;Värde\n1.1;2018;2;4;7\n")
    source, told = inbox.read()
    assert [str(one.period) for one in source.series["1.1"].observations] == ["2018-04"]
    assert told == ["utfall.csv, cell C1: anmärkning: kolumnen ”Kvartal” läses inte"]


def test_the_same_heading_twice_is_told_with_both_places(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;Period;Värde;Värde\n1.1;2018;7;8\n")
    assert inbox.told() == [
        "utfall.csv, cell D1: rubriken Värde finns redan i utfall.csv, cell C1: ta bort den ena kolumnen"
    ]


def test_a_year_that_starts_below_zero_does_not_fall(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Slag", "Värdena är"], ["1.1", "A", "summa", "ackumulerade"]])
    inbox.text("utfall.csv", "Indikator;2018-01;2018-02\n1.1;-3;2\n")
    assert inbox.values() == {"2018-01": -3, "2018-02": 5}
