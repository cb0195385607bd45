"""The folders of published runs, and the manifest in each."""

import json
from pathlib import Path

import pytest

from pipeline.run_folders import MANIFEST, read_manifest


@pytest.mark.parametrize("part", ["inputs", "templates", "outputs"])
@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("mål.xlsx", True),
        ("underlag/två..prickar.xlsx", True),
        ("../mål.xlsx", False),
        ("a/../../mål.xlsx", False),
        ("/etc/passwd", False),
    ],
)
def test_a_manifest_that_names_a_file_outside_its_run_is_damaged(
    tmp_path: Path, part: str, name: str, *, known: bool
) -> None:
    manifest = {part: {name: ""}}
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")

    assert read_manifest(tmp_path) == (manifest if known else None)


@pytest.mark.parametrize("content", ["", "[]", "{", "null"])
def test_a_manifest_that_is_no_record_is_damaged(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content, encoding="utf-8")

    assert read_manifest(tmp_path) is None
