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

from pipeline.cli import main
from tests.conftest import ROOT

INPUT = ROOT / "input"
Written = str | float | dt.date | None
GOALS = "kommunstyrelsens-mal-2019.xlsx"
APRIL, AUGUST, AMBITION = ("interim", "april"), ("interim", "august"), ("ambition",)


def command(
    *arguments: str | Path, cwd: Path | None = None, encoding: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line: as ``python -m pipeline`` where a folder or a console is named, else here, in less time."""
    line = [str(argument) for argument in arguments]
    if cwd is None and encoding is None:
        return _here(line)
    program, encoding = [sys.executable, "-m", "pipeline", *line], encoding or "utf-8"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    return subprocess.run(  # noqa: S603 -- our own program
        program, cwd=cwd or ROOT, env=env, capture_output=True, check=False, text=True, encoding=encoding
    )


def _here(line: list[str]) -> subprocess.CompletedProcess[str]:
    out, told = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with chdir(ROOT), redirect_stdout(out), redirect_stderr(told):
        try:
            ended = main(line)
        except SystemExit as stopped:
            ended = int(stopped.code or 0)
    return subprocess.CompletedProcess(line, ended, *map(_text, (out, told)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def published(*arguments: str | Path) -> Path:
    """Run a command that must succeed, and return its run folder."""
    done = command(*arguments)
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
