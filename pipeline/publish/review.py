"""What helps a clerk to mend a fault, written outside the runs; what somebody has changed there is kept."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.publish.disk import replace_file, tell
from pipeline.run_folders import digest, json_bytes

_WRITTEN = ".skrivet.json"


def write_review(
    folder: Path, files: Mapping[str, bytes], problems: Problems, *, what: str = "granskningen"
) -> tuple[Path, ...]:
    """Put the files in the folder, or tell why that cannot be done; return where they lie. `what` they are is told."""
    try:
        return put_review(folder, files, problems, what=what)
    except OSError as error:
        tell(error, folder, problems)
        return ()


def put_review(
    folder: Path, files: Mapping[str, bytes], problems: Problems, *, what: str = "granskningen"
) -> tuple[Path, ...]:
    """Write the files in the folder; return where they lie.

    A file of the same name that has been changed since it was written here is kept: the new one gets a
    number of its own, and a remark says so the first time.

    Raises:
        OSError: The folder cannot be written in.
    """
    written, paths = _written(folder), []
    for name, content in files.items():
        path = _free(folder, name, content, written)
        if path.name != name and not path.exists():
            text = f"filen har ändrats och skrivs inte över; den nya {what} ligger i {path.name}"
            problems.remark(Place(str(folder / name)), text)
        put_page(path, content)
        written[path.name] = digest(content)
        paths.append(path)
    if paths:
        put_page(folder / _WRITTEN, json_bytes(written))
    return tuple(paths)


def take_back(folder: Path, names: Iterable[str]) -> None:
    """Remove those of the files that lie in the folder as they were written; what somebody has changed is kept.

    Raises:
        OSError: The folder cannot be written in.
    """
    written = _written(folder)
    for path in (folder / name for name in names):
        if path.is_file() and digest(path.read_bytes()) == written.get(path.name):
            path.unlink()


def put_page(path: Path, content: bytes) -> None:
    """Write a file that is made anew each time, at once: a reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)


def _written(folder: Path) -> dict[str, str]:
    """Return the hash of each file as it was last written here; a lost note makes every file somebody's own."""
    try:
        found = json.loads((folder / _WRITTEN).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: one for name, one in found.items() if isinstance(one, str)} if isinstance(found, dict) else {}


def _free(folder: Path, name: str, content: bytes, written: Mapping[str, str]) -> Path:
    path, number = folder / name, 1
    while path.exists() and digest(path.read_bytes()) not in (written.get(path.name), digest(content)):
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path
