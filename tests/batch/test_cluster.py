"""A real Dask cluster on this machine: a scheduler and two workers, one of which is killed as it works."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.batch.many import boards, process, runs
from tests.conftest import ROOT
from tests.publish.editions import verdict
from tests.runs import command

pytest.importorskip("distributed", reason="Dask is not installed: pip install '.[dask]'")
PATIENCE = 60.0
NAMES = [f"nämnd {number}" for number in range(1, 5)]
NO_ANSWER = (
    "här svarar inget Dask-kluster: kontrollera adressen, till exempel tcp://192.0.2.1:8786, och att det är igång"
)
GONE = "klustret försvann medan arbetet pågick: kör samma kommando igen när det är igång, så görs det som inte är klart"
NO_DASK = "--scheduler kräver paketet distributed: kör .venv/bin/python -m pip install '.[dask]' och försök igen"


@contextmanager
def started(folder: Path, program: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start one of Dask's programs in the folder; it is gone when the block ends."""
    line = [sys.executable, "-m", f"distributed.cli.dask_{program}", "--no-dashboard", "--host", "127.0.0.1", *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "dask.txt").open("ab") as said:
        child = subprocess.Popen(line, cwd=folder, env=env, stdout=said, stderr=said)  # noqa: S603 -- our own line
    try:
        yield child
    finally:
        child.kill()
        child.wait()


def until(holds: Callable[[], object], folder: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, (folder / "dask.txt").read_text(encoding="utf-8")
        time.sleep(0.01)


def address_in(file: Path) -> str:
    try:
        return str(json.loads(file.read_bytes())["address"])
    except (OSError, ValueError):  # not there yet, or not all of it
        return ""


def test_a_worker_that_is_killed_midway_loses_nothing_and_nothing_is_done_twice(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    folder, output, file = boards(tmp_path / "alla", NAMES), tmp_path / "ut", tmp_path / "scheduler.json"
    with ExitStack() as cluster:
        cluster.enter_context(started(tmp_path, "scheduler", "--port", "0", "--scheduler-file", str(file)))
        until(lambda: address_in(file), tmp_path)
        options = (address_in(file), "--no-nanny", "--nthreads", "1")
        workers = [cluster.enter_context(started(tmp_path, "worker", *options)) for _ in range(2)]
        batch = process("batch", folder, "--output", output, "--scheduler", address_in(file))
        until(lambda: len(list(output.glob("*/.las"))) == len(workers), tmp_path)
        record_property("done when a worker was killed", len(list(output.glob("*/2019-april/korning-*"))))
        workers[0].kill()
        told, faults = batch.communicate(timeout=PATIENCE)

    rows = load_workbook(output / "sammanstallning.xlsx")["Nämnder"].iter_rows(min_row=2, max_col=4, values_only=True)
    assert (batch.returncode, faults) == (0, "")
    assert told.splitlines()[-1] == f"Sammanställningen ligger i {output / 'sammanstallning.xlsx'}."
    assert [(line[0], line[3]) for line in rows] == [*((name, "klar") for name in NAMES), ("Summa", None)]
    assert runs(output) == {name: ["korning-001"] for name in NAMES}
    assert {verdict(run) for run in output.glob("*/2019-april/korning-*")} == {"whole"}


@pytest.mark.slow
def test_a_scheduler_that_dies_midway_is_told_and_begun_again_the_rest_is_done(tmp_path: Path) -> None:
    folder, output, file = boards(tmp_path / "alla", NAMES), tmp_path / "ut", tmp_path / "scheduler.json"
    with ExitStack() as cluster:
        scheduler = cluster.enter_context(started(tmp_path, "scheduler", "--port", "0", "--scheduler-file", str(file)))
        until(lambda: address_in(file), tmp_path)
        cluster.enter_context(started(tmp_path, "worker", address_in(file), "--no-nanny", "--nthreads", "1"))
        batch = process("batch", folder, "--output", output, "--scheduler", address_in(file))
        until(lambda: list(output.glob("*/.las")), tmp_path)
        scheduler.kill()
        _, faults = batch.communicate(timeout=PATIENCE)

    again = command("batch", folder, "--output", output)

    told = faults.splitlines()
    assert batch.returncode == 70
    assert set(told) <= {f"{name}: {GONE}" for name in NAMES}
    assert f"{NAMES[-1]}: {GONE}" in told
    assert (again.returncode, again.stderr) == (0, "")
    assert runs(output) == {name: ["korning-001"] for name in NAMES}
    assert {verdict(run) for run in output.glob("*/2019-april/korning-*")} == {"whole"}


def test_an_address_where_nothing_answers_is_told(tmp_path: Path) -> None:
    folder = boards(tmp_path / "alla", ["a"])

    told = command("batch", folder, "--output", tmp_path / "ut", "--scheduler", "tcp://127.0.0.1:9")

    assert (told.returncode, told.stdout) == (1, "Inget kördes.\n")
    assert told.stderr == f"tcp://127.0.0.1:9: {NO_ANSWER}\n"


def test_without_dask_it_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # what Python does for a package that is not there
    folder = boards(tmp_path / "alla", ["a"])

    told = command("batch", folder, "--output", tmp_path / "ut", "--scheduler", "tcp://127.0.0.1:9")

    assert (told.returncode, told.stderr) == (1, f"tcp://127.0.0.1:9: {NO_DASK}\n")
