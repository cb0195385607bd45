import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.figures import number_in, only_figure


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234\u202f567", 1234567),
        ("-3", -3),
        ("–3", -3),
        ("−3", -3),
        ("\N{NON-BREAKING HYPHEN}3,5", -3.5),
        ("4,6 %", 4.6),
        ("4.6%", 4.6),
        ("0", 0),
        ("007", 7),
    ],
)
def test_numbers_are_read_as_clerks_write_them(written: str, number: float) -> None:
    assert number_in(written) == number


@pytest.mark.parametrize(
    "written", ["ca 83", "85 st", "1 23", "1.234,5", "8-2", "NaN", "inf", "1e5", "", "<5", "NA", "²", "9" * 400]
)
def test_what_is_more_or_less_than_a_number_is_refused(written: str) -> None:
    assert number_in(written) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_a_number_with_blanks_and_comma_reads_as_itself(whole: int, hundredths: int) -> None:
    written = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}") + f",{hundredths:02}"
    sign = -1 if whole < 0 else 1
    assert number_in(written) == float(f"{whole + sign * hundredths / 100:.15g}")


@pytest.mark.parametrize(("written", "figure"), [("ca 83", "83"), ("85 st", "85"), ("3 av 4", ""), ("många", "")])
def test_the_only_figure_is_suggested(written: str, figure: str) -> None:
    assert only_figure(written) == figure
