"""A table of contents in a filled-in document: each of its lines becomes a link to the heading it repeats."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from itertools import count

from markupsafe import escape

from pipeline.render.flow import HEAD, Edit, children, edited, end_of, start_of, style_at, styled, text_in

LEVELLED = re.compile("(toc|heading) ([1-9])", re.IGNORECASE)
BOOKMARK = re.compile("<w:bookmarkStart [^>]*>")
VALUE = re.compile(r'w:(id|name)="([^"]*)"')
RUN = re.compile(r"(<w:r(?: [^>]*)?>)(?:<w:rPr>(.*?)</w:rPr>)?", re.DOTALL)
NAME, LINK = "Rubrik", "Hyperlink"


def link_contents(xml: str, styles: Mapping[str, str]) -> str:
    """Link every line in a style for contents (TOC 1, TOC 2) to the next heading of its level and text.

    A run in the style of links that repeats a heading, as page 1 does with a goal's, leads to the first such heading.
    """
    known, look = kinds(styles), styles.get(LINK)
    repeated = _repeated(xml, known, look)
    if not repeated and not any(styled(xml, [style for style, (kind, _) in known.items() if kind == "toc"])):
        return xml
    marks = _marks(xml)
    waiting: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    edits: list[Edit] = []
    for start, style in styled(xml, known):
        kind, level = known[style]
        text = text_in(xml[start : end_of(xml, start)]).strip()
        lines = waiting[level, text]
        if kind == "toc" and _is_plain(xml, start):
            lines.append(start)
        elif kind == "heading" and (lines or text in repeated):
            number, name = next(marks)
            line = [_inner(xml, lines.popleft())] if lines else []
            links = (_linked(xml, span, name, look) for span in (*line, *repeated.pop(text, ())))
            edits += (_marked(xml, start, number, name), *links)
    return edited(xml, edits)


def _repeated(xml: str, known: Mapping[str, object], look: str | None) -> dict[str, list[tuple[int, int]]]:
    """Return where the runs in the style of links stand, by their texts; not those of contents, headings and links."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for run in re.finditer(f'<w:r(?: [^>]*)?><w:rPr><w:rStyle w:val="{escape(look or LINK)}"/>', xml):
        start, end = run.start(), end_of(xml, run.start())
        paragraph = start_of(xml, "w:p", start)
        opened, closed = (xml.count(tag, paragraph, start) for tag in ("<w:hyperlink ", "</w:hyperlink>"))
        if opened == closed and style_at(xml, paragraph) not in known:
            found[text_in(xml[start:end]).strip()].append((start, end))
    return found


def kinds(styles: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return whether a style is for contents or headings, and of which level, by the style's id."""
    found = {key: LEVELLED.fullmatch(name) for name, key in styles.items()}
    return {key: (match[1].lower(), match[2]) for key, match in found.items() if match}


def taken(xml: str, what: str) -> set[str]:
    """Return the ids, or the names, of the bookmarks in a document."""
    return {value for mark in BOOKMARK.findall(xml) for key, value in VALUE.findall(mark) if key == what}


def _marks(xml: str) -> "Iterator[tuple[str, str]]":
    """Go through ids and names that no bookmark in the template has."""
    ids, names = taken(xml, "id"), taken(xml, "name")
    free = (str(number) for number in count(1) if str(number) not in ids)
    return ((number, f"{NAME}{number}") for number in free if f"{NAME}{number}" not in names)


def _inner(xml: str, start: int) -> tuple[int, int]:
    """Return where what stands in a paragraph begins and ends, after its properties."""
    head = HEAD.match(xml, start)
    return head.end() if head else start, end_of(xml, start) - len("</w:p>")


def _is_plain(xml: str, start: int) -> bool:
    """Say whether nothing but text stands in a paragraph."""
    return all(xml.startswith(("<w:r>", "<w:r "), child) for child, _ in children(xml, *_inner(xml, start)))


def _marked(xml: str, start: int, number: str, name: str) -> Edit:
    first, last = _inner(xml, start)
    mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{xml[first:last]}<w:bookmarkEnd w:id="{number}"/>'
    return first, last, mark


def _linked(xml: str, span: tuple[int, int], name: str, look: str | None) -> Edit:
    """Make the runs between two places a link; LibreOffice takes only what has a character style with it into a PDF."""
    first, last = span
    runs = "".join(_styled(xml[one:end], look) for one, end in children(xml, first, last))
    return first, last, f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'


def _styled(run: str, look: str | None) -> str:
    head = RUN.match(run)
    if look is None or head is None or "<w:rStyle " in (head[2] or ""):
        return run
    return f'{head[1]}<w:rPr><w:rStyle w:val="{escape(look)}"/>{head[2] or ""}</w:rPr>{run[head.end() :]}'
