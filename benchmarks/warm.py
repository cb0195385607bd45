"""Documents per second in one process: the interim report of 8 goals with 25 indicators each."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.cases import REPORT, interim, keep, lean, neutral, shipped, widened, without_charts
from benchmarks.peers_ready import has_node, node_side, python_side, templates
from benchmarks.side_by_side import ROOT, Row, Turner, in_turn, median, ratio
from benchmarks.texts import printed

GOALS, INDICATORS = 8, 25
SECONDS = 1.0
BARS = {"docxtpl": 10.0, "Carbone": 8.0, "docxtemplater": 10.0}
MOST_MEGABYTES = 60


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give a row for each peer and for memory."""
    blanks = interim(widened(shipped(), GOALS, INDICATORS))
    templates(folder)
    (folder / "report.json").write_text(json.dumps(neutral(blanks)), encoding="utf-8")
    bare = without_charts(blanks)
    (folder / "shipped.json").write_text(json.dumps(asdict(bare)), encoding="utf-8")
    keep(folder / "bare.pickle", bare)
    keep(folder / "whole.pickle", blanks)
    sides = compared(folder, "report", keep(folder / "lean.pickle", lean(bare)))
    same_text(sides, folder)
    sides |= _shipped(folder)
    in_turn(sides, SECONDS)
    yield from _rows(sides)


def compared(folder: Path, name: str, blanks: Path) -> dict[str, Turner]:
    """Start all sides with their own form of the neutral template."""
    context = folder / f"{name}.json"
    jinja, carbone, docxtemplater = (folder / f"{name}-{one}.docx" for one in ("jinja", "carbone", "docxtemplater"))
    sides = {
        "ours": ours(jinja, blanks),
        "docxtpl": Turner(python_side("docxtpl_side", jinja, context)),
        "docxtpl, one object": Turner(python_side("docxtpl_side", jinja, context, "reused")),
        "the floor": Turner(python_side("floor_side", jinja, context)),
    }
    if has_node():
        sides["Carbone"] = Turner(node_side("carbone_side.js", carbone, context))
        sides["docxtemplater"] = Turner(node_side("docxtemplater_side.js", docxtemplater, context))
    return sides


def ours(template: Path, blanks: Path) -> Turner:
    """Start our side."""
    return Turner([sys.executable, "-m", "benchmarks.ours_side", str(template), str(blanks)])


def same_text(sides: Mapping[str, Turner], folder: Path) -> None:
    """Refuse to compare sides that print different texts."""
    found = {}
    for name, side in sides.items():
        if name != "the floor":
            side.save(folder / "made.docx")
            found[name] = printed(folder / "made.docx")
    if len(set(found.values())) > 1:
        sys.exit(f"not the same text: {found}")


def _shipped(folder: Path) -> dict[str, Turner]:
    """Start the sides that fill in the shipped template; docxtpl colours no status, ends no prompt, draws no chart."""
    template = ROOT / "templates" / REPORT
    sides = {
        "ours, shipped template": ours(template, folder / "bare.pickle"),
        "docxtpl, shipped template": Turner(python_side("docxtpl_side", template, folder / "shipped.json")),
    }
    return {**sides, "ours, with 200 charts": ours(template, folder / "whole.pickle")}


def _rows(sides: Mapping[str, Turner]) -> Iterator[Row]:
    mine = sides["ours"].per_document
    here = f"{1 / median(mine).seconds:.0f} documents/s"
    for name, bar in BARS.items():
        if name not in sides:
            yield Row(f"warm, against {name}", "not measured: node or npm is missing")
            continue
        theirs = sides[name].per_document
        found = ratio(mine, theirs)
        yield Row(
            f"warm, against {name}",
            f"{found:.1f} x ({here}, theirs {1 / median(theirs).seconds:.1f})",
            f"at least {bar:.0f} x",
            found >= bar,
        )
    most = median(mine).megabytes
    yield Row("warm, memory", f"{most:.0f} MB", f"under {MOST_MEGABYTES} MB", most < MOST_MEGABYTES)
    yield _told(sides, "docxtpl, one object", "warm, against docxtpl with one object for all")
    yield _told(sides, "the floor", "warm, against the floor (Jinja and zlib)")
    yield _shipped_row(sides)


def _told(sides: Mapping[str, Turner], name: str, what: str) -> Row:
    return Row(what, f"{ratio(sides['ours'].per_document, sides[name].per_document):.2f} x")


def _shipped_row(sides: Mapping[str, Turner]) -> Row:
    mine, theirs = sides["ours, shipped template"].per_document, sides["docxtpl, shipped template"].per_document
    charts = median(sides["ours, with 200 charts"].per_document)
    return Row(
        "warm, the shipped template, against docxtpl",
        f"{ratio(mine, theirs):.1f} x ({median(mine).cpu * 1e3:.0f} ms, theirs {median(theirs).cpu * 1e3:.0f};"
        f" with 200 charts {charts.cpu * 1e3:.0f} ms and {charts.megabytes:.0f} MB)",
        "at least 10 x",
        ratio(mine, theirs) >= BARS["docxtpl"],
    )
