import pytest

from tests.read.inbox import Inbox


def stratsys(*days: str, heading: str = "Organisation\tPeriod\tMått\tVärde\n") -> str:
    rows = (f"Kommunstyrelsen\t{day}\tNya företag\t{n},5\n" for n, day in enumerate(days, start=1))
    return heading + "".join(rows)


MONTHLY = ("2021-01-01", "2021-02-28", "2021-03-15", "2021-06-01")


@pytest.mark.parametrize("heading", ["Organisation\tPeriod\tMått\tVärde\n", ""])
def test_stratsys_text_is_read_with_and_without_headings(inbox: Inbox, heading: str) -> None:
    inbox.ours("Nya företag")
    inbox.text("mått.txt", stratsys(*MONTHLY, heading=heading), "cp1252")
    assert inbox.values() == {"2021-01": 1.5, "2021-02": 2.5, "2021-03": 3.5, "2021-06": 4.5}


@pytest.mark.parametrize(
    ("days", "name", "periods"),
    [
        (("2021-01-01", "2021-04-01", "2021-10-01"), "kvartal", ["2021K1", "2021K2", "2021K4"]),
        (("2021-04-30", "2021-08-31"), "tertial", ["2021T1", "2021T2"]),
        (("2019-12-31", "2020-12-31"), "år", ["2019", "2020"]),
    ],
)
def test_a_stratsys_day_stands_for_a_period_as_long_as_the_days_are_apart(
    inbox: Inbox, days: tuple[str, ...], name: str, periods: list[str]
) -> None:
    inbox.ours("Nya företag")
    inbox.text("mått.txt", stratsys(*days))
    source, told = inbox.read()
    assert [str(one.period) for one in source.series["1.1"].observations] == periods
    assert told == [f"mått.txt, cell D2: anmärkning: 1.1 läses som värden för {name}, så långt som datumen står isär"]


def test_a_stratsys_day_that_does_not_exist_is_told(inbox: Inbox) -> None:
    inbox.ours("Nya företag")
    inbox.text("mått.txt", stratsys("2021-04-31", "2021-05-31"))
    assert inbox.told() == [
        "mått.txt, cell B2: ”2021-04-31” är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
    ]


def test_several_organisations_need_the_municipality_among_them(inbox: Inbox) -> None:
    inbox.ours("Nya företag")
    text = stratsys("2021-01-01", "2021-02-01")
    inbox.text(
        "mått.txt", text + text.replace("Kommunstyrelsen", "Vaggeryds kommun").replace(",5", ",9").split("\n", 1)[1]
    )
    assert inbox.values() == {"2021-01": 1.9, "2021-02": 2.9}
