import datetime as dt
import zipfile
from pathlib import Path

import pytest

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.grid import Table, Value
from pipeline.read.workbook import open_workbook
from tests.read.inbox import Inbox

CELLS = """
<c r="A1" t="inlineStr"><is><t>text</t></is></c>
<c r="B1" t="inlineStr"><is><r><t>i </t></r><r><t>runs</t></r></is></c>
<c r="C1" t="str"><f>A1</f><v>formel</v></c>
<c r="D1" t="str"><f>A9</f><v></v></c>
<c r="E1"><f>A1</f></c>
<c r="F1"><f>1+1</f><v>2</v></c>
<c r="G1" t="b"><v>1</v></c>
<c r="H1" t="e"><v>#N/A</v></c>
<c r="I1"><v>1.5E2</v></c>
<c r="J1" t="d"><v>2019-02-20</v></c>
<c r="K1"/>
<c r="L1" t="inlineStr"><is><t>a_x0008_b</t></is></c>
<c><v>7</v></c>
<c><v>NaN</v></c>
<c><v>1e999</v></c>
"""


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """Replace something inside one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part].decode()
    parts[part] = parts[part].decode().replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def table(path: Path) -> Table:
    book = open_workbook(InputFile(path.name, path.read_bytes()), Problems())
    assert book is not None
    return book.tables[0]


def test_every_kind_of_cell_is_read_as_it_stands(inbox: Inbox) -> None:
    inbox.workbook("a.xlsx", {"A": [["x"]]})
    path = inbox.folder / "a.xlsx"
    rewritten(path, "xl/worksheets/sheet1.xml", '<c r="A1" t="inlineStr"><is><t>x</t></is></c>', CELLS)
    cells = table(path).rows[0].cells
    values: dict[int, Value] = {column: cell.value for column, cell in cells.items()}
    assert values == {
        1: "text",
        2: "i runs",
        3: "formel",
        5: None,
        6: 2,
        7: True,
        8: "#N/A",
        9: 150.0,
        10: dt.date(2019, 2, 20),
        12: "ab",
        13: 7,
        14: "NaN",
        15: "1e999",
    }
    assert [column for column, cell in cells.items() if cell.stale] == [5]
    assert [column for column, cell in cells.items() if cell.error] == [8]


@pytest.mark.parametrize("number_format", ["yyyy-mm-dd", "mmm-yy", "d/m yyyy"])
def test_a_date_format_makes_a_number_a_date(inbox: Inbox, number_format: str) -> None:
    inbox.workbook("a.xlsx", {"A": [[43516]]}, {"A!A1": number_format})
    assert table(inbox.folder / "a.xlsx").rows[0].at(1).value == dt.datetime(2019, 2, 20)  # noqa: DTZ001


def test_a_cell_far_below_is_refused_but_formatted_blank_ones_are_not(inbox: Inbox) -> None:
    inbox.goals()
    path = inbox.folder / "mål.xlsx"
    rewritten(
        path, "xl/worksheets/sheet1.xml", "</sheetData>", '<row r="900000"><c r="B900000" s="0"/></row></sheetData>'
    )
    assert inbox.told() == []
    rewritten(path, "xl/worksheets/sheet1.xml", '<c r="B900000" s="0"/>', '<c r="B900000"><v>1</v></c>')
    assert inbox.told() == ["mål.xlsx: cell B900000 ligger långt utanför tabellen: töm den, eller dela upp filen"]


def test_a_part_that_the_workbook_names_but_lacks_is_said_in_one_sentence(inbox: Inbox) -> None:
    inbox.goals()
    rewritten(inbox.folder / "mål.xlsx", "xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml")
    assert inbox.told() == [
        "mål.xlsx: filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"
    ]
