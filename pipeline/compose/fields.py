"""Each free text of a document as it was generated, so that a later run can see what people have changed."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import get_type_hints

from pipeline.blanks import AreaBlank, Blanks, GoalBlank, Paragraph, Text


def field_texts(document: str, blanks: Blanks) -> Mapping[str, str]:
    """Return the document's free texts by ``document/field``; a goal's are called ``mål-3.analys``."""
    return {f"{document}/{name}": text for name, text in _fields(blanks)}


def _fields(blanks: Blanks) -> Iterator[tuple[str, str]]:
    yield from _texts(blanks, "")
    areas: tuple[AreaBlank, ...] = getattr(blanks, "programområden", ())
    for area in areas:
        for goal in area.mål:
            yield from _texts(goal, f"mål-{goal.nummer}.")


def _texts(record: Blanks | GoalBlank, prefix: str) -> Iterator[tuple[str, str]]:
    hints = get_type_hints(type(record))
    for field in fields(record):
        if hints[field.name] == Text:
            value: tuple[Paragraph, ...] = getattr(record, field.name)
            yield f"{prefix}{field.name}", "\n".join(paragraph.text for paragraph in value)
