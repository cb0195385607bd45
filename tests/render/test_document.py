"""Lists, statuses, pictures and properties of a filled-in document."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from pipeline.blanks import AreaBlank, GoalBlank, InterimReport, Protocol, StatusMark
from pipeline.render import without_prompts
from tests.outline import opened, paragraphs
from tests.render.word import part, printed, rendered, shipped
from tests.sample_documents import FULL, REPORT
from tests.samples import MET, STATUSES, empty, goal, text

PRINT_ALL = """
import hashlib, sys
from pipeline.problems import Problems
from pipeline.render import render
from tests.render.word import shipped
from tests.sample_documents import FULL
for name, many in FULL.items():
    for blanks in many:
        print(name, hashlib.sha256(render(shipped(name), blanks, name, Problems())).hexdigest())
"""


def _numbers(data: bytes) -> list[tuple[str, str]]:
    """Return each item of a numbered list with the id of its list."""
    items = opened(data).element.body.xpath(".//w:p[w:pPr/w:pStyle/@w:val='ListNumber']")
    return [("".join(one.xpath(".//w:t/text()")), one.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]) for one in items]


def test_each_numbered_list_starts_over() -> None:
    blanks = empty(
        Protocol,
        titel="T",
        beslut=("ett", "två"),
        sammanfattning=text("1. tre", "1. fyra", "mellan", "1. fem"),
        yrkanden=text("- punkt", "1. sex"),
    )
    data = rendered(shipped("protokoll.docx"), blanks)
    numbers = _numbers(data)
    assert [one for one, _ in numbers] == ["ett", "två", "tre", "fyra", "fem", "sex"]
    lists = [number for _, number in numbers]
    assert [lists[0] == lists[1], lists[2] == lists[3]] == [True, True]
    assert len(set(lists)) == 4
    numbering = opened(data).part.numbering_part.element
    for one in numbering.findall(qn("w:num")):
        if one.get(qn("w:numId")) in lists:
            assert one.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def kept(*lines: str) -> dict[str, bool | None]:
    """Return which paragraphs of a summary are kept with the next."""
    blanks = empty(Protocol, titel="T", sammanfattning=text(*lines))
    data = without_prompts(rendered(shipped("protokoll.docx"), blanks))
    return {one.text: one.paragraph_format.keep_with_next for one in paragraphs(data)}


def test_lead_in_stays_with_its_list() -> None:
    assert kept("Först", "Detta ska nås:", "- ett", "Sist") == {
        "Sammanfattning": None,
        "Först": None,
        "Detta ska nås:": True,
        "ett": None,
        "Sist": None,
    }


def test_no_item_of_a_list_stands_alone_on_a_page() -> None:
    assert kept("- ett", "- två", "- tre", "- fyra", "- fem", "Sist") == {
        "Sammanfattning": True,
        "ett": True,
        "två": None,
        "tre": None,
        "fyra": True,
        "fem": None,
        "Sist": None,
    }


def test_a_note_stays_with_what_it_belongs_to() -> None:
    area = AreaBlank(namn="", mål=(goal(1, "X", ambitionsnivå=text("Nivå.", "Mer."), ansvarig="chefen"),))
    data = rendered(shipped("delarsrapport.docx"), empty(InterimReport, titel="T", programområden=(area,)))
    found = {one.text: one.paragraph_format.keep_with_next for one in paragraphs(data)}

    assert [found["Nivå."], found["Mer."], found["Ansvarig: chefen"]] == [None, True, None]


@pytest.mark.parametrize("mark", STATUSES)
def test_status_is_symbol_and_word_in_its_own_style(mark: StatusMark) -> None:
    area = AreaBlank(namn="", mål=(goal(1, "X", status=mark),))
    data = rendered(shipped("delarsrapport.docx"), empty(InterimReport, titel="T", år="2019", programområden=(area,)))
    (line,) = [one for one in paragraphs(data) if one.text.startswith("Prognos för 2019:")]
    assert line.text == f"Prognos för 2019: {mark.symbol} {mark.ord}"
    marked = [run for run in line.runs if run.style.name == mark.stil]
    assert "".join(run.text for run in marked) == f"{mark.symbol} {mark.ord}"
    assert marked[0].style.font.bold


def test_status_without_symbol_is_a_word() -> None:
    area = AreaBlank(namn="", mål=(goal(1, "X", status=StatusMark("", "–", MET.stil)),))
    data = rendered(shipped("delarsrapport.docx"), empty(InterimReport, titel="T", år="2019", programområden=(area,)))
    assert "Prognos för 2019: –" in [one.text for one in paragraphs(data)]


@pytest.mark.parametrize("background", ["FFFFFF", "E6ECF0", "F4F1E8"])
@pytest.mark.parametrize("mark", STATUSES)
def test_status_colours_can_be_read(mark: StatusMark, background: str) -> None:
    styles = {one.name: one for one in opened(shipped("delarsrapport.docx")).styles}
    assert _contrast(str(styles[mark.stil].font.color.rgb), background) >= 4.5


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_pictures_have_alt_text_and_ids_of_their_own() -> None:
    data = printed("delarsrapport.docx", REPORT)
    drawings = list(opened(data).element.body.iter(qn("wp:docPr")))
    charts = [
        row.diagram for area in REPORT.programområden for one in area.mål for row in one.indikatorer if row.diagram
    ]
    assert [one.get("descr") for one in drawings] == [chart.alternativtext for chart in charts]
    assert len({one.get("id") for one in drawings}) == len(drawings) == len({one.get("name") for one in drawings})
    assert "picture=" not in part(data, "word/document.xml")


def test_properties_tell_what_the_document_is() -> None:
    data = printed("delarsrapport.docx", REPORT)
    properties = opened(data).core_properties
    assert (properties.title, properties.author, properties.language) == (REPORT.titel, REPORT.förvaltning, "sv-SE")
    assert str(properties.created) == "2019-05-15 00:00:00+00:00"
    assert properties.created == properties.modified


def test_a_date_in_prose_leaves_no_date_in_the_properties() -> None:
    core = part(rendered(shipped("protokoll.docx"), empty(Protocol, titel="T", datum="i maj")), "docProps/core.xml")
    assert "created" not in core
    assert "modified" not in core


def test_zip_has_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(printed("delarsrapport.docx", REPORT))) as package:
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_same_blanks_same_bytes(root: Path) -> None:
    def run(seed: str, zone: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", PRINT_ALL]
        return subprocess.run(command, env=environment, cwd=root, check=True, capture_output=True, text=True).stdout  # noqa: S603

    first = run("0", "UTC")
    assert first == run("1", "Pacific/Auckland")
    assert len(first.splitlines()) == sum(len(many) for many in FULL.values())


def test_rendering_leaves_the_template_as_it_was() -> None:
    word = shipped("protokoll.docx")
    assert rendered(word, empty(Protocol, titel="A")) == rendered(word, empty(Protocol, titel="A"))
    assert empty(GoalBlank, status=MET).status is MET
