"""A document's paragraphs and tables in the order they are read, whether a content control holds them or not."""

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

PARAGRAPH, BODY, CELL, TEXT_BOX = qn("w:p"), qn("w:body"), qn("w:tc"), qn("w:txbxContent")
CONTROL, PROPERTIES, INSIDE = qn("w:sdt"), qn("w:sdtPr"), qn("w:sdtContent")
BOOKMARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
HOLDERS = {BODY, CELL, TEXT_BOX, INSIDE}


def blocks(holder: "_Element") -> "Iterator[_Element]":
    """Go through the paragraphs and tables of a body, a cell or a control, and through those of its controls."""
    for child in holder:
        if child.tag == CONTROL:
            yield from blocks(inside_of(child))
        elif child.tag not in BOOKMARKS:
            yield child


def controls(body: "_Element") -> "list[_Element]":
    """Return the controls that hold whole paragraphs and have a tag, in their order."""
    whole = (one for holder in body.iter(*HOLDERS) for one in holder.iterchildren(CONTROL))
    return [one for one in whole if value_of(one, "w:tag")]


def inside_of(control: "_Element") -> "_Element":
    """Return the element that holds what stands in a control."""
    return next(control.iterchildren(INSIDE))


def properties_of(control: "_Element") -> "_Element":
    """Return the element that holds a control's tag, title and id."""
    return next(control.iterchildren(PROPERTIES))


def remove(block: "_Element") -> None:
    """Take a part of the document away."""
    cast("_Element", block.getparent()).remove(block)


def value_of(control: "_Element", name: str) -> str:
    """Return a control's ``w:tag`` or ``w:alias``, its title; nothing where it has none."""
    found = control.find(f"{PROPERTIES}/{qn(name)}")
    return "" if found is None else str(found.get(qn("w:val"), ""))


def text_of(block: "_Element") -> str:
    """Return the text of a block, without its breaks and pictures."""
    return "".join(one.text or "" for one in block.iter(qn("w:t")))
