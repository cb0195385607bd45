import errno
import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from pipeline.model.results import EarlierRun
from pipeline.problems import Problems
from pipeline.publish import AnotherRunError, Edition, Published, only_run, publish
from pipeline.run_folders import json_bytes
from tests.conftest import ROOT

EDITION = Edition(
    folder="2019-april",
    documents={"delarsrapport-2019-april.docx": b"rapport", "resultat.json": b"{}\n"},
    inputs={"mål.xlsx": b"goals", "näringsliv/utfall 2019.xlsx": b"figures"},
    templates={"delarsrapport.docx": b"mall"},
    fields={"delarsrapport-2019-april.docx": {"sammanfattning": {"title": "Sammanfattning"}}},
    options={"draft": False, "date": None},
    versions={"malprognos": "0.1.0"},
)


def published(edition: Edition, output: Path) -> Published:
    problems = Problems()
    made = publish(edition, output, problems)
    assert made is not None
    assert not list(problems)
    return made


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_first_run_holds_the_documents_what_they_were_made_of_and_the_manifest(tmp_path: Path) -> None:
    made = published(EDITION, tmp_path)

    assert made == Published(tmp_path / "2019-april" / "korning-001", new=True)
    held = tree(made.run)
    manifest = held.pop("manifest.json")
    assert held == {
        "delarsrapport-2019-april.docx": b"rapport",
        "resultat.json": b"{}\n",
        "underlag/dokument/delarsrapport-2019-april.docx": b"rapport",
        "underlag/falt.json": json_bytes(dict(EDITION.fields)),
        "underlag/inputs/mål.xlsx": b"goals",
        "underlag/inputs/näringsliv/utfall 2019.xlsx": b"figures",
        "underlag/templates/delarsrapport.docx": b"mall",
    }
    assert json.loads(manifest) == {
        "inputs": {
            "mål.xlsx": hashlib.sha256(b"goals").hexdigest(),
            "näringsliv/utfall 2019.xlsx": hashlib.sha256(b"figures").hexdigest(),
        },
        "options": {"date": None, "draft": False},
        "outputs": {
            "delarsrapport-2019-april.docx": hashlib.sha256(b"rapport").hexdigest(),
            "resultat.json": hashlib.sha256(b"{}\n").hexdigest(),
        },
        "templates": {"delarsrapport.docx": hashlib.sha256(b"mall").hexdigest()},
        "versions": {"malprognos": "0.1.0"},
    }
    assert manifest.decode().startswith('{\n  "inputs": {\n    "mål.xlsx": ')
    assert manifest.endswith(b"}\n")
    assert (tmp_path / "2019-april" / "senaste.txt").read_bytes() == b"korning-001\n"


def test_the_same_run_again_makes_no_new_folder(tmp_path: Path) -> None:
    first = published(EDITION, tmp_path)
    before = tree(tmp_path)

    again = published(EDITION, tmp_path)

    assert again == Published(first.run, new=False)
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "changed",
    [
        replace(EDITION, inputs={**EDITION.inputs, "ny.csv": b""}),
        replace(EDITION, templates={"delarsrapport.docx": b"en annan mall"}),
        replace(EDITION, options={"draft": True, "date": None}),
        replace(EDITION, versions={"malprognos": "0.2.0"}),
        replace(EDITION, edits={"delarsrapport-2019-april.docx": {"sammanfattning": "abc"}}),
        replace(EDITION, earlier=EarlierRun("2019-april/korning-001", "abc", {})),
    ],
)
def test_whatever_the_run_is_made_of_a_change_makes_a_new_folder(tmp_path: Path, changed: Edition) -> None:
    first = published(EDITION, tmp_path)
    before = tree(first.run)

    second = published(changed, tmp_path)

    assert second == Published(tmp_path / "2019-april" / "korning-002", new=True)
    assert tree(first.run) == before
    assert (tmp_path / "2019-april" / "senaste.txt").read_bytes() == b"korning-002\n"


def test_going_back_to_what_an_older_run_was_made_of_makes_a_new_folder(tmp_path: Path) -> None:
    published(EDITION, tmp_path)
    published(replace(EDITION, options={}), tmp_path)

    assert published(EDITION, tmp_path).run.name == "korning-003"


def test_a_hand_edited_document_is_left_as_it_is(tmp_path: Path) -> None:
    first = published(EDITION, tmp_path)
    document = first.run / "delarsrapport-2019-april.docx"
    document.write_bytes(b"edited")

    published(EDITION, tmp_path)
    published(replace(EDITION, options={}), tmp_path)

    assert document.read_bytes() == b"edited"


def test_a_removed_document_comes_back_in_a_new_run(tmp_path: Path) -> None:
    first = published(EDITION, tmp_path)
    (first.run / "delarsrapport-2019-april.docx").unlink()

    assert published(EDITION, tmp_path).run.name == "korning-002"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_after_a_run_with_a_damaged_manifest_comes_a_new_run(tmp_path: Path, damage: bytes) -> None:
    first = published(EDITION, tmp_path)
    (first.run / "manifest.json").write_bytes(damage)

    assert published(EDITION, tmp_path).run.name == "korning-002"


def test_a_number_is_never_used_again(tmp_path: Path) -> None:
    published(EDITION, tmp_path)
    second = published(replace(EDITION, options={}), tmp_path)
    second.run.rename(tmp_path / "undanlagd")
    (tmp_path / "2019-april" / "korning-007").touch()

    assert published(replace(EDITION, options={"draft": True}), tmp_path).run.name == "korning-008"


def test_the_last_number_is_remembered_when_its_folder_has_been_removed(tmp_path: Path) -> None:
    published(EDITION, tmp_path)
    second = published(replace(EDITION, options={}), tmp_path)
    second.run.rename(tmp_path / "undanlagd")

    assert published(replace(EDITION, options={"draft": True}), tmp_path).run.name == "korning-003"


def test_runs_are_counted_past_a_thousand(tmp_path: Path) -> None:
    (tmp_path / "2019-april" / "korning-999").mkdir(parents=True)

    assert published(EDITION, tmp_path).run.name == "korning-1000"
    assert not published(EDITION, tmp_path).new


def test_senaste_is_mended_by_a_run_that_changes_nothing_else(tmp_path: Path) -> None:
    published(EDITION, tmp_path)
    newest = tmp_path / "2019-april" / "senaste.txt"
    newest.write_text("korning-009", encoding="utf-8")

    published(EDITION, tmp_path)

    assert newest.read_bytes() == b"korning-001\n"


def test_what_killed_runs_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / "2019-augusti" / ".korning-004.123" / "underlag"
    left.mkdir(parents=True)
    (left / "half.docx").touch()
    (tmp_path / "2019-augusti" / ".senaste.txt.123").touch()

    published(EDITION, tmp_path)

    assert not list((tmp_path / "2019-augusti").iterdir())


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    assert tree(published(EDITION, tmp_path / "a").run) == tree(published(EDITION, tmp_path / "b").run)


def test_a_file_name_that_is_not_unicode_is_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"m\xe5l.xlsx")
    edition = replace(EDITION, inputs={name: b"goals"})

    made = published(edition, tmp_path)

    assert (made.run / "underlag" / "inputs" / name).read_bytes() == b"goals"
    assert name in json.loads((made.run / "manifest.json").read_bytes())["inputs"]
    assert not published(edition, tmp_path).new


@pytest.mark.parametrize("name", ["../up.docx", "a/../../up.docx", "/up.docx", ""])
def test_no_name_leads_out_of_the_run_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        publish(replace(EDITION, documents={name: b""}), tmp_path, Problems())

    assert tree(tmp_path) == {}


def test_the_output_may_be_named_by_a_way_up_and_down(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    assert published(EDITION, tmp_path / "a" / ".." / "b").new


def told(edition: Edition, output: Path) -> list[str]:
    problems = Problems()
    assert publish(edition, output, problems) is None
    return [str(problem) for problem in problems]


def test_an_output_that_is_a_file_is_told(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_bytes(b"mine")

    assert told(EDITION, output) == [
        (
            f"{output}: det går inte att skriva i mappen: det ligger en fil där en mapp behövs; "
            "flytta den eller välj en annan mapp med --output"
        )
    ]
    assert output.read_bytes() == b"mine"


def test_a_name_that_is_too_long_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    edition = replace(EDITION, inputs={"a" * 300: b""})

    assert told(edition, tmp_path) == [
        (
            f"{tmp_path}: det går inte att skriva i mappen: ett namn är för långt; "
            "korta filnamnet eller välj en mapp med kortare sökväg med --output"
        )
    ]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("function", ["fsync", "rename", "mkdir"])
def test_a_disk_that_refuses_is_told_and_keeps_the_older_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int
) -> None:
    published(EDITION, tmp_path)
    before = tree(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, function, refuse)
    sentences = told(replace(EDITION, options={}), tmp_path)
    monkeypatch.undo()

    assert len(sentences) == 1
    assert sentences[0].startswith(f"{tmp_path}: det går inte att skriva i mappen: ")
    assert "\n" not in sentences[0]
    assert tree(tmp_path) == before


def test_a_refused_senaste_is_only_a_remark(tmp_path: Path) -> None:
    (tmp_path / "2019-april" / "senaste.txt").mkdir(parents=True)
    problems = Problems()

    made = publish(EDITION, tmp_path, problems)

    assert made is not None
    assert [str(problem) for problem in problems] == [
        (
            f"{tmp_path / '2019-april' / 'senaste.txt'}: anmärkning: "
            "filen gick inte att skriva; den nyaste körningen är korning-001"
        )
    ]
    assert not list((tmp_path / "2019-april").glob(".*"))


# Real processes ---------------------------------------------------------------------------------------------------

BIG = b"0123456789" * 200_000
MANY = replace(EDITION, documents={f"dokument-{i}.docx": BIG for i in range(40)})
PUBLISH = "from tests.test_publish import *; print('ready', flush=True); publish(MANY, Path(sys.argv[1]), Problems())"
HOLD = """
from tests.test_publish import *
with only_run(Path(sys.argv[1]), "14.02", Problems()):
    print("ready", flush=True)
    sys.stdin.read()
"""


def start(program: str, output: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-c", program, str(output)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


@pytest.mark.parametrize("seed", range(10))
def test_a_run_killed_at_any_moment_leaves_a_whole_set_or_none(tmp_path: Path, seed: int) -> None:
    with start(PUBLISH, tmp_path) as child:
        time.sleep(Random(seed).uniform(0, 0.3))  # noqa: S311 -- no secret
        child.kill()

    runs = list(tmp_path.glob("*/korning-*"))
    assert all(tree(run) == MANY.files() for run in runs)

    made = published(MANY, tmp_path)

    assert made.run.name == "korning-001"
    assert sorted(path.name for path in made.run.parent.iterdir()) == ["korning-001", "senaste.txt"]
    assert tree(made.run) == MANY.files()


def test_a_second_run_is_told_since_when_the_first_goes_on(tmp_path: Path) -> None:
    with start(HOLD, tmp_path) as child:
        with (
            pytest.raises(AnotherRunError, match=r"^En annan körning pågår sedan kl\. 14\.02\.$"),
            only_run(tmp_path, "14.03", Problems()),
        ):
            pass
        child.communicate()

    with only_run(tmp_path, "14.04", Problems()):
        pass
    assert not list(tmp_path.iterdir())


def test_a_killed_run_holds_no_lock(tmp_path: Path) -> None:
    with start(HOLD, tmp_path) as child:
        child.kill()
        child.wait()

        with only_run(tmp_path, "14.03", Problems()):
            assert (tmp_path / ".las-sedan").read_text(encoding="utf-8") == "14.03"


def test_an_output_that_cannot_be_locked_is_a_fault_and_the_run_goes_on_to_find_others(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.touch()
    problems = Problems()

    with only_run(output, "14.02", problems):
        publish(EDITION, output, problems)

    assert len(problems.faults()) == 1


def test_the_lock_is_let_go_when_the_run_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_run(tmp_path, "14.02", Problems()):
        raise ZeroDivisionError

    assert not list(tmp_path.iterdir())
