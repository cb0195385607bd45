import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import Place, Problems
from pipeline.read.texts import clean, decoded, fold, holds_person, masked

PLACE = Place("a.xlsx", "Mål", 2, 3)


@pytest.mark.parametrize(
    "text",
    ["R&D", "a < b", "{{ mål.namn }}", "None", "NA", "007", "=1+1", "rad 1\nrad 2", "👩\u200d🔬", "a  b", "§\u00a022"],
)
def test_a_text_stays_as_it_is(text: str) -> None:
    problems = Problems()
    assert clean(text, PLACE, problems) == text
    assert list(problems) == []


def test_line_ends_and_letters_get_one_form_and_outer_blanks_go() -> None:
    problems = Problems()
    assert clean(unicodedata.normalize("NFD", " \u00a0Må\r\nl\vx ") + "\n", PLACE, problems) == "Må\nl\nx"
    assert list(problems) == []


@pytest.mark.parametrize("invisible", ["\x08", "\x00", "\u202e", "\u200b", "\ud800", "\ufeff", "\x9f", "\f"])
def test_what_nobody_sees_is_removed_with_a_remark(invisible: str) -> None:
    problems = Problems()
    assert clean(f"a{invisible}b", PLACE, problems) == "ab"
    assert list(map(str, problems)) == ["a.xlsx, blad Mål, cell C2: anmärkning: osynliga tecken är borttagna ur texten"]


def test_a_workbooks_escapes_are_decoded_once() -> None:
    assert decoded("a_x0008_b _x005F_x0008_ _x_") == "a\x08b _x0008_ _x_"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("ring 811218-9876 i morgon", True),
        ("19811218-9876", True),
        ("198112189876", True),
        ("198112189877", False),
        ("811218+9876", True),
        ("dnr 2019-1234", False),
        ("991399-1234", False),
        ("telefon 0370-67 80 00", False),
        ("8112189876", False),
    ],
)
def test_personal_identity_numbers_are_noticed(text: str, holds: bool) -> None:  # noqa: FBT001
    assert holds_person(text) is holds


def test_a_personal_identity_number_is_told_without_its_digits() -> None:
    problems = Problems()
    clean("ring 811218-9876", PLACE, problems)
    assert list(map(str, problems)) == [
        (
            "a.xlsx, blad Mål, cell C2: anmärkning: texten innehåller något som ser ut som ett personnummer: "
            "ta bort det om det inte ska publiceras"
        )
    ]
    assert masked("ring 811218-9876") == "ring ●●●●●●-●●●●"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text, PLACE, Problems())
    assert clean(once, PLACE, Problems()) == once


@pytest.mark.parametrize("heading", ["Målvärde", " målvärde ", "MÅL-VÄRDE", "Mål\nvärde", "Målvärde 2019", "Målvärde:"])
def test_headings_are_folded_alike(heading: str) -> None:
    assert fold(unicodedata.normalize("NFD", heading)) == "målvärde"
