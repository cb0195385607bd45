import pytest

from pipeline.blanks import Paragraph
from pipeline.compose.texts import LONG, ambition, genitive, inside, items, meaning, paragraphs, together
from pipeline.model.words import DecisionStage
from tests.cases import goal


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("Ett stycke.", (Paragraph("Ett stycke."),)),
        ("Ett.\n\n  Två.  ", (Paragraph("Ett."), Paragraph("Två."))),
        ("- Ett\n• Två\n– Tre", (Paragraph("Ett", "punkt"), Paragraph("Två", "punkt"), Paragraph("Tre", "punkt"))),
        ("1. Ett\n2) Två\n3. Tre", tuple(Paragraph(text, "nummer") for text in ("Ett", "Två", "Tre"))),
        ("1. Ett\nMellan\n2. Två", (Paragraph("Ett", "nummer"), Paragraph("Mellan"), Paragraph("2. Två"))),
        ("20. mars öppnade vägen", (Paragraph("20. mars öppnade vägen"),)),
        ("1. Ett\n1. Ett igen", (Paragraph("Ett", "nummer"), Paragraph("Ett igen", "nummer"))),
        ("Så här:\n- Ett", (Paragraph("Så här:"), Paragraph("Ett", "punkt"))),
        ("-5 grader", (Paragraph("-5 grader"),)),
        ("2019. Ett årtal", (Paragraph("2019. Ett årtal"),)),
        ("1.1 Ett id", (Paragraph("1.1 Ett id"),)),
    ],
)
def test_each_line_of_a_cell_is_a_paragraph_and_a_mark_makes_it_an_item(
    cell: str, expected: tuple[Paragraph, ...]
) -> None:
    assert paragraphs(cell) == expected


def test_items_are_the_lines_without_their_marks() -> None:
    assert items("1. att godkänna\n- att fastställa\n\natt avslå") == ("att godkänna", "att fastställa", "att avslå")


@pytest.mark.parametrize(
    ("stage", "cell", "expected"),
    [
        (DecisionStage.PRELIMINARY, "Minst 95.", ("Preliminär ambitionsnivå: Minst 95.",)),
        (None, "Minst 95.", ("Preliminär ambitionsnivå: Minst 95.",)),
        (DecisionStage.ADOPTED, "Minst 95.", ("Ambitionsnivå: Minst 95.",)),
        (None, "Preliminär ambitionsnivå är att växa.", ("Preliminär ambitionsnivå är att växa.",)),
        (DecisionStage.PRELIMINARY, "Preliminär ambitionsnivå: Att växa.", ("Preliminär ambitionsnivå: Att växa.",)),
        (DecisionStage.ADOPTED, "AMBITIONSNIVÅ: minst 95", ("AMBITIONSNIVÅ: minst 95",)),
        (DecisionStage.PRELIMINARY, "Föreslagen ambitionsnivå: minst 95", ("Föreslagen ambitionsnivå: minst 95",)),
        (DecisionStage.ADOPTED, "Minst 95.\n- i tätorten", ("Ambitionsnivå: Minst 95.", "i tätorten")),
        (DecisionStage.ADOPTED, "- Minst 95\n- Högst 3", ("Ambitionsnivå:", "Minst 95", "Högst 3")),
        (DecisionStage.ADOPTED, "", ()),
        (DecisionStage.ADOPTED, " \n", ()),
    ],
)
def test_the_level_gets_a_label_only_where_the_clerk_has_not_written_one(
    stage: DecisionStage | None, cell: str, expected: tuple[str, ...]
) -> None:
    found = ambition(goal(stage=stage, ambition_level=cell))

    assert tuple(one.text for one in found) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Fler lokaler.", "Det innebär: Fler lokaler."),
        ("Detta innebär bl.a. fler lokaler.", "Detta innebär bl.a. fler lokaler."),
        ("Det innebär fler lokaler.", "Det innebär fler lokaler."),
        ("Detta kan bl.a. innebära fler lokaler.", "Detta kan bl.a. innebära fler lokaler."),
        ("Det här innebär fler lokaler.", "Det här innebär fler lokaler."),
        ("Nivån innebär fler lokaler.", "Nivån innebär fler lokaler."),
    ],
)
def test_the_meaning_gets_a_label_only_where_the_clerk_has_not_written_one(cell: str, expected: str) -> None:
    assert meaning(goal(meaning=cell)) == (Paragraph(expected),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kommunledningskontoret", "Kommunledningskontorets"),
        ("Kommunstyrelsen", "Kommunstyrelsens"),
        ("Teknik och miljö i Borås", "Teknik och miljö i Borås"),
        ("KS", "KS:s"),
    ],
)
def test_the_genitive_has_one_s(name: str, expected: str) -> None:
    assert genitive(name) == expected


def test_an_organ_has_a_small_letter_inside_a_sentence() -> None:
    assert inside("Kommunstyrelsens arbetsutskott") == "kommunstyrelsens arbetsutskott"


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence() -> None:
    assert inside("KSAU") == "KSAU"


HALF = "Ord " * (LONG // 8) + "sist."


@pytest.mark.parametrize(
    ("first", "several", "last", "expected"),
    [
        ("Alla.", ("Ett.", "Två."), "Slut.", (Paragraph("Alla. Ett. Två. Slut."),)),
        ("", ("Ett.",), "", (Paragraph("Ett."),)),
        ("Alla.", (), HALF * 2, (Paragraph(f"Alla. {HALF * 2}"),)),
        ("Alla.", (HALF * 2,), "Slut.", (Paragraph(f"Alla. {HALF * 2} Slut."),)),
        ("Alla.", (HALF, HALF), "", (Paragraph("Alla."), Paragraph(HALF, "punkt"), Paragraph(HALF, "punkt"))),
        ("", (HALF, HALF), "Slut.", (Paragraph(HALF, "punkt"), Paragraph(HALF, "punkt"), Paragraph("Slut."))),
    ],
)
def test_several_sentences_are_a_list_only_where_a_paragraph_would_be_long(
    first: str, several: tuple[str, ...], last: str, expected: tuple[Paragraph, ...]
) -> None:
    assert together(first, several, last) == expected
