"""The quick answer of a run that would find nothing new: what was said before, while all that it stands on is the same.

The note of what was said lies hidden in the output folder. Without it, or where anything at all is unusual, the run
goes the long way.
"""

import json
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from pipeline.job import Job
from pipeline.problems import Problems
from pipeline.publish import Published, put_page
from pipeline.run_folders import NEWEST, REVIEW, digest, json_bytes, read_manifest, run_number

NOTE = ".oforandrat.json"
_OURS = frozenset({NOTE, ".las", ".las-sedan"})
_OPEN = ("~$", ".~", "._")
"""How the names begin of files beside those that somebody has open, and of what a Mac leaves."""
_MOST_FILES, _MOST_BYTES = 2_000, 64 * 2**20
_WORD = ".docx"
_PROGRAM = Path(__file__).parent

Ground = Mapping[str, str]
"""What a run stands on: the hash of each file that it may read, by its folder and name, and what it is told."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run with nothing new says: the lines about the input, and those that end the run."""

    found: Sequence[str]
    closing: Sequence[str]


class _UnusualError(Exception):
    """Something lies in a folder that only the long way can judge."""


def ground(job: Job) -> Ground | None:
    """Return what the run stands on, or None where only the long way can tell."""
    if job.draft or job.pdf or job.correction is not None:
        return None
    folders = {"input": job.input, "templates": job.templates, "output": job.output}
    told = {f"{name}:": str(folder.absolute()) for name, folder in folders.items()}
    try:
        found = {f"{name}/{key}": path for name, folder in folders.items() for key, path in _few_inside(folder)}
        files = {key: _known(path) for key, path in found.items()}
        return {**told, **files, "job:": repr(job), "python:": sys.version, "program:": _program()}
    except (OSError, _UnusualError):
        return None


def known(output: Path, stands: Ground | None) -> Answer | None:
    """Return what a run that stands on this would say, where that is known."""
    note = output / NOTE
    try:
        if stands is None or not note.is_file():
            return None
        match json.loads(note.read_bytes()):
            case {"ground": ground, "found": [*found], "closing": [*closing]} if ground == _digest(stands):
                return Answer(found, closing) if all(isinstance(one, str) for one in (*found, *closing)) else None
    except (OSError, ValueError, RecursionError):
        pass
    return None


def remember(job: Job, stood: Ground | None, published: Published, problems: Problems, answer: Answer) -> None:
    """Note what the next run will say if nothing changes; nothing is noted where that isn't certain.

    `stood` is what the run stood on when it began.
    """
    stands = None if stood is None else ground(job)
    if stood is None or stands is None:
        return
    if _first(published, problems, stood, stands) if published.new else stood == stands:
        note = {"ground": _digest(stands), "found": list(answer.found), "closing": list(answer.closing)}
        with suppress(OSError):  # no more is lost than time
            put_page(job.output / NOTE, json_bytes(note))


def _first(published: Published, problems: Problems, stood: Ground, stands: Ground) -> bool:
    """Say whether the run is its occasion's first, told only of the input, and lies as it was made.

    A later one may have carried edits, and what is told of the output may be told only once.
    """
    run, manifest = published.run, read_manifest(published.run)
    outputs = None if manifest is None else manifest.get("outputs")
    if run_number(run.name) != 1 or not isinstance(outputs, dict):
        return False
    occasion = f"output/{run.parent.name}"
    made = (f"{occasion}/{run.name}/", f"{occasion}/{NEWEST}", "output/oversikt.html", f"output/{REVIEW}/")
    return (
        _but(made, stood) == _but(made, stands)
        and not any(key.startswith("input/") and key.casefold().endswith(_WORD) for key in stands)
        and all(f"input/{one.place.file}" in stands for one in problems)
        and all(stands.get(f"{made[0]}{name}", "").partition(" ")[0] == one for name, one in outputs.items())
    )


def _but(made: tuple[str, ...], stands: Ground) -> dict[str, str]:
    return {key: value for key, value in stands.items() if not key.startswith(made)}


def _few_inside(folder: Path) -> Sequence[tuple[str, Path]]:
    """Return what lies below the folder, by its name there; what would take long is left to the long way."""
    found = tuple(islice(_inside(folder), _MOST_FILES + 1))
    if len(found) > _MOST_FILES or sum(path.lstat().st_size for path in found) > _MOST_BYTES:
        raise _UnusualError
    return [(path.relative_to(folder).as_posix(), path) for path in found]


def _inside(folder: Path) -> Iterator[Path]:
    """Go through the files below the folder, and the folders that are empty."""
    for path in sorted(folder.iterdir()):
        mode = path.lstat().st_mode
        if path.name.startswith(_OPEN) or not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
            raise _UnusualError
        if stat.S_ISDIR(mode) and any(path.iterdir()):
            yield from _inside(path)
        elif path.name not in _OURS:
            yield path


def _known(path: Path) -> str:
    """Return what tells whether the file is the same; when a document was saved decides which edit counts."""
    if path.is_dir():
        return "empty"
    saved = f" {path.stat().st_mtime_ns}" if path.suffix.casefold() == _WORD else ""
    return f"{digest(path.read_bytes())}{saved}"


@cache
def _program() -> str:
    """Return the hash of the program itself, whose next version may say something else."""
    files = sorted(path for path in _PROGRAM.rglob("*") if path.suffix in (".py", ".html"))
    return digest(b"".join(map(Path.read_bytes, files)))


def _digest(stands: Ground) -> str:
    return digest(json_bytes(stands))
