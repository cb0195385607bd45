"""Where a document's fields are: by their controls, or by the bookmarks around them where a program dropped those.

LibreOffice 7.4 keeps a control's title alone, and only around the first paragraph; on the second save not even
that. The ends of the bookmarks are what it leaves in place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.earlier.looks import value
from pipeline.earlier.package import W
from pipeline.model.marks import end_mark, mark

if TYPE_CHECKING:
    from lxml.etree import _Element

Titles = Mapping[str, str]
"""Titles of fields by their tags."""

_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml"})
_COPY = re.compile(r"_Copy_\d+$")


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks that a field holds: `prompting` where its control shows its prompt, `marked` by bookmarks alone."""

    tag: str
    title: str
    blocks: "tuple[_Element, ...]" = field(repr=False)
    prompting: bool = False
    marked: bool = False


def regions(root: "_Element", known: Titles) -> tuple[Region, ...]:
    """Return the document's fields in their order, those of `known` also where their tags are lost."""
    by_title = {title: tag for tag, title in known.items()}
    found = [_of_control(one, by_title) for one in root.iter(f"{W}sdt") if any(names(one)) and _is_block(one)]
    have = {region.tag for region in found}
    marks = _mark_ends(root)
    found += [one for tag in known if tag not in have and (one := _between(tag, known[tag], marks)) is not None]
    have = {region.tag for region in found}
    inline = [one for one in root.iter(f"{W}sdt") if any(names(one)) and not _is_block(one)]
    found += [one for one in (_of_control(each, by_title) for each in inline) if one.tag not in have]
    return tuple(one for one in found if not known or one.tag in known)


def names(control: "_Element") -> tuple[str, str]:
    """Return the control's tag and title."""
    return value(control.find(f"{W}sdtPr/{W}tag")), value(control.find(f"{W}sdtPr/{W}alias"))


def _is_block(control: "_Element") -> bool:
    return next(control.iterancestors(f"{W}p"), None) is None


def _of_control(control: "_Element", by_title: Titles) -> Region:
    tag, title = names(control)
    inside = control.find(f"{W}sdtContent")
    blocks = () if inside is None else tuple(inside) if _is_block(control) else (inside,)
    prompting = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    return Region(tag or by_title.get(title, title), title, blocks, prompting)


def _mark_ends(root: "_Element") -> "dict[str, _Element]":
    """Return the end of each field's bookmarks by name; of copies the last."""
    started = {one.get(f"{W}id"): one.get(f"{W}name", "") for one in root.iter(f"{W}bookmarkStart")}
    ends = ((started.get(one.get(f"{W}id"), ""), one) for one in root.iter(f"{W}bookmarkEnd"))
    return {_COPY.sub("", name): one for name, one in ends if name.startswith("_falt_")}


def _between(tag: str, title: str, marks: "Mapping[str, _Element]") -> Region | None:
    """Return the blocks from the one where the first mark ends until the one where the last mark ends."""
    start = marks.get(mark(tag))
    first = None if start is None else _block_from(start)
    if start is None or first is None:
        return None
    others = {_block_from(one) for name, one in marks.items() if name not in (mark(tag), end_mark(tag))}
    end = marks.get(end_mark(tag))
    until = None if end is None or _ends_document(end) else _block_from(end)
    blocks: list[_Element] = []
    for block in (first, *first.itersiblings()):
        if block is until or (until is None and blocks and block in others):
            break
        if block.tag in _BLOCKS:
            blocks.append(block)
    return Region(tag, title, tuple(blocks), marked=True)


def _block_from(end: "_Element") -> "_Element | None":
    """Return the block of the body that the bookmark ends in, or else the block after it."""
    top = end
    for above in end.iterancestors():
        if above.tag == f"{W}body":
            break
        top = above
    if top.tag in _BLOCKS:
        return top
    return next((one for one in top.itersiblings() if one.tag in _BLOCKS), None)


def _ends_document(end: "_Element") -> bool:
    """Say whether the bookmark ends after the text of the document's last paragraph."""
    paragraph = end.getparent()
    if paragraph is None or paragraph.tag != f"{W}p":
        return False
    last = not any(one.tag in _BLOCKS for one in paragraph.itersiblings())
    return last and not any(one.tag == f"{W}r" for one in end.itersiblings()) and _text_before(end)


def _text_before(end: "_Element") -> bool:
    return any(True for one in end.itersiblings(preceding=True) for _ in _runs(one))


def _runs(one: "_Element") -> "Iterator[_Element]":
    return one.iter(f"{W}r")
