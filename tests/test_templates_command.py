"""The command `templates`, and the templates' check before a run."""

import shutil
from pathlib import Path

import docx
import pytest

from tests.conftest import ROOT
from tests.runs import APRIL, command

MISSPELT = "delarsrapport.docx, brödtext, stycke 1 (”{{ titl }}”): ”{{ titl }}” finns inte; menar du ”{{ titel }}”?"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the shipped templates in which a clerk has added a misspelt field first in the report."""
    folder = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    report = docx.Document(str(folder / "delarsrapport.docx"))
    report.paragraphs[0].insert_paragraph_before("{{ titl }}")
    report.save(str(folder / "delarsrapport.docx"))
    return folder


def test_templates_without_faults_are_said_to_be_so(tmp_path: Path) -> None:
    done = command("templates", "--output", tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "Mallarna är utan fel.\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_template_comes_back_with_its_faults_as_comments(faulty: Path, tmp_path: Path) -> None:
    done = command("templates", "--templates", faulty, "--output", tmp_path / "output")

    copy = tmp_path / "output" / "granskning" / "granskad-delarsrapport.docx"
    assert (done.returncode, done.stderr) == (1, f"{MISSPELT}\n")
    assert done.stdout == f"Felen står som kommentarer i {copy}.\n"
    assert [comment.text for comment in docx.Document(str(copy)).comments] == [MISSPELT.partition("): ")[2]]


def test_a_run_tells_the_templates_faults_together_with_the_inputs(faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    done = command(*APRIL, "--input", tmp_path / "input", "--templates", faulty, "--output", tmp_path / "output")

    assert done.returncode == 1
    assert MISSPELT in done.stderr.splitlines()
    assert len(done.stderr.splitlines()) > 1
    assert not (tmp_path / "output" / "2019-april").exists()
