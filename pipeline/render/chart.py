"""The charts of a document: their parts, their workbooks, and the frames that show them in the running text."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import escape

from pipeline.render.chart_book import workbook
from pipeline.render.chart_table import table
from pipeline.render.chart_xml import CHART, DRAWING, HEAD, OFFICE, chart_xml
from pipeline.render.package import FIRST

if TYPE_CHECKING:
    from pipeline.render.context import Picture

WIDTH, HEIGHT = 16 * 360_000, 55 * 36_000
"""In EMU, 360 000 to a centimetre."""
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CHART_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOK_DEFAULT = f'<Default Extension="xlsx" ContentType="{BOOK_KIND}"/>'
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
LINKS = "word/_rels/document.xml.rels"
LINK, ROOT = re.compile(r'Id="rId(\d+)"'), re.compile("<Types[^>]*>")
TAKEN = re.compile(r"word/(?:charts/chart|embeddings/Microsoft_Excel_Sheet)(\d+)\.")
MARK = re.compile(r'<w:drawing picture="(\d+)"/>')
FIRST_ID = 2001


def chart_mark(number: int) -> str:
    """Return what stands in a text where `with_charts` puts the chart of that number."""
    return f'<w:r><w:drawing picture="{number}"/></w:r>'


def with_charts(body: str, pictures: "Sequence[Picture]", font: str, parts: dict[str, bytes]) -> str:
    """Return the text with the frames of its charts, whose parts are added to the document's."""
    number = _highest(TAKEN, "\n".join(parts))
    link = _highest(LINK, parts[LINKS].decode())
    links, kinds = [], []

    def frame(found: "re.Match[str]") -> str:
        nonlocal number, link
        number, link = number + 1, link + 1
        _add(pictures[int(found[1])], font, number, parts)
        links.append(_link(f"rId{link}", "chart", f"charts/chart{number}.xml"))
        kinds.append(f'<Override PartName="/word/charts/chart{number}.xml" ContentType="{CHART_KIND}"/>')
        return _frame(f"rId{link}", int(found[1]), str(pictures[int(found[1])]["alternativtext"]))

    body = MARK.sub(frame, body)
    parts[LINKS] = _longer(parts[LINKS], "</Relationships>", links)
    parts[FIRST] = _longer(_with_workbooks(parts[FIRST]), "</Types>", kinds)
    return body


def _highest(numbered: "re.Pattern[str]", text: str) -> int:
    return max(map(int, numbered.findall(text)), default=0)


def _add(picture: "Picture", font: str, number: int, parts: dict[str, bytes]) -> None:
    shown = table(picture.chart)
    name, book = f"chart{number}.xml", f"Microsoft_Excel_Sheet{number}.xlsx"
    parts[f"word/charts/{name}"] = chart_xml(picture.chart, shown, font, "rId1")
    parts[f"word/embeddings/{book}"] = workbook(shown)
    links = f"{HEAD}{RELATIONSHIPS}{_link('rId1', 'package', f'../embeddings/{book}')}</Relationships>"
    parts[f"word/charts/_rels/{name}.rels"] = links.encode()


def _link(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _with_workbooks(kinds: bytes) -> bytes:
    """Return the list of kinds with that of workbooks, which stands first."""
    text = kinds.decode()
    return kinds if 'Extension="xlsx"' in text else ROOT.sub(rf"\g<0>{BOOK_DEFAULT}", text, count=1).encode()


def _longer(part: bytes, end: str, added: Iterable[str]) -> bytes:
    return part.replace(end.encode(), ("".join(added) + end).encode())


def _frame(link: str, number: int, alt: str) -> str:
    return (
        f'<w:drawing><wp:inline xmlns:wp="{WORD_DRAWING}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDTH}" cy="{HEIGHT}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{FIRST_ID + number}" name="Diagram {number + 1}" descr="{escape(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{link}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
