"""Edited Word documents that someone has put into the input folder, known by what they hold, not by their names."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.earlier.candidates import Candidate, candidate, read_fields, said, tell_not_carried
from pipeline.earlier.mend import same
from pipeline.earlier.package import UnreadableError, W, main, parts, subject
from pipeline.earlier.record import Kept
from pipeline.earlier.regions import names
from pipeline.earlier.runs import WORD, Run, Saved
from pipeline.model.records import InputFile
from pipeline.problems import Place, Problems

_NAME = re.compile(r".+-(\d{4}-[a-z]+)")
_LONG_AGO = dt.datetime.fromtimestamp(0, dt.UTC)
PASSED = "inget kalkylblad, läses inte"
OTHER = "dokumentet hör till {}, så det som står i det följer inte med till {}"
NOT_MADE = "dokumentet görs inte i den här körningen, så det som står i det följer inte med"

Kepts = Mapping[str, Kept]


def dropped(files: Sequence[InputFile], problems: Problems) -> tuple[Saved, ...]:
    """Return those of the Word files that are documents of ours; tell of each other one."""
    found = []
    for file in files:
        place = Place(file.name)
        try:
            stem = _stem(file.content)
        except UnreadableError as error:
            problems.remark(place, f"{error}. Filen läses inte")
            continue
        if not stem:
            problems.remark(place, PASSED)
            continue
        saved = file.saved or _LONG_AGO
        name = f"{stem}{WORD}"
        found.append(Saved(name=name, content=file.content, saved=saved, place=place, origin=file.name))
    return tuple(found)


def _stem(content: bytes) -> str:
    """Return the name that the document was made under, or ``""`` where it is none of ours."""
    found = parts(content)
    root, stem = main(found), subject(found)
    marked = any(one.get(f"{W}name", "").startswith("_falt_") for one in root.iter(f"{W}bookmarkStart"))
    ours = marked or any(any(names(one)) for one in root.iter(f"{W}sdt"))
    return stem if ours and _NAME.fullmatch(stem) else ""


def of_occasion(found: Sequence[Saved], occasion: str, problems: Problems) -> tuple[Saved, ...]:
    """Return the documents of the occasion, ``2019-april``; tell of each other one."""
    own = []
    for saved in found:
        name = _NAME.fullmatch(saved.name.removesuffix(WORD))
        theirs = "" if name is None else name[1]
        if theirs == occasion:
            own.append(saved)
        else:
            problems.remark(saved.place, OTHER.format(theirs, occasion))
    return tuple(own)


def in_dropped(
    found: Sequence[Saved], runs: Sequence[Run], now: Mapping[str, Kepts], problems: Problems
) -> Iterator[Candidate]:
    """Go through the edits in the dropped documents: what no run has made, nor the spreadsheet gives `now`."""
    for saved in found:
        made = [run.record[saved.name] for run in runs if saved.name in run.record]
        known = [*made, *([now[saved.name]] if saved.name in now else [])]
        if not known:
            problems.remark(saved.place, NOT_MADE)
            continue
        yield from _edits(saved, known, problems)


def _edits(saved: Saved, known: Sequence[Kepts], problems: Problems) -> Iterator[Candidate]:
    every = {tag: kept for one in known for tag, kept in one.items()}
    found = read_fields(saved, every, problems)
    source = max(known, key=lambda one: sum(same(said(f, one[t]), one[t].text) for t, f in found.items() if t in one))
    for tag, field in found.items():
        was = source.get(tag, every[tag])
        tell_not_carried(saved, field, was, problems)
        written = said(field, was)
        if not any(same(written, one[tag].text) for one in known if tag in one):
            yield candidate(saved, tag, was, written, 0)
