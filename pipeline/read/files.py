"""What lies in the input folder: which files are read, and a line for each that isn't."""

import datetime as dt
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems
from pipeline.read.sniff import SPREADSHEETS, FileKind, sniff

LARGEST = 64 * 2**20
_PARTIAL = frozenset({".crdownload", ".part", ".tmp", ".download", ".partial"})
_PUT = "lägg målarbetsboken och filerna med indikatorvärden där"


def walk(
    folder: Path, problems: Problems, skipped: Mapping[str, str], begin: Callable[[str], None]
) -> tuple[tuple[InputFile, FileKind], ...]:
    """Read the folder's spreadsheets and Word files, in the order of their names; tell why the skipped are not."""
    place = Place(folder.name or folder.resolve().name)
    if not folder.is_dir():
        problems.fault(place, f"mappen finns inte: skapa den och {_PUT}")
        return ()
    before = len(problems.faults())
    found = tuple(_wanted(folder, problems, skipped, begin))
    if all(kind is FileKind.WORD for _, kind in found) and len(problems.faults()) == before:
        problems.fault(place, f"mappen innehåller inga kalkylblad: {_PUT}")
    return found


def _wanted(
    folder: Path, problems: Problems, skipped: Mapping[str, str], begin: Callable[[str], None]
) -> Iterator[tuple[InputFile, FileKind]]:
    for name, path in sorted(_entries(folder, folder, problems)):
        if name in skipped:
            problems.fault(Place(name), skipped[name])
            continue
        begin(name)
        content = _content(name, path, problems)
        if content is None:
            continue
        sniffed = sniff(name, content)
        match sniffed.kind:
            case FileKind.REFUSED:
                problems.fault(Place(name), sniffed.text)
            case FileKind.PASSED:
                problems.remark(Place(name), sniffed.text)
            case kind:
                yield InputFile(name, content, _saved(path)), kind


def _saved(path: Path) -> dt.datetime:
    return dt.datetime.fromtimestamp(path.lstat().st_mtime, dt.UTC)


def _entries(folder: Path, root: Path, problems: Problems) -> Iterator[tuple[str, Path]]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        problems.fault(Place(_name(folder, root)), "mappen går inte att öppna: kontrollera att du får läsa den")
        return
    for path in inside:
        if path.name.startswith("._"):
            problems.remark(Place(_name(path, root)), "följefil från en Mac, läses inte")
        elif not path.name.startswith("."):
            yield from _entry(path, root, problems)


def _entry(path: Path, root: Path, problems: Problems) -> Iterator[tuple[str, Path]]:
    name = _name(path, root)
    if reason := _reason(path):
        problems.remark(Place(name), reason)
    elif path.is_dir():
        yield from _entries(path, root, problems)
    else:
        yield name, path


def _reason(path: Path) -> str:
    """Say why a file isn't opened at all; ``""`` when it is."""
    mode = path.lstat().st_mode
    ending, locks = path.suffix.casefold(), path.name.startswith("~$")
    reasons = {
        "länk till en annan plats, läses inte: lägg dit själva filen": stat.S_ISLNK(mode),
        "Words låsfil, läses inte: stäng dokumentet i Word om det är öppet": locks and ending == ".docx",
        "Excels låsfil, läses inte: stäng arbetsboken i Excel om den är öppen": locks,
        "ofullständig nedladdning, läses inte: ladda ner filen på nytt": ending in _PARTIAL,
        "mapp med ett kalkylblads namn, läses inte": stat.S_ISDIR(mode) and ending in SPREADSHEETS,
        "ingen vanlig fil, läses inte": not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _content(name: str, path: Path, problems: Problems) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST:
            problems.fault(Place(name), f"filen är större än {LARGEST // 2**20} MB: dela upp den eller ta bort den")
            return None
        return path.read_bytes()
    except OSError:
        problems.fault(Place(name), "filen går inte att öppna: stäng den i Excel och kontrollera att du får läsa den")
        return None


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
