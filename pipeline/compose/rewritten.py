"""Which of the clerks' own words have changed since the input was sent out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.model.meetings import Meeting
from pipeline.model.placed import Placed
from pipeline.model.records import Activity, FollowUp, Measure, Source
from pipeline.model.words import Occasion
from pipeline.problems import Place
from pipeline.wording import goals_listed, listed

_GOAL_TEXTS = {
    "programområdet": "programme_area",
    "styrdokumenten": "governing_documents",
    "strategierna": "strategies",
    "mätbarheten": "measurability",
    "ambitionsnivån": "ambition_level",
    "vad ambitionsnivån innebär": "meaning",
    "när ambitionsnivån fastställdes": "adopted",
}
_MEETING_TEXTS = {
    "förslaget till beslut": "proposal",
    "sammanfattningen": "summary",
    "ärendebeskrivningen": "background",
    "bedömningen": "assessment",
    "de ekonomiska konsekvenserna": "economy",
    "övriga konsekvenser": "consequences",
}


def rewritten(sent: Source, now: Source, occasion: Occasion) -> str:
    """Return in a sentence which texts differ; nothing where none does."""
    found = [*_goal_texts(sent, now), *_rows(sent, now, occasion), *_meeting_texts(sent, now, occasion)]
    return f"Dessa texter har ändrats: {listed(found)}." if found else ""


def _goal_texts(sent: Source, now: Source) -> Iterator[str]:
    before = {goal.number: goal for goal in sent.goals}
    pairs = [(before[goal.number], goal) for goal in now.goals if goal.number in before]
    for label, field in _GOAL_TEXTS.items():
        changed = [goal.number for was, goal in pairs if getattr(was, field) != getattr(goal, field)]
        if changed:
            yield f"{label} för {goals_listed(changed)}"


def _rows(sent: Source, now: Source, occasion: Occasion) -> Iterator[str]:
    for label, before, after in (
        ("uppföljningen", _told(sent.follow_ups, occasion), _told(now.follow_ups, occasion)),
        ("åtgärderna", _by_goal(sent.measures), _by_goal(now.measures)),
        ("aktiviteterna", _told(sent.activities, occasion), _told(now.activities, occasion)),
    ):
        changed = [goal for goal in {**before, **after} if before.get(goal) != after.get(goal)]
        if changed:
            yield f"{label} för {goals_listed(changed)}"


def _told(rows: Iterable[FollowUp] | Iterable[Activity], occasion: Occasion) -> Mapping[int, list[Placed]]:
    return _by_goal(row for row in rows if row.occasion is occasion)


def _by_goal(rows: Iterable[FollowUp | Activity | Measure]) -> Mapping[int, list[Placed]]:
    """Return the rows of each goal, in their order, wherever in the workbook they stand."""
    found: dict[int, list[Placed]] = {}
    for row in rows:
        found.setdefault(row.goal, []).append(replace(row, place=Place("")))
    return found


def _meeting_texts(sent: Source, now: Source, occasion: Occasion) -> Iterator[str]:
    before, after = _meeting(sent, occasion), _meeting(now, occasion)
    if before is not None and after is not None:
        yield from (one for one, field in _MEETING_TEXTS.items() if getattr(before, field) != getattr(after, field))


def _meeting(source: Source, occasion: Occasion) -> Meeting | None:
    return next((one for one in source.meetings if one.occasion is occasion), None)
