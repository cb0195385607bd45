"""Twenty reruns with changing figures, the documents edited as Word and as LibreOffice save them: no sign is lost."""

from pathlib import Path

import pytest

from pipeline.model.written import Written
from tests.earlier.flow import Occasion, edit, held, save
from tests.earlier.word import p, r, resaved, type_in

RERUNS = 20
REPORT = "delarsrapport"
FILE = f"{REPORT}-2019-april.docx"
TYPED = {
    "sammanfattning": p("Två mål beräknas uppfyllas & ett < hälften.") + p("Ett till stycke."),
    "mål-1.analys": p("Först.") + p("en punkt", "ListBullet") + p("två", "ListBullet") + p("ett", "ListNumber"),
    "mål-2.analys": p("Ledtext:") + p(r("fet ", "<w:b/>") + r("och kursiv", "<w:i/>") + r(" till slut")),
    "mål-3.analys": p("Tabb") + p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"),
    "mål-4.orsak": p("”Citat” – 76 % · 1\N{NO-BREAK SPACE}000 ≥ 95 é ß 你好 🙂"),
    "mål-5.tillägg": p("x" * 3000) + p("En rad till.") * 20,
}
UNTOUCHED = "mål-9.analys"


def given(turn: int) -> dict[str, dict[str, str]]:
    """What the spreadsheet gives in a turn: every second field has a text of its own, which changes."""
    texts = {tag: p(f"Ur arbetsboken, varv {turn}.") if number % 2 else "" for number, tag in enumerate(TYPED)}
    return {REPORT: {**texts, UNTOUCHED: p(f"Orört, varv {turn}.")}}


def contents(run: Path) -> dict[str, Written]:
    return {tag: field.content for tag, field in held(run, REPORT).items() if tag != UNTOUCHED}


def type_all(path: Path) -> None:
    for tag, content in TYPED.items():
        edit(path, type_in(tag, content), 1)


def save_in_libreoffice(path: Path, folder: Path, minutes: int) -> None:
    path.write_bytes(resaved([path.read_bytes()], folder)[0])
    save(path, minutes)


def rerun(april: Occasion, typed: Path, resaves: range, folder: Path) -> None:
    """Run again and again on other figures, the newest document saved anew by LibreOffice in some of the turns."""
    expected, run, lost = contents(typed), typed, 0
    signs = sum(len(paragraph.text) for content in expected.values() for paragraph in content)
    for turn in range(1, RERUNS + 1):
        run = april.run(given(turn), before=f"Prognosen är {70 + turn}.")
        found = contents(run)
        lost += signs - sum(len(paragraph.text) for content in found.values() for paragraph in content)
        assert found == expected, turn
        assert held(run, REPORT)[UNTOUCHED].content[0].text == f"Orört, varv {turn}."
        if turn in resaves:
            save_in_libreoffice(run / FILE, folder / str(turn), 10 * turn)
    print(f"{RERUNS} reruns, {len(expected)} fields, {signs} signs: {lost} lost")  # noqa: T201 -- what is measured
    assert (run.name, lost) == (f"korning-{RERUNS + 1:03}", 0)


def test_what_is_typed_in_word_is_kept_over_twenty_reruns(tmp_path: Path) -> None:
    april = Occasion(tmp_path / "output")
    first = april.run(given(0))
    type_all(first / FILE)

    rerun(april, first, range(0), tmp_path)


@pytest.mark.office
def test_what_is_typed_and_then_saved_by_libreoffice_is_kept_over_twenty_reruns(tmp_path: Path) -> None:
    april = Occasion(tmp_path / "output")
    first = april.run(given(0))
    type_all(first / FILE)
    before = contents(first)
    save_in_libreoffice(first / FILE, tmp_path / "first", 2)
    april.run(given(1))

    assert contents(first.parent / "korning-002") == before


@pytest.mark.office
@pytest.mark.slow
def test_documents_that_libreoffice_saves_after_every_run_keep_every_field(tmp_path: Path) -> None:
    april = Occasion(tmp_path / "output")
    first = april.run(given(0))
    type_all(first / FILE)

    rerun(april, first, range(1, RERUNS), tmp_path)
