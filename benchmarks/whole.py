"""The whole of `interim-april`, from files to files: beside today's usual way, and once more with nothing changed."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers_ready import python_side
from benchmarks.side_by_side import ROOT, ROUNDS, Cost, Row, median, ratio, whole

BAR, UNCHANGED_BAR, MOST_MEGABYTES = 0.5, 0.4, 150


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give a row for each claim."""
    first, again, usual = _in_turn(folder)
    theirs = 1 / ratio(first, usual)
    one, other = median(first), median(usual)
    clock = f"{one.seconds:.2f} s on the clock, theirs {other.seconds:.2f}"
    told = f"{theirs:.2f} x ({one.cpu:.2f} s of processor, theirs {other.cpu:.2f}; {clock})"
    yield Row("interim-april, whole process, against the usual way", told, f"at most {BAR} x", theirs <= BAR)
    small = one.megabytes < MOST_MEGABYTES
    yield Row("interim-april, memory", f"{one.megabytes:.0f} MB", f"under {MOST_MEGABYTES} MB", small)
    unchanged = 1 / ratio(again, first)
    told = f"{unchanged:.2f} x ({median(again).cpu:.2f} s of processor)"
    yield Row("the same with nothing changed", told, f"under {UNCHANGED_BAR} x", unchanged < UNCHANGED_BAR)


def _in_turn(folder: Path) -> tuple[list[Cost], list[Cost], list[Cost]]:
    first, again, usual = list[Cost](), list[Cost](), list[Cost]()
    for number in range(ROUNDS + 1):
        output = folder / str(number)
        run = [sys.executable, "-m", "pipeline", "interim", "april", "--quiet", "--output", str(output)]
        first.append(whole(run))
        again.append(whole(run))
        usual.append(whole(python_side("usual_way", ROOT / "input", folder / f"usual-{number}")))
    return first[1:], again[1:], usual[1:]  # the first round only warms the disk's cache
