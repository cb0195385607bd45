"""Charts in a document, read back: what Word shows before anyone edits, and what it opens then."""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from functools import cache

from lxml import etree
from openpyxl import load_workbook

from pipeline.blanks import AreaBlank, Chart, InterimReport
from tests.render.word import rendered, shipped
from tests.samples import COMPANIES, empty, goal

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TEMPLATE = "delarsrapport.docx"
Row = tuple[object, ...]


@dataclass(frozen=True)
class Drawn:
    """A chart's part and the cells of its workbook."""

    xml: bytes
    book: bytes

    @property
    def root(self) -> etree._Element:
        return etree.fromstring(self.xml)

    @property
    def cells(self) -> list[Row]:
        """The cells of the workbook's only sheet, row by row."""
        (sheet,) = load_workbook(io.BytesIO(self.book)).worksheets
        return [tuple(row) for row in sheet.iter_rows(values_only=True)]

    @property
    def columns(self) -> dict[str, Row]:
        """The workbook's columns by their headings."""
        head, *rows = self.cells
        return {str(heading): tuple(row[at] for row in rows) for at, heading in enumerate(head)}

    @property
    def lines(self) -> dict[str, Row]:
        """What the part itself holds of each line: Word shows this until someone edits."""
        return {_points(one, "tx")[0]: _numbers(one) for one in self.root.iter(f"{C}ser")}

    @property
    def periods(self) -> list[tuple[str, ...]]:
        return [_points(one, "cat") for one in self.root.iter(f"{C}ser")]

    @property
    def references(self) -> list[str]:
        return [str(one.text) for one in self.root.iter(f"{C}f")]

    @property
    def labels(self) -> dict[str, str]:
        """The number format of each line's label, by the line's name."""
        return {
            _points(one, "tx")[0]: str(one.xpath("string(.//c:dLbl/c:numFmt/@formatCode)", namespaces={"c": C[1:-1]}))
            for one in self.root.iter(f"{C}ser")
            if one.find(f"{C}dLbls") is not None
        }


def _points(line: etree._Element, kind: str) -> tuple[str, ...]:
    return tuple(str(one.text) for one in line.iterfind(f"{C}{kind}//{C}v"))


def _numbers(line: etree._Element) -> Row:
    cache_ = line.find(f"{C}val//{C}numCache")
    assert cache_ is not None
    known = {one.get("idx"): float(str(one.findtext(f"{C}v"))) for one in cache_.iter(f"{C}pt")}
    count = cache_.find(f"{C}ptCount")
    assert count is not None
    return tuple(known.get(str(at)) for at in range(int(count.get("val", ""))))


@cache
def document(*charts: Chart) -> bytes:
    """Return the report with one indicator per chart."""
    rows = tuple(replace(COMPANIES, id=str(at), diagram=chart) for at, chart in enumerate(charts))
    area = AreaBlank(namn="", mål=(goal(1, "X", indikatorer=rows),))
    return rendered(shipped(TEMPLATE), empty(InterimReport, titel="T", år="2019", programområden=(area,)))


def charts_in(data: bytes) -> list[Drawn]:
    """Return the document's charts in the order they stand in."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = _links(package.read("word/_rels/document.xml.rels"))
        wanted = re.findall(r'<c:chart [^>]*r:id="(\w+)"', package.read("word/document.xml").decode())
        return [_chart(package, links[one]) for one in wanted]


def _chart(package: zipfile.ZipFile, target: str) -> Drawn:
    name = target.rpartition("/")[2]
    xml = package.read(f"word/charts/{name}")
    inner = _links(package.read(f"word/charts/_rels/{name}.rels"))
    (link,) = re.findall(rb'<c:externalData r:id="(\w+)"><c:autoUpdate val="0"/>', xml)
    return Drawn(xml, package.read(f"word/{inner[link.decode()].removeprefix('../')}"))


def _links(xml: bytes) -> dict[str, str]:
    return {str(one.get("Id")): str(one.get("Target")) for one in etree.fromstring(xml)}


def drawn(chart: Chart) -> Drawn:
    (one,) = charts_in(document(chart))
    return one
