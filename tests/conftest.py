"""What every test can ask for: the project's folders, golden texts, and tools that may be missing."""

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
VALIDATOR = ROOT / ".cache" / "node" / "node_modules" / "@xarsh" / "ooxml-validator"
AXE = ROOT / ".cache" / "node" / "node_modules" / "axe-core" / "axe.min.js"
MISSING = {
    "shared": None if SHARED.is_dir() else "the test data beside the project is missing",
    "office": None if shutil.which("soffice") and shutil.which("pdftoppm") else "LibreOffice or pdftoppm is missing",
    "browser": None
    if shutil.which("chromium") and AXE.is_file()
    else "Chromium or axe-core is missing: make validator",
    "node": None if shutil.which("node") and VALIDATOR.is_dir() else "the Word validator is missing: make validator",
}
pytest_plugins = ["tests.plugins.counts", "tests.plugins.documents", "tests.plugins.skips"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept-golden", action="store_true", help="write the golden texts anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker, reason in MISSING.items():
            if reason and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def shared() -> Path:
    return SHARED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/NAME`; `make golden` accepts what it is now."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--accept-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        accepted = path.read_text(encoding="utf-8") if path.is_file() else ""
        lines = difflib.unified_diff(accepted.splitlines(), text.splitlines(), name, "now", lineterm="")
        assert accepted == text, "\n".join([f"{name} has changed; if rightly so: make golden", *lines])

    return compare
