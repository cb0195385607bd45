"""What one sheet says of another: goal numbers, indicators, and rows that say the same thing twice."""

from collections.abc import Iterator

from pipeline.check.case import Case
from pipeline.model.records import Activity, FollowUp, Measure
from pipeline.problems import Problems, quoted
from pipeline.wording import listed

Row = FollowUp | Measure | Activity


def goals_exist(case: Case, problems: Problems) -> None:
    """Every goal number in another sheet is one of the numbers in the sheet Mål."""
    numbers = [str(goal.number) for goal in case.source.goals]
    for one in case.source.indicators:
        for number in one.goals:
            if case.goal(number) is None:
                problems.fault(one.at("Mål nr"), _no_such_goal(number, numbers), one.id)
    for row in _rows(case):
        if case.goal(row.goal) is None:
            problems.fault(row.at("Mål nr"), _no_such_goal(row.goal, numbers))


def _rows(case: Case) -> Iterator[Row]:
    yield from case.source.follow_ups
    yield from case.source.measures
    yield from case.source.activities


def _no_such_goal(number: int, numbers: list[str]) -> str:
    there = f"bladet Mål har nummer {listed(numbers)}" if numbers else "bladet Mål har inga mål"
    return f"mål {number} finns inte: {there}. Rätta numret eller lägg till målet."


def indicators_have_a_goal(case: Case, problems: Problems) -> None:
    """An indicator without a goal would never be reported."""
    for one in case.source.indicators:
        cell = one.at("Mål nr")
        if not one.goals and not problems.fault_at(cell):
            text = f"indikator {one.id} saknar Mål nr. Skriv numret på det mål som indikatorn visar."
            problems.fault(cell, text, one.id)


def rows_name_a_known_indicator(case: Case, problems: Problems) -> None:
    """An indicator named in Uppföljning or Åtgärder exists and shows that goal."""
    rows: tuple[FollowUp | Measure, ...] = (*case.source.follow_ups, *case.source.measures)
    for row in rows:
        if not row.indicator:
            continue
        found = case.indicator(row.indicator)
        if found is None:
            text = f"{quoted(row.indicator)} är ingen indikator. Skriv ett Id ur bladet Indikatorer, eller lämna tomt."
            problems.fault(row.at("Indikator"), text)
        elif found.goals and row.goal not in found.goals:
            shown = listed([str(number) for number in found.goals])
            text = f"indikator {found.id} hör till mål {shown}, inte till mål {row.goal}. Rätta Mål nr eller Indikator."
            problems.fault(row.at("Indikator"), text)


def follow_ups_are_said_once(case: Case, problems: Problems) -> None:
    """One row for each goal (or indicator) and occasion."""
    seen: dict[tuple[int, str, object], FollowUp] = {}
    for row in case.source.follow_ups:
        found = case.indicator(row.indicator)
        key = (row.goal, row.indicator if found is None else found.id, row.occasion)
        if key in seen:
            text = (
                f"samma mål, indikator och tillfälle står redan i {seen[key].place}. "
                "Skriv allt på en rad och ta bort den andra."
            )
            problems.fault(row.place, text)
        seen.setdefault(key, row)


RULES = (goals_exist, indicators_have_a_goal, rows_name_a_known_indicator, follow_ups_are_said_once)
