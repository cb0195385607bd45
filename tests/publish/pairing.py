"""Run as a program: two whole runs at once in one output folder, so many times.

``python -m tests.publish.pairing FOLDER TIMES`` prints a JSON line per pair: each one's exit code and words.
"""

import json
import os
import sys
from pathlib import Path

from pipeline.cli import main
from tests.conftest import ROOT


def begun(output: Path, words: Path, gate: int) -> int:
    """Start a run in a child process that waits at the gate; return its number."""
    child = os.fork()
    if child:
        return child
    os.dup2(os.open(words, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    os.read(gate, 1)
    folders = [f"--{name}={ROOT / name}" for name in ("input", "templates")]
    ended = main(["interim", "april", "--quiet", *folders, f"--output={output}"])
    sys.stderr.flush()
    os._exit(ended)


def pair(folder: Path, number: int) -> list[tuple[int, str]]:
    """Let two runs begin at the same moment; return how each ended."""
    gate, opener = os.pipe()
    words = [folder / f"{number}-{side}.txt" for side in "ab"]
    children = [begun(folder / str(number), path, gate) for path in words]
    os.write(opener, b"12")
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    os.close(gate)
    os.close(opener)
    return [
        (code, "".join(line for line in path.open(encoding="utf-8") if "anmärkning" not in line))
        for code, path in zip(ended, words, strict=True)
    ]


if __name__ == "__main__":
    for one in range(int(sys.argv[2])):
        print(json.dumps(pair(Path(sys.argv[1]), one)), flush=True)  # noqa: T201 -- its report
