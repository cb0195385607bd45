"""What people have written in earlier runs' documents is carried into the new ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.compose import Document
from pipeline.earlier import Edits, Record, edits, fields, kept_edits, record_json
from pipeline.model.records import InputFile
from pipeline.model.written import Fields, Written
from pipeline.problems import Problems
from pipeline.render import fill, without_prompts


@dataclass(frozen=True, slots=True)
class Carried:
    """The documents with what people have written, what the run keeps of their fields, and the edits' hashes."""

    documents: Mapping[str, bytes] = field(repr=False)
    record: Mapping[str, object] = field(repr=False)
    digests: Mapping[str, Mapping[str, str]]


def carry(
    documents: Sequence[Document],
    rendered: Mapping[str, bytes],
    occasion: Path,
    word_files: Sequence[InputFile],
    problems: Problems,
) -> Carried:
    """Return the rendered documents with the edits of the occasion's earlier runs, and of the input's Word files.

    A settled document does not ask for more text: its empty fields go.
    """
    sheets = {name: fields(content) for name, content in rendered.items()}
    found = edits(occasion, word_files, sheets, {one.name: one.cells for one in documents}, problems)
    return _carried(documents, rendered, sheets, found)


def carry_again(documents: Sequence[Document], rendered: Mapping[str, bytes], record: Record) -> Carried:
    """Return the rendered documents with the edits that a run kept in its record, as the run carried them."""
    sheets = {name: fields(content) for name, content in rendered.items()}
    return _carried(documents, rendered, sheets, kept_edits(record, sheets))


def _carried(
    documents: Sequence[Document], rendered: Mapping[str, bytes], sheets: Mapping[str, Fields], found: Edits
) -> Carried:
    filled = {name: _filled(content, found.contents(name)) for name, content in rendered.items()}
    written = {name: fields(content) if found.contents(name) else sheets[name] for name, content in filled.items()}
    whole = {one.name: without_prompts(filled[one.name]) if one.settled else filled[one.name] for one in documents}
    return Carried(whole, record_json(found.record(sheets, written)), found.digests())


def _filled(document: bytes, contents: Mapping[str, Written]) -> bytes:
    return fill(document, contents)[0] if contents else document
