import pytest

from pipeline.read.dates import ambiguous, impossible, parts


@pytest.mark.parametrize(
    "written",
    ["2019-02-20", "20190220", "20 februari 2019", "den 20 feb 2019", "20/2 2019", "20/2/2019", "2019-02-20 13:00"],
)
def test_a_day_is_read_as_it_is_written(written: str) -> None:
    assert parts(written) == (2019, 2, 20)


def test_a_day_that_could_be_two_is_known() -> None:
    assert ambiguous("3/4 2019")
    assert not ambiguous("20/2 2019")
    assert not ambiguous("4/4 2019")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("klart den 31 april", [("31 april", "30 april")]),
        ("30 februari 2019 eller 31 juni", [("30 februari", "28 februari"), ("31 juni", "30 juni")]),
        ("29 februari 2020", []),
        ("29 februari 2019", [("29 februari", "28 februari")]),
        ("2019-04-31", [("2019-04-31", "30 april")]),
        ("2019-13-45", [("2019-13-45", "31 december")]),
        ("ärende 4512-13-45", []),
        ("31 mars, 30 april, 1,5 maj, omkring 45 juni", []),
        ("februari 30", []),
    ],
)
def test_days_that_do_not_exist_are_found_in_a_text(text: str, days: list[tuple[str, str]]) -> None:
    assert list(impossible(text)) == days
