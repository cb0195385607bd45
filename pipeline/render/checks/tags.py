"""The tags of a paragraph, read as docxtpl reads them whatever runs Word has cut them into."""

import re
from dataclasses import dataclass, replace

from pipeline.problems import quoted
from pipeline.render.checks.found import Faults
from pipeline.render.checks.places import Line

CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENER, CLOSER = re.compile(r"\{\{|\{%|\{#"), re.compile(r"\}\}|%\}|#\}")
STARTED = {closer: opener for opener, closer in CLOSERS.items()}
PREFIX = re.compile(r"(tr|tc|p|r)\s(.*)", re.DOTALL)
WORD = re.compile(r"\s*(\w*)")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "\N{LEFT SINGLE QUOTATION MARK}": "'", "’": "'", "\u00a0": " "})
LONGEST = 300
PREFIXES, EDGES = ("p", "tr", "tc", "r"), ("-", "+")
HELD_BACK = "%}"
HIDDEN = (
    "”{#” börjar en kommentar, så allt fram till ”#}” försvinner ur dokumentet; skriv på ett annat sätt, "
    "eller lägg anteckningar utanför mallen"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: ``{{`` or ``{%``, the prefix p, tr, tc or r, what stands inside, its paragraph, and its source."""

    opener: str
    prefix: str
    inside: str
    line: Line
    source: str = ""

    def __str__(self) -> str:
        """Write the tag as it should look in Word."""
        return f"{self.opener}{self.prefix} {self.inside} {CLOSERS[self.opener]}"

    @property
    def prints(self) -> bool:
        """Say whether the tag prints a value."""
        return self.opener == "{{"

    @property
    def word(self) -> str:
        """Return what the tag does: for, if, endif; nothing for one that prints."""
        found = WORD.match(self.inside)
        return "" if self.prints or found is None else found[1]


def tags_of(line: Line, faults: Faults) -> list[Tag]:
    """Return the paragraph's tags in order, and tell of those that cannot be read as tags."""
    found: list[Tag] = []
    at = 0
    while start := OPENER.search(line.text, at):
        _check_between(line, at, start.start(), faults)
        opener = start[0]
        following = OPENER.search(line.text, start.end())
        until = following.start() if following else len(line.text)
        end = line.text.find(CLOSERS[opener], start.end(), until)
        if opener == "{#":
            faults.add(HIDDEN, line.spot)
            at = end + 2 if end >= 0 else until
        elif end < 0:
            faults.add(_unfinished(line.text[start.start() : until].strip(), CLOSERS[opener]), line.spot)
            at = until
        else:
            found += _tag(opener, line.text[start.end() : end], line, faults)
            at = end + 2
    _check_between(line, at, len(line.text), faults)
    return found


def _tag(opener: str, inside: str, line: Line, faults: Faults) -> list[Tag]:
    prefixed = PREFIX.fullmatch(inside)
    prefix, rest = (prefixed[1], prefixed[2]) if prefixed else ("", inside)
    tag = Tag(opener, prefix, rest.translate(STRAIGHT).strip(), line, opener + inside + CLOSERS[opener])
    if told := _unreadable(tag, inside):
        faults.add(told, line.spot)
        tag = _as_meant(tag)
    return [tag] if tag.inside and len(tag.inside) <= LONGEST else []


def _as_meant(tag: Tag) -> Tag:
    """Return the tag without what has been told of, so that no second fault follows from it."""
    inside = tag.inside.strip("-+ ")
    spaced = PREFIX.fullmatch(inside)
    prefix, inside = (spaced[1], spaced[2]) if spaced and not tag.prints else (tag.prefix, inside)
    return replace(tag, prefix=prefix, inside=inside)


def _unreadable(tag: Tag, inside: str) -> str:
    name = f"taggen {quoted(tag)}"
    right = quoted("{%" + tag.inside + " %}")
    told = (
        (len(inside) > LONGEST, f"{name} är längre än {LONGEST} tecken; dela upp den"),
        (not tag.inside, f"{name} är tom; skriv ett fält i den eller ta bort den"),
        (inside[:1] in EDGES or inside[-1:] in EDGES, f"{name} har - eller + intill klammern, och det går inte här"),
        (
            tag.prefix and set(tag.inside) & set(HELD_BACK),
            f"{name} har tecknet % eller }} inuti sig, och det går inte med {tag.opener}{tag.prefix}",
        ),
        (tag.word in PREFIXES, f"skriv {right}, utan mellanslag före {tag.word}"),
    )
    return next((text for is_so, text in told if is_so), "")


def _unfinished(text: str, closer: str) -> str:
    return f"taggen {quoted(text)} stängs inte i sitt stycke; skriv {quoted(closer)} där den ska sluta"


def _check_between(line: Line, start: int, end: int, faults: Faults) -> None:
    for stray in CLOSER.finditer(line.text, start, end):
        opener = STARTED[stray[0]]
        faults.add(f"{quoted(stray[0])} stänger ingen tagg; skriv {quoted(opener)} där taggen ska börja", line.spot)
