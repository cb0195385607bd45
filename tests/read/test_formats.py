import datetime as dt

import pytest

from pipeline.read.formats import is_percent, scaled, shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (665, "General", "665"),
        (665, "0000", "0665"),
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (2019.0, "General", "2019"),
        (-7, "000", "-007"),
        (25000, "#,##0", "25\u00a0000"),
        (0.15, "0%", "15\u00a0%"),
        (0.046, "0.0%", "4.6\u00a0%"),
        (0.1 + 0.2, "General", "0.3"),
        (12, '0" st"', "12"),
        (True, "General", "SANT"),
        (dt.date(2019, 5, 1), "mmm-yy", "maj 2019"),
        (dt.date(2019, 5, 1), "yyyy-mm-dd", "2019-05-01"),
        (None, "General", ""),
    ],
)
def test_a_value_is_shown_as_excel_shows_it(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_percent_sign_in_quotes_is_no_percent_format() -> None:
    assert is_percent("0.0%")
    assert not is_percent('0.0" %"')
    assert scaled(0.046, "0.0%") == 4.6
    assert scaled(0.07, "0%") == 7
