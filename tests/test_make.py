"""What a clerk's first `make` does on a machine that has little."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_house import tracked, where

PLACE = "Mål å ä ö"


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "ARGS"))}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=folder, env=outside, capture_output=True, check=False, text=True)  # noqa: S603


def bare(folder: Path) -> Path:
    """Return a folder with a Makefile and lock files but no .venv."""
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def a_python(folder: Path, program: str) -> str:
    """Return a command that stands in for a Python with something missing."""
    path = folder / "python3"
    path.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    path.chmod(0o755)
    return f"PYTHON={path}"


def test_make_alone_lists_the_targets_and_needs_nothing(tmp_path: Path) -> None:
    listed = make(bare(tmp_path / PLACE))

    targets = re.findall(r"^make (\S+)  +\S", listed.stdout, re.MULTILINE)
    documented = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets == documented
    assert {"help", "interim-april", "interim-august", "ambition", "check", "new", "test", "bench"} <= set(targets)
    assert not (tmp_path / PLACE / ".venv").exists()


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("exit 127", "Python 3.11 eller senare behövs: installera python3 och kör make igen."),
        (
            'case "$2" in *ensurepip*) exit 1;; esac',
            "Pythons venv saknas: kör sudo apt install python3-venv och sedan make igen.",
        ),
    ],
)
def test_what_is_missing_is_told_in_one_sentence(tmp_path: Path, program: str, sentence: str) -> None:
    told = make(bare(tmp_path / PLACE), "check", a_python(tmp_path, program))

    assert told.returncode == 2
    assert told.stderr.splitlines()[0] == sentence
    assert len(told.stderr.splitlines()) == 2  # make's own line is the second
    assert not (tmp_path / PLACE / ".venv").exists()


def test_an_install_that_fails_is_told_and_tried_again_next_time(tmp_path: Path) -> None:
    folder = bare(tmp_path / PLACE)
    broken = a_python(tmp_path, '[ "$1" = -m ] && { echo mina skäl >&2; exit 1; }; exit 0')

    for _ in range(2):
        told = make(folder, "check", broken)
        assert told.stderr.splitlines()[1:3] == [
            "mina skäl",
            "Paketen i requirements.lock gick inte att installera: se felet ovan, och kör make igen.",
        ]


@pytest.mark.slow
def test_a_fresh_copy_anywhere_installs_itself_once_and_again_when_it_has_moved(tmp_path: Path) -> None:
    first, moved = tmp_path / PLACE, tmp_path / "flyttad"
    for path in tracked():
        (first / where(path)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, first / where(path))

    installs = [make(first, "check"), make(first, "check"), make(first.rename(moved), "check")]

    assert [made.returncode for made in installs] == [0, 0, 0], installs
    assert ["Gör i ordning Python" in made.stderr for made in installs] == [True, False, True]
