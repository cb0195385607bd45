"""Sides that take turns in one run, so that what else the computer does falls on all of them alike. Unix only."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
ROUNDS = 5
OURS = {**os.environ, "PYTHONPATH": str(ROOT)}

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds on the clock, seconds of processor, and the most memory of a process, in MB."""

    seconds: float
    cpu: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured against which bar, what came out, and whether that meets the bar."""

    what: str
    measured: str
    bar: str = ""
    holds: bool | None = None

    def __str__(self) -> str:
        """Write the row in Markdown."""
        said = {True: "holds", False: "**missed**", None: ""}[self.holds]
        return f"| {self.what} | {self.measured} | {self.bar} | {said} |"


@dataclass(slots=True)
class Turner:
    """A process that makes documents in its turn: a line with seconds on stdin, a line of JSON back."""

    command: Command
    per_document: list[Cost] = field(default_factory=list)
    _process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        """Start the process, which first makes one document that isn't counted."""
        self._process = subprocess.Popen(
            self.command, cwd=ROOT, env=OURS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def save(self, path: Path) -> None:
        """Have one document written to a file."""
        self._ask({"save": str(path)})

    def turn(self, seconds: float) -> None:
        """Let it make documents for some seconds, at least one."""
        made = self._ask({"seconds": seconds})
        count = int(made["documents"])
        self.per_document.append(Cost(made["seconds"] / count, made["cpu"] / count, made["megabytes"]))

    def end(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, what: Mapping[str, object]) -> Any:  # noqa: ANN401 -- JSON is what it is
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError(self.command)
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        return json.loads(answer) if answer else sys.exit(f"{self.command} ended")


def in_turn(sides: Mapping[str, Turner], seconds: float, rounds: int = ROUNDS) -> None:
    """Let the sides make documents in turn, round after round, and then end."""
    for _ in range(rounds):
        for side in sides.values():
            side.turn(seconds)
    for side in sides.values():
        side.end()


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure on its own; of memory the most."""
    return Cost(
        statistics.median(one.seconds for one in costs),
        statistics.median(one.cpu for one in costs),
        max(one.megabytes for one in costs),
    )


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> float:
    """Return how many times our processor time theirs is: the median of the rounds."""
    return statistics.median(their.cpu / our.cpu for our, their in zip(ours, theirs, strict=True))


def whole(command: Command) -> Cost:
    """Run a whole process and return what it and its children took; its output is shown only if it fails."""
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=OURS, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(output.read().decode(errors="replace"))
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * BYTES_PER_UNIT / 1e6)
