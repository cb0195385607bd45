"""Whole folders of broken, odd and hostile files, read as they lie: each is read, or refused with its sentence."""

import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.confined import read_confined
from pipeline.problems import Problems
from tests.confined.refused import REFUSED
from tests.runs import GOALS, INPUT

LONGEST = 60.0
PASSED = {".slk", ".dif", ".wk1", ".md"}
"""Endings of what is no spreadsheet to us: passed over with a line."""


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def copied(corpus: Path, folder: Path) -> None:
    """Copy the files of a corpus to a folder where also the goals lie."""
    folder.mkdir()
    shutil.copy(INPUT / GOALS, folder)
    for path in corpus.iterdir():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_each_file_is_read_or_refused_with_its_sentence(
    shared: Path, tmp_path: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    folder, problems = tmp_path / "input", Problems()
    copied(shared / "data" / name, folder)
    before, began = content(folder), time.monotonic()
    source = read_confined(folder, problems)
    took = time.monotonic() - began

    sentences = {text for texts in REFUSED.values() for text in texts}
    refused = {one.place.file: one.text for one in problems.faults() if one.text in sentences}
    read = {file.name for file in source.files} - refused.keys()
    left = before.keys() - read - refused.keys()
    counts = Counter({"read": len(read), "refused": len(refused), "passed over": len(left)})
    for what, count in counts.items():
        record_property(what, count)
    assert refused == {file: text for text, files in REFUSED[name].items() for file in files}
    assert left == {file for file in left if Path(file).suffix in PASSED or file.startswith(("~$", "._"))}
    assert {problem.place.file for problem in problems} >= left
    assert took < LONGEST
    assert content(folder) == before
    assert GOALS in read
