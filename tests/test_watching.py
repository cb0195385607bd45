"""A real watch over a real folder: it sees drops, bears all that happens to the folder, and stops when told."""

import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.watching import sight
from tests.runs import GOALS, INPUT
from tests.watch import PATIENCE, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    found = Watch(tmp_path)
    yield found
    found.process.kill()
    found.process.wait()


def drop(watch: Watch, name: str = GOALS) -> None:
    shutil.copy(INPUT / name, watch.input / name)


def test_each_drop_renews_the_overview(watch: Watch) -> None:
    watch.waits_for("ett fel och noll anmärkningar")
    assert "Inga dokument skrevs: ett fel behöver rättas först." in watch.page()

    for path in INPUT.iterdir():
        drop(watch, path.name)
    watch.waits_for("noll fel och tre anmärkningar")

    assert "Underlaget är läst. Inga dokument är gjorda." in watch.page()
    assert "Mål 3" in watch.page().replace("\u00a0", " ")
    assert not list(watch.output.glob("*/korning-*"))


def test_a_half_copied_file_is_not_read_until_it_lies_still(watch: Watch) -> None:
    watch.waits_for("ett fel")
    content = (INPUT / GOALS).read_bytes()
    with (watch.input / GOALS).open("wb") as copy:
        for start in range(0, len(content), len(content) // 5 + 1):
            copy.write(content[start : start + len(content) // 5 + 1])
            copy.flush()
            time.sleep(0.25)

    said = watch.until(lambda text: text.count(" fel och ") >= 2)

    assert "skadad" not in said


def test_the_folder_may_go_and_come_back(watch: Watch) -> None:
    watch.waits_for("ett fel")
    watch.input.rmdir()
    watch.waits_for("mappen finns inte")
    watch.input.mkdir()
    drop(watch)

    watch.until(lambda text: text.count(" fel och ") >= 3)
    assert "kommunstyrelsens-mal-2019.xlsx" in watch.page()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(watch: Watch, how: signal.Signals) -> None:
    watch.waits_for("ett fel")
    watch.process.send_signal(how)

    assert watch.process.wait(PATIENCE) == 0
    assert watch.said.read_text(encoding="utf-8").endswith("Slutade vänta.\n")
    assert not [path for path in watch.output.iterdir() if path.name.startswith(".las")]


def test_folders_that_come_and_go_do_not_end_the_look(tmp_path: Path) -> None:
    inside, stop = tmp_path / "a" / "b", threading.Event()

    def churn() -> None:
        while not stop.is_set():
            inside.mkdir(parents=True, exist_ok=True)
            (inside / "fil.csv").write_text("x", encoding="utf-8")
            shutil.rmtree(tmp_path / "a")

    churning = threading.Thread(target=churn)
    churning.start()
    try:
        seen = [sight(tmp_path) for _ in range(2000)]
    finally:
        stop.set()
        churning.join()
    inside.mkdir(parents=True)
    (inside / "fil.csv").write_text("x", encoding="utf-8")

    assert None not in seen
    assert {name for one in [*seen, sight(tmp_path)] for name in one or ()} == {str(inside / "fil.csv")}
