"""A run with nothing new answers at once as the long way would, and anything at all that differs takes the long way."""

import datetime as dt
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.job import Job
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.publish import Published, only_run
from pipeline.reviewing import review
from pipeline.run import run
from pipeline.unchanged import NOTE, Answer, ground, known, remember
from tests.conftest import ROOT
from tests.runs import APRIL, GOALS, INPUT, command

SAID = Answer(["om underlaget"], ["Inget har ändrats."])
VALUES = "utfall-2019-exempel.xlsx"
RUN = "output/2019-april/korning-001"
REPORT = f"{RUN}/delarsrapport-2019-april.docx"
Change = Callable[[Path], object]


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != NOTE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def written(folder: Path) -> dict[str, int]:
    """Return when each file was written: the long way writes the overview anew each time."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_quick_answer_is_the_long_ways_to_the_letter(tmp_path: Path) -> None:
    assert command(*APRIL, "--output", tmp_path).returncode == 0
    made, when = tree(tmp_path), written(tmp_path)
    quick = command(*APRIL, "--output", tmp_path)
    after = written(tmp_path)
    (tmp_path / NOTE).unlink()
    long = command(*APRIL, "--output", tmp_path)

    assert when == after != written(tmp_path)
    assert vars(quick) == vars(long)
    assert quick.stdout.startswith(f"Inget har ändrats sedan {tmp_path}")
    assert tree(tmp_path) == made
    assert (tmp_path / NOTE).is_file()
    with only_run(tmp_path, "14.02", Problems()):
        done = command(*APRIL, "--output", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "En annan körning pågår sedan kl. 14.02.\n")


def job_in(folder: Path) -> Job:
    return Job(
        input=folder / "input",
        output=folder / "output",
        templates=folder / "templates",
        occasion=Occasion.APRIL,
        versions={"pipeline": "1"},
    )


def run_in(folder: Path) -> Published:
    """Run the long way and note what was said."""
    job, problems = job_in(folder), Problems()
    job.output.mkdir(exist_ok=True)
    stood = ground(job)
    made = run(job, problems)
    review(made, job.output, problems)
    assert made.published is not None
    remember(job, stood, made.published, problems, SAID)
    return made.published


def answer(job: Job) -> Answer | None:
    return known(job.output, ground(job))


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where April has been run once."""
    folder = tmp_path_factory.mktemp("once") / "work"
    shutil.copytree(INPUT, folder / "input")
    shutil.copytree(ROOT / "templates", folder / "templates")
    run_in(folder)
    shutil.copytree(folder, folder.with_name("kept"))
    return folder


@pytest.fixture
def work(once: Path) -> Iterator[Path]:
    """The same folder, which a test may change."""
    yield once
    shutil.rmtree(once)
    shutil.copytree(once.with_name("kept"), once)


def add_to(name: str, content: bytes = b" ") -> Change:
    def add(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(content)

    return add


CHANGES: dict[str, Change] = {
    "a changed file": add_to(f"input/{VALUES}"),
    "an added file": add_to("input/ny.csv"),
    "an added file in a folder": add_to("input/mer/ny.csv"),
    "an added folder": lambda folder: (folder / "input/tom.xlsx").mkdir(),
    "a removed file": lambda folder: (folder / "input" / VALUES).unlink(),
    "a renamed file": lambda folder: (folder / "input" / VALUES).rename(folder / "input/andra.xlsx"),
    "an open workbook": add_to(f"input/~${GOALS}"),
    "a workbook open in LibreOffice": add_to(f"input/.~lock.{GOALS}#"),
    "a link": lambda folder: (folder / "input/l.xlsx").symlink_to(folder / "input" / VALUES),
    "a pipe": lambda folder: os.mkfifo(folder / "input/ror.xlsx"),
    "a pipe among the runs": lambda folder: os.mkfifo(folder / "output/ror"),
    "a file larger than any that is read": lambda folder: os.truncate(folder / "input" / VALUES, 65 * 2**20),
    "no input": lambda folder: shutil.rmtree(folder / "input"),
    "a changed template": add_to("templates/delarsrapport.docx"),
    "a removed template": lambda folder: (folder / "templates/protokoll.docx").unlink(),
    "an edited document": add_to(REPORT),
    "a document saved again": lambda folder: os.utime(folder / REPORT),
    "a document open in Word": add_to(f"{RUN}/~$larsrapport-2019-april.docx"),
    "a removed document": lambda folder: (folder / REPORT).unlink(),
    "changed results": add_to(f"{RUN}/resultat.json"),
    "a removed run": lambda folder: shutil.rmtree(folder / RUN),
    "another run": lambda folder: shutil.copytree(folder / RUN, folder / "output/2019-april/korning-002"),
    "an empty run": lambda folder: (folder / "output/2019-april/korning-002").mkdir(),
    "another occasion": lambda folder: shutil.copytree(folder / RUN, folder / "output/2019-augusti/korning-001"),
    "a seal": add_to("output/2019-april/forseglad.json", b"{}"),
    "a removed overview": lambda folder: (folder / "output/oversikt.html").unlink(),
    "a changed review": add_to(f"output/granskning/granskad-{GOALS}"),
    "a lost note of the newest run": lambda folder: (folder / "output/2019-april/senaste.txt").unlink(),
    "what a killed run left": add_to("output/2019-april/.korning-002.77/resultat.json"),
    "too many files": lambda folder: [add_to(f"output/{number}")(folder) for number in range(2_001)],
    "no output": lambda folder: shutil.rmtree(folder / "output"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_takes_the_long_way(work: Path, change: Change) -> None:
    assert answer(job_in(work)) == SAID
    change(work)

    assert answer(job_in(work)) is None


def test_a_file_touched_but_the_same_is_nothing_new(work: Path) -> None:
    os.utime(work / "input" / GOALS)

    assert answer(job_in(work)) == SAID


@pytest.mark.parametrize(
    "told",
    [
        {"occasion": Occasion.AUGUST},
        {"year": 2019},
        {"date": dt.date(2019, 5, 15)},
        {"draft": True},
        {"pdf": True},
        {"correction": "skälet"},
        {"versions": {"pipeline": "2"}},
        {"templates": ROOT / "templates"},
        {"input": INPUT},
    ],
    ids=str,
)
def test_another_option_takes_the_long_way(once: Path, told: dict[str, object]) -> None:
    assert answer(replace(job_in(once), **told)) is None  # type: ignore[arg-type]


def test_another_folder_of_the_same_name_takes_the_long_way(once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {name: Path(name) for name in ("input", "output", "templates")}
    monkeypatch.chdir(once.with_name("kept"))

    assert answer(replace(job_in(once), **places)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: b"",
        lambda note: note[: len(note) // 2],
        lambda note: b"\xff" + note,
        lambda _: b"[]",
        lambda _: b"[" * 100_000,
        lambda note: json.dumps({**json.loads(note), "found": "om"}).encode(),
        lambda note: json.dumps({**json.loads(note), "closing": [1]}).encode(),
        lambda note: json.dumps({**json.loads(note), "ground": "0" * 64}).encode(),
    ],
)
def test_a_damaged_note_is_none(work: Path, damaged: Callable[[bytes], bytes]) -> None:
    note = work / "output" / NOTE
    note.write_bytes(damaged(note.read_bytes()))

    assert answer(job_in(work)) is None


@pytest.mark.parametrize("made", [Path.mkdir, os.mkfifo])
def test_a_note_that_is_no_file_is_none(work: Path, made: Callable[[Path], None]) -> None:
    note = work / "output" / NOTE
    note.unlink()
    made(note)

    assert answer(job_in(work)) is None


@pytest.mark.parametrize(
    ("meanwhile", "noted"),
    [
        (add_to("output/oversikt.html", b""), True),
        (add_to(REPORT), False),
        (add_to(f"input/{VALUES}"), False),
        (add_to("input/delarsrapport.docx"), False),
        (add_to("templates/protokoll.docx"), False),
    ],
)
def test_what_changes_while_a_run_goes_on_is_not_noted(work: Path, meanwhile: Change, noted: bool) -> None:  # noqa: FBT001
    job = job_in(work)
    (work / "output" / NOTE).unlink()
    stood = ground(job)
    meanwhile(work)
    remember(job, stood, Published(work / RUN, new=True), Problems(), SAID)

    assert (work / "output" / NOTE).exists() == noted


def test_a_later_run_is_noted_when_it_has_found_nothing_new(work: Path) -> None:
    add_to("input/anteckning.txt")(work)
    (work / RUN / "resultat.json").unlink()
    second = run_in(work)
    first_time = answer(job_in(work))
    third = run_in(work)

    assert (second.run.name, second.new, third.new) == ("korning-002", True, False)
    assert (first_time, answer(job_in(work))) == (None, SAID)


def test_what_is_told_of_the_output_is_not_noted_at_once(work: Path) -> None:
    job, problems = job_in(work), Problems()
    (work / "output" / NOTE).unlink()
    problems.remark(Place(str(work / "output" / "oversikt.html")), "sägs bara en gång")
    remember(job, ground(job), Published(work / RUN, new=True), problems, SAID)

    assert answer(job) is None
