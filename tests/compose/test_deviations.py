"""Page 1's goals off course, told in full or in a line each."""

import pytest

from pipeline.compose.interim import interim_report
from pipeline.model.words import Status
from tests.cases import goal, indicator, measure
from tests.compose.briefs import LOOKS, brief_of

LOST = LOOKS[Status.NOT_MET]


def of_lost(many: int) -> tuple[bool, list[str]]:
    """Return whether page 1 is in short for so many goals off course, and what it says of each."""
    numbers = range(1, many + 1)
    brief = brief_of(
        *map(goal, numbers),
        indicators=tuple(indicator(f"{number}.1", number + 1) for number in numbers),
        outlooks={f"{number}.1": LOST for number in numbers},
        measures=(measure(1),),
    )
    report = interim_report(brief)
    return report.avvikelser_i_korthet, [one.text for (one,) in (found.text for found in report.avvikelser)]


@pytest.mark.parametrize(("many", "short"), [(1, False), (10, False), (11, True), (40, True)])
def test_more_than_ten_goals_off_course_are_told_in_short(many: int, short: bool) -> None:  # noqa: FBT001 -- an expected answer
    assert of_lost(many)[0] is short


def test_in_short_a_goal_has_its_reason_and_what_is_missing() -> None:
    _, (first, second, *others) = of_lost(11)

    assert first == "Målets enda indikator uppfylls inte."
    assert second == "Målets enda indikator uppfylls inte. Åtgärd saknas."
    assert set(others) == {second}


def test_in_full_a_goal_has_its_figures_and_measures() -> None:
    _, (only,) = of_lost(1)

    assert "prognosen för helåret är 60" in only
    assert "Åtgärd: En förmedling av lediga lokaler" in only
