"""A csv file, or text with tabs, as the same small grid as a workbook's sheet."""

import csv
import re
from collections import Counter
from io import StringIO

from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems
from pipeline.read.encodings import UnreadableTextError, text_of
from pipeline.read.grid import Book, Cell, Row, Table
from pipeline.read.guard import MOST_CELLS, MOST_ROWS
from pipeline.read.texts import clean

_DELIMITERS = (";", "\t", ",")
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE = 200
_CUT = "filen tycks sluta mitt i raden, så hämta eller spara den på nytt, eller rätta raden"


def open_text(file: InputFile, problems: Problems) -> Book | None:
    """Return the file as a book with one table, or tell why it can't be read."""
    place = Place(file.name)
    try:
        records = _records(text_of(file.content))
    except UnreadableTextError as error:
        problems.fault(place, str(error))
        return None
    if len(records) > MOST_ROWS or sum(map(len, records)) > MOST_CELLS:
        problems.fault(place, f"filen har {len(records)} rader, fler än vad som läses: dela upp den")
        return None
    return Book(file.name, (Table(place, _rows(records, place, problems)),))


def _records(text: str) -> list[list[str]]:
    separator = _SEPARATOR.match(text)
    if separator:
        text = text[separator.end() :]
    records: list[list[str]] = []
    try:
        delimiter = separator[1] if separator else _delimiter(text)
        records.extend(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        message = f"citattecknen på rad {len(records) + 1} går inte ihop: rätta raden i Excel och spara filen på nytt"
        raise UnreadableTextError(message) from error
    return records


def _delimiter(text: str) -> str:
    """Return the delimiter that gives most rows the same number of fields, more than one."""
    sample = StringIO("\n".join(text.splitlines()[:_SAMPLE]), newline="")
    scores: dict[str, int] = {}
    for delimiter in _DELIMITERS:
        sample.seek(0)
        widths = Counter(len(fields) for fields in csv.reader(sample, delimiter=delimiter) if len(fields) > 1)
        scores[delimiter] = max(widths.values(), default=0)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _rows(records: list[list[str]], place: Place, problems: Problems) -> tuple[Row, ...]:
    """Return the rows; one that is wider or narrower than the table is told and left out."""
    widths = Counter(len(fields) for fields in records if len(fields) > 1 and not _is_choice(fields))
    width = max(widths, key=lambda size: widths[size], default=1)
    start = next((number for number, fields in enumerate(records) if len(fields) == width), 0)
    rows: list[Row] = []
    for number, fields in enumerate(records):
        row = _row(fields, Place(place.file, row=number + 1), problems)
        fits = not row.cells or len(fields) in {width, 1} or (len(fields) > width >= max(row.cells, default=0))
        if number > start and not fits and not _is_choice(fields):
            problems.fault(row.place, f"raden har {len(fields)} fält men tabellen {width}: {_remedy(records, number)}")
        elif number > start and width > 1 and _is_cut(records, number):
            problems.fault(row.place, f"raden har ett fält men tabellen {width}: {_CUT}")
        elif row.cells:
            rows.append(row)
    return tuple(rows)


def _remedy(records: list[list[str]], number: int) -> str:
    last = number == len(records) - 1
    return _CUT if last and len(records[number]) < len(records[number - 1]) else "rätta raden"


def _is_cut(records: list[list[str]], number: int) -> bool:
    """Say whether the last line is only the beginning of one like those above it, unlike a note below the table."""
    fields = records[number]
    if number != len(records) - 1 or len(fields) != 1:
        return False
    return any(one[0].startswith(fields[0]) for one in records[:number] if len(one) > 1)


def _is_choice(fields: list[str]) -> bool:
    """Say whether a line is a label and what was selected, as below Arbetsförmedlingen's tables: ``Månad:;2017-04``."""
    return bool(fields) and fields[0].endswith(":")


def _row(fields: list[str], place: Place, problems: Problems) -> Row:
    cells: dict[int, Cell] = {}
    for column, field in enumerate(fields, start=1):
        cell = Place(place.file, row=place.row, column=column)
        if field and (text := clean(field, cell, problems)):
            cells[column] = Cell(cell, text)
    return Row(place, cells)
