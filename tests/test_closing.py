"""Closing a period as a clerk does it: run, seal, go on working in the input, settle the protocol weeks later."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.problems import Problems
from pipeline.publish import only_run
from pipeline.unchanged import NOTE
from tests.outline import texts
from tests.runs import APRIL, AUGUST, GOALS, INPUT, Written, command, published, write

SEAL_APRIL, SEAL_AUGUST, PROTOCOL = ("seal", "april"), ("seal", "august"), ("protocol", "april")
HELD: tuple[tuple[str, Written], ...] = (
    ("Läge", "genomfört"),
    ("Datum", dt.date(2019, 5, 22)),
    ("Paragraf", "47"),
    ("Beslut", "att godkänna delårsrapporten."),
)
OUTCOMES = "utfall-2019-exempel.xlsx"
REFUSED = (
    "{}: rapporten för april är skickad och förseglad, så den görs inte om. Är något fel i den: kör make interim-april "
    "med ARGS='--correction \"skälet\" --date ÅÅÅÅ-MM-DD'"
)


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with April's sealed run in it."""
    output = tmp_path_factory.mktemp("utskickat")
    published(*APRIL, "--output", output)
    assert command(*SEAL_APRIL, "--output", output).returncode == 0
    return output


@pytest.fixture
def output(sent_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sent_out, tmp_path / "output"))


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The input some weeks later: April's meeting has been held, and a goal, a target and an outcome have changed."""
    return later(tmp_path, lambda _: None)


def later(folder: Path, edit: Callable[[Workbook], None]) -> Path:
    copy = Path(shutil.copytree(INPUT, folder / "input"))
    book = load_workbook(copy / GOALS)
    for field, value in HELD:
        write(book, "Möten", field, "april", value)
    write(book, "Mål", 1, "Mål", "Ett helt annat mål")
    write(book, "Indikatorer", "3.1", "Målvärde", "minst 10")
    edit(book)
    book.save(copy / GOALS)
    values = load_workbook(copy / OUTCOMES)
    values.worksheets[0].cell(2, 4).value = 43
    values.save(copy / OUTCOMES)
    return copy


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stopped(*arguments: str | Path) -> list[str]:
    """Run a command that must fail, and return its faults."""
    done = command(*arguments)
    assert (done.returncode, "Klart" in done.stdout) == (1, False), done.stdout
    return [line for line in done.stderr.splitlines() if ": anmärkning: " not in line]


def seal_of(output: Path, occasion: str = "2019-april") -> dict[str, object]:
    found: dict[str, object] = json.loads((output / occasion / "forseglad.json").read_bytes())
    return found


def test_sealing_writes_one_file_beside_the_run_and_says_which_run(tmp_path: Path) -> None:
    run = published(*APRIL, "--output", tmp_path)
    before = files(tmp_path)
    done = command(*SEAL_APRIL, "--output", tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"Förseglad: {run}\n", "")
    after = files(tmp_path)
    assert after.pop("2019-april/forseglad.json")
    assert after == before
    assert seal_of(tmp_path)["run"] == "korning-001"
    assert set(seal_of(tmp_path)["documents"]) == set(files(run))  # type: ignore[call-overload]


def test_sealing_twice_says_so_and_changes_nothing(output: Path) -> None:
    before = files(output)
    done = command(*SEAL_APRIL, "--output", output)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{output / '2019-april' / 'korning-001'} är redan förseglad. Inget ändrades.\n"
    assert files(output) == before


def test_sealing_waits_for_nobody_and_disturbs_no_run(output: Path) -> None:
    with only_run(output, "14.02", Problems()):
        done = command(*SEAL_APRIL, "--output", output)

    assert (done.returncode, done.stdout, done.stderr) == (3, "", "En annan körning pågår sedan kl. 14.02.\n")


def test_a_document_edited_before_it_is_sent_out_is_sealed_as_it_lies(tmp_path: Path) -> None:
    run = published(*APRIL, "--output", tmp_path)
    letter = run / "tjansteskrivelse-2019-april.docx"
    letter.write_bytes(letter.read_bytes() + b" ")
    sealed = command(*SEAL_APRIL, "--output", tmp_path)
    letter.write_bytes(letter.read_bytes() + b" ")
    again = command(*SEAL_APRIL, "--output", tmp_path)

    assert (sealed.returncode, sealed.stderr, again.returncode) == (0, "", 0)
    assert again.stderr == f"{letter}: anmärkning: filen är inte längre som när körningen förseglades\n"


def test_a_sealed_report_is_not_made_again(output: Path, changed: Path) -> None:
    occasion = output / "2019-april"
    before = files(occasion)

    assert stopped(*APRIL, "--output", output, "--input", changed) == [REFUSED.format(occasion / "korning-001")]
    assert files(occasion) == before
    assert sorted(path.name for path in output.iterdir()) == [NOTE, "2019-april", "granskning", "oversikt.html"]


def test_the_protocol_has_the_sealed_figures_and_todays_decision(output: Path, changed: Path) -> None:
    sealed = output / "2019-april" / "korning-001"
    before = files(sealed)
    run = published(*PROTOCOL, "--output", output, "--input", changed)
    minutes, draft = (
        "\n".join(texts(path.read_bytes()))
        for path in (run / "protokoll-ksau-2019-april.docx", sealed / "protokollsutkast-ksau-2019-april.docx")
    )
    forecast = "Nystartade företag: prognos 77 mot målet minst 95."

    assert run.name == "korning-002"
    assert sorted(path.name for path in run.glob("*.*")) == [
        "manifest.json",
        "oversikt.html",
        "protokoll-ksau-2019-april.docx",
        "protokollsutdrag-ksau-2019-april.docx",
        "resultat.json",
        "sifferbilaga-2019-april.xlsx",
    ]
    assert (forecast in draft.replace("\u00a0", " "), forecast in minutes.replace("\u00a0", " ")) == (True, True)
    assert "godkänna delårsrapporten" in minutes
    assert "Ett helt annat mål" not in minutes
    assert (run / "resultat.json").read_bytes() == before["resultat.json"]
    assert files(sealed) == before


def test_the_same_protocol_is_not_made_twice(output: Path, changed: Path) -> None:
    run = published(*PROTOCOL, "--output", output, "--input", changed)
    done = command(*PROTOCOL, "--output", output, "--input", changed)

    assert done.stdout.startswith(f"Inget har ändrats sedan {run}, så ingen ny körning gjordes")


def test_a_fault_elsewhere_in_todays_input_does_not_stop_the_protocol(output: Path, tmp_path: Path) -> None:
    broken = later(tmp_path, lambda book: write(book, "Indikatorer", "3.1", "Målvärde", "ungefär nittio"))

    assert published(*PROTOCOL, "--output", output, "--input", broken).name == "korning-002"


def test_a_fault_in_the_meetings_column_stops_the_protocol(output: Path, tmp_path: Path) -> None:
    broken = later(tmp_path, lambda book: write(book, "Möten", "Paragraf", "april", None))
    (fault,) = stopped(*PROTOCOL, "--output", output, "--input", broken)

    assert fault.endswith("mötet är genomfört men Paragraf är tomt. Fyll i det, eller ändra Läge till inför.")


def test_without_a_meeting_there_is_no_protocol(output: Path, tmp_path: Path) -> None:
    broken = later(tmp_path, lambda book: write(book, "Möten", "Tillfälle", "april", "augusti"))

    assert stopped(*PROTOCOL, "--output", output, "--input", broken) == [
        f"{broken}: inget möte i bladet Möten har Tillfälle april: lägg till en kolumn för mötet"
    ]


def by_another_version(output: Path, edit: Callable[[dict[str, Any]], None]) -> Path:
    """Publish and seal April as a version of the program would have that wrote other results."""
    run = published(*APRIL, "--output", output)
    manifest, results = (json.loads((run / name).read_bytes()) for name in ("manifest.json", "resultat.json"))
    edit(results)
    (run / "resultat.json").write_text(json.dumps(results), encoding="utf-8")
    manifest["outputs"]["resultat.json"] = sha256((run / "resultat.json").read_bytes()).hexdigest()
    (run / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert command(*SEAL_APRIL, "--output", output).returncode == 0
    return run


def test_a_version_that_counts_otherwise_than_what_was_sealed_writes_no_protocol(tmp_path: Path) -> None:
    def edit(results: dict[str, Any]) -> None:
        results["goals"][2]["indicators"][0]["forecast"] += 1

    run = by_another_version(tmp_path, edit)

    assert stopped(*PROTOCOL, "--output", tmp_path) == [
        (
            f"{run / 'resultat.json'}: den här versionen av programmet räknar fram andra uppgifter än de förseglade, "
            "så protokollet skrivs inte: använd den version som står i manifest.json, eller gör en rättelse"
        )
    ]


def test_a_version_that_only_tells_more_writes_the_protocol_beside_the_results_as_they_were(tmp_path: Path) -> None:
    run = by_another_version(tmp_path, lambda results: results["goals"][2].pop("measures"))
    protocol = published(*PROTOCOL, "--output", tmp_path)

    assert (protocol / "resultat.json").read_bytes() == (run / "resultat.json").read_bytes()


def test_a_protocol_is_not_written_into_the_input(output: Path, changed: Path) -> None:
    inside = Path(shutil.copytree(output, changed / "output"))

    assert stopped(*PROTOCOL, "--output", inside, "--input", changed) == [
        f"{inside}: resultatet kan inte ligga i underlagets mapp. Välj en annan med --output."
    ]


def test_without_a_seal_there_is_no_protocol(tmp_path: Path) -> None:
    published(*APRIL, "--output", tmp_path)

    assert stopped(*PROTOCOL, "--output", tmp_path) == [
        f"{tmp_path / '2019-april'}: ingen körning är förseglad: kör make seal-april först"
    ]


def test_nothing_to_seal_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert stopped(*SEAL_AUGUST, "--output", tmp_path) == [
        f"{tmp_path}: det finns ingen körning att försegla: kör make interim-august först"
    ]


def test_a_draft_is_not_sealed(tmp_path: Path) -> None:
    run = published(*APRIL, "--output", tmp_path, "--draft")

    assert stopped(*SEAL_APRIL, "--output", tmp_path) == [
        f"{run}: körningen är ett utkast och kan inte förseglas: kör make interim-april utan --draft och försegla sedan"
    ]


def remove(path: Path) -> None:
    path.unlink()


def write_in(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize(
    ("name", "harm", "told"),
    [
        ("delarsrapport-2019-april.docx", remove, "filen saknas, så körningen kan inte förseglas: lägg tillbaka den"),
        ("resultat.json", write_in, "filen har ändrats sedan körningen, så den kan inte förseglas: kör om"),
        (f"underlag/inputs/{GOALS}", write_in, "filen har ändrats sedan körningen, så den kan inte förseglas: kör om"),
        ("manifest.json", remove, "filen saknas eller är skadad, så körningen kan inte förseglas: kör om"),
        (
            "~$larsrapport-2019-april.docx",
            Path.touch,
            "ett dokument i mappen är öppet: spara och stäng det och försegla igen",
        ),
    ],
)
def test_a_run_that_is_not_whole_is_not_sealed(
    output: Path, name: str, harm: Callable[[Path], None], told: str
) -> None:
    (output / "2019-april" / "forseglad.json").unlink()
    path = output / "2019-april" / "korning-001" / name
    harm(path)

    assert stopped(*SEAL_APRIL, "--output", output) == [f"{path}: {told}"]
    assert not (output / "2019-april" / "forseglad.json").exists()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (APRIL, "manifest.json"),
        (PROTOCOL, "manifest.json"),
        (PROTOCOL, f"underlag/inputs/{OUTCOMES}"),
        (AUGUST, "manifest.json"),
        (AUGUST, "resultat.json"),
    ],
)
def test_what_is_changed_in_a_sealed_run_is_found_by_all_that_read_it(
    output: Path, line: tuple[str, ...], name: str
) -> None:
    path = output / "2019-april" / "korning-001" / name
    write_in(path)

    assert stopped(*line, "--output", output) == [
        f"{path}: filen är inte som när körningen förseglades. Återställ den från en säkerhetskopia."
    ]


def test_a_file_dropped_into_the_sealed_input_is_found_but_not_an_open_workbooks_lock(output: Path) -> None:
    inputs = output / "2019-april" / "korning-001" / "underlag" / "inputs"
    (inputs / f"~${GOALS}").touch()
    unhindered = command(*PROTOCOL, "--output", output)
    shutil.copy(inputs / OUTCOMES, inputs / "mer.xlsx")

    assert unhindered.returncode == 0
    assert stopped(*PROTOCOL, "--output", output) == [
        f"{inputs / 'mer.xlsx'}: filen fanns inte när körningen förseglades. Ta bort den därifrån."
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"run": "korning-001"}',
        b'{"run": "korning-001", "manifest": "", "documents": []}',
        b'{"run": "../x", "manifest": "", "documents": {}}',
    ],
)
def test_a_damaged_seal_is_a_fault(output: Path, content: bytes) -> None:
    path = output / "2019-april" / "forseglad.json"
    path.write_bytes(content)

    assert stopped(*APRIL, "--output", output) == [
        f"{path}: förseglingen går inte att läsa. Återställ den från en säkerhetskopia."
    ]


def test_august_reads_the_sealed_run_and_no_protocols(output: Path, changed: Path) -> None:
    published(*PROTOCOL, "--output", output, "--input", changed)
    run = published(*AUGUST, "--output", output)

    assert json.loads((run / "manifest.json").read_bytes())["earlier"]["run"] == "2019-april/korning-001"


def test_the_year_is_the_newest_that_has_a_run_unless_it_is_given(output: Path) -> None:
    run = published(*APRIL, "--output", output, "--year", "2020")
    given = command(*SEAL_APRIL, "--output", output, "--year", "2019")
    newest = command(*SEAL_APRIL, "--output", output)

    assert given.stdout == f"{output / '2019-april' / 'korning-001'} är redan förseglad. Inget ändrades.\n"
    assert (run.parent.name, newest.stdout) == ("2020-april", f"Förseglad: {run}\n")
    assert seal_of(output)["run"] == "korning-001"


def test_an_earlier_run_may_be_chosen(tmp_path: Path) -> None:
    first = published(*APRIL, "--output", tmp_path)
    published(*APRIL, "--output", tmp_path, "--date", "2019-05-16")
    missing = stopped(*SEAL_APRIL, "--output", tmp_path, "--run", "korning-007")
    done = command(*SEAL_APRIL, "--output", tmp_path, "--run", "korning-001")

    assert missing == [
        f"{tmp_path / '2019-april'}: körningen korning-007 finns inte; de som kan förseglas är korning-001, korning-002"
    ]
    assert done.stdout == f"Förseglad: {first}\n"
    assert stopped(*SEAL_APRIL, "--output", tmp_path) == [
        (
            f"{tmp_path / '2019-april' / 'korning-002'}: korning-001 är redan förseglad, "
            "och den här körningen är ingen rättelse av den"
        )
    ]


def test_what_a_sealing_that_was_killed_leaves_is_swept_by_the_next_run(output: Path, changed: Path) -> None:
    leftover = output / "2019-april" / ".forseglad.json.4711"
    leftover.write_bytes(b"{")
    published(*PROTOCOL, "--output", output, "--input", changed)

    assert not leftover.exists()


def test_augusts_protocol_is_the_draft_that_was_sealed_while_nothing_has_changed(output: Path) -> None:
    run = published(*AUGUST, "--output", output)
    command(*SEAL_AUGUST, "--output", output)
    protocol = published("protocol", "august", "--output", output)
    name = "protokollsutkast-ksau-2019-augusti.docx"

    assert (protocol / name).read_bytes() == (run / name).read_bytes()
