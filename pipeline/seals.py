"""What has been sent out lies fast: `forseglad.json` beside the run folders names the sealed run and its hashes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.problems import Place, Problems
from pipeline.run_folders import MANIFEST, RESULTS, SEALED, UNDERLAG, digest, read_manifest, run_folders, run_number

PROTOCOL_RUN = "protokoll"
_RESTORE = "Återställ den från en säkerhetskopia."


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed run: its name, the hash of its manifest and of each of its files; `earlier` seals, oldest first."""

    run: str
    manifest: str
    documents: Mapping[str, str]
    earlier: tuple["Seal", ...] = ()

    def record(self) -> dict[str, object]:
        """Return the seal as ``forseglad.json`` holds it."""
        found: dict[str, object] = {"run": self.run, "manifest": self.manifest, "documents": dict(self.documents)}
        return {**found, "earlier": [one.record() for one in self.earlier]} if self.earlier else found


def read_seal(occasion: Path, problems: Problems) -> Seal | None:
    """Return the occasion's seal, or None where nothing is sealed; a seal that cannot be read is a fault."""
    path = occasion / SEALED
    try:
        return _seal(json.loads(path.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        problems.fault(Place(str(path)), f"förseglingen går inte att läsa. {_RESTORE}")
        return None


def _seal(record: Any) -> Seal:  # noqa: ANN401 - whatever JSON holds
    documents = {str(name): str(found) for name, found in record["documents"].items()}
    if not run_number(record["run"]):
        message = "not the name of a run"
        raise ValueError(message)
    earlier = tuple(_seal(one) for one in record.get("earlier", ()))
    return Seal(record["run"], str(record["manifest"]), documents, earlier)


def sealed_run(occasion: Path, problems: Problems) -> Path | None:
    """Return the occasion's sealed run, or None where nothing is sealed.

    That its figures or what they were made of are no longer what was sealed is a fault, and None. The documents
    are not looked at: see `changed_since`.
    """
    seal = read_seal(occasion, problems)
    if seal is None:
        return None
    run = occasion / seal.run
    fast = {MANIFEST: seal.manifest} | {name: one for name, one in seal.documents.items() if _is_figures(name)}
    broken = [name for name, expected in sorted(fast.items()) if _digest(run / name) != expected]
    for name in broken:
        problems.fault(Place(str(run / name)), f"filen är inte som när körningen förseglades. {_RESTORE}")
    added = added_since(run, seal)
    for name in added:
        problems.fault(Place(str(run / name)), "filen fanns inte när körningen förseglades. Ta bort den därifrån.")
    return None if broken or added else run


def added_since(run: Path, seal: Seal) -> tuple[str, ...]:
    """Return the names of the files that have come into the sealed run's underlag."""
    return tuple(sorted(name for name in files_of(run).keys() - seal.documents.keys() if _is_figures(name)))


def files_of(run: Path) -> dict[str, Path]:
    """Return the run's files by their names below it, but for what an open document or a file manager leaves there."""
    files = (path for path in run.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
    return {path.relative_to(run).as_posix(): path for path in files}


def _is_figures(name: str) -> bool:
    return name == RESULTS or name.startswith(f"{UNDERLAG}/")


def changed_since(run: Path, seal: Seal) -> tuple[str, ...]:
    """Return the names of the sealed files that are gone or differ from what was sealed."""
    return tuple(name for name, expected in sorted(seal.documents.items()) if _digest(run / name) != expected)


def _digest(path: Path) -> str:
    """Return the file's hash; nothing where it cannot be read, which is no hash at all."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def run_options(run: Path) -> Mapping[str, object]:
    """Return the options that the run was made with; none where its manifest is missing or damaged."""
    options = (read_manifest(run) or {}).get("options")
    return options if isinstance(options, dict) else {}


def report_runs(occasion: Path) -> tuple[Path, ...]:
    """Return the occasion's runs with a report, oldest first: those that only settle a protocol are left out."""
    return tuple(run for run in run_folders(occasion) if run_options(run).get("kind") != PROTOCOL_RUN)
