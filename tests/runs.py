"""The command line as a clerk runs it, on the shipped input or on an edited copy of it."""

import datetime as dt
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from openpyxl import Workbook, load_workbook

from pipeline import cli
from tests.conftest import ROOT

INPUT = ROOT / "input"
Written = str | float | dt.date | None
GOALS = "kommunstyrelsens-mal-2019.xlsx"
APRIL, AUGUST, AMBITION = ("interim", "april"), ("interim", "august"), ("ambition",)


def command(*arguments: str | Path, cwd: Path = ROOT, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """Run ``python -m pipeline`` in a folder, on a console with the encoding."""
    line = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    return subprocess.run(line, cwd=cwd, env=env, capture_output=True, check=False, text=True, encoding=encoding)  # noqa: S603 -- our own program


def within(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Do what `command` does without a process of its own, which takes a third of the time."""
    line = [*map(str, arguments)]
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with chdir(ROOT), redirect_stdout(out), redirect_stderr(err):
        code = cli.main(line)
    for stream in (out, err):
        stream.seek(0)
    return subprocess.CompletedProcess(line, code, out.read(), err.read())


def published(*arguments: str | Path) -> Path:
    """Run a command that must succeed, and return its run folder."""
    return _run_folder(command(*arguments))


def made(*arguments: str | Path) -> Path:
    """Do what `published` does without a process of its own."""
    return _run_folder(within(*arguments))


def _run_folder(done: subprocess.CompletedProcess[str]) -> Path:
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.splitlines()[0].removeprefix("Klart: ").partition(" (")[0])


def edited(folder: Path, edit: Callable[[Workbook], None]) -> Path:
    """Return a copy of the shipped input, with its goal workbook edited."""
    copy = folder / "input"
    shutil.copytree(INPUT, copy)
    book = load_workbook(copy / GOALS)
    edit(book)
    book.save(copy / GOALS)
    return copy


def write(book: Workbook, sheet: str, key: str | int, heading: str, value: Written) -> None:
    """Write in the cell under the heading, on the row whose first cell is the key.

    In Möten the key is the field's name and the heading is the meeting's occasion.
    """
    page = book[sheet]
    headings, keys = ([cell.value for cell in line] for line in (page[1], page["A"]))
    page.cell(keys.index(key) + 1, headings.index(heading) + 1).value = value
