"""The earlier runs of an occasion, and the documents in them that someone has saved since."""

import datetime as dt
import json
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.earlier.package import UnreadableError, parts, subject
from pipeline.earlier.record import Record, read_record
from pipeline.problems import Place, Problems
from pipeline.run_folders import FIELDS, GENERATED, SEALED, digest, read_manifest, run_folders, run_number
from pipeline.wording import day

WORD = ".docx"
_DAMAGED = "filen saknas eller är skadad, så det går inte att se vad som har ändrats i körningens dokument"
_CLOSED = "mappen går inte att läsa, så ändringar i tidigare körningars dokument följer inte med"
_OPEN = "dokumentet är öppet i Word eller LibreOffice: läser versionen sparad {}. Spara och kör igen för resten"
_MISSING = "dokumentet finns inte kvar, så ändringar i det kan inte följa med; det som redan har följt med är kvar"
_RENAMED = "dokumentet har fått namnet {}, och läses därifrån"
_UNREADABLE = "dokumentet går inte att läsa, så ändringar i det följer inte med; stäng det i Word och kör igen"
_SEALED = "dokumentet är ändrat efter förseglingen, så ändringarna följer inte med; de ligger kvar där"


@dataclass(frozen=True, slots=True)
class Run:
    """A published run: the hashes of its Word documents as made, and as sealed where it is sealed."""

    folder: Path
    outputs: Mapping[str, str] = field(repr=False)
    record: Record = field(repr=False)
    sealed: Mapping[str, str] = field(repr=False)

    @property
    def number(self) -> int:
        """The run's number."""
        return run_number(self.folder.name)

    def generated(self, name: str) -> bytes | None:
        """Return the document as the run made it, or None where that is lost."""
        try:
            return (self.folder / GENERATED / name).read_bytes()
        except OSError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A document that someone has saved: `name` is what it was made as, `place` and `origin` where it lies."""

    name: str
    content: bytes = field(repr=False)
    saved: dt.datetime
    place: Place
    origin: str


def runs(occasion: Path, problems: Problems) -> tuple[Run, ...]:
    """Return the occasion's runs, oldest first; one that cannot be compared with is told and passed over."""
    found = []
    sealed = _sealed(occasion)
    try:
        folders = run_folders(occasion)
    except OSError:
        problems.remark(Place(str(occasion)), _CLOSED)
        return ()
    for folder in folders:
        manifest, record = read_manifest(folder), read_record(folder)
        outputs = None if manifest is None else manifest.get("outputs")
        if record is None or not isinstance(outputs, dict):
            problems.remark(Place(str(folder / FIELDS)), _DAMAGED)
            continue
        hashes = {name: str(value) for name, value in outputs.items() if name.endswith(WORD)}
        found.append(Run(folder, hashes, record, sealed.get(folder.name, {})))
    return tuple(found)


def _sealed(occasion: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the sealed runs' documents with their hashes then; the seal itself is checked elsewhere."""
    try:
        seal = json.loads((occasion / SEALED).read_bytes())
        every = [seal, *seal.get("earlier", [])]
        return {str(one["run"]): {str(name): str(value) for name, value in one["documents"].items()} for one in every}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def saved_documents(run: Run, problems: Problems) -> Iterator[Saved]:
    """Go through the documents of the run that are not as they were made; tell of those that cannot be read."""
    others = renamed(run.folder, run.outputs)
    _tell_missing(run, others, problems)
    here = {path: name for name in run.outputs if (path := run.folder / name).exists()}
    for path, name in {**here, **others}.items():
        saved = _read(path, name, problems)
        if saved is not None and digest(saved.content) != run.outputs[name] and _before_sealing(run, saved, problems):
            yield saved


def _tell_missing(run: Run, others: Mapping[Path, str], problems: Problems) -> None:
    now = {name: path.name for path, name in others.items()}
    for name in run.outputs:
        if not (run.folder / name).exists():
            text = _RENAMED.format(now[name]) if name in now else _MISSING
            problems.remark(Place(str(run.folder / name)), text)


def _before_sealing(run: Run, saved: Saved, problems: Problems) -> bool:
    sealed = run.sealed.get(saved.name)
    if sealed is not None and sealed != digest(saved.content):
        problems.remark(saved.place, _SEALED)
        return False
    return True


def renamed(folder: Path, names: Container[str]) -> dict[Path, str]:
    """Return the Word documents in the folder that are called something else than when they were made as `names`."""
    found = {}
    for path in sorted(folder.glob(f"*{WORD}")):
        if path.name not in names and not path.name.startswith(("~$", ".")):
            with suppress(OSError, UnreadableError):
                found[path] = f"{subject(parts(path.read_bytes()))}{WORD}"
    return {path: name for path, name in found.items() if name in names}


def _read(path: Path, name: str, problems: Problems) -> Saved | None:
    place = Place(str(path))
    try:
        saved = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        content = path.read_bytes()
    except OSError:
        problems.remark(place, _UNREADABLE)
        return None
    if any((path.parent / lock).exists() for lock in _locks(path.name)):
        problems.remark(place, _OPEN.format(moment(saved)))
    return Saved(name=name, content=content, saved=saved, place=place, origin="/".join(path.parts[-3:]))


def _locks(name: str) -> tuple[str, ...]:
    """Return the names of the files that Word and LibreOffice put beside an open document."""
    return f"~${name[2:]}", f"~${name}", f".~lock.{name}#"


def moment(saved: dt.datetime) -> str:
    """Return a point of time as people say it: "den 23 november 2026 kl. 14.05"."""
    local = saved.astimezone()
    return f"{day(local.date())} kl. {local:%H.%M}"
