"""The summary over many boards as a workbook that a controller can filter, follow and print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model.summary import BoardOutcome, Ending
from pipeline.model.words import GoalClass, Status
from pipeline.problems import column_letters
from pipeline.wording import counted
from pipeline.workbooks import look
from pipeline.workbooks.package import workbook_bytes

_MOST_LINKS: Final = 60_000  # Excel takes 65 530 on a sheet, and calls a file with more damaged
_LONGEST: Final = 32_000  # Excel has no longer text in a cell
_CLASSES: Final = tuple(one.value for one in GoalClass)
_STATUSES: Final = tuple(one.value for one in Status)


@dataclass(frozen=True, slots=True)
class _Link:
    text: str
    target: str


_Value = str | int | _Link
_Column = tuple[str, float]
_REPORT: Final[_Column] = ("Rapport", 22)
"""The last column where it stands: a link, of no use on paper."""
_BOARDS: Final[Sequence[_Column]] = (
    ("Nämnd", 18),
    ("Kommun", 14),
    ("Organ", 16),
    ("Utgång", 11),
    ("Fel", 5),
    ("Anmärk-\nningar", 8),
    ("Mål", 5),
    *((f"Klass: {word}", max(len(word), 9)) for word in _CLASSES),
    *((f"Status: {word}", 9) for word in _STATUSES),
    ("Vad som hindrar", 30),
    _REPORT,
)
_GOALS: Final[Sequence[_Column]] = (
    ("Nämnd", 18),
    ("Kommun", 14),
    ("Organ", 16),
    ("Mål nr", 6),
    ("Mål", 32),
    ("Klass", 15),
    ("Status", 16),
    ("Bedömbara indikatorer", 12),
    ("Ansvarig", 24),
    ("Skäl", 40),
    _REPORT,
)
_MISSING: Final[Sequence[_Column]] = (
    ("Nämnd", 24),
    ("Mål nr", 6),
    ("Indikator", 36),
    ("Vad som saknas", 60),
    ("Ansvarig", 26),
)


def summary_book(outcomes: Sequence[BoardOutcome]) -> bytes:
    """Return the summary as an .xlsx file: the boards, their goals, and what cannot be assessed, in the order given."""
    book = Workbook()
    for style in look.shared_styles():
        book.add_named_style(style)
    boards = book.worksheets[0]
    boards.title = "Nämnder"
    _write(boards, _BOARDS, map(_board, outcomes), frozen="B2", total=_total(outcomes))
    _write(book.create_sheet("Mål"), _GOALS, (row for one in outcomes for row in _goals(one)), frozen="B2")
    _write(book.create_sheet("Kan inte bedömas"), _MISSING, (row for one in outcomes for row in _missing(one)), "B2")
    return workbook_bytes(book)


def _board(one: BoardOutcome) -> Sequence[_Value]:
    # that nothing had changed since is of the moment, and the summary is of the boards
    ending = Ending.PUBLISHED if one.ending is Ending.UNCHANGED else one.ending
    goals = len(one.goals) if one.run else ""
    return (
        *(one.board, one.municipality, one.organ, ending.value, len(one.faults), one.remarks, goals),
        *_counts(one.totals),
        _hinders(one),
        _report(one),
    )


def _counts(totals: Mapping[str, int]) -> Iterator[_Value]:
    return (totals.get(word, "") for word in (*_CLASSES, *_STATUSES))


def _hinders(one: BoardOutcome) -> str:
    if not one.faults:
        return ""
    others = len(one.faults) - 1
    return f"{one.faults[0]}\n(och {counted(others, 'fel', 'fel')} till)" if others else one.faults[0]


def _report(one: BoardOutcome) -> _Value:
    return _Link(one.run, f"{quote(one.board, errors='surrogateescape')}/{one.report}") if one.report else one.run


def _total(outcomes: Sequence[BoardOutcome]) -> Sequence[_Value]:
    totals = {word: sum(one.totals.get(word, 0) for one in outcomes) for word in (*_CLASSES, *_STATUSES)}
    faults, remarks = sum(len(one.faults) for one in outcomes), sum(one.remarks for one in outcomes)
    return ("Summa", "", "", "", faults, remarks, sum(len(one.goals) for one in outcomes), *_counts(totals), "", "")


def _goals(one: BoardOutcome) -> Iterator[Sequence[_Value]]:
    """Go through the board's goals; one whose run failed has its row, with what hindered it."""
    board = (one.board, one.municipality, one.organ)
    if not one.run:
        yield (*board, "", "", "", one.ending.value, "", "", _hinders(one), "")
    for goal in one.goals:
        of_goal = (goal.number, goal.title, goal.goal_class, goal.status, goal.assessable, goal.owner, goal.reason)
        yield (*board, *of_goal, _report(one))


def _missing(one: BoardOutcome) -> Iterator[Sequence[_Value]]:
    for line in one.missing:
        yield (one.board, line.goal, line.indicator, line.missing, line.owner)


def _write(
    page: Worksheet,
    columns: Sequence[_Column],
    rows: Iterable[Sequence[_Value]],
    frozen: str,
    total: Sequence[_Value] = (),
) -> None:
    for index, (heading, width) in enumerate(columns, start=1):
        cell = look.cell_at(page, 1, index)
        _put(cell, heading)
        cell.style = look.SHARED_HEAD
        page.column_dimensions[cell.column_letter].width = width
    last = 1
    for last, values in enumerate(rows, start=2):
        _add(page, columns, last, values)
    page.auto_filter.ref = f"A1:{column_letters(len(columns))}{last}"
    if total:
        _add(page, columns, last + 1, total)
        for index in range(1, len(columns) + 1):
            look.cell_at(page, last + 1, index).style = look.SHARED_HEAD
    page.freeze_panes = frozen
    page.print_area = f"A1:{column_letters(len(columns) - (_REPORT in columns))}{page.max_row}"
    page.row_dimensions[1].height = look.rough_height(columns)
    look.set_up_page(page)


def _add(page: Worksheet, columns: Sequence[_Column], row: int, values: Sequence[_Value]) -> None:
    widths = (width for _, width in columns)
    page.row_dimensions[row].height = look.rough_height(
        (value.text if isinstance(value, _Link) else value, width) for value, width in zip(values, widths, strict=True)
    )
    for index, value in enumerate(values, start=1):
        _put(look.cell_at(page, row, index), value)


def _put(cell: Cell, value: _Value) -> None:
    """Write the value; a text is never taken for a formula, and has nothing that Excel refuses."""
    if isinstance(value, int):
        cell.value, cell.style = value, look.SHARED_NUMBER
        return
    text = value.text if isinstance(value, _Link) else value
    readable = text.encode(errors="replace").decode()
    if readable:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", readable)[:_LONGEST]
        cell.data_type = "s"
    linked = isinstance(value, _Link) and cell.row < _MOST_LINKS
    cell.style = look.SHARED_LINK if linked else look.SHARED_TEXT
    if isinstance(value, _Link) and linked:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=value.target)
