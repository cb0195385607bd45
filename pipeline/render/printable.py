"""Copies of a document without its prompts: one that is settled, and one to print."""

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from pipeline.model.marks import end_mark, mark
from pipeline.render.blocks import BOOKMARKS, CONTROL, controls, inside_of, remove, text_of, value_of
from pipeline.render.contents import kinds
from pipeline.render.package import settled
from pipeline.render.styles import style_ids, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document as WordDocument
    from lxml.etree import _Element

PROMPTING = f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"
END, TEXT = 0, 10
"""What ranks above every heading, and below."""


def without_prompts(document: bytes) -> bytes:
    """Return the document without the fields that nothing is written in, and the headings that led to them alone."""
    word = Document(io.BytesIO(document))
    _remove_prompts(word)
    return _saved(word)


def printable(document: bytes) -> bytes:
    """Return the document as it is printed: without prompts, its fields as plain paragraphs.

    LibreOffice would make text of the links in a control, and later versions make form fields of controls.
    """
    word = Document(io.BytesIO(document))
    _remove_prompts(word)
    body = word.element.body
    _remove_marks(body, [value_of(one, "w:tag") for one in controls(body)])
    for control in list(body.iter(CONTROL)):
        for child in list(inside_of(control)):
            control.addprevious(child)
        remove(control)
    return _saved(word)


def _remove_prompts(document: "WordDocument") -> None:
    body, headings = document.element.body, kinds(style_ids(document))
    removed = [one for one in controls(body) if one.find(PROMPTING) is not None]
    _remove_marks(body, [value_of(one, "w:tag") for one in removed])
    for control in removed:
        before, after = control.getprevious(), control.getnext()
        remove(control)
        is_empty = _rank(after, headings) <= _rank(before, headings) < TEXT
        if before is not None and is_empty and not _is_about(before, value_of(control, "w:alias")):
            remove(before)


def _is_about(heading: "_Element", title: str) -> bool:
    """Say whether a heading tells what the field is about, as "Mål 5. …" does above "Mål 5: tillägg"."""
    subject, colon, _ = title.partition(":")
    return bool(colon) and text_of(heading).startswith(subject)


def _rank(block: "_Element | None", headings: "Mapping[str, tuple[str, str]]") -> int:
    """Return a heading's level; the end of the text ranks as END, and all that is no heading as TEXT."""
    if block is None or block.tag == qn("w:sectPr"):
        return END
    kind, level = headings.get(style_of(block) or "", ("", ""))
    return int(level) if kind == "heading" else TEXT


def _remove_marks(body: "_Element", tags: "Iterable[str]") -> None:
    names = {name for tag in tags for name in (mark(tag), end_mark(tag))}
    found = list(body.iter(*BOOKMARKS))
    ids = {one.get(qn("w:id")) for one in found if one.get(qn("w:name")) in names}
    for one in found:
        if one.get(qn("w:id")) in ids:
            remove(one)


def _saved(document: "WordDocument") -> bytes:
    result = io.BytesIO()
    document.save(result)
    return settled(result.getvalue())
