"""Briefs to compose from, classified and judged as in a run, and the words to expect of them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pipeline.classify import classify
from pipeline.compose import Brief
from pipeline.judge import judge
from pipeline.model.forecasts import Forecast
from pipeline.model.meetings import Meeting
from pipeline.model.records import Goal, Indicator
from pipeline.model.results import EarlierRun, GoalResult, IndicatorResult, Outlook
from pipeline.model.words import DecisionStage, Measurability, Occasion, Status
from pipeline.wording import NBSP
from tests.cases import goal, indicator, outlook, settings, source

LOOKS = {
    Status.MET: outlook(Forecast(point=130.0, sigma=0.05)),
    Status.PARTLY: outlook(Forecast(point=94.2, sigma=0.002)),
    Status.UNCERTAIN: outlook(Forecast(point=95.0, sigma=0.1)),
    Status.NOT_MET: outlook(Forecast(point=60.0, sigma=0.05)),
    Status.NOT_ASSESSABLE: outlook(refusal="Källa saknas."),
}
"""What a year looks like for the indicator of `tests.cases` to get the status."""


def said(text: str) -> str:
    """Return the text with a no-break space for each tilde."""
    return text.replace("~", NBSP)


def supporting(number: int, **fields: Any) -> Goal:  # noqa: ANN401 -- any field of the record, here and below
    return goal(number, **{"measurable": Measurability.QUALITATIVE, **fields})


def directional(number: int, **fields: Any) -> Goal:  # noqa: ANN401
    return goal(number, **{"directional": True, "ambition_level": "", "stage": None, **fields})


def undrafted(number: int, **fields: Any) -> Goal:  # noqa: ANN401
    nothing = {"ambition_level": "", "influenceable": None, "measurable": None, "resourced": None}
    return goal(number, **{"title": f"Mål {number}", "stage": DecisionStage.NOT_DRAFTED, **nothing, **fields})


def preliminary(number: int, **fields: Any) -> Goal:  # noqa: ANN401
    return goal(number, **{"stage": DecisionStage.PRELIMINARY, "adopted": "", **fields})


def brief_of(  # noqa: PLR0913 -- each is named where it is given
    *goals: Goal,
    occasion: Occasion = Occasion.APRIL,
    outlooks: Mapping[str, Outlook] | None = None,
    meeting: Meeting | None = None,
    earlier: EarlierRun | None = None,
    date: dt.date | None = None,
    draft: bool = False,
    **given: Any,  # noqa: ANN401
) -> Brief:
    """Return a brief of the goals; `given` are the source's other fields."""
    given = {"settings": settings(department="Kommunledningskontoret"), **given}
    read = source(*goals, **given, **({"meetings": (meeting,)} if meeting and "meetings" not in given else {}))
    classes = {one.number: classify(one) for one in goals}
    results = judge(read, occasion, classes, outlooks or {})
    return Brief(source=read, results=results, meeting=meeting, earlier=earlier, date=date, draft=draft)


def board(*statuses: Status, more: tuple[Goal, ...] = (), **given: Any) -> Brief:  # noqa: ANN401
    """Return a brief with a styrande goal of each status, numbered from 1, and then `more`."""
    goals = [goal(number) for number in range(1, len(statuses) + 1)]
    indicators = tuple(indicator(f"{one.number}.1") for one in goals)
    looks = {one.id: LOOKS[status] for one, status in zip(indicators, statuses, strict=True)}
    return brief_of(*goals, *more, indicators=indicators, outlooks=looks, **given)


def goal_of(brief: Brief, number: int = 1) -> GoalResult:
    return next(one for one in brief.results.goals if one.goal.number == number)


def result_of(look: Outlook, one: Indicator | None = None, **given: Any) -> IndicatorResult:  # noqa: ANN401
    """Return the judged indicator of a styrande goal; `given` are the source's other fields."""
    one = one or indicator()
    return goal_of(brief_of(goal(1), indicators=(one,), outlooks={one.id: look}, **given)).indicators[0]
