"""Blocks: what each for, if and macro holds, and whether it begins and ends where it can."""

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.problems import quoted
from pipeline.render.checks.found import Faults
from pipeline.render.checks.places import ROW, TABLE
from pipeline.render.checks.tags import Tag

if TYPE_CHECKING:
    from lxml.etree import _Element

ENDS = {"for": "endfor", "if": "endif", "macro": "endmacro"}
BEGINS = {end: begin for begin, end in ENDS.items()}
BRANCHES = {"elif": ("if",), "else": ("if", "for")}
KNOWN = (*ENDS, *BEGINS, *BRANCHES, "set")
DEEPEST = 40
TOGETHER = {
    "": "samma stycke, eller ensamma i var sitt stycke som {%p … %}",
    "p": "samma del av dokumentet, eller i samma tabellcell",
    "tr": "samma tabell",
    "tc": "samma tabellrad",
}


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag and all that follows until the block's next one."""

    tag: Tag
    items: "list[Tag | Block]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """A for, an if or a macro, with its branches."""

    branches: list[Branch]

    @property
    def tag(self) -> Tag:
        """Return the tag that begins the block."""
        return self.branches[0].tag


class Blocks:
    """Puts the tags of one part together, and goes on after a fault so that all are told."""

    def __init__(self, faults: Faults) -> None:
        """Begin outside every block."""
        self.items: list[Tag | Block] = []
        self._open: list[Block] = []
        self._faults = faults

    def add(self, tag: Tag) -> None:
        """Take the next tag of the part."""
        if tag.word in ENDS:
            self._begin(tag)
        elif tag.word in BRANCHES:
            self._branch(tag)
        elif tag.word in BEGINS:
            self._end(tag)
        elif tag.prints or tag.word in KNOWN:
            self._here().append(tag)
        else:
            self._faults.add(_unknown(tag), tag.line.spot)

    def finish(self) -> "list[Tag | Block]":
        """Tell of what is still open, and return the part's tags and blocks."""
        self._leave(0)
        return self.items

    def _here(self) -> "list[Tag | Block]":
        return self._open[-1].branches[-1].items if self._open else self.items

    def _begin(self, tag: Tag) -> None:
        block = Block([Branch(tag)])
        if len(self._open) < DEEPEST:
            self._here().append(block)
        else:
            self._faults.add(f"{quoted(tag)} står inuti fler än {DEEPEST} block; gör mallen enklare", tag.line.spot)
        self._open.append(block)

    def _branch(self, tag: Tag) -> None:
        if self._open and self._open[-1].tag.word in BRANCHES[tag.word]:
            _check_side_by_side(self._open[-1].tag, tag, self._faults)
            self._open[-1].branches.append(Branch(tag))
        else:
            begin = str(Tag(tag.opener, tag.prefix, "if …", tag.line))
            self._faults.add(f"{quoted(tag)} hör inte till något {quoted(begin)}; ta bort taggen", tag.line.spot)

    def _end(self, tag: Tag) -> None:
        word = BEGINS[tag.word]
        depths = [depth for depth, block in enumerate(self._open) if block.tag.word == word]
        if not depths:
            begin = quoted(Tag(tag.opener, tag.prefix, f"{word} …", tag.line))
            text = f"{quoted(tag)} stänger inget block; ta bort taggen, eller skriv {begin} där blocket ska börja"
            self._faults.add(text, tag.line.spot)
            return
        self._leave(depths[-1] + 1)
        _check_side_by_side(self._open.pop().tag, tag, self._faults)

    def _leave(self, depth: int) -> None:
        for block in self._open[depth:]:
            tag = block.tag
            end = str(Tag(tag.opener, tag.prefix, ENDS[tag.word], tag.line))
            self._faults.add(f"{quoted(tag)} stängs aldrig; skriv {quoted(end)} där blocket ska sluta", tag.line.spot)
        del self._open[depth:]


def _check_side_by_side(begin: Tag, tag: Tag, faults: Faults) -> None:
    """Tell of a block whose tags stand where Word would be left with half an element."""
    first, second = _level(begin), _level(tag)
    where = f"{quoted(begin)} i {begin.line.spot.where}"
    if first != second:
        right = str(Tag(tag.opener, begin.prefix, tag.inside, tag.line))
        faults.add(f"{quoted(tag)} hör till {where}, så skriv {quoted(right)}", tag.line.spot)
    elif container(begin) is not container(tag):
        faults.add(f"{quoted(tag)} hör till {where}; båda ska stå i {TOGETHER[first]}", tag.line.spot)


def _level(tag: Tag) -> str:
    return "" if tag.prefix == "r" else tag.prefix


def container(tag: Tag) -> "_Element | None":
    """Return the element that the whole of a tag's block must stand in."""
    match tag.prefix:
        case "p":
            return tag.line.element.getparent()
        case "tr":
            return tag.line.within(TABLE)
        case "tc":
            return tag.line.within(ROW)
        case _:
            return tag.line.element


def _unknown(tag: Tag) -> str:
    near = difflib.get_close_matches(tag.word, KNOWN, n=1)
    if near:
        return f"taggen {quoted(tag)} finns inte; menar du {quoted(near[0])}?"
    return f"taggen {quoted(tag)} finns inte; en mall kan bara ha {', '.join(ENDS)} och set, och skriva ut fält"
