from pathlib import Path

import pytest

from pipeline.problems import Problems
from pipeline.publish import write_review

NAME = "granskad-mål.xlsx"


def written(folder: Path, content: bytes, name: str = NAME) -> tuple[list[str], list[str]]:
    problems = Problems()
    paths = write_review(folder, {name: content}, problems)
    return [path.name for path in paths], [str(one) for one in problems]


def test_a_review_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    written(tmp_path, b"first")

    assert written(tmp_path, b"second") == ([NAME], [])
    assert (tmp_path / NAME).read_bytes() == b"second"


def test_what_somebody_has_changed_is_kept_and_the_review_stands_beside(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"mended by hand")

    names, told = written(tmp_path, b"second")

    assert names == ["granskad-mål-2.xlsx"]
    assert told == [
        (
            f"{tmp_path / NAME}: anmärkning: filen har ändrats och skrivs inte över; "
            "den nya granskningen ligger i granskad-mål-2.xlsx"
        )
    ]
    assert (tmp_path / NAME).read_bytes() == b"mended by hand"
    assert written(tmp_path, b"third") == (["granskad-mål-2.xlsx"], [])
    assert (tmp_path / "granskad-mål-2.xlsx").read_bytes() == b"third"


@pytest.mark.parametrize("note", [b"", b"{", b"[1]", b'{"granskad-m\xc3\xa5l.xlsx": 1}'])
def test_without_its_notes_a_review_writes_over_nothing(tmp_path: Path, note: bytes) -> None:
    written(tmp_path, b"first")
    (tmp_path / ".skrivet.json").write_bytes(note)

    assert written(tmp_path, b"second")[0] == ["granskad-mål-2.xlsx"]
    assert (tmp_path / NAME).read_bytes() == b"first"


def test_the_same_review_again_is_the_same_file(tmp_path: Path) -> None:
    written(tmp_path, b"first")
    (tmp_path / ".skrivet.json").unlink()

    assert written(tmp_path, b"first") == ([NAME], [])


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "granskning").write_text("a file")
    problems = Problems()

    assert write_review(tmp_path / "granskning", {NAME: b"first"}, problems) == ()
    assert [one.text for one in problems.faults()] == [
        (
            "det går inte att skriva i mappen: det ligger en fil där en mapp behövs; flytta den eller välj en annan "
            "mapp med --output"
        )
    ]
