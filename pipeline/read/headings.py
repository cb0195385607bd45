"""Which cell is which heading: exactly first, then forgivingly, then by its synonyms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.problems import Place, Problems, quoted
from pipeline.read.grid import Cell, Row, Table
from pipeline.read.texts import fold
from pipeline.sheets import Column

SEARCHED = 20
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings that were found, each with its cell; what two cells or two columns claim; and what is left."""

    found: Mapping[str, Cell]
    twice: tuple[tuple[str, Cell, Cell], ...] = ()
    either: tuple[tuple[Cell, tuple[str, ...]], ...] = ()
    unknown: tuple[Cell, ...] = ()

    def lacks(self, columns: Sequence[Column]) -> tuple[str, ...]:
        """Return the required headings that no cell has."""
        claimed = {heading for _, headings in self.either for heading in headings}
        return tuple(c.heading for c in columns if c.required and c.heading not in {*self.found, *claimed})


def _exactly(text: str, column: Column) -> bool:
    return text == column.heading


def _forgivingly(text: str, column: Column) -> bool:
    return fold(text) == fold(column.heading)


def _by_synonym(text: str, column: Column) -> bool:
    return fold(text) in map(fold, column.synonyms)


_LEVELS: tuple[Callable[[str, Column], bool], ...] = (_exactly, _forgivingly, _by_synonym)


class _Matching:
    """What has been matched so far."""

    def __init__(self, cells: Sequence[Cell], columns: Sequence[Column]) -> None:
        self.columns = list(columns)
        self.left = [cell for cell in cells if not cell.blank]
        self.found: dict[str, Cell] = {}
        self.twice: list[tuple[str, Cell, Cell]] = []
        self.either: list[tuple[Cell, tuple[str, ...]]] = []

    def go_through(self, level: Callable[[str, Column], bool]) -> None:
        """Match, at one level of forgiveness, the cells and columns that are left."""
        for cell in tuple(self.left):
            text = cell.text
            hits = tuple(column.heading for column in self.columns if level(text, column))
            if hits:
                self.left.remove(cell)
                self._claim(cell, hits)
        taken = {*self.found, *(heading for _, headings in self.either for heading in headings)}
        self.columns = [column for column in self.columns if column.heading not in taken]

    def _claim(self, cell: Cell, hits: tuple[str, ...]) -> None:
        if len(hits) > 1:
            self.either.append((cell, hits))
        elif hits[0] in self.found:
            self.twice.append((hits[0], self.found[hits[0]], cell))
        else:
            self.found[hits[0]] = cell


def match(cells: Sequence[Cell], columns: Sequence[Column]) -> Headings:
    """Match cells to columns."""
    matching = _Matching(cells, columns)
    for level in _LEVELS:
        matching.go_through(level)
    return Headings(matching.found, tuple(matching.twice), tuple(matching.either), tuple(matching.left))


def find(table: Table, columns: Sequence[Column]) -> tuple[Row, Headings] | None:
    """Return the row near the top that has the most of the headings, at least two."""
    tried = [(row, match(tuple(row.cells.values()), columns)) for row in table.rows[:SEARCHED]]
    best = max(tried, key=lambda pair: len(pair[1].found), default=None)
    return best if best is not None and len(best[1].found) >= _ENOUGH else None


def tell(
    headings: Headings,
    columns: Sequence[Column],
    place: Place,
    problems: Problems,
    where: str = "rubrikerna på en rad ovanför uppgifterna",
) -> None:
    """Tell of headings that are lacking, unclear or unknown."""
    for heading, first, second in headings.twice:
        text = f"rubriken {heading} finns redan i {first.place}: ta bort eller döp om den ena kolumnen"
        problems.fault(second.place, text)
    for cell, names in headings.either:
        problems.fault(cell.place, f"rubriken {quoted(cell.text)} kan betyda {' eller '.join(names)}: skriv vilken")
    if lacking := headings.lacks(columns):
        word = "rubriken" if len(lacking) == 1 else "rubrikerna"
        problems.fault(place, f"{word} {' och '.join(lacking)} saknas: skriv {where}")
    for cell in headings.unknown:
        problems.remark(cell.place, f"rubriken {quoted(cell.text)} {_unread(cell, headings, columns)}")


def _unread(cell: Cell, headings: Headings, columns: Sequence[Column]) -> str:
    """Say why the column under an unknown heading isn't read."""
    for heading, other in headings.found.items():
        if fold(heading) == fold(cell.text):
            return f"liknar {heading} i {other.place} och läses inte: ta bort den ena kolumnen"
    missing = [column.heading for column in columns if column.heading not in headings.found]
    return f"känns inte igen och läses inte{maybe(cell.text, missing)}"


def maybe(written: str, words: Sequence[str]) -> str:
    """Ask whether the most similar of the words was meant; ``""`` when none is similar."""
    by_fold = {word.casefold(): word for word in reversed(words)}
    near = get_close_matches(written.casefold(), list(by_fold), n=1)
    return f"; menar du ”{by_fold[near[0]]}”?" if near else ""
