"""PDF: what LibreOffice and we make of the Word documents, read back by tools that are not ours."""

import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pdfua
import pikepdf
import pikepdf.pdfa
import pytest
from docx.oxml.ns import qn

from pipeline.cli import main
from pipeline.commands import DONE
from pipeline.pdf import pdfs
from pipeline.problems import Problems
from tests.conftest import ROOT
from tests.outline import opened
from tests.runs import APRIL, published
from tests.sample_drawings import add_picture, drawn, saved

pytestmark = pytest.mark.office
RUNS = (("interim", "april"), ("interim", "august"), ("ambition",))
BROKEN_RULES = {"UA-14-001"}
"""Rules of pdfua 0.1.3 that break down by themselves on every file; this one asks that no heading is empty."""
LABELS = tuple(f"K{number:02}" for number in range(1, 13))
EXPLAINED = re.compile(rb"<rdf:Description[^>]*(?:pdfaExtension|pdfua/ns/id).*?</rdf:Description>", re.DOTALL)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every Word document of the shipped case: April, August and ambition."""
    output = tmp_path_factory.mktemp("output")
    folders = [f"--{name}={ROOT / name}" for name in ("input", "templates")]
    assert [main([*run, *folders, f"--output={output}", "--quiet"]) for run in RUNS] == [DONE] * len(RUNS)
    return {path.name: path.read_bytes() for path in sorted(output.rglob("korning-*/*.docx"))}


@pytest.fixture(scope="session")
def made(shipped: dict[str, bytes]) -> dict[str, bytes]:
    return made_of(shipped)


def made_of(word: dict[str, bytes]) -> dict[str, bytes]:
    """Return the PDF files; a problem fails the test."""
    problems = Problems()
    result = pdfs(word, problems)
    assert list(problems) == []
    assert result is not None
    return result


def each(made: dict[str, bytes]) -> Iterator[tuple[str, pikepdf.Pdf]]:
    for name, content in made.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield name.replace(".pdf", ".docx"), pdf


def elements(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """Go through the structure tree in reading order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from elements(child, kind)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == kind:
            yield element
        yield from elements(element.get("/K", pikepdf.Array()), kind)


def alternatives(pdf: pikepdf.Pdf) -> list[str]:
    return [str(figure.get("/Alt", "")) for figure in elements(pdf.Root.StructTreeRoot, "/Figure")]


def told(tool: str, path: Path, *options: str) -> str:
    command = [tool, *options, str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - a tool of poppler


def test_every_document_becomes_a_pdf(shipped: dict[str, bytes], made: dict[str, bytes]) -> None:
    assert len(shipped) == 10
    assert sorted(made) == sorted(name.replace(".docx", ".pdf") for name in shipped)


def test_tagged_with_title_and_embedded_fonts(
    shipped: dict[str, bytes], made: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in made.items():
        path = tmp_path / name
        path.write_bytes(content)
        facts = dict(re.findall(r"^([^:]+): *(.*)$", told("pdfinfo", path), re.MULTILINE))
        fonts = [line[line.index("yes") :].split() for line in told("pdffonts", path).splitlines()[2:]]

        assert facts["Tagged"] == "yes"
        assert facts["Title"] == opened(shipped[name.replace(".pdf", ".docx")]).core_properties.title
        assert fonts
        assert all(embedded == subset == unicode == "yes" for embedded, subset, unicode, *_ in fonts)


def test_it_says_that_it_is_pdf_ua_1_and_pdf_a_2_in_swedish(made: dict[str, bytes]) -> None:
    for _name, pdf in each(made):
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "2"
            assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        assert pdf.Root.Lang == "sv-SE"
        assert pdf.Root.ViewerPreferences == pikepdf.Dictionary(DisplayDocTitle=True)


def test_every_figure_has_the_text_of_its_picture(shipped: dict[str, bytes], made: dict[str, bytes]) -> None:
    found = {name: alternatives(pdf) for name, pdf in each(made)}
    body = {name: opened(content).element.body for name, content in shipped.items()}

    assert found == {name: [str(one.get("descr")) for one in each.iter(qn("wp:docPr"))] for name, each in body.items()}
    assert sum(map(len, found.values())) >= 12
    assert all(text for texts in found.values() for text in texts)


def test_header_rows_are_header_cells(shipped: dict[str, bytes], made: dict[str, bytes]) -> None:
    found = {name: len(list(elements(pdf.Root.StructTreeRoot, "/TH"))) for name, pdf in each(made)}
    rows = {name: opened(content).element.body.xpath("//w:tr[w:trPr/w:tblHeader]") for name, content in shipped.items()}

    assert found == {name: sum(len(row.findall(qn("w:tc"))) for row in each) for name, each in rows.items()}
    assert sum(found.values()) > 50


def test_bookmarks_are_the_headings(shipped: dict[str, bytes], made: dict[str, bytes]) -> None:
    for name, pdf in each(made):
        with pdf.open_outline() as outline:
            bookmarks = list(titles(outline.root))
        assert bookmarks == headings(shipped[name])
        assert all(title.strip() for title in bookmarks)


def titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from titles(item.children)


def headings(word: bytes) -> list[str]:
    styled = ((one.style.name if one.style else "", one.text) for one in opened(word).paragraphs)
    return [text for style, text in styled if style and style.startswith("Heading")]


def test_pdfua_finds_nothing(made: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in made.items():
        path = tmp_path / name
        path.write_bytes(content)
        report = pdfua.validate(str(path))

        assert report.findings == ()
        assert {rule.rule_id for rule in report.skipped} <= BROKEN_RULES


def test_it_is_valid_pdf_a_2b(made: dict[str, bytes]) -> None:
    # pikepdf's validator knows no extension schemas, so the mark of PDF/UA and its explanation are looked at apart.
    for name, pdf in each(made):
        metadata = pdf.Root.Metadata.read_bytes()
        assert metadata.count(b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>") == 1
        pdf.Root.Metadata.write(EXPLAINED.sub(b"", metadata))
        without = io.BytesIO()
        pdf.save(without)

        assert pikepdf.pdfa.validate_written(without, "2b").summary() == "PDF/A-2b: pass", name


def test_the_date_is_the_documents_and_the_bytes_are_the_same_every_time(
    shipped: dict[str, bytes], made: dict[str, bytes]
) -> None:
    name = "delarsrapport-2019-april"
    again = made_of({f"{name}.docx": shipped[f"{name}.docx"]})
    created = opened(shipped[f"{name}.docx"]).core_properties.created

    assert again == {f"{name}.pdf": made[f"{name}.pdf"]}
    assert created is not None
    assert [pdf.docinfo["/CreationDate"] for _, pdf in each(again)] == [f"D:{created:%Y%m%d%H%M%S}Z"]


def test_native_charts_keep_their_own_texts(tmp_path: Path) -> None:
    path = tmp_path / "diagram.pdf"
    path.write_bytes(made_of({"diagram.docx": drawn(LABELS)})["diagram.pdf"])
    with pikepdf.open(path) as pdf:
        texts = alternatives(pdf)

    in_reading_order = re.findall(r'"(K\d\d)"', told("pdfinfo", path, "-struct-text"))
    assert in_reading_order == list(LABELS)
    assert [text for text in texts if text.startswith("Diagram")] == [f"Diagram {label}" for label in in_reading_order]
    assert texts[9:] == ["Bild i tabell", "Diagram K10", "Diagram K11", "Bild emellan", "Diagram K12"]


def test_a_picture_without_text_is_told_and_gets_no_one_elses() -> None:
    document = opened(drawn(LABELS[:4]))
    add_picture(document.add_paragraph(), "")
    problems = Problems()
    result = pdfs({"diagram.docx": saved(document), "resultat.json": b"{}"}, problems)

    assert result is not None
    assert list(result) == ["diagram.pdf"]
    assert "\n".join(map(str, problems)) == (
        "diagram.pdf: anmärkning: en bild saknar alternativtext, så den som inte ser får inte veta vad den visar. "
        "Skriv en i mallen i Word: högerklicka på bilden och välj Visa alternativtext."
    )
    assert [alternatives(pdf)[-2:] for _name, pdf in each(result)] == [["Diagram K04", ""]]


def test_a_run_with_pdf_publishes_them_beside_the_documents(tmp_path: Path) -> None:
    plain = published(*APRIL, "--output", tmp_path)
    run = published(*APRIL, "--pdf", "--output", tmp_path)

    names = {path.stem for path in run.glob("*.docx")}
    manifest = json.loads((run / "manifest.json").read_bytes())
    assert run != plain
    assert {path.stem for path in run.glob("*.pdf")} == names
    assert {f"{name}.pdf" for name in names} <= set(manifest["outputs"])
    assert manifest["options"]["pdf"] is True
