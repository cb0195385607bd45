"""Sealed runs, protocols and corrections verified: what was sent out must be as it was sent."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.earlier.word import edit_xml, p, resaved, type_in
from tests.runs import APRIL, command, edited, published, write
from tests.verifying.test_verifying import AGAIN, CHANGED, NOT_SEALED, REPORT, SEALED, WELL, rewritten, verified

IS_SEALED = "  Körningen är förseglad i forseglad.json."
SEALED_RUN = ["2019-april/korning-001:", IS_SEALED, AGAIN]


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with April's sealed run in it; someone has written in a field before it was sealed."""
    output = tmp_path_factory.mktemp("utskickat")
    path = published(*APRIL, "--output", output) / REPORT
    path.write_bytes(edit_xml(path.read_bytes(), type_in("mål-1.tillägg", p("Tre ord till."))))
    assert command("seal", "april", "--output", output).returncode == 0
    return output


@pytest.fixture
def output(sent_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sent_out, tmp_path / "output"))


EDITED = f"  {REPORT}: fältet ”Mål 1: tillägg” är ändrat: tre ord tillagda."


def test_what_was_written_before_it_was_sealed_is_no_fault(sent_out: Path) -> None:
    assert verified(sent_out, "april") == (0, [*SEALED_RUN, EDITED, WELL], [])


def test_even_a_field_that_is_edited_after_the_sealing_is_told(output: Path) -> None:
    path = output / "2019-april" / "korning-001" / REPORT
    path.write_bytes(edit_xml(path.read_bytes(), type_in("mål-1.tillägg", p("Fyra helt andra ord."))))

    ended, said, told = verified(output, "april")
    assert (ended, said[-1]) == (1, "Ett fel.")
    assert told == [f"2019-april/korning-001/{REPORT}: {SEALED}"]


@pytest.mark.parametrize(
    ("name", "text"), [("manifest.json", SEALED), ("resultat.json", CHANGED), ("underlag/falt.json", SEALED)]
)
def test_each_sealed_file_must_be_as_it_was(output: Path, name: str, text: str) -> None:
    rewritten(name)(output / "2019-april" / "korning-001")

    ended, _, told = verified(output, "april")
    assert ended == 1
    assert f"2019-april/korning-001/{name}: {text}" in told


def held(book: Workbook) -> None:
    for field, value in (
        ("Läge", "genomfört"),
        ("Datum", dt.date(2019, 5, 22)),
        ("Paragraf", "47"),
        ("Beslut", "att godkänna delårsrapporten."),
    ):
        write(book, "Möten", field, "april", value)


def test_a_protocol_is_made_again_from_the_sealed_run_and_both_are_verified(output: Path, tmp_path: Path) -> None:
    published("protocol", "april", "--input", edited(tmp_path, held), "--output", output)

    protocol = ["2019-april/korning-002:", NOT_SEALED, AGAIN]
    assert verified(output, "april") == (0, [*SEALED_RUN, EDITED, *protocol, WELL], [])


def test_a_correction_is_made_again_from_what_it_corrects(output: Path) -> None:
    published(*APRIL, "--output", output, "--correction", "Ett värde var fel", "--date", "2019-06-10")

    correction = ["2019-april/korning-002:", NOT_SEALED, AGAIN]
    assert verified(output, "april", "--run", "korning-002") == (0, [*correction, WELL], [])


@pytest.mark.office
def test_what_libreoffice_saves_again_raises_no_alarm(tmp_path: Path) -> None:
    run = published(*APRIL, "--output", tmp_path / "output")
    paths = sorted(run.glob("*.docx"))
    for path, again in zip(paths, resaved([path.read_bytes() for path in paths], tmp_path / "igen"), strict=True):
        path.write_bytes(again)

    assert verified(tmp_path / "output") == (0, ["2019-april/korning-001:", NOT_SEALED, AGAIN, WELL], [])


def test_no_run_and_no_such_run_are_told(output: Path, tmp_path: Path) -> None:
    assert verified(tmp_path / "tom") == (
        1,
        ["Ett fel."],
        [f"{tmp_path / 'tom'}: det finns ingen körning att kontrollera"],
    )
    ended, _, told = verified(output, "april", "--run", "korning-007")
    assert (ended, told) == (1, ["2019-april: körningen korning-007 finns inte; de som finns är korning-001"])
