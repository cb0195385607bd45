"""Real files from agencies and municipalities, dropped one after another while the watch goes."""

import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import pytest
from lxml import html

from tests.runs import GOALS, INPUT
from tests.watch import PATIENCE, Watch

NOTHING = "inget som används"


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    found = Watch(tmp_path)
    shutil.copy(INPUT / GOALS, found.input)
    yield found
    found.process.kill()
    found.process.wait()


def shown(watch: Watch) -> tuple[Mapping[str, str], Sequence[str]]:
    """Return what the overview says was read from each file, and each of its lines of faults and remarks."""
    page = html.document_fromstring(watch.page())
    cells = (["".join(map(str, cell.itertext())) for cell in row.iter("td")] for row in page.iter("tr"))
    told = (one for one in page.iter("section") if one.get("aria-labelledby") in ("fel", "anmarkningar"))
    lines = ["".join(map(str, line.itertext())) for one in told for line in one.iter("li")]
    return {row[0]: row[1] for row in cells if row}, lines


def verdict(name: str, watch: Watch) -> str:
    """Return whether the overview says that the file was read, or says of it what to do; ``""`` for neither."""
    read, lines = shown(watch)
    if any(line.startswith((f"{name}:", f"{name},")) for line in lines):
        return "told"
    return "read" if read.get(name, NOTHING) != NOTHING else ""


def dropped(paths: Sequence[Path], watch: Watch) -> float:
    """Drop the files, wait for the overview to know them all, and return how many seconds that took."""
    for path in paths:
        shutil.copyfile(path, watch.input / path.name)
    began = time.monotonic()
    while not all(verdict(path.name, watch) for path in paths):
        assert time.monotonic() < began + PATIENCE, watch.said.read_text(encoding="utf-8")
        assert watch.process.poll() is None
        time.sleep(0.1)
    return time.monotonic() - began


def all_dropped(files: Sequence[Sequence[Path]], watch: Watch, count: Callable[[str, object], None]) -> None:
    watch.waits_for(" fel och ")
    took = [dropped(paths, watch) for paths in files]
    every = [path for paths in files for path in paths]
    for what, number in Counter(verdict(path.name, watch) for path in every).items():
        count(what, number)
    count("median renewal, seconds", f"{median(took):.1f}")
    count("longest", f"{max(took):.1f}")
    watch.process.send_signal(signal.SIGINT)

    assert watch.process.wait(PATIENCE) == 0
    assert "Programmet har ett fel" not in watch.said.read_text(encoding="utf-8")
    assert not (watch.output / "granskning" / "programfel.txt").exists()
    assert {path.name: path.read_bytes() for path in watch.input.iterdir()} == {
        path.name: path.read_bytes() for path in [INPUT / GOALS, *every]
    }


def real(shared: Path) -> list[Path]:
    """Return the real files, and last our own values."""
    found = sorted(path for path in (shared / "data" / "real").rglob("*") if path.is_file())
    return [*found, *sorted(path for path in INPUT.iterdir() if path.name != GOALS)]


@pytest.mark.shared
def test_a_heap_of_real_files_is_read_or_told_of(
    watch: Watch, shared: Path, record_property: Callable[[str, object], None]
) -> None:
    all_dropped([real(shared)], watch, record_property)


@pytest.mark.shared
@pytest.mark.slow
def test_real_files_one_after_another_are_read_or_told_of(
    watch: Watch, shared: Path, record_property: Callable[[str, object], None]
) -> None:
    all_dropped([[path] for path in real(shared)], watch, record_property)
