"""The shipped documents opened in LibreOffice and saved as Word documents again: no text is lost."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.commands import DONE
from tests.conftest import ROOT
from tests.outline import header_lines, texts
from tests.runs import AMBITION, APRIL, AUGUST

pytestmark = pytest.mark.office
PAGES = re.compile(r"Sida \d+ \(\d+\)")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def shipped(folder: Path) -> list[Path]:
    """Make every Word document of the shipped case: April, August and ambition."""
    given = [f"--input={ROOT / 'input'}", f"--templates={ROOT / 'templates'}", f"--output={folder}", "--quiet"]
    assert [main([*run, *given]) for run in (APRIL, AUGUST, AMBITION)] == [DONE] * 3
    return sorted(folder.rglob("korning-*/*.docx"))


def resaved(paths: list[Path], folder: Path) -> list[Path]:
    """Open the documents in LibreOffice, all in one call, and save them as Word documents."""
    program = shutil.which("soffice") or ""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    line = [program, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*line, *map(str, paths)], check=True, capture_output=True, timeout=300)  # noqa: S603 -- LibreOffice
    return [folder / path.name for path in paths]


def words(path: Path) -> list[str]:
    """Return the text of every paragraph in the body, header and footer, but for page numbers and soft hyphens."""
    data = path.read_bytes()
    edges = [PAGES.sub("Sida", line.partition("] ")[2]) for line in header_lines(data)]
    return [text.replace(SOFT_HYPHEN, "") for text in (*texts(data), *edges)]


def test_libreoffice_keeps_every_text(tmp_path: Path) -> None:
    before = shipped(tmp_path / "output")
    after = resaved(before, tmp_path)

    assert len(before) == 10
    assert {path.name: words(path) for path in after} == {path.name: words(path) for path in before}
