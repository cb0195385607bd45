import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.opening import open_file
from pipeline.read.sniff import FileKind

DAMAGED = "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"
CUT = "filen är skadad (den är inte hel): lägg dit en hel kopia"
DOCTYPE = "filen innehåller DOCTYPE, som Excel aldrig skriver: öppna den i Excel och spara den på nytt"
SECONDS = 20
NAMES = ["10_dimension_lie.xlsx", "14_formatted_100k_rows.xlsx", "23_no_styles.xlsx", "29_strict_ooxml.xlsx"]


def told(root: Path, path: Path) -> list[str]:
    """Read the file in a child process with 512 MB and a time limit, and return what was told of it."""
    command = [sys.executable, "-m", "tests.read.hostile", str(path)]
    done = subprocess.run(  # noqa: S603  (our own module, on a file of ours)
        command, cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=True
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("01_bomb_whitespace_200MB.xlsx", "filen packas upp till mer än 64 MB: kopiera tabellen till en ny arbetsbok"),
        (
            "02_bomb_rows_1M.xlsx",
            "bladet har 1000004 rader, fler än vad som läses: dela upp filen eller ta bort det som inte behövs",
        ),
        ("04_billion_laughs_sst.xlsx", DOCTYPE),
        ("05_billion_laughs_sheet.xlsx", DOCTYPE),
        ("07_quadratic_blowup.xlsx", DOCTYPE),
        ("08_xxe_file_sst.xlsx", DOCTYPE),
        ("11_far_cell.xlsx", "cell XFD1048576 ligger långt utanför tabellen: töm den, eller dela upp filen"),
        ("13_bad_cellref.xlsx", DAMAGED),
        ("16_truncated_50pct.xlsx", CUT),
        ("17_truncated_tail.xlsx", CUT),
        ("22_no_sharedstrings.xlsx", DAMAGED),
        ("25_sst_index_oob.xlsx", DAMAGED),
        ("26_malformed_xml.xlsx", DAMAGED),
        ("31_size_lie.xlsx", DAMAGED),
        ("32_encrypted.xlsx", "filen är lösenordsskyddad: spara den utan lösenord"),
        ("35_xlsb_renamed.xlsx", DAMAGED),
    ],
)
def test_a_hostile_workbook_is_named_with_a_remedy_within_the_limits(
    root: Path, shared: Path, name: str, text: str
) -> None:
    assert told(root, shared / "data" / "hostile" / name) == [f"{name}: {text}"]


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_an_odd_but_whole_workbook_is_read(root: Path, shared: Path, name: str) -> None:
    lines = told(root, shared / "data" / "hostile" / name)
    assert lines[0] == f"{name}, blad Mål: rubriken Nr saknas: skriv rubrikerna på en rad ovanför uppgifterna"


@pytest.mark.shared
@pytest.mark.parametrize("name", [*NAMES, "28_zip_slip.xlsx", "41_xlsx_renamed.csv", "-rf.xlsx"])
def test_an_odd_but_whole_workbook_is_read_cell_by_cell_as_the_plain_one(shared: Path, name: str) -> None:
    plain, odd = (rows(shared / "data" / "hostile" / one) for one in ("MÅL.XLSX", name))

    assert len(plain) > 3
    assert odd == plain


def rows(path: Path) -> list[list[str]]:
    """Return what stands in the sheets of a workbook, row by row."""
    problems = Problems()
    book = open_file(InputFile(path.name, path.read_bytes()), FileKind.WORKBOOK, problems)
    assert book is not None
    assert problems.faults() == ()
    return [[cell.text for cell in row.cells.values()] for table in book.tables for row in table.rows]
