import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment

from pipeline.problems import Place, Problem, Severity
from pipeline.workbooks import Returned, returned_workbook
from pipeline.workbooks.returned import MOST_BYTES
from tests.runs import GOALS, INPUT

NAME = "mål 2019.xlsx"
FAULT = Problem(Place(NAME, "Mål", 3, 2), "målet är tomt: skriv målet")
REMARK = Problem(Place(NAME, "Mål", 3, 2), "målet ser ut som en formel", Severity.REMARK)
OF_MEETING = Problem(Place(NAME, "Möten, april", 0, 2), "Datum saknas: skriv dagen")
OF_FILE = Problem(Place(NAME), "samma Nr finns i annan.xlsx", Severity.REMARK)


def book(edit: Callable[[Workbook], None] = lambda _: None) -> bytes:
    made = Workbook()
    made.remove(made["Sheet"])
    goals, meetings = made.create_sheet("Mål"), made.create_sheet("Möten, april")
    for row in (("Nr", "Mål"), (1, "Fler företag"), (2, None)):
        goals.append(row)
    meetings.append(("Datum", None))
    edit(made)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def returned(content: bytes, *problems: Problem, name: str = NAME) -> Workbook:
    return load_workbook(io.BytesIO(given_back(content, *problems, name=name).content))


def given_back(content: bytes, *problems: Problem, name: str = NAME) -> Returned:
    made = returned_workbook(name, content, problems)
    assert made is not None
    return made


def comment(made: Workbook, sheet: str, cell: str) -> str:
    found = made[sheet][cell].comment
    return "" if found is None else found.text


def test_each_cell_concerned_has_a_comment_and_a_fill() -> None:
    made = returned(book(), FAULT, REMARK, OF_MEETING)

    assert comment(made, "Mål", "B3") == "Fel: målet är tomt: skriv målet\nAnmärkning: målet ser ut som en formel"
    assert comment(made, "Möten, april", "B1") == "Fel: Datum saknas: skriv dagen"
    assert [made["Mål"][cell].fill.start_color.rgb for cell in ("B3", "B2")] == ["00FFC7CE", "00000000"]


def test_the_first_sheet_lists_all_with_links() -> None:
    made = returned(book(), FAULT, OF_MEETING, OF_FILE)
    page = made.worksheets[0]

    assert made.sheetnames == ["Granskning", "Mål", "Möten, april"]
    assert made.active is page
    assert page["A1"].value == "Granskning av mål 2019.xlsx"
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=4)] == [
        ["Slag", "Blad", "Cell", "Vad som står där och vad du gör"],
        ["fel", "Mål", "B3", "målet är tomt: skriv målet"],
        ["fel", "Möten, april", "B1", "Datum saknas: skriv dagen"],
        ["anmärkning", None, None, "samma Nr finns i annan.xlsx"],
    ]
    links = [None if link is None else link.location for link in (page[f"C{row}"].hyperlink for row in (5, 6, 7))]
    assert links == ["'Mål'!B3", "'Möten, april'!B1", None]


def with_everything(made: Workbook) -> None:
    page = made["Mål"]
    page["C1"], page["C2"] = "Summa", "=SUM(A2:A3)"
    page["A2"].number_format = "0.00"
    page["B2"].comment = Comment("Kom ihåg att fråga.", "en kollega")
    page.column_dimensions["B"].width = 42.0
    page.row_dimensions[2].height = 33.0
    page.freeze_panes = "A2"
    made.create_sheet("Egna anteckningar").append(("=1+1", "text"))


def test_formulas_formats_and_other_sheets_are_kept() -> None:
    made = returned(book(with_everything), Problem(Place(NAME, "Mål", 2, 2), "för långt"))
    page = made["Mål"]

    assert page["C2"].value == "=SUM(A2:A3)"
    assert page["A2"].number_format == "0.00"
    assert (page.column_dimensions["B"].width, page.row_dimensions[2].height, page.freeze_panes) == (42.0, 33.0, "A2")
    assert [cell.value for cell in made["Egna anteckningar"][1]] == ["=1+1", "text"]
    assert comment(made, "Mål", "B2") == "Kom ihåg att fråga.\n\nFel: för långt"


def test_a_merged_cell_is_marked_where_it_shows() -> None:
    made = returned(book(lambda made: made["Mål"].merge_cells("A2:B3")), FAULT)

    assert comment(made, "Mål", "A2") == "Fel: målet är tomt: skriv målet"


def test_no_text_becomes_a_formula() -> None:
    made = returned(book(), Problem(Place(NAME, "Mål", 2, 2), '=HYPERLINK("http://x")'), name="=1+1.xlsx")

    assert [made["Granskning"][cell].data_type for cell in ("A1", "D5")] == ["s", "s"]


def with_chart(made: Workbook) -> None:
    chart = LineChart()
    chart.add_data(Reference(made["Mål"], min_col=1, min_row=1, max_row=3))
    made["Mål"].add_chart(chart, "D1")  # type: ignore[call-arg]  # a Chartsheet it is not


def with_new_formats(content: bytes) -> bytes:
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</worksheet>", b'<extLst><ext uri="{1}"/></extLst></worksheet>')
            target.writestr(name, part)
    return result.getvalue()


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        (book(), ()),
        (book(with_everything), ()),
        (book(with_chart), ("bilder, diagram och figurer",)),
        (with_new_formats(book()), ("villkorsformat och listor av nyare slag",)),
    ],
)
def test_what_cannot_be_kept_is_named(content: bytes, lost: tuple[str, ...]) -> None:
    made = given_back(content, FAULT)

    assert made.lost == lost
    told = str(load_workbook(io.BytesIO(made.content))["Granskning"]["A3"].value)
    assert told.partition("Anmärkningar hindrar inget.")[2] == (
        f" Det här finns bara kvar i originalet: {', '.join(lost)}." if lost else ""
    )


def test_a_second_review_takes_the_place_of_the_first() -> None:
    first = given_back(book(), FAULT, OF_FILE).content

    made = returned(first, REMARK)

    assert made.sheetnames == ["Granskning", "Mål", "Möten, april"]
    assert [row[0].value for row in made["Granskning"].iter_rows(min_row=5)] == ["anmärkning"]


def test_the_same_workbook_is_given_back_as_the_same_bytes() -> None:
    content = book()

    assert given_back(content, FAULT) == given_back(content, FAULT)


def test_the_shipped_workbook_comes_back_whole() -> None:
    content = (INPUT / GOALS).read_bytes()
    original = load_workbook(io.BytesIO(content))

    made = returned(content, Problem(Place(GOALS, "Indikatorer", 6, 10), "målvärde är tomt", Severity.REMARK))

    for page in original.worksheets:
        kept = made[page.title]
        assert [[cell.value for cell in row] for row in kept.iter_rows()] == [
            [cell.value for cell in row] for row in page.iter_rows()
        ]
        assert len(kept.data_validations.dataValidation) == len(page.data_validations.dataValidation)
        assert {key: one.height for key, one in kept.row_dimensions.items()} == {
            key: one.height for key, one in page.row_dimensions.items()
        }


def test_a_workbook_that_cannot_be_written_again_is_not_given_back() -> None:
    content = with_new_formats(book())
    damaged = content[: len(content) // 2]

    assert returned_workbook(NAME, large(), [FAULT]) is None
    assert returned_workbook(NAME, damaged, [FAULT]) is None


def large() -> bytes:
    result = io.BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (MOST_BYTES + 1))
    return result.getvalue()
