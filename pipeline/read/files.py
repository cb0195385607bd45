"""What lies in the input folder: which files are read, and a line for each that isn't."""

import datetime as dt
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems
from pipeline.read.sniff import SPREADSHEETS, FileKind, sniff
from pipeline.wording import day

LARGEST = 64 * 2**20
_PARTIAL = frozenset({".crdownload", ".part", ".tmp", ".download", ".partial"})
_EXCEL, _OFFICE = "~$", ".~lock."
_GONE = "filen försvann medan mappen lästes: lägg dit den igen, eller kör igen när den är sparad"
_CLOSED = "filen går inte att öppna: stäng den i Excel och kontrollera att du får läsa den"
_CHANGING = "filen ändrades medan den lästes: vänta tills den är kopierad eller sparad, och kör igen"
_OPEN = "arbetsboken är öppen i {}: läser versionen sparad {:%H.%M} {}. Spara och kör igen för resten"
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
        file = _file(name, path, problems)
        if file is None:
            continue
        sniffed = sniff(name, file.content)
        match sniffed.kind:
            case FileKind.REFUSED:
                problems.fault(Place(name), sniffed.text)
            case FileKind.PASSED:
                problems.remark(Place(name), sniffed.text)
            case kind:
                yield file, kind


def _entries(folder: Path, root: Path, problems: Problems) -> Iterator[tuple[str, Path]]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        problems.fault(Place(_name(folder, root)), "mappen går inte att öppna: kontrollera att du får läsa den")
        return
    for path in inside:
        if path.name.startswith("._"):
            problems.remark(Place(_name(path, root)), "följefil från en Mac, läses inte")
        elif path.name.startswith((_EXCEL, _OFFICE)) and (book := _open_book(path)) is not None:
            _tell_open(book, path, root, problems)
        elif not path.name.startswith("."):
            yield from _entry(path, root, problems)


def _open_book(lock: Path) -> Path | None:
    """Return the workbook that the lock file says is open, where it lies beside it."""
    name = lock.name.removeprefix(_EXCEL).removeprefix(_OFFICE).removesuffix("#")
    book = lock.with_name(name) if name else lock
    return book if book.suffix.casefold() in SPREADSHEETS and book.is_file() and not book.is_symlink() else None


def _tell_open(book: Path, lock: Path, root: Path, problems: Problems) -> None:
    status = _status(book)
    if status is not None:
        saved = _saved(status).astimezone()
        program = "Excel" if lock.name.startswith(_EXCEL) else "LibreOffice"
        problems.remark(Place(_name(book, root)), _OPEN.format(program, saved, day(saved.date())))


def _entry(path: Path, root: Path, problems: Problems) -> Iterator[tuple[str, Path]]:
    name, status = _name(path, root), _status(path)
    if status is None:
        problems.fault(Place(name), _GONE)
    elif reason := _reason(path, status.st_mode):
        problems.remark(Place(name), reason)
    elif stat.S_ISDIR(status.st_mode):
        yield from _entries(path, root, problems)
    else:
        yield name, path


def _status(path: Path) -> os.stat_result | None:
    """Return what the system knows of the path itself, or None when it is gone."""
    try:
        return path.lstat()
    except OSError:
        return None


def _reason(path: Path, mode: int) -> str:
    """Say why a file isn't opened at all; ``""`` when it is."""
    ending, locks = path.suffix.casefold(), path.name.startswith(_EXCEL)
    reasons = {
        "länk till en annan plats, läses inte: lägg dit själva filen": stat.S_ISLNK(mode),
        "Words låsfil, läses inte: stäng dokumentet i Word om det är öppet": locks and ending == ".docx",
        "Excels låsfil, läses inte: stäng arbetsboken i Excel om den är öppen": locks,
        "ofullständig nedladdning, läses inte: ladda ner filen på nytt": ending in _PARTIAL,
        "mapp med ett kalkylblads namn, läses inte": stat.S_ISDIR(mode) and ending in SPREADSHEETS,
        "ingen vanlig fil, läses inte": not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _file(name: str, path: Path, problems: Problems) -> InputFile | None:
    """Return the file as it lies there whole, or tell why it can't be read."""
    try:
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            content = stream.read(LARGEST + 1)
        after = path.lstat()
    except OSError as error:
        problems.fault(Place(name), _GONE if isinstance(error, FileNotFoundError) else _CLOSED)
        return None
    if len(content) > LARGEST:
        problems.fault(Place(name), f"filen är större än {LARGEST // 2**20} MB: dela upp den eller ta bort den")
        return None
    if (len(content), before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        problems.fault(Place(name), _CHANGING)
        return None
    return InputFile(name, content, _saved(after))


def _saved(status: os.stat_result) -> dt.datetime:
    return dt.datetime.fromtimestamp(status.st_mtime, dt.UTC)


def _name(path: Path, root: Path) -> str:
    """Return the path below the folder as text that can be shown, whatever bytes the name is made of."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) in {"Cc", "Cs"} else letter
        for letter in path.relative_to(root).as_posix()
    )
