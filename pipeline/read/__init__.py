"""The read stage: all that clerks have put in the input folder, as frozen records that know their cells."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from pipeline.model.records import InputFile, Source
from pipeline.problems import Place, Problems
from pipeline.read.assemble import assemble
from pipeline.read.files import walk
from pipeline.read.grid import Book
from pipeline.read.opening import open_file
from pipeline.read.reviewed import one_of_each
from pipeline.read.sniff import FileKind
from pipeline.read.sort import Sorted, is_goal_book, sort_book

_GOALS_AS_XLSX = "målarbetsboken läses bara som .xlsx eller .xlsm: öppna den i Excel och spara den som Excel-arbetsbok"


def read(
    folder: Path,
    problems: Problems,
    *,
    skipped: Mapping[str, str] = MappingProxyType({}),
    begin: Callable[[str], None] = lambda _: None,
) -> Source:
    """Read every spreadsheet in the folder; tell what is wrong in them, and where. Word files are only fetched.

    `skipped` says of a file by its name why it is not to be read. `begin` is called with the name of each
    file before it is read, and with ``""`` when all have been.
    """
    every = walk(folder, problems, skipped, begin)
    found = [(file, kind) for file, kind in every if kind is not FileKind.WORD]
    unreadable = bool(problems.faults())
    books = [book for file, kind in found if (book := _opened(file, kind, problems, begin)) is not None]
    sheets = Sorted()
    for book in one_of_each(books, problems):
        begin(book.name)
        sort_book(book, sheets, problems)
    begin("")
    unreadable = unreadable or len(books) < len(found)
    source = assemble(sheets, folder.name or folder.resolve().name, problems, unreadable=unreadable)
    word_files = tuple(file for file, kind in every if kind is FileKind.WORD)
    return replace(source, files=tuple(file for file, _ in found), word_files=word_files)


def _opened(file: InputFile, kind: FileKind, problems: Problems, begin: Callable[[str], None]) -> Book | None:
    begin(file.name)
    book = open_file(file, kind, problems)
    if book is not None and kind is FileKind.FOREIGN and is_goal_book(book):
        problems.fault(Place(file.name), _GOALS_AS_XLSX)
        return None
    return book
