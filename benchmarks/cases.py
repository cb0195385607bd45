"""What the benchmarks make documents of: the shipped input, and the same with more goals and indicators."""

import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.side_by_side import ROOT
from pipeline.blanks import Blanks, IndicatorRow, InterimReport
from pipeline.classify import classify
from pipeline.compose import Brief, Document, documents_for
from pipeline.confined import read_confined
from pipeline.judge import judge
from pipeline.model.records import Goal, Source
from pipeline.model.words import GoalClass, Occasion
from pipeline.problems import Problems
from pipeline.run import outlooks

REPORT = "delarsrapport.docx"


def shipped() -> Source:
    """Return the shipped input, read."""
    return read_confined(ROOT / "input", Problems())


def widened(source: Source, goals: int, indicators: int) -> Source:
    """Return a board with so many styrande goals of so many indicators each, copies of the source's in turn."""
    steering = [goal for goal in source.goals if classify(goal).goal_class is GoalClass.STEERING]
    wide = Source(meetings=source.meetings, settings=source.settings)
    for number in range(1, goals + 1):
        copy = replace(steering[number % len(steering)], number=number, programme_area="Programområdet")
        wide = _with_goal(wide, copy, source, indicators)
    return wide


def _with_goal(wide: Source, goal: Goal, source: Source, indicators: int) -> Source:
    copies = {f"{goal.number}.{n + 1}": source.indicators[n % len(source.indicators)] for n in range(indicators)}
    series = {new: source.series[one.id] for new, one in copies.items() if one.id in source.series}
    added = tuple(replace(one, id=new, goals=(goal.number,)) for new, one in copies.items())
    return replace(
        wide,
        goals=(*wide.goals, goal),
        indicators=(*wide.indicators, *added),
        series={**wide.series, **series},
    )


def documents(source: Source) -> tuple[Document, ...]:
    """Return April's three documents, judged and composed as a run does it."""
    classes = {goal.number: classify(goal) for goal in source.goals}
    looks = outlooks(source, Occasion.APRIL, frozenset())
    results = judge(source, Occasion.APRIL, classes, looks)
    meeting = next(one for one in source.meetings if one.occasion is Occasion.APRIL)
    brief = Brief(
        source=source, results=results, meeting=meeting, earlier=None, august=None, date=meeting.dated, draft=False
    )
    return tuple(documents_for(brief))


def interim(source: Source) -> InterimReport:
    """Return what April's interim report prints."""
    blanks = next(one.blanks for one in documents(source) if one.template == REPORT)
    if not isinstance(blanks, InterimReport):
        raise TypeError(blanks)
    return blanks


def without_charts(blanks: InterimReport) -> InterimReport:
    """Return the same report without its charts, which most peers cannot draw."""
    areas = tuple(
        replace(
            area,
            mål=tuple(
                replace(goal, indikatorer=tuple(replace(one, diagram=None) for one in goal.indikatorer))
                for goal in area.mål
            ),
        )
        for area in blanks.programområden
    )
    return replace(blanks, programområden=areas)


def lean(blanks: InterimReport) -> InterimReport:
    """Return the same report with only what the neutral template prints, which is all that the peers are given."""
    areas = tuple(
        replace(area, mål=tuple(replace(goal, indikatorer=tuple(map(_lean, goal.indikatorer))) for goal in area.mål))
        for area in blanks.programområden
    )
    return replace(blanks, programområden=areas)


def _lean(one: IndicatorRow) -> IndicatorRow:
    return replace(one, intervall="", sannolikhet="", motivering="", takt="", källa="", analys=(), kön=())


def stretched(blanks: InterimReport, rows: int) -> InterimReport:
    """Return a report of one goal with so many indicators."""
    area = blanks.programområden[0]
    goal = area.mål[0]
    copies = tuple(
        replace(goal.indikatorer[n % len(goal.indikatorer)], id=f"{n + 1}", diagram=None) for n in range(rows)
    )
    return replace(blanks, programområden=(replace(area, mål=(replace(goal, indikatorer=copies),)),))


def neutral(blanks: InterimReport) -> Mapping[str, object]:
    """Return what the templates of `peers/templates.py` print: with our names, and with ASCII ones for Node."""
    goals = [
        {
            **{name: getattr(goal, name) for name in ("rubrik", "klassmotivering", "prognosmening", "räkning")},
            "indikatorer": [
                {
                    name: getattr(one, name)
                    for name in ("id", "namn", "enhet", "basvärde", "utfall", "målvärde", "prognos")
                }
                for one in goal.indikatorer
            ],
        }
        for area in blanks.programområden
        for goal in area.mål
    ]
    return {"programområden": [{"mål": goals}], "mal": [_ascii(goal) for goal in goals]}


def _ascii(value: object) -> object:
    if isinstance(value, dict):
        return {name.translate(str.maketrans("åäö", "aao")): _ascii(one) for name, one in value.items()}
    return [_ascii(one) for one in value] if isinstance(value, list) else value


def keep(path: Path, blanks: Blanks) -> Path:
    """Put blanks where `ours_side.py` finds them."""
    path.write_bytes(pickle.dumps(blanks))
    return path
