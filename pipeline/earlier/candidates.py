"""Which fields someone has edited, in a document of a run or in one dropped into the input folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.earlier.fields import fields
from pipeline.earlier.mend import mended, same
from pipeline.earlier.package import UnreadableError
from pipeline.earlier.record import Edit, Kept
from pipeline.earlier.runs import Run, Saved
from pipeline.model.written import Field, Fields, Written
from pipeline.problems import Place, Problems
from pipeline.wording import capital, listed

NO_FIELDS = "dokumentet har inga fält kvar, så ingen text i det kan följa med; den ligger kvar där"
LOST = "{} kan inte följa med till nya dokument och finns bara kvar här"
TRACKED = "texten har spårade ändringar och följer med som om de vore godkända"
NO_CONTROL = "fältet finns inte kvar i dokumentet, så texten i det är som före ändringen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An edit that may stand in a field: of `document` as it was named then. `direct` is one read from Word."""

    document: str
    tag: str
    title: str
    edit: Edit
    run: int
    place: Place
    direct: bool = False


def carried_before(runs: Sequence[Run]) -> tuple[Candidate, ...]:
    """Return the edits that the runs have carried."""
    return tuple(one for run in runs for one in _recorded(run))


def in_document(run: Run, saved: Saved, carried: Sequence[Candidate], problems: Problems) -> Iterator[Candidate]:
    """Go through the edits in a document of the run, those that were `carried` dated as they were then."""
    return (_first_seen(one, carried) for one in _in_document(run, saved, problems))


def _recorded(run: Run) -> Iterator[Candidate]:
    output = run.folder.parent.parent
    for document, found in run.record.items():
        for tag, kept in found.items():
            if (edit := kept.carried) is not None:
                here = edit.origin.startswith(f"{run.folder.parent.name}/")
                place = Place(str(output / edit.origin) if here else edit.origin)
                yield Candidate(document=document, tag=tag, title=kept.title, edit=edit, run=run.number, place=place)


def _first_seen(one: Candidate, recorded: Sequence[Candidate]) -> Candidate:
    """Date an edit as when it was first carried: its document may have been saved since, for another field's sake."""
    times = [
        known.edit.saved
        for known in recorded
        if (known.tag, known.edit.origin) == (one.tag, one.edit.origin) and same(known.edit.content, one.edit.content)
    ]
    return replace(one, edit=replace(one.edit, saved=min([one.edit.saved, *times])))


def _in_document(run: Run, saved: Saved, problems: Problems) -> Iterator[Candidate]:
    kept = run.record.get(saved.name, {})
    found = read_fields(saved, kept, problems)
    for tag, was in kept.items():
        field = found.get(tag)
        if field is None:
            if found and was.text:
                problems.remark(replace(saved.place, spot=spot(was.title)), NO_CONTROL)
            continue
        tell_not_carried(saved, field, was, problems)
        written = said(field, was)
        if not same(written, was.text):
            yield candidate(saved, tag, was, written, run.number)


def candidate(saved: Saved, tag: str, was: Kept, written: Written, run: int) -> Candidate:
    """Return what someone has written in the field of a document."""
    edit = Edit(content=written, saved=saved.saved, origin=saved.origin, sheet=was.sheet)
    return Candidate(document=saved.name, tag=tag, title=was.title, edit=edit, run=run, place=saved.place, direct=True)


def tell_not_carried(saved: Saved, field: Field, was: Kept, problems: Problems) -> None:
    """Tell of what has been put into the field that is not text, and of changes nobody has accepted."""
    place = replace(saved.place, spot=spot(was.title))
    if field.tracked:
        problems.remark(place, TRACKED)
    if lost := [one for one in field.lost if one not in was.lost]:
        problems.remark(place, capital(LOST.format(listed(lost))))


def read_fields(saved: Saved, kept: Mapping[str, Kept], problems: Problems) -> Fields:
    """Return the document's fields; tell of a document that has none, or cannot be read."""
    if not kept:
        return {}
    try:
        found = fields(saved.content, {tag: one.title for tag, one in kept.items()})
    except UnreadableError as error:
        problems.remark(
            saved.place, f"{error}. Ändringar i den följer inte med, men det som redan har följt med är kvar"
        )
        return {}
    if not found:
        problems.remark(saved.place, NO_FIELDS)
    return found


def said(field: Field, was: Kept) -> Written:
    """Return what people have written in the field: a prompt that someone has written over is text."""
    return mended(field.content or field.prompt, was.text, was.prompt, flattened=field.flattened)


def spot(title: str) -> str:
    """Return where in a document a field is, for a `Place`."""
    return f"fältet ”{title}”"
