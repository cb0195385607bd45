"""Run as a program: publish in one child process for every file operation and every fault it can meet.

``python -m tests.publish.crashing FOLDER SITUATION EVERY`` prints a JSON line per child; what it left lies in FOLDER.
"""

import functools
import gc
import importlib.metadata
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from pipeline import cli, commands
from pipeline.job import Job
from pipeline.model.records import Source
from pipeline.problems import Problems
from pipeline.publish import Edition, publish
from pipeline.run import Run
from tests.publish.editions import EARLIER, LATER
from tests.publish.operations import FAULTS, Watch

ALL, TWO = tuple(FAULTS), ("SIGKILL", "EIO")
SITUATIONS: dict[str, tuple[Edition | None, Edition, tuple[str, ...]]] = {
    "a later run": (EARLIER, LATER, ALL),
    "the first run": (None, LATER, TWO),
    "the same run again": (LATER, LATER, TWO),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One child: which operation met which fault, how the child ended and what it told."""

    output: str
    fault: str
    operation: str
    ended: int
    told: str


def prepared(folder: Path, earlier: Edition | None) -> Path:
    """Return an output folder with an earlier run, and with what a killed run left."""
    output = folder / "resultat å ä ö"
    if earlier is not None:
        publish(earlier, output, Problems())
    left = output / "2019-augusti" / ".korning-004.123" / "underlag"
    left.mkdir(parents=True)
    (left / "half.docx").write_bytes(b"half")
    for name in (".las", ".las-sedan", "2019-augusti/.senaste.txt.123"):
        (output / name).write_text("12.01", encoding="utf-8")
    return output


def attempt(edition: Edition, output: Path, watch: Watch) -> tuple[int, str]:
    """Publish in a child process that keeps the watch; return its exit code, negative for a signal, and its words."""
    words = output.parent / "told.txt"
    child = os.fork()
    if not child:
        _publish(edition, output, watch, words)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return ended, words.read_text(encoding="utf-8")


def _publish(edition: Edition, output: Path, watch: Watch, words: Path) -> None:
    """Run the real command line, whose pipeline is only its last stage, and end the process."""

    def run(job: Job, problems: Problems) -> Run:
        return Run(Source(), None, None if problems.stop(draft=False) else publish(edition, job.output, problems))

    vars(commands)["run"] = run
    os.dup2(os.open(words, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    watch.install()
    try:
        ended = cli.main(["interim", "april", "--quiet", "--output", str(output)])
    finally:
        sys.stderr.flush()
    if not watch.at:
        words.write_text("\n".join(watch.met), encoding="utf-8")
    os._exit(ended)


def main(folder: Path, situation: str, every: int) -> None:
    """Count the operations of the situation in one child, then make the others, one for every so many operations."""
    earlier, edition, faults = SITUATIONS[situation]
    before = prepared(folder / "before", earlier)
    counted = prepared(folder / "counted", earlier)
    gc.freeze()  # children then copy less of the process
    importlib.metadata.version = functools.cache(
        importlib.metadata.version
    )  # read once, so that the children have only the output to read
    _, met = attempt(edition, counted, Watch(counted))
    for at, operation in list(enumerate(met.splitlines(), start=1))[::every]:
        for fault in faults:
            output = shutil.copytree(before, folder / f"{at} {fault}" / before.name)
            ended, told = attempt(edition, output, Watch(output, at, fault))
            print(json.dumps([str(output), fault, operation, ended, told]), flush=True)  # noqa: T201 -- its report


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
