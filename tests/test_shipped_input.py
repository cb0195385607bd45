from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.sheets import MEETINGS, SETTINGS, SHEETS, Sheet

INPUT = Path(__file__).resolve().parent.parent / "input"
SEED = (Path(__file__).parent / "data" / "seed-22.txt").read_text(encoding="utf-8").splitlines()
GOAL_WORKBOOK = "kommunstyrelsens-mal-2019.xlsx"
LABEL = "Preliminär ambitionsnivå"


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(INPUT / GOAL_WORKBOOK)


def rows(page: Worksheet) -> list[dict[str, object]]:
    headings, *others = page.iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in others]


def sentences(text: object) -> Iterator[str]:
    """The seed's lines that make up the text, which stand in it one after the other."""
    rest = " ".join(line.removeprefix("• ") for line in str(text).splitlines())
    while rest:
        line = next(line for line in SEED if rest.startswith(line))
        yield line
        rest = rest.removeprefix(line).lstrip()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_headings_are_exactly_those_of_the_sheet(book: Workbook, sheet: Sheet) -> None:
    page = book[sheet.name]
    headings = [column.heading for column in sheet.columns]
    if sheet is MEETINGS:
        assert [cell.value for cell in page["A"]] == headings
    elif sheet is SETTINGS:
        assert [cell.value for cell in page["A"]] == ["Namn", *headings]
    else:
        assert [cell.value for cell in page[1]] == headings


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == [sheet.name for sheet in SHEETS]


@pytest.mark.parametrize("path", sorted(INPUT.glob("*.xlsx")), ids=lambda path: path.name)
def test_no_cell_holds_a_formula(path: Path) -> None:
    cells = (cell for page in load_workbook(path).worksheets for row in page.iter_rows() for cell in row)
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_only_spreadsheets_lie_in_the_folder() -> None:
    assert {path.suffix for path in INPUT.iterdir() if not path.name.startswith(".")} == {".xlsx", ".csv"}


def test_the_goals_are_the_seeds_word_for_word(book: Workbook) -> None:
    for goal in rows(book["Mål"])[:5]:
        assert f"Mål {goal['Nr']}. {goal['Mål']}" in SEED
        level = str(goal["Ambitionsnivå"])
        assert (level if level.startswith(LABEL) else f"{LABEL}: {level}") in SEED
        assert goal["Det innebär"] in SEED
        assert goal["Programområde"] in SEED


def test_the_first_goal_names_the_seeds_documents(book: Workbook) -> None:
    first, *_ = rows(book["Mål"])
    assert f"(Befintliga styrdokument - {first['Styrdokument']})" in SEED


def test_the_last_three_goals_say_only_that_they_are_not_drafted(book: Workbook) -> None:
    for number, goal in zip((6, 7, 8), rows(book["Mål"])[5:], strict=True):
        filled = {heading: value for heading, value in goal.items() if value is not None}
        assert filled == {"Nr": number, "Mål": f"Mål {number}", "Beslutsläge": "ej framtagen"}


def test_the_ambition_meeting_says_what_the_seed_says(book: Workbook) -> None:
    meeting = {str(field): value for field, value, *_ in book["Möten"].iter_rows(values_only=True)}
    summary = list(sentences(meeting["Sammanfattning"]))
    assert summary == SEED[SEED.index("Sammanfattning") + 1 : SEED.index("Tillväxt, hållbarhet och fysisk planering")]
    assert f"{meeting['Organ']} {meeting['Beslutsform']} {meeting['Beslut']}" in SEED
    assert f"{meeting['Ärende']} ({meeting['Diarienummer']})" in SEED
    assert str(meeting["Beslutsunderlag"]).splitlines() == SEED[-3:]
    assert meeting["Expedieras till"] == SEED[SEED.index("Expedieras till") + 1]


def test_what_is_not_in_the_seed_is_not_said_of_the_meeting(book: Workbook) -> None:
    meeting = {str(field): value for field, value, *_ in book["Möten"].iter_rows(values_only=True)}
    unsaid = ("Yrkanden", "Omröstning", "Röster", "Reservationer", "Jäv", "Ordförande", "Justerare", "Sekreterare")
    assert not [field for field in unsaid if meeting[field]]


def test_the_workbook_owns_up_to_holding_examples(book: Workbook) -> None:
    settings = {str(name): value for name, value in book["Inställningar"].iter_rows(values_only=True)}
    assert settings["exempelunderlag"] == "ja"
    assert (settings["kommun"], settings["kommunkod"], settings["år"]) == ("Vaggeryds kommun", "0665", 2019)


def test_every_indicator_names_its_source(book: Workbook) -> None:
    sources = {str(indicator["Id"]): indicator["Källa"] for indicator in rows(book["Indikatorer"])}
    assert [number for number, source in sources.items() if source == "Exempelvärde"] == [
        "1.1",
        "1.2",
        "2.2",
        "3.1",
        "4.2",
        "5.1",
    ]
    assert all(sources.values())
