"""A goal's measures as table rows, and what has become of April's."""

from typing import Any

import pytest

from pipeline.blanks import MeasureRow
from pipeline.compose.measures import measure_rows
from pipeline.model.results import EarlierGoal, EarlierRun
from pipeline.model.words import Occasion, Progress
from tests.cases import goal, measure
from tests.compose.briefs import brief_of, goal_of


def rows(april: dict[str, str] | None, *measures: Any) -> tuple[MeasureRow, ...]:  # noqa: ANN401
    known = None if april is None else EarlierGoal(number=1, classification="styrande", status="", measures=april)
    run = None if known is None else EarlierRun("korning-001", "abc", {1: known})
    brief = brief_of(goal(1), occasion=Occasion.AUGUST, earlier=run, measures=measures)
    return measure_rows(brief, goal_of(brief))


@pytest.mark.parametrize(
    ("april", "progress", "due", "expected"),
    [
        (None, Progress.PLANNED, "", "planerad"),
        (None, None, "", "läge saknas"),
        (None, Progress.PLANNED, "2019-06-30", "försenad, planerad"),
        ({"Lots": "planerad"}, Progress.PLANNED, "", "planerad"),
        ({"Lots": "planerad"}, Progress.DONE, "2019-06-30", "klar (i april: planerad)"),
        ({"Lots": "planerad"}, Progress.UNDER_WAY, "2019-06-30", "försenad, pågår (i april: planerad)"),
        ({}, Progress.PLANNED, "", "planerad (ny sedan april)"),
        ({"Lots": ""}, Progress.PLANNED, "", "planerad"),
        ({"Lots": "planerad"}, None, "", "läge saknas (i april: planerad)"),
    ],
)
def test_the_row_says_how_far_the_measure_has_come(
    april: dict[str, str] | None, progress: Progress | None, due: str, expected: str
) -> None:
    (row,) = rows(april, measure(1, measure="Lots", progress=progress, due=due))

    assert row.läge == expected


@pytest.mark.parametrize(
    ("april", "progress", "effect", "goes_on", "expected"),
    [
        (None, Progress.DONE, "", None, "Lots"),
        (None, Progress.DONE, "Tio fler", True, "Lots. Effekt: Tio fler. Åtgärden fortsätter."),
        ({"Lots": "pågår"}, Progress.DONE, "Tio fler.", False, "Lots. Effekt: Tio fler. Åtgärden fortsätter inte."),
        ({"Lots": "pågår"}, Progress.DONE, "", None, "Lots. Inte angivet: effekt och om åtgärden ska fortsätta."),
        ({"Lots": "pågår"}, Progress.UNDER_WAY, "", True, "Lots. Åtgärden fortsätter. Inte angivet: effekt."),
        ({"Lots": "planerad"}, Progress.PLANNED, "", None, "Lots"),
        ({}, Progress.UNDER_WAY, "", None, "Lots"),
    ],
)
def test_the_row_says_what_the_measure_has_brought_and_whether_it_goes_on(
    april: dict[str, str] | None, progress: Progress, effect: str, *, goes_on: bool | None, expected: str
) -> None:
    (row,) = rows(april, measure(1, measure="Lots", progress=progress, effect=effect, continues=goes_on))

    assert row.åtgärd == expected


def test_a_measure_that_is_gone_keeps_a_row() -> None:
    assert rows({"Lots": "pågår", "Kurs": ""}) == tuple(
        MeasureRow(
            åtgärd=text,
            ansvarig="–",
            klart="–",
            läge=f"finns inte längre i underlaget (i april: {how})",
            kostnad="–",
            beslut="",
        )
        for text, how in (("Lots", "pågår"), ("Kurs", "läge saknas"))
    )
