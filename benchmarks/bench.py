"""Measure what benchmarks/README.md tells, and print it as the table there: bench [ROOM …]. Unix only."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks import country, reading, rows, warm, whole
from benchmarks.peers_ready import ready
from benchmarks.side_by_side import Row

ROOMS: Mapping[str, Callable[[Path], Iterator[Row]]] = {
    "warm": warm.rows,
    "rows": rows.rows,
    "whole": whole.rows,
    "country": country.rows,
    "reading": reading.rows,
}


def main() -> None:
    """Print a row for each thing that is measured, as soon as it has been."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), help=f"which rows: {', '.join(ROOMS)}")
    rooms = parser.parse_args().rooms
    ready()
    print("| what | measured | bar | |\n| --- | --- | --- | --- |")
    for room in rooms:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            for row in ROOMS[room](Path(folder)):
                print(row, flush=True)
        print(f"{room}: {time.perf_counter() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
