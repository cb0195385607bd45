import datetime as dt

import pytest

from pipeline.read.periods import combined, looks_like_period, period_of


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2018-01", "2018-01"),
        ("2018-1", "2018-01"),
        ("2018–12", "2018-12"),
        ("201801", "2018-01"),
        (201801, "2018-01"),
        ("2018M01", "2018-01"),
        ("2018M1", "2018-01"),
        ("2018m12", "2018-12"),
        ("jan 2018", "2018-01"),
        ("jan. 2018", "2018-01"),
        ("Januari  2018", "2018-01"),
        ("2018 januari", "2018-01"),
        ("mars 2018", "2018-03"),
        ("sept 2018", "2018-09"),
        ("2018K1", "2018K1"),
        ("2018 K4", "2018K4"),
        ("2018Q1", "2018K1"),
        ("kvartal 1 2018", "2018K1"),
        ("2018 kv 2", "2018K2"),
        ("2018T1", "2018T1"),
        ("2018 T3", "2018T3"),
        ("tertial 1 2018", "2018T1"),
        ("T2 2018", "2018T2"),
        ("2018", "2018"),
        (2018, "2018"),
        (2018.0, "2018"),
        (dt.datetime(2018, 4, 30), "2018-04"),  # noqa: DTZ001  (a spreadsheet's days have no time zone)
        (dt.date(2018, 4, 1), "2018-04"),
        ("2018-04-30", "2018-04"),
        ("per 30/4 2018", "2018-04"),
    ],
)
def test_periods_are_read_as_they_are_written(written: object, period: str) -> None:
    assert str(period_of(written)) == period


@pytest.mark.parametrize(
    "written",
    [
        "2018-13",
        "2018-00",
        "2018K5",
        "2018T4",
        "2018K0",
        "18",
        "1",
        "20181",
        4.6,
        True,
        None,
        "31 april 2018",
        "1850",
        "Utfall",
    ],
)
def test_what_is_no_period_is_refused(written: object) -> None:
    assert period_of(written) is None


@pytest.mark.parametrize(
    ("year", "part", "per_year", "period"),
    [
        ("2024", "09", 12, "2024-09"),
        (2024, 9, 12, "2024-09"),
        (2024, "Januari", 12, "2024-01"),
        (2024, "K1", 4, "2024K1"),
        (2024, 4, 4, "2024K4"),
        (2024, 3.0, 3, "2024T3"),
        (2024, "2024M03", 12, "2024-03"),
    ],
)
def test_a_year_and_a_part_in_two_columns_are_one_period(
    year: object, part: object, per_year: int, period: str
) -> None:
    assert str(combined(year, part, per_year)) == period


@pytest.mark.parametrize(("part", "per_year"), [(13, 12), (5, 4), (4, 3), (0, 4), ("9" * 5000, 12)])
def test_a_part_that_the_year_does_not_have_is_refused(part: object, per_year: int) -> None:
    assert combined(2024, part, per_year) is None


def test_an_impossible_period_is_known_as_an_attempt_and_a_target_year_is_not() -> None:
    assert looks_like_period("2018-13")
    assert looks_like_period("2018K5")
    assert not looks_like_period("Mål 2019")
    assert not looks_like_period("T1")
