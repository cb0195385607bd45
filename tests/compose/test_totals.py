import pytest

from pipeline.compose.brief import Brief
from pipeline.compose.totals import total_rows
from pipeline.model.words import Occasion, Status
from tests.compose.briefs import board, brief_of, directional, supporting, undrafted

EVERY = board(*Status, Status.MET, more=(supporting(7), directional(8), undrafted(9), undrafted(10)))


def rows(brief: Brief) -> list[tuple[str, str, str]]:
    return [(row.namn, row.antal, row.nummer) for row in total_rows(brief)]


def test_the_totals_name_every_goal_once_at_each_level() -> None:
    assert rows(EVERY) == [
        ("Styrande, med beräknad prognos", "6", "1, 2, 3, 4, 5, 6"),
        ("uppfylls", "2", "1, 6"),
        ("uppfylls delvis", "1", "2"),
        ("osäkert", "1", "3"),
        ("uppfylls inte", "1", "4"),
        ("kan inte bedömas", "1", "5"),
        ("Stödjande, med egen bedömning", "1", "7"),
        ("Inriktningsmål, utan prognos", "1", "8"),
        ("Ej fastställda", "2", "9, 10"),
        ("Summa", "10", ""),
    ]


def test_no_goals_make_rows_of_nothing() -> None:
    assert {(antal, nummer) for _, antal, nummer in rows(brief_of())} == {("0", "–"), ("0", "")}


def test_the_dialogue_has_no_statuses_to_total() -> None:
    brief = board(Status.MET, more=(supporting(2),), occasion=Occasion.AMBITION)

    assert rows(brief) == [
        ("Styrande", "1", "1"),
        ("Stödjande", "1", "2"),
        ("Inriktningsmål", "0", "–"),
        ("Ej fastställda", "0", "–"),
        ("Summa", "2", ""),
    ]


@pytest.mark.parametrize("brief", [EVERY, brief_of(), board(Status.MET), brief_of(undrafted(1))])
def test_both_levels_add_up(brief: Brief) -> None:
    *parts, total = total_rows(brief)
    steering = next(row for row in parts if row.namn.startswith("Styrande"))

    assert sum(int(row.antal) for row in parts if row.huvudrad) == int(total.antal) == len(brief.results.goals)
    assert sum(int(row.antal) for row in parts if row.status) == int(steering.antal)
