"""A run that dies or meets a fault at any file operation leaves whole sets and nothing else."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.problems import Problems
from pipeline.publish import only_run, publish
from tests.conftest import ROOT
from tests.publish.crashing import SITUATIONS, Trial
from tests.publish.editions import tree, verdict

Record = Callable[[str, object], None]


def trials(folder: Path, situation: str, every: int) -> list[Trial]:
    """Publish once for every operation and fault of the situation, or for every so many."""
    line = [sys.executable, "-m", "tests.publish.crashing", str(folder), situation, str(every)]
    env = {**os.environ, "PYTHONUTF8": "1"}
    made = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 -- our own program
    assert (made.returncode, made.stderr) == (0, "")
    return [Trial(*json.loads(line)) for line in made.stdout.splitlines()]


def runs(output: Path) -> list[Path]:
    return sorted(path for path in output.glob("*/*") if not path.name.startswith(".") and path.is_dir())


def newest(output: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in output.glob("*/senaste.txt")]


ALL = [pytest.param(situation, 1, marks=pytest.mark.slow) for situation in SITUATIONS]
SOME = [("a later run", 23), ("the first run", 29), ("the same run again", 23)]


@pytest.mark.parametrize(("situation", "every"), [*SOME, *ALL])
def test_death_or_a_fault_at_any_file_operation_leaves_whole_sets(
    tmp_path: Path, situation: str, every: int, record_property: Record
) -> None:
    made = trials(tmp_path, situation, every)
    earlier = tree(tmp_path / "before" / "resultat å ä ö" / "2019-april")
    verdicts: Counter[str] = Counter()
    for one in made:
        verdicts.update(verdict(run) for run in runs(Path(one.output)))
        assert ended_well(one), one
        assert keeps(one, earlier), one
        assert goes_on_after(one, situation) == [], one

    faults = Counter(one.fault for one in made)
    operations = faults["SIGKILL"]
    for name, count in {
        "operations": operations,
        **faults,
        "torn": verdicts["torn"],
        "mixed": verdicts["mixed"],
    }.items():
        record_property(name, count)
    assert verdicts.keys() == {"whole"}
    assert operations * every > 40


def ended_well(one: Trial) -> bool:
    """Say whether the run died at once, or told one sentence and published nothing, or published all."""
    if one.fault == "SIGKILL":
        return (one.ended, one.told) == (-9, "")
    refused = f"{one.output}: det går inte att skriva i mappen: "
    if one.ended:
        return one.ended == 1 and one.told.startswith(refused) and one.told.count("\n") == 1
    remarks = ("senaste.txt: anmärkning: ", "oversikt.html: anmärkning: ")
    return one.told == "" or (one.told.count("\n") == 1 and any(remark in one.told for remark in remarks))


def keeps(one: Trial, earlier: dict[str, bytes]) -> bool:
    """Say whether earlier runs are as they were, and whether what ended well is there."""
    output = Path(one.output)
    held = tree(output / "2019-april")
    left = {name: content for name, content in earlier.items() if name != "senaste.txt"}
    named = {name.strip() for name in newest(output)}
    return (
        {name: held.get(name) for name in left} == left
        and named <= {run.name for run in runs(output)}
        and (one.ended != 0 or bool(runs(output)))
        and (one.ended != 1 or len(runs(output)) == len({name.split("/")[0] for name in left}))
    )


def goes_on_after(one: Trial, situation: str) -> list[str]:
    """Run again and return what is wrong: the next run publishes, sweeps and leaves no lock."""
    output, (_, edition, _), problems = Path(one.output), SITUATIONS[situation], Problems()
    with only_run(output, "14.02", problems):
        made = publish(edition, output, problems)
    if made is None or list(problems):
        return [str(problem) for problem in problems]
    expected = {run.name for run in runs(output)} | {"senaste.txt"}
    return [
        *(path.name for path in output.rglob(".*")),
        *({path.name for path in output.glob("2019-april/*")} ^ expected),
        *(name for name in newest(output) if name != f"{made.run.name}\n"),
        *("not the edition" for _ in range(tree(made.run) != edition.files())),
    ]
