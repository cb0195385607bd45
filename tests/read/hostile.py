"""Reads one file in a process of its own, under limits, and prints what was told: ``python hostile.py FILE``."""

import shutil
import sys
import tempfile
from pathlib import Path

from pipeline.problems import Problems
from pipeline.read import read

MEMORY = 512 * 2**20


def main(path: Path) -> None:
    """Read the file alone in a folder, and print its problems."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (not every system has it)

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, folder)
        problems = Problems()
        read(Path(folder), problems)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for problem in problems:
        print(problem)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
