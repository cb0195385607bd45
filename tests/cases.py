"""Records for tests, each with sensible defaults and the cells that a goal workbook would give it.

Headings stand in the order of `pipeline.sheets` and goals in that of their numbers: `goal(3).at("Mål")` is
``mål.xlsx, blad Mål, cell C4``. Every other row is row 2, and a meeting is column B, unless told otherwise.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.model.forecasts import Forecast
from pipeline.model.meetings import Attendance, Meeting
from pipeline.model.periods import Period
from pipeline.model.records import (
    Activity,
    FollowUp,
    Goal,
    Indicator,
    Measure,
    Observation,
    Series,
    Settings,
    Source,
    Target,
)
from pipeline.model.results import Outcome, Outlook
from pipeline.model.words import (
    DecisionForm,
    DecisionStage,
    Direction,
    Kind,
    Measurability,
    MeetingStage,
    Occasion,
    Progress,
    Role,
)
from pipeline.problems import Place
from pipeline.sheets import ACTIVITIES, ATTENDANCE, FOLLOW_UPS, GOALS, INDICATORS, MEASURES, MEETINGS, Sheet

FILE = "mål.xlsx"
VALUES = "utfall.xlsx"
YEAR = 2019
Fields = dict[str, Any]


def on_row(sheet: Sheet, row: int) -> Fields:
    """Return a row's place and the cell under each heading."""
    cells = {one.heading: Place(FILE, sheet.name, row, column) for column, one in enumerate(sheet.columns, start=1)}
    return {"place": Place(FILE, sheet.name, row), "places": cells}


def in_column(sheet: Sheet, column: int) -> Fields:
    """Return a turned sheet's column and the cell beside each heading."""
    cells = {one.heading: Place(FILE, sheet.name, row, column) for row, one in enumerate(sheet.columns, start=1)}
    return {"place": Place(FILE, sheet.name, column=column), "places": cells}


def goal(number: int = 1, **fields: Any) -> Goal:  # noqa: ANN401 -- any field of the record, here and below
    """Return a goal that is styrande and adopted."""
    given: Fields = {
        "title": "Fler nya företag",
        "programme_area": "Arbete och fritid",
        "ambition_level": "Minst 95 nya företag under året.",
        "stage": DecisionStage.ADOPTED,
        "adopted": "2019-03-20 § 31",
        "influenceable": True,
        "measurable": Measurability.QUANTITATIVE,
        "resourced": True,
    }
    return Goal(**{**on_row(GOALS, number + 1), "number": number, **given, **fields})


def indicator(id_: str = "1.1", row: int = 2, **fields: Any) -> Indicator:  # noqa: ANN401
    """Return an indicator of the goal that its id begins with: a sum that should rise from 87 to 95."""
    given: Fields = {
        "name": f"Indikator {id_}",
        "goals": (int(id_.partition(".")[0]),),
        "unit": "antal",
        "kind": Kind.SUM,
        "direction": Direction.INCREASE,
        "base": 87.0,
        "base_year": YEAR - 1,
        "target": Target(low=95.0),
        "target_year": YEAR,
        "source": "Bolagsverket",
    }
    return Indicator(**{**on_row(INDICATORS, row), "id": id_, **given, **fields})


def series(years: Mapping[int, Sequence[float | None]], per_year: int = 12, column: int = 3) -> Series:
    """Return a series, one value a row from row 2 of utfall.xlsx; None is a gap, a row without a value."""
    when = [Period(year, index, per_year) for year in sorted(years) for index in range(len(years[year]))]
    seen = (
        Observation(one, value, Place(VALUES, "Utfall", row, column))
        for row, one in enumerate(when, start=2)
        if (value := years[one.year][one.index]) is not None
    )
    return Series(per_year, tuple(seen))


def outlook(forecast: Forecast | None = None, current: Sequence[float] = (6.0,) * 4, **fields: Any) -> Outlook:  # noqa: ANN401
    """Return the outlook of a monthly sum, as far as `current` goes."""
    outcome = Outcome(sum(current), Period(YEAR, len(current) - 1, 12)) if current else None
    return Outlook(**{"outcome": outcome, "forecast": forecast, "per_year": 12, "current": tuple(current), **fields})


def follow_up(goal: int = 1, occasion: Occasion | None = Occasion.APRIL, row: int = 2, **fields: Any) -> FollowUp:  # noqa: ANN401
    return FollowUp(**{**on_row(FOLLOW_UPS, row), "goal": goal, "occasion": occasion, **fields})


def measure(goal: int = 1, row: int = 2, **fields: Any) -> Measure:  # noqa: ANN401
    given: Fields = {"measure": "En förmedling av lediga lokaler", "owner": "näringslivschefen", "due": "2019-09-30"}
    return Measure(**{**on_row(MEASURES, row), "goal": goal, "progress": Progress.PLANNED, **given, **fields})


def activity(goal: int = 1, occasion: Occasion | None = None, row: int = 2, **fields: Any) -> Activity:  # noqa: ANN401
    given: Fields = {"goal": goal, "occasion": occasion, "activity": "Hälsovandringar på alla orter"}
    return Activity(**{**on_row(ACTIVITIES, row), **given, **fields})


def meeting(occasion: Occasion | None = Occasion.APRIL, column: int = 2, **fields: Any) -> Meeting:  # noqa: ANN401
    """Return a meeting of the working committee that lies ahead."""
    given: Fields = {
        "stage": MeetingStage.BEFORE,
        "organ": "Kommunstyrelsens arbetsutskott",
        "abbreviation": "KSAU",
        "date": dt.date(YEAR, 5, 22),
        "heading": "Delårsrapport per den 30 april 2019",
        "registration": "KS 2019/1",
        "form": DecisionForm.DECIDES,
        "dated": dt.date(YEAR, 5, 15),
    }
    return Meeting(**{**in_column(MEETINGS, column), "occasion": occasion, **given, **fields})


def attendance(name: str = "Ledamot A", row: int = 2, **fields: Any) -> Attendance:  # noqa: ANN401
    given: Fields = {"date": dt.date(YEAR, 5, 22), "name": name, "role": Role.DECIDING}
    return Attendance(**{**on_row(ATTENDANCE, row), **given, **fields})


def settings(**fields: Any) -> Settings:  # noqa: ANN401
    return Settings(**{"municipality": "Vaggeryds kommun", "organ": "Kommunstyrelsen", "year": YEAR, **fields})


def source(*goals: Goal, **fields: Any) -> Source:  # noqa: ANN401
    """Return a source with these goals; the year is 2019."""
    return Source(**{"goals": goals, "settings": settings(), **fields})
