"""The sorted sheets of all workbooks, read as one source."""

from collections.abc import Sequence

from pipeline.model.meetings import Attendance
from pipeline.model.records import Activity, FollowUp, Goal, Indicator, Measure, Series, Settings, Source
from pipeline.problems import Place, Problems
from pipeline.read import headings
from pipeline.read.goals import Definition, definitions, first_of_each, records
from pipeline.read.grid import Table
from pipeline.read.meetings import meetings
from pipeline.read.rows import is_sample
from pipeline.read.settings import gathered, settings_in
from pipeline.read.sort import Sorted
from pipeline.read.values.collect import Collector
from pipeline.read.values.frame import series_of
from pipeline.read.values.region import municipality_of
from pipeline.sheets import ACTIVITIES, ATTENDANCE, FOLLOW_UPS, GOALS, INDICATORS, MEASURES, MEETINGS, SETTINGS

_NAMING = {INDICATORS.key, "Indikator"}


def assemble(sheets: Sorted, folder: str, problems: Problems, *, unreadable: bool) -> Source:
    """Return what all sheets say together; `unreadable` is set when some file couldn't be read at all."""
    _tell_missing_goals(sheets, folder, problems, unreadable=unreadable)
    goals = [goal for table in sheets.tables(GOALS) for goal in records(table, GOALS, Goal, problems)]
    defined = [found for table in sheets.tables(INDICATORS) for found in definitions(table, problems)]
    settings = gathered((s for table in sheets.tables(SETTINGS) for s in settings_in(table, problems)), problems)
    indicators = first_of_each(
        (found.indicator for found in defined if found.indicator.id), lambda one: one.id, "Id", problems
    )
    aside = tuple(found.indicator for found in defined if found.indicator not in indicators)
    return Source(
        goals=first_of_each(goals, lambda goal: goal.number, "Nr", problems),
        indicators=indicators,
        aside=aside,
        partial=unreadable,
        series=_series(sheets, defined, settings, problems, _doubt(sheets, aside, unreadable=unreadable)),
        follow_ups=tuple(r for t in sheets.tables(FOLLOW_UPS) for r in records(t, FOLLOW_UPS, FollowUp, problems, 0)),
        measures=tuple(r for t in sheets.tables(MEASURES) for r in records(t, MEASURES, Measure, problems, 0)),
        activities=tuple(r for t in sheets.tables(ACTIVITIES) for r in records(t, ACTIVITIES, Activity, problems, 0)),
        meetings=tuple(meeting for table in sheets.tables(MEETINGS) for meeting in meetings(table, problems)),
        attendances=tuple(r for t in sheets.tables(ATTENDANCE) for r in records(t, ATTENDANCE, Attendance, problems)),
        settings=settings,
    )


def _series(
    sheets: Sorted, defined: Sequence[Definition], settings: Settings, problems: Problems, doubt: str
) -> dict[str, Series]:
    indicators = [found.indicator for found in defined]
    if not indicators and not doubt:
        for found in sheets.values:
            text = "värdena kan inte användas, eftersom inga indikatorer är ifyllda: fyll i bladet Indikatorer"
            problems.fault(found.place, text)
        return {}
    unique: dict[str, Indicator] = {}
    for indicator in indicators:
        unique.setdefault(indicator.id or f"\0{indicator.name}", indicator)
    municipality = municipality_of(settings)
    collector = Collector(tuple(unique.values()), municipality, problems, doubt=doubt)
    observed = [one for found in sheets.values for one in collector.collect(found)]
    read = {table.place.file for _, table in sheets.known} | {one.place.file for one in observed}
    collector.finish(read)
    undeclared = {found.indicator.id for found in defined if not found.basis_declared}
    return series_of(observed, tuple(unique.values()), undeclared, problems)


def _doubt(sheets: Sorted, aside: Sequence[Indicator], *, unreadable: bool) -> str:
    """Say why an unknown name may be an indicator all the same; ``""`` when every indicator has been read."""
    if unreadable or _lost(sheets):
        return "Det kan bero på det som inte gick att läsa: rätta det först."
    if aside:
        return f"Det kan bero på felet i {aside[0].at(INDICATORS.key)}: rätta det först."
    return ""


def _lost(sheets: Sorted) -> bool:
    """Say whether a lost sheet or heading hides indicators, so that unknown names are no news."""
    if not any(sheets.tables(GOALS)):
        return True
    found = [headings.find(table, INDICATORS.columns) for table in sheets.tables(INDICATORS) if table.rows]
    return any(place is None or _NAMING - place[1].found.keys() for place in found)


def _tell_missing_goals(sheets: Sorted, folder: str, problems: Problems, *, unreadable: bool) -> None:
    """Tell when no goal workbook lies in the folder, or none of its goals is filled in."""
    tables = tuple(sheets.tables(GOALS))
    if not tables and not unreadable:
        text = "ingen arbetsbok med bladet Mål hittades: skapa en med make new, fyll i den och lägg den i mappen"
        problems.fault(Place(folder), text)
    rows = [(table, _next_row(table)) for table in tables]
    somewhere = any(not row for _, row in rows)
    for table, row in rows:
        if row and somewhere:
            problems.remark(table.place, "inga mål är ifyllda i den här arbetsboken")
        elif row:
            problems.fault(table.place, f"inga mål är ifyllda än: skriv det första målet på rad {row}")


def _next_row(table: Table) -> int:
    """Return where the first goal should be written; 0 when goals are filled in, or the headings are lost."""
    place = headings.find(table, GOALS.columns)
    if place is None or GOALS.key not in place[1].found:
        return 0
    below = list(table.below(place[0]))
    if any(not is_sample(row.first) for row in below):
        return 0
    return max((row.place.row for row in below), default=place[0].place.row) + 1
