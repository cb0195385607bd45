"""The watch as a process over folders of its own."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

PATIENCE = 30.0


class Watch:
    """The command as a process, with what it has said so far in a file."""

    def __init__(self, folder: Path) -> None:
        self.input, self.output, self.said = folder / "input", folder / "output", folder / "said.txt"
        self.input.mkdir()
        line = [sys.executable, "-m", "pipeline", "watch", "april"]
        line += ["--input", str(self.input), "--output", str(self.output)]
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(line, cwd=ROOT, stdout=said, stderr=said)  # noqa: S603 -- our own program

    def waits_for(self, words: str, times: int = 1) -> str:
        """Return all that has been said when the words have been, so many times."""
        return self.until(lambda text: text.count(words) >= times)

    def until(self, holds: Callable[[str], bool]) -> str:
        ends = time.monotonic() + PATIENCE
        while not holds(text := self.said.read_text(encoding="utf-8")):
            assert time.monotonic() < ends, text
            time.sleep(0.05)
        return text

    def page(self) -> str:
        return (self.output / "oversikt.html").read_text(encoding="utf-8")
