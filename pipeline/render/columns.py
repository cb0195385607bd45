"""Whether the tags of a template can change how many columns a table has, so that its widths must be counted anew."""

import re
from collections.abc import Iterator

from pipeline.render.flow import end_of

TABLE, ROW = re.compile("<w:tbl>"), re.compile("<w:tr(?: [^>]*)?>")
GRID, COLUMN, SPAN = re.compile("<w:tblGrid>.*?</w:tblGrid>", re.DOTALL), "<w:gridCol", 'w:gridSpan w:val="'
BLOCK = re.compile(r"\{%\s*(end)?(?:for|if|macro)\b")
TAGGED = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
WIDE = re.compile(r'<w:tcPr>(?:(?!</w:tcPr>).)*?<w:gridSpan w:val="(\d+)"/>.*?</w:tcPr>', re.DOTALL)


def may_change(xml: str) -> bool:
    """Say so of a template that docxtpl has patched, unless each table has a full row that is always there."""
    return not all(_is_settled(xml[found.start() : end_of(xml, found.start())]) for found in TABLE.finditer(xml))


def _is_settled(table: str) -> bool:
    grid = GRID.search(table)
    columns = grid[0].count(COLUMN) if grid else 0
    rows = list(_rows(table))
    return all(cells is not None and len(cells) <= columns for cells, _ in rows) and any(
        is_always and cells is not None and sum(cells) >= columns for cells, is_always in rows
    )


def _rows(table: str) -> Iterator[tuple[list[int] | None, bool]]:
    """Go through a table's rows: how many columns each cell takes, if that is settled, and if it is always there."""
    depth, at = 0, 0
    for row in ROW.finditer(table):
        depth += sum(-1 if block[1] else 1 for block in BLOCK.finditer(table, at, row.start()))
        at = row.start()
        yield _cells(table[row.start() : end_of(table, row.start())]), depth == 0


def _cells(row: str) -> list[int] | None:
    start, end = row.index(">") + 1, row.rindex("<")
    found: list[int] = []
    while start < end:
        if row[start] != "<":
            return None
        stop = end_of(row, start)
        if row.startswith("<w:tc>", start):
            wide = WIDE.match(row, start + len("<w:tc>"), stop)
            found.append(int(wide[1]) if wide else 1)
        start = stop
    return found
