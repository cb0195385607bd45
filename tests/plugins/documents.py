"""With --check-documents: every Word document that any test has published goes through the validator and the checks.

A document counts as published when its folder's manifest has its hash: what a test has then written in it, or
broken on purpose, is left out. Each is looked at once, however many tests make it.
"""

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".cache" / "node" / "node_modules" / ".bin" / "ooxml-validator"
CHECKS = ROOT.parent / "shared" / "tools" / "docx_checks.py"
AT_ONCE = 2
_told: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--check-documents", action="store_true", help="validate every document that a test has published")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if not session.config.getoption("--check-documents") or hasattr(session.config, "workerinput"):
        return
    base = session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined] # noqa: SLF001 -- no public way
    found = list(published(base))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        faults = [fault for told in pool.map(faults_of, found) for fault in told]
    _told.extend([f"{len(found)} documents, {len(faults)} with faults", *faults])
    if (faults or not found) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _told:
        terminalreporter.section("documents")
        terminalreporter.write_line("\n".join(_told))


def published(base: Path) -> Iterator[Path]:
    """Go through the documents of all run folders under the folder, those with the same bytes once."""
    seen: set[str] = set()
    for manifest in sorted(base.rglob("korning-*/manifest.json")):
        written = _written(manifest)
        for path in sorted(manifest.parent.glob("*.docx")):
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found == written.get(path.name) and found not in seen:
                seen.add(found)
                yield path


def _written(manifest: Path) -> Mapping[str, str]:
    """Return the hash of each document as it was published.

    A manifest that a test has broken tells of none, nor one of documents that no Word template became.
    """
    try:
        outputs: Mapping[str, str] = json.loads(manifest.read_bytes())["outputs"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    templates = manifest.parent.glob("underlag/templates/*.docx")
    return outputs if isinstance(outputs, dict) and any(map(zipfile.is_zipfile, templates)) else {}


def faults_of(path: Path) -> list[str]:
    """Return what the Open XML SDK and the house's own checks say of the document."""
    lines = [[str(VALIDATOR), str(path)], [sys.executable, str(CHECKS), str(path)]]
    done = [subprocess.run(line, capture_output=True, check=False, text=True) for line in lines]  # noqa: S603 -- ours
    return [f"{path}: {one.stdout.strip()}{one.stderr.strip()}" for one in done if one.returncode]
