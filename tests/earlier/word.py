"""Word documents for tests, with fields as the templates have them, and ways to edit them."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from pipeline.model.marks import end_mark, mark

PART = "word/document.xml"
NAMESPACES = nsdecls("w", "r")
Edit = Callable[[str], str]


def p(text: str = "", style: str = "") -> str:
    """Return a paragraph with one run; `text` may be XML when it begins with a tag."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{text if text.startswith('<') else r(text)}</w:p>"


def r(text: str, marks: str = "") -> str:
    """Return a run, with marks such as ``<w:b/>``."""
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def control(tag: str, title: str, content: str, *, prompting: bool = False, number: int = 1) -> str:
    """Return a field's control between its bookmarks."""
    shows = "<w:showingPlcHdr/>" if prompting else ""
    marks = [
        f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/><w:bookmarkEnd w:id="{id_}"/>'
        for id_, name in enumerate((mark(tag), end_mark(tag)), start=900 + 2 * number)
    ]
    names = f'<w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag)}"/>{shows}'
    inside = f"<w:sdt><w:sdtPr>{names}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    return f"{marks[0]}{inside}{marks[1]}"


def field(tag: str, content: str, number: int = 1) -> str:
    """Return a field with the content, or with its prompt where there is none."""
    title = tag.replace("mål-", "Mål ").replace(".", ": ").replace("_", " ")
    prompt = p(r("Skriv texten här.", '<w:rStyle w:val="PlaceholderText"/>'))
    return control(tag, title[:1].upper() + title[1:], content or prompt, prompting=not content, number=number)


def document(body: str, subject: str = "") -> bytes:
    """Return a Word document with the body's XML."""
    made = Document()
    made.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    end = made.element.body.sectPr
    for element in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
        end.addprevious(element)
    made.core_properties.subject = subject
    return saved(made)


def saved(made: Any) -> bytes:  # noqa: ANN401 -- python-docx names no type for it
    result = io.BytesIO()
    made.save(result)
    return result.getvalue()


def with_parts(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the document with the parts added or exchanged."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        for name in {*source.namelist(), *changed}:
            target.writestr(name, changed[name] if name in changed else source.read(name))
    return result.getvalue()


def part(content: bytes, name: str = PART) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def edit_xml(content: bytes, edit: Edit, name: str = PART) -> bytes:
    """Return the document with its XML edited; an edit that changes nothing is a mistake in the test."""
    before = part(content, name)
    after = edit(before)
    assert after != before
    return with_parts(content, {name: after.encode()})


def type_in(tag: str, content: str) -> Edit:
    """Return an edit that exchanges what stands in the control with the tag, as Word leaves it."""

    def edit(xml: str) -> str:
        pattern = rf'(<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="{re.escape(tag)}"/>(?:(?!</w:sdtPr>).)*</w:sdtPr>'
        found = re.search(rf"{pattern}<w:sdtContent>)(.*?)(</w:sdtContent>)", xml, re.DOTALL)
        assert found is not None, tag
        start = found[1].replace("<w:showingPlcHdr/>", "")
        return xml[: found.start()] + start + content + found[3] + xml[found.end() :]

    return edit


def resaved(contents: Sequence[bytes], folder: Path, times: int = 1) -> list[bytes]:
    """Return the documents as LibreOffice saves them, each time anew."""
    for turn in range(times):
        inside, outside = folder / f"in{turn}", folder / f"out{turn}"
        inside.mkdir(parents=True)
        names = [inside / f"{number}.docx" for number in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            name.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        line = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(outside)]
        subprocess.run([*line, *map(str, names)], check=True, capture_output=True, timeout=120)  # noqa: S603
        contents = [(outside / name.name).read_bytes() for name in names]
    return list(contents)
