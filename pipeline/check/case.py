"""What a rule looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.records import Goal, Indicator, Source
from pipeline.model.words import GoalClass, Occasion


@dataclass(frozen=True, slots=True)
class Case:
    """All that was read, the occasion the run is for (None when only checking), and each goal's class."""

    source: Source
    occasion: Occasion | None
    classes: Mapping[int, GoalClass] = field(default_factory=dict)

    def goal(self, number: int) -> Goal | None:
        """Return the goal with the number."""
        return next((goal for goal in self.source.goals if goal.number == number), None)

    def indicator(self, name: str) -> Indicator | None:
        """Return the indicator with the id, or failing that the name."""
        by_id = {one.id: one for one in reversed(self.source.indicators)}
        by_name = {one.name: one for one in reversed(self.source.indicators)}
        return by_id.get(name) or by_name.get(name)
