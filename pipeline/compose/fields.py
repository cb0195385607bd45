"""The cell behind each field: where a clerk finds the spreadsheet's text of what stands in a document."""

from collections.abc import Iterator, Mapping

from pipeline.compose.brief import Brief
from pipeline.model.meetings import Meeting
from pipeline.model.words import MeetingStage
from pipeline.problems import Place

_GOAL = {"ambitionsnivå": "Ambitionsnivå", "innebär": "Det innebär"}
_FOLLOW_UP = {"analys": "Analys", "orsak": "Orsak", "mervärden": "Mervärden"}
_MEETING = {
    "inledning": "Inledning",
    "sammanfattning": "Sammanfattning",
    "förslag": "Förslag till beslut",
    "ärendebeskrivning": "Ärendebeskrivning",
    "bedömning": "Bedömning",
    "ekonomiska_konsekvenser": "Ekonomiska konsekvenser",
    "övriga_konsekvenser": "Övriga konsekvenser",
    "yrkanden": "Yrkanden",
    "propositionsordning": "Propositionsordning",
    "omröstning": "Omröstning",
    "reservationer": "Reservationer",
    "jäv": "Jäv",
    "omedelbar_justering": "Omedelbar justering",
}


def field_cells(brief: Brief, meeting: Meeting | None) -> Mapping[str, Place]:
    """Return the cell of each field that one cell fills, by the field's tag: ``mål-3.analys``."""
    return {**dict(_of_goals(brief)), **({} if meeting is None else dict(_of_meeting(meeting)))}


def _of_goals(brief: Brief) -> Iterator[tuple[str, Place]]:
    for result in brief.results.goals:
        goal, person = f"mål-{result.goal.number}", result.follow_up
        yield from ((f"{goal}.{name}", result.goal.at(heading)) for name, heading in _GOAL.items())
        if person is not None:
            yield from ((f"{goal}.{name}", person.at(heading)) for name, heading in _FOLLOW_UP.items())
        for one in result.indicators:
            if one.follow_up is not None:
                yield f"{goal}.indikator-{one.indicator.id}.analys", one.follow_up.at("Analys")


def _of_meeting(meeting: Meeting) -> Iterator[tuple[str, Place]]:
    held = meeting.stage is MeetingStage.HELD
    headings = {**_MEETING, "beslut": "Beslut" if held else "Förslag till beslut"}
    return ((name, meeting.at(heading)) for name, heading in headings.items())
