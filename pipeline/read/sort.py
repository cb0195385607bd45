"""Sorts sheets by what they hold: the goal workbook's known sheets, indicator values, or neither."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.problems import Place, Problems, quoted
from pipeline.read import headings
from pipeline.read.grid import Book, Document, Table
from pipeline.read.guard import RefusedError
from pipeline.read.headings import SEARCHED, maybe
from pipeline.read.layouts import recognise, recognise_document
from pipeline.read.layouts.reading import Extract, Recognised
from pipeline.read.reviewed import is_review
from pipeline.read.texts import fold
from pipeline.sheets import GOALS, SHEETS, Sheet

_TURNED = frozenset({"Möten", "Inställningar"})
_PROSE = 3
_LAYOUT = (
    "lägg värdena i kolumnerna Indikator, Period och Värde, eller med en rad för varje indikator och en kolumn för "
    "varje period"
)


@dataclass(slots=True)
class Sorted:
    """Every sheet that will be read."""

    known: list[tuple[Sheet, Table]] = field(default_factory=list)
    values: list[Recognised | Extract] = field(default_factory=list)

    def tables(self, sheet: Sheet) -> Iterator[Table]:
        """Go through the tables of a known sheet, in all workbooks."""
        return (table for kind, table in self.known if kind is sheet)


def sort_book(book: Book, into: Sorted, problems: Problems) -> None:
    """Sort a book's tables; tell of a book that nothing recognises, and of sheets that are passed over."""
    for document in book.documents:
        _sort_document(document, into, problems)
    if book.documents:
        return
    goal_book = is_goal_book(book)
    before = len(into.known) + len(into.values)
    tables = [table for table in book.tables if not is_review(table)]
    left = [table for table in tables if not _sort_table(table, into, goal_book=goal_book)]
    if len(into.known) + len(into.values) == before:
        _tell_unrecognised(book, problems)
        return
    for table in left:
        near = maybe(table.place.sheet, [sheet.name for sheet in SHEETS])
        if table.rows and not table.layout.hidden and (near or not _is_prose(table)):
            problems.remark(table.place, f"bladet {quoted(table.place.sheet)} känns inte igen och läses inte{near}")


def is_goal_book(book: Book) -> bool:
    """Say whether the book has a sheet Mål that holds goals."""
    return any(_named(table) is GOALS and _is_goals(table) for table in book.tables)


def _sort_document(document: Document, into: Sorted, problems: Problems) -> None:
    try:
        found = recognise_document(document)
    except RefusedError as refused:
        problems.fault(document.place, str(refused))
        return
    if found is not None:
        into.values.append(found)
        return
    keys = list(document.content) if isinstance(document.content, dict) else []
    shown = f" (här står {', '.join(map(quoted, keys[:6]))})" if keys else ""
    problems.fault(document.place, f"innehållet känns inte igen{shown}: {_LAYOUT}")


def _sort_table(table: Table, into: Sorted, *, goal_book: bool) -> bool:
    """Sort one table; in a goal workbook a known name decides, elsewhere the layout of values does."""
    sheet = _named(table)
    known = sheet is not None and (goal_book or _has_key(table, sheet))
    found = None if known and goal_book else recognise(table)
    if found is not None:
        into.values.append(found)
    elif known and sheet is not None:
        into.known.append((sheet, table))
    return known or found is not None


def _named(table: Table) -> Sheet | None:
    return next((sheet for sheet in SHEETS if fold(sheet.name) == fold(table.place.sheet)), None)


def _is_goals(table: Table) -> bool:
    """Say whether a sheet named Mål is a goal workbook's, even with a heading lost."""
    return headings.find(table, GOALS.columns) is not None or recognise(table) is None


def _has_key(table: Table, sheet: Sheet) -> bool:
    if sheet.name in _TURNED:
        return bool(table.rows)
    found = headings.find(table, sheet.columns)
    return found is not None and sheet.key in found[1].found


def _is_prose(table: Table) -> bool:
    return all(len(row.cells) < _PROSE for row in table.rows)


def _tell_unrecognised(book: Book, problems: Problems) -> None:
    filled = [table for table in book.tables if table.rows]
    if not filled:
        problems.fault(Place(book.name), "filen är tom: fyll i den eller ta bort den")
        return
    top = max(
        filled[0].rows[:SEARCHED], key=lambda row: sum(isinstance(cell.value, str) for cell in row.cells.values())
    )
    shown = ", ".join(quoted(cell.text) for _, cell in sorted(top.cells.items())[:6])
    here = "här" if len(filled) == 1 else f"i bladet {quoted(filled[0].place.sheet)}"
    place = filled[0].place if len(filled) == 1 else Place(book.name)
    problems.fault(place, f"innehållet känns inte igen ({here} står {shown}): {_LAYOUT}")
