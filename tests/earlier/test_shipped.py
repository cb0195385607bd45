"""The shipped input and templates: written in Word, run again on changed figures, and still there."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.earlier import changes_outside, fields
from pipeline.earlier.candidates import said
from pipeline.earlier.edits import as_given
from pipeline.earlier.mend import same
from tests.earlier.flow import edit, held
from tests.earlier.word import p, r, resaved, type_in
from tests.runs import AMBITION, APRIL, command, edited, published, write

LINES = {"2019-april": APRIL, "2019-ambitionsniva": AMBITION}
ANALYSIS, NEW = "mål-3.analys", "Ny analys i arbetsboken."


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    output = tmp_path_factory.mktemp("output")
    return {name: published(*line, "--output", output) for name, line in LINES.items()}


def test_words_written_in_word_survive_a_run_on_a_changed_workbook(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = published(*APRIL, "--output", output)
    report, letter = (first / f"{kind}-2019-april.docx" for kind in ("delarsrapport", "tjansteskrivelse"))
    edit(report, type_in(ANALYSIS, p("Skrivet i Word.") + p(r("fet", "<w:b/>") + r(" punkt"), "ListBullet")), 1)
    edit(report, type_in("mål-6.tillägg", p("Ett tillägg om mål 6.")), 1)
    edit(letter, type_in("förslag", p("att återremittera ärendet")), 1)

    def change(book: Workbook) -> None:
        page = book["Uppföljning"]
        headings = [cell.value for cell in page[1]]
        row = next(row for row in page.iter_rows(min_row=2) if (row[0].value, row[2].value) == (3, "april"))
        row[headings.index("Analys")].value = NEW
        write(book, "Indikatorer", "3.1", "Målvärde", 20)

    done = command(*APRIL, "--input", edited(tmp_path, change), "--output", output)

    second = output / "2019-april" / "korning-002"
    assert done.returncode == 0, done.stderr
    assert held(second, "delarsrapport")[ANALYSIS].content == held(first, "delarsrapport")[ANALYSIS].content
    assert [one.text for one in held(second, "delarsrapport")["mål-6.tillägg"].content] == ["Ett tillägg om mål 6."]
    assert [one.text for one in held(second, "protokollsutkast")["förslag"].content] == ["att återremittera ärendet"]
    (told,) = [line for line in done.stderr.splitlines() if "fältet" in line]
    assert told.startswith(
        f"{report}, fältet ”Mål 3: analys”: anmärkning: texten är skriven här, och underlaget till den har "
    )
    assert "blad Uppföljning, cell D5. Det som står här gäller: ”Skrivet i Word. / fet punkt”" in told
    assert f"Ur underlaget blir den nu: ”{NEW}”." in told


def test_a_number_typed_over_in_a_table_is_told_with_its_place(tmp_path: Path) -> None:
    report = published(*APRIL, "--output", tmp_path) / "delarsrapport-2019-april.docx"
    edit(report, lambda xml: xml.replace(">24<", ">42<", 1), 1)

    done = command(*APRIL, "--output", tmp_path)

    (told,) = [line for line in done.stderr.splitlines() if "utanför fälten" in line]
    assert told.startswith(f"{report}, tabell ")
    assert told.endswith("följer inte med till nya dokument. ”24 / t.o.m. april” är ändrat till ”42 / t.o.m. april”")


@pytest.mark.office
def test_libreoffice_may_save_every_document_again_and_nothing_is_changed(
    runs: Mapping[str, Path], tmp_path: Path
) -> None:
    made = [path.read_bytes() for run in runs.values() for path in sorted(run.glob("*.docx"))]

    compared = 0
    for old, new in zip(made, resaved(made, tmp_path), strict=True):
        before = fields(old)
        known = {tag: one.title for tag, one in before.items()}
        after, kept = fields(new, known), as_given({"": before})[""]
        assert [tag for tag, was in kept.items() if not same(said(after[tag], was), was.text)] == []
        assert changes_outside(old, new, known) == ()
        compared += len(before)
    print(f"{len(made)} documents, {compared} fields: all as they were")  # noqa: T201 -- what is measured
    assert compared > 90
