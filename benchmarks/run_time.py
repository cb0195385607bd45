"""Measure a whole `make interim-april`, beside a Python that only loads the libraries it stands on. Unix only."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = [sys.executable, "-c", "import pandas, openpyxl, docxtpl"]
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took: seconds on the clock, and the largest one's memory in MB."""

    seconds: float
    megabytes: float


def cost(command: list[str]) -> Cost:
    """Run the command and return what it took; its output is shown only if it fails."""
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(output.read().decode(errors="replace"))
    return Cost(seconds, usage.ru_maxrss * BYTES_PER_UNIT / 1e6)


def run(target: str) -> Cost:
    """Run the target into an empty output folder, so that every run makes all the documents."""
    with tempfile.TemporaryDirectory() as output:
        return cost(["make", "--silent", target, f"ARGS=--output '{output}'"])


def median(costs: list[Cost]) -> Cost:
    """Return the median of each figure on its own."""
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.megabytes for c in costs))


def main() -> None:
    """Print a row per measured thing, as benchmarks/README.md has them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", default="interim-april", help="the make target to measure")
    parser.add_argument("--runs", type=int, default=5, help="how many times; the median is printed")
    options = parser.parse_args()
    run(options.target)  # warms the disk's cache, and makes .venv where it is missing
    floors, runs = zip(*((cost(FLOOR), run(options.target)) for _ in range(options.runs)), strict=True)
    floor, whole = median(list(floors)), median(list(runs))
    print("| | seconds | MB | times the floor |")
    print("| --- | --- | --- | --- |")
    print(f"| loading pandas, openpyxl and docxtpl (the floor) | {floor.seconds:.2f} | {floor.megabytes:.0f} | 1.0 |")
    ratio = whole.seconds / floor.seconds
    print(f"| make {options.target} | {whole.seconds:.2f} | {whole.megabytes:.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
