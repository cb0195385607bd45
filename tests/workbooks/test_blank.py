import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import MEETINGS, SETTINGS, SHEETS, Column, Sheet
from pipeline.workbooks import blank_goal_workbook
from pipeline.workbooks.guide import LINES, NAME
from pipeline.workbooks.help import TEXT_LENGTH, TITLE_LENGTH

COLUMNS = [
    pytest.param(sheet, column, id=f"{sheet.name}-{column.heading}") for sheet in SHEETS for column in sheet.columns
]
LONGEST_LIST = 255


@pytest.fixture(scope="module")
def blank() -> bytes:
    return blank_goal_workbook()


@pytest.fixture(scope="module")
def book(blank: bytes) -> Workbook:
    return load_workbook(BytesIO(blank))


def first_cell(sheet: Sheet, column: Column) -> str:
    """The first cell that the column's value is written in."""
    index = sheet.columns.index(column)
    if sheet is MEETINGS:
        return f"B{index + 1}"
    return f"B{index + 2}" if sheet is SETTINGS else f"{chr(ord('A') + index)}2"


def help_at(page: Worksheet, cell: str) -> DataValidation:
    rules: list[DataValidation] = page.data_validations.dataValidation
    (found,) = [rule for rule in rules if cell in rule.sqref]
    return found


def cells_of(book: Workbook) -> Iterator[Cell | MergedCell]:
    return (cell for page in book.worksheets for row in page.iter_rows() for cell in row)


def test_the_guidance_comes_first_and_then_the_sheets_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == [NAME, *(sheet.name for sheet in SHEETS)]
    assert book.active is book[NAME]


def test_the_guidance_is_short_and_plain(book: Workbook) -> None:
    assert [book[NAME].cell(row, 1).value for row in range(3, 3 + len(LINES))] == [
        f"{number}. {line}" for number, line in enumerate(LINES, start=1)
    ]
    assert 8 <= len(LINES) <= 12


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet not in (MEETINGS, SETTINGS)], ids=lambda s: s.name
)
def test_the_headings_stand_in_the_first_row(book: Workbook, sheet: Sheet) -> None:
    headings = [cell.value for cell in book[sheet.name][1]]
    assert headings == [column.heading for column in sheet.columns]


def test_the_fields_of_a_meeting_stand_in_the_first_column(book: Workbook) -> None:
    fields = [cell.value for cell in book[MEETINGS.name]["A"]]
    assert fields == [column.heading for column in MEETINGS.columns]


def test_the_settings_hold_what_goes_without_saying(book: Workbook) -> None:
    values = {name: value for name, value in book[SETTINGS.name].iter_rows(values_only=True)}  # noqa: C416
    assert values == {
        "Namn": "Värde",
        "kommun": None,
        "kommunkod": None,
        "organ": None,
        "förvaltning": None,
        "år": None,
        "exempelunderlag": "nej",
        "gräns för uppfylls": 0.75,
        "andel av vägen för delvis": 0.8,
        "slack när målet är att hålla nivån": 0.05,
        "minst andel uppfyllda för delvis": 0.5,
        "att-satser": "ja",
        "anslag": "nej",
    }


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
def test_every_column_has_its_help(book: Workbook, sheet: Sheet, column: Column) -> None:
    rule = help_at(book[sheet.name], first_cell(sheet, column))
    assert rule.showInputMessage
    assert column.heading.startswith((rule.promptTitle or "").removesuffix(" …"))
    assert (rule.prompt or "").startswith(column.question)
    assert 0 < len(rule.promptTitle or "") <= TITLE_LENGTH
    assert len(rule.prompt or "") <= TEXT_LENGTH


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
def test_a_list_offers_exactly_the_words_that_may_stand_there(book: Workbook, sheet: Sheet, column: Column) -> None:
    rule = help_at(book[sheet.name], first_cell(sheet, column))
    if not column.allowed:
        assert rule.type is None
        return
    assert rule.type == "list"
    assert (rule.formula1 or "").strip('"').split(",") == list(column.allowed)
    assert len(rule.formula1 or "") <= LONGEST_LIST
    assert rule.showErrorMessage
    assert all(word in (rule.error or "") for word in column.allowed)


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet is not SETTINGS], ids=lambda s: s.name)
def test_a_list_reaches_far_enough_for_any_case(book: Workbook, sheet: Sheet) -> None:
    reach = book[sheet.name].data_validations.dataValidation[0].sqref
    size = next(span.size for span in reach.ranges)
    assert max(size.values()) >= (12 if sheet is MEETINGS else 200)


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet is not SETTINGS], ids=lambda s: s.name)
def test_the_sample_is_marked_in_its_first_cell_only(book: Workbook, sheet: Sheet) -> None:
    page = book[sheet.name]
    sample = [page.cell(i, 2) if sheet is MEETINGS else page.cell(2, i) for i in range(1, len(sheet.columns) + 1)]
    assert [cell.value for cell in sample] == ["EXEMPEL", *(column.sample or None for column in sheet.columns[1:])]
    assert all(cell.font.italic for cell in sample)


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
def test_a_sample_is_a_word_from_the_list(sheet: Sheet, column: Column) -> None:
    assert sheet.columns
    assert not column.allowed or column.sample in ("", *column.allowed)


def test_an_id_stays_as_it_is_typed(book: Workbook) -> None:
    assert book["Indikatorer"].column_dimensions["A"].number_format == "@"
    assert book["Indikatorer"].column_dimensions["B"].number_format == "@"


def test_nothing_is_a_formula(book: Workbook) -> None:
    assert not [cell.coordinate for cell in cells_of(book) if cell.data_type == "f"]


def test_the_headings_stay_in_sight(book: Workbook) -> None:
    assert all(page.freeze_panes for page in book.worksheets if page.title != NAME)


def test_every_sheet_prints_on_a4_landscape_as_wide_as_the_page(book: Workbook) -> None:
    for page in book.worksheets:
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$1:$1"


def test_the_same_bytes_come_out_every_time(blank: bytes) -> None:
    assert blank_goal_workbook() == blank


def test_no_clock_is_left_in_the_file(blank: bytes) -> None:
    with ZipFile(BytesIO(blank)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        years = set(re.findall(rb">(\d{4})-\d\d-\d\dT", archive.read("docProps/core.xml")))
    assert years == {b"2019"}


def test_a_row_grows_when_somebody_writes_more_in_it(blank: bytes) -> None:
    with ZipFile(BytesIO(blank)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not [page for page in pages if b"customHeight" in page]
