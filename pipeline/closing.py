"""Closing a period: seal what was sent out, and settle the protocol from it weeks later."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.check import Case, check
from pipeline.checked_templates import checked_templates
from pipeline.classify import classify
from pipeline.compose import Brief, folder_name, protocol_blanks, protocols_for, results_json
from pipeline.confined import read_confined
from pipeline.filling import fill
from pipeline.job import Job, folders_lie_apart
from pipeline.judge import judge
from pipeline.model.meetings import Meeting
from pipeline.model.records import Source
from pipeline.model.results import Results
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problem, Problems, Severity
from pipeline.publish import Edition, Published, newest_occasion, publish, seal
from pipeline.run import COMMANDS, outlooks
from pipeline.run_folders import RESULTS
from pipeline.seals import PROTOCOL_RUN
from pipeline.settled import Settled, correction_in, settled
from pipeline.sheets import ATTENDANCE, MEETINGS

SEALS = {Occasion.APRIL: "make seal-april", Occasion.AUGUST: "make seal-august"}
_OTHER_FIGURES = (
    "den här versionen av programmet räknar fram andra uppgifter än de förseglade, så protokollet skrivs inte: "
    "använd den version som står i manifest.json, eller gör en rättelse"
)


@dataclass(frozen=True, slots=True)
class SealJob:
    """Which run to seal: the occasion's newest, or the named one; of the year given, or the newest that has runs."""

    output: Path
    occasion: Occasion
    year: int | None = None
    run: str | None = None


def seal_run(job: SealJob, problems: Problems) -> Published | None:
    """Seal the run, or find why it cannot be sealed."""
    ending = folder_name(0, job.occasion).partition("-")[2]
    folder = newest_occasion(job.output, ending, job.year)
    return seal(folder, job.run, COMMANDS[job.occasion], problems)


def settle_protocol(job: Job, occasion: Occasion, problems: Problems) -> Published | None:
    """Publish the occasion's protocol from what was sealed and from today's Möten and Närvaro."""
    templates = checked_templates(job.templates, protocol_blanks(), problems)
    if not folders_lie_apart(job, problems):
        return None  # what would be read is full of what runs have written
    found = Problems()
    today = read_confined(job.input, found)
    sealed = _sealed(job, occasion, today, problems)
    meeting = _meeting(job, occasion, today, found, problems)
    source = None if sealed is None else with_meetings(sealed.source, today)
    results = None if source is None else _judged(source, occasion, found)
    _tell(found, today, problems)
    if sealed is None or source is None or results is None or meeting is None or problems.faults():
        return None
    if not _agrees(json.loads(sealed.results), json.loads(results_json(results))):
        problems.fault(Place(str(sealed.folder / RESULTS)), _OTHER_FIGURES)
        return None
    correction = correction_in(sealed.folder, occasion, results.year, problems)
    brief = Brief(source=source, results=results, meeting=meeting, date=sealed.dated, correction=correction)
    edition = fill(job, brief, protocols_for(brief), templates, problems)
    return None if edition is None else publish(_settling(edition, sealed, today), job.output, problems)


def _sealed(job: Job, occasion: Occasion, today: Source, problems: Problems) -> Settled | None:
    year = today.settings.year if job.year is None else job.year
    if year is None:
        text = "år saknas, så det går inte att veta vilken körning som gäller: kör med --year, till exempel --year 2019"
        problems.fault(Place(str(job.input)), text)
        return None
    folder, before = job.output / folder_name(year, occasion), len(problems.faults())
    found = settled(folder, occasion, year, problems)
    if found is None and len(problems.faults()) == before:
        problems.fault(Place(str(folder)), f"ingen körning är förseglad: kör {SEALS[occasion]} först")
    return found


def _meeting(job: Job, occasion: Occasion, today: Source, found: Problems, problems: Problems) -> Meeting | None:
    """Return the occasion's first meeting; that there is none is a fault, unless it stands in what cannot be read."""
    meeting = next((one for one in today.meetings if one.occasion is occasion), None)
    if meeting is None and not any(_concerns_meetings(one, today) for one in found.faults()):
        text = f"inget möte i bladet {MEETINGS.name} har Tillfälle {occasion.value}: lägg till en kolumn för mötet"
        problems.fault(Place(str(job.input)), text)
    return meeting


def with_meetings(sealed: Source, today: Source) -> Source:
    """Return what was sent out with today's meetings; whether protocols carry a notice is today's choice too."""
    settings = replace(sealed.settings, notice=today.settings.notice)
    return replace(
        sealed,
        settings=settings,
        meetings=today.meetings,
        attendances=today.attendances,
        word_files=today.word_files,
    )


def _judged(source: Source, occasion: Occasion, found: Problems) -> Results:
    classes = {goal.number: classify(goal) for goal in source.goals}
    check(Case(source, occasion, {number: one.goal_class for number, one in classes.items()}), found)
    return judge(source, occasion, classes, outlooks(source, occasion, frozenset()))


def _tell(found: Problems, today: Source, problems: Problems) -> None:
    """Tell what concerns the meetings: the rest of today's input plays no part in the protocol."""
    for one in found:
        if not _concerns_meetings(one, today):
            continue
        if one.severity is Severity.FAULT:
            problems.fault(one.place, one.text)
        else:
            problems.remark(one.place, one.text)


def _concerns_meetings(one: Problem, today: Source) -> bool:
    """Say whether the problem lies in the meetings' sheets, or hides a whole file that may hold them."""
    sheets = {MEETINGS.name, ATTENDANCE.name, *(row.place.sheet for row in (*today.meetings, *today.attendances))}
    whole_file = not one.place.sheet and one.severity is Severity.FAULT
    return one.place.sheet in sheets or whole_file


def _agrees(sealed: object, now: object) -> bool:
    """Say whether all that was sealed is so now; a newer version may say more, but nothing else."""
    match sealed, now:
        case dict(), dict():
            return all(name in now and _agrees(value, now[name]) for name, value in sealed.items())
        case list(), list():
            return len(sealed) == len(now) and all(map(_agrees, sealed, now))
        case _:
            return sealed == now


def _settling(edition: Edition, sealed: Settled, today: Source) -> Edition:
    """Return the protocol's edition: the sealed results to the byte, and in the underlag both inputs."""
    held = {row.place.file for row in (*today.meetings, *today.attendances)}
    meetings = {f"protokoll/{file.name}": file.content for file in today.files if file.name in held}
    notice = today.settings.notice
    return replace(
        edition,
        documents={**edition.documents, RESULTS: sealed.results},
        inputs={**edition.inputs, **meetings},
        options={**edition.options, "kind": PROTOCOL_RUN, "sealed": sealed.folder.name, "notice": notice},
    )
