"""What clerks have written, and the cell in which a number of theirs stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.appendix.tokens import Token
from pipeline.model.placed import Placed
from pipeline.model.records import Source
from pipeline.model.words import Occasion
from pipeline.problems import Place
from pipeline.sheets import ACTIVITIES, ATTENDANCE, FOLLOW_UPS, GOALS, INDICATORS, MEASURES, MEETINGS, SETTINGS, Sheet
from pipeline.wording import NBSP

_WINDOWS = ((12, 12), (6, 6), (3, 3), (12, 0), (0, 12))
_LETTERS = 3
_TELLING = 5


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    place: Place
    goals: tuple[int, ...] = ()


class Written:
    """The clerks' texts that hold numbers, each with its cell."""

    def __init__(self, source: Source, occasion: Occasion) -> None:
        """Remember the texts of every sheet, those of the occasion's meetings before those of others."""
        self._cells = tuple(_cells(source, occasion))

    def cell(self, text: str, token: Token, goal: int | None) -> Place | None:
        """Return the cell whose text has the number with the same words around it, one of the goal's own first."""
        text = _broken_anywhere(text)
        return self._alone(text, goal) or self._around(text, token, goal) or self._whole(text, token, goal)

    def _alone(self, text: str, goal: int | None) -> Place | None:
        if len(text) >= _TELLING:
            return self._with(text, goal)
        return _nearest((cell for cell in self._cells if text == cell.text), goal)

    def _around(self, text: str, token: Token, goal: int | None) -> Place | None:
        for before, after in _WINDOWS:
            window = text[max(token.start - before, 0) : token.end + after]
            if sum(sign.isalpha() for sign in window) >= _LETTERS and (found := self._with(window, goal)):
                return found
        return None

    def _whole(self, text: str, token: Token, goal: int | None) -> Place | None:
        """Find a short text that stands as a whole in the sentence, such as a registration number or a day."""
        return _nearest(
            (
                cell
                for cell in self._cells
                if len(cell.text) >= _TELLING
                and (at := text.rfind(cell.text, 0, token.start + len(cell.text))) >= 0
                and token.end <= at + len(cell.text)
            ),
            goal,
        )

    def _with(self, text: str, goal: int | None) -> Place | None:
        return _nearest((cell for cell in self._cells if text in cell.text), goal)


def _broken_anywhere(text: str) -> str:
    """Return the text of the same length with plain spaces: a document keeps together what a clerk has not."""
    return text.replace(NBSP, " ")


def _nearest(cells: Iterator[_Cell], goal: int | None) -> Place | None:
    found = None
    for cell in cells:
        if goal in cell.goals:
            return cell.place
        found = found or cell.place
    return found


def _cells(source: Source, occasion: Occasion) -> Iterator[_Cell]:
    meetings = sorted(source.meetings, key=lambda one: one.occasion is not occasion)
    sheets: tuple[tuple[Sheet, tuple[Placed, ...]], ...] = (
        (GOALS, source.goals),
        (INDICATORS, source.indicators),
        (FOLLOW_UPS, source.follow_ups),
        (MEASURES, source.measures),
        (ACTIVITIES, source.activities),
        (MEETINGS, tuple(meetings)),
        (ATTENDANCE, source.attendances),
    )
    for sheet, records in sheets:
        for column in sheet.columns:
            for one in records:
                yield from _cell(getattr(one, column.field, None), one.at(column.heading), _goals_of(one))
    for column in SETTINGS.columns:
        if (place := source.settings.places.get(column.heading)) is not None:
            yield from _cell(getattr(source.settings, column.field), place, ())


def _goals_of(one: Placed) -> tuple[int, ...]:
    number = getattr(one, "number", None) or getattr(one, "goal", None)
    goals: tuple[int, ...] = getattr(one, "goals", ())
    return goals or (() if number is None else (number,))


def _cell(value: object, place: Place, goals: tuple[int, ...]) -> Iterator[_Cell]:
    if isinstance(value, str) and any(sign.isdigit() for sign in value):
        yield _Cell(_broken_anywhere(" ".join(value.split("\n"))), place, goals)
