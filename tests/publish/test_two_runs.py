"""Two runs at once, and what a killed run leaves of its lock."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.problems import Problems
from pipeline.publish import AnotherRunError, only_run
from tests.conftest import ROOT
from tests.publish.editions import verdict

PAIRS = 20
TOLD = "En annan körning pågår sedan kl. "


@pytest.mark.slow
def test_of_two_runs_at_once_one_publishes_and_the_other_is_told_since_when(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    line = [sys.executable, "-m", "tests.publish.pairing", str(tmp_path), str(PAIRS)]
    env = {**os.environ, "PYTHONUTF8": "1"}
    made = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 -- our own program
    assert (made.returncode, made.stderr) == (0, "")
    pairs = [json.loads(line) for line in made.stdout.splitlines()]
    runs = [run for number in range(PAIRS) for run in (tmp_path / str(number)).glob("*/korning-*")]

    assert [sorted(ended for ended, _ in pair) for pair in pairs] == [[0, 3]] * PAIRS
    refused = [told for pair in pairs for ended, told in pair if ended == 3]
    assert {told[: len(TOLD)] + told[-2:] for told in refused} == {f"{TOLD}.\n"}
    assert {len(told) - len(TOLD) for told in refused} == {len("14.02.\n")}
    assert [verdict(run) for run in runs] == ["whole"] * PAIRS
    assert [path.name for path in tmp_path.glob("*/.*")] == [".oforandrat.json"] * PAIRS
    record_property("pairs", PAIRS)
    record_property("refused", len(refused))


def test_a_run_that_has_only_just_taken_the_lock_is_given_a_moment_to_say_since_when(tmp_path: Path) -> None:
    note = tmp_path / ".las-sedan"
    saying = threading.Timer(0.1, note.write_text, ["14.02"])
    with FileLock(tmp_path / ".las"):
        saying.start()
        with (
            pytest.raises(AnotherRunError, match=r"^En annan körning pågår sedan kl\. 14\.02\.$"),
            only_run(tmp_path, "14.03", Problems()),
        ):
            pass
    saying.join()
