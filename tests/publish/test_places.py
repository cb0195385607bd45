"""Output folders where nothing can be written, where the disk is small, and with a name that is hard to write."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.editions import tree, verdict
from tests.runs import AMBITION, APRIL, command, published

RUN = [sys.executable, "-m", "pipeline", *AMBITION, "--quiet", "--output"]
UNPRIVILEGED = [] if os.geteuid() else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
"""Root writes wherever it wants, until it lets go of what sets it apart."""
ROOM = 100
"""Kilobytes that are free on the small disk: less than a run, more than its first files."""
SCRIPT = """
{before} && mkdir {output}/2019-april && cp -r {earlier} {output}/2019-april/
({limit}; {run} {output}); ended=$?
cp -r {output} {after}; exit $ended
"""
ROOM = 100
"""Kilobytes that are free on the small disk: less than a run, more than its first files."""
SMALL_DISK = """
mount -t tmpfs -o size={size}k none {output} && mkdir {output}/2019-april && cp -r {earlier} {output}/2019-april/
{run} {output}; ended=$?
cp -r {output} {after}; exit $ended
"""


def shell(*line: str | Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(line, cwd=ROOT, env=env, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 -- our own program


def faults(told: str) -> list[str]:
    return [line for line in told.splitlines() if ": anmärkning: " not in line]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Return an output folder with an earlier run, in which nothing may be written."""
    output = tmp_path / "output"
    published(*APRIL, "--output", output)
    for folder in (output, output / "2019-april", output / "granskning"):
        folder.chmod(0o555)
    return output


def test_a_folder_that_may_only_be_read_is_told_once_and_keeps_what_it_holds(locked: Path) -> None:
    before = tree(locked)

    done = shell(*UNPRIVILEGED, *RUN, locked)

    assert done.returncode == 1
    assert faults(done.stderr) == [
        (
            f"{locked}: det går inte att skriva i mappen: skrivrätt saknas; stäng filer som är öppna därifrån, "
            "eller välj en annan mapp med --output"
        )
    ]
    assert tree(locked) == before


def mounting() -> list[str]:
    """Return the command under which a disk may be mounted that nobody else sees; empty where there is none."""
    tried = (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"])
    with tempfile.TemporaryDirectory() as folder:
        allowed = (line for line in tried if not shell(*line, "mount", "-t", "tmpfs", "none", folder).returncode)
        return next(allowed, []) if shutil.which("unshare") else []


WAYS = {"a small disk": mount} if (mount := mounting()) else {"no large files": []}
LIMITS = {"no large files": ("true", "ulimit -f 8"), "a small disk": ("mount -t tmpfs -o size={}k none {}", "true")}
REASONS = {
    "no large files": "en fil blir större än datorn tillåter; tala med it-stödet eller välj en annan mapp med --output",
    "a small disk": "disken är full; frigör plats och kör igen",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_disk_with_no_room_is_told_once_and_keeps_what_it_holds(tmp_path: Path, way: str) -> None:
    earlier = published(*APRIL, "--output", tmp_path / "first")
    output, after = tmp_path / "small", tmp_path / "after"
    output.mkdir()
    size = sum(path.stat().st_size // 1024 + 5 for path in earlier.rglob("*")) + ROOM
    before, limit = LIMITS[way]
    given = {"before": before.format(size, output), "limit": limit, "run": " ".join(RUN)}

    script = SCRIPT.format(**given, output=output, earlier=earlier, after=after)
    done = shell(*WAYS[way], "sh", "-c", script)

    assert done.returncode == 1, done.stderr
    assert faults(done.stderr) == [f"{output}: det går inte att skriva i mappen: {REASONS[way]}"]
    assert tree(after) == {f"2019-april/{earlier.name}/{name}": content for name, content in tree(earlier).items()}


@pytest.mark.parametrize("name", ["Delårsrapporter å ä ö 2019", "-- 'citat' \"två\" $HOME ; #", "e\u0301 \U0001f600"])
def test_any_name_of_the_output_folder_will_do(tmp_path: Path, name: str) -> None:
    done = command(*AMBITION, "--quiet", "--output", tmp_path / name)
    (run,) = (tmp_path / name).glob("*/korning-*")

    assert (done.returncode, faults(done.stderr), verdict(run)) == (0, [], "whole")
    shutil.rmtree(tmp_path / name)
    assert not list(tmp_path.iterdir())
