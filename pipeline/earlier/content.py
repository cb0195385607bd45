"""What stands in a content control: paragraphs and stretches of text, as if every tracked change were accepted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.earlier.flattened import joined
from pipeline.earlier.looks import Looks
from pipeline.earlier.package import R, W
from pipeline.model.written import Stretch, Written, WrittenParagraph

if TYPE_CHECKING:
    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_AROUND = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "bdo", "dir")
)
_BLOCKS = frozenset(f"{W}{name}" for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo"))
_LINES = frozenset(f"{W}{name}" for name in ("r", "hyperlink", "fldSimple"))
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}
_SYMBOLS = {
    ("symbol", 0xB7): "•",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xB1): "±",
    ("symbol", 0xAE): "→",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xA7): "▪",
    ("wingdings", 0x4A): "☺",
}
_PRIVATE = 0xF000
_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
LEADS_TO = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"', re.IGNORECASE)
"""The code of a field that is a link, and where that leads."""
_NOTHING = re.compile(r"(?!)")
MOVING = re.compile(
    r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|DATE|TIME|SAVEDATE|PRINTDATE|FILENAME)\b", re.IGNORECASE
)
"""Fields that programs work out anew when they save."""
_ID = f"{W}sdtPr/{W}id"
_PROMPT = f"{W}sdtPr/{W}showingPlcHdr"


@dataclass(slots=True)
class _FieldCode:
    """A field such as HYPERLINK that spans several runs: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads text; `links` leads from relationship ids to addresses. The results of `skipped` fields are not read."""

    looks: Looks
    links: Mapping[str, str]
    skipped: re.Pattern[str] = _NOTHING

    def content(self, inside: "Iterable[_Element]") -> Written:
        """Return what stands in a field's blocks, without empty paragraphs."""
        found: list[WrittenParagraph] = []
        held: tuple[Stretch, ...] = ()
        for block in paragraphs(inside):
            stretches = (*held, *self.stretches(block))
            kind, level = self.looks.kind(block)
            found.append(WrittenParagraph(joined(stretches), kind, level))
            held = stretches if block.find(f"{W}pPr/{W}rPr/{W}del") is not None else ()
            if held:
                found.pop()  # the paragraph's mark is deleted, so it goes on in the next
        if held:
            found.append(WrittenParagraph(joined(held)))
        return tuple(paragraph for paragraph in found if paragraph.text.strip())

    def stretches(self, paragraph: "_Element") -> Iterator[Stretch]:
        """Go through a paragraph's stretches, as its runs are parted."""
        codes: list[_FieldCode] = []
        for run, link in self._runs(paragraph, ""):
            text = "".join(_text(child, codes) for child in run)
            leads = next((found[1] for code in codes if (found := LEADS_TO.match(code.code))), "")
            if text and not any(self.skipped.match(code.code) for code in codes):
                yield Stretch(text, self.looks.on(run, "b"), self.looks.on(run, "i"), link or leads)

    def _runs(self, node: "_Element", link: str) -> "Iterator[tuple[_Element, str]]":
        """Go through the runs of a paragraph and the equations among them, with the link that they stand in."""
        for child in node:
            if child.tag in (f"{W}r", f"{M}r"):
                yield child, link
            elif child.tag == f"{W}hyperlink":
                anchor = child.get(f"{W}anchor")
                target = self.links.get(child.get(f"{R}id", ""), "")
                yield from self._runs(child, f"{target}#{anchor}" if anchor else target)
            elif self.skipped.match(child.get(f"{W}instr", "")):
                continue
            elif simple := LEADS_TO.match(child.get(f"{W}instr", "")):
                yield from self._runs(child, simple[1])
            elif (child.tag in _AROUND or str(child.tag).startswith(M)) and child.find(_PROMPT) is None:
                yield from () if _repeats(child) else self._runs(child, link)


def paragraphs(blocks: "Iterable[_Element]") -> "Iterator[_Element]":
    """Go through the paragraphs of the blocks; the content of a control within a paragraph is one itself."""
    for block in blocks:
        if block.tag == f"{W}p" or any(child.tag in _LINES for child in block):
            yield block
        elif block.tag in _BLOCKS and block.find(f"{W}trPr/{W}del") is None and block.find(_PROMPT) is None:
            yield from paragraphs(block)


def _repeats(control: "_Element") -> bool:
    """Say whether the control says again what one before it says.

    LibreOffice 7.4 writes the whole text of a control that mixes scripts once for each change of script.
    """
    first = control.getprevious()
    if control.tag != f"{W}sdt" or first is None or first.tag != control.tag or control.find(_ID) is not None:
        return False
    while (before := first.getprevious()) is not None and before.tag == control.tag:
        first = before
    whole, own = ("".join(one.text or "" for one in part.iter(f"{W}t")) for part in (first, control))
    return bool(whole) and own.endswith(whole)


def _text(sign: "_Element", codes: list[_FieldCode]) -> str:
    """Return what one element of a run shows; a field shows its result, never its code."""
    if sign.tag == f"{W}fldChar":
        _step(sign.get(f"{W}fldCharType", ""), codes)
    elif sign.tag == f"{W}instrText" and codes:
        codes[-1].code += sign.text or ""
    elif all(code.shown for code in codes):
        return shown(sign)
    return ""


def _step(kind: str, codes: list[_FieldCode]) -> None:
    if kind == "begin":
        codes.append(_FieldCode())
    elif codes and kind == "separate":
        codes[-1].shown = True
    elif codes and kind == "end":
        codes.pop()


def shown(sign: "_Element") -> str:
    """Return the text that one element of a run shows, outside of fields."""
    if sign.tag in (f"{W}t", f"{M}t"):
        text = re.sub(r"[\t\n\r]", " ", sign.text or "")
        return text if sign.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else text.strip(" ")
    if sign.tag == f"{W}br":
        return "\n" if sign.get(f"{W}type", "textWrapping") == "textWrapping" else ""
    if sign.tag == f"{W}sym":
        return symbol(sign) or "\N{REPLACEMENT CHARACTER}"
    return _SIGNS.get(str(sign.tag), "")


def symbol(sign: "_Element") -> str:
    """Return the character that a symbol font's sign stands for, or ``""`` where it is not known."""
    code = sign.get(f"{W}char", "")
    number = int(code, 16) if _CODE.fullmatch(code) else 0
    font = sign.get(f"{W}font", "").casefold()
    known = _SYMBOLS.get((font, number - _PRIVATE if number >= _PRIVATE else number), "")
    own = number < _PRIVATE and font not in ("symbol", "wingdings") and unicodedata.category(chr(number))[0] != "C"
    return known or (chr(number) if own else "")
