"""The house rules that no tool holds: sizes, edges, what tracked files may say, and that tables agree."""

import ast
import dataclasses
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import __version__, sheets
from pipeline.model import meetings, records
from tests.conftest import ROOT

CODE = sorted((ROOT / "pipeline").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
TEXT = {".py", ".md", ".toml", ".txt", ".lock", ".json", ".csv", ".sh", ".cfg", ".yml", ""}
ELSEWHERE = re.compile(
    r"pypi[.]org|python[h]osted|npm[j]s|registry[.]|deb[.]debian|(?<![\w.])/(home|root|Users|work)/", re.IGNORECASE
)
COMMAND_LINES = ("pipeline/cli.py", "pipeline/commands.py", "pipeline/own_faults.py", "pipeline/confined/child.py")
EDGE = ("datetime.now", "date.today", "time.time", "os.environ", "os.getenv")


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def longer(paths: list[Path], lines: int) -> list[str]:
    return [where(path) for path in paths if path.read_text(encoding="utf-8").count("\n") > lines]


def trees() -> Iterator[tuple[str, ast.Module]]:
    return ((where(path), ast.parse(path.read_text(encoding="utf-8"))) for path in CODE)


def test_no_module_is_longer_than_250_lines_and_no_test_module_than_400() -> None:
    assert longer(CODE, 250) == []
    assert longer(TESTS, 400) == []


def test_no_function_is_longer_than_30_lines() -> None:
    functions = (
        (name, node)
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )

    assert [f"{name}: {f.name}" for name, f in functions if (f.end_lineno or 0) - f.lineno + 1 > 30] == []


def test_only_the_command_lines_catch_everything_print_or_read_clock_and_environment() -> None:
    inner = ((name, tree) for name, tree in trees() if name not in COMMAND_LINES)

    assert [f"{name}: {found}" for name, tree in inner for node in ast.walk(tree) for found in edges(node)] == []


def edges(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ExceptHandler):
        names = {"Exception"} if node.type is None else {ast.unparse(part) for part in ast.walk(node.type)}
        if names & {"Exception", "BaseException"}:
            yield f"line {node.lineno} catches everything"
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
        yield f"line {node.lineno} prints"
    if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(EDGE):
        yield f"line {node.lineno} reads {ast.unparse(node)}"


def tracked() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]  # also what is not added yet
    if not (ROOT / ".git").exists():  # a copy without its history
        return [
            path for path in ROOT.rglob("*") if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(".")
        ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout  # noqa: S603
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    texts = ((path, path.read_text(encoding="utf-8", errors="replace")) for path in tracked() if path.suffix in TEXT)

    assert [f"{where(path)}: {found[0]}" for path, text in texts if (found := ELSEWHERE.search(text))] == []


def test_the_version_is_the_same_in_code_and_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert __version__ == project["version"]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_hold_no_address_and_a_hash_for_every_package(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.sub(r"#.*", "", text).replace("\\\n", " ").strip().splitlines()

    assert "://" not in text
    assert "--index" not in text
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_lock_files_hold_what_pyproject_asks_for_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, dev = (pinned(ROOT / lock) for lock in LOCKS)

    assert names(project["dependencies"]) <= {pin.split("==")[0] for pin in run}
    assert names(project["optional-dependencies"]["dev"]) <= {pin.split("==")[0] for pin in dev}
    assert run <= dev


def pinned(lock: Path) -> set[str]:
    return set(re.findall(r"^[\w.-]+==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {match[0] for requirement in requirements if (match := re.match(r"[\w.-]+", requirement))}


def test_every_floor_stands_only_on_the_floors_below() -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    linted = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", program, "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert linted.returncode == 0, linted.stdout + linted.stderr


RECORDS = {
    sheets.GOALS: records.Goal,
    sheets.INDICATORS: records.Indicator,
    sheets.FOLLOW_UPS: records.FollowUp,
    sheets.MEASURES: records.Measure,
    sheets.ACTIVITIES: records.Activity,
    sheets.MEETINGS: meetings.Meeting,
    sheets.ATTENDANCE: meetings.Attendance,
    sheets.SETTINGS: records.Settings,
}
INSIDE_TARGET = {"target_high"}


def test_every_sheet_has_its_record() -> None:
    assert list(RECORDS) == list(sheets.SHEETS)


@pytest.mark.parametrize("sheet", sheets.SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheets_columns_are_its_records_fields(sheet: sheets.Sheet) -> None:
    columns = [column.field for column in sheet.columns if column.field not in INSIDE_TARGET]
    fields = [field.name for field in dataclasses.fields(RECORDS[sheet]) if field.name not in {"place", "places"}]

    assert sorted(columns) == sorted(fields)


@pytest.mark.parametrize("sheet", sheets.SHEETS, ids=lambda sheet: sheet.name)
def test_no_heading_is_another_columns_synonym(sheet: sheets.Sheet) -> None:
    headings = [column.heading.casefold() for column in sheet.columns]
    synonyms = {synonym.casefold() for column in sheet.columns for synonym in column.synonyms}

    assert len(set(headings)) == len(headings)
    assert synonyms & set(headings) == set()
