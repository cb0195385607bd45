"""What people have written in a Word document's fields."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.earlier.content import LEADS_TO, M, Reader, symbol
from pipeline.earlier.looks import OFF, looks, value
from pipeline.earlier.package import MAIN, Parts, R, W, main, parts, related, tree
from pipeline.earlier.regions import Region, Titles, regions
from pipeline.model.written import Field, Fields, is_followed
from pipeline.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

PROMPTS = ("placeholder text", "platshållartext")
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_TEXT_BOX = f"{W}txbxContent"


def fields(document: bytes, known: Titles | None = None) -> Fields:
    """Return the document's fields by tag.

    With `known`, titles by tag, fields are found that have lost their tags, and no others are returned. A field
    that only shows its prompt is empty, and `prompt` is what it shows.

    Raises:
        UnreadableError: It is no whole Word document.
    """
    found = parts(document)
    reader = _FieldReader(found, Reader(looks(found), related(found, MAIN)))
    by_tag: dict[str, Field] = {}
    for region in regions(main(found), known or {}):
        field = reader.field(region)
        by_tag[region.tag] = _together(by_tag[region.tag], field) if region.tag in by_tag else field
    return by_tag


def _together(one: Field, other: Field) -> Field:
    """Return two controls of the same name as one field: a copy adds nothing, what differs is added."""
    content = one.content if other.content in ((), one.content) else (*one.content, *other.content)
    lost = dict.fromkeys((*one.lost, *other.lost))
    return replace(one, content=content, tracked=one.tracked or other.tracked, lost=tuple(lost))


@dataclass(frozen=True, slots=True)
class _FieldReader:
    found: Parts
    reader: Reader

    def field(self, region: Region) -> Field:
        content = self.reader.content(region.blocks)
        prompting = region.prompting or self._prompts(region)
        tracked = any(True for block in region.blocks for _ in block.iter(*_TRACKED))
        lost = dict.fromkeys(one for block in region.blocks for one in self._lost(block))
        return Field(
            tag=region.tag,
            title=region.title,
            content=() if prompting else content,
            prompt=content if prompting else (),
            tracked=tracked,
            lost=tuple(lost),
            flattened=region.marked,
        )

    def _prompts(self, region: Region) -> bool:
        """Say whether all that stands there is in the character style for prompts."""
        runs = [run for block in region.blocks for run in block.iter(f"{W}r") if run.find(f"{W}t") is not None]
        styles = [self.reader.looks.name(value(run.find(f"{W}rPr/{W}rStyle"))) for run in runs]
        return bool(styles) and all(style.casefold() in PROMPTS for style in styles)

    def _lost(self, block: "_Element") -> Iterator[str]:
        """Go through what the block holds that is not text, in words."""
        for one in block.iter():
            what = self._named(one)
            if what and not _within(one, _GONE):
                yield what

    def _named(self, one: "_Element") -> str:
        name = str(one.tag)
        if name in _NOTES:
            kind, part, entry = _NOTES[name]
            return kind + self._note(part, entry, one.get(f"{W}id", ""))
        if name in (f"{W}p", f"{W}r"):
            style = self.reader.looks.foreign(one)
            return f"formatmallen {quoted(style)}" if style else ""
        if (leads := self._leads_to(one)) is not None:
            return "" if is_followed(leads) else f"en länk till {quoted(leads)}"
        look = _NAMED.get(name)
        return "" if look is None else look(one)

    def _leads_to(self, one: "_Element") -> str | None:
        """Return where a link leads; None for what is none."""
        if one.tag == f"{W}hyperlink":
            return self.reader.links.get(one.get(f"{R}id", ""), "") or one.get(f"{W}anchor", "")
        code = one.get(f"{W}instr") if one.tag == f"{W}fldSimple" else one.tag == f"{W}instrText" and one.text
        found = LEADS_TO.match(code) if code else None
        return None if found is None else found[1]

    def _note(self, part: str, entry: str, number: str) -> str:
        """Return what a note or comment says, in quotes."""
        root = tree(self.found, part)
        for one in () if root is None else root.iter(f"{W}{entry}"):
            if one.get(f"{W}id") == number:
                said = " ".join("".join(text.text or "" for text in p.iter(f"{W}t")) for p in one.iter(f"{W}p"))
                return f" ({quoted(said)})" if said.strip() else ""
        return ""


_NOTES = {
    f"{W}commentReference": ("en kommentar", "word/comments.xml", "comment"),
    f"{W}footnoteReference": ("en fotnot", "word/footnotes.xml", "footnote"),
    f"{W}endnoteReference": ("en slutnot", "word/endnotes.xml", "endnote"),
}


def _picture(one: "_Element") -> str:
    if one.find(f".//{_TEXT_BOX}") is not None:
        return f"en textruta ({quoted(' '.join(text.text or '' for text in one.iter(f'{W}t')))})"
    return "ett diagram" if one.find(f".//{_CHART}") is not None else "en bild"


def _unknown_sign(one: "_Element") -> str:
    return "" if symbol(one) else f"ett tecken ur typsnittet {quoted(one.get(f'{W}font', ''))}"


_RAISED = {"superscript": "upphöjd text", "subscript": "nedsänkt text"}
_NAMED: "Mapping[str, Callable[[_Element], str]]" = {
    f"{W}drawing": _picture,
    f"{W}pict": _picture,
    f"{W}object": _picture,
    f"{W}sym": _unknown_sign,
    f"{W}tbl": lambda _: "en tabell (bara dess text följer med)",
    f"{W}u": lambda one: "" if value(one) == "none" else "understruken text",
    f"{W}strike": lambda one: "" if value(one) in OFF else "överstruken text",
    f"{W}dstrike": lambda one: "" if value(one) in OFF else "överstruken text",
    f"{W}highlight": lambda one: "" if value(one) == "none" else "överstrykningsfärg",
    f"{W}vertAlign": lambda one: _RAISED.get(value(one), ""),
    f"{W}altChunk": lambda _: "ett inklistrat dokument",
    f"{M}oMath": lambda _: "en formel (bara dess tecken följer med)",
}


def _within(one: "_Element", tags: frozenset[str]) -> bool:
    return any(above.tag in tags for above in one.iterancestors())
