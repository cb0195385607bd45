"""A line of a chart: its look, its numbers, and the label at its end; told apart without colour."""

from dataclasses import dataclass

from markupsafe import escape

from pipeline.render.chart_book import SHEET, column
from pipeline.render.chart_label import Label
from pipeline.render.chart_table import Line, Role, Table

INK, EARLIER, EARLIER_TEXT, TARGET = "1F3A4D", "8A949B", "59646B", "8C3B1E"
EMU = 12700
SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
NO_FRAME = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/>'
    "</c:ext></c:extLst>"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is drawn: width in points, colour, dashes, its marker, and its label."""

    width: float
    colour: str
    dash: str = "solid"
    marker: str = ""
    size: int = 5
    at_end: bool = False
    text: str = ""
    bold: bool = True


LOOKS = {
    Role.EARLIER: Look(0.75, EARLIER, text=EARLIER_TEXT, bold=False),
    Role.NOW: Look(2.25, INK, marker="circle"),
    Role.FORECAST: Look(1.25, INK, dash="sysDash", marker="diamond", size=8, at_end=True),
    Role.BOUND: Look(1, INK, dash="dot", marker="dash", size=7, at_end=True, text=EARLIER_TEXT, bold=False),
    Role.TARGET: Look(1.25, TARGET, dash="lgDash"),
}


def drawn(at: int, line: Line, shown: Table, label: Label | None) -> str:
    """Return a line as a series, whose numbers stand in the workbook's column after the periods."""
    look, letter = LOOKS[line.role], column(at + 1)
    end, marker = line.end, NO_MARKER if look.at_end else _marker(look)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>{_texts((line.heading,))}</c:strRef></c:tx>"
        f"<c:spPr>{line_format(look.width, look.colour, look.dash)}</c:spPr>{marker}"
        f"{_end(line, look)}{_labels(look, label, end[0]) if label and end else ''}"
        f"<c:cat><c:strRef><c:f>{SHEET}!{_cells('A', shown)}</c:f>{_texts(shown.periods)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!{_cells(letter, shown)}</c:f>{_numbers(line)}</c:numRef></c:val>"
        '<c:smooth val="0"/></c:ser>'
    )


def line_format(width: float, colour: str, dash: str = "solid") -> str:
    """Return how a stroke is drawn."""
    return (
        f'<a:ln w="{round(width * EMU)}" cap="flat"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:prstDash val="{dash}"/><a:round/></a:ln>'
    )


def text_format(size: int, colour: str, *, bold: bool = False, font: str = "") -> str:
    """Return how a text is written, on one line and upright."""
    face = f'<a:latin typeface="{escape(font)}"/><a:cs typeface="{escape(font)}"/>' if font else ""
    return (
        '<c:txPr><a:bodyPr rot="0" vert="horz" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{face}'
        '</a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>'
    )


def _cells(letter: str, shown: Table) -> str:
    return f"${letter}$2:${letter}${len(shown.periods) + 1}"


def _texts(texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _numbers(line: Line) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in enumerate(line.values) if value is not None
    )
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(line.values)}"/>{points}</c:numCache>'


def _marker(look: Look) -> str:
    if not look.marker:
        return NO_MARKER
    return (
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="{look.size}"/><c:spPr><a:solidFill>'
        f'<a:srgbClr val="{look.colour}"/></a:solidFill>{line_format(1, look.colour)}</c:spPr></c:marker>'
    )


def _end(line: Line, look: Look) -> str:
    """Return the point where a forecast ends, which alone has a marker: where it begins the outcome has one."""
    if not look.at_end or line.end is None:
        return ""
    return (
        f'<c:dPt><c:idx val="{line.end[0]}"/>{_marker(look)}<c:bubble3D val="0"/>'
        f"<c:spPr>{line_format(look.width, look.colour, look.dash)}</c:spPr></c:dPt>"
    )


def _labels(look: Look, label: Label, at: int) -> str:
    """Return the label at a line's end; the other points have none."""
    moved = (
        f'<c:layout><c:manualLayout><c:x val="{label.right:.4f}"/><c:y val="{label.down:.4f}"/></c:manualLayout>'
        "</c:layout>"
        if label.right or label.down
        else ""
    )
    number = f'<c:numFmt formatCode="{escape(label.format)}" sourceLinked="0"/>' if label.format else ""
    shows = ({"showVal"} if label.format else set()) | ({"showSerName"} if label.named else set())
    separator = f"<c:separator>{label.separator}</c:separator>" if label.format and label.named else ""
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{at}"/>{moved}{number}{NO_FRAME}'
        f"{text_format(8, look.text or look.colour, bold=look.bold)}"
        f'<c:dLblPos val="{label.side}"/>{_shown(shows)}{separator}</c:dLbl>'
        f"{NO_FRAME}{_shown(set())}{NO_LEADERS}</c:dLbls>"
    )


def _shown(names: set[str]) -> str:
    return "".join(f'<c:{name} val="{int(name in names)}"/>' for name in SHOWN)
