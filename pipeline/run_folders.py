"""The folders of published runs, `output/2019-april/korning-001`, and the manifest in each."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

MANIFEST = "manifest.json"
RESULTS = "resultat.json"
NEWEST = "senaste.txt"
UNDERLAG = "underlag"
FIELDS = f"{UNDERLAG}/falt.json"
GENERATED = f"{UNDERLAG}/dokument"
SEALED = "forseglad.json"
REVIEW = "granskning"
_NAME = re.compile(r"korning-(\d{3,9})", re.ASCII)


def run_name(number: int) -> str:
    """Return the name of the run folder with this number: ``korning-001``."""
    return f"korning-{number:03}"


def run_number(name: str) -> int:
    """Return the number in the name of a run folder; 0 for any other name."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0


def run_folders(occasion: Path) -> tuple[Path, ...]:
    """Return the published runs of an occasion, oldest first; none where its folder is missing."""
    if not occasion.is_dir():
        return ()
    folders = (path for path in occasion.iterdir() if run_number(path.name) and path.is_dir())
    return tuple(sorted(folders, key=lambda path: run_number(path.name)))


def read_manifest(run: Path) -> Mapping[str, object] | None:
    """Return what the run's manifest says, or None where it is missing or damaged.

    One that names a file outside the run's folder is damaged.
    """
    try:
        manifest = json.loads((run / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return manifest if isinstance(manifest, dict) and all(map(_stays_inside, _named(manifest))) else None


def _named(manifest: Mapping[str, object]) -> Iterator[str]:
    """Go through the names of the run's files."""
    for part in map(manifest.get, ("inputs", "templates", "outputs")):
        yield from map(str, part) if isinstance(part, dict) else ()


def _stays_inside(name: str) -> bool:
    path = PurePath(name)
    return not path.is_absolute() and ".." not in path.parts


def digest(content: bytes) -> str:
    """Return the SHA-256 of the content, as manifests write it."""
    return hashlib.sha256(content).hexdigest()


def json_bytes(content: object) -> bytes:
    """Return JSON as every file in a run folder has it: sorted keys, two spaces, UTF-8.

    A file name that is not valid Unicode holds lone surrogates, which JSON can only write as escapes.
    """
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode("utf-8", "backslashreplace")
