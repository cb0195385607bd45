"""What is no plain file at rest: told or passed over with a line, never followed, never waited for."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.problems import Problems
from pipeline.read import read
from tests.conftest import ROOT
from tests.read.inbox import Inbox, Rows

UNPRIVILEGED = [] if os.geteuid() else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
"""Root reads whatever it wants, until it lets go of what sets it apart."""
GONE = "filen försvann medan mappen lästes: lägg dit den igen, eller kör igen när den är sparad"
CHANGING = "filen ändrades medan den lästes: vänta tills den är kopierad eller sparad, och kör igen"
CLOSED = "filen går inte att öppna: stäng den i Excel och kontrollera att du får läsa den"
AT_NOON = 1_572_609_600
VALUES: Rows = [["Indikator", "2018"], ["1.1", 87]]


def linked_folder(path: Path) -> None:
    path.symlink_to(path.parent.parent, target_is_directory=True)


def bound_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


LINK = "anmärkning: länk till en annan plats, läses inte: lägg dit själva filen"


@pytest.mark.skipif(sys.platform == "win32", reason="this system has none of these")
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.symlink_to("/etc/hostname"), LINK),
        (lambda path: path.symlink_to(path), LINK),
        (lambda path: path.symlink_to("finns inte"), LINK),
        (linked_folder, LINK),
        (bound_socket, "anmärkning: ingen vanlig fil, läses inte"),
        (
            lambda path: os.mkfifo(path),  # noqa: PLW0108 -- not every system has it
            "anmärkning: ingen vanlig fil, läses inte",
        ),
        (lambda path: path.mkdir(), "anmärkning: mapp med ett kalkylblads namn, läses inte"),
    ],
    ids=["link", "link to itself", "link to nothing", "link to the folder above", "socket", "named pipe", "folder"],
)
def test_what_only_looks_like_a_workbook_is_passed_over(
    inbox: Inbox, make: Callable[[Path], None], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.goals()
    monkeypatch.chdir(inbox.folder)  # a socket's path must be short
    make(inbox.folder / "a.xlsx")

    assert inbox.told() == [f"a.xlsx: {told}"]


@pytest.mark.skipif(sys.platform == "win32", reason="this system has other rights")
def test_files_and_folders_that_may_not_be_read_are_named_and_the_others_are_read(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook("låst.xlsx", {"U": VALUES})
    inbox.workbook("undermapp/u.xlsx", {"U": VALUES})
    (inbox.folder / "låst.xlsx").chmod(0)
    (inbox.folder / "undermapp").chmod(0)
    check = [*UNPRIVILEGED, sys.executable, "-m", "pipeline", "check", "--input", str(inbox.folder)]
    check += ["--output", str(inbox.folder.parent / "output")]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 -- ours
    (inbox.folder / "undermapp").chmod(0o755)

    assert done.returncode == 1, done.stderr
    assert f"låst.xlsx: {CLOSED}" in done.stderr.splitlines()
    assert "undermapp: mappen går inte att öppna: kontrollera att du får läsa den" in done.stderr.splitlines()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("lock", "program"), [("~$mål.xlsx", "Excel"), (".~lock.mål.xlsx#", "LibreOffice")], ids=["Excel", "LibreOffice"]
)
def test_an_open_workbook_is_read_as_saved_and_says_when(
    inbox: Inbox, lock: str, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    inbox.goals()
    os.utime(inbox.folder / "mål.xlsx", (AT_NOON, AT_NOON))
    (inbox.folder / lock).write_bytes(b"\x04Namn")
    source, told = inbox.read()
    monkeypatch.undo()
    time.tzset()

    assert [goal.number for goal in source.goals] == [1]
    when = "13.00 den 1\N{NO-BREAK SPACE}november 2019"
    text = f"arbetsboken är öppen i {program}: läser versionen sparad {when}. Spara och kör igen för resten"
    assert told == [f"mål.xlsx: anmärkning: {text}"]


def test_a_file_that_vanishes_between_listing_and_reading_is_named(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.1;2018;87\n")
    problems = Problems()

    def take_away(name: str) -> None:
        if name == "utfall.csv":
            (inbox.folder / name).unlink()

    source = read(inbox.folder, problems, begin=take_away)

    assert [goal.number for goal in source.goals] == [1]
    assert [str(one) for one in problems] == [f"utfall.csv: {GONE}"]


def test_a_file_that_grows_while_it_is_read_is_not_read_by_half(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.1;2018;87\n")
    path, whole = inbox.folder / "utfall.csv", os.fstat

    def still_copied(number: int) -> os.stat_result:
        """Let the copying go on just when the reading has begun."""
        status = whole(number)
        if os.path.samestat(status, path.stat()):
            shutil.copystat(inbox.folder / "mål.xlsx", path)
            with path.open("ab") as stream:
                stream.write(b"1.1;2019;")
        return status

    monkeypatch.setattr(os, "fstat", still_copied)

    assert inbox.told() == [f"utfall.csv: {CHANGING}"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", [b"m\xe5l 2.xlsx", b"m\nl 2.xlsx"], ids=["Latin-1", "line break"])
def test_a_name_that_cannot_be_shown_is_shown_as_far_as_it_can(inbox: Inbox, name: bytes) -> None:
    inbox.goals()
    (inbox.folder / os.fsdecode(name)).write_bytes(b"")

    assert inbox.told() == ["m�l 2.xlsx: filen är tom: lägg dit en hel kopia eller ta bort den"]
