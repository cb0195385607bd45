"""Text outside the fields: every change is found once, and saving alone is no change."""

import random
import re
from pathlib import Path

import pytest

from pipeline.earlier import changes_outside, fields
from tests.earlier.flow import Occasion, edit
from tests.earlier.word import document, edit_xml, field, p, r, resaved, type_in, with_parts

A = "mål-1.analys"
KNOWN = {A: "Mål 1: analys"}
CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{}</w:tbl>"
PAGE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    return CELL.format("".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows))


BODY = (
    p("Delårsrapport", "Title")
    + p("Inledning.")
    + p("Mål 1", "Heading1")
    + p("Prognosen är 76.")
    + table(("Indikator", "Utfall"), ("1.1", "24"), ("1.2", "24"))
    + field(A, p("Fältets text."))
    + p("Efter fältet.")
    + f"<w:p>{r('Sida ')}{PAGE.format('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{PAGE.format('separate')}"
    + f"{r('3')}{PAGE.format('end')}</w:p>"
)
DOCUMENT = document(BODY)


def told(edited: bytes) -> list[str]:
    return [f"{change.place}: {change}" for change in changes_outside(DOCUMENT, edited, KNOWN)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("är 76.", "är 96.", ["stycke under rubriken ”Mål 1”: ”Prognosen är 76.” är ändrat till ”Prognosen är 96.”"]),
        (
            "Inledning.",
            "Ny inledning.",
            ["stycke under rubriken ”Delårsrapport”: ”Inledning.” är ändrat till ”Ny inledning.”"],
        ),
        (p("Efter fältet."), p("Nytt.") + p("Efter fältet."), ["stycke under rubriken ”Mål 1”: Tillagt: ”Nytt.”"]),
        (p("Efter fältet."), p("Efter fältet.") + p("Nytt."), ["stycke under rubriken ”Mål 1”: Tillagt: ”Nytt.”"]),
        (p("Inledning."), "", ["stycke under rubriken ”Delårsrapport”: Borttaget: ”Inledning.”"]),
        (p("24"), p("25"), ["tabell 1, rad 2, kolumn 2: ”24” är ändrat till ”25”"]),
        (p("1.2"), p("1.3"), ["tabell 1, rad 3, kolumn 1: ”1.2” är ändrat till ”1.3”"]),
        ("Mål 1</w:t>", "Mål 2</w:t>", ["rubriken ”Mål 2”: ”Mål 1” är ändrat till ”Mål 2”"]),
        ("Inledning.", "Inledning. ", []),
        ("är 76", "är\u00a076", []),
        ("är 76.", f"är </w:t></w:r>{r('76.')}<w:r><w:t>", []),
        (r("3"), r("4"), []),
        ("Fältets text.", "En helt annan text.", []),
        (p("Efter fältet."), p("") + p("Efter fältet."), []),
    ],
)
def test_each_change_is_told_once_with_its_place(old: str, new: str, expected: list[str]) -> None:
    assert told(edit_xml(DOCUMENT, lambda xml: xml.replace(old, new, 1))) == expected


def test_of_a_long_text_the_part_is_shown_that_differs() -> None:
    long = "Ett ord till. " * 20
    made = document(p(f"{long}Prognosen är 76. {long}"))
    (change,) = changes_outside(made, edit_xml(made, lambda xml: xml.replace("76", "96")), {})

    before, after = "…Ett ord till. Ett ord till. Prognosen är ", f"{' Ett ord till.' * 5} Ett…"
    assert str(change) == f"”{before}76.{after}” är ändrat till ”{before}96.{after}”"


def test_what_is_moved_to_an_empty_cell_beside_is_told() -> None:
    made = document(p("Mål 1", "Heading1") + table(("1.1", "24", "")))
    moved = edit_xml(made, lambda xml: re.sub(r"(<w:tc>(?:(?!<w:tc>).)*24.*?</w:tc>)(<w:tc>.*?</w:tc>)", r"\2\1", xml))

    assert [f"{change.place}: {change}" for change in changes_outside(made, moved, {})] == [
        "tabell 1, rad 1, kolumn 2: Borttaget: ”24”",
        "tabell 1, rad 1, kolumn 3: Tillagt: ”24”",
    ]


def test_a_row_inserted_is_told_as_its_cells_alone() -> None:
    row = f"<w:tr><w:tc>{p('1.15')}</w:tc><w:tc>{p('30')}</w:tc></w:tr>"
    edited = edit_xml(DOCUMENT, lambda xml: xml.replace("<w:tr>", f"{row}<w:tr>", 1))

    assert told(edited) == ["tabell 1, rad 1, kolumn 1: Tillagt: ”1.15”", "tabell 1, rad 1, kolumn 2: Tillagt: ”30”"]


def test_a_text_box_is_outside() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('I rutan.')}</w:txbxContent></w:pict></w:r>"
    edited = edit_xml(DOCUMENT, lambda xml: xml.replace(p("Inledning."), f"<w:p>{r('Inledning.')}{box}</w:p>"))

    assert told(edited) == ["textruta: Tillagt: ”I rutan.”"]


def test_a_header_is_told() -> None:
    made = document(BODY)
    header = '<w:sectPr><w:headerReference w:type="default" r:id="rId77"/>'
    relation = (
        '<Relationship Id="rId77" Target="header7.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/></Relationships>'
    )
    made = edit_xml(made, lambda xml: re.sub(r"<w:sectPr[^>]*>", header, xml))
    made = edit_xml(made, lambda xml: xml.replace("</Relationships>", relation), "word/_rels/document.xml.rels")
    old, new = (with_parts(made, {"word/header7.xml": head(text)}) for text in ("Utkast", "Slutlig"))

    (change,) = changes_outside(old, new, KNOWN)
    assert (change.place, str(change)) == ("sidhuvudet", "”Utkast” är ändrat till ”Slutlig”")


def head(text: str) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:hdr {names}>{p(text)}</w:hdr>".encode()


def test_two_hundred_seeded_changes_outside_are_all_found_and_as_many_inside_are_none() -> None:
    chance = random.Random(20190430)  # noqa: S311 -- the same each time
    words = [f"ord{number}" for number in range(20)]
    body = "".join(
        p(f"{word} utanför") + field(f"mål-{n}.analys", p(f"{word} inne"), n) for n, word in enumerate(words)
    )
    made = document(body + table(*[(word, "–", "–") for word in words]))
    known = {tag: one.title for tag, one in fields(made).items()}

    def changed(inside: bool) -> int:  # noqa: FBT001 -- what the two lines below differ in
        word = chance.choice(words)
        places = [f"{word} inne"] if inside else [f"{word} utanför", f">{word}<"]
        old = chance.choice(places)
        new = old.replace(word, f"{word}{chance.choice('abcdef')}")
        return len(changes_outside(made, edit_xml(made, lambda xml: xml.replace(old, new, 1)), known))

    outside, inside = [changed(False) for _ in range(200)], [changed(True) for _ in range(200)]  # noqa: FBT003
    print(f"outside: {sum(map(bool, outside))} of 200 found; inside: {sum(map(bool, inside))} of 200 told")  # noqa: T201
    assert (outside, inside) == ([1] * 200, [0] * 200)


def test_what_is_changed_outside_is_told_with_where_the_document_lies(tmp_path: Path) -> None:
    april = Occasion(tmp_path)
    first = april.run({"delarsrapport": {A: p("Ett.")}})
    edit(first / "delarsrapport-2019-april.docx", lambda xml: xml.replace("Efter fälten.", "Efter alla fält."), 1)
    edit(first / "delarsrapport-2019-april.docx", type_in(A, p("Skrivet.")), 1)

    april.run({"delarsrapport": {A: p("Ett.")}})

    assert april.told == [
        (
            "output/2019-april/korning-001/delarsrapport-2019-april.docx, stycke i början: anmärkning: texten ligger "
            "utanför fälten och följer inte med till nya dokument. ”Efter fälten.” är ändrat till ”Efter alla fält.”"
        )
    ]


@pytest.mark.office
def test_what_libreoffice_saves_again_is_unchanged_outside(tmp_path: Path) -> None:
    (again,) = resaved([DOCUMENT], tmp_path)

    assert told(again) == []
