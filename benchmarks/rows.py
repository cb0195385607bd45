"""One table of many rows: beside docxtpl at 10,000, and whether the time of a row stays the same as they grow."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import interim, keep, lean, neutral, shipped, stretched, widened
from benchmarks.peers_ready import python_side, templates
from benchmarks.side_by_side import Row, Turner, in_turn, median, ratio
from benchmarks.warm import ours, same_text
from pipeline.blanks import InterimReport

SIZES = (100, 1_000, 10_000, 30_000)
COMPARED = 10_000
BAR = 8.0
STRAIGHT = 1.5  # times the time of a row in the smallest table that one in the largest may take


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give a row for each claim."""
    blanks = lean(interim(widened(shipped(), 1, 1)))
    templates(folder)
    template = folder / "rows-jinja.docx"
    yield _compared(folder, template, blanks)
    sides = {str(size): ours(template, keep(folder / f"{size}.pickle", stretched(blanks, size))) for size in SIZES}
    in_turn(sides, seconds=0.3, rounds=3)
    each = {size: median(side.per_document).cpu / int(size) * 1e6 for size, side in sides.items()}
    growth = each[str(SIZES[-1])] / each[str(SIZES[0])]
    told = ", ".join(f"{size}: {micro:.0f}" for size, micro in each.items())
    yield Row("microseconds a row, by rows", f"{told} ({growth:.2f} x)", f"at most {STRAIGHT} x", growth <= STRAIGHT)


def _compared(folder: Path, template: Path, blanks: InterimReport) -> Row:
    many = stretched(blanks, COMPARED)
    context = folder / "rows.json"
    context.write_text(json.dumps(neutral(many)), encoding="utf-8")
    sides = {
        "ours": ours(template, keep(folder / "many.pickle", many)),
        "docxtpl": Turner(python_side("docxtpl_side", template, context)),
    }
    same_text(sides, folder)
    in_turn(sides, seconds=0.1)
    mine, theirs = sides["ours"].per_document, sides["docxtpl"].per_document
    found = ratio(mine, theirs)
    measured = f"{found:.1f} x ({median(mine).cpu:.2f} s, theirs {median(theirs).cpu:.2f})"
    return Row(f"one table of {COMPARED} rows, against docxtpl", measured, f"at least {BAR:.0f} x", found >= BAR)
