"""Opens each kind of file as a book."""

from collections.abc import Callable, Mapping

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.csvs import open_text
from pipeline.read.documents import open_json, open_px
from pipeline.read.foreign import open_foreign
from pipeline.read.grid import Book
from pipeline.read.sniff import FileKind
from pipeline.read.workbook import open_workbook

_OPENERS: Mapping[FileKind, Callable[[InputFile, Problems], Book | None]] = {
    FileKind.WORKBOOK: open_workbook,
    FileKind.FOREIGN: open_foreign,
    FileKind.TEXT: open_text,
    FileKind.PX: open_px,
    FileKind.JSON: open_json,
}


def open_file(file: InputFile, kind: FileKind, problems: Problems) -> Book | None:
    """Return the file as a book, or tell why it can't be read."""
    return _OPENERS[kind](file, problems)
