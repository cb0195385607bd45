"""The whole set into a new run folder by one rename, or nothing."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.publish.disk import replace_file, sync_folder, tell, write_files
from pipeline.publish.edition import DECIDING, Edition, Published
from pipeline.run_folders import NEWEST, read_manifest, run_folders, run_name, run_number

_STAGED = ".korning-"


def publish(edition: Edition, output: Path, problems: Problems) -> Published | None:
    """Publish the edition, or find that the latest run holds the same; None where it cannot be written.

    Takes for granted that no other run writes in `output`: see `only_run`.
    """
    occasion = output / edition.folder
    try:
        occasion.mkdir(parents=True, exist_ok=True)
        _sweep(output)
        latest = _latest_if_same(edition, occasion)
        published = Published(latest or _put_in_place(edition, occasion), new=latest is None)
    except OSError as error:
        tell(error, output, problems)
        with suppress(OSError):
            occasion.rmdir()  # only where the refused run would have been the first
        return None
    _point_to(published.run, problems)
    return published


def _sweep(output: Path) -> None:
    """Remove what runs that were killed left behind."""
    for leftover in output.glob(f"*/{_STAGED}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    for leftover in (*output.glob(".*"), *output.glob("*/.*")):
        if leftover.suffix.removeprefix(".").isdigit():  # the name that `replace_file` gives what is not yet in place
            leftover.unlink(missing_ok=True)


def _latest_if_same(edition: Edition, occasion: Path) -> Path | None:
    """Return the newest run if it was made of the same as the edition, and still has all its documents."""
    run = next(reversed(run_folders(occasion)), None)
    published = None if run is None else read_manifest(run)
    if run is None or published is None:
        return None
    manifest = edition.manifest()
    same = all(manifest.get(part) == published.get(part) for part in DECIDING)
    same = same and _lasting(manifest) == _lasting(published)
    return run if same and all((run / name).is_file() for name in edition.documents) else None


def _lasting(manifest: Mapping[str, object]) -> dict[str, object]:
    """Return the hashes of what was made, but for PDF, which depends on LibreOffice, and the overview of the day."""
    outputs = manifest.get("outputs")
    return (
        {} if not isinstance(outputs, dict) else {k: v for k, v in outputs.items() if not k.endswith((".pdf", ".html"))}
    )


def _put_in_place(edition: Edition, occasion: Path) -> Path:
    run = occasion / run_name(_next_number(occasion))
    staged = occasion / f".{run.name}.{os.getpid()}"
    try:
        staged.mkdir()
        write_files(staged, edition.files())
        staged.rename(run)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return run


def _next_number(occasion: Path) -> int:
    """Return the number after the highest ever used, as far as the folder remembers."""
    names = [path.name for path in occasion.iterdir()]
    with suppress(OSError, UnicodeDecodeError):
        names.append((occasion / NEWEST).read_text(encoding="utf-8").strip())
    return max(map(run_number, names), default=0) + 1


def _point_to(run: Path, problems: Problems) -> None:
    """Let ``senaste.txt`` name the run. The set itself is in place, so a refusal is only a remark."""
    pointer, name = run.parent / NEWEST, f"{run.name}\n".encode()
    try:
        sync_folder(run.parent)
        if not pointer.is_file() or pointer.read_bytes() != name:
            replace_file(pointer, name)
    except OSError:
        problems.remark(Place(str(pointer)), f"filen gick inte att skriva; den nyaste körningen är {run.name}")
