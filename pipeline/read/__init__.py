"""The read stage: all that clerks have put in the input folder, as frozen records that know their cells."""

from dataclasses import replace
from pathlib import Path

from pipeline.model.records import Source
from pipeline.problems import Place, Problems
from pipeline.read.assemble import assemble
from pipeline.read.files import walk
from pipeline.read.opening import open_file
from pipeline.read.sniff import FileKind
from pipeline.read.sort import Sorted, is_goal_book, sort_book

_GOALS_AS_XLSX = "målarbetsboken läses bara som .xlsx eller .xlsm: öppna den i Excel och spara den som Excel-arbetsbok"


def read(folder: Path, problems: Problems) -> Source:
    """Read every spreadsheet in the folder; tell what is wrong in them, and where."""
    found = walk(folder, problems)
    unreadable = bool(problems.faults())
    sheets = Sorted()
    for file, kind in found:
        book = open_file(file, kind, problems)
        if book is not None and kind is FileKind.FOREIGN and is_goal_book(book):
            problems.fault(Place(file.name), _GOALS_AS_XLSX)
            book = None
        if book is None:
            unreadable = True
        else:
            sort_book(book, sheets, problems)
    source = assemble(sheets, folder.name or folder.resolve().name, problems, unreadable=unreadable)
    return replace(source, files=tuple(file for file, _ in found))
