"""What programs do to a text is undone; what people do is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.earlier.flattened import restored
from pipeline.earlier.mend import mended, same
from pipeline.model.written import Stretch, Written, WrittenParagraph

SITE = "https://example.org/a?b=1&c=2"
BOLD = (Stretch("Mål 1 "), Stretch("nås", bold=True), Stretch(" inte."))
LINKED = (Stretch("Se "), Stretch("sidan", link=SITE), Stretch(" för mer."))


def plain(text: str) -> WrittenParagraph:
    return WrittenParagraph((Stretch(text),))


@pytest.mark.parametrize(
    ("original", "flat", "expected"),
    [
        (BOLD, "Mål 1 nås inte.", BOLD),
        (BOLD, "Mål 1 nås inte alls.", (*BOLD[:2], Stretch(" inte alls."))),
        (BOLD, "Mål 1 beräknas bli nås inte.", (Stretch("Mål 1 beräknas bli "), *BOLD[1:])),
        (BOLD, "Mål 1 uppfylls inte.", (Stretch("Mål 1 uppfylls inte."),)),
        ((Stretch("Allt är fetstil", bold=True),), "Allt blir fetstil", (Stretch("Allt blir fetstil", bold=True),)),
        (BOLD, "Något helt annat", (Stretch("Något helt annat"),)),
        ((), "Ny text", (Stretch("Ny text"),)),
        (LINKED, f'Se HYPERLINK "{SITE}"sidan för mer.', LINKED),
        (LINKED, f'Läs och se HYPERLINK "{SITE}"sidan för mer.', (Stretch("Läs och se "), *LINKED[1:])),
        ((), f'Se HYPERLINK "{SITE}"sidan', (Stretch("Se "), Stretch("sidan", link=SITE))),
        (
            (Stretch("Rad ett.\nRad två.\nRad tre."),),
            "\n\nRad ett.Rad två.Rad tre.",
            (Stretch("Rad ett.\nRad två.\nRad tre."),),
        ),
        ((Stretch("Rad ett.\nRad två."),), "\nRad ett.Rad två och mer.", (Stretch("Rad ett.\nRad två och mer."),)),
        ((Stretch("Rad ett."),), "\nRad ett.", (Stretch("\nRad ett."),)),
    ],
)
def test_a_flattened_paragraph_looks_as_it_did(
    original: tuple[Stretch, ...], flat: str, expected: tuple[Stretch, ...]
) -> None:
    assert restored(plain(flat), original).stretches == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((plain("Skriv texten här."),), ()),
        ((plain("Skriv texten här. Vi ser att"),), (plain("Vi ser att"),)),
        ((plain("Skriv texten här."), plain("Vi ser att")), (plain("Vi ser att"),)),
        ((plain("Skrivet på eget sätt"),), (plain("Skrivet på eget sätt"),)),
    ],
)
def test_a_prompt_that_someone_has_gone_on_writing_after_is_left_out(content: Written, expected: Written) -> None:
    assert mended(content, (), "Skriv texten här.") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (plain("Text."), plain(" Text. "), True),
        (plain("Café"), plain("Cafe\N{COMBINING ACUTE ACCENT}"), True),
        (plain("Text."), plain("Texter."), False),
        (plain("Text."), WrittenParagraph((Stretch("Text.", bold=True),)), False),
        (plain("Text."), WrittenParagraph((Stretch("Text."),), "punkt"), False),
        (WrittenParagraph((Stretch("x", link=f"{SITE}/"),)), WrittenParagraph((Stretch("x", link=SITE),)), True),
        (plain("Text. "), WrittenParagraph((Stretch("Text."), Stretch(" ", bold=True))), True),
    ],
)
def test_texts_are_the_same_but_for_spaces_at_the_ends(
    one: WrittenParagraph,
    other: WrittenParagraph,
    expected: bool,  # noqa: FBT001 -- a row of the table
) -> None:
    assert same((one,), (other,)) is expected


TEXTS = st.text(st.characters(exclude_categories=["C"], exclude_characters="\n"), min_size=1, max_size=20)
STRETCHES = st.lists(st.builds(Stretch, TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=5)


@given(STRETCHES, TEXTS)
def test_no_sign_is_lost_or_invented_when_looks_are_given_back(stretches: list[Stretch], text: str) -> None:
    assert restored(plain(text), stretches).text == text


@given(STRETCHES)
def test_an_unchanged_paragraph_gets_all_its_looks_back(stretches: list[Stretch]) -> None:
    original = WrittenParagraph(tuple(stretches))

    assert same((restored(plain(original.text), stretches),), (restored(original, stretches),))
