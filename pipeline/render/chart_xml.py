"""A chart in Word's own language for charts, which Word draws itself and lets a clerk edit."""

from markupsafe import escape

from pipeline.blanks import Chart
from pipeline.render.chart_axis import Scale, scale
from pipeline.render.chart_label import INNER_HEIGHT, INNER_TOP, Room, labels, number_format
from pipeline.render.chart_line import INK, drawn, line_format, text_format
from pipeline.render.chart_table import Table

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PALE = "C9D1D6"
CATEGORIES, VALUES = "111111111", "222222222"
NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(chart: Chart, shown: Table, font: str, workbook: str) -> bytes:
    """Return the chart's part; `workbook` is the relationship to the workbook that holds its numbers."""
    axis = scale(shown.numbers(), chart.enhet, chart.decimaler)
    room, names = labels(chart, shown, axis)
    lines = "".join(drawn(at, line, shown, names.get(line.heading)) for at, line in enumerate(shown.lines))
    edge = "between" if len(shown.periods) == 1 else "midCat"
    xml = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        '<c:date1904 val="0"/><c:lang val="sv-SE"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_inner(room)}'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}'
        f'<c:marker val="1"/><c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:lineChart>'
        f"{_periods()}{_values(axis, chart.enhet, edge)}{NOTHING}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
        f"{NOTHING}{text_format(8, INK, font=font)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return (HEAD + xml).encode()


def _inner(room: Room) -> str:
    """Return where the lines are drawn, without the numbers and names around them."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{room.left:.4f}"/><c:y val="{INNER_TOP}"/><c:w val="{room.width:.4f}"/><c:h val="{INNER_HEIGHT}"/>'
        "</c:manualLayout></c:layout>"
    )


def _periods() -> str:
    """Return the axis of periods."""
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line_format(0.75, INK)}</c:spPr>{text_format(8, INK)}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="60"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def _values(axis: Scale, unit: str, edge: str) -> str:
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{line_format(0.5, PALE)}</c:spPr></c:majorGridlines>{_unit(unit)}"
        f'<c:numFmt formatCode="{escape(number_format(axis.decimals, after="  "))}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_format(8, INK)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="min"/><c:crossBetween val="{edge}"/>'
        f'<c:majorUnit val="{axis.step!r}"/></c:valAx>'
    )


def _unit(unit: str) -> str:
    """Return the axis' title: the unit, lying above the axis."""
    if not unit:
        return ""
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz" wrap="none"/><a:p><a:pPr>'
        '<a:defRPr sz="800" b="0"/></a:pPr>'
        f'<a:r><a:rPr lang="sv-SE" sz="800" b="0"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(unit)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.004"/><c:y val="0.0"/>'
        '</c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
    )
