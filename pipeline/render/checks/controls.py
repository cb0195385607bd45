"""The fields that people write in: each is found again by a tag and a title of its own."""

from collections import Counter
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from pipeline.problems import quoted
from pipeline.render.blocks import CONTROL, HOLDERS, value_of
from pipeline.render.checks.found import Faults, Spot
from pipeline.render.checks.places import BODY, PARAGRAPH, Line, Part
from pipeline.render.checks.tags import OPENER, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

NAMES = {"w:tag": "taggen", "w:alias": "titeln"}
HOW = "högerklicka på den i Word (under fliken Utvecklare), välj Egenskaper"
NOTHING = "en innehållskontroll saknar {}; " + HOW + " och skriv en"
TWICE = "{} innehållskontroller har {} {}; varje fält ska ha en egen: " + HOW + " och ändra"
IN_LINE = (
    "innehållskontrollen {} står inne i ett stycke; ett fält ska hålla hela stycken: ta bort den, "
    "ställ markören i ett tomt stycke och lägg till den där"
)
PREFIXED = "{} kan inte stå i en innehållskontrolls titel eller tagg; skriv taggen utan {}"


def check_controls(part: Part, found: "Sequence[Line]", tags: "Sequence[Tag]", faults: Faults) -> None:
    """Tell of controls in the body that a run could not find again, or tell from one another."""
    own = {line.element: line.spot for line in found}
    fields = [one for one in part.root.iter(CONTROL) if part.name == BODY and _is_field(one)]
    for control in fields:
        _check_one(control, _spot(control, own), faults)
    for name, called in NAMES.items():
        values = Counter(value_of(one, name) for one in fields)
        for control in fields:
            if (value := value_of(control, name)) and values[value] > 1:
                told = TWICE.format(values[value], called, quoted(value))
                faults.add(told, _spot(control, own))
    for tag in tags:
        if tag.line.element.tag == CONTROL and tag.prefix:
            faults.add(PREFIXED.format(quoted(tag), tag.prefix), tag.line.spot)


def _is_field(control: "_Element") -> bool:
    """Say whether people write in the control: it has a tag, or tags of the template stand in it."""
    texts = (one.text or "" for one in control.iter(qn("w:t")))
    return bool(value_of(control, "w:tag")) or any(OPENER.search(text) for text in texts)


def _check_one(control: "_Element", spot: Spot | None, faults: Faults) -> None:
    for name, called in NAMES.items():
        if not value_of(control, name):
            faults.add(NOTHING.format({"taggen": "tagg", "titeln": "titel"}[called]), spot)
    around = control.getparent()
    if around is not None and around.tag not in HOLDERS:
        faults.add(IN_LINE.format(quoted(value_of(control, "w:alias") or value_of(control, "w:tag"))), spot)


def _spot(control: "_Element", spots: "Mapping[_Element, Spot]") -> Spot | None:
    around = (*control.iter(PARAGRAPH), *control.iterancestors(PARAGRAPH))
    return next((spots[one] for one in around if one in spots), None)
