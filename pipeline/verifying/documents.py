"""The documents of a run as they lie now, against what the run made: outside the fields nothing may differ."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.earlier import Record, UnreadableError, changes_outside, renamed, rewritten
from pipeline.problems import Place, Problems
from pipeline.verifying.saved import Saved

_MISSING = "dokumentet finns inte kvar. Återställ det från en säkerhetskopia."
_OUTSIDE = "ändrat för hand utanför fälten. {}"
_NO_ORIGINAL = "dokumentet går inte att jämföra, för det som körningen gjorde är inte helt"


def check_documents(saved: Saved, made: Mapping[str, bytes], record: Record, problems: Problems) -> Iterator[str]:
    """Tell of each change outside the fields of each document, and go through the fields that have been edited.

    `made` are the documents as they should be.
    """
    documents, others = saved.documents(), renamed(saved.folder, saved.documents())
    for name in documents:
        if not (saved.folder / name).is_file() and name not in others.values():
            problems.fault(Place(str(saved.folder / name)), _MISSING)
    here = {path: name for name in documents if (path := saved.folder / name).is_file()}
    for path, name in {**here, **others}.items():
        if path.name != name:
            yield f"{path.name}: dokumentet hette {name}."
        if name in made:
            yield from _checked(path, made[name], record, name, problems)
        else:
            problems.fault(Place(str(path)), _NO_ORIGINAL)


def _checked(path: Path, made: bytes, record: Record, name: str, problems: Problems) -> Iterator[str]:
    place, kept = Place(str(path)), record.get(name, {})
    try:
        now = path.read_bytes()
        if now == made:
            return
        changes = changes_outside(made, now, {tag: one.title for tag, one in kept.items()})
        edited = rewritten(made, now, kept)
    except UnreadableError as error:
        problems.fault(place, f"{error}")
        return
    for number, change in enumerate(changes, start=1):
        problems.fault(replace(place, row=number, spot=change.place), _OUTSIDE.format(change))
    yield from (f"{path.name}: fältet ”{one.title}” är ändrat: {one}." for one in edited)
