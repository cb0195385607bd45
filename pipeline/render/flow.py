"""A document's XML as text: where its elements begin and end, and which paragraphs stand beside one another.

The text is written as `canonical` leaves it. To look at a paragraph's neighbours costs as much as they are long,
however long the document is.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from operator import itemgetter

FIELD_MARK = ("field", "")
FIELD = ' field=""'
"""What a control has in its first tag, from template to finished document, when it holds whole paragraphs."""
EMPTY = re.compile(r"<w:(p|pPr|rPr|tc|r|sdtPr|sdtContent)((?: [^>]*)?)/>")
NAME = re.compile(r"<([\w:]+)")
HEAD = re.compile(r"(<w:p(?: [^>]*)?>)(?:<w:pPr>(.*?)</w:pPr>)?", re.DOTALL)
STYLE = re.compile(r'<w:p(?: [^>]*)?>(?:<w:pPr><w:pStyle w:val="([^"]*)"/>)?')
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
PARAGRAPHS, END, INSIDE = ("<w:p>", "<w:p "), "</w:p>", "<w:sdtContent>"
CONTROLS, LAST = ("<w:sdt>", f"<w:sdt{FIELD}>"), "</w:sdtContent></w:sdt>"
MARKS = ("<w:bookmarkStart ", "<w:bookmarkEnd ")
Edit = tuple[int, int, str]


def canonical(xml: str) -> str:
    """Write out the elements that are empty, so that each has a beginning and an end."""
    return EMPTY.sub(r"<w:\1\2></w:\1>", xml)


def edited(xml: str, edits: Iterable[Edit]) -> str:
    """Return the text with each stretch, from a place to another, replaced."""
    found: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=itemgetter(0, 1)):
        found += (xml[at:start], new)
        at = end
    return "".join((*found, xml[at:]))


def end_of(xml: str, start: int) -> int:
    """Return where the element that begins at a place ends."""
    stop = xml.index(">", start) + 1
    if xml[stop - 2] == "/":
        return stop
    name = NAME.match(xml, start)[1]  # type: ignore[index] # an element begins there
    end = xml.find(f"</{name}>", stop)
    if end >= 0 and xml.find(f"<{name}>", stop, end) < 0 and xml.find(f"<{name} ", stop, end) < 0:
        return end + len(f"</{name}>")
    return _end_around_others(xml, stop, name)


def _end_around_others(xml: str, start: int, name: str) -> int:
    """Return where an element ends that holds others of its name, by where its first tag ends."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}(?: [^>]*?)?(/?)>").finditer(xml, start):
        depth += 0 if tag[2] else -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(xml)


def start_of(xml: str, name: str, at: int) -> int:
    """Return where the nearest element of the name begins before a place; -1 if none does."""
    found = xml.rfind(f"<{name}", 0, at)
    while found >= 0 and xml[found + len(name) + 1] not in " >":
        found = xml.rfind(f"<{name}", 0, found)
    return found


def children(xml: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Go through the elements between two places."""
    while start < end:
        yield start, (start := end_of(xml, start))


def before(xml: str, start: int) -> int:
    """Return where the paragraph just before a place begins; -1 if none stands there.

    One in a control counts as one outside it, and bookmarks between paragraphs as nothing.
    """
    while True:
        last = xml.rfind("<", 0, start)
        if xml.endswith(END, 0, start):
            return _paragraph_ending(xml, start)
        if xml.endswith(LAST, 0, start):
            start -= len(LAST)
        elif xml.endswith(INSIDE, 0, start):
            start = start_of(xml, "w:sdt", start)
        elif xml.startswith(MARKS, last):
            start = last
        else:
            return -1


def _paragraph_ending(xml: str, end: int) -> int:
    depth, at = 0, end
    while at >= 0:
        start = start_of(xml, "w:p", at)
        depth += xml.count(END, max(start, 0), at) - 1
        at = start
        if depth == 0:
            break
    return at


def after(xml: str, end: int) -> int:
    """Return where the paragraph just after a place begins; -1 if none stands there."""
    while True:
        if xml.startswith(PARAGRAPHS, end):
            return end
        if xml.startswith(LAST, end):
            end += len(LAST)
        elif xml.startswith(CONTROLS, end):
            end = xml.index(INSIDE, end) + len(INSIDE)
        elif xml.startswith(MARKS, end):
            end = xml.index(">", end) + 1
        else:
            return -1


def styled(xml: str, styles: Collection[str]) -> Iterator[tuple[int, str]]:
    """Go through the paragraphs in these styles: where each begins, and its style's id."""
    if styles:
        wanted = "|".join(map(re.escape, sorted(styles)))
        for found in re.compile(f'<w:pStyle w:val="({wanted})"/>').finditer(xml):
            yield start_of(xml, "w:p", found.start()), found[1]


def style_at(xml: str, start: int) -> str:
    """Return the id of the style of the paragraph that begins at a place; nothing where none does."""
    found = STYLE.match(xml, start) if start >= 0 else None
    return (found[1] or "") if found else ""


def text_in(xml: str) -> str:
    """Return the text of a block, without its breaks and pictures."""
    return unescape("".join(TEXT.findall(xml)))


def with_property(xml: str, start: int, added: str, earlier: Collection[str]) -> Edit:
    """Return what gives the paragraph at a place a property, once, after those that Word's schema has earlier."""
    found = HEAD.match(xml, start)
    assert found is not None  # noqa: S101 -- a paragraph begins there
    return *found.span(), f"{found[1]}<w:pPr>{put(found[2] or '', added, earlier)}</w:pPr>"


def put(properties: str, added: str, earlier: Collection[str]) -> str:
    """Return properties with one more, in place of one of the same name, after those named."""
    new, kept, at = _name(added), [], 0
    for start, end in children(properties, 0, len(properties)):
        if (name := _name(one := properties[start:end])) != new:
            kept.append(one)
            at += name in earlier
    return "".join((*kept[:at], added, *kept[at:]))


def without(properties: str, name: str) -> str:
    """Return properties without the one of a name."""
    spans = children(properties, 0, len(properties))
    return "".join(properties[start:end] for start, end in spans if _name(properties[start:end]) != name)


def _name(element: str) -> str:
    return NAME.match(element)[1]  # type: ignore[index] # an element begins there
