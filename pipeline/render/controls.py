"""The fields that people write in, once a template is filled in: prompts, ids, and marks that find them again."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from itertools import count

from pipeline.model.marks import end_mark, mark
from pipeline.problems import quoted
from pipeline.render.contents import taken
from pipeline.render.flow import (
    FIELD,
    INSIDE,
    LAST,
    PARAGRAPHS,
    Edit,
    children,
    edited,
    end_of,
    put,
    text_in,
    without,
)

PROMPT = "Placeholder Text"
"""The character style of a prompt, by Word's own name; in a Swedish Word it is called Platshållartext."""
LONGEST = 64
HELD = ("<w:drawing", "<w:pict", "<w:object")
SHOWN = "<w:showingPlcHdr/>"
BEFORE_ID = ("w:rPr", "w:alias", "w:tag")
BEFORE_PROMPT = (*BEFORE_ID, "w:id", "w:lock", "w:placeholder", "w:temporary")
CONTROL = re.compile(f"<w:sdt((?:{FIELD})?)><w:sdtPr>(.*?)</w:sdtPr>", re.DOTALL)
VALUE = re.compile(r'<w:(tag|alias) (?:[^>]* )?w:val="([^"]*)"')
RUN = re.compile(r'<w:r(?: [^>]*)?>(?:<w:rPr>(?:<w:rStyle w:val="([^"]*)"/>)?.*?</w:rPr>)?(.*?)</w:r>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Control:
    """A control in the text: where it, its properties and what is in it begin and end; a field holds whole blocks."""

    span: tuple[int, int]
    properties: tuple[int, int]
    inside: tuple[int, int]
    holds_blocks: bool
    tag: str
    title: str

    @property
    def is_field(self) -> bool:
        """Say whether people write in it: it holds whole paragraphs and has a tag."""
        return self.holds_blocks and bool(self.tag)


def _controls(xml: str) -> Iterator[_Control]:
    for found in CONTROL.finditer(xml):
        values = {name: unescape(value) for name, value in VALUE.findall(found[2])}
        end = end_of(xml, found.start())
        inside = xml.index(INSIDE, found.end()) + len(INSIDE), end - len(LAST)
        names = values.get("tag", ""), values.get("alias", "")
        yield _Control((found.start(), end), found.span(2), inside, bool(found[1]), *names)


def field_spans(xml: str, tags: set[str]) -> list[tuple[int, int]]:
    """Return where the controls with these tags begin and end."""
    return [one.span for one in _controls(xml) if one.tag in tags]


def control_fault(xml: str) -> str:
    """Say which control cannot be told from another one, or nothing where each has a tag and a title of its own."""
    found = [one for one in _controls(xml) if one.is_field]
    for called, values in (("taggen", [one.tag for one in found]), ("titeln", [one.title for one in found])):
        for value, times in Counter(values).items():
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


def settle_prompts(xml: str, styles: Mapping[str, str]) -> str:
    """Leave a prompt only where nothing else is written; a field with neither is taken away."""
    look = styles.get(PROMPT, "")
    return edited(xml, (edit for one in _controls(xml) if one.is_field for edit in _settled(xml, one, look)))


def _settled(xml: str, control: _Control, look: str) -> Iterator[Edit]:
    blocks = list(children(xml, *control.inside))
    prompts = {block for block in blocks if _is_prompt(xml[slice(*block)], look)}
    others = [block for block in blocks if block not in prompts]
    is_written = any(_holds_something(xml[slice(*block)]) for block in others)
    if not is_written and not prompts:
        yield *control.span, ""
        return
    for block in prompts if is_written else others:
        yield *block, ""
    properties = xml[slice(*control.properties)]
    shown = without(properties, "w:showingPlcHdr") if is_written else put(properties, SHOWN, BEFORE_PROMPT)
    yield *control.properties, shown


def _is_prompt(block: str, look: str) -> bool:
    """Say whether the block is a paragraph, and all that stands in it a prompt."""
    written = [style for style, inside in RUN.findall(block) if text_in(inside).strip()]
    return bool(look) and block.startswith(PARAGRAPHS) and bool(written) and all(style == look for style in written)


def _holds_something(block: str) -> bool:
    return not block.startswith(PARAGRAPHS) or bool(text_in(block).strip()) or any(one in block for one in HELD)


def mark_controls(xml: str) -> str:
    """Give every control an id of its own, the same each time, and each field a bookmark before it and one after."""
    edits: list[Edit] = []
    used: set[int] = set()
    ids, free = taken(xml, "id"), count(1)
    for place, one in enumerate(_controls(xml)):
        number = f'<w:id w:val="{_number(one.tag or str(place), used)}"/>'
        edits.append((*one.properties, put(xml[slice(*one.properties)], number, BEFORE_ID)))
        if one.is_field:
            start, end = one.span
            numbers = (number for number in free if str(number) not in ids)
            edits.append((start, start, _bookmark(next(numbers), mark(one.tag))))
            edits.append((end, end, _bookmark(next(numbers), end_mark(one.tag))))
    return edited(xml, edits).replace(f"<w:sdt{FIELD}>", "<w:sdt>")


def _number(name: str, used: set[int]) -> int:
    number = int.from_bytes(sha256(name.encode()).digest()[:4]) >> 1
    while number in used or number == 0:
        number += 1
    used.add(number)
    return number


def _bookmark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
