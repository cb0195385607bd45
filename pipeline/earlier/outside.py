"""What a document says outside its fields, and where someone has changed it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pipeline.earlier.content import MOVING, Reader
from pipeline.earlier.looks import Looks, looks, value
from pipeline.earlier.package import MAIN, Parts, R, W, main, parts, related, tree
from pipeline.earlier.regions import Titles, regions

if TYPE_CHECKING:
    from lxml.etree import _Element

SHOWN = 120
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(heading|rubrik) ?\d|title|rubrik$", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc|innehåll|contents) ?\d", re.IGNORECASE)
_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"))
_UNSEEN[ord("\N{NON-BREAKING HYPHEN}")] = ord("-")
_HEADERS = {f"{W}headerReference": "sidhuvudet", f"{W}footerReference": "sidfoten"}
_NOTES = {
    f"{W}footnoteReference": ("word/footnotes.xml", "fotnot"),
    f"{W}endnoteReference": ("word/endnotes.xml", "slutnot"),
    f"{W}commentReference": ("word/comments.xml", "kommentar"),
}
_ID = f"{W}id"
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, table cell or chart value: where it stands, in Swedish, what it says, and a cell's column."""

    place: str
    text: str
    column: int = 0

    @property
    def key(self) -> tuple[int, str]:
        """What tells the line from others: a cell's text in another column is another."""
        return self.column, self.text


@dataclass(frozen=True, slots=True)
class Change:
    """What someone has changed: `was` is empty for what is added, `now` for what is taken away."""

    place: str
    was: str
    now: str

    def __str__(self) -> str:
        """Write the change as a clerk reads it."""
        if not self.was:
            return f"Tillagt: {_quoted(self.now)}"
        if not self.now:
            return f"Borttaget: {_quoted(self.was)}"
        return "{} är ändrat till {}".format(*map(_quoted, _parting(self.was, self.now)))


def changes_outside(generated: bytes, edited: bytes, known: Titles) -> tuple[Change, ...]:
    """Return what is changed outside the fields `known` by tag, one change for each paragraph, cell or value.

    What Word and LibreOffice change by saving is no change: spaces, page numbers, the table of contents.

    Raises:
        UnreadableError: One of the two is no whole Word document.
    """
    pairs = zip(lines_outside(generated, known), lines_outside(edited, known), strict=True)
    return tuple(change for old, new in pairs for change in _changes(old, new))


def lines_outside(document: bytes, known: Titles) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of the body, the headers and footers, the notes, the text boxes, and the charts."""
    found = parts(document)
    root = main(found)
    page = _Page(found, looks(found), related(found, MAIN))
    owned = {block for region in regions(root, known) for block in region.blocks}
    streams = (
        page.body(root, owned),
        page.headers(root),
        page.notes(root, owned),
        page.boxes(root, owned),
        page.charts(root),
    )
    return tuple(tuple(line for line in stream if line.text) for stream in streams)


@dataclass(frozen=True, slots=True)
class _Page:
    found: Parts = field(repr=False)
    looks: Looks = field(repr=False)
    targets: Mapping[str, str] = field(repr=False)

    def body(self, root: "_Element", owned: "set[_Element]") -> Iterator[Line]:
        """Go through paragraphs and table cells in their order."""
        heading, tables = "", 0
        for block in _blocks(root, owned):
            if block.tag == f"{W}tbl":
                tables += 1
                yield from self._cells(block, f"tabell {tables}", owned)
                continue
            name, text = self.looks.name(value(block.find(f"{W}pPr/{W}pStyle"))), self.text(block)
            if _CONTENTS.match(name):
                continue
            if _HEADING.match(name) and text:
                heading = text
                yield Line(f"rubriken {_quoted(text)}", text)
            else:
                yield Line(f"stycke under rubriken {_quoted(heading)}" if heading else "stycke i början", text)

    def _cells(self, table: "_Element", name: str, owned: "set[_Element]") -> Iterator[Line]:
        for row, line in enumerate(table.iterchildren(f"{W}tr"), start=1):
            for column, cell in enumerate(line.iterchildren(f"{W}tc"), start=1):
                texts = [self.text(one) for one in cell.iter(f"{W}p") if one not in owned and not _boxed(one)]
                yield Line(f"{name}, rad {row}, kolumn {column}", " / ".join(filter(None, texts)), column)

    def headers(self, root: "_Element") -> Iterator[Line]:
        """Go through what headers and footers say, each line once: programs copy them between kinds of pages."""
        found = dict.fromkeys(
            Line(name, self.text(one))
            for kind, name in _HEADERS.items()
            for reference in root.iter(kind)
            for one in self._paragraphs(self.targets.get(reference.get(f"{R}id", ""), ""))
        )
        return iter(sorted(found, key=lambda line: (line.place, line.text)))

    def notes(self, root: "_Element", owned: "set[_Element]") -> Iterator[Line]:
        """Go through the notes and comments of what stands outside the fields."""
        for kind, (part, name) in _NOTES.items():
            noted = {one.get(_ID) for one in root.iter(kind) if not owned.intersection(one.iterancestors())}
            for one in self._paragraphs(part):
                above = one.getparent()
                if above is not None and above.get(_ID) in noted:
                    yield Line(name, self.text(one))

    def boxes(self, root: "_Element", owned: "set[_Element]") -> Iterator[Line]:
        """Go through the text boxes."""
        for box in root.iter(f"{W}txbxContent"):
            above = list(box.iterancestors())
            if not owned.intersection(above) and not any(one.tag == _FALLBACK for one in above):
                yield from (Line("textruta", self.text(one)) for one in box.iter(f"{W}p"))

    def charts(self, root: "_Element") -> Iterator[Line]:
        """Go through the charts' texts and values."""
        for number, chart in enumerate(root.iter(f"{_C}chart"), start=1):
            part = tree(self.found, self.targets.get(chart.get(f"{R}id", ""), ""))
            if part is not None:
                for one in part.iter(f"{_C}v", f"{_A}t"):
                    yield Line(f"diagram {number}", _number(one.text or ""))

    def text(self, paragraph: "_Element") -> str:
        """Return what the paragraph says, with plain single spaces."""
        said = "".join(one.text for one in Reader(self.looks, {}, MOVING).stretches(paragraph))
        return " ".join(unicodedata.normalize("NFC", said.translate(_UNSEEN)).split())

    def _paragraphs(self, part: str) -> "Iterator[_Element]":
        root = tree(self.found, part)
        return iter(()) if root is None else root.iter(f"{W}p")


def _blocks(node: "_Element", owned: "set[_Element]") -> "Iterator[_Element]":
    """Go through the paragraphs and tables outside the fields, also those inside other people's controls."""
    for child in node:
        if child in owned:
            continue
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}body", f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _blocks(child, owned)


def _boxed(paragraph: "_Element") -> bool:
    return next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None


def _number(text: str) -> str:
    """Write a chart's number as short as it can be: programs differ in how many digits they write."""
    try:
        return f"{float(text):.{_DIGITS}g}"
    except ValueError:
        return " ".join(text.split())


def _changes(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    first = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a.key != b.key), min(len(old), len(new))
    )
    old, new = old[first:], new[first:]
    matcher = SequenceMatcher(None, [line.key for line in old], [line.key for line in new], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(old[start:end], new[begin:stop])


def _paired(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    """Pair what was with what is: one line for one, what is over is taken away or added."""
    both = min(len(old), len(new))
    for a, b in zip(old[:both], new[:both], strict=True):
        yield from (
            (Change(b.place, a.text, b.text),)
            if a.text != b.text
            else (Change(a.place, a.text, ""), Change(b.place, "", b.text))
        )
    yield from (Change(line.place, line.text, "") for line in old[both:])
    yield from (Change(line.place, "", line.text) for line in new[both:])


def _parting(was: str, now: str) -> tuple[str, str]:
    """Return both texts; long ones from a little before where they part, for only their beginnings are shown."""
    if max(len(was), len(now)) <= SHOWN:
        return was, now
    parts = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    start = was.rfind(" ", 0, max(parts - SHOWN // 3, 0)) + 1
    mark = "…" if start else ""
    return mark + was[start:], mark + now[start:]


def _quoted(text: str) -> str:
    return f"”{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”"
