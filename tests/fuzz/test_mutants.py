"""Damaged workbooks: each is read as it was, or told of; `make fuzz` tries many more."""

import os
import shutil
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.records import Source
from pipeline.problems import Problems
from pipeline.read import read
from tests.fuzz.mutants import Mutant, mutants
from tests.runs import GOALS, INPUT

COUNT = int(os.environ.get("MUTANTS", "5000"))
SEED = int(os.environ.get("SEED", "20190430"))
BATCHES = 10
LONGEST = 10.0
VICTIMS = {GOALS: (), "utfall-2019-exempel.xlsx": (GOALS,), "utfall-2015-2018-exempel.xlsx": (GOALS,)}
"""What is damaged, and what lies beside it."""


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_damaged_workbook_is_read_as_it_was_or_told_of(batch: int, tmp_path: Path) -> None:
    counted: Counter[str] = Counter()
    for victim, beside in VICTIMS.items():
        folder = tmp_path / victim / "input"
        folder.mkdir(parents=True)
        for name in beside:
            shutil.copy(INPUT / name, folder)
        content = (INPUT / victim).read_bytes()
        good, told_of_good = outcome(folder, victim, content)
        for mutant in mutants(content, COUNT // BATCHES // len(VICTIMS), SEED * BATCHES + batch):
            source, told = outcome(folder, victim, mutant.content)
            counted[fate(mutant, changed=source != good, told=told != told_of_good)] += 1

    print(f"seed {SEED}, batch {batch}: {dict(sorted(counted.items()))}")  # noqa: T201 -- the counts are the result
    assert counted["silently another"] == 0
    assert min(counted["as it was"], counted["told of"]) > 0


def outcome(folder: Path, name: str, content: bytes) -> tuple[Source, list[str]]:
    """Return what the folder holds with this file in it, and what is told; the files stay as they are."""
    (folder / name).write_bytes(content)
    problems, before = Problems(), time.monotonic()
    source = read(folder, problems)
    assert time.monotonic() - before < LONGEST
    assert (folder / name).read_bytes() == content
    return replace(source, files=()), [str(one) for one in problems]


def fate(mutant: Mutant, *, changed: bool, told: bool) -> str:
    """Say what became of it; another cell's content may be what a clerk has written, another file's cannot."""
    if told:
        return "told of"
    if not changed:
        return "as it was"
    return "silently another" if mutant.of_file else "another cell"
