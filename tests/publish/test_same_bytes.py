"""The same input gives the same bytes, whoever runs it, where and when."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.run_folders import digest
from pipeline.unchanged import NOTE
from tests.conftest import ROOT
from tests.publish.editions import tree
from tests.runs import INPUT


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What may differ between two runs of the same input."""

    day: str
    zone: str
    language: str
    seed: str
    folder: str
    backwards: bool


ALL = (
    Circumstances("2019-05-02T10:00:00+00:00", "Europe/Stockholm", "sv_SE.UTF-8", "0", "a", backwards=False),
    Circumstances("2031-12-31T23:30:00+00:00", "Pacific/Auckland", "C", "1", "b å ä ö", backwards=True),
    Circumstances("1999-02-28T12:00:00+00:00", "America/Los_Angeles", "tr_TR.UTF-8", "4711", "c/d", backwards=True),
    Circumstances("2024-02-29T00:00:00+00:00", "UTC", "en_US.ISO-8859-1", "random", "e f", backwards=False),
)


def hashes(folder: Path, one: Circumstances) -> dict[str, str]:
    """Run the three occasions under the circumstances; return the hash of every file of their run folders."""
    here = folder / one.folder
    copied(here / "input", backwards=one.backwards)
    line = [sys.executable, "-m", "tests.publish.on_a_day", one.day, "--input=input", "--output=ut"]
    env = {"TZ": one.zone, "LANG": one.language, "LC_ALL": one.language, "PYTHONHASHSEED": one.seed}
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(here), **env}
    line.append(f"--templates={ROOT / 'templates'}")
    done = subprocess.run(line, cwd=here, env=env, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 -- our own program
    assert done.returncode == 0, done.stderr
    return {name: digest(content) for name, content in tree(here / "ut").items() if name != NOTE}


def copied(folder: Path, *, backwards: bool) -> None:
    """Copy the shipped input, one file by one so that the disk holds them in this order, and give one å, ä and ö."""
    folder.mkdir(parents=True)
    for path in sorted(INPUT.iterdir(), reverse=backwards):
        shutil.copyfile(path, folder / path.name.replace("andelar", "andelar å ä ö"))


def test_the_same_input_gives_the_same_files_on_any_day_in_any_place_and_language(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    first, *others = (hashes(tmp_path, one) for one in ALL)

    assert [
        name for other in others for name in first.keys() | other.keys() if first.get(name) != other.get(name)
    ] == []
    assert len([name for name in first if name.endswith(".docx")]) >= 10
    record_property("runs", 3 * len(ALL))
    record_property("files compared", len(first))
    record_property("different", 0)
