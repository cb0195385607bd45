"""The whole pipeline on the shipped input: what comes out, that it agrees, and what stops it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.outline import header_lines, outline, texts
from tests.runs import AMBITION, APRIL, AUGUST, GOALS, INPUT, command, edited, published, write

RUNS = {"2019-ambitionsniva": AMBITION, "2019-april": APRIL, "2019-augusti": AUGUST}
DOCUMENTS = {
    "2019-ambitionsniva": ("dialogunderlag", "protokoll-ksau", "protokollsutdrag-ksau", "tjansteskrivelse"),
    "2019-april": ("delarsrapport", "protokollsutkast-ksau", "tjansteskrivelse"),
    "2019-augusti": ("delarsrapport", "protokollsutkast-ksau", "tjansteskrivelse"),
}
NAMES = [f"{kind}-{occasion}.docx" for occasion, kinds in DOCUMENTS.items() for kind in kinds]
REPORTS = ("2019-april", "2019-augusti")
VALUES = "utfall-2019-exempel.xlsx"
VERDICTS = {
    "uppfylls": "beräknas uppfyllas",
    "uppfylls delvis": "beräknas uppfyllas delvis",
    "osäkert": "är osäkert",
    "uppfylls inte": "beräknas inte uppfyllas",
    "kan inte bedömas": "kan inte bedömas",
}
FORECAST_LINE = re.compile(r"([^.:]+): prognos (\S+) mot målet (\S+) (\S+?)\.(?: |$)")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The run folder of each occasion, made in the order of the year."""
    output = tmp_path_factory.mktemp("output")
    return {name: published(*line, "--output", output) for name, line in RUNS.items()}


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest, runs: Mapping[str, Path]) -> Path:
    run: Path = runs[request.param]
    return run


def document(run: Path, kind: str) -> bytes:
    (found,) = run.glob(f"{kind}-*.docx")
    return found.read_bytes()


def results(run: Path) -> Json:
    found: Json = json.loads((run / "resultat.json").read_bytes())
    return found


def indicators(run: Path) -> Iterator[Json]:
    return (one for goal in results(run)["goals"] for one in goal["indicators"])


def rows(run: Path) -> list[list[str]]:
    """The rows of the report's tables as lists of cells, with plain spaces."""
    lines = outline(document(run, "delarsrapport")).replace("\u00a0", " ").splitlines()
    return [line.removeprefix("[Table] ").split(" | ") for line in lines if line.startswith("[Table] ")]


def indicator_cells(run: Path) -> dict[str, list[str]]:
    """Outcome, target, forecast, chance and status of each indicator of a styrande goal, by its id."""
    return {row[0].split(" ")[0]: row[2:] for row in rows(run) if is_indicator(row, 7)}


def is_indicator(row: list[str], columns: int) -> bool:
    return len(row) == columns and re.match(r"\d\.\d ", row[0]) is not None


def written(value: float | None, unit: str) -> str:
    """Round and write a number as Swedish tables do, without asking the pipeline how."""
    if value is None:
        return "–"
    places = "0.1" if unit == "procent" else "1"
    return str(Decimal(str(value)).quantize(Decimal(places), ROUND_HALF_UP)).replace(".", ",")


def table_rows(one: Json) -> list[str]:
    """What a report's row says of the indicator: outcome, target, forecast with interval, chance, status."""
    unit, percent = one["unit"], " %" if one["unit"] == "procent" else ""
    bound = {"öka": "minst", "minska": "högst"}[one["direction"]]
    number, low, high = (written(one[key], unit) for key in ("forecast", "low", "high"))
    return [
        written(one["outcome"], unit) + percent,
        "–" if one["target"] is None else f"{bound} {written(one['target'], unit)}{percent}",
        "–" if one["forecast"] is None else f"{number}{percent} ({low}–{high})",
        "–" if one["probability"] is None else f"{written(one['probability'] * 100, 'antal')} %",
        one["status"] or "–",
    ]


def test_every_document_of_the_three_occasions_comes_out(runs: Mapping[str, Path]) -> None:
    assert sorted(path.name for run in runs.values() for path in run.glob("*.docx")) == sorted(NAMES)
    assert {name: run.name for name, run in runs.items()} == dict.fromkeys(RUNS, "korning-001")
    assert {name: run.parent.name for name, run in runs.items()} == {name: name for name in RUNS}


@pytest.mark.parametrize("name", NAMES)
def test_each_document_reads_as_it_has_been_accepted(
    runs: Mapping[str, Path], golden: Callable[[str, str], None], name: str
) -> None:
    run = next(run for occasion, run in runs.items() if occasion in name)
    data = (run / name).read_bytes()

    golden(name.replace(".docx", ".txt"), "".join(f"{line}\n" for line in header_lines(data)) + outline(data))


def test_every_number_and_status_in_the_reports_tables_is_the_records(report: Path) -> None:
    told = {
        id_: [outcome.split(" ↵ ")[0], target, _with_interval(forecast), chance, status.lstrip("✓◐?✗○ ")]
        for id_, (outcome, target, forecast, chance, status) in indicator_cells(report).items()
    }

    assert told == {one["id"]: table_rows(one) for one in indicators(report) if one["status"]}


def _with_interval(forecast: str) -> str:
    """Return the lines of the cell above April's forecast in one."""
    return " ".join(line for line in forecast.split(" ↵ ") if not line.startswith("April: "))


def test_indicators_without_a_status_are_shown_with_outcome_and_target_alone(report: Path) -> None:
    told = {
        row[0].split(" ")[0]: [row[2].split(" ↵ ")[0], row[3]]
        for row in rows(report)
        if is_indicator(row, 5) and " ↵ " in row[0]
    }

    assert told == {one["id"]: table_rows(one)[:2] for one in indicators(report) if not one["status"]}


def test_august_shows_the_forecast_that_april_published(runs: Mapping[str, Path]) -> None:
    april = {one["id"]: table_rows(one)[2] for one in indicators(runs["2019-april"]) if one["status"]}
    august = indicator_cells(runs["2019-augusti"])

    assert {id_: cells[2].partition(" ↵ April: ")[2] or "–" for id_, cells in august.items()} == april


def test_the_totals_in_the_report_are_the_records_and_add_up(report: Path) -> None:
    totals = results(report)["totals"]
    shown = {cells[0].split(",")[0].lstrip("✓◐?✗○ "): cells[1:] for cells in rows(report) if len(cells) == 3}
    classes = {"Styrande": "styrande", "Stödjande": "stödjande", "Inriktningsmål": "inriktningsmål"}
    keys = {**classes, "Ej fastställda": "ej fastställt", **{status: status for status in VERDICTS}}

    assert {name: shown[name][0] for name in keys} == {name: str(totals[key]) for name, key in keys.items()}
    assert shown["Summa"][0] == str(len(results(report)["goals"]))
    assert sum(totals[status] for status in VERDICTS) == totals["styrande"]
    assert totals["ej prognostiseras"] + totals["styrande"] == len(results(report)["goals"])


def test_the_totals_name_the_goals_that_the_record_gives_the_status(report: Path) -> None:
    shown = {cells[0].lstrip("✓◐?✗○ "): cells[2] for cells in rows(report) if len(cells) == 3}
    goals = results(report)["goals"]

    assert {status: shown[status] for status in VERDICTS} == {
        status: ", ".join(str(goal["number"]) for goal in goals if goal["status"] == status) or "–"
        for status in VERDICTS
    }


@pytest.mark.parametrize("kind", ["tjansteskrivelse", "protokollsutkast"])
def test_letter_and_protocol_tell_the_records_forecasts_and_targets(report: Path, kind: str) -> None:
    lines = [text.replace("\u00a0", " ") for text in texts(document(report, kind))]
    told = {name.strip(): rest for line in lines for name, *rest in FORECAST_LINE.findall(line)}
    forecast = [one for one in indicators(report) if one["forecast"] is not None]

    assert len(told) == len(forecast) > 0
    for one in forecast:
        _, target, whole, *_ = table_rows(one)
        assert told[one["name"]] == [whole.split(" ")[0], *target.split(" ")]


@pytest.mark.parametrize("kind", ["tjansteskrivelse", "protokollsutkast"])
def test_letter_and_protocol_tell_the_records_statuses(report: Path, kind: str) -> None:
    lines = " ".join(texts(document(report, kind))).replace("\u00a0", " ")
    ends = [*(f"Mål {number}. " for number in range(1, 6)), "Beslutsunderlag"]
    told = {before: lines[lines.index(before) : lines.index(after)] for before, after in pairwise(ends)}

    for goal in results(report)["goals"]:
        if goal["status"]:
            said = told[f"Mål {goal['number']}. "]
            opening = "Det är osäkert om målet" if goal["status"] == "osäkert" else f"Målet {VERDICTS[goal['status']]}."
            assert opening in said


def test_august_without_an_april_run_says_so(tmp_path: Path) -> None:
    run = published(*AUGUST, "--output", tmp_path)
    report = document(run, "delarsrapport")

    assert "Ingen delårsrapport per den 30 april finns att jämföra med." in texts(report)
    assert "April:" not in outline(report)


def broken_cell(folder: Path) -> Path:
    """Return an input in which one value of indicator 3.1 is a word."""
    copy = edited(folder, lambda _: None)
    book = load_workbook(copy / VALUES)
    page = book.worksheets[0]
    row = next(cells for cells in page.iter_rows() if cells[0].value == "3.1" or cells[0].value == "Nystartade företag")
    next(cell for cell in reversed(row) if isinstance(cell.value, int | float)).value = "cirka tolv"
    book.save(copy / VALUES)
    return copy


def test_a_fault_in_one_indicator_stops_the_run_but_not_a_draft(tmp_path: Path) -> None:
    given = ("--input", broken_cell(tmp_path), "--output", tmp_path / "output")
    stopped, draft = command(*APRIL, *given), command(*APRIL, *given, "--draft")
    run = tmp_path / "output" / "2019-april" / "korning-001"
    broken = next(one for one in indicators(run) if one["id"] == "3.1")

    assert (stopped.returncode, draft.returncode) == (1, 0)
    assert "”cirka tolv”" in stopped.stderr
    assert [broken[key] for key in ("status", "reason", "outcome", "forecast")] == [
        "kan inte bedömas",
        "Fel i underlaget.",
        None,
        None,
    ]
    assert any("Nystartade företag: fel i underlaget." in text for text in texts(document(run, "delarsrapport")))


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    given = ("--output", tmp_path, "--draft")
    drafts = [path for line in RUNS.values() for path in published(*line, *given).glob("*.docx")]
    marked = {path.name: "UTKAST" in " ".join(header_lines(path.read_bytes())) for path in drafts}

    assert marked == dict.fromkeys(NAMES, True)


def test_a_fault_that_is_not_one_indicators_stops_a_draft_too(tmp_path: Path) -> None:
    copy = edited(tmp_path, lambda book: write(book, "Mål", 3, "Mätbart", "kanske"))
    stopped = command(*APRIL, "--input", copy, "--output", tmp_path / "output", "--draft")

    assert stopped.returncode == 1
    assert f"{GOALS}, blad Mål, cell L4: ”kanske”" in stopped.stderr
    assert not list((tmp_path / "output").rglob("*.docx"))


def test_nothing_is_published_while_anything_is_wrong(tmp_path: Path) -> None:
    copy = edited(tmp_path, lambda book: write(book, "Möten", "Datum", "april", "31 april 2019"))
    output = tmp_path / "output"
    stopped = [command(*line, "--input", copy, "--output", output) for line in RUNS.values()]

    assert [one.returncode for one in stopped] == [1, 1, 1]
    assert all("menar du 30 april?" in one.stderr for one in stopped)
    assert [path for path in output.rglob("*") if path.is_file()] == []


def test_the_same_input_again_makes_no_new_folder(tmp_path: Path) -> None:
    first = published(*APRIL, "--output", tmp_path)
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    again = command(*APRIL, "--output", tmp_path)

    assert again.returncode == 0
    assert again.stdout.startswith(f"Inget har ändrats sedan {first}, så ingen ny körning gjordes")
    assert {path: path.read_bytes() for path in tmp_path.rglob("korning-*/**/*") if path.is_file()} == before


def test_a_new_input_makes_a_new_folder_and_leaves_the_old_one(tmp_path: Path) -> None:
    first = published(*APRIL, "--output", tmp_path / "output")
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    copy = edited(tmp_path, lambda book: write(book, "Mål", 1, "Ansvarig", "planchefen"))
    second = published(*APRIL, "--input", copy, "--output", tmp_path / "output")

    assert (first.name, second.name) == ("korning-001", "korning-002")
    assert (second.parent / "senaste.txt").read_text(encoding="utf-8") == "korning-002\n"
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


def test_two_runs_write_the_same_bytes(runs: Mapping[str, Path], tmp_path: Path) -> None:
    again = published(*AMBITION, "--output", tmp_path)
    names = sorted(path.name for path in again.iterdir() if path.is_file())

    assert [(runs["2019-ambitionsniva"] / name).read_bytes() for name in names] == [
        (again / name).read_bytes() for name in names
    ]


def test_the_input_folder_is_left_as_it_was(tmp_path: Path) -> None:
    copy = edited(tmp_path, lambda _: None)
    before = fingerprint(copy)
    published(*APRIL, "--input", copy, "--output", tmp_path / "output")

    assert fingerprint(copy) == before
    assert sorted(before) == sorted(path.name for path in INPUT.iterdir())


def fingerprint(folder: Path) -> Mapping[str, tuple[str, int]]:
    return {path.name: (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def only_goals(book: Workbook) -> None:
    for name in book.sheetnames:
        if name != "Mål":
            del book[name]


def test_a_workbook_with_only_the_sheet_mal_makes_a_report(tmp_path: Path) -> None:
    copy = edited(tmp_path, only_goals)
    for path in copy.iterdir():
        if path.name != GOALS:
            path.unlink()
    given = ("--input", copy, "--output", tmp_path / "output")
    without, done = command(*APRIL, *given), command(*APRIL, *given, "--year", "2019")
    run = tmp_path / "output" / "2019-april" / "korning-001"

    assert (without.returncode, done.returncode) == (1, 0)
    assert (
        f"{GOALS}, blad Inställningar: år saknas. Skriv år i bladet Inställningar, till exempel 2019, "
        "eller kör med --year.\n"
    ) in without.stderr
    assert (
        f"{GOALS}, blad Möten: anmärkning: inget möte har Tillfälle april: inget protokoll skrivs. "
        "Lägg till en kolumn för mötet om det ska finnas ett.\n"
    ) in done.stderr
    assert sorted(path.name for path in run.glob("*.docx")) == [
        "delarsrapport-2019-april.docx",
        "tjansteskrivelse-2019-april.docx",
    ]
    assert {goal["number"]: goal["status"] for goal in results(run)["goals"]} == {
        **dict.fromkeys((1, 2, 3), "kan inte bedömas"),
        **dict.fromkeys((4, 5, 6, 7, 8)),
    }


def test_results_are_not_published_into_the_input(tmp_path: Path) -> None:
    folder = edited(tmp_path, lambda _: None)
    done = command(*APRIL, "--input", folder, "--output", folder / "output")

    assert done.returncode == 1
    told = "resultatet kan inte ligga i underlagets mapp. Välj en annan med --output."
    assert f"{folder / 'output'}: {told}" in done.stderr.splitlines()


def test_the_results_hold_no_value_after_the_report_date(runs: Mapping[str, Path]) -> None:
    goals = json.loads((runs["2019-april"] / "resultat.json").read_bytes())["goals"]
    when = {period for goal in goals for one in goal["indicators"] for period in one["values"]}

    assert "2019-04" in when
    assert not {"2019-05", "2019-08", "2019K2", "2019T2"} & when
