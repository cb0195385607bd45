"""Fields that people write in: a prompt while they are empty, and marks that find them again."""

import pytest
from docx.oxml.ns import qn

from pipeline.blanks import AreaBlank, Protocol
from pipeline.model.marks import end_mark, mark
from pipeline.problems import Problems
from pipeline.render import printable, render, without_prompts
from pipeline.render.blocks import CONTROL
from tests.outline import opened, outline
from tests.render.fields import control, texts_of, with_controls
from tests.render.word import refused, rendered
from tests.samples import empty, goal, text

MINUTES = empty(Protocol, titel="T", yrkanden=text("Ja.", "Nej."))
FIELD = "{%p for s in yrkanden %}", "{{ s.text }}", "{%p endfor %}"
GOALS = empty(
    Protocol, titel="T", programområden=(AreaBlank(namn="", mål=(goal(1, "A"), goal(2, 'B & "C" <d>'), goal(3, "C"))),)
)


OWN = (
    "men var och en ska ha en egen; inne i en slinga skrivs den med målets nummer, som i "
    "”mål-{{ mål.nummer }}.analys” eller ”Mål {{ mål.nummer }}: analys”"
)


def lines(document: bytes) -> list[str]:
    return outline(document).splitlines()


@pytest.mark.parametrize(
    ("blanks", "told"),
    [
        (MINUTES, ["<Yrkanden | yrkanden>", "[Normal] Ja.", "[Normal] Nej.", "</>"]),
        (empty(Protocol, titel="T"), ["<Yrkanden | yrkanden>", "[uppmaning] Skriv yrkandena här", "</>"]),
    ],
)
def test_a_prompt_stands_only_where_nothing_is_written(blanks: Protocol, told: list[str]) -> None:
    word = with_controls(control("yrkanden", "Yrkanden", *FIELD, prompt="Skriv yrkandena här"))

    assert lines(rendered(word, blanks)) == told


def test_a_field_with_neither_text_nor_prompt_leaves_nothing() -> None:
    word = with_controls("Före.", control("yrkanden", "Yrkanden", *FIELD), "Efter.")

    assert lines(rendered(word, empty(Protocol, titel="T"))) == ["[Body Text] Före.", "[Body Text] Efter."]


def test_a_field_in_a_loop_is_named_after_its_goal() -> None:
    own = control("mål-{{ mål.nummer }}.{{ mål.namn }}", "{{ mål.namn }}", prompt="Skriv")
    loop = ("{%p for område in programområden %}{%p for mål in område.mål %}", "{%p endfor %}{%p endfor %}")
    begin, end = (part.replace("%}{%", "%}|{%").split("|") for part in loop)
    document = rendered(with_controls(*begin, own, *end), GOALS)

    assert [line for line in lines(document) if line.startswith("<M") or "|" in line] == [
        "<A | mål-1.A>",
        '<B & "C" <d> | mål-2.B & "C" <d>>',
        "<C | mål-3.C>",
    ]


def test_every_control_has_an_id_of_its_own_the_same_each_time() -> None:
    word = with_controls(*(control(f"f{number}", f"F{number}", prompt="Skriv") for number in range(40)))
    one, other = (rendered(word, MINUTES) for _ in range(2))
    ids = [str(one.get(qn("w:val"))) for one in opened(one).element.body.xpath(".//w:sdtPr/w:id")]

    assert one == other
    assert len(ids) == len(set(ids)) == 40
    assert all(0 < int(number) < 2**31 for number in ids)


def test_a_field_stands_between_its_two_marks() -> None:
    body = opened(rendered(with_controls("Före.", control("a.b", "A", "x"), "Efter."), MINUTES)).element.body
    names = [one.get(qn("w:name")) or one.tag.rpartition("}")[2] for one in body]

    assert names == ["p", mark("a.b"), "bookmarkEnd", "sdt", end_mark("a.b"), "bookmarkEnd", "p", "sectPr"]


@pytest.mark.parametrize(
    ("tags", "titles", "told"),
    [
        (
            ("a", "a"),
            ("A", "B"),
            f"2 innehållskontroller får taggen ”a”, {OWN}",
        ),
        (
            ("a", "b"),
            ("A", "A"),
            f"2 innehållskontroller får titeln ”A”, {OWN}",
        ),
        (
            ("a", "b"),
            ("A", ""),
            "en innehållskontroll saknar titel; högerklicka på den, välj Egenskaper och skriv en",
        ),
        (("a" * 65, "b"), ("A", "B"), f"taggen ”{'a' * 59}…” är för lång; Word tar högst 64 tecken"),
    ],
)
def test_fields_that_cannot_be_told_apart_are_a_fault(tags: list[str], titles: list[str], told: str) -> None:
    word = with_controls(*(control(tag, title, "x") for tag, title in zip(tags, titles, strict=True)))

    assert refused(word, MINUTES) == [f"protokoll.docx: {told}"]


def test_a_field_that_is_copied_to_every_goal_is_a_fault() -> None:
    loop = ("{%p for område in programområden %}", "{%p for mål in område.mål %}")
    word = with_controls(*loop, control("analys", "Analys", "x"), "{%p endfor %}", "{%p endfor %}")

    assert refused(word, GOALS)[0].startswith("protokoll.docx: 3 innehållskontroller får taggen ”analys”")


PAGE = with_controls(
    "Heading 1::§ 1",
    "Heading 2::Yrkanden",
    control("yrkanden", "Yrkanden", prompt="Skriv yrkandena här"),
    "Heading 2::Omröstning",
    control("omröstning", "Omröstning", prompt="Skriv"),
    "Åtta röster mot fem.",
    "Heading 2::Beslut",
    control("beslut", "Beslut", "Att godkänna."),
    "Heading 2::Mål 2. Egen försörjning",
    control("mål-2.tillägg", "Mål 2: tillägg", prompt="Tillägg"),
    "Heading 2::Sist",
    control("a", "Ett", prompt="Skriv"),
    control("b", "Två", prompt="Skriv"),
)
SETTLED = [
    "[Heading 1] § 1",
    "[Heading 2] Omröstning",
    "[Body Text] Åtta röster mot fem.",
    "[Heading 2] Beslut",
    "<Beslut | beslut>",
    "[Normal] Att godkänna.",
    "</>",
    "[Heading 2] Mål 2. Egen försörjning",
]


def test_a_settled_document_has_neither_prompts_nor_headings_that_led_only_to_them() -> None:
    document = without_prompts(rendered(PAGE, MINUTES))

    assert lines(document) == SETTLED
    assert [one.get(qn("w:name")) for one in opened(document).element.body.iter(qn("w:bookmarkStart"))] == [
        mark("beslut"),
        end_mark("beslut"),
    ]


def test_what_is_printed_has_no_controls_left() -> None:
    document = printable(rendered(PAGE, MINUTES))

    assert lines(document) == [line for line in SETTLED if not line.startswith("<")]
    assert not list(opened(document).element.body.iter(CONTROL, qn("w:bookmarkStart"), qn("w:bookmarkEnd")))


def test_a_document_is_known_by_its_subject_when_it_is_renamed() -> None:
    document = render(PAGE, MINUTES, "protokoll.docx", Problems(), subject="protokoll-ksau-2019-april")

    assert document is not None
    assert opened(document).core_properties.subject == "protokoll-ksau-2019-april"


def test_lists_are_numbered_and_tied_inside_a_field_as_outside_it() -> None:
    blanks = empty(Protocol, titel="T", beslut=("ett", "två"))
    points = control("beslut", "Beslut", "{%p for punkt in beslut %}", "{{ punkt }}", "{%p endfor %}")
    for paragraph in points.iter(qn("w:p")):
        paragraph.get_or_add_pPr()._add_pStyle().set(qn("w:val"), "ListNumber")  # type: ignore[attr-defined] # noqa: SLF001
    body = opened(rendered(with_controls("Vi beslutar", points, "List Number::tre"), blanks)).element.body
    numbers = [str(one.get(qn("w:val"))) for one in body.xpath(".//w:numPr/w:numId")]

    assert len(numbers) == 3
    assert len(set(numbers)) == 1
    assert [bool(one.xpath("./w:pPr/w:keepNext")) for one in body.iter(qn("w:p"))] == [True, True, True, False]
    assert texts_of(rendered(with_controls(control("a", "A", "x")), blanks)) == {"a": "x"}
