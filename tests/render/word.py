"""Small Word templates, made for one test each."""

import io
import zipfile
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from pipeline.blanks import FIGURE_STYLE, STATUS_STYLES, Blanks
from pipeline.problems import Problems
from pipeline.render import render

NAME = "protokoll.docx"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def template(*lines: str) -> bytes:
    """Return a template with one paragraph per line; "style:..." begins a line in another style."""
    document = Document()
    for name in (*STATUS_STYLES.values(), FIGURE_STYLE):
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for line in lines:
        style, _, rest = line.partition("::")
        document.add_paragraph(rest, style) if rest else document.add_paragraph(line)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def shipped(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


def rendered(word: bytes, blanks: Blanks, name: str = NAME) -> bytes:
    """Return the document; a fault fails the test."""
    problems = Problems()
    result = render(word, blanks, name, problems)
    assert list(problems) == []
    assert result is not None
    return result


@cache
def printed(name: str, blanks: Blanks) -> bytes:
    """Return a shipped template filled in; made once, for many tests look at it."""
    return rendered(shipped(name), blanks, name)


def refused(word: bytes, blanks: Blanks) -> list[str]:
    """Return what the clerk is told; a document fails the test."""
    problems = Problems()
    assert render(word, blanks, NAME, problems) is None
    return [str(problem) for problem in problems]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()
