"""The sheet Läs först: how to fill in the goal workbook."""

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbooks import look

NAME: Final = "Läs först"
LINES: Final = (
    "Bara bladet Mål måste fyllas i. De andra bladen behövs för prognoser, åtgärder och protokoll.",
    "Börja med Inställningar: kommun, organ, förvaltning och år. De andra värdena där kan stå kvar.",
    "Mål: ett mål på varje rad, med ambitionsnivå och svar på om det går att påverka, går att mäta och har resurser.",
    "Indikatorer: ett mått på varje rad. En prognos kräver enhet, riktning, basvärde, målvärde och källa.",
    "Utfallen skrivs i en egen fil med rubrikerna Indikator, Period och Värde: till exempel 1.1, 2019-04 och 12.",
    "Möten: en kolumn för varje möte. Härifrån kommer datum, rubriker och texter i protokoll och tjänsteskrivelse.",
    "Uppföljning och Åtgärder fylls i inför april och augusti. Aktiviteter fylls i för inriktningsmål.",
    "Närvaro behövs bara om protokollet ska ha en framsida med namn.",
    "Ställ dig i en cell för att få hjälp. Där det finns en lista väljer du ur den. Mörkare rubrik: måste fyllas i.",
    "Skriv värden, inga formler. Byt rad i en cell med Alt + Enter. En rad som börjar med - blir en punkt i en lista.",
    "Ändra inte rubrikerna. Det som börjar med EXEMPEL visar hur det kan se ut och läses inte. Det får stå kvar.",
    "När du är klar: spara arbetsboken i mappen input, tillsammans med filerna med utfall, och kör make check.",
)
_WIDTH: Final = 118.0
_TITLE_HEIGHT: Final = 28.0
_LINE_HEIGHT: Final = 21.0


def write_guide(page: Worksheet) -> None:
    """Write the guidance, one plain line below the other."""
    look.cell_at(page, 1, 1).value = NAME
    look.as_title(look.cell_at(page, 1, 1))
    page.row_dimensions[1].height = _TITLE_HEIGHT
    for row, line in enumerate(LINES, start=3):
        cell = look.cell_at(page, row, 1)
        cell.value = f"{row - 2}. {line}"
        look.as_line(cell)
        page.row_dimensions[row].height = _LINE_HEIGHT
    page.column_dimensions["A"].width = _WIDTH
    page.sheet_view.showGridLines = False
    look.set_up_page(page)
