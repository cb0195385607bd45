"""What people may do to a finished document by hand outside its fields, drawn by chance."""

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.oxml.ns import nsdecls
from lxml import etree

from pipeline.earlier.package import W
from tests.earlier.word import p, part, r, with_parts

MAIN = "word/document.xml"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Node = etree._Element  # noqa: SLF001 -- lxml names its elements' type so


@dataclass(frozen=True)
class Changed:
    """A document changed by hand: what was done, and the texts one of which must be named; each on a line."""

    kind: str
    content: bytes
    named: str


class UnfitError(Exception):
    """There is nothing in the document that this can be done to."""


def outside(content: bytes, chance: random.Random) -> Changed:
    """Return the document changed by hand somewhere outside its fields."""
    return drawn(content, chance, OUTSIDE)


Hand = Callable[[Node, random.Random], str]


def drawn(content: bytes, chance: random.Random, hands: dict[str, tuple[str, Hand]]) -> Changed:
    """Return the document changed by one of the hands, each with the parts of the document that it may change."""
    while True:
        kind = chance.choice(sorted(hands))
        pattern, hand = hands[kind]
        name = chance.choice(sorted(_names(content, pattern)) or [""])
        if name:
            root = etree.fromstring(part(content, name).encode())
            try:
                named = hand(root, chance)
            except UnfitError:
                continue
            return Changed(kind, with_parts(content, {name: etree.tostring(root)}), named)


def _names(content: bytes, pattern: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield from (name for name in package.namelist() if re.fullmatch(pattern, name))


def one_of(found: list[Node], chance: random.Random) -> Node:
    """Return one of them by chance, or find that the document has none."""
    if not found:
        raise UnfitError
    return chance.choice(found)


def _free(root: Node, tag: str) -> list[Node]:
    """Return the elements outside the fields."""
    return [one for one in root.iter(f"{W}{tag}") if next(one.iterancestors(f"{W}sdt"), None) is None]


def _said(node: Node) -> str:
    return "".join(one.text or "" for one in node.iter(f"{W}t"))


def _texts(root: Node, *, within: str | None = None) -> list[Node]:
    found = [one for one in _free(root, "t") if (one.text or "").strip() and not _worked_out(one)]
    return [one for one in found if within is None or next(one.iterancestors(f"{W}{within}"), None) is not None]


def _worked_out(text: Node) -> bool:
    """Say whether the text is the result of a field code such as PAGE, which programs work out anew."""
    run = text.getparent()
    before = [] if run is None else [one for each in run.itersiblings(preceding=True) for one in each]
    marks = [one.get(f"{W}fldCharType") for one in before if one.tag == f"{W}fldChar"]
    return marks.count("begin") > marks.count("end")


def _digit(root: Node, chance: random.Random) -> str:
    """Type another digit over one."""
    texts = [one for one in _texts(root) if re.search(r"\d", one.text or "")]
    return _typed_over(one_of(texts, chance), chance)


def _digit_in_table(root: Node, chance: random.Random) -> str:
    texts = [one for one in _texts(root, within="tc") if re.search(r"\d", one.text or "")]
    return _typed_over(one_of(texts, chance), chance)


def _digit_by_field(root: Node, chance: random.Random) -> str:
    """Type over a digit in the paragraph before or after a field."""
    beside = [
        next(one.itersiblings(f"{W}p", preceding=before), None)
        for one in root.iter(f"{W}sdt")
        for before in (True, False)
    ]
    near = [one for node in beside if node is not None for one in node.iter(f"{W}t")]
    return _typed_over(one_of([one for one in near if re.search(r"\d", one.text or "")], chance), chance)


def _typed_over(text: Node, chance: random.Random) -> str:
    was = text.text or ""
    at = chance.choice([found.start() for found in re.finditer(r"\d", was)])
    new = chance.choice([sign for sign in "0123456789" if sign != was[at]])
    text.text = was[:at] + new + was[at + 1 :]
    return text.text[max(at - 12, 0) : at + 12]


def _word(root: Node, chance: random.Random) -> str:
    text = one_of(_texts(root), chance)
    words = (text.text or "").split(" ")
    at = chance.choice([at for at, word in enumerate(words) if word.strip()])
    words[at] = f"handskrivet{chance.randrange(1000)}"
    text.text = " ".join(words)
    return words[at]


def _sign_more(root: Node, chance: random.Random) -> str:
    """Type a digit after a text, in a run of its own as Word does."""
    text = one_of(_texts(root), chance)
    run = text.getparent()
    assert run is not None
    digit = f"{chance.randrange(10)}"
    run.addnext(etree.fromstring(r(digit).replace("<w:r>", f"<w:r {nsdecls('w')}>", 1)))
    return f"{_said(run)[-6:]}{digit}"


def _struck_by_tracking(root: Node, chance: random.Random) -> str:
    """Delete a run with tracked changes on."""
    text = one_of([one for one in _texts(root) if _in_run(one)], chance)
    run, was = _above(text, "r"), text.text or ""
    deleted = etree.Element(f"{W}del")
    run.addprevious(deleted)
    deleted.append(run)
    text.tag = f"{W}delText"
    return was


def _in_run(text: Node) -> bool:
    run = text.getparent()
    above = None if run is None else run.getparent()
    return above is not None and above.tag == f"{W}p"


def _above(node: Node, name: str) -> Node:
    return next(node.iterancestors(f"{W}{name}"))


def _paragraph_gone(root: Node, chance: random.Random) -> str:
    body = root.find(f"{W}body")
    assert body is not None
    one = one_of([each for each in body.iterchildren(f"{W}p") if _said(each).strip() and _plain(each)], chance)
    named = _said(one)
    body.remove(one)
    return named


def _plain(paragraph: Node) -> bool:
    """Say whether the paragraph holds text alone: with a section or a field's mark it would take those with it."""
    kept = ("sectPr", "bookmarkStart", "bookmarkEnd", "drawing", "fldChar", "fldSimple")
    return not any(True for _ in paragraph.iter(*(f"{W}{name}" for name in kept)))


def _paragraph_more(root: Node, chance: random.Random) -> str:
    named = f"Handskrivet stycke {chance.randrange(1000)}."
    body = root.find(f"{W}body")
    assert body is not None
    after = one_of([each for each in body.iterchildren(f"{W}p") if _said(each).strip()], chance)
    after.addnext(etree.fromstring(p(named).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    return named


def _rows_swapped(root: Node, chance: random.Random) -> str:
    pairs = [(one, row) for row in _free(root, "tr") if (one := row.getprevious()) is not None and one.tag == row.tag]
    fit = [row for one, row in pairs if _cells(one) != _cells(row)]
    row = one_of(fit, chance)
    before = row.getprevious()
    assert before is not None
    named = [text for text in (*_cells(before), *_cells(row)) if text.strip()]
    before.addprevious(row)
    return "\n".join(named)


def _cells(row: Node) -> list[str]:
    return [_said(cell) for cell in row.iterchildren(f"{W}tc")]


def _row_gone(root: Node, chance: random.Random) -> str:
    row = one_of([one for one in _free(root, "tr") if _said(one).strip()], chance)
    named = next(text for text in _cells(row) if text.strip())
    above = row.getparent()
    assert above is not None
    above.remove(row)
    return named


def _row_more(root: Node, chance: random.Random) -> str:
    row = one_of([one for one in _free(root, "tr") if _said(one).strip()], chance)
    new = copy.deepcopy(row)
    row.addnext(new)
    return _typed_over_any(new, chance)


def _typed_over_any(node: Node, chance: random.Random) -> str:
    text = one_of([one for one in node.iter(f"{W}t") if (one.text or "").strip()], chance)
    text.text = f"handskrivet{chance.randrange(1000)}"
    return text.text


def _cells_swapped(root: Node, chance: random.Random) -> str:
    """Move what stands in a cell to its neighbour, and the other way round; one of them may be empty."""
    pairs = [(one, other) for one in _free(root, "tc") if (other := one.getnext()) is not None and other.tag == one.tag]
    fit = [other for one, other in pairs if _said(one) != _said(other)]
    other = one_of(fit, chance)
    one = other.getprevious()
    assert one is not None
    one.addprevious(other)
    return "\n".join(text for text in (_said(one), _said(other)) if text.strip())


def _chart_value(root: Node, chance: random.Random) -> str:
    values = [one for one in root.iter(f"{_C}v") if one.getparent().getparent().tag == f"{_C}numCache"]  # type: ignore[union-attr]
    value = one_of(values, chance)
    value.text = f"{float(value.text or 0) + chance.randrange(1, 50):g}"
    return value.text


def _chart_label(root: Node, chance: random.Random) -> str:
    values = [one for one in root.iter(f"{_C}v") if one.getparent().getparent().tag == f"{_C}strCache"]  # type: ignore[union-attr]
    value = one_of(values, chance)
    value.text = f"handskrivet{chance.randrange(1000)}"
    return value.text


def _note(root: Node, chance: random.Random) -> str:
    """Put a text box on a page."""
    named = f"Handskriven ruta {chance.randrange(1000)}"
    box = f"<w:r><w:pict><w:txbxContent>{p(named)}</w:txbxContent></w:pict></w:r>"
    run = etree.fromstring(box.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1))
    one_of([one for one in _free(root, "p") if _said(one)], chance).append(run)
    return named


_PAGE, _EDGE, _CHART = r"word/document\.xml", r"word/(header|footer)\d\.xml", r"word/charts/chart\d+\.xml"
OUTSIDE: dict[str, tuple[str, Hand]] = {
    "a digit": (_PAGE, _digit),
    "a digit in a table": (_PAGE, _digit_in_table),
    "a digit beside a field": (_PAGE, _digit_by_field),
    "a word": (_PAGE, _word),
    "one sign more": (_PAGE, _sign_more),
    "a tracked deletion": (_PAGE, _struck_by_tracking),
    "a paragraph gone": (_PAGE, _paragraph_gone),
    "a paragraph more": (_PAGE, _paragraph_more),
    "rows swapped": (_PAGE, _rows_swapped),
    "a row gone": (_PAGE, _row_gone),
    "a row more": (_PAGE, _row_more),
    "cells swapped": (_PAGE, _cells_swapped),
    "header or footer": (_EDGE, _word),
    "a chart's value": (_CHART, _chart_value),
    "a chart's label": (_CHART, _chart_label),
    "a text box": (_PAGE, _note),
}
