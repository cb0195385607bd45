"""Charts that a clerk can edit in Word: their numbers, their workbook, their words and their bytes."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from pipeline.blanks import Chart
from tests.conftest import VALIDATOR
from tests.outline import opened
from tests.render.drawn import Drawn, charts_in, document, drawn
from tests.render.word import part, shipped
from tests.sample_charts import CHARTS, COMPANIES_CHART, HOSTILE_CHART, UNEMPLOYED_CHART, YEARLY_CHART, YEARS

PRINT = """
import hashlib
from tests.render.drawn import document
from tests.sample_charts import CHARTS
print(hashlib.sha256(document(*CHARTS.values())).hexdigest())
"""
NAMES = {"relationship": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}

each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def test_every_number_of_the_blank_stands_in_its_own_column() -> None:
    earlier = dict(COMPANIES_CHART.tidigare)
    found = drawn(COMPANIES_CHART).columns
    rest = (None,) * 8

    assert found["Period"] == COMPANIES_CHART.perioder
    assert {name: values for name, values in found.items() if name.isdigit()} == {
        "2016": earlier[2016],
        "2017": earlier[2017],
        "2018": earlier[2018],
        "2019": (*COMPANIES_CHART.hittills, *rest),
    }
    assert found["Mål"] == (95,) * 12
    assert list(found) == ["Period", "2016", "2017", "2018", "Mål", "2019", "Lägst", "Högst", "Prognos"]


@pytest.mark.parametrize(("heading", "value"), [("Prognos", 76), ("Lägst", 64), ("Högst", 90)])
def test_forecast_and_its_interval_begin_at_the_last_outcome_and_end_at_the_years_end(heading: str, value: int) -> None:
    assert drawn(COMPANIES_CHART).columns[heading] == (None, None, None, 24, *(None,) * 7, value)


def test_a_target_with_two_ends_has_a_line_for_each() -> None:
    found = drawn(YEARLY_CHART).columns

    assert (found["Mål från"], found["Mål till"]) == ((72,) * 6, (75,) * 6)
    assert found["Utfall"] == (70.1, 70.9, 70.4, 71.2, 71.8, None)
    assert found["Prognos"] == (None, None, None, None, 71.8, 72.2)


def test_a_target_with_two_ends_at_one_place_has_one_line() -> None:
    assert drawn(replace(COMPANIES_CHART, mål_lägst=95, mål_högst=95)).columns["Mål"] == (95,) * 12


def test_only_the_five_latest_years_are_drawn() -> None:
    many = tuple((year, (float(year),) * 12) for year in range(2010, 2019))

    assert [name for name in drawn(replace(COMPANIES_CHART, tidigare=many)).columns if name.isdigit()] == [
        "2014",
        "2015",
        "2016",
        "2017",
        "2018",
        "2019",
    ]


def test_only_the_fifteen_latest_are_drawn_where_there_is_one_value_a_year() -> None:
    found = drawn(CHARTS["many years"]).columns

    assert found["Period"] == tuple(map(str, range(2005, 2020)))
    assert found["Utfall"] == (70,) * 15


def test_a_chart_without_periods_is_one_of_years() -> None:
    assert drawn(YEARS).cells[:3] == [
        ("Period", "Mål från", "Mål till", "Utfall", "Lägst", "Högst", "Prognos"),
        ("2017", 72, 75, 71, None, None, None),
        ("2018", 72, 75, 71.2, 71.2, 71.2, 71.2),
    ]


@each_chart
def test_what_word_shows_is_what_the_workbook_holds(chart: Chart) -> None:
    found = drawn(chart)
    columns = found.columns

    assert found.lines == {name: values for name, values in columns.items() if name != "Period"}
    assert all(periods == columns["Period"] for periods in found.periods)


@each_chart
def test_every_line_refers_to_its_cells(chart: Chart) -> None:
    found = drawn(chart)
    letters = "BCDEFGHIJKL"[: len(found.lines)]
    last = len(found.cells)

    assert found.references == [
        f"Diagramdata!{one}"
        for letter in letters
        for one in (f"${letter}$1", f"$A$2:$A${last}", f"${letter}$2:${letter}${last}")
    ]


def test_a_target_is_told_in_its_own_words() -> None:
    assert drawn(COMPANIES_CHART).labels["Mål"].startswith('[$-41D]"minst "#,##0;')
    assert drawn(UNEMPLOYED_CHART).labels["Mål"].startswith('[$-41D]"högst "#,##0;')
    strict = replace(COMPANIES_CHART, måltext="Mål: mer än 95,0\N{NO-BREAK SPACE}%", decimaler=1)
    assert drawn(strict).labels["Mål"].startswith('[$-41D]"mer än "#,##0.0"\N{NO-BREAK SPACE}%";')


def test_numbers_are_swedish_with_a_minus_that_is_one() -> None:
    formats = re.findall(r'formatCode="(.*?)"', drawn(COMPANIES_CHART).xml.decode())

    assert {one[:7] for one in formats if one != "General"} == {"[$-41D]"}
    assert all("\N{MINUS SIGN}" in one for one in formats if one != "General")
    assert b'<c:lang val="sv-SE"/>' in drawn(COMPANIES_CHART).xml


def test_lines_are_told_apart_without_colour() -> None:
    xml = drawn(COMPANIES_CHART).xml.decode()
    looks = {
        re.findall(r"<c:v>(.*?)</c:v>", line)[0]: (
            re.findall(r'prstDash val="(\w+)"', line)[0],
            re.findall(r'symbol val="(\w+)"', line)[-1],
            re.findall(r'<a:ln w="(\d+)"', line)[0],
        )
        for line in xml.split("<c:ser>")[1:]
    }

    assert len(set(looks.values())) == len({"earlier", "now", "forecast", "bound", "target"})


@each_chart
def test_the_scale_has_room_for_every_number(chart: Chart) -> None:
    found = drawn(chart)
    low, high = _end(found, "min"), _end(found, "max")

    assert all(low <= one <= high for values in found.lines.values() for one in values if isinstance(one, float))
    assert low < high


def _end(found: Drawn, name: str) -> float:
    return float(re.findall(rf'<c:{name} val="([^"]+)"', found.xml.decode())[0])


def test_a_sum_is_measured_from_zero_and_a_share_never_beyond_a_hundred() -> None:
    share = replace(COMPANIES_CHART, enhet="procent", hittills=(99.0,), prognos=99.5, högst=100.0, mål_lägst=98.0)

    assert _end(drawn(COMPANIES_CHART), "min") == 0
    assert _end(drawn(UNEMPLOYED_CHART), "min") > 200
    assert _end(drawn(share), "max") == 100


def test_alternative_text_and_names_stand_in_the_document() -> None:
    data = document(COMPANIES_CHART, HOSTILE_CHART)
    frames = list(opened(data).element.body.iter(qn("wp:docPr")))

    assert [one.get("descr") for one in frames] == [COMPANIES_CHART.alternativtext, HOSTILE_CHART.alternativtext]
    assert [one.get("name") for one in frames] == ["Diagram 1", "Diagram 2"]
    assert len({one.get("id") for one in frames}) == 2


def test_text_that_looks_like_xml_or_a_formula_is_text() -> None:
    found = drawn(HOSTILE_CHART)

    assert found.columns["Period"] == HOSTILE_CHART.perioder
    assert "=1+1" in HOSTILE_CHART.perioder
    assert "antal <b> & &quot;" in "".join(str(one.text) for one in found.root.iter("{*}t"))
    with zipfile.ZipFile(io.BytesIO(found.book)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_each_chart_has_parts_of_its_own() -> None:
    data = document(*CHARTS.values())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    many = range(1, len(CHARTS) + 1)

    assert {one for one in names if one.startswith("word/charts/chart")} == {
        f"word/charts/chart{at}.xml" for at in many
    }
    assert sum(one.startswith("word/embeddings/") for one in names) == len(CHARTS)
    assert len(names) == len(set(names))
    assert not [one for one in names if one.endswith(".png")]
    assert len({one.book for one in charts_in(data)}) > len(CHARTS) / 2
    types = part(data, "[Content_Types].xml")
    assert types.count("application/vnd.openxmlformats-officedocument.drawingml.chart+xml") == len(CHARTS)
    assert 'Extension="xlsx"' in types


def test_charts_follow_the_templates_font() -> None:
    assert b'<a:latin typeface="Calibri"/>' in drawn(COMPANIES_CHART).xml
    assert '"Calibri"' in part(shipped("delarsrapport.docx"), "word/styles.xml")


def test_same_chart_same_bytes_in_another_process_and_time_zone(root: Path) -> None:
    def run(seed: str, zone: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", PRINT]
        result = subprocess.run(command, env=environment, cwd=root, check=True, capture_output=True, text=True)  # noqa: S603
        return result.stdout.strip()

    first = run("0", "UTC")
    assert first == run("1", "Pacific/Auckland") == hashlib.sha256(document(*CHARTS.values())).hexdigest()


def test_the_workbook_has_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(drawn(COMPANIES_CHART).book)) as book:
        assert {one.date_time for one in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in book.namelist() if name.startswith("docProps")]


@pytest.mark.node
def test_word_validator_finds_nothing_in_documents_and_workbooks(tmp_path: Path) -> None:
    data = document(*CHARTS.values())
    files = {"charts.docx": data} | {f"{at}.xlsx": one.book for at, one in enumerate(charts_in(data)[:3])}
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        command = [str(VALIDATOR.parents[1] / ".bin" / "ooxml-validator"), str(path)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        assert result.returncode == 0, result.stdout


@pytest.mark.office
def test_libreoffice_draws_every_label(tmp_path: Path) -> None:
    path = tmp_path / "charts.docx"
    path.write_bytes(document(COMPANIES_CHART, YEARLY_CHART))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    pdf = str(path.with_suffix(".pdf"))
    found = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout  # noqa: S603, S607
    said = re.sub(r"\s+", " ", found)
    for label in ("Prognos: 76", "Mål: minst 95", "2016", "2018", "Mål från: 72,0", "Prognos: 72,2"):
        assert label.replace("Mål från: ", "Mål från ") in said, label
