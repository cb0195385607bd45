from pathlib import Path

import pytest

from pipeline.earlier import fields
from pipeline.earlier.candidates import said
from pipeline.earlier.edits import as_given
from pipeline.earlier.package import DAMAGED, LOCKED, UnreadableError
from pipeline.model.written import Field, Stretch, Written, WrittenParagraph
from tests.earlier.word import NAMESPACES, control, document, edit_xml, field, p, part, r, resaved, with_parts

ANALYSIS = "mål-3.analys"
DRAWING = "<w:r><w:drawing/></w:r>"
LINK = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.se" </w:instrText></w:r>'
CHARTS = (
    '<a:graphic xmlns:a="a"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
)


def read(content: str) -> Field:
    return fields(document(field(ANALYSIS, content)))[ANALYSIS]


def plain(*lines: str) -> Written:
    return tuple(WrittenParagraph((Stretch(line),)) for line in lines)


def test_a_field_is_known_by_its_tag_and_has_its_title() -> None:
    found = read(p("Fler söker."))

    assert found == Field(tag=ANALYSIS, title="Mål 3: analys", content=plain("Fler söker."))


def test_a_document_without_controls_has_no_fields() -> None:
    assert fields(document(p("Bara text."))) == {}


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (r("Fler ") + r("söker."), "Fler söker."),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>KS</w:t><w:noBreakHyphen/><w:t>beslut</w:t></w:r>", "KS\N{NON-BREAKING HYPHEN}beslut"),
        ("<w:r><w:t>kommun</w:t><w:softHyphen/><w:t>styrelse</w:t></w:r>", "kommun\N{SOFT HYPHEN}styrelse"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95</w:t></w:r>', "≥95"),
        ("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab"),
        (r("a") + '<w:ins w:id="1">' + r("b") + "</w:ins>" + r("c"), "abc"),
        (r("a") + '<w:del w:id="1"><w:r><w:delText>b</w:delText></w:r></w:del>' + r("c"), "ac"),
        (r("a") + '<w:moveFrom w:id="1">' + r("b") + "</w:moveFrom>", "a"),
        (r("a") + '<w:moveTo w:id="1">' + r("b") + "</w:moveTo>", "ab"),
        (r("a") + "<w:smartTag>" + r("b") + "</w:smartTag>", "ab"),
        (r("a") + "<w:sdt><w:sdtContent>" + r("b") + "</w:sdtContent></w:sdt>", "ab"),
        (r("s. ") + '<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>", "s. 3"),
        (LINK + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("här"), "här"),
        (r("a") + '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>' + r("b"), "ab"),
        (r("a & b < c"), "a & b < c"),
        ("<w:r><w:t> a </w:t></w:r>", "a"),
        (r(" a "), " a "),
    ],
)
def test_text_is_read_as_if_every_change_were_accepted(xml: str, text: str) -> None:
    assert [one.text for one in read(f"<w:p>{xml}</w:p>").content] == [text]


@pytest.mark.parametrize(
    ("marks", "bold", "italic"),
    [
        ("<w:b/>", True, False),
        ("<w:i/>", False, True),
        ("<w:b/><w:i/>", True, True),
        ('<w:b w:val="0"/>', False, False),
        ('<w:b w:val="true"/>', True, False),
        ('<w:rStyle w:val="Strong"/>', True, False),
        ('<w:rStyle w:val="Emphasis"/>', False, True),
        ('<w:rStyle w:val="Strong"/><w:b w:val="0"/>', False, False),
        ("<w:u/>", False, False),
    ],
)
def test_bold_and_italic_are_kept(marks: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 -- a row of the table
    found = read(p(r("Före ") + r("ordet", marks)))

    looks = {one.text: (one.bold, one.italic) for one in found.content[0].stretches}
    assert looks.get("ordet", (False, False)) == (bold, italic)
    assert found.content[0].text == "Före ordet"


def test_neighbours_that_look_the_same_are_one_stretch() -> None:
    found = read(p(r("a", "<w:b/>") + r("b", "<w:b/>") + r("c")))

    assert found.content[0].stretches == (Stretch("ab", bold=True), Stretch("c"))


@pytest.mark.parametrize(
    ("xml", "kind", "level"),
    [
        (p("x"), "stycke", 0),
        (p("x", "ListBullet"), "punkt", 0),
        (p("x", "ListBullet2"), "punkt", 1),
        (p("x", "ListNumber"), "nummer", 0),
        (p("x", "ListNumber3"), "nummer", 2),
        (
            f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{r("x")}</w:p>',
            "stycke",
            0,
        ),
    ],
)
def test_lists_are_known_by_their_styles(xml: str, kind: str, level: int) -> None:
    (found,) = read(xml).content

    assert (found.kind, found.level, found.text) == (kind, level, "x")


def numbering(mark: str) -> bytes:
    level = (
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="{mark}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>'
    )
    pattern = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    used = '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    return f"<w:numbering {NAMESPACES}>{pattern}{used}</w:numbering>".encode()


@pytest.mark.parametrize(
    ("mark", "at", "kind", "level"),
    [
        ("bullet", 0, "punkt", 0),
        ("decimal", 0, "nummer", 0),
        ("bullet", 1, "nummer", 1),
        ("none", 0, "stycke", 0),
        ("upperRoman", 0, "nummer", 0),
    ],
)
def test_lists_are_known_by_their_numbering(mark: str, at: int, kind: str, level: int) -> None:
    number = f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    made = document(field(ANALYSIS, f"<w:p>{number}{r('x')}</w:p>"))
    (found,) = fields(with_parts(made, {"word/numbering.xml": numbering(mark)}))[ANALYSIS].content

    assert (found.kind, found.level) == (kind, level)


def test_links_lead_where_they_led() -> None:
    made = document(field(ANALYSIS, p(r("se ") + f'<w:hyperlink r:id="rId99">{r("sidan")}</w:hyperlink>' + r(" här"))))
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></Relationships>'
    )
    linked = edit_xml(made, lambda xml: xml.replace("</Relationships>", relation), "word/_rels/document.xml.rels")

    assert fields(linked)[ANALYSIS].content[0].stretches == (
        Stretch("se "),
        Stretch("sidan", link="https://example.org/a?b=1&c=2"),
        Stretch(" här"),
    )


def test_a_link_whose_address_is_no_address_is_told_and_its_text_kept() -> None:
    made = document(field(ANALYSIS, p(f'<w:hyperlink r:id="rId99">{r("sidan")}</w:hyperlink>')))
    relation = '<Relationship Id="rId99" Type="t" Target="http://[namn]/" TargetMode="External"/></Relationships>'
    linked = edit_xml(made, lambda xml: xml.replace("</Relationships>", relation), "word/_rels/document.xml.rels")

    found = fields(linked)[ANALYSIS]

    assert (found.content[0].text, found.lost) == ("sidan", ("en länk till ”http://[namn]/”",))


def test_a_link_written_as_a_field_is_a_link() -> None:
    found = read(f"<w:p>{LINK}{END_OF_LINK.format(r('här'))}{r(' efter')}</w:p>")

    assert read(p(simple_link("https://a.se", "här"))).content[0].stretches == (Stretch("här", link="https://a.se"),)
    assert found.content[0].stretches == (Stretch("här", link="https://a.se"), Stretch(" efter"))


def test_empty_paragraphs_are_left_out_and_a_prompt_is_no_text() -> None:
    assert read(p() + p("Text.") + p("  ")).content == plain("Text.")
    assert (read(p() + p(" ")).content, read(p()).prompt) == ((), ())
    prompted = read("")
    assert (prompted.content, prompted.prompt) == ((), plain("Skriv texten här."))


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    found = read(f"<w:p>{mark}{r('Ett ')}</w:p>{p('två.')}")

    assert (found.content[0].text, len(found.content), found.tracked) == ("Ett två.", 1, True)


def test_tracked_changes_are_told() -> None:
    inserted = f'<w:p><w:ins w:id="1">{r("ny")}</w:ins></w:p>'

    assert read(inserted).tracked
    assert not read(p("ny")).tracked


def simple_link(address: str, text: str) -> str:
    return f"""<w:fldSimple w:instr=' HYPERLINK "{address}" '>{r(text)}</w:fldSimple>"""


END_OF_LINK = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
FONT = "Arial"
NO_SIGNS = [f'<w:r><w:sym w:font="{FONT}" w:char="{code}"/></w:r>' for code in ("0001", "D800", "-5", "1F600", "x")]


@pytest.mark.parametrize(
    ("xml", "lost", "text"),
    [
        (p(r("a") + DRAWING), ("en bild",), "a"),
        (p(r("a") + f"<w:r><w:drawing>{CHARTS}</w:drawing></w:r>"), ("ett diagram",), "a"),
        (p(r("a") + "<w:r><w:pict/></w:r>"), ("en bild",), "a"),
        (p(r("a") + '<w:r><w:commentReference w:id="0"/></w:r>'), ("en kommentar",), "a"),
        (p(r("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), ("en fotnot",), "a"),
        (p("a", "Heading2"), ("formatmallen ”Rubrik 2”",), "a"),
        (
            f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
            ("en tabell (bara dess text följer med)",),
            "a/b",
        ),
        (
            p('<w:r><w:sym w:font="Webdings" w:char="F059"/></w:r>'),
            ("ett tecken ur typsnittet ”Webdings”",),
            "\N{REPLACEMENT CHARACTER}",
        ),
        *((p(sign), (f"ett tecken ur typsnittet ”{FONT}”",), "\N{REPLACEMENT CHARACTER}") for sign in NO_SIGNS),
        (p(r("a") + f'<w:del w:id="1">{DRAWING}</w:del>'), (), "a"),
        (p("a", "ListBullet"), (), "a"),
        (p(r("a", '<w:u w:val="single"/>')), ("understruken text",), "a"),
        (p(r("a", "<w:strike/>")), ("överstruken text",), "a"),
        (p(r("2", '<w:vertAlign w:val="superscript"/>')), ("upphöjd text",), "2"),
        (p(r("a", '<w:rStyle w:val="BookTitle"/>')), ("formatmallen ”Book Title”",), "a"),
        (p(r("a", '<w:rStyle w:val="Strong"/><w:u w:val="none"/>')), (), "a"),
        (p(f'<w:hyperlink w:anchor="_Toc1">{r("a")}</w:hyperlink>'), ("en länk till ”_Toc1”",), "a"),
        (p(simple_link("file:///a.docx", "a")), ("en länk till ”file:///a.docx”",), "a"),
        (p(simple_link("https://a.se", "a")), (), "a"),
        (
            f"<w:p>{LINK.replace('https://a.se', 'a.docx')}{END_OF_LINK.format(r('a'))}</w:p>",
            ("en länk till ”a.docx”",),
            "a",
        ),
    ],
)
def test_what_cannot_be_carried_is_named_and_its_text_is_kept(xml: str, lost: tuple[str, ...], text: str) -> None:
    found = read(xml)

    assert found.lost == lost
    assert "/".join(paragraph.text for paragraph in found.content) == text


def test_a_comments_words_are_told() -> None:
    made = document(field(ANALYSIS, p(r("a") + '<w:r><w:commentReference w:id="0"/></w:r>')))
    comments = f'<w:comments {NAMESPACES}><w:comment w:id="0">{p("Stämmer det?")}</w:comment></w:comments>'

    assert fields(with_parts(made, {"word/comments.xml": comments.encode()}))[ANALYSIS].lost == (
        "en kommentar (”Stämmer det?”)",
    )


def test_a_copy_of_a_control_adds_what_it_says_anew() -> None:
    twice = field(ANALYSIS, p("Ett."), 1) + p("mellan") + field(ANALYSIS, p("Ett."), 2) + field(ANALYSIS, p("Två."), 3)

    assert fields(document(twice))[ANALYSIS].content == plain("Ett.", "Två.")


def test_a_field_whose_tag_is_lost_is_found_by_its_title() -> None:
    made = edit_xml(document(field(ANALYSIS, p("Ett."))), lambda xml: xml.replace(f'<w:tag w:val="{ANALYSIS}"/>', ""))

    assert fields(made, {ANALYSIS: "Mål 3: analys"})[ANALYSIS].content == plain("Ett.")


def test_a_control_of_someone_elses_is_no_field_of_ours() -> None:
    made = document(field(ANALYSIS, p("Ett.")) + control("datum", "Välj datum", p("I dag")))

    assert list(fields(made, {ANALYSIS: "Mål 3: analys"})) == [ANALYSIS]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", DAMAGED),
        (b"text", DAMAGED),
        (b"PK\x03\x04 half", DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", LOCKED),
        (document(p("x"))[:-400], DAMAGED),
        (with_parts(document(p("x")), {"word/document.xml": b"<w:document>"}), DAMAGED),
        (with_parts(document(p("x")), {"word/document.xml": b"<html/>"}), DAMAGED),
        (
            with_parts(
                document(p("x")),
                {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
            ),
            DAMAGED,
        ),
    ],
)
def test_a_damaged_document_is_one_sentence(content: bytes, text: str) -> None:
    with pytest.raises(UnreadableError) as error:
        fields(content)

    assert str(error.value) == text


def test_a_document_that_inflates_without_end_is_refused() -> None:
    bomb = with_parts(document(p("x")), {"word/header9.xml": b" " * (65 * 2**20)})

    with pytest.raises(UnreadableError, match="packas upp till mer än 64 MB"):
        fields(bomb)


MANY = (
    p("före")
    + field("mål-1.analys", p("Ett.") + p("Två", "ListBullet") + p("Tre", "ListNumber") + p(r("fet", "<w:b/>")), 1)
    + field("mål-2.analys", "", 2)
    + p("mellan")
    + field("sammanfattning", p(r("Rad ett.") + "<w:r><w:br/></w:r>" + r("Rad två.")) + p("Mer."), 3)
    + field("bedömning", p(r("a", "<w:i/>") + "<w:r><w:tab/></w:r>" + r("b")), 4)
    + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    + field("tillägg", p("sist") + p("allra sist"), 5)
)


@pytest.mark.office
@pytest.mark.parametrize("times", [1, 2])
def test_libreoffice_may_save_again_and_every_field_is_found(tmp_path: Path, times: int) -> None:
    made = document(MANY)
    before = fields(made)
    known = {tag: one.title for tag, one in before.items()}

    (again,) = resaved([made], tmp_path, times)

    after = fields(again, known)
    kept = as_given({"a": before})["a"]
    assert "w:tag" not in part(again)
    assert list(after) == list(before)
    assert {tag: said(one, kept[tag]) for tag, one in after.items()} == {
        tag: one.content for tag, one in before.items()
    }
