"""A command loads what it needs: starting is most of what a short command takes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOADED = """
import sys
from pipeline.cli import main
try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*arguments: str | Path) -> set[str]:
    """Return the packages that the command has loaded when it ends, in its own process."""
    line = [sys.executable, "-X", "utf8", "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, check=False, text=True, encoding="utf-8")  # noqa: S603
    return set(done.stderr.rpartition("loaded: ")[2].split())


def test_a_run_leaves_tables_to_the_process_that_reads(tmp_path: Path) -> None:
    found = loaded("interim", "april", "--output", tmp_path)

    assert {"docx", "pipeline"} <= found
    assert found & {"numpy", "pandas"} == set()


@pytest.mark.parametrize("arguments", [("--help",), ("interim", "april", "--wrong")])
def test_help_and_wrong_arguments_load_no_stage(arguments: tuple[str, ...]) -> None:
    found = loaded(*arguments)

    assert "pipeline" in found
    assert found & {"docx", "docxtpl", "jinja2", "lxml", "openpyxl", "numpy", "pandas"} == set()
