"""Every municipality's boards in one go, from parsed input: 290 x 10 boards, three documents each, two processes."""

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.cases import documents, shipped
from benchmarks.peers.turns import most_megabytes
from benchmarks.side_by_side import OURS, ROOT, Row
from pipeline.model.records import Indicator, Series, Source
from pipeline.problems import Problems
from pipeline.render import render

BOARDS, PROCESSES = 2_900, 2
MOST_SECONDS, PATIENCE = 60, 150
FLAT = 1.1  # times the memory at a tenth of the way that the end may take


def rows(folder: Path) -> Iterator[Row]:
    """Measure, and give a row for time and one for memory."""
    (folder / "source.pickle").write_bytes(pickle.dumps(shipped()))
    began = time.perf_counter()
    running = [_start(folder, number) for number in range(PROCESSES)]
    told = [json.loads(one.communicate()[0]) for one in running]
    seconds = time.perf_counter() - began
    made = sum(int(one["documents"]) for one in told)
    all_of_them = made == 3 * BOARDS
    measured = f"{made} documents in {seconds:.0f} s" + ("" if all_of_them else f", of {3 * BOARDS}: stopped there")
    holds = all_of_them and seconds < MOST_SECONDS
    yield Row(f"{3 * BOARDS} documents with charts, {PROCESSES} processes", measured, f"under {MOST_SECONDS} s", holds)
    early, late = (max(one[name] for one in told) for name in ("early", "late"))
    yield Row("their memory", f"{early:.0f} MB after a tenth, {late:.0f} MB at the end", "flat", late <= early * FLAT)


def _start(folder: Path, number: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "benchmarks.country", str(folder), str(number)]
    return subprocess.Popen(command, cwd=ROOT, env=OURS, stdout=subprocess.PIPE)


def varied(source: Source, number: int) -> Source:
    """Return a board of its own: from four to twelve goals, and values of its own size."""
    scale = 0.8 + number % 41 / 100
    wanted = 4 + number % 9
    goals = tuple(replace(source.goals[index % len(source.goals)], number=index + 1) for index in range(wanted))
    found = [(index + 1, one) for index in range(wanted) for one in _indicators(source, index % len(source.goals))]
    indicators = tuple(replace(one, id=f"{goal}.{n}", goals=(goal,)) for n, (goal, one) in enumerate(found))
    series = {
        new.id: _scaled(source.series[one.id], scale)
        for new, (_, one) in zip(indicators, found, strict=True)
        if one.id in source.series
    }
    return replace(source, goals=goals, indicators=indicators, series=series, attendances=())


def _indicators(source: Source, index: int) -> Iterator[Indicator]:
    return (one for one in source.indicators if source.goals[index].number in one.goals)


def _scaled(series: Series, scale: float) -> Series:
    observations = tuple(replace(one, value=round(one.value * scale, 1)) for one in series.observations)
    return replace(series, observations=observations)


def make(folder: Path, number: int) -> dict[str, float]:
    """Make this process's share of the documents, and say how many and how much memory."""
    source = pickle.loads((folder / "source.pickle").read_bytes())  # noqa: S301 -- our own file
    templates = {path.name: path.read_bytes() for path in (ROOT / "templates").glob("*.docx")}
    boards = range(number, BOARDS, PROCESSES)
    ends, early, made = time.monotonic() + PATIENCE, 0.0, 0
    for done, board in enumerate(boards):
        if time.monotonic() > ends:
            break
        made += _board(varied(source, board), templates, folder / str(board))
        early = most_megabytes() if done <= len(boards) // 10 else early
    return {"documents": made, "early": early, "late": most_megabytes()}


def _board(source: Source, templates: dict[str, bytes], folder: Path) -> int:
    problems = Problems()
    folder.mkdir()
    found = documents(source)
    for one in found:
        content = render(templates[one.template], one.blanks, one.template, problems, subject=Path(one.name).stem)
        if content is None:
            sys.exit("\n".join(map(str, problems)))
        (folder / one.name).write_bytes(content)
    return len(found)


if __name__ == "__main__":
    print(json.dumps(make(Path(sys.argv[1]), int(sys.argv[2]))))
