"""Everything that a printed number can come from in one run, looked up by goal and indicator."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.compose import figures, sentences
from pipeline.compose.appendix.inputs import InputSpans
from pipeline.compose.appendix.known import Known, direct, known_of, named
from pipeline.compose.appendix.numbering import SHEET
from pipeline.compose.appendix.written import Written
from pipeline.compose.brief import Brief
from pipeline.model.figures import Origin, Span
from pipeline.model.records import FollowUp
from pipeline.model.results import EarlierIndicator, GoalResult, IndicatorResult
from pipeline.model.words import Occasion
from pipeline.problems import Place
from pipeline.wording import number

_DATES = (
    ("date", "Datum"),
    ("dated", "Tjänsteskrivelse daterad"),
    ("next_meeting", "Nästa möte"),
    ("verify_by", "Justeras senast"),
    ("verified", "Justerad"),
    ("posted", "Anslaget"),
)
_FIELDS_OF_DAYS = {
    "mötesdatum": _DATES[0],
    "datum": _DATES[1],
    "justeras_senast": _DATES[3],
    "justerat": _DATES[4],
    "anslaget": _DATES[5],
}
_REPORT_DATE = "Rapportens sista dag följer av tillfället"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known in the run: the goals, each indicator's figures in each goal, the dates, the clerks' texts."""

    brief: Brief
    goals: Mapping[int, GoalResult]
    indicators: Mapping[str, IndicatorResult]
    known: Mapping[tuple[int, str], tuple[Known, ...]]
    spans: Mapping[str, InputSpans]
    rows: Mapping[int, Span]
    dates: Mapping[dt.date, Origin]
    written: Written
    told: tuple[str, ...] = ()

    @property
    def every_goal(self) -> Span | None:
        """The rows of all goals."""
        spans = tuple(self.rows.values())
        return Span(SHEET, spans[0].first, spans[-1].last) if spans else None

    def meeting_day(self, field: str, day: dt.date) -> Origin | None:
        """Return the meeting's cell behind a field that is a day of its own."""
        own, heading = _FIELDS_OF_DAYS.get(field, ("", ""))
        found = (one for one in self.brief.source.meetings if own and getattr(one, own) == day)
        meeting = min(found, key=lambda one: one.occasion is not self.brief.occasion, default=None)
        return None if meeting is None else direct(day.isoformat(), "", meeting.at(heading))

    def of(self, goal: int | None, indicator: str) -> tuple[Known, ...]:
        """Return the indicator's figures in the goal, or in any goal where none is told."""
        if goal is not None:
            return self.known.get((goal, indicator), ())
        return next((found for (_, id_), found in self.known.items() if id_ == indicator), ())


def facts_of(brief: Brief, spans: Mapping[str, InputSpans], rows: Mapping[int, Span]) -> Facts:
    """Gather what is known in the run."""
    goals = {goal.goal.number: goal for goal in brief.results.goals}
    return Facts(
        brief=brief,
        goals=goals,
        indicators={one.indicator.id: one for goal in goals.values() for one in goal.indicators},
        known={
            (number_, one.indicator.id): (
                *known_of(one, spans.get(one.indicator.id)),
                *own_forecast(one.follow_up),
                *own_forecast(goal.follow_up),
                *_of_april(brief, number_, one),
            )
            for number_, goal in goals.items()
            for one in goal.indicators
        },
        spans=spans,
        rows=rows,
        dates=dict(reversed([*_dates(brief)])),
        written=Written(brief.source, brief.occasion),
        told=tuple(_told(brief)),
    )


def _told(brief: Brief) -> Iterator[str]:
    """Return the sentences that count the goals by class and by status."""
    yield sentences.classes(brief)
    if brief.occasion is not Occasion.AMBITION:
        yield sentences.forecasts(brief)


def own_forecast(person: FollowUp | None) -> Iterator[Known]:
    """Return the numbers of what a person expects."""
    if person is not None and person.own_forecast:
        origin = direct(person.own_forecast, "", person.at("Egen prognos"))
        yield from named("egen prognos", person.own_forecast, origin, origin)


def _of_april(brief: Brief, goal: int, one: IndicatorResult) -> Iterator[Known]:
    earlier = None if brief.earlier is None else brief.earlier.goals.get(goal)
    found = None if earlier is None else earlier.indicators.get(one.indicator.id)
    if brief.earlier is None or found is None:
        return
    file, places = f"../../{brief.earlier.name}/resultat.json", figures.places(one)
    for kind, key, value in april_values(found):
        if value is not None:
            spot = f"mål {goal}, indikator {one.indicator.id}, {key}"
            origin = direct(value, one.indicator.unit, Place(file, spot=spot))
            yield Known(kind, number(value, places), origin)


def april_values(april: EarlierIndicator) -> Iterator[tuple[str, str, float | None]]:
    """Go through what an earlier run said of an indicator: what it is, its key there, and the value."""
    yield "aprilprognos", "forecast", april.forecast
    yield "aprilintervall", "low", april.low
    yield "aprilintervall", "high", april.high
    yield "aprilmål", "target", april.target
    yield "aprilmål", "target_high", april.target_high
    for when, value in april.values.items():
        yield "aprilvärde", f"values {when}", value


def _dates(brief: Brief) -> Iterator[tuple[dt.date, Origin]]:
    """Go through the days that documents name, those of this occasion first."""
    if brief.results.as_of is not None:
        yield brief.results.as_of, Origin(value=brief.results.as_of.isoformat(), rule=_REPORT_DATE)
    meetings = sorted(brief.source.meetings, key=lambda one: one.occasion is not brief.occasion)
    for field, heading in _DATES:
        for meeting in meetings:
            if (day := getattr(meeting, field)) is not None:
                yield day, direct(day.isoformat(), "", meeting.at(heading))
    if brief.date is not None:
        yield brief.date, Origin(value=brief.date.isoformat(), rule="Dagen gavs med --date")
