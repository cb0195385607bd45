"""A batch that is stopped midway, at once or politely, and begun again."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.many import boards, process, runs
from tests.publish.editions import verdict
from tests.runs import command

PATIENCE = 60.0
NAMES = [f"nämnd {number}" for number in range(1, 7)]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell's background job is told to ignore SIGINT, and its children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "code", "words"),
    [(signal.SIGKILL, -9, ""), (signal.SIGINT, 130, "Körningen avbröts innan den var klar.\n")],
)
def test_begun_again_it_goes_on_where_it_stopped(
    tmp_path: Path, how: signal.Signals, code: int, words: str, record_property: Callable[[str, object], None]
) -> None:
    folder, output = boards(tmp_path / "alla", NAMES), tmp_path / "ut"
    stopped = process("batch", folder, "--output", output, "--workers", "2")
    until = time.monotonic() + PATIENCE
    while not list(output.glob("*/2019-april/korning-001")):
        assert time.monotonic() < until
        time.sleep(0.01)
    stopped.send_signal(how)
    _, told = stopped.communicate(timeout=PATIENCE)  # until every worker has let go of what it writes on
    before = {run: verdict(run) for run in output.glob("*/2019-april/korning-*")}
    record_property("done when it was stopped", len(before))

    again = command("batch", folder, "--output", output)

    assert (stopped.returncode, told if words else "") == (code, words)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.count("inget nytt") >= len(before)
    assert set(before.values()) == {"whole"}
    assert runs(output) == {name: ["korning-001"] for name in NAMES}
    assert {verdict(run) for run in output.glob("*/2019-april/korning-*")} == {"whole"}
