import os

import pytest

from tests.read.inbox import Inbox

AS_XLSX = "öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)"


def test_other_files_are_passed_over_with_a_remark_each(inbox: Inbox) -> None:
    inbox.goals()
    for name in (
        "a.pdf",
        "b.docx",
        "c.txt",
        ".gitkeep",
        ".DS_Store",
        "._mål.xlsx",
        "~$b.xlsx",
        "d.xlsx.crdownload",
    ):
        (inbox.folder / name).write_bytes(b"%PDF" if name == "a.pdf" else b"text")
    (inbox.folder / "mapp.xlsx").mkdir()
    (inbox.folder / "länk.xlsx").symlink_to(inbox.folder / "mål.xlsx")
    source, told = inbox.read()
    assert [file.name for file in source.files] == ["mål.xlsx"]
    assert told == [
        "._mål.xlsx: anmärkning: följefil från en Mac, läses inte",
        "a.pdf: anmärkning: inget kalkylblad, läses inte",
        "b.docx: anmärkning: inget kalkylblad, läses inte",
        "c.txt: anmärkning: inget kalkylblad, läses inte",
        "d.xlsx.crdownload: anmärkning: ofullständig nedladdning, läses inte: ladda ner filen på nytt",
        "länk.xlsx: anmärkning: länk till en annan plats, läses inte: lägg dit själva filen",
        "mapp.xlsx: anmärkning: mapp med ett kalkylblads namn, läses inte",
        "~$b.xlsx: anmärkning: Excels låsfil, läses inte: stäng arbetsboken i Excel om den är öppen",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hang(inbox: Inbox) -> None:
    inbox.goals()
    os.mkfifo(inbox.folder / "rör.xlsx")
    assert inbox.told() == ["rör.xlsx: anmärkning: ingen vanlig fil, läses inte"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "filen är tom: lägg dit en hel kopia eller ta bort den"),
        (b"%PDF-1.7", "filen är en PDF, ingen Excelfil: lägg dit kalkylbladet som .xlsx"),
        (b"<html><table>", f"filen är en webbsida, ingen Excelfil: {AS_XLSX}"),
        (b"PK\x03\x04 half", "filen är skadad (den är inte hel): lägg dit en hel kopia"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "filen är lösenordsskyddad: spara den utan lösenord",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia",
        ),
        (
            bytes(range(256)),
            (
                "filen är skadad eller inget kalkylblad: öppna den i Excel och spara den på nytt, "
                "eller lägg dit en hel kopia"
            ),
        ),
    ],
)
def test_what_only_calls_itself_a_workbook_is_named_with_a_remedy(inbox: Inbox, content: bytes, text: str) -> None:
    inbox.goals()
    (inbox.folder / "utfall.xlsx").write_bytes(content)
    assert inbox.told() == [f"utfall.xlsx: {text}"]


def test_an_ending_in_capitals_or_a_wrong_one_does_not_matter(inbox: Inbox) -> None:
    inbox.goals()
    (inbox.folder / "mål.xlsx").rename(inbox.folder / "MÅL.XLSX")
    inbox.workbook("utfall.xlsx", {"U": [["Indikator", "2018"], ["1.1", 87]]})
    (inbox.folder / "utfall.xlsx").rename(inbox.folder / "utfall.csv")
    assert inbox.values() == {"2018": 87}


def test_a_folder_without_spreadsheets_is_a_fault_with_a_remedy(inbox: Inbox) -> None:
    (inbox.folder / ".gitkeep").touch()
    assert inbox.told() == [
        "input: mappen innehåller inga kalkylblad: lägg målarbetsboken och filerna med indikatorvärden där"
    ]
