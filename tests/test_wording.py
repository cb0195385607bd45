from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import wording
from pipeline.model.periods import Period

NBSP, MINUS = "\u00a0", "\u2212"
ANY_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CHANCES = st.floats(0, 1)


def spaced(text: str) -> str:
    """Write ``_`` for a no-break space, so that a table shows where they are."""
    return text.replace(NBSP, "_")


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0, 0, "0"),
        (0, 1, "0,0"),
        (4.6, 1, "4,6"),
        (-4.6, 1, "−4,6"),
        (999, 0, "999"),
        (1234.5, 1, "1_234,5"),
        (1023.2, 1, "1_023,2"),
        (-1234567.891, 2, "−1_234_567,89"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (2.675, 2, "2,68"),
        (1.005, 2, "1,01"),
        (-0.04, 1, "0,0"),
        (1e-7, 3, "0,000"),
        (1e15, 0, "1_000_000_000_000_000"),
        (1e30, 1, "1" + "_000" * 10 + ",0"),
    ],
)
def test_a_number_is_written_in_swedish_and_rounded_away_from_zero(value: float, places: int, text: str) -> None:
    assert spaced(wording.number(value, places)) == text


@given(ANY_NUMBER, st.integers(0, 3))
def test_a_written_number_says_the_number_rounded(value: float, places: int) -> None:
    text = wording.number(value, places)

    said = Decimal(text.replace(NBSP, "").replace(MINUS, "-").replace(",", "."))

    assert abs(said - Decimal(repr(value))) <= Decimal(5).scaleb(-places - 1)
    assert len(text.partition(",")[2]) == places


@given(ANY_NUMBER, st.integers(0, 3))
def test_a_written_number_is_grouped_in_threes_and_never_broken(value: float, places: int) -> None:
    whole = wording.number(value, places).removeprefix(MINUS).partition(",")[0].split(NBSP)

    assert set("".join(whole)) <= set("0123456789")
    assert 1 <= len(whole[0]) <= 3
    assert all(len(group) == 3 for group in whole[1:])


@given(ANY_NUMBER, st.integers(0, 3))
def test_a_number_and_its_opposite_differ_only_in_their_sign(value: float, places: int) -> None:
    assert wording.number(-value, places).removeprefix(MINUS) == wording.number(value, places).removeprefix(MINUS)


@pytest.mark.parametrize(
    ("unit", "share"),
    [
        ("procent", True),
        ("Procent ", True),
        ("andel", True),
        ("%", True),
        ("andel (%)", True),
        ("andel elever", True),
        ("procentenheter", False),
        ("antal", False),
        ("index", False),
        ("", False),
    ],
)
def test_a_share_is_known_by_its_unit(unit: str, *, share: bool) -> None:
    assert wording.is_share(unit) is share


@pytest.mark.parametrize(
    ("unit", "values", "places"),
    [
        ("antal", [4.25], 0),
        ("Antal företag", [4.25], 0),
        ("personer", [], 0),
        ("kr", [99.5], 0),
        ("tkr", [99.5], 0),
        ("mnkr", [4.25], 1),
        ("procent", [4.25], 1),
        ("andel (%)", [4.25], 1),
        ("index", [], 1),
        ("index", [80, 79], 0),
        ("dagar", [3, 4.25, 0.5], 2),
        ("dagar", [1 / 3], 3),
        ("dagar", [0.1 + 0.2], 1),
        ("poäng", [1000.0], 0),
        ("", [-0.5], 1),
    ],
)
def test_decimals_follow_the_unit_or_what_is_written(unit: str, values: list[float], places: int) -> None:
    assert wording.decimals(unit, values) == places


@pytest.mark.parametrize(
    ("value", "unit", "places", "text"),
    [
        (4.6, "procent", 1, "4,6_procent"),
        (4.6, "%", 1, "4,6_procent"),
        (4.6, "andel", 1, "4,6_procent"),
        (1.5, "procentenheter", 1, "1,5_procentenheter"),
        (1200, "tkr", 0, "1_200_tkr"),
        (12, " dagar ", 0, "12_dagar"),
        (87, "antal", 0, "87"),
        (87, "Antal företag", 0, "87"),
        (81, "index", 0, "81"),
        (3, "placering", 0, "3"),
        (3, "", 0, "3"),
    ],
)
def test_a_quantity_in_prose_has_its_unit_where_it_has_one(value: float, unit: str, places: int, text: str) -> None:
    assert spaced(wording.quantity_in_prose(value, unit, places)) == text


@pytest.mark.parametrize(
    ("value", "one", "text"),
    [
        (0, "ett", "noll"),
        (1, "ett", "ett"),
        (1, "en", "en"),
        (2, "en", "två"),
        (12, "ett", "tolv"),
        (13, "ett", "13"),
        (1250, "ett", "1_250"),
        (-1, "ett", "−1"),
    ],
)
def test_counts_are_words_up_to_twelve(value: int, one: str, text: str) -> None:
    assert spaced(wording.count(value, one)) == text


@pytest.mark.parametrize(
    ("value", "nouns", "one", "text"),
    [
        (0, ("anmärkning", "anmärkningar"), "en", "noll anmärkningar"),
        (1, ("anmärkning", "anmärkningar"), "en", "en anmärkning"),
        (1, ("kvartal", "kvartal"), "ett", "ett kvartal"),
        (13, ("anmärkning", "anmärkningar"), "en", "13 anmärkningar"),
    ],
)
def test_a_counted_noun_follows_its_number_and_gender(value: int, nouns: tuple[str, str], one: str, text: str) -> None:
    assert wording.counted(value, *nouns, one) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["1"], "1"), (["1", "2"], "1 och 2"), (["1", "2", "3"], "1, 2 och 3")],
)
def test_items_are_listed_as_prose(items: list[str], text: str) -> None:
    assert wording.listed(items) == text


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([2], "mål_2"),
        ([2, 1], "mål_1 och 2"),
        ([1, 2, 3], "mål_1, 2 och 3"),
        ([1, 2, 3, 4, 5], "mål_1–5"),
        ([1, 2, 3, 5], "mål_1, 2, 3 och 5"),
        ([8, 1, 2, 3, 4, 6], "mål_1–4, 6 och 8"),
        ([1, 2, 3, 4, 6, 7, 8, 9], "mål_1–4 och 6–9"),
    ],
)
def test_goals_are_listed_with_four_or_more_in_a_row_as_a_range(numbers: list[int], text: str) -> None:
    assert spaced(wording.goals_listed(numbers)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("målet nås", "Målet nås."),
        (" åtgärden är klar. ", "Åtgärden är klar."),
        ("är målet nått?", "Är målet nått?"),
        ("detta gäller:", "Detta gäller:"),
        ("vi väntar…", "Vi väntar…"),
        ("KSAU beslutar", "KSAU beslutar."),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_and_has_one_end_mark(text: str, written: str) -> None:
    assert wording.sentence(text) == written


@pytest.mark.parametrize(
    ("value", "known_year", "text"),
    [
        (date(2019, 2, 20), None, "den 20_februari 2019"),
        (date(2019, 3, 1), 2019, "den 1_mars"),
        (date(2020, 3, 1), 2019, "den 1_mars 2020"),
    ],
)
def test_a_day_in_prose_leaves_out_the_known_year(value: date, known_year: int | None, text: str) -> None:
    assert spaced(wording.day(value, known_year=known_year)) == text


def test_a_day_in_a_table_is_iso_or_nothing() -> None:
    assert wording.iso(date(2019, 2, 3)) == "2019-02-03"
    assert wording.iso(None) == ""


@given(DAYS)
def test_a_day_in_prose_says_the_day(value: date) -> None:
    _, number, month, year = wording.day(value).replace(NBSP, " ").split(" ")

    assert date(int(year), wording.MONTHS.index(month) + 1, int(number)) == value


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("22", "§_22"),
        ("§ 22", "§_22"),
        ("§22", "§_22"),
        (f"§{NBSP}22", "§_22"),
        ("63/20", "§_63/20"),
        ("§§ 20–25", "§§_20–25"),
        ("", "§____"),
        (" § ", "§____"),
    ],
)
def test_a_paragraph_has_its_sign_and_an_empty_one_a_line_to_write_on(paragraph: str, text: str) -> None:
    assert spaced(wording.section(paragraph)) == text


@pytest.mark.parametrize(
    ("period", "text", "short"),
    [
        (Period(2019, 0, 12), "januari 2019", "jan"),
        (Period(2019, 3, 12), "april 2019", "apr"),
        (Period(2019, 4, 12), "maj 2019", "maj"),
        (Period(2019, 5, 12), "juni 2019", "juni"),
        (Period(2019, 11, 12), "december 2019", "dec"),
        (Period(2019, 0, 4), "första kvartalet 2019", "kv_1"),
        (Period(2019, 3, 4), "fjärde kvartalet 2019", "kv_4"),
        (Period(2019, 1, 3), "andra tertialet 2019", "T2"),
        (Period(2019, 0, 1), "2019", "1"),
    ],
)
def test_a_period_is_named_with_its_year_and_shortly_for_an_axis(period: Period, text: str, short: str) -> None:
    assert wording.period(period) == text
    assert spaced(wording.short_part(period.per_year, period.index)) == short


@pytest.mark.parametrize(
    ("per_year", "known", "text"),
    [
        (12, 4, "maj–december"),
        (12, 8, "september–december"),
        (12, 10, "november–december"),
        (12, 11, "december"),
        (4, 1, "kvartal_2–4"),
        (4, 2, "kvartal_3–4"),
        (4, 3, "fjärde kvartalet"),
        (3, 1, "tertial_2–3"),
        (3, 2, "tredje tertialet"),
    ],
)
def test_the_rest_of_the_year_is_named_by_its_parts(per_year: int, known: int, text: str) -> None:
    assert spaced(wording.rest_of_year(per_year, known)) == text


@pytest.mark.parametrize(
    ("per_year", "known", "counted", "pace"),
    [
        (12, 1, "en månad", "i månaden"),
        (12, 4, "fyra månader", "i månaden"),
        (4, 1, "ett kvartal", "per kvartal"),
        (4, 2, "två kvartal", "per kvartal"),
        (3, 1, "ett tertial", "per tertial"),
        (3, 2, "två tertial", "per tertial"),
        (1, 1, "ett år", "per år"),
        (1, 10, "tio år", "per år"),
    ],
)
def test_parts_of_the_year_are_counted_in_their_gender(per_year: int, known: int, counted: str, pace: str) -> None:
    assert wording.parts(per_year, known) == counted
    assert wording.each_part(per_year) == pace


@pytest.mark.parametrize(
    ("probability", "prose", "table"),
    [
        (0.0, "mindre än 10_procent", "<_1_%"),
        (0.004, "mindre än 10_procent", "<_1_%"),
        (0.005, "mindre än 10_procent", "1_%"),
        (0.0999, "mindre än 10_procent", "10_%"),
        (0.1, "omkring 10_procent", "10_%"),
        (0.25, "omkring 30_procent", "25_%"),
        (0.285, "omkring 30_procent", "29_%"),
        (0.349, "omkring 30_procent", "35_%"),
        (0.35, "omkring 40_procent", "35_%"),
        (0.46, "omkring 50_procent", "46_%"),
        (0.75, "omkring 80_procent", "75_%"),
        (0.9, "omkring 90_procent", "90_%"),
        (0.901, "mer än 90_procent", "90_%"),
        (0.994, "mer än 90_procent", "99_%"),
        (0.995, "mer än 90_procent", ">_99_%"),
        (1.0, "mer än 90_procent", ">_99_%"),
    ],
)
def test_a_chance_is_in_tens_in_prose_and_in_percent_in_a_table(probability: float, prose: str, table: str) -> None:
    assert spaced(wording.chance(probability)) == prose
    assert spaced(wording.chance_in_table(probability)) == table


@given(CHANCES)
def test_a_chance_in_prose_is_within_five_percent_and_never_sure(probability: float) -> None:
    words = wording.chance(probability).replace(NBSP, " ").split(" ")
    said, hedge = int(words[-2]) / 100, words[:-2]

    match hedge:
        case ["omkring"]:
            assert abs(said - probability) <= 0.05 + 1e-9
        case ["mindre", "än"]:
            assert probability < said
        case _:
            assert (hedge, said) == (["mer", "än"], 0.9)
            assert probability > 0.9


@given(DAYS, DAYS)
def test_days_in_a_table_sort_as_time(one: date, other: date) -> None:
    assert (wording.iso(one) < wording.iso(other)) is (one - other < timedelta())
