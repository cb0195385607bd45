"""The rows of the sheet Mål och beslut: one for each indicator of each goal, one for a goal without indicators."""

from collections.abc import Mapping

from pipeline.model.figures import Span
from pipeline.model.results import Results
from pipeline.wording import NBSP

SHEET = "Mål och beslut"
FIRST_ROW = 2


def rows_of_goals(results: Results) -> Mapping[int, Span]:
    """Return each goal's rows in the sheet."""
    rows, row = {}, FIRST_ROW
    for goal in results.goals:
        many = max(len(goal.indicators), 1)
        rows[goal.goal.number] = Span(SHEET, row, row + many - 1)
        row += many
    return rows


def row_of(results: Results, goal: int, indicator: str) -> int:
    """Return the row of the goal's indicator."""
    found = next(one for one in results.goals if one.goal.number == goal)
    ids = [one.indicator.id for one in found.indicators]
    return rows_of_goals(results)[goal].first + ids.index(indicator)


def reference(results: Results, goal: int, indicator: str) -> str:
    """Return where the appendix has the indicator: ``sifferrad 5``."""
    return f"sifferrad{NBSP}{row_of(results, goal, indicator)}"
