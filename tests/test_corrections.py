"""A sealed report with a fault in it: the new documents say what was wrong, and the sealed ones stay as they were."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.outline import outline
from tests.runs import APRIL, GOALS, INPUT, command, edited, published, write

SEAL = ("seal", "april")
REASON = "Två värden för nystartade företag var fel"
CORRECT = (*APRIL, "--date", "2019-06-10", "--correction", REASON)
VALUES = "utfall-2019-exempel.xlsx"
ABOUT = (
    "[Body Text] Rättelsen gäller delårsrapporten per den 30 april 2019 med handlingar daterade 2019-05-15 "
    f"(korning-001). Rättad 2019-06-10. Skäl: {REASON}."
)


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("utskickat")
    published(*APRIL, "--output", output)
    assert command(*SEAL, "--output", output).returncode == 0
    return output


@pytest.fixture
def output(sent_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sent_out, tmp_path / "output"))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def measured_anew(folder: Path) -> Path:
    """The input with four more new companies in March and in April, and a lower target for them."""
    copy = edited(folder, lambda book: write(book, "Indikatorer", "3.1", "Målvärde", "minst 90"))
    book = load_workbook(copy / VALUES)
    for row in book.worksheets[0].iter_rows():
        if row[0].value == "3.1" and row[1].value in {"2019-03", "2019-04"}:
            row[3].value += 4  # type: ignore[operator]
    book.save(copy / VALUES)
    return copy


def section(document: Path) -> list[str]:
    """The lines of the document's Rättelse, with plain spaces."""
    lines = outline(document.read_bytes()).replace("\u00a0", " ").splitlines()
    first = next(number for number, line in enumerate(lines) if line.endswith("] Rättelse")) + 1
    last = next(number for number, line in enumerate(lines[first:], first) if line.startswith("[Heading"))
    return lines[first:last]


@pytest.fixture(scope="module")
def corrected(sent_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run that corrects what was sent out, in an output folder of its own."""
    folder = tmp_path_factory.mktemp("rättat")
    output = Path(shutil.copytree(sent_out, folder / "output"))
    return published(*CORRECT, "--output", output, "--input", measured_anew(folder))


@pytest.mark.parametrize("kind", ["delarsrapport", "tjansteskrivelse", "protokollsutkast-ksau"])
def test_every_document_says_why_it_is_corrected_and_what_has_changed(corrected: Path, kind: str) -> None:
    assert section(corrected / f"{kind}-2019-april.docx") == [
        ABOUT,
        "[Table] Mål eller indikator | Uppgift | Tidigare | Rättat",
        "[Table] Mål 3 | Status | uppfylls inte | osäkert",
        "[Table] 3.1 Nystartade företag | Målvärde | minst 95 | minst 90",
        "[Table] 3.1 Nystartade företag | Utfall | 24 (2019-04) | 32 (2019-04)",
        "[Table] 3.1 Nystartade företag | Prognos | 77 | 95",
        "[Table] 3.1 Nystartade företag | Intervall | 65–92 | 76–118",
        "[Table] 3.1 Nystartade företag | Sannolikhet | 7 % | 63 %",
        "[Table] 3.1 Nystartade företag | Status | uppfylls inte | osäkert",
        "[Table] 3.1 Nystartade företag | Värde 2019-03 | 6 | 10",
        "[Table] 3.1 Nystartade företag | Värde 2019-04 | 6 | 10",
    ]


def test_what_was_sealed_stays_as_it_was(sent_out: Path, corrected: Path) -> None:
    sealed, seal = corrected.parent / "korning-001", "2019-april/forseglad.json"

    assert files(sealed) == files(sent_out / "2019-april" / "korning-001")
    assert (corrected.parents[1] / seal).read_bytes() == (sent_out / seal).read_bytes()


def test_a_correction_that_changes_no_figure_says_so_and_names_the_texts(output: Path, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["Uppföljning"].cell(2, 4).value = "En ny analys."
        write(book, "Möten", "Sammanfattning", "april", "En ny sammanfattning.")

    run = published(*CORRECT, "--output", output, "--input", edited(tmp_path, edit))

    assert section(run / "delarsrapport-2019-april.docx") == [
        ABOUT,
        (
            "[Stycke efter tabell] Inga siffror, statusar eller klasser har ändrats. "
            "Dessa texter har ändrats: uppföljningen för mål 1 och sammanfattningen."
        ),
    ]


def remove_a_goal(book: Workbook) -> None:
    book["Mål"].delete_rows([cell.value for cell in book["Mål"]["A"]].index(8) + 1)


def test_what_has_been_added_or_taken_away_is_told(output: Path, tmp_path: Path) -> None:
    run = published(*CORRECT, "--output", output, "--input", edited(tmp_path, remove_a_goal))

    assert section(run / "tjansteskrivelse-2019-april.docx") == [
        ABOUT,
        "[Table] Mål eller indikator | Uppgift | Tidigare | Rättat",
        "[Table] Mål 8 | hela raden | fanns | har tagits bort",
    ]


def test_a_report_that_corrects_nothing_has_no_such_section(sent_out: Path) -> None:
    documents = (sent_out / "2019-april" / "korning-001").glob("*.docx")

    assert [path.name for path in documents if "Rättelse" in outline(path.read_bytes())] == []


def test_the_manifest_says_why_and_what_was_corrected(corrected: Path) -> None:
    options = json.loads((corrected / "manifest.json").read_bytes())["options"]

    assert (corrected.name, options["correction"], options["corrects"]) == ("korning-002", REASON, "korning-001")


def test_without_a_seal_there_is_nothing_to_correct(tmp_path: Path) -> None:
    done = command(*CORRECT, "--output", tmp_path)

    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if ": anmärkning: " not in line] == [
        (f"{tmp_path / '2019-april'}: ingen körning är förseglad, så det finns inget att rätta: kör utan --correction")
    ]


def test_a_sealed_correction_remembers_what_was_sealed_before_and_the_next_one_is_held_against_it(
    output: Path, tmp_path: Path
) -> None:
    folder, new = output / "2019-april", measured_anew(tmp_path)
    first = json.loads((folder / "forseglad.json").read_bytes())
    run = published(*CORRECT, "--output", output, "--input", new)
    sealed = command(*SEAL, "--output", output)
    second = json.loads((folder / "forseglad.json").read_bytes())
    again = published(*APRIL, "--date", "2019-06-17", "--correction", "Fel igen.", "--output", output, "--input", INPUT)
    protocol = published("protocol", "april", "--output", output)

    assert sealed.stdout == f"Förseglad: {run}\n"
    assert (second["run"], second["earlier"]) == ("korning-002", [first])
    assert section(again / "delarsrapport-2019-april.docx")[0].endswith(
        "med handlingar daterade 2019-06-10 (korning-002). Rättad 2019-06-17. Skäl: Fel igen."
    )
    draft = "protokollsutkast-ksau-2019-april.docx"
    assert section(protocol / draft)[0] == ABOUT
    assert (protocol / "resultat.json").read_bytes() == (run / "resultat.json").read_bytes()


def test_a_correction_of_what_is_no_longer_sealed_is_not_sealed(output: Path) -> None:
    published(*CORRECT, "--output", output)
    command(*SEAL, "--output", output)
    published(*APRIL, "--date", "2019-06-17", "--correction", "Ett annat skäl.", "--output", output)
    done = command(*SEAL, "--output", output, "--run", "korning-001")

    assert (done.returncode, done.stdout) == (1, "Inget förseglades.\n")
    assert done.stderr == (
        f"{output / '2019-april' / 'korning-001'}: korning-002 är redan förseglad, "
        "och den här körningen är ingen rättelse av den\n"
    )


def many_values(book: Workbook) -> None:
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[0].value == "3.1":
            row[2].value += 1  # type: ignore[operator]


def rewritten(folder: Path, name: str, edit: Callable[[Workbook], None]) -> Path:
    copy = Path(shutil.copytree(INPUT, folder / "input"))
    book = load_workbook(copy / name)
    edit(book)
    book.save(copy / name)
    return copy


def test_many_revised_values_are_counted(output: Path, tmp_path: Path) -> None:
    new = rewritten(tmp_path, "utfall-2015-2018-exempel.xlsx", many_values)
    run = published(*CORRECT, "--output", output, "--input", new)

    told = [line for line in section(run / "delarsrapport-2019-april.docx") if "| Värden |" in line]
    assert told == ["[Table] 3.1 Nystartade företag | Värden | – | 12 värden har ändrats"]


def test_the_goal_workbook_in_the_sealed_run_is_the_one_that_was_sent(output: Path) -> None:
    sealed = output / "2019-april" / "korning-001" / "underlag" / "inputs" / GOALS

    assert sealed.read_bytes() == (INPUT / GOALS).read_bytes()
