"""Old Excel files that the library they are read with cannot bear: it panics, or aborts with the whole process."""

import shutil
import struct
from pathlib import Path

import pytest

from pipeline.confined import read_confined
from pipeline.problems import Problems
from tests.runs import GOALS, INPUT

DAMAGED = "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"
DIED = "filen går inte att läsa, läsningen av den avbröts: öppna den i Excel och spara den på nytt"
CHAIN_ENDS = 0xFFFFFFFE


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "input"
    folder.mkdir()
    shutil.copy(INPUT / GOALS, folder)
    return folder


def compound(tail: int, *, first_small: int = CHAIN_ENDS) -> bytes:
    """Return the header of an old Excel file, with almost nothing after it."""
    sizes = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    chains = struct.pack("<10I", 0, 1, 0, 0, 4096, first_small, 0, CHAIN_ENDS, 0, 0)
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + sizes + chains).ljust(512, b"\xff")
    return header + "Workbook".encode("utf-16-le") + bytes(tail)


def told_beside_the_goals(inbox: Path) -> list[str]:
    """Read the folder, whose goals are read whatever lies beside them, and return what was told."""
    problems = Problems()
    source = read_confined(inbox, problems)
    assert len(source.goals) == 8
    return [str(one) for one in problems.faults()]


def test_a_panic_in_the_library_is_the_files_fault_and_the_others_are_read(inbox: Path) -> None:
    assert told_beside_the_goals(inbox) == []
    (inbox / "utfall.xls").write_bytes(compound(tail=1))

    assert told_beside_the_goals(inbox) == [f"utfall.xls: {DAMAGED}"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Test_git_issue_467_empty_continue_leftoverbytes.xls", DAMAGED),
        ("clusterfuzz-testcase-minimized-POIHSSFFuzzer-5816431116615680.xls", DAMAGED),
        ("Test_git_issue_382_oom.xls", DIED),
    ],
)
def test_real_files_that_end_the_library_are_named(inbox: Path, shared: Path, name: str, told: str) -> None:
    shutil.copy(shared / "data" / "messy" / "01_corrupt_fuzzed" / name, inbox)

    assert told_beside_the_goals(inbox) == [f"{name}: {told}"]
