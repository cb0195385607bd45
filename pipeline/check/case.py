"""What a rule looks at."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.model.placed import Placed
from pipeline.model.records import Goal, Indicator, Source
from pipeline.model.words import GoalClass, Occasion
from pipeline.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Case:
    """All that was read, the occasion the run is for (None when only checking), and each goal's class."""

    source: Source
    occasion: Occasion | None
    classes: Mapping[int, GoalClass] = field(default_factory=dict)

    def goal(self, number: int) -> Goal | None:
        """Return the goal with the number."""
        return next((goal for goal in self.source.goals if goal.number == number), None)

    def indicators(self, name: str, goal: int) -> tuple[Indicator, ...]:
        """Return the indicator with the id; failing that those with the name, the goal's own where it has any."""
        by_id = tuple(one for one in self.source.indicators if one.id == name)
        by_name = tuple(one for one in self.source.indicators if name and one.name == name)
        return by_id or tuple(one for one in by_name if goal in one.goals) or by_name

    def is_steering(self, number: int) -> bool:
        """Say whether the goal with the number is styrande."""
        return self.classes.get(number) is GoalClass.STEERING

    @property
    def report_date(self) -> dt.date | None:
        """The last day that the figures may cover; None when only checking, and for the ambition dialogue."""
        year = self.source.settings.year
        return None if self.occasion is None or year is None else self.occasion.report_date(year)


def rows_are_lost(sheet: str, kept: Iterable[Placed], case: Case, problems: Problems) -> bool:
    """Say whether a fault may hide rows of the sheet, so that what refers to them may be no fault of its own."""
    places = {row.place for row in kept}
    names = {sheet, *(place.sheet for place in places)}
    return case.source.partial or any(
        one.place.sheet in names and replace(one.place, column=0) not in places for one in problems.faults()
    )


def tell(place: Place, text: str, problems: Problems, indicator: str | None = None, *, unsure: bool) -> None:
    """Tell a fault; where it may follow from what could not be read, it is no more than a remark that says so."""
    if unsure:
        problems.remark(place, f"{text} Det kan också bero på det som inte gick att läsa.")
    else:
        problems.fault(place, text, indicator)
