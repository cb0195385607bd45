"""One rule tried on one case: what it tells, whole, and what had been told before it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.check import Case
from pipeline.model.words import GoalClass, Occasion
from pipeline.problems import Problem, Problems
from pipeline.wording import NBSP
from tests.cases import Fields, source

Rule = Callable[[Case, Problems], None]


@dataclass(frozen=True)
class Trial:
    """`lines` are what the rule adds, as the clerk reads it; none where the rule is content."""

    rule: Rule
    case: Case
    lines: tuple[str, ...] = ()
    before: tuple[Problem, ...] = ()

    def problems(self) -> Problems:
        problems = Problems()
        for one in self.before:
            problems.fault(one.place, one.text, one.indicator)
        return problems

    def told(self) -> tuple[str, ...]:
        """Return what the rule adds to what was told before; a no-break space is shown as a space."""
        problems = self.problems()
        self.rule(self.case, problems)
        return tuple(str(one).replace(NBSP, " ") for one in problems if one not in self.before)


def case(occasion: Occasion | None = None, **fields: object) -> Case:
    """Return a case in which every goal is styrande, unless `classes` says otherwise."""
    given: Fields = dict(fields)
    classes = given.pop("classes", {})
    found = replace(source(), **given)
    return Case(found, occasion, {**{goal.number: GoalClass.STEERING for goal in found.goals}, **classes})
