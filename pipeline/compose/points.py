"""The points of a decision, each under its lead-in: what is proposed to the board, and what the organ decides itself.

A line is a lead-in when it ends with a colon, or when it begins with the organ's name and points follow it.
"""

import re

from pipeline.blanks import DecisionPart
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import proposals
from pipeline.compose.texts import items

_WHOLE = re.compile(r"\satt\s|\.$")


def parts(text: str, organ: str) -> tuple[DecisionPart, ...]:
    """Return the points under their lead-ins; the first part has none where the clerk has written none."""
    lines = items(text)
    found: list[tuple[str, list[str]]] = [("", [])]
    for line, after in zip(lines, (*lines[1:], ""), strict=False):
        if after and _leads(line, organ) and not _leads(after, organ):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    whole = (DecisionPart(inledning=lead, punkter=tuple(points)) for lead, points in found if points)
    return tuple(whole)


def proposed(brief: Brief) -> tuple[DecisionPart, ...]:
    """Return the points of Förslag till beslut; the drafted ones end the first part, for they are the board's."""
    every = proposals(brief)
    own = () if brief.meeting is None else parts(brief.meeting.proposal, brief.meeting.organ)
    if brief.meeting is None or not own:
        return (DecisionPart(inledning="", punkter=every),)
    drafted = every[len(items(brief.meeting.proposal)) :]
    first, *rest = own
    return (DecisionPart(inledning=first.inledning, punkter=(*first.punkter, *drafted)), *rest)


def _leads(line: str, organ: str) -> bool:
    if line.startswith("att "):
        return False
    return line.endswith(":") or bool(organ and line.startswith(organ) and not _WHOLE.search(line))
