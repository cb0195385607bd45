"""What a document's styles and numberings say of its paragraphs and runs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pipeline.earlier.package import Parts, W, tree

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind = Literal["stycke", "punkt", "nummer"]
PLAIN: tuple[Kind, int] = ("stycke", 0)
NO_LIST = "0"
OFF = frozenset({"0", "false", "off", "none"})
_DEEPER = re.compile(r"(?:List|Lista|Punktlista|Numrerad lista)\D*(\d)$", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"(normal|standard|default|body ?text|text ?body|brödtext|no ?spacing|inget avstånd|list|punktlista|numrerad"
    r"|placeholder ?text|platshållartext|revision|strong|stark|emphasis|betoning|hyperl|internet ?link|följd|followed"
    r"|visited|standardstycke)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^heading ", re.IGNORECASE)
_STYLES = (f"{W}pPr/{W}pStyle", f"{W}rPr/{W}rStyle")
_MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Looks:
    """A document's styles by id, and of each numbering the kind of list on every level."""

    styles: "Mapping[str, _Element]" = field(repr=False)
    numberings: Mapping[str, Mapping[int, Kind]] = field(repr=False)

    def kind(self, paragraph: "_Element") -> tuple[Kind, int]:
        """Return what kind of paragraph it is, and on which level of its list."""
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        chain = [own, *(one.find(f"{W}pPr/{W}numPr") for one in self._chain(style))]
        given = [one for one in chain if one is not None]
        number = next((found for one in given if (found := value(one.find(f"{W}numId")))), NO_LIST)
        level = next((found for one in given if (found := value(one.find(f"{W}ilvl")))), "0")
        depth = int(level) if level.isdecimal() else 0
        kinds = self.numberings.get(number, {})
        kind = kinds.get(depth, kinds.get(0, "stycke"))
        if kind == "stycke":
            return PLAIN
        deeper = _DEEPER.search(self.name(style))
        return kind, depth if depth or deeper is None else int(deeper[1]) - 1

    def foreign(self, one: "_Element") -> str:
        """Return the style of a paragraph or run where that is more than running text or a list, else ``""``."""
        style = next((found for path in _STYLES if (found := one.find(path)) is not None), None)
        name = self.name(value(style))
        return "" if not name or _NEUTRAL.match(name) else _HEADING.sub("Rubrik ", name)

    def name(self, style: str) -> str:
        """Return what people call the style."""
        found = self.styles.get(style)
        return style if found is None else value(found.find(f"{W}name"))

    def on(self, run: "_Element", mark: str) -> bool:
        """Say whether the run is bold (``b``) or italic (``i``), by itself or by its character style."""
        own = run.find(f"{W}rPr/{W}{mark}")
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        chain = [own, *(one.find(f"{W}rPr/{W}{mark}") for one in self._chain(style))]
        found = next((one for one in chain if one is not None), None)
        return found is not None and found.get(f"{W}val") not in OFF

    def _chain(self, style: str) -> "Iterator[_Element]":
        """Go from a style to the styles that it is based on."""
        for _ in range(_MOST_STEPS):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            style = value(found.find(f"{W}basedOn"))


def looks(found: Parts) -> Looks:
    """Return what the document's styles and numberings say."""
    root = tree(found, "word/styles.xml")
    styles = {} if root is None else {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
    return Looks(styles, _numberings(tree(found, "word/numbering.xml")))


def value(element: "_Element | None") -> str:
    """Return the element's ``w:val``, or ``""``."""
    return "" if element is None else element.get(f"{W}val", "")


def _numberings(root: "_Element | None") -> dict[str, dict[int, Kind]]:
    if root is None:
        return {}
    patterns = {one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")}
    linked = {value(link): one for one in patterns.values() if (link := one.find(f"{W}styleLink")) is not None}
    numbers: dict[str, dict[int, Kind]] = {}
    for one in root.iter(f"{W}num"):
        pattern = patterns.get(value(one.find(f"{W}abstractNumId")))
        if pattern is not None and (link := pattern.find(f"{W}numStyleLink")) is not None:
            pattern = linked.get(value(link), pattern)
        numbers[one.get(f"{W}numId", "")] = {} if pattern is None else _levels(pattern) | _levels(one)
    return numbers


def _levels(pattern: "_Element") -> dict[int, Kind]:
    """Return the kind of list on each level; a level without marks is no list."""
    levels: dict[int, Kind] = {}
    for level in pattern.iter(f"{W}lvl"):
        depth, mark = level.get(f"{W}ilvl", ""), value(level.find(f"{W}numFmt"))
        if depth.isdecimal():
            levels[int(depth)] = "punkt" if mark == "bullet" else "stycke" if mark == "none" else "nummer"
    return levels
