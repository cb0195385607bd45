"""Real worker processes that die: nobody else's work is lost."""

from collections.abc import Callable
from pathlib import Path

from pipeline.batch.crews import processes
from pipeline.batch.handing_out import handed_out
from pipeline.job import Job
from pipeline.model.summary import BoardOutcome, Ending
from tests.batch.works import work, work_once_dead

LOST = (
    "arbetet med mappen avbröts gång på gång, kanske för att datorns minne tog slut: kör mappen för sig, och tala med "
    "it-stödet om det händer igen"
)


def ended(folder: Path, names: list[str], does: Callable[[Job], BoardOutcome]) -> dict[str, BoardOutcome]:
    jobs = [Job(input=Path(name), output=folder, templates=folder, versions={}) for name in names]
    found = list(handed_out(does, jobs, processes(2)))
    assert sorted(one.board for one in found) == sorted(names)
    return {one.board: one for one in found}


def test_one_that_kills_its_worker_each_time_is_told_and_takes_no_other_with_it(tmp_path: Path) -> None:
    found = ended(tmp_path, ["a", "b", "dör", "dör också", "faller", *map(str, range(12))], work)

    assert {name: one.ending for name, one in found.items() if one.ending is not Ending.PUBLISHED} == {
        "dör": Ending.LOST,
        "dör också": Ending.LOST,
        "faller": Ending.OUR_FAULT,
    }
    assert (found["dör"].faults, found["dör också"].faults) == ((LOST,), (LOST,))
    assert "ValueError: ett eget fel" in found["faller"].traceback
    assert "works.py" in found["faller"].traceback
    assert (tmp_path / "dör").read_bytes() == b".."  # once more, and then no more


def test_one_whose_worker_dies_once_is_done_when_tried_again(tmp_path: Path) -> None:
    found = ended(tmp_path, ["a", "b", "dör en gång", "c", "d"], work_once_dead)

    assert {one.ending for one in found.values()} == {Ending.PUBLISHED}
