"""Fill a Word template in: docxtpl reads the tags, we decide what they may do and finish the document."""

from collections.abc import Mapping

from jinja2.exceptions import TemplateError
from lxml import etree

from pipeline.blanks import Blanks
from pipeline.problems import Place, Problems
from pipeline.render.chart import chart_mark
from pipeline.render.context import Picture, Status, plain
from pipeline.render.controls import control_fault
from pipeline.render.engine import Compiled, compiled
from pipeline.render.environment import as_xml
from pipeline.render.faults import BROKEN, NOT_COMPUTABLE, TemplateFaultError, explained, missing_style
from pipeline.render.finish import finish
from pipeline.render.package import MAIN

SYMBOL_FONT = '<w:rFonts w:hint="eastAsia"/>'


def render(template: bytes, blanks: Blanks, name: str, problems: Problems, *, subject: str = "") -> bytes | None:
    """Return the Word document that the template `name` becomes with these blanks.

    `subject` is put among its properties, where it stays when the file is renamed or saved by another program.

    A fault in the template is the clerk's to mend: it is told through `problems`, and there is no document.

    Raises:
        ValueError: A blank holds what Word cannot; a fault of ours.
    """
    fields = plain(blanks)
    pictures: list[Picture] = []
    try:
        ready, filled = _filled(template, fields, pictures)
    except TemplateFaultError as fault:
        problems.fault(Place(name), str(fault))
        return None
    return finish(ready, filled, pictures, blanks, subject)


def _filled(template: bytes, fields: dict[str, object], pictures: list[Picture]) -> tuple[Compiled, dict[str, str]]:
    def as_runs(part: Status | Picture) -> str:
        return _marker(part, pictures) if isinstance(part, Picture) else _status_run(part, ready.styles)

    try:
        ready = compiled(template)
        filled = ready.fill(fields, as_runs)
    except TemplateError as error:
        raise TemplateFaultError(explained(error, tuple(fields))) from error
    except etree.XMLSyntaxError as error:
        raise TemplateFaultError(BROKEN) from error
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise TemplateFaultError(NOT_COMPUTABLE) from error
    if ready.has_controls and (told := control_fault(filled[MAIN])):
        raise TemplateFaultError(told)
    return ready, filled


def _status_run(status: Status, styles: Mapping[str, str]) -> str:
    """Return a status as two runs, so that the symbol can have a font that has it."""
    name = str(status["stil"])
    if name not in styles:
        raise TemplateFaultError(missing_style(name))
    style = f'<w:rStyle w:val="{as_xml(styles[name])}"/>'
    symbol, word = str(status["symbol"]), str(status["ord"])
    marked = f"<w:r><w:rPr>{style}{SYMBOL_FONT}</w:rPr><w:t>{as_xml(symbol)}</w:t></w:r>" if symbol else ""
    space = " " if symbol else ""
    return f'{marked}<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{space}{as_xml(word)}</w:t></w:r>'


def _marker(picture: Picture, pictures: list[Picture]) -> str:
    """Note which picture goes here; it is put in once the template is known to be whole."""
    pictures.append(picture)
    return chart_mark(len(pictures) - 1)
