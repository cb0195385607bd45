"""A clerk's cell as running text."""

import re
from collections.abc import Sequence

from pipeline.blanks import Paragraph, Text
from pipeline.model.records import Goal
from pipeline.model.words import DecisionStage

_BULLET = re.compile(r"^[-•–]\s+")
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+")
_AMBITION = re.compile(r"^(preliminär\s+|föreslagen\s+)?ambitionsnivå", re.IGNORECASE)
_MEANING = re.compile(r"^(\S+\s+){1,4}innebär", re.IGNORECASE)
MANY = 2
LONG = 450
"""Signs, five lines or so: of several things told together, more than that is easier to read as a list."""


def paragraphs(text: str) -> Text:
    """Return one paragraph per line: ``- `` and ``• `` begin bullets, ``1.`` a numbered item.

    A number is a list's only when it is 1 or follows on the line before: ``20. mars`` stays as it is.
    """
    found: list[Paragraph] = []
    number = 0
    for line in (line.strip() for line in text.split("\n") if line.strip()):
        mark = _NUMBER.match(line)
        number = int(mark[1]) if mark and int(mark[1]) in (1, number + 1) else 0
        found.append(Paragraph(line[mark.end() :], "nummer") if mark and number else _unnumbered(line))
    return tuple(found)


def _unnumbered(line: str) -> Paragraph:
    mark = _BULLET.match(line)
    return Paragraph(line[mark.end() :], "punkt") if mark else Paragraph(line)


def together(first: str, several: Sequence[str], last: str) -> Text:
    """Return it all as one paragraph, or the several as a list between two where that would be long."""
    whole = " ".join(part for part in (first, *several, last) if part)
    if len(several) < MANY or len(whole) <= LONG:
        return paragraphs(whole)
    return (*paragraphs(first), *(Paragraph(text, "punkt") for text in several), *paragraphs(last))


def items(text: str) -> tuple[str, ...]:
    """Return one item per line, without list marks: proposals, documents, recipients."""
    return tuple(paragraph.text for paragraph in paragraphs(text))


def ambition(goal: Goal) -> Text:
    """Return the ambition level, with a label where the clerk has not begun with one."""
    preliminary = goal.stage is not DecisionStage.ADOPTED
    return _labelled("Preliminär ambitionsnivå" if preliminary else "Ambitionsnivå", goal.ambition_level, _AMBITION)


def meaning(goal: Goal) -> Text:
    """Return what the level means, with a label where the clerk has not begun with one."""
    return _labelled("Det innebär", goal.meaning, _MEANING)


def _labelled(label: str, text: str, own: re.Pattern[str]) -> Text:
    if not text.strip() or own.match(text):
        return paragraphs(text)
    first, *rest = paragraphs(text)
    if first.slag != "stycke":
        return (Paragraph(f"{label}:"), first, *rest)
    return (Paragraph(f"{label}: {first.text}"), *rest)


def genitive(name: str) -> str:
    """Return the name in the genitive: ``Kommunledningskontorets``, ``KS:s``."""
    if name.isupper():
        return f"{name}:s"
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


def inside(name: str) -> str:
    """Return an organ's name as it stands inside a sentence, with a small first letter; ``KS`` is left as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def flat(text: str) -> str:
    """Return a cell of several lines as one, without list marks."""
    return " ".join(line.lstrip("-• ").strip() for line in text.split("\n"))
