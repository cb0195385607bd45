"""Boards to run many of: the shipped goals without their values, so that a run takes a second."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook

from tests.conftest import ROOT
from tests.runs import GOALS, INPUT, write


def boards(folder: Path, names: Sequence[str]) -> Path:
    """Write boards that are alike, and return the folder that holds them."""
    for name in names:
        (folder / name).mkdir(parents=True)
        shutil.copy(INPUT / GOALS, folder / name / GOALS)
    return folder


def change(board: Path, sheet: str, key: int, heading: str, value: str) -> None:
    """Write in a cell of the board's goal workbook, as text whatever it begins with."""
    book = load_workbook(board / GOALS)
    write(book, sheet, key, heading, value)
    for line in book[sheet].iter_rows():
        for cell in line:
            cell.data_type = "s" if cell.value == value else cell.data_type
    book.save(board / GOALS)


def process(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start the command line as a process of its own."""
    line = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603 -- our own program
        line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def runs(output: Path) -> dict[str, list[str]]:
    """Return the names of the run folders of each board."""
    found = (path for path in sorted(output.iterdir()) if path.is_dir())
    return {board.name: sorted(run.name for run in board.glob("*/korning-*")) for board in found}
