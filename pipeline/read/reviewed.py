"""Goal workbooks that were given back with their faults, and lie in the folder again, in place of the originals."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.problems import Place, Problems, quoted
from pipeline.read.grid import Book, Table
from pipeline.sheets import REVIEW_SHEET
from pipeline.wording import listed

_TITLE = f"{REVIEW_SHEET} av "
_PREFIX = "granskad-"


def is_review(table: Table) -> bool:
    """Say whether the sheet is our own list of faults, which holds nothing to read."""
    return table.place.sheet == REVIEW_SHEET and _title(table).startswith(_TITLE)


def one_of_each(books: Sequence[Book], problems: Problems) -> Iterator[Book]:
    """Go through the books; of a workbook that lies there both reviewed and not, tell once and keep a reviewed one."""
    same: dict[str, list[Book]] = {}
    for book in books:
        same.setdefault(_original(book), []).append(book)
    for copies in same.values():
        kept = max(copies, key=_reviewed)
        if len(copies) > 1 and _reviewed(kept):
            _tell(kept, [book.name for book in copies if book is not kept], problems)
            yield kept
        else:
            yield from copies


def _tell(kept: Book, others: Sequence[str], problems: Problems) -> None:
    names, rest = listed(list(map(quoted, others))), "den andra" if len(others) == 1 else "de andra"
    text = f"samma arbetsbok som {names}, efter granskning: behåll den som är rättad och ta bort {rest} ur mappen"
    problems.fault(Place(kept.name), text)


def _original(book: Book) -> str:
    """Return the name of the file that the book was before any review."""
    named = next((_title(table).removeprefix(_TITLE) for table in book.tables if is_review(table)), book.name)
    path = PurePosixPath(unicodedata.normalize("NFC", named))
    return str(path.with_name(path.name.removeprefix(_PREFIX) or path.name))


def _reviewed(book: Book) -> bool:
    return PurePosixPath(book.name).name.startswith(_PREFIX) or any(map(is_review, book.tables))


def _title(table: Table) -> str:
    return table.rows[0].at(1).text if table.rows else ""
