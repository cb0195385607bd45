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


@pytest.mark.parametrize("quiet", [False, True])
def test_on_a_terminal_it_says_how_many_are_done_unless_quiet(*, quiet: bool) -> None:
    reader, terminal = pty.openpty()
    line = [sys.executable, "-X", "utf8", "-c", PROGRAM.format(quiet=quiet)]
    env = {**os.environ, "TERM": "xterm"}
    done = subprocess.run(line, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=terminal, check=True)  # noqa: S603
    os.write(terminal, b"|")
    shown = os.read(reader, 100_000).decode()
    os.close(terminal)
    os.close(reader)

    assert done.stdout == b""
    assert (shown == "|") is quiet
    assert ("Nämnder" in shown and "3/3" in shown) is not quiet


def test_elsewhere_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Nämnder", 1) as step:
        step()

    assert capsys.readouterr() == ("", "")
