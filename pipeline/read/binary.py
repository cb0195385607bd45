"""A guard for binary sheets (.xlsb): where their cells stand, before anything is built that is as large as that.

The format is Microsoft's [MS-XLSB] 2.1.4: records of a number, a length and that many bytes.
"""

import struct
from collections.abc import Iterator

from pipeline.problems import column_letters
from pipeline.read.guard import DAMAGED, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, RefusedError, refuse_cells, refuse_far

_ROW = 0  # BrtRowHdr
_CELLS = range(1, 12)  # BrtCellBlank to BrtFmlaError
_MORE = 0x80
_FIRST = struct.Struct("<I")


def check_sheet(part: bytes) -> None:
    """Raise when the sheet has too many cells, or one far away from the others."""
    row = cells = 0
    for kind, body in _records(part):
        if kind not in _CELLS and kind != _ROW:
            continue
        if len(body) < _FIRST.size:
            raise RefusedError(DAMAGED)
        number = _FIRST.unpack_from(body)[0]
        if kind == _ROW:
            row = number
            continue
        cells += 1
        if cells > MOST_CELLS:
            refuse_cells(cells)
        if row >= MOST_ROWS or number >= MOST_COLUMNS:
            refuse_far(f"{column_letters(number + 1)}{row + 1}")


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(part):
        kind, place = _number(part, place, 2)
        length, place = _number(part, place, 4)
        yield kind, part[place : place + length]
        place += length


def _number(part: bytes, place: int, most: int) -> tuple[int, int]:
    """Return a number written in groups of seven bits, and where it ends."""
    value = 0
    for group in range(most):
        if place >= len(part):
            raise RefusedError(DAMAGED)
        byte = part[place]
        place += 1
        value |= (byte & ~_MORE) << (7 * group)
        if not byte & _MORE:
            break
    return value, place
