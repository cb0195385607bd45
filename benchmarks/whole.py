"""The whole of `interim-april`, from files to files: beside today's usual ways, and once more with nothing changed."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.cases import documents, shipped
from benchmarks.peers_ready import python_side
from benchmarks.side_by_side import ROOT, ROUNDS, Cost, Row, median, ratio, whole
from benchmarks.texts import paragraphs

BAR, UNCHANGED_BAR, MOST_MEGABYTES = 0.5, 0.4, 150
PROMPT = re.compile("Skriv .* här")
WHOLE = "interim-april, whole process, against the usual way"


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give a row for each claim."""
    made = folder / "first"
    whole(_ours(made))
    ready = _ready(folder, next(made.glob("*/korning-001")))
    first, again, usual, filling = _in_turn(folder, ready)
    yield _against(WHOLE, first, usual)
    yield _against(f"{WHOLE} with the same templates", first, filling)
    one = median(first)
    small = one.megabytes < MOST_MEGABYTES
    yield Row("interim-april, memory", f"{one.megabytes:.0f} MB", f"under {MOST_MEGABYTES} MB", small)
    unchanged = 1 / ratio(again, first)
    told = f"{unchanged:.2f} x ({median(again).cpu:.2f} s of processor)"
    yield Row("the same with nothing changed", told, f"under {UNCHANGED_BAR} x", unchanged < UNCHANGED_BAR)


def _against(what: str, ours: Sequence[Cost], peer: Sequence[Cost]) -> Row:
    theirs = 1 / ratio(ours, peer)
    one, other = median(ours), median(peer)
    clock = f"{one.seconds:.2f} s on the clock, theirs {other.seconds:.2f}"
    told = f"{theirs:.2f} x ({one.cpu:.2f} s of processor, theirs {other.cpu:.2f}; {clock})"
    return Row(what, told, f"at most {BAR} x", theirs <= BAR)


def _ours(output: Path) -> list[str]:
    return [sys.executable, "-m", "pipeline", "interim", "april", "--quiet", "--output", str(output)]


def _ready(folder: Path, run: Path) -> Path:
    """Write down what a run prints for the side that is given it, whose documents must then print the same."""
    ready, made = folder / "ready.json", folder / "ready"
    filled = {
        one.name: {"template": str(ROOT / "templates" / one.template), "fields": json.dumps(asdict(one.blanks))}
        for one in documents(shipped())
    }
    book = next(run.glob("*.xlsx"))
    appendix = {"name": book.name, "sheets": {page.title: list(page.values) for page in load_workbook(book)}}
    told = {"documents": filled, "appendix": appendix}
    ready.write_text(json.dumps(told), encoding="utf-8")
    whole(python_side("ready_made", ready, ROOT / "input", made))
    for name in filled:
        if _without_prompts(run / name) != _without_prompts(made / name):
            sys.exit(f"not the same text: {name}")
    return ready


def _without_prompts(document: Path) -> list[str]:
    """Return what a document prints but its prompts, which docxtpl leaves where a text has been filled in too."""
    return [text for text in paragraphs(document) if not PROMPT.fullmatch(text)]


def _in_turn(folder: Path, ready: Path) -> tuple[list[Cost], ...]:
    taken = first, again, usual, filling = list[Cost](), list[Cost](), list[Cost](), list[Cost]()
    for number in range(ROUNDS + 1):
        run = _ours(folder / str(number))
        first.append(whole(run))
        again.append(whole(run))
        usual.append(whole(python_side("usual_way", ROOT / "input", folder / f"usual-{number}")))
        filling.append(whole(python_side("ready_made", ready, ROOT / "input", folder / f"ready-{number}")))
    return tuple(costs[1:] for costs in taken)  # the first round only warms the disk's cache
