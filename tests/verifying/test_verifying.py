"""A published run verified as a clerk does it: what nobody has touched holds, and each change is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.run_folders import digest
from tests.earlier.word import edit_xml, p, type_in
from tests.runs import AMBITION, APRIL, AUGUST, INPUT, command, published

REPORT = "delarsrapport-2019-april.docx"
APPENDIX = "sifferbilaga-2019-april.xlsx"
RESTORE = "Återställ den från en säkerhetskopia."
CHANGED = f"filen är inte som när körningen gjordes. {RESTORE}"
SEALED = f"filen är inte som när körningen förseglades. {RESTORE}"
MISSING = f"filen saknas. {RESTORE}"
ADDED = "filen hör inte till körningen. Ta bort den därifrån."
AGAIN = "  Underlaget ger samma dokument och samma uppgifter en gång till."
WELL = "Inget är ändrat utanför fälten."
NOT_SEALED = "  Körningen är inte förseglad."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a run of each occasion in it."""
    output = tmp_path_factory.mktemp("gjort")
    for one in (APRIL, AUGUST, AMBITION, ("annual",)):
        published(*one, "--output", output)
    return output


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "output"))


@pytest.fixture
def april(output: Path) -> Path:
    return output / "2019-april" / "korning-001"


def verified(output: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """Return the exit code, and what is said and what is told of, with names from the output folder on."""
    done = command("verify", *arguments, "--output", output)
    said, told = (text.replace(f"{output}/", "").splitlines() for text in (done.stdout, done.stderr))
    return done.returncode, said, told


def test_what_nobody_has_touched_holds_for_every_occasion(made: Path) -> None:
    names = ("2019-ambitionsniva", "2019-april", "2019-arsuppfoljning", "2019-augusti")

    held = [line for name in names for line in (f"{name}/korning-001:", NOT_SEALED, AGAIN)]
    assert verified(made) == (0, [*held, WELL], [])


def test_nothing_is_written(output: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in output.rglob("*")}
    verified(output, "april")

    assert before == {
        path: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in output.rglob("*")
    }


def test_an_edited_field_is_listed_and_is_no_fault(output: Path, april: Path) -> None:
    path = april / REPORT
    path.write_bytes(edit_xml(path.read_bytes(), type_in("mål-1.tillägg", p("Tre ord till."))))

    edited = f"  {REPORT}: fältet ”Mål 1: tillägg” är ändrat: tre ord tillagda."
    assert verified(output, "april") == (0, ["2019-april/korning-001:", NOT_SEALED, AGAIN, edited, WELL], [])


def test_a_number_typed_over_is_named_with_its_place(output: Path, april: Path) -> None:
    path = april / REPORT
    path.write_bytes(edit_xml(path.read_bytes(), lambda xml: xml.replace("prognos 232", "prognos 242")))

    ended, said, told = verified(output, "april")
    assert (ended, said[-1]) == (1, "Ett fel.")
    assert [line for line in told if "242" in line] == told
    assert told[0].startswith(f"2019-april/korning-001/{REPORT}, stycke under rubriken ”Mål som avviker”: ")


Damage = Callable[[Path], object]


def rewritten(name: str, old: str = "", new: str = "") -> Damage:
    """Return what changes a file of a run: text in it, or one byte more."""

    def change(run: Path) -> None:
        content = (run / name).read_bytes()
        (run / name).write_bytes(content.replace(old.encode(), new.encode()) if old else content + b"\n")

    return change


@pytest.mark.parametrize(
    ("damage", "name", "text"),
    [
        (rewritten("resultat.json", '"outcome": ', '"outcome": 1'), "resultat.json", CHANGED),
        (rewritten(APPENDIX), APPENDIX, CHANGED),
        (rewritten("underlag/inputs/utfall-2019-exempel.xlsx"), "underlag/inputs/utfall-2019-exempel.xlsx", CHANGED),
        (rewritten("underlag/templates/protokoll.docx"), "underlag/templates/protokoll.docx", CHANGED),
        (rewritten(f"underlag/dokument/{REPORT}"), f"underlag/dokument/{REPORT}", CHANGED),
        (
            rewritten("underlag/falt.json", '"lost": []', '"lost": ["en bild"]'),
            "underlag/falt.json",
            f"filen saknas eller är inte som när körningen gjordes. {RESTORE}",
        ),
        (lambda run: (run / APPENDIX).unlink(), APPENDIX, MISSING),
        (
            lambda run: (run / REPORT).unlink(),
            REPORT,
            "dokumentet finns inte kvar. Återställ det från en säkerhetskopia.",
        ),
        (
            lambda run: (run / REPORT).write_bytes(b"PK"),
            REPORT,
            "filen är skadad eller inget Word-dokument; öppna den i Word och spara den på nytt",
        ),
        (
            lambda run: (run / "manifest.json").unlink(),
            "manifest.json",
            f"filen saknas eller är skadad, så körningen går inte att kontrollera. {RESTORE}",
        ),
        (
            lambda run: shutil.copy(INPUT / "utfall-2019-exempel.xlsx", run / "underlag/inputs/utfall.xlsx"),
            "underlag/inputs/utfall.xlsx",
            ADDED,
        ),
    ],
)
def test_a_file_that_is_not_as_it_was_made_is_told(
    output: Path, april: Path, damage: Damage, name: str, text: str
) -> None:
    damage(april)

    ended, _, told = verified(output, "april")
    assert (ended, told) == (1, [f"2019-april/korning-001/{name}: {text}"])


def test_what_is_changed_with_its_hash_is_found_for_the_underlag_gives_something_else(
    output: Path, april: Path
) -> None:
    old = (april / REPORT).read_bytes()
    new = edit_xml(old, lambda xml: xml.replace("prognos 232", "prognos 242"))
    for path in (april / REPORT, april / "underlag" / "dokument" / REPORT):
        path.write_bytes(new)
    manifest = json.loads((april / "manifest.json").read_text(encoding="utf-8"))
    manifest["outputs"][REPORT] = digest(new)
    (april / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    ended, _, told = verified(output, "april")
    assert ended == 1
    assert all("242" in line for line in told[:-1])
    assert len(told) > 1
    assert told[-1].removeprefix("2019-april/korning-001/underlag/") == (
        f"dokument/{REPORT}: underlaget ger något annat än det som körningen sparade"
    )


def test_a_run_of_another_version_is_compared_with_what_it_saved(output: Path, april: Path) -> None:
    rewritten("manifest.json", '"pipeline": "0.1.0"', '"pipeline": "0.0.9"')(april)

    said = "  Körningen gjordes med andra versioner (pipeline 0.0.9, nu 0.1.0), så den jämförs med det som den sparade."
    assert verified(output, "april") == (0, ["2019-april/korning-001:", NOT_SEALED, said, WELL], [])


def test_a_document_under_another_name_is_checked_under_that(output: Path, april: Path) -> None:
    (april / REPORT).rename(april / "Rapporten.docx")

    ended, said, told = verified(output, "april")
    assert (ended, said[-2:], told) == (0, [f"  Rapporten.docx: dokumentet hette {REPORT}.", WELL], [])


def test_a_run_that_compares_with_one_that_has_changed_is_told(output: Path, april: Path) -> None:
    rewritten("resultat.json")(april)

    ended, _, told = verified(output, "august")
    compared = f"körningen jämför med 2019-april/korning-001, som saknas eller har ändrats sedan dess. {RESTORE}"
    assert (ended, told) == (1, [f"2019-augusti/korning-001/manifest.json: {compared}"])
