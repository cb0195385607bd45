"""What one sheet says of another: goal numbers, indicators, and rows that say the same thing twice."""

from collections.abc import Iterator, Sequence

from pipeline.check.case import Case, rows_are_lost, tell
from pipeline.model.records import Activity, FollowUp, Indicator, Measure
from pipeline.problems import Problems, quoted
from pipeline.sheets import GOALS, INDICATORS
from pipeline.wording import listed

Row = FollowUp | Measure | Activity


def goals_exist(case: Case, problems: Problems) -> None:
    """Every goal number in another sheet is one of the numbers in the sheet Mål."""
    unsure = rows_are_lost(GOALS.name, case.source.goals, case, problems)
    told: set[str] = set()
    for row, numbers in _named_goals(case) if case.source.goals else ():
        unknown = [number for number in numbers if case.goal(number) is None]
        text = _no_such_goal(unknown, case) if unknown else ""
        if text and not (unsure and text in told):
            indicator = row.id or None if isinstance(row, Indicator) else None
            tell(row.at("Mål nr"), text, problems, indicator, unsure=unsure)
            told.add(text)


def _named_goals(case: Case) -> Iterator[tuple[Row | Indicator, tuple[int, ...]]]:
    yield from ((one, one.goals) for one in _indicators(case))
    yield from ((row, (row.goal,)) for row in _rows(case) if row.goal)


def _indicators(case: Case) -> tuple[Indicator, ...]:
    return (*case.source.indicators, *case.source.aside)


def _rows(case: Case) -> Iterator[Row]:
    yield from case.source.follow_ups
    yield from case.source.measures
    yield from case.source.activities


def _no_such_goal(unknown: Sequence[int], case: Case) -> str:
    there = listed([str(goal.number) for goal in case.source.goals])
    remedy = "Rätta numret eller lägg till målet." if len(unknown) == 1 else "Rätta numren eller lägg till målen."
    return f"mål {listed([str(one) for one in unknown])} finns inte: bladet Mål har nummer {there}. {remedy}"


def indicators_have_a_goal(case: Case, problems: Problems) -> None:
    """An indicator without a goal would never be reported."""
    for one in _indicators(case):
        cell = one.at("Mål nr")
        if not one.goals and not problems.fault_at(cell):
            text = f"indikator {one.id or one.name} saknar Mål nr. Skriv numret på det mål som indikatorn visar."
            problems.fault(cell, text, one.id or None)


def rows_name_a_known_indicator(case: Case, problems: Problems) -> None:
    """An indicator named in Uppföljning or Åtgärder is one that exists, and shows that goal."""
    rows: tuple[FollowUp | Measure, ...] = (*case.source.follow_ups, *case.source.measures)
    lost = rows_are_lost(INDICATORS.name, case.source.indicators, case, problems)
    for row in rows:
        found = case.indicators(row.indicator, row.goal)
        if row.indicator and (text := _unclear(found, row, case)):
            tell(row.at("Indikator"), text, problems, unsure=lost and not found)


def _unclear(found: Sequence[Indicator], row: FollowUp | Measure, case: Case) -> str:
    if not found:
        return f"{quoted(row.indicator)} är ingen indikator. Skriv ett Id ur bladet Indikatorer, eller lämna tomt."
    goals = found[0].goals
    if goals and row.goal not in goals and case.goal(row.goal) is not None:
        shown = listed([str(number) for number in goals])
        return f"indikator {found[0].id} hör till mål {shown}, inte till mål {row.goal}. Rätta Mål nr eller Indikator."
    if len(found) > 1:
        ids = listed([one.id for one in found])
        return f"{quoted(row.indicator)} är namnet på indikatorerna {ids}. Skriv det Id som raden gäller."
    return ""


def follow_ups_are_said_once(case: Case, problems: Problems) -> None:
    """One row for each goal (or indicator) and occasion."""
    seen: dict[tuple[int, str, object], FollowUp] = {}
    for row in case.source.follow_ups:
        if row.occasion is None or not row.goal:
            continue
        found = case.indicators(row.indicator, row.goal)
        key = (row.goal, found[0].id if len(found) == 1 else row.indicator, row.occasion)
        if key in seen:
            text = (
                f"samma mål, indikator och tillfälle står redan i {seen[key].place}. "
                "Skriv allt på en rad och ta bort den andra."
            )
            problems.fault(row.place, text)
        seen.setdefault(key, row)


RULES = (goals_exist, indicators_have_a_goal, rows_name_a_known_indicator, follow_ups_are_said_once)
