"""The workbook inside a chart: what Word opens when a clerk chooses to edit the chart's data."""

from markupsafe import escape

from pipeline.render.chart_table import PERIOD, Table
from pipeline.render.package import packed, zipped

SHEET = "Diagramdata"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


READY = tuple(packed(name, (HEAD + xml).encode()) for name, xml in PARTS.items())


def workbook(table: Table) -> bytes:
    """Return a workbook with the table on its one sheet; the same table gives the same bytes."""
    return zipped((*READY, packed("xl/worksheets/sheet1.xml", (HEAD + _sheet(table)).encode())))


def column(number: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _sheet(table: Table) -> str:
    headings = "".join(_text(at, 1, text, 1) for at, text in enumerate((PERIOD, *(one.heading for one in table.lines))))
    rows = "".join(
        f'<row r="{row}">{_text(0, row, period, 0)}'
        + "".join(_number(at, row, line.values[row - 2]) for at, line in enumerate(table.lines, 1))
        + "</row>"
        for row, period in enumerate(table.periods, 2)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{headings}</row>{rows}</sheetData></worksheet>'


def _text(at: int, row: int, text: str, style: int) -> str:
    look = f' s="{style}"' if style else ""
    return f'<c r="{column(at)}{row}"{look} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _number(at: int, row: int, value: float | None) -> str:
    return "" if value is None else f'<c r="{column(at)}{row}"><v>{value!r}</v></c>'
