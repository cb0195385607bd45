"""How far long work has come is shown on a terminal, and nowhere else."""

import os
import pty
import subprocess
import sys

import pytest

from pipeline.progress import progress
from tests.conftest import ROOT

PROGRAM = """
from pipeline.progress import progress
with progress("Nämnder", 3, quiet={quiet}) as step:
    for _ in range(3):
        step()
"""


WAITS = """
import time
from pipeline import progress
progress.PATIENCE = {patience}
with progress.waiting("Arbetar", quiet={quiet}):
    time.sleep(0.5)
"""


def on_a_terminal(program: str) -> str:
    """Return what the program writes on a terminal; it must write nothing elsewhere."""
    reader, terminal = pty.openpty()
    line, env = [sys.executable, "-X", "utf8", "-c", program], {**os.environ, "TERM": "xterm"}
    done = subprocess.run(line, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=terminal, check=True)  # noqa: S603
    os.write(terminal, b"|")
    shown = os.read(reader, 100_000).decode()
    os.close(terminal)
    os.close(reader)
    assert done.stdout == b""
    return shown


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_terminal_it_says_how_many_are_done_unless_quiet(*, quiet: bool) -> None:
    shown = on_a_terminal(PROGRAM.format(quiet=quiet))

    assert (shown == "|") is quiet
    assert ("Nämnder" in shown and "3/3" in shown) is not quiet


@pytest.mark.parametrize(("patience", "quiet", "told"), [(0, False, True), (60, False, False), (0, True, False)])
def test_on_a_terminal_long_work_gives_a_sign_of_life(*, patience: int, quiet: bool, told: bool) -> None:
    shown = on_a_terminal(WAITS.format(patience=patience, quiet=quiet))

    assert ("Arbetar" in shown) is told
    assert (shown == "|") is not told


def test_elsewhere_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Nämnder", 1) as step:
        step()

    assert capsys.readouterr() == ("", "")
