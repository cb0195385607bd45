"""What the run of the tests itself promises, in one process and with workers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.outline import opened
from tests.render.word import printed
from tests.sample_meetings import MINUTES

TESTS = {
    "test_part.py": "import pytest\ndef test_one(): pytest.skip('no reason')\n",
    "test_whole.py": "import pytest\npytest.skip('no reason', allow_module_level=True)\n",
    "test_counts.py": (
        "def test_one(record_property):\n    record_property('kills', 7)\n    record_property('torn', 0)\n"
    ),
}
PLUGINS = ("xdist.plugin", *(f"tests.plugins.{one}" for one in ("skips", "counts", "documents")), "no:cacheprovider")
PUBLISHES = """
import hashlib, json
from pathlib import Path
def test_publishes(tmp_path):
    run = tmp_path / "output" / "2019-april" / "korning-001"
    templates = run / "underlag" / "templates"
    templates.mkdir(parents=True)
    data = Path({source!r}).read_bytes()
    (templates / "mall.docx").write_bytes(data)
    (run / "a.docx").write_bytes(data)
    (run / "b.docx").write_bytes(data)
    (run / "edited.docx").write_bytes(b"no document")
    outputs = {{name: hashlib.sha256(data).hexdigest() for name in ("a.docx", "b.docx", "edited.docx")}}
    (run / "manifest.json").write_text(json.dumps({{"outputs": outputs}}))
"""


def pytest_of(folder: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the tests in the folder with our plugins, in CI only where `env` says so."""
    for name, program in TESTS.items():
        (folder / name).write_text(program, encoding="utf-8")
    line = [sys.executable, "-m", "pytest", *(f"-p{plugin}" for plugin in PLUGINS), *options, f"--rootdir={folder}"]
    outer = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    env = {**outer, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **env}
    return subprocess.run(line, cwd=folder, env=env, capture_output=True, check=False, text=True)  # noqa: S603 -- our own program


@pytest.mark.parametrize("workers", [0, 1])
def test_in_ci_a_skipped_test_or_module_fails_the_whole_and_is_named(tmp_path: Path, workers: int) -> None:
    done = pytest_of(tmp_path, f"--numprocesses={workers}", CI="true")
    _, told = done.stdout.split("No test may be skipped here:\n")

    assert done.returncode == 1, done.stdout + done.stderr
    assert {line for line in told.splitlines() if line.startswith("test_")} == {
        "test_part.py::test_one",
        "test_whole.py",
    }
    assert "test_counts.py::test_one  kills: 7, torn: 0" in done.stdout.splitlines()


def test_elsewhere_a_test_may_be_skipped(tmp_path: Path) -> None:
    done = pytest_of(tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No test may be skipped" not in done.stdout


@pytest.mark.node
@pytest.mark.shared
@pytest.mark.parametrize("workers", [0, 1])
def test_documents_that_tests_publish_are_checked_once_and_one_with_a_fault_fails_the_whole(
    tmp_path: Path, workers: int
) -> None:
    """Tags left in a document are a fault of the house's own; what a test writes over it is not looked at."""
    for name, body, expected in (("whole", "", 0), ("faulty", "{{ titel }}", 1)):
        folder = tmp_path / name
        folder.mkdir()
        document = opened(printed("protokoll.docx", MINUTES))
        document.paragraphs[-1].add_run(body)
        document.save(str(folder / "source.docx"))
        (folder / "test_it.py").write_text(PUBLISHES.format(source=str(folder / "source.docx")), encoding="utf-8")
        done = pytest_of(folder, "--check-documents", f"--numprocesses={workers}", "test_it.py")

        assert (done.returncode, f"1 documents, {expected} with faults" in done.stdout) == (expected, True), done.stdout
