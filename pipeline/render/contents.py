"""A table of contents in a filled-in document: each of its lines becomes a link to the heading it repeats."""

import re
from collections import defaultdict, deque
from itertools import count
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.render.styles import style_ids, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.text.run import CT_R
    from docx.oxml.xmlchemy import BaseOxmlElement

LEVELLED = re.compile("(toc|heading) ([1-9])", re.IGNORECASE)
PLAIN = {qn("w:pPr"), qn("w:r")}
NAME, LINK = "Rubrik", "Hyperlink"


def link_contents(document: "Document") -> None:
    """Link every line in a style for contents (TOC 1, TOC 2) to the next heading of its level and text."""
    known, look = kinds(document), style_ids(document).get(LINK)
    marks = _marks(document.element.body)
    waiting: dict[tuple[str, str], deque[BaseOxmlElement]] = defaultdict(deque)
    for paragraph in document.element.body.iter(qn("w:p")):
        kind, level = known.get(style_of(paragraph) or "", ("", ""))
        lines = waiting[level, _text(paragraph)]
        if kind == "toc" and {child.tag for child in paragraph} <= PLAIN:
            lines.append(paragraph)
        elif kind == "heading" and lines:
            number, name = next(marks)
            _bookmark(paragraph, number, name)
            _link(lines.popleft(), name, look)


def kinds(document: "Document") -> dict[str, tuple[str, str]]:
    """Return whether a style is for contents or headings, and of which level, by the style's id."""
    found = {key: LEVELLED.fullmatch(name) for name, key in style_ids(document).items()}
    return {key: (match[1].lower(), match[2]) for key, match in found.items() if match}


def _marks(body: "BaseOxmlElement") -> "Iterator[tuple[str, str]]":
    """Go through ids and names that no bookmark in the template has."""
    taken = list(body.iter(qn("w:bookmarkStart")))
    ids, names = ({one.get(qn(f"w:{key}")) for one in taken} for key in ("id", "name"))
    free = (str(number) for number in count(1) if str(number) not in ids)
    return ((number, f"{NAME}{number}") for number in free if f"{NAME}{number}" not in names)


def _text(paragraph: "BaseOxmlElement") -> str:
    return "".join(paragraph.xpath(".//w:t/text()")).strip()


def _bookmark(heading: "BaseOxmlElement", number: str, name: str) -> None:
    first = int(heading[0].tag == qn("w:pPr"))
    heading.insert(first, _element("w:bookmarkStart", id=number, name=name))
    heading.append(_element("w:bookmarkEnd", id=number))


def _link(line: "BaseOxmlElement", name: str, look: str | None) -> None:
    """Make the line a link; LibreOffice takes only what has a character style with it into a PDF."""
    link = _element("w:hyperlink", anchor=name, history="1")
    for run in line.findall(qn("w:r")):
        if look is not None and not run.xpath("./w:rPr/w:rStyle"):
            cast("CT_R", run).get_or_add_rPr().insert(0, _element("w:rStyle", val=look))
        link.append(run)
    line.append(link)


def _element(tag: str, **values: str) -> "BaseOxmlElement":
    return cast("BaseOxmlElement", OxmlElement(tag, {qn(f"w:{key}"): value for key, value in values.items()}))
