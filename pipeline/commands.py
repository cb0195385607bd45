"""The commands: each takes what was asked for, says what came of it, and returns the exit code; here the clock is read.

Each loads what it alone needs: loading all of it takes longer than most of them do.
"""

import argparse
import datetime as dt
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.job import Job
from pipeline.model.summary import Ending
from pipeline.model.words import Occasion
from pipeline.own_faults import tell_own_fault
from pipeline.problems import Problems
from pipeline.progress import waiting
from pipeline.publish import AnotherRunError, Published, only_run
from pipeline.run_folders import REVIEW
from pipeline.spoken import closing, found, not_written
from pipeline.starting import run
from pipeline.unchanged import Answer, ground, known, remember
from pipeline.wording import counted

DONE, MEND, BUSY, OUR_FAULT = 0, 1, 3, 70
_OCCASIONS = {
    "april": Occasion.APRIL,
    "august": Occasion.AUGUST,
    "annual": Occasion.ANNUAL,
    "ambition": Occasion.AMBITION,
}
_WORST_FIRST = ((OUR_FAULT, {Ending.OUR_FAULT, Ending.LOST}), (MEND, {Ending.FAULTS}), (BUSY, {Ending.BUSY}))
_VERSIONED = ("docxtpl", "python-docx", "jinja2", "lxml", "openpyxl", "pandas", "holidays")


def _run(chosen: argparse.Namespace) -> int:
    job = Job(
        **_job(chosen),
        occasion=_OCCASIONS.get(chosen.occasion),
        date=chosen.date,
        draft=chosen.draft,
        correction=chosen.correction,
    )
    problems = Problems()
    if job.occasion is None:
        return _tell(chosen, problems, run(job, problems).published)
    with _alone(job.output, problems):
        stands = None if tuple(problems) else ground(job)
        if (answer := known(job.output, stands)) is not None:
            return _say(chosen, answer)
        with waiting("Läser underlaget och skriver dokumenten", quiet=chosen.quiet):
            made = run(job, problems)
        from pipeline.reviewing import review

        reviewed = review(made, job.output, problems)
        ended = _tell(chosen, problems, made.published, reviewed)
        if made.published is not None:
            again = _answer(problems, replace(made.published, new=False), reviewed)
            remember(job, stands, made.published, problems, again)
        return ended


def _batch(chosen: argparse.Namespace) -> int:
    """Run every board; the worst that became of any of them is the answer."""
    from pipeline.batch import BatchJob, batch, faults_told, told

    job = Job(**_job(chosen), occasion=_OCCASIONS[chosen.occasion], date=chosen.date, draft=chosen.draft)
    problems, hands = Problems(), {name: getattr(chosen, name) for name in ("workers", "scheduler", "quiet")}
    with _alone(job.output, problems) as started:
        made = batch(BatchJob(job=job, started=started, **hands), problems)
    sys.stderr.writelines(f"{line}\n" for line in (*problems, *faults_told(made.outcomes)))
    if not chosen.quiet:
        print(*told(made), sep="\n")
    endings = {one.ending for one in made.outcomes} | ({Ending.FAULTS} if problems.faults() else set())
    return next((answer for answer, bad in _WORST_FIRST if bad & endings), DONE)


def _watch(chosen: argparse.Namespace) -> int:
    """Look at the input each time that something is dropped there, until the process is told to stop."""
    from pipeline.looking import with_next_occasion
    from pipeline.overview import OVERVIEW
    from pipeline.watching import drops

    stop = threading.Event()
    for how in (signal.SIGTERM, signal.SIGINT):
        signal.signal(how, lambda *_: stop.set())
    job = Job(**_job(chosen), occasion=_OCCASIONS.get(chosen.occasion), draft=True)
    job = job if job.occasion else with_next_occasion(job)
    where = f"Översikten ligger i {job.output / OVERVIEW}"
    print(f"Väntar på filer i {job.input}. {where}. Avsluta med Ctrl+C.", flush=True)
    for _ in drops(job.input, stop):
        _look(job)
    print("Slutade vänta.", flush=True)
    return DONE


def _look(job: Job) -> None:
    """Look once; another run going on, or a fault of ours, must not end the watch."""
    from pipeline.looking import look

    problems = Problems()
    try:
        with _alone(job.output, problems):
            look(job, problems)
    except AnotherRunError as busy:
        print(busy, file=sys.stderr)
        return
    except Exception:  # noqa: BLE001 - as in cli: a fault of ours becomes a sentence
        tell_own_fault(job.output)
        return
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{dt.datetime.now().astimezone():%H.%M.%S}: {found(problems)}.", flush=True)


def _protocol(chosen: argparse.Namespace) -> int:
    from pipeline.closing import settle_protocol

    problems, occasion = Problems(), _OCCASIONS[chosen.occasion]
    with _alone(chosen.output, problems):
        return _tell(chosen, problems, settle_protocol(Job(**_job(chosen), occasion=occasion), occasion, problems))


def _job(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return what every job that makes documents is told."""
    told = {name: getattr(chosen, name) for name in ("input", "output", "templates", "year", "pdf")}
    return {**told, "versions": _versions()}


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return {"pipeline": __version__, **{name: version(name) for name in _VERSIONED}}


def _seal(chosen: argparse.Namespace) -> int:
    from pipeline.closing import SealJob, seal_run

    problems, occasion = Problems(), _OCCASIONS[chosen.occasion]
    with _alone(chosen.output, problems):
        sealed = seal_run(SealJob(chosen.output, occasion, chosen.year, chosen.run), problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    if sealed is None:
        print("Inget förseglades.")
        return MEND
    print(f"Förseglad: {sealed.run}" if sealed.new else f"{sealed.run} är redan förseglad. Inget ändrades.")
    return DONE


def _verify(chosen: argparse.Namespace) -> int:
    from pipeline.verifying import VerifyJob, verify

    problems = Problems()
    job = VerifyJob(chosen.output, _versions(), _OCCASIONS.get(chosen.occasion), chosen.year, chosen.run)
    for line in verify(job, problems):
        print(line)
    for problem in problems:
        print(problem, file=sys.stderr)
    faults = len(problems.faults())
    print(f"{counted(faults, 'fel', 'fel').capitalize()}." if faults else "Inget är ändrat utanför fälten.")
    return MEND if faults else DONE


def _alone(output: Path, problems: Problems) -> AbstractContextManager[str]:
    return only_run(output, f"{dt.datetime.now().astimezone():%H.%M}", problems)


def _tell(
    chosen: argparse.Namespace, problems: Problems, published: Published | None, reviewed: Sequence[Path] = ()
) -> int:
    _say(chosen, _answer(problems, published, reviewed))
    checked_well = chosen.occasion == "check" and not problems.stop(draft=chosen.draft)
    return DONE if published is not None or checked_well else MEND


def _answer(problems: Problems, published: Published | None, reviewed: Sequence[Path]) -> Answer:
    beside = (f"Det som sägs om målarbetsboken står också vid cellerna i {path}." for path in reviewed)
    return Answer(tuple(map(str, problems)), (closing(problems, published), *beside))


def _say(chosen: argparse.Namespace, answer: Answer) -> int:
    for line in answer.found:
        print(line, file=sys.stderr)
    if not chosen.quiet:
        print(*answer.closing, sep="\n")
    return DONE


def _new(chosen: argparse.Namespace) -> int:
    from pipeline.workbooks import blank_goal_workbook

    content = blank_goal_workbook()
    try:
        with chosen.file.open("xb") as file:
            file.write(content)
    except OSError as error:
        print(not_written(chosen.file, error), file=sys.stderr)
        return MEND
    print(f"{chosen.file} är skapad. Fyll i den i Excel och lägg den i input/.")
    return DONE


def _templates(chosen: argparse.Namespace) -> int:
    """Check the templates alone; a faulty one gets a copy with its faults as Word comments."""
    from pipeline.checked_templates import review_templates

    problems = Problems()
    with _alone(chosen.output, problems):
        written = review_templates(chosen.templates, chosen.output / REVIEW, problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    for path in written:
        print(f"Felen står som kommentarer i {path}.")
    if problems.faults():
        return MEND
    print("Mallarna är utan fel.")
    return DONE


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "new": _new,
    "templates": _templates,
    "seal": _seal,
    "protocol": _protocol,
    "watch": _watch,
    "batch": _batch,
    "verify": _verify,
}
