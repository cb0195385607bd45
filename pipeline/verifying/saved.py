"""The files of a published run against the hashes in its manifest, and in its seal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.run_folders import FIELDS, GENERATED, MANIFEST, SEALED, UNDERLAG, digest, read_manifest
from pipeline.seals import added_since, changed_since, files_of, read_seal

WORD = ".docx"
_RESTORE = "Återställ den från en säkerhetskopia."
_CHANGED = f"filen är inte som när körningen gjordes. {_RESTORE}"
_MISSING = f"filen saknas. {_RESTORE}"
_ADDED = "filen hör inte till körningen. Ta bort den därifrån."
_NO_MANIFEST = f"filen saknas eller är skadad, så körningen går inte att kontrollera. {_RESTORE}"
_SEALED = f"filen är inte som när körningen förseglades. {_RESTORE}"
_SEALED_SINCE = "filen fanns inte när körningen förseglades. Ta bort den därifrån."


@dataclass(frozen=True, slots=True)
class Saved:
    """A run on disk: its manifest, and the files, by their names below its folder, that are as they were made.

    `underlag_whole` says that it still has what it was made of, and no more.
    """

    folder: Path
    manifest: Mapping[str, object] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    underlag_whole: bool

    def documents(self) -> tuple[str, ...]:
        """Return the names of the Word documents."""
        return tuple(name for name in self.hashes("outputs") if name.endswith(WORD))

    def hashes(self, part: str) -> dict[str, str]:
        """Return the hashes by file name in a part of the manifest."""
        return _hashes(self.manifest, part)

    def generated(self, name: str) -> bytes | None:
        """Return the document as the run made it; None where that is lost."""
        path = f"{GENERATED}/{name}"
        return (self.folder / path).read_bytes() if path in self.whole else None


def saved_run(run: Path, problems: Problems) -> Saved | None:
    """Return the run, having told of every file that is missing, changed or added; None without a manifest.

    The Word documents themselves may have been written in, and are not looked at.
    """
    manifest = read_manifest(run)
    if manifest is None:
        problems.fault(Place(str(run / MANIFEST)), _NO_MANIFEST)
        return None
    expected = _expected(manifest)
    whole = frozenset(name for name, hashed in expected.items() if _is_whole(run / name, hashed, problems))
    added = _underlag(run) - expected.keys()
    for name in sorted(added):
        problems.fault(Place(str(run / name)), _ADDED)
    given = all(name.startswith(GENERATED) for name in ((expected.keys() - whole) | added) if name.startswith(UNDERLAG))
    return Saved(run, manifest, whole, underlag_whole=given)


def _expected(manifest: Mapping[str, object]) -> dict[str, str]:
    made = _hashes(manifest, "outputs").items()
    return {
        **{f"{GENERATED}/{name}" if name.endswith(WORD) else name: hashed for name, hashed in made},
        **{f"{UNDERLAG}/inputs/{name}": hashed for name, hashed in _hashes(manifest, "inputs").items()},
        **{f"{UNDERLAG}/templates/{name}": hashed for name, hashed in _hashes(manifest, "templates").items()},
    }


def _hashes(manifest: Mapping[str, object], part: str) -> dict[str, str]:
    found = manifest.get(part)
    return {str(name): str(hashed) for name, hashed in found.items()} if isinstance(found, dict) else {}


def _is_whole(path: Path, expected: str, problems: Problems) -> bool:
    try:
        changed = digest(path.read_bytes()) != expected
    except OSError:
        problems.fault(Place(str(path)), _MISSING)
        return False
    if changed:
        problems.fault(Place(str(path)), _CHANGED)
    return not changed


def _underlag(run: Path) -> set[str]:
    """Return the names of the files in the folders of the underlag."""
    return {name for name in files_of(run) if name.startswith(f"{UNDERLAG}/") and name != FIELDS}


def check_seal(run: Path, problems: Problems) -> str:
    """Tell of every file that is no longer what was sealed; say in Swedish whether the run is sealed."""
    seal = read_seal(run.parent, problems)
    one = None if seal is None else next((one for one in (seal, *seal.earlier) if one.run == run.name), None)
    if one is None:
        return "Körningen är inte förseglad."
    for name in changed_since(run, replace(one, documents={**one.documents, MANIFEST: one.manifest})):
        _tell_once(run / name, _SEALED, problems)
    for name in added_since(run, one):
        _tell_once(run / name, _SEALED_SINCE, problems)
    return f"Körningen är förseglad i {SEALED}."


def _tell_once(path: Path, text: str, problems: Problems) -> None:
    if not problems.fault_at(Place(str(path))):
        problems.fault(Place(str(path)), text)
