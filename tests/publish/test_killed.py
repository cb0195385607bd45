"""The whole April run as a real process, killed at random moments: nothing torn, nothing mixed, no lock left."""

import itertools
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from pipeline.problems import Problems
from pipeline.publish import only_run
from pipeline.unchanged import NOTE
from tests.conftest import ROOT
from tests.publish.editions import tree, verdict
from tests.runs import APRIL, command

pytestmark = pytest.mark.slow
KILLS, SIDES = 200, 2
SEED = int(os.environ.get("KILL_SEED", "20190430"))


def line(number: int, output: Path) -> list[str]:
    """Return the command for a run that differs from every other: its documents have a date of their own."""
    day = f"2019-{5 + number // 28}-{1 + number % 28:02}"
    return [*APRIL, "--quiet", "--date", day, "--output", str(output)]


def whole_seconds(output: Path) -> float:
    """Return how long a whole run takes here and now."""
    began = time.monotonic()
    assert command(*APRIL, "--output", output, cwd=ROOT).returncode == 0
    return time.monotonic() - began


def killed(number: int, output: Path, after: float) -> str:
    """Kill a run so many seconds after its start; return where it was: what of its folder could be seen."""
    before = set(output.glob("*/*"))
    child = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "pipeline", *line(number, output)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    child.kill()
    child.wait()
    made = {path.name.startswith(".") for path in set(output.glob("*/*")) - before}
    locked = (output / ".las").exists()
    return "after" if False in made else "while it was published" if made else "while it ran" if locked else "before"


def one_side(output: Path, numbers: range) -> tuple[Counter[str], Counter[str]]:
    """Kill a run for each number in one output folder; return where they were, and what all that can be seen is."""
    whole, random = whole_seconds(output), Random(f"{SEED} {numbers}")  # noqa: S311 -- no secret
    moments: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    known = seen(output)
    for number in numbers:
        moments[killed(number, output, random.uniform(0, 1.1 * whole))] += 1
        now = seen(output)
        assert {run: now.get(run) for run in known} == known, f"kill {number}: an earlier run has changed"
        verdicts.update(verdict(output / run) for run in now.keys() - known.keys())
        known = now
        with only_run(output, "14.02", problems := Problems()):
            assert list(problems) == [], f"kill {number}: the next run cannot begin"
    return moments, verdicts


def seen(output: Path) -> dict[str, dict[str, bytes]]:
    """Return all files of every run folder."""
    return {path.relative_to(output).as_posix(): tree(path) for path in output.glob("*/korning-*")}


def test_killed_at_any_moment_it_leaves_whole_sets_and_no_lock(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    outputs = [tmp_path / str(side) for side in range(SIDES)]
    share = KILLS // SIDES
    numbers = [range(side * share, (side + 1) * share) for side in range(SIDES)]
    with ThreadPoolExecutor(SIDES) as sides:
        moments, verdicts = zip(*sides.map(one_side, outputs, numbers), strict=True)
    ends = [command(*line(KILLS, output), cwd=ROOT) for output in outputs]
    hidden = itertools.chain.from_iterable(output.rglob(".*") for output in outputs)
    left = [path for path in hidden if path.name not in (".skrivet.json", NOTE)]  # notes of what was written and said

    found: Counter[str] = sum(verdicts, Counter())
    for name, count in (("seed", SEED), ("kills", KILLS), *sum(moments, Counter()).items()):
        record_property(name, count)
    record_property("torn", found["torn"])
    record_property("mixed", found["mixed"])
    assert found.keys() <= {"whole"}
    assert ([end.returncode for end in ends], left) == ([0] * SIDES, [])
