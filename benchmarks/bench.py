"""Measure what benchmarks/README.md tells, and print it as the table there: bench [ROOM …]. Unix only."""

import argparse
import importlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.peers_ready import ready
from benchmarks.side_by_side import OURS, ROOT

ROOMS = ("warm", "rows", "whole", "country", "reading")


def main() -> None:
    """Print a row for each thing that is measured, as soon as it has been."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help=f"which rows: {', '.join(ROOMS)}")
    parser.add_argument("--only", choices=ROOMS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        _measure(chosen.only)
        return
    ready()
    print("| what | measured | bar | |\n| --- | --- | --- | --- |", flush=True)
    for room in chosen.rooms:  # each in a process of its own, for what a process starts is counted with its memory
        subprocess.run([sys.executable, "-m", "benchmarks.bench", "--only", room], check=True, cwd=ROOT, env=OURS)


def _measure(room: str) -> None:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for row in importlib.import_module(f"benchmarks.{room}").rows(Path(folder)):
            print(row, flush=True)
    print(f"{room}: {time.perf_counter() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
