"""Reading many rows of values beside the goal workbook, in the confined process that a run reads in."""

import csv
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

from benchmarks.side_by_side import ROOT, Cost, Row, median, whole

SIZES = (10_000, 20_000, 40_000, 58_000)
INDICATORS = 250
MOST_SECONDS, MOST_MEGABYTES = 8.0, 400
STRAIGHT = 1.5
GOALS = "kommunstyrelsens-mal-2019.xlsx"
READ = """
import sys
from pathlib import Path
from pipeline.confined import read_confined
from pipeline.problems import Problems
source = read_confined(Path(sys.argv[1]), problems := Problems())
assert not problems.faults()
found = sum(len(one.observations) + sum(map(len, one.by_sex.values())) for one in source.series.values())
assert found == int(sys.argv[2]), found
"""


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give two rows for each kind of file."""
    for kind in ("xlsx", "csv"):
        costs = {size: _read(folder / f"{kind}-{size}", size, kind) for size in SIZES}
        most = costs[SIZES[-1]]
        told = f"{most.cpu:.1f} s of processor, {most.seconds:.1f} on the clock, {most.megabytes:.0f} MB"
        holds = most.cpu < MOST_SECONDS and most.megabytes < MOST_MEGABYTES
        bar = f"under {MOST_SECONDS:.0f} s and {MOST_MEGABYTES} MB"
        yield Row(f"reading {SIZES[-1]} rows of {kind}", told, bar, holds)
        each = {size: cost.cpu / size * 1e6 for size, cost in costs.items()}
        growth = each[SIZES[-1]] / each[SIZES[0]]
        told = ", ".join(f"{size}: {micro:.0f}" for size, micro in each.items())
        bar = f"at most {STRAIGHT} x"
        yield Row(f"microseconds a row of {kind}, by rows", f"{told} ({growth:.2f} x)", bar, growth <= STRAIGHT)


def _read(folder: Path, size: int, kind: str) -> Cost:
    folder.mkdir()
    _goals(folder)
    lines = [("Indikator", "Period", "Kön", "Värde", "Källa"), *map(_line, range(size))]
    if kind == "csv":
        with (folder / "värden.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(lines)
    else:
        book = Workbook(write_only=True)
        page = book.create_sheet("Värden")
        for line in lines:
            page.append(line)
        book.save(folder / "värden.xlsx")
    costs = [whole([sys.executable, "-c", READ, str(folder), str(size)]) for _ in range(3)]
    shutil.rmtree(folder)
    return median(costs)


def _goals(folder: Path) -> None:
    """Write the shipped goal workbook with indicators enough for the values."""
    book = load_workbook(ROOT / "input" / GOALS)
    page = book["Indikatorer"]
    headings = [cell.value for cell in page[1]]
    page.delete_rows(2, page.max_row)
    named = {"Mål nr": "1", "Enhet": "antal", "Slag": "läge", "Värdena är": "per period", "Källa": "Exempelvärde"}
    for number in range(INDICATORS):
        own = {**named, "Id": f"X{number}", "Indikator": f"Mått {number}"}
        page.append([own.get(str(heading)) for heading in headings])
    book.save(folder / "mål.xlsx")


def _line(number: int) -> tuple[str, str, str, float, str]:
    month = number // (3 * INDICATORS)
    sex = ("totalt", "kvinnor", "män")[number // INDICATORS % 3]
    period = f"{1940 + month // 12}-{month % 12 + 1:02}"
    return f"X{number % INDICATORS}", period, sex, 100 + number % 97 + 0.5, "Exempelvärde"
