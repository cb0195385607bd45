import pytest

from pipeline.model.periods import Period, written_period


@pytest.mark.parametrize(
    "period", [Period(2019, 0, 12), Period(2019, 11, 12), Period(2019, 3, 4), Period(2019, 2, 3), Period(2019, 0, 1)]
)
def test_a_period_that_has_been_written_is_read_again(period: Period) -> None:
    assert written_period(str(period)) == period


@pytest.mark.parametrize(
    "text", ["", "april", "2019-13", "2019-00", "2019-4", "2019K5", "2019T4", "2019K", "2019 ", "19"]
)
def test_another_text_is_no_period(text: str) -> None:
    assert written_period(text) is None
