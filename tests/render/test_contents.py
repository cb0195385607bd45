"""A long document's table of contents: links to the headings, right without being updated."""

import io
from dataclasses import replace

import pikepdf
import pytest
from docx.oxml.ns import qn

from pipeline.blanks import AreaBlank, Blanks, Deviation, DialoguePaper, InterimReport
from pipeline.pdf import pdfs
from pipeline.problems import Problems
from tests.outline import opened
from tests.render.word import printed, rendered, saved, shipped
from tests.samples import NOT_MET, empty, goal, text

AREAS = (
    AreaBlank(namn="Arbete", mål=(goal(1, "Lika"), goal(2, "Två"))),
    AreaBlank(namn="Bo", mål=(replace(goal(1, "Lika"), nummer="4"),)),
    AreaBlank(namn="", mål=(goal(3, "Tre"),)),
)
REPORT = empty(InterimReport, titel="T", målregel=text("Regel."), metod=text("Metod."), programområden=AREAS)
PAPER = empty(DialoguePaper, titel="T", mötesorgan="utskottet", ställningstaganden=("Ett.",), programområden=AREAS)
GOALS = ["1 Arbete", "2 Mål 1. Lika", "2 Mål 2. Två", "1 Bo", "2 Mål 1. Lika", "1 Övriga mål", "2 Mål 3. Tre"]
CONTENTS = {
    "delarsrapport.docx": ["1 Så läser du rapporten", *GOALS, "1 Bilaga: så är prognoserna gjorda"],
    "dialogunderlag.docx": ["1 Det här behöver utskottet ta ställning till", *GOALS],
}
DOCUMENTS: dict[str, Blanks] = {"delarsrapport.docx": REPORT, "dialogunderlag.docx": PAPER}


def long(name: str) -> bytes:
    """Return the document with a table of contents."""
    kind = InterimReport if name == "delarsrapport.docx" else DialoguePaper
    fields = {field: getattr(DOCUMENTS[name], field) for field in kind.__dataclass_fields__}
    return printed(name, empty(kind, **fields | {"innehållsförteckning": True}))


def links(data: bytes) -> list[tuple[str, str]]:
    """Return each link's level and text, and its bookmark."""
    found = opened(data).element.body.iter(qn("w:hyperlink"))
    return [(_levelled(one.getparent()), one.get(qn("w:anchor"))) for one in found]


def bookmarks(data: bytes) -> list[tuple[str, str, str]]:
    """Return the level and text of each heading with a bookmark, the bookmark's name and its id."""
    found = opened(data).element.body.xpath(".//w:p/w:bookmarkStart")
    return [(_levelled(one.getparent()), one.get(qn("w:name")), one.get(qn("w:id"))) for one in found]


def _style_of(link) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- lxml's element
    return str(link.getparent().xpath("string(./w:pPr/w:pStyle/@w:val)"))


def _levelled(paragraph) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- lxml's element
    style = paragraph.xpath("string(./w:pPr/w:pStyle/@w:val)")
    return f"{style[-1]} {''.join(paragraph.xpath('.//w:t/text()'))}".replace("\u00a0", " ")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_contents_are_links_to_the_headings_in_their_order(name: str) -> None:
    data = long(name)
    marked = bookmarks(data)

    assert [line for line, _ in links(data)] == CONTENTS[name]
    assert [(line, mark) for line, mark, _ in marked] == links(data)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bookmarks_have_names_and_ids_of_their_own_and_are_closed(name: str) -> None:
    data = long(name)
    names, ids = ([one[place] for one in bookmarks(data)] for place in (1, 2))
    closed = [one.get(qn("w:id")) for one in opened(data).element.body.xpath(".//w:p/w:bookmarkEnd")]

    assert len(set(names)) == len(names) == len(CONTENTS[name])
    assert closed == ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("brief", [True, False])
@pytest.mark.parametrize("contents", [True, False])
def test_a_goal_off_course_on_page_1_is_a_link_to_its_section(*, brief: bool, contents: bool) -> None:
    titles = [goal(number, name).rubrik for number, name in ((2, "Två"), (9, "Nio"))]
    off = [Deviation(rubrik=title, status=NOT_MET, text=text("Skäl.")) for title in titles]
    fields = {field: getattr(REPORT, field) for field in InterimReport.__dataclass_fields__}
    given = {"avvikelser": tuple(off), "avvikelser_i_korthet": brief, "innehållsförteckning": contents}
    data = printed("delarsrapport.docx", empty(InterimReport, **fields | given))
    (link,) = [one for one in opened(data).element.body.iter(qn("w:hyperlink")) if "TOC" not in _style_of(one)]

    assert "".join(link.xpath(".//w:t/text()")) == titles[0]
    assert ("2 Mål 2. Två", link.get(qn("w:anchor"))) in [(line, mark) for line, mark, _ in bookmarks(data)]
    assert titles[1] in "".join(opened(data).element.body.xpath(".//w:t/text()"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_short_document_has_no_contents(name: str) -> None:
    data = printed(name, DOCUMENTS[name])

    assert (links(data), bookmarks(data)) == ([], [])
    assert "Innehåll" not in [one.text for one in opened(data).paragraphs]


def test_a_line_without_its_heading_stays_text_and_the_others_find_theirs() -> None:
    word = opened(shipped("dialogunderlag.docx"))
    (line,) = (one for one in word.paragraphs if one.style and one.style.name == "toc 1" and "behöver" in one.text)
    line.runs[0].text = "En rubrik som inte finns"
    fields = {field: getattr(PAPER, field) for field in DialoguePaper.__dataclass_fields__}
    data = rendered(saved(word), empty(DialoguePaper, **fields | {"innehållsförteckning": True}), "dialogunderlag.docx")

    assert [text for text, _ in links(data)] == GOALS
    assert "En rubrik som inte finns" in [one.text for one in opened(data).paragraphs]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_link_has_the_style_of_links_so_that_a_pdf_has_it_too(name: str) -> None:
    runs = [run for one in opened(long(name)).element.body.iter(qn("w:hyperlink")) for run in one.iter(qn("w:r"))]

    assert {run.xpath("string(./w:rPr/w:rStyle/@w:val)") for run in runs} == {"Hyperlink"}


@pytest.mark.office
def test_a_pdf_has_the_links() -> None:
    made = pdfs({name: long(name) for name in DOCUMENTS} | {"resultat.json": b"{}"}, Problems())
    assert made is not None

    for name, lines in CONTENTS.items():
        with pikepdf.open(io.BytesIO(made[name.replace(".docx", ".pdf")])) as pdf:
            links = [one for page in pdf.pages for one in page.obj.get("/Annots", []) if one.Subtype == "/Link"]
            assert len(links) == len(lines)
