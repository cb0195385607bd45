"""The folders of published runs, `output/2019-april/korning-001`, and the manifest in each."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "manifest.json"
RESULTS = "resultat.json"
NEWEST = "senaste.txt"
UNDERLAG = "underlag"
FIELDS = f"{UNDERLAG}/falt.json"
GENERATED = f"{UNDERLAG}/dokument"
SEALED = "forseglad.json"
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
    """Return what the run's manifest says, or None where it is missing or damaged."""
    try:
        manifest = json.loads((run / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return manifest if isinstance(manifest, dict) else None


def digest(content: bytes) -> str:
    """Return the SHA-256 of the content, as manifests write it."""
    return hashlib.sha256(content).hexdigest()


def json_bytes(content: object) -> bytes:
    """Return JSON as every file in a run folder has it: sorted keys, two spaces, UTF-8.

    A file name that is not valid Unicode holds lone surrogates, which JSON can only write as escapes.
    """
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode("utf-8", "backslashreplace")
