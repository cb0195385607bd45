"""A template is checked before anything else runs: every fault at once, in Swedish, where a clerk finds it."""

import io
from collections.abc import Collection, Sequence

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from jinja2.exceptions import TemplateError
from lxml import etree

from pipeline.blanks import FIGURE_STYLE, STATUS_STYLES, Blanks
from pipeline.problems import Place, Problems
from pipeline.render.checks.blocks import Blocks
from pipeline.render.checks.comments import commented
from pipeline.render.checks.controls import check_controls
from pipeline.render.checks.found import Faults, Spot, TemplateFault
from pipeline.render.checks.kinds import kind_of
from pipeline.render.checks.layout import NOT_FILLED, check_layout
from pipeline.render.checks.meaning import Meaning
from pipeline.render.checks.outside import check_file
from pipeline.render.checks.places import ENDNOTES, Part, lines, parts
from pipeline.render.checks.tags import tags_of
from pipeline.render.engine import compiled
from pipeline.render.faults import BROKEN, NOT_WORD, explained, missing_style
from pipeline.render.styles import style_ids

__all__ = ["Spot", "TemplateFault", "check_template", "commented", "tell_faults", "template_faults"]

MOST_TAGS = 3000
TOO_MANY = "{} har {} taggar (gräns {}); gör mallen enklare"


def check_template(name: str, content: bytes, blanks: type[Blanks], problems: Problems) -> None:
    """Tell of everything that is wrong with the template `name`, which is filled in with such blanks."""
    tell_faults(name, template_faults(content, blanks), problems)


def tell_faults(name: str, faults: Sequence[TemplateFault], problems: Problems) -> None:
    """Tell of the faults of the template `name`, in their order."""
    for order, fault in enumerate(faults, start=1):
        place = Place(name) if fault.spot is None else Place(name, row=order, spot=str(fault.spot))
        problems.fault(place, fault.text)


def template_faults(content: bytes, blanks: type[Blanks]) -> tuple[TemplateFault, ...]:
    """Return everything that is wrong with a template, in the order of its parts and paragraphs."""
    faults = Faults()
    check_file(content, faults)
    if any(fault.closed for fault in faults):
        return tuple(faults)
    try:
        document = Document(io.BytesIO(content))
        found = parts(document)
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError):
        return (TemplateFault(NOT_WORD, closed=True),)
    styles = style_ids(document)
    for part in found:
        _check_part(part, blanks, styles, faults)
    if not faults:
        _check_whole(content, faults)
    return tuple(sorted(faults, key=lambda fault: _order(fault, [part.name for part in found])))


def _check_part(part: Part, blanks: type[Blanks], styles: Collection[str], faults: Faults) -> None:
    found = lines(part)
    tags = [tag for line in found for tag in tags_of(line, faults)]
    if len(tags) > MOST_TAGS:
        faults.add(TOO_MANY.format(part.name, len(tags), MOST_TAGS))
        return
    check_layout(part, found, tags, faults)
    check_controls(part, found, tags, faults)
    if part.name == ENDNOTES:
        for tag in tags:
            faults.add(NOT_FILLED, tag.line.spot)
        return
    blocks = Blocks(faults)
    for tag in tags:
        blocks.add(tag)
    meaning = Meaning(kind_of(blanks), faults)
    meaning.check(blocks.finish())
    for tag, boxed in meaning.statuses:
        for name in (FIGURE_STYLE,) if boxed else STATUS_STYLES.values():
            if name not in styles:
                faults.add(missing_style(name), tag.line.spot)


def _check_whole(content: bytes, faults: Faults) -> None:
    """Read what docxtpl makes of the template, in case it is something else than we do."""
    try:
        compiled(content)
    except TemplateError as error:
        faults.add(explained(error, ()))
    except RecursionError:
        faults.add(BROKEN)


def _order(fault: TemplateFault, names: list[str]) -> tuple[int, int]:
    return (-1, 0) if fault.spot is None else (names.index(fault.spot.part), fault.spot.number)
