"""Where tags may stand, and what in the template would not survive: vanishing text, tracked changes, fields."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from pipeline.problems import quoted
from pipeline.render.checks.found import Faults, Spot
from pipeline.render.checks.places import CELL, PARAGRAPH, ROW, TABLE, TEXT, Line, Part
from pipeline.render.checks.tags import OPENER, Tag

if TYPE_CHECKING:
    from lxml.etree import _Element

ALONE = {"p": ("i sitt stycke", PARAGRAPH), "tr": ("i sin tabellrad", ROW), "tc": ("i sin tabellcell", CELL)}
CHANGES = tuple(
    qn(f"w:{name}")
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"),
        *(f"{one}PrChange" for one in ("r", "p", "t", "tr", "tc", "tblGrid", "sect")),
        *("tblPrChange", "tblPrExChange", "tblGridChange"),
    )
)
VANISHING = {
    qn("w:drawing"): "en bild",
    qn("w:pict"): "en bild",
    qn("w:object"): "ett objekt",
    qn("w:sectPr"): "en avsnittsbrytning",
}
BREAK, PAGE = qn("w:br"), qn("w:type")
FIELDS = {
    *("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD"),
}
INSTRUCTION, SIMPLE_FIELD, HOW = qn("w:instrText"), qn("w:fldSimple"), qn("w:instr")
TRACKED = "stycket har en spårad ändring; godkänn eller avvisa den under Granska – Ändringar"
COMMENTED = "stycket har en Word-kommentar, som följer med till varje dokument; ta bort den under Granska – Kommentarer"
REFERENCE = qn("w:commentReference")
NAMES = {qn("w:tag"), qn("w:alias")}
MISPLACED = "det står en tagg i en fältkod eller i egenskaperna för en bild; taggar kan bara stå i vanlig text"
NOT_FILLED = "taggar i slutnoter fylls inte i; flytta texten till en fotnot eller till brödtexten"


def check_layout(part: Part, found: Sequence[Line], tags: Sequence[Tag], faults: Faults) -> None:
    """Tell of everything in one part that stands where it cannot."""
    neighbours = _neighbours(tags)
    for tag in tags:
        if tag.prefix in ALONE:
            _check_alone(tag, neighbours, faults)
    spots = {line.element: line.spot for line in found}
    for element, text in _unfit(part.root):
        faults.add(text, _spot(element, spots))


def _neighbours(tags: Sequence[Tag]) -> "dict[_Element, list[Tag]]":
    """Return the tags in each paragraph, row and cell."""
    found: dict[_Element, list[Tag]] = {}
    for tag in tags:
        for home in (tag.line.element, *tag.line.element.iterancestors(ROW, CELL)):
            found.setdefault(home, []).append(tag)
    return found


def _check_alone(tag: Tag, neighbours: "dict[_Element, list[Tag]]", faults: Faults) -> None:
    place, level = ALONE[tag.prefix]
    home = tag.line.element if level == PARAGRAPH else tag.line.within(level)
    if home is None:
        faults.add(_outside_table(tag), tag.line.spot)
        return
    other = next((quoted(one) for one in neighbours[home] if one is not tag), None)
    if beside := other or next(_other_content(home, tag), None):
        text = f"{quoted(tag)} står bredvid {beside}, som skulle försvinna; låt taggen stå ensam {place}"
        faults.add(text, tag.line.spot)


def _outside_table(tag: Tag) -> str:
    right = Tag(tag.opener, "p", tag.inside, tag.line)
    return f"{quoted(tag)} står inte i någon tabell; skriv {quoted(right)}, ensam i sitt stycke"


def _other_content(home: "_Element", tag: Tag) -> Iterator[str]:
    """Return what is in the element besides the tag: text, pictures and breaks."""
    text = "".join(one.text or "" for one in home.iter(TEXT))
    if "".join(text.split()) != "".join(tag.source.split()):
        written = r"\s*".join(re.escape(word) for word in tag.source.split())
        yield quoted(" ".join(re.sub(written, "", text, count=1).split()))
    for name, what in VANISHING.items():
        if next(home.iter(name), None) is not None:
            yield what
    if any(one.get(PAGE) == "page" for one in home.iter(BREAK)):
        yield "en sidbrytning"


def _unfit(root: "_Element") -> "Iterator[tuple[_Element, str]]":
    for element in root.iter():
        if element.tag in CHANGES:
            yield element, TRACKED
        elif element.tag == REFERENCE:
            yield element, COMMENTED
        elif element.tag in {INSTRUCTION, SIMPLE_FIELD}:
            yield from ((element, text) for text in _field(element))
        if _has_misplaced_tag(element):
            yield element, MISPLACED


def _field(element: "_Element") -> Iterator[str]:
    words = str(element.get(HOW) or element.text or "").split()
    if words and words[0].upper() in FIELDS:
        yield f"mallen hämtar något utanför sig själv: fältkoden {quoted(words[0].upper())}; ta bort fältet"


def _has_misplaced_tag(element: "_Element") -> bool:
    if element.tag in NAMES:
        return False
    texts = [*element.attrib.values(), "" if element.tag == TEXT else element.text or ""]
    return any(OPENER.search(str(text)) for text in texts)


def _spot(element: "_Element", spots: "dict[_Element, Spot]") -> Spot | None:
    """Return the paragraph that the element is in, or else the first one inside it or beside it."""
    around = (element, *element.iterancestors())
    own = next((spots[one] for one in around if one in spots), None)
    row = next((one for one in around if one.tag in {ROW, TABLE}), None)
    inside = (spots[one] for one in row.iter(PARAGRAPH) if one in spots) if row is not None else iter(())
    return own or next(inside, None)
