from pathlib import Path

import pytest

from tests.read.inbox import Inbox


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    folder = tmp_path / "input"
    folder.mkdir()
    return Inbox(folder)
