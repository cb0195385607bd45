"""The fields that people write in, once a template is filled in: prompts, ids, and marks that find them again."""

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from pipeline.model.marks import end_mark, mark
from pipeline.problems import quoted
from pipeline.render.blocks import (
    BOOKMARKS,
    CONTROL,
    PARAGRAPH,
    controls,
    inside_of,
    properties_of,
    remove,
    text_of,
    value_of,
)
from pipeline.render.styles import style_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

PROMPT = "Placeholder Text"
"""The character style of a prompt, by Word's own name; in a Swedish Word it is called Platshållartext."""
LONGEST = 64
HELD = ("w:drawing", "w:pict", "w:object")
SHOWS_PROMPT, ID = qn("w:showingPlcHdr"), qn("w:id")
BEFORE_ID = {qn(f"w:{name}") for name in ("rPr", "alias", "tag")}
BEFORE_PROMPT = BEFORE_ID | {qn(f"w:{name}") for name in ("id", "lock", "placeholder", "temporary")}


def control_fault(document: "Document") -> str:
    """Say which control cannot be told from another one, or nothing where each has a tag and a title of its own."""
    found = controls(document.element.body)
    for name, called in (("w:tag", "taggen"), ("w:alias", "titeln")):
        counted = Counter(value_of(one, name) for one in found)
        for value, times in counted.items():
            if times > 1 or not value or len(value) > LONGEST:
                return _told(called, value, times)
    return ""


def _told(called: str, value: str, times: int) -> str:
    if not value:
        return f"en innehållskontroll saknar {called[:-1]}; högerklicka på den, välj Egenskaper och skriv en"
    if len(value) > LONGEST:
        return f"{called} {quoted(value)} är för lång; Word tar högst {LONGEST} tecken"
    where = "”mål-{{ mål.nummer }}.analys” eller ”Mål {{ mål.nummer }}: analys”"
    return (
        f"{times} innehållskontroller får {called} {quoted(value)}, men var och en ska ha en egen; "
        f"inne i en slinga skrivs den med målets nummer, som i {where}"
    )


def settle_prompts(document: "Document") -> None:
    """Leave a prompt only where nothing else is written; a field with neither is taken away."""
    style = style_ids(document).get(PROMPT)
    for control in controls(document.element.body):
        prompts = [one for one in inside_of(control).iterchildren(PARAGRAPH) if is_prompt(one, style)]
        others = [one for one in inside_of(control) if one not in prompts]
        written = [one for one in others if _holds_something(one)]
        for one in prompts if written else others:
            remove(one)
        show_prompt(control, shown=not written)
        if not written and not prompts:
            remove(control)


def is_prompt(paragraph: "_Element", style: str | None) -> bool:
    """Say whether all that stands in the paragraph is a prompt."""
    written = [run for run in paragraph.iter(qn("w:r")) if text_of(run).strip()]
    return bool(written) and all(_look(run) == style for run in written)


def _look(run: "_Element") -> str | None:
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return None if style is None else style.get(qn("w:val"))


def show_prompt(control: "_Element", *, shown: bool) -> None:
    """Tell Word whether what stands in the control is its prompt, which a click then selects whole."""
    properties = properties_of(control)
    for old in properties.findall(SHOWS_PROMPT):
        properties.remove(old)
    if shown:
        _put(properties, _element("w:showingPlcHdr"), BEFORE_PROMPT)


def _holds_something(block: "_Element") -> bool:
    return block.tag != PARAGRAPH or bool(text_of(block).strip()) or next(block.iter(*map(qn, HELD)), None) is not None


def mark_controls(document: "Document") -> None:
    """Give every control an id of its own, the same each time, and each field a bookmark before it and one after."""
    body = document.element.body
    _number(list(body.iter(CONTROL)))
    free = _free(body)
    for control in controls(body):
        tag = value_of(control, "w:tag")
        for one in _bookmark(next(free), mark(tag)):
            control.addprevious(one)
        for one in reversed(_bookmark(next(free), end_mark(tag))):
            control.addnext(one)


def _number(found: "list[_Element]") -> None:
    taken: set[int] = set()
    for place, control in enumerate(found):
        properties = properties_of(control)
        name = value_of(control, "w:tag") or str(place)
        number = int.from_bytes(sha256(name.encode()).digest()[:4]) >> 1
        while number in taken or number == 0:
            number += 1
        taken.add(number)
        for old in properties.findall(ID):
            properties.remove(old)
        _put(properties, _element("w:id", val=str(number)), BEFORE_ID)


def _free(body: "_Element") -> "Iterator[str]":
    """Go through ids that no bookmark has."""
    taken = {one.get(ID) for one in body.iter(*BOOKMARKS)}
    number = 0
    while True:
        number += 1
        if str(number) not in taken:
            yield str(number)


def _bookmark(number: str, name: str) -> "tuple[_Element, _Element]":
    return _element("w:bookmarkStart", id=number, name=name), _element("w:bookmarkEnd", id=number)


def _put(properties: "_Element", added: "_Element", before: set[str]) -> None:
    """Put a property where Word's schema wants it: after those named."""
    properties.insert(sum(child.tag in before for child in properties), added)


def _element(tag: str, **values: str) -> "_Element":
    return OxmlElement(tag, {qn(f"w:{key}"): value for key, value in values.items()})
