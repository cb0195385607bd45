"""Which edits stand: the latest of each field, told where they meet the spreadsheet or cannot be carried whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.earlier.candidates import Candidate, carried_before, in_document
from pipeline.earlier.dropped import dropped, in_dropped, of_occasion
from pipeline.earlier.mend import same
from pipeline.earlier.record import Edit, Kept, Record, content_json
from pipeline.earlier.runs import runs, saved_documents
from pipeline.earlier.telling import tell, tell_gone, tell_others, tell_outside
from pipeline.model.records import InputFile
from pipeline.model.written import Fields, Written
from pipeline.problems import Place, Problems
from pipeline.run_folders import digest, json_bytes

HELD, DRAFT, EXTRACT, OFFICIAL = "protokoll-", "protokollsutkast-", "protokollsutdrag-", "tjansteskrivelse-"
MOVES = ("sammanfattning", "förslag")

Cells = Mapping[str, Mapping[str, Place]]
"""The cell behind each field, by document and tag."""


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits that stand, by document and tag; an empty one gives its field back to the spreadsheet.

    `gone` are those whose fields are not made now, with their titles.
    """

    standing: Mapping[str, Mapping[str, Edit]]
    gone: Mapping[str, Mapping[str, Kept]]

    def contents(self, document: str) -> Mapping[str, Written]:
        """Return what to write in the document's fields."""
        return {tag: edit.content for tag, edit in self.standing.get(document, {}).items() if edit.stands}

    def digests(self) -> dict[str, dict[str, str]]:
        """Return the hash of each edit, as manifests write it."""
        gone = {name: {tag: one.carried for tag, one in found.items()} for name, found in self.gone.items()}
        every = [
            (name, tag, edit) for part in (gone, self.standing) for name, f in part.items() for tag, edit in f.items()
        ]
        found: dict[str, dict[str, str]] = {}
        for name, tag, edit in every:
            if edit is not None:
                content = edit.content if edit.stands else ()
                found.setdefault(name, {})[tag] = digest(json_bytes(content_json(content)))
        return found

    def record(self, sheets: Mapping[str, Fields], written: Mapping[str, Fields]) -> Record:
        """Return what the run keeps: of `sheets` as the spreadsheet gave the fields, and `written` as they are."""
        now = {
            name: {
                tag: replace(kept, text=written[name][tag].content, carried=self.standing.get(name, {}).get(tag))
                for tag, kept in found.items()
            }
            for name, found in as_given(sheets).items()
        }
        return {**now, **{name: {**found, **now.get(name, {})} for name, found in self.gone.items()}}


def as_given(sheets: Mapping[str, Fields]) -> dict[str, dict[str, Kept]]:
    """Return the fields as the spreadsheet gives them."""
    return {
        name: {
            tag: Kept(
                title=one.title,
                prompt="\n".join(paragraph.text for paragraph in one.prompt),
                text=one.content,
                sheet=one.content,
                lost=one.lost,
            )
            for tag, one in found.items()
        }
        for name, found in sheets.items()
    }


def edits(
    occasion: Path, word_files: Sequence[InputFile], sheets: Mapping[str, Fields], cells: Cells, problems: Problems
) -> Edits:
    """Return the edits to carry into the documents whose fields the spreadsheet gives as `sheets`.

    They are looked for in the runs of the `occasion`'s folder, and in the input's Word files.
    """
    now = as_given(sheets)
    candidates = [_at_home(one, now) for one in _candidates(occasion, word_files, now, problems)]
    latest = _latest(candidates)
    latest = _latest([*candidates, *_moved(latest, now)])
    tell_others(candidates, latest, problems)
    standing: dict[str, dict[str, Edit]] = {}
    gone: dict[str, dict[str, Kept]] = {}
    for (document, tag), one in latest.items():
        kept = now.get(document, {}).get(tag)
        if kept is None:
            gone.setdefault(document, {})[tag] = Kept(title=one.title, text=(), sheet=(), carried=one.edit)
            tell_gone(one, now, problems)
        else:
            stands = replace(one, edit=_released(one.edit, kept))
            standing.setdefault(document, {})[tag] = stands.edit
            tell(stands, kept, cells.get(document, {}).get(tag), problems)
    return Edits(standing, gone)


def kept_edits(record: Record, now: Mapping[str, Fields]) -> Edits:
    """Return the edits that a run's record holds, for the fields that the run's documents have `now`."""
    standing: dict[str, dict[str, Edit]] = {}
    gone: dict[str, dict[str, Kept]] = {}
    for document, found in record.items():
        for tag, kept in found.items():
            if tag not in now.get(document, {}):
                gone.setdefault(document, {})[tag] = kept
            elif kept.carried is not None:
                standing.setdefault(document, {})[tag] = kept.carried
    return Edits(standing, gone)


def _candidates(
    occasion: Path, word_files: Sequence[InputFile], now: Mapping[str, Mapping[str, Kept]], problems: Problems
) -> Iterator[Candidate]:
    earlier = runs(occasion, problems)
    carried = carried_before(earlier)
    yield from carried
    for run in earlier:
        for saved in saved_documents(run, problems):
            tell_outside(run, saved, problems)
            yield from in_document(run, saved, carried, problems)
    own = of_occasion(dropped(word_files, problems), occasion.name, problems)
    yield from in_dropped(own, earlier, now, problems)


def _at_home(one: Candidate, now: Mapping[str, Mapping[str, Kept]]) -> Candidate:
    """Name the document that has the field now: a draft's moves to the protocol when the meeting has been held."""
    if one.tag in now.get(one.document, {}):
        return one
    for old, new in ((DRAFT, HELD), (HELD, DRAFT)):
        name = one.document.replace(old, new, 1) if one.document.startswith(old) else ""
        there = now.get(name, {}).get(one.tag)
        if there is not None and there.title == one.title:
            return replace(one, document=name)
    return one


def _latest(candidates: Iterable[Candidate]) -> dict[tuple[str, str], Candidate]:
    """Return the latest edit of each field; of those saved at the same time, the one of the latest run."""
    ordered = sorted(candidates, key=lambda one: (one.edit.saved, one.run))
    return {(one.document, one.tag): one for one in ordered}


def _moved(latest: Mapping[tuple[str, str], Candidate], now: Mapping[str, Mapping[str, Kept]]) -> Iterator[Candidate]:
    """Go through the edits that another document takes up: a protocol draft the letter's, an extract its protocol's."""
    for (document, tag), one in latest.items():
        kept = now.get(document, {}).get(tag)
        for name in () if kept is None else _followers(document, tag, kept.sheet, now):
            there = now[name][tag]
            edit = replace(one.edit, sheet=there.sheet)
            yield replace(one, document=name, title=there.title, edit=edit, run=-1, direct=False)


def _followers(document: str, tag: str, sheet: Written, now: Mapping[str, Mapping[str, Kept]]) -> Sequence[str]:
    """Return the documents that take up the field: of several drafts those where the spreadsheet says the same."""
    if document.startswith(HELD):
        extract = document.replace(HELD, EXTRACT, 1)
        return [extract] if tag in now.get(extract, {}) else []
    if not document.startswith(OFFICIAL) or tag not in MOVES:
        return []
    drafts = [name for name, kept in now.items() if name.startswith(DRAFT) and tag in kept]
    return [name for name in drafts if same(now[name][tag].sheet, sheet)] or drafts[:1]


def _released(edit: Edit, kept: Kept) -> Edit:
    """Give a field back to the spreadsheet where that says the same by now."""
    return replace(edit, released=True) if same(edit.content, kept.sheet) else edit
