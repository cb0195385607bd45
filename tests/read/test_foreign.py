"""Workbooks that are no usual .xlsx: .xls, .xlsb, .ods and Strict Open XML."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.foreign import open_foreign
from tests.read.inbox import GOALS, Inbox, Rows

STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
VALUES: Rows = [
    ["Indikator", "2018-01", "2018-02", "2018-03", "2018-04"],
    ["1.1", 7, "=1/0", 9.5, None],
    ["1.2", 0.046, 0.05, 0.051, 0.052],
]


def test_a_strict_workbook_is_read_as_any_other(inbox: Inbox) -> None:
    inbox.goals(Utfall=[["Indikator", "2018"], ["1.1", 87]])
    path = inbox.folder / "mål.xlsx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            for usual, strict in STRICT:
                part = part.replace(usual, strict)  # noqa: PLW2901
            archive.writestr(name, part)
    assert inbox.values() == {"2018": 87}


def convert(path: Path, ending: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(path.parent / 'lo').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (LibreOffice, on a file of ours)


@pytest.mark.office
def test_a_goal_workbook_in_another_format_is_refused_with_a_remedy(inbox: Inbox, tmp_path: Path) -> None:
    Inbox(tmp_path).goals()
    convert(tmp_path / "mål.xlsx", "ods", inbox.folder)
    assert inbox.told() == [
        "mål.ods: målarbetsboken läses bara som .xlsx eller .xlsm: öppna den i Excel och spara den som Excel-arbetsbok"
    ]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_blanks_between_values_and_shares_below_one_are_named(inbox: Inbox, tmp_path: Path, ending: str) -> None:
    indicators: Rows = [["Id", "Mål nr", "Indikator", "Enhet"], ["1.1", 1, "A", "antal"], ["1.2", 1, "B", "procent"]]
    other = Inbox(tmp_path)
    other.workbook("utfall.xlsx", {"Utfall": VALUES}, {f"Utfall!{cell}": "0.0%" for cell in ("B3", "C3", "D3", "E3")})
    convert(tmp_path / "utfall.xlsx", ending, inbox.folder)
    inbox.workbook("mål.xlsx", {"Mål": GOALS, "Indikatorer": indicators})
    source, told = inbox.read()
    assert [(str(one.period), one.value) for one in source.series["1.1"].observations] == [
        ("2018-01", 7),
        ("2018-03", 9.5),
    ]
    unseen = "i en fil av det här slaget syns inte"
    file = f"utfall.{ending}, blad Utfall, cell"
    assert told == [
        (
            f"{file} C2: anmärkning: cellen är tom mellan andra värden: fel som #N/A {unseen}, "
            "så kontrollera att den ska vara tom"
        ),
        (
            f"{file} B3: andelarna för 1.2 ligger mellan 0 och 1: är 0,05 där fem procent, "
            "spara filen som Excel-arbetsbok (.xlsx) och formatera cellerna som procent"
        ),
    ]


REAL = {
    "06_other_containers/1900.xlsb": ["1", "1900-01-01"],
    "06_other_containers/issue_182.xlsb": ["3"],
    "06_other_containers/AutoFilter.ods": ["Year", "Quarter", "Sales"],
    "06_other_containers/biff5-label-records.xls": ["Table for Time Range: 21/01/2017"],
    "04_errors_dates_numbers/missing-values-xls.xls": ["x", "y", "z"],
}


@pytest.mark.shared
@pytest.mark.parametrize(("name", "first"), REAL.items(), ids=list(REAL))
def test_real_workbooks_of_each_kind_give_their_cells(shared: Path, name: str, first: list[str]) -> None:
    content = (shared / "data" / "messy" / name).read_bytes()
    book = open_foreign(InputFile(name, content), Problems())
    assert book is not None
    row = book.tables[0].rows[0]
    assert [row.at(column).text for column in range(1, len(first) + 1)] == first
    assert all(table.blind for table in book.tables)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "02_encrypted/pwtest.xls",
            ("filen är lösenordsskyddad: öppna den i Excel och spara den utan lösenord som Excel-arbetsbok (.xlsx)"),
        ),
        (
            "06_other_containers/as3xls_BIFF2.xls",
            (
                "filen är sparad av ett Excel från före 1993: öppna den i Excel och spara den som "
                "Excel-arbetsbok (.xlsx)"
            ),
        ),
        ("02_encrypted/protected_passtika.xlsb", "filen är lösenordsskyddad: spara den utan lösenord"),
    ],
)
def test_a_workbook_with_a_password_is_named(shared: Path, inbox: Inbox, name: str, told: str) -> None:
    inbox.goals()
    path = shared / "data" / "messy" / name
    (inbox.folder / path.name).write_bytes(path.read_bytes())
    assert inbox.told() == [f"{path.name}: {told}"]


def ods(cells: str) -> bytes:
    """Return the content of a spreadsheet with one row of cells."""
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    table = f'<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return f"<office:document-content {spaces}>{body}</office:document-content>".encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            ods('<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'),
            "bladet har 16000 celler, fler än vad som läses: dela upp filen eller ta bort det som inte behövs",
        ),
        (
            b"<!DOCTYPE x>" + ods(""),
            "filen innehåller DOCTYPE, som Excel aldrig skriver: öppna den i Excel och spara den på nytt",
        ),
        (b"<office", "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"),
    ],
)
def test_a_hostile_ods_is_refused_with_a_remedy(inbox: Inbox, content: bytes, told: str) -> None:
    inbox.goals()
    with zipfile.ZipFile(inbox.folder / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    assert inbox.told() == [f"a.ods: {told}"]


def test_calamine_is_not_loaded_for_a_folder_that_does_not_need_it(root: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from pipeline.problems import Problems; from pipeline.read import read; "
        "read(Path('input'), Problems()); print('python_calamine' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603  (our own code, on our own files)
        [sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"


def xlsb(*records: tuple[int, bytes]) -> bytes:
    return b"".join(bytes((kind, len(body))) + body for kind, body in records)


def at(number: int) -> bytes:
    return number.to_bytes(4, "little") + b"\0" * 4


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (
            xlsb((0, at(1_048_575)), (2, at(16_383))),
            "cell XFD1048576 ligger långt utanför tabellen: töm den, eller dela upp filen",
        ),
        (
            xlsb((0, at(0)), *((2, at(column % 100)) for column in range(400_001))),
            "bladet har 400001 celler, fler än vad som läses: dela upp filen eller ta bort det som inte behövs",
        ),
        (
            xlsb((0, at(0)))[:-9] + bytes((2, 2, 0, 0)),
            "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia",
        ),
        (b"\xff", "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"),
    ],
)
def test_a_hostile_xlsb_is_refused_with_a_remedy(inbox: Inbox, sheet: bytes, told: str) -> None:
    inbox.goals()
    with zipfile.ZipFile(inbox.folder / "a.xlsb", "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    assert inbox.told() == [f"a.xlsb: {told}"]
