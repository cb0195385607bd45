"""Where tags may stand in Word, what the file itself may hold, and the copy with the faults as comments."""

import base64
import io
import zipfile
from collections.abc import Callable
from dataclasses import make_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from pipeline.blanks import Blanks, InterimReport
from pipeline.render.checks import commented, template_faults
from tests.outline import opened
from tests.render.word import part, saved, template

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINK = '<Relationship Id="x1" Type="{}s" Target="{}s.xml"/></Relationships>'
FETCHES = "mallen hämtar något utanför sig själv: "
COMMENTED = "stycket har en Word-kommentar, som följer med till varje dokument; ta bort den under Granska – Kommentarer"
SECTION = OxmlElement("w:sectPr")
TRACKED = "stycket har en spårad ändring; godkänn eller avvisa den under Granska – Ändringar"


Control = make_dataclass("Control", [("nämnd", str), ("kommentar", str)], frozen=True)


def faults(word: bytes) -> list[str]:
    return [str(fault) for fault in template_faults(word, InterimReport)]


def table(*rows: tuple[str, ...], before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> bytes:
    document = Document()
    for line in before:
        document.add_paragraph(line)
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for line in after:
        document.add_paragraph(line)
    return saved(document)


def changed(word: bytes, name: str, old: str, new: str) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(result, "w") as target:
        for one in source.namelist():
            content = source.read(one)
            target.writestr(one, content.replace(old.encode(), new.encode()) if one == name else content)
    return result.getvalue()


def edited(edit: Callable[[WordDocument], object]) -> bytes:
    document = Document()
    document.add_paragraph("{{ titel }}")
    edit(document)
    return saved(document)


TABLES = [
    (table(("A", "B"), ("{%tr for r in regler %}", ""), ("{{ r.betydelse }}", ""), ("{%tr endfor %}", "")), []),
    (
        table(("A", "B"), ("{%tr for r in regler %}", "{{ titel }}"), ("{%tr endfor %}", "")),
        [
            (
                "brödtext, tabell 1, cell A2 (”{%tr for r in regler %}”): ”{%tr for r in regler %}” står bredvid "
                "”{{ titel }}”, som skulle försvinna; låt taggen stå ensam i sin tabellrad"
            )
        ],
    ),
    (
        table(("{%tr for r in regler %}", "kvar"), ("{%tr endfor %}", "")),
        [
            (
                "brödtext, tabell 1, cell A1 (”{%tr for r in regler %}”): ”{%tr for r in regler %}” står bredvid "
                "”kvar”, som skulle försvinna; låt taggen stå ensam i sin tabellrad"
            )
        ],
    ),
    (
        table(("{%p if titel %}", "{%p endif %}")),
        [
            (
                "brödtext, tabell 1, cell B1 (”{%p endif %}”): ”{%p endif %}” hör till ”{%p if titel %}” i tabell 1, "
                "cell A1; båda ska stå i samma del av dokumentet, eller i samma tabellcell"
            )
        ],
    ),
    (
        table(("{%tr if titel %}",), before=("x",), after=("{%tr endif %}",)),
        [
            (
                "brödtext, stycke 2 (”{%tr endif %}”): ”{%tr endif %}” står inte i någon tabell; skriv ”{%p endif %}”, "
                "ensam i sitt stycke"
            ),
            (
                "brödtext, stycke 2 (”{%tr endif %}”): ”{%tr endif %}” hör till ”{%tr if titel %}” i tabell 1, "
                "cell A1; båda ska stå i samma tabell"
            ),
        ],
    ),
    (
        table(("", "", "{{ titl }}")),
        ["brödtext, tabell 1, cell C1 (”{{ titl }}”): ”{{ titl }}” finns inte; menar du ”{{ titel }}”?"],
    ),
]
BESIDE = "”{%p if titel %}” står bredvid "
VANISHES = ", som skulle försvinna; låt taggen stå ensam i sitt stycke"


@pytest.mark.parametrize(("word", "told"), TABLES)
def test_tag_in_a_table_is_told_by_its_cell(word: bytes, told: list[str]) -> None:
    assert faults(word) == told


def test_text_beside_a_paragraph_tag_is_told() -> None:
    assert faults(template("Rubrik {%p if titel %}", "{%p endif %}")) == [
        f"brödtext, stycke 1 (”Rubrik {{%p if titel %}}”): {BESIDE}”Rubrik”{VANISHES}"
    ]
    assert faults(template("{%p if titel %}{{ år }}", "{%p endif %}")) == [
        f"brödtext, stycke 1 (”{{%p if titel %}}{{{{ år }}}}”): {BESIDE}”{{{{ år }}}}”{VANISHES}"
    ]


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (lambda one: one.paragraphs[1].add_run().add_picture(io.BytesIO(PICTURE)), "en bild"),
        (lambda one: one.paragraphs[1].add_run().add_break(WD_BREAK.PAGE), "en sidbrytning"),
        (
            lambda one: one.paragraphs[1].paragraph_format.element.get_or_add_pPr().append(SECTION),
            "en avsnittsbrytning",
        ),
    ],
)
def test_picture_or_break_beside_a_paragraph_tag_is_told(edit: Callable[[WordDocument], object], what: str) -> None:
    def build(document: WordDocument) -> None:
        document.add_paragraph("{%p if titel %}").alignment = WD_ALIGN_PARAGRAPH.LEFT
        edit(document)
        document.add_paragraph("{%p endif %}")

    assert faults(edited(build)) == [f"brödtext, stycke 2 (”{{%p if titel %}}”): {BESIDE}{what}{VANISHES}"]


def test_comment_sign_in_prose_is_told() -> None:
    assert faults(template("Klar {# sedan maj")) == [
        (
            "brödtext, stycke 1 (”Klar {# sedan maj”): ”{#” börjar en kommentar, så allt fram till ”#}” försvinner ur "
            "dokumentet; skriv på ett annat sätt, eller lägg anteckningar utanför mallen"
        )
    ]


def test_too_many_tags_are_told_without_reading_them() -> None:
    assert faults(template(*["{{ titel }}{{ år }}" * 50] * 31)) == [
        "brödtext har 3100 taggar (gräns 3000); gör mallen enklare"
    ]


def test_blocks_too_deep_to_read_are_told() -> None:
    told = faults(template("{% if titel %}" * 900 + "{% endif %}" * 900))

    assert len(told) == 1
    assert told[0].endswith("”{% if titel %}” står inuti fler än 40 block; gör mallen enklare")


def test_tag_that_word_has_cut_into_runs_is_read_whole() -> None:
    def cut(document: WordDocument) -> None:
        paragraph = document.add_paragraph("{")
        for piece in ("{ ti", "tl }", "}"):
            paragraph.add_run(piece).bold = piece == "tl }"

    assert faults(edited(cut)) == [
        "brödtext, stycke 2 (”{{ titl }}”): ”{{ titl }}” finns inte; menar du ”{{ titel }}”?"
    ]


def test_header_footer_and_first_page_are_told_by_name() -> None:
    def build(document: WordDocument) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "{{ orgn }}"
        section.first_page_header.paragraphs[0].text = "{{ kommn }}"
        section.footer.add_table(1, 1, Cm(9)).cell(0, 0).text = "{{ dtum }}"

    assert faults(edited(build)) == [
        "sidhuvud, stycke 1 (”{{ orgn }}”): ”{{ orgn }}” finns inte; menar du ”{{ organ }}”?",
        "sidhuvud på första sidan, stycke 1 (”{{ kommn }}”): ”{{ kommn }}” finns inte; menar du ”{{ kommun }}”?",
        "sidfot, tabell 1, cell A1 (”{{ dtum }}”): ”{{ dtum }}” finns inte; menar du ”{{ datum }}”?",
    ]


def _note(kind: str, text: str) -> bytes:
    """Return a template with a footnote or an endnote."""
    name = f"word/{kind}s.xml"
    word = changed(
        template("{{ titel }}"),
        "word/_rels/document.xml.rels",
        "</Relationships>",
        LINK.format(RELATIONSHIP_TYPE.FOOTNOTES[:-9] + kind, kind),
    )
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    override = f'<Override PartName="/{name}" ContentType="{content}"/></Types>'
    result = io.BytesIO(changed(word, "[Content_Types].xml", "</Types>", override))
    with zipfile.ZipFile(result, "a") as package:
        notes = (
            f'<w:{kind}s xmlns:w="{NAMESPACE}"><w:{kind}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
        )
        package.writestr(name, notes)
    return result.getvalue()


def test_footnotes_are_checked_and_endnotes_cannot_be_filled_in() -> None:
    assert faults(_note("footnote", "{{ titel }}")) == []
    assert faults(_note("footnote", "{{ titl }}")) == [
        "fotnoter, stycke 1 (”{{ titl }}”): ”{{ titl }}” finns inte; menar du ”{{ titel }}”?"
    ]
    assert faults(_note("endnote", "{{ titel }}")) == [
        (
            "slutnoter, stycke 1 (”{{ titel }}”): taggar i slutnoter fylls inte i; flytta texten till en fotnot "
            "eller till brödtexten"
        )
    ]


def _insertion(document: WordDocument) -> None:
    run = document.paragraphs[0]._p.r_lst[0]  # noqa: SLF001
    inserted = OxmlElement("w:ins")
    run.addprevious(inserted)
    inserted.append(run)


def _field(document: WordDocument) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), 'INCLUDETEXT "annan.docx"')
    document.paragraphs[0]._p.append(field)  # noqa: SLF001


def _alt_text(document: WordDocument) -> None:
    shape = document.paragraphs[0].add_run().add_picture(io.BytesIO(PICTURE))
    shape._inline.docPr.set("descr", "{{ kommun }}")  # noqa: SLF001


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_insertion, TRACKED),
        (_field, f"{FETCHES}fältkoden ”INCLUDETEXT”; ta bort fältet"),
        (
            _alt_text,
            "det står en tagg i en fältkod eller i egenskaperna för en bild; taggar kan bara stå i vanlig text",
        ),
        (
            lambda one: one.add_comment(one.paragraphs[0].runs, "Hur?", "A", "A"),
            COMMENTED,
        ),
    ],
)
def test_what_would_follow_with_the_document_is_told(edit: Callable[[WordDocument], object], told: str) -> None:
    assert faults(edited(edit)) == [f"brödtext, stycke 1 (”{{{{ titel }}}}”): {told}"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (RELATIONSHIP_TYPE.IMAGE, "en länkad bild, ”file:///x”; infoga bilden i stället för att länka till den"),
        (
            "x/attachedTemplate",
            "en bifogad mall, ”file:///x”; välj Normal under Utvecklare – Dokumentmall",
        ),
        (RELATIONSHIP_TYPE.OLE_OBJECT, "ett länkat objekt, ”file:///x”; ta bort det eller klistra in det som bild"),
        (RELATIONSHIP_TYPE.VIDEO, "”file:///x”; ta bort länken"),
    ],
)
def test_what_is_fetched_from_elsewhere_is_told(kind: str, told: str) -> None:
    word = edited(lambda one: one.part.relate_to("file:///x", kind, is_external=True))

    assert faults(word) == [FETCHES + told]


def test_a_link_to_click_on_is_no_fault() -> None:
    word = edited(lambda one: one.part.relate_to("https://example.se", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    assert faults(word) == []


def test_file_inside_the_file_is_told() -> None:
    old, new = "</Relationships>", '<Relationship Id="x1" Type="x/aFChunk" Target="styles.xml"/></Relationships>'
    word = changed(template("{{ titel }}"), "word/_rels/document.xml.rels", old, new)

    assert faults(word) == ["mallen har en hel fil inuti sig (”styles.xml”); klistra in dess text i stället"]


@pytest.mark.parametrize("word", [b"", b"PK\x03\x04", b"%PDF-1.7", template("x")[:-30], template("x")[:3000]])
def test_damaged_template_is_one_sentence(word: bytes) -> None:
    assert faults(word) == [
        "filen är ingen Word-mall (.docx) eller är skadad; hämta en ny kopia av mallen eller spara om den i Word"
    ]
    assert commented(word, template_faults(word, InterimReport)) is None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "t1_ssti.docx",
            "mallen gör något som en mall inte får; den får bara skriva ut fält, gå igenom listor och välja",
        ),
        ("t3_syntax.docx", "taggen ”{{ x” stängs inte i sitt stycke; skriv ”}}” där den ska sluta"),
        ("t4_xxe.docx", "mallen innehåller DOCTYPE, som Word aldrig skriver; gör en ny mall från originalmallen"),
        ("t6_bomb.docx", "mallen packas upp till 150 MB (gräns 64 MB); gör en ny mall från originalmallen"),
        ("t7_infinite.docx", "”range(…)” finns inte; en mall kan bara anropa sina egna makron"),
        ("t9_docm.docx", "det här är en mall med makron; spara den som Word-dokument (.docx)"),
    ],
)
def test_hostile_template_is_refused(name: str, told: str, shared: Path) -> None:
    word = (shared / "data" / "hostile" / "templates" / name).read_bytes()

    assert faults(word)[0].endswith(told)


@pytest.mark.shared
def test_the_harmless_one_among_them_is_not(shared: Path) -> None:
    word = (shared / "data" / "hostile" / "templates" / "t0_ok.docx").read_bytes()

    assert template_faults(word, cast("type[Blanks]", Control)) == ()


def test_copy_holds_each_fault_as_a_comment_at_its_paragraph() -> None:
    def build(document: WordDocument) -> None:
        document.add_paragraph("{{ titl }}")
        document.sections[0].header.paragraphs[0].text = "{{ orgn }}"

    word = edited(build)
    copy = commented(word, template_faults(word, InterimReport))
    assert copy is not None
    comments = list(opened(copy).comments)

    assert [(one.author, one.initials, one.text) for one in comments] == [
        ("Mallkontroll", "MK", "”{{ titl }}” finns inte; menar du ”{{ titel }}”?"),
        ("Mallkontroll", "MK", "sidhuvud, stycke 1 (”{{ orgn }}”): ”{{ orgn }}” finns inte; menar du ”{{ organ }}”?"),
    ]
    assert {one.timestamp for one in comments} == {datetime(2000, 1, 1, tzinfo=UTC)}
    marked = opened(copy).element.body.xpath(".//w:p[w:commentRangeStart]")
    assert ["".join(text.text for text in one.iter(qn("w:t"))) for one in marked] == ["{{ titel }}", "{{ titl }}"]


def test_copy_is_the_same_every_time_and_its_text_unchanged() -> None:
    word = template("{{ titl }}", "", "{{ åår }}")
    found = template_faults(word, InterimReport)
    copy = commented(word, found)
    assert copy is not None

    assert copy == commented(word, found)
    assert [one.text for one in opened(copy).paragraphs] == ["{{ titl }}", "", "{{ åår }}"]
    assert part(copy, "word/comments.xml").count("<w:comment ") == 2
