"""Fill a Word template in: docxtpl reads the tags, we decide what they may do and finish the document."""

import io
from typing import TYPE_CHECKING

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError
from lxml import etree

from pipeline.blanks import Blanks
from pipeline.problems import Place, Problems
from pipeline.render.context import Picture, Status, plain
from pipeline.render.controls import control_fault
from pipeline.render.environment import Sandbox, as_xml
from pipeline.render.faults import BROKEN, NOT_COMPUTABLE, NOT_WORD, explained, missing_style
from pipeline.render.finish import PICTURE, finish, is_sound
from pipeline.render.package import is_word, settled
from pipeline.render.styles import style_ids

if TYPE_CHECKING:
    from docx.document import Document

SYMBOL_FONT = '<w:rFonts w:hint="eastAsia"/>'


class TemplateFaultError(Exception):
    """The template cannot be filled in; the text says in Swedish what to mend in it."""


class _Template(DocxTemplate):  # type: ignore[misc]
    """A Word template that is read strictly: docxtpl would mend broken XML by dropping text."""

    def fix_tables(self, xml: str) -> object:
        """Refuse what docxtpl would repair, then let it count the columns."""
        etree.fromstring(xml)
        return super().fix_tables(xml)

    def map_tree(self, tree: "etree._Element") -> None:
        """Put in python-docx's own elements: a plain one stays plain while anything holds it, as a profiler may."""
        super().map_tree(parse_xml(etree.tostring(tree)))

    def render_properties(self, *_: object) -> None:
        """Leave the document's properties to `finish`."""


def render(template: bytes, blanks: Blanks, name: str, problems: Problems, *, subject: str = "") -> bytes | None:
    """Return the Word document that the template `name` becomes with these blanks.

    `subject` is put among its properties, where it stays when the file is renamed or saved by another program.

    A fault in the template is the clerk's to mend: it is told through `problems`, and there is no document.

    Raises:
        ValueError: A blank holds what Word cannot; a fault of ours.
    """
    fields = plain(blanks)
    try:
        document, pictures = _filled(template, fields)
    except TemplateFaultError as fault:
        problems.fault(Place(name), str(fault))
        return None
    finish(document, pictures, blanks, subject)
    result = io.BytesIO()
    document.save(result)
    return settled(result.getvalue())


def _filled(template: bytes, fields: dict[str, object]) -> tuple["Document", list[Picture]]:
    word = _opened(template)
    styles = style_ids(word.docx)
    pictures: list[Picture] = []
    sandbox = Sandbox(lambda part: _marker(part, pictures) if isinstance(part, Picture) else _status_run(part, styles))
    try:
        word.render(fields, sandbox, autoescape=True)
    except TemplateError as error:
        raise TemplateFaultError(explained(error, tuple(fields))) from error
    except etree.XMLSyntaxError as error:
        raise TemplateFaultError(BROKEN) from error
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise TemplateFaultError(NOT_COMPUTABLE) from error
    if not is_sound(word.docx):
        raise TemplateFaultError(BROKEN)
    if told := control_fault(word.docx):
        raise TemplateFaultError(told)
    return word.docx, pictures


def _opened(template: bytes) -> DocxTemplate:
    if not is_word(template):
        raise TemplateFaultError(NOT_WORD)
    word = _Template(io.BytesIO(template))
    try:
        word.init_docx()
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateFaultError(NOT_WORD) from error
    return word


def _status_run(status: Status, styles: dict[str, str]) -> str:
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
    return f'<w:r><w:drawing {PICTURE}="{len(pictures) - 1}"/></w:r>'
