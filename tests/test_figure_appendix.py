"""The figure appendix: every number of the documents is there, and each can be followed home."""

import csv
import datetime as dt
import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.generated_inputs import generated
from tests.outline import outline
from tests.runs import AMBITION, APRIL, AUGUST, edited, published, write
from tests.test_annual import whole_year

RUNS = {"2019-ambitionsniva": AMBITION, "2019-april": APRIL, "2019-augusti": AUGUST, "2019-arsuppfoljning": ("annual",)}
FIGURES, GOAL_ROWS, INPUTS = "Siffror", "Mål och beslut", "Indata"
UNEXPLAINED = "Programmets text; ingen regel säger varifrån talet kommer"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def made(output: Path, *options: str | Path) -> Mapping[str, Path]:
    return {name: published(*line, "--output", output, *options) for name, line in RUNS.items()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return made(tmp_path_factory.mktemp("output"))


@pytest.fixture(params=RUNS)
def run(request: pytest.FixtureRequest, runs: Mapping[str, Path]) -> Path:
    found: Path = runs[request.param]
    return found


def book_of(run: Path) -> Workbook:
    (found,) = run.glob("sifferbilaga-*.xlsx")
    return opened(found)


@cache
def opened(path: Path) -> Workbook:
    return load_workbook(path)


def rows(page: Worksheet) -> list[dict[str, Cell]]:
    headings = [cell.value for cell in page[1]]
    return [dict(zip(headings, line, strict=True)) for line in page.iter_rows(min_row=2)]  # type: ignore[arg-type]


def words_of(part: etree._Element) -> Iterator[str]:
    """Go through what a part prints: its paragraphs and its pictures' alternative texts."""
    for fallback in list(part.iter(FALLBACK)):
        parent = fallback.getparent()
        assert parent is not None
        parent.remove(fallback)
    for paragraph in part.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
    for picture in part.iter(PICTURE):
        yield picture.get("descr") or ""


def digits_in(document: Path) -> Counter[str]:
    with ZipFile(document) as package:
        parts = [name for name in package.namelist() if re.match(r"word/(document|header|footer|footnotes)", name)]
        texts = [text for name in parts for text in words_of(etree.fromstring(package.read(name)))]
    return Counter(digits for text in texts for digits in re.findall(r"\d+", text))


def listed(run: Path, document: Path) -> Counter[str]:
    printed = (row["Som tryckt"].value for row in rows(book_of(run)[FIGURES]) if row["Dokument"].value == document.stem)
    return Counter(digits for text in printed for digits in re.findall(r"\d+", str(text)))


def unexplained(run: Path) -> list[str]:
    return [
        f"{row['Plats'].value}: {row['Som tryckt'].value}"
        for row in rows(book_of(run)[FIGURES])
        if row["Regel"].value == UNEXPLAINED
    ]


def test_every_number_in_every_document_is_a_row(run: Path) -> None:
    documents = sorted(run.glob("*.docx"))

    assert documents
    assert {one.name: listed(run, one) for one in documents} == {one.name: digits_in(one) for one in documents}


def test_no_number_is_unexplained(run: Path) -> None:
    assert unexplained(run) == []


def test_the_counts_in_words_are_rows(runs: Mapping[str, Path]) -> None:
    summary = [row for row in rows(book_of(runs["2019-april"])[FIGURES]) if row["Plats"].value == "sammanfattning"]
    first = [row for row in summary if row["Dokument"].value == "delarsrapport-2019-april"]

    assert [(row["Som tryckt"].value, row["Värde"].value) for row in first] == [
        ("åtta", 8), ("tre", 3), ("två", 2), ("tre", 3), ("Ett", 1), ("ett", 1), ("ett", 1),
    ]  # fmt: skip


def source_of(run: Path, cell: Cell) -> tuple[Path, str]:
    assert cell.hyperlink is not None
    return run / unquote(cell.hyperlink.target or ""), cell.hyperlink.location or ""


def links(book: Workbook) -> list[Cell]:
    return [cell for page in book for line in page.iter_rows() for cell in line if cell.hyperlink]  # type: ignore[misc]


def test_every_link_leads_to_a_cell_that_exists(run: Path) -> None:
    book = book_of(run)
    outer = [cell for cell in links(book) if cell.hyperlink and cell.hyperlink.target]
    for cell in outer:
        path, location = source_of(run, cell)
        assert path.is_file(), path
        if location:
            sheet, _, name = location.rpartition("!")
            other = opened(path)
            assert other[sheet.strip("'").replace("''", "'")][name].coordinate == name
    inner = [cell.hyperlink.location for cell in links(book) if cell.hyperlink and not cell.hyperlink.target]

    assert len(outer) > 50
    for inside in inner:
        sheet, _, span = str(inside).rpartition("!")
        assert all(line[0].value is not None for line in book[sheet.strip("'")][span])


def value_at(run: Path, row: Mapping[str, Cell]) -> object:
    """Return what stands in the cell that a row names, in the file as it was read."""
    path = run / "underlag" / "inputs" / str(row["Fil"].value)
    if path.suffix == ".csv":
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
        column, number = str(row["Cell"].value)[0], int(str(row["Cell"].value)[1:])
        return lines[number - 1][ord(column) - ord("A")]
    return opened(path)[str(row["Blad"].value)][str(row["Cell"].value)].value


def number_in(value: object) -> float:
    """Return the number in a cell: 95 of ”minst 95”."""
    found = re.search(r"-?\d+([.,]\d+)?", str(value))
    assert found, value
    return float(found[0].replace(",", "."))


def test_a_number_without_a_rule_is_the_one_in_its_cell(runs: Mapping[str, Path]) -> None:
    run = runs["2019-april"]
    direct = [row for row in rows(book_of(run)[FIGURES]) if row["Fil"].value and not row["Regel"].value]
    numbers = [row for row in direct if isinstance(row["Värde"].value, int | float)]
    texts = [row for row in direct if not isinstance(row["Värde"].value, int | float)]

    assert len(numbers) > 50
    for row in numbers:
        assert number_in(value_at(run, row)) == row["Värde"].value, row["Plats"].value
    assert len(texts) > 50
    for row in texts:
        found = value_at(run, row)
        written = found.date().isoformat() if isinstance(found, dt.datetime) else str(found)
        assert str(row["Värde"].value).replace("\xa0", " ") in written.replace("\xa0", " "), row["Plats"].value


def test_the_input_rows_are_what_stands_in_the_files(runs: Mapping[str, Path]) -> None:
    run = runs["2019-augusti"]
    found = rows(book_of(run)[INPUTS])

    assert len(found) > 100
    for row in found:
        assert number_in(value_at(run, row)) == row["Värde"].value, row["Uppgift"].value


def test_a_sum_is_the_sum_of_the_input_that_it_names(runs: Mapping[str, Path]) -> None:
    book = book_of(runs["2019-april"])
    (row,) = (
        one
        for one in rows(book[FIGURES])
        if one["Indikator"].value == "3.1" and one["Plats"].value == "Mål 3, indikator 3.1, utfall"
    )
    first, last = re.findall(r"\d+", str(row["Indata"].value))
    values = [book[INPUTS].cell(number, 4).value for number in range(int(first), int(last) + 1)]

    assert row["Regel"].value == "Summan av årets värden"
    assert sum(values) == row["Värde"].value == 24  # type: ignore[arg-type]


@pytest.mark.parametrize("occasion", ["2019-april", "2019-augusti"])
def test_the_report_names_each_indicators_row(runs: Mapping[str, Path], occasion: str) -> None:
    run = runs[occasion]
    page = book_of(run)[GOAL_ROWS]
    report = outline((run / f"delarsrapport-{occasion}.docx").read_bytes())
    told = re.findall(r"\[Table\] (\d\.\d [^↵|]*?)\s↵ [^|]*sifferrad\xa0(\d+) \| [^|]* \| ([^ ↵|]+)", report)

    assert len(told) == 9
    headings = [cell.value for cell in page[1]]
    for name, row, outcome in told:
        cells = dict(zip(headings, (cell.value for cell in page[int(row)]), strict=True))
        assert cells["Indikator"] == name
        assert str(cells["Utfall"]).split()[0] == outcome.split("\xa0")[0]


def test_the_auditors_sheet_leads_on_to_the_indicators_figures(runs: Mapping[str, Path]) -> None:
    book = book_of(runs["2019-april"])
    figures = book[FIGURES]
    for row in (row for row in rows(book[GOAL_ROWS]) if row["Indikator"].value):
        first, last = (re.findall(r"\d+", str(row["Siffror"].value)) * 2)[:2]
        own = {
            (figures.cell(number, 3).value, figures.cell(number, 4).value)
            for number in range(int(first), int(last) + 1)
        }
        assert own == {(row["Mål"].value, str(row["Indikator"].value).partition(" ")[0])}


def test_a_changed_cell_changes_only_the_rows_that_name_it(tmp_path: Path, runs: Mapping[str, Path]) -> None:
    folder = edited(tmp_path, lambda book: write(book, "Indikatorer", "4.2", "Basvärde", 15))
    changed = published(*APRIL, "--input", folder, "--output", tmp_path / "output")
    before, after = (rows(book_of(one)[FIGURES]) for one in (runs["2019-april"], changed))
    pairs = list(zip(before, after, strict=True))
    moved = [
        (one["Plats"].value, one["Blad"].value, one["Cell"].value, one["Värde"].value, other["Värde"].value)
        for one, other in pairs
        if [cell.value for cell in one.values()] != [cell.value for cell in other.values()]
    ]

    assert moved == [("Mål 4, indikator 4.2, basvärde", "Indikatorer", "H9", 14, 15)]


def same_day(book: Workbook) -> None:
    """Let the letter be dated on the day of the meeting, and a measure be done on the report's last day."""
    write(book, "Möten", "Datum", "april", dt.date(2019, 5, 15))
    write(book, "Åtgärder", 3, "Klart senast", "2019-04-30")


def test_a_day_comes_from_its_own_cell_also_where_another_has_the_same(tmp_path: Path) -> None:
    run = published(*APRIL, "--input", edited(tmp_path, same_day), "--output", tmp_path / "output")
    found = {(row["Plats"].value, row["Blad"].value, row["Cell"].value) for row in rows(book_of(run)[FIGURES])}

    assert {
        ("datum", "Möten", "C12"),
        ("mötesdatum", "Möten", "C5"),
        ("Mål 3, åtgärd, klart", "Åtgärder", "F2"),
    } <= found


def hostile(book: Workbook) -> None:
    write(book, "Indikatorer", "1.1", "Indikator", "=1+1 bostäder")
    write(book, "Indikatorer", "1.2", "Källa", "@SUM(A1)")
    write(book, "Indikatorer", "3.1", "Enhet", "+2 företag")
    write(book, "Mål", 1, "Mål", "-2+3 =HYPERLINK(1)")
    for cell in (book["Indikatorer"]["C2"], book["Indikatorer"]["O3"], book["Indikatorer"]["D7"], book["Mål"]["C2"]):
        cell.data_type = "s"


def test_nothing_in_the_appendix_is_a_formula(tmp_path: Path) -> None:
    folder = edited(tmp_path, hostile)
    shutil.move(folder / "utfall-2019-exempel.xlsx", folder / "=utfall '19 #1.xlsx")
    run = published(*APRIL, "--input", folder, "--output", tmp_path / "output")
    book = book_of(run)

    assert [
        cell.coordinate for page in book for line in page.iter_rows() for cell in line if cell.data_type == "f"
    ] == []
    assert book[GOAL_ROWS]["C2"].value == "-2+3 =HYPERLINK(1)"
    test_every_link_leads_to_a_cell_that_exists(run)


def busy(book: Workbook) -> None:
    """Give names digits, targets two bounds, units thousands, and texts dates, sums and counts."""
    write(book, "Indikatorer", "1.1", "Indikator", "Bostäder 2–3 rum, BNP 4")
    write(book, "Indikatorer", "1.2", "Målvärde", 40)
    write(book, "Indikatorer", "1.2", "Målvärde högst", 55)
    write(book, "Indikatorer", "1.2", "Önskad riktning", "inom intervall")
    write(book, "Indikatorer", "3.1", "Enhet", "tkr")
    write(book, "Indikatorer", "3.1", "Målvärde", "minst 1 234,5")
    write(book, "Indikatorer", "2.2", "Målvärde", "högst 1,5")
    write(book, "Indikatorer", "4.1", "Målvärde", -3.25)
    write(book, "Mål", 6, "Mål", "Agenda 2030 i alla 17 delar")
    write(book, "Inställningar", "gräns för uppfylls", "Värde", 0.8)
    write(
        book, "Uppföljning", 1, "Analys", "Se §§ 12–14, tabell 3.2 och 45 %.\n- 1 234 kr\n1. Den 5 maj 2019 kl. 13.30"
    )
    write(book, "Åtgärder", 3, "Kostnad", 150000)
    for occasion, paragraph in (("april", "31"), ("augusti", "57")):
        write(book, "Möten", "Läge", occasion, "genomfört")
        write(book, "Möten", "Paragraf", occasion, paragraph)
        write(book, "Möten", "Beslut", occasion, "att godkänna 2 rapporter")
        write(book, "Möten", "Röster", occasion, "A (M): ja\nB (S): ja\nC (L): nej")
        write(book, "Möten", "Justerad", occasion, dt.date(2019, 6, 3))
        write(book, "Möten", "Anslaget", occasion, dt.date(2019, 6, 4))


def test_every_number_of_a_busier_input_is_a_row_with_its_origin(tmp_path: Path) -> None:
    folder = edited(tmp_path, busy)
    for run in made(tmp_path / "output", "--input", folder).values():
        test_every_number_in_every_document_is_a_row(run)
        test_no_number_is_unexplained(run)


@pytest.mark.office
def test_the_links_outlive_libreoffice(tmp_path: Path, runs: Mapping[str, Path]) -> None:
    (found,) = runs["2019-april"].glob("sifferbilaga-*.xlsx")
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*office, "--outdir", tmp_path, found], check=True, capture_output=True)  # noqa: S603 -- LibreOffice
    before, after = (links(load_workbook(path)) for path in (found, tmp_path / found.name))

    assert [cell.coordinate for cell in after] == [cell.coordinate for cell in before]
    for cell, other in zip(before, after, strict=True):
        (path, place), (moved, kept) = source_of(found.parent, cell), source_of(tmp_path, other)
        assert not (cell.hyperlink and cell.hyperlink.target) or moved.resolve() == path.resolve()
        assert unquote(kept).replace("'", "") == place.replace("'", "")


@pytest.mark.parametrize("seed", [4, pytest.param(11, marks=pytest.mark.slow)])
def test_every_number_of_an_input_drawn_by_chance_is_a_row_with_its_origin(tmp_path: Path, seed: int) -> None:
    folder = generated(tmp_path / "input", seed)
    for run in made(tmp_path / "output", "--input", folder).values():
        test_every_number_in_every_document_is_a_row(run)
        test_no_number_is_unexplained(run)
        test_every_link_leads_to_a_cell_that_exists(run)


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, runs: Mapping[str, Path]) -> None:
    again = published(*APRIL, "--output", tmp_path)
    name = "sifferbilaga-2019-april.xlsx"

    assert (again / name).read_bytes() == (runs["2019-april"] / name).read_bytes()


def test_it_prints_on_a4_with_its_headings_on_every_page(run: Path) -> None:
    for name in (FIGURES, GOAL_ROWS, INPUTS):
        page = book_of(run)[name]
        setup = page.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
        assert (page.print_title_rows, page.auto_filter.ref) == ("$1:$1", page.dimensions)


def test_the_follow_up_of_the_year_leads_back_to_earlier_forecasts(tmp_path: Path, runs: Mapping[str, Path]) -> None:
    output = runs["2019-april"].parent.parent
    run = published("annual", "--input", whole_year(tmp_path), "--output", output)
    held = [row for row in rows(book_of(run)[FIGURES]) if str(row["Plats"].value).endswith("1.1, april, prognos")]

    test_every_number_in_every_document_is_a_row(run)
    test_no_number_is_unexplained(run)
    test_every_link_leads_to_a_cell_that_exists(run)
    assert [row["Cell"].value for row in held] == [
        f"mål 1, indikator 1.1, {key}" for key in ("forecast", "low", "high")
    ]  # fmt: skip
