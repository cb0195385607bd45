"""What a clerk meets at the command line: every exit code with its words."""

import datetime as dt
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline import cli, commands
from pipeline.problems import Problems
from pipeline.publish import only_run
from pipeline.wording import capital, counted
from tests.conftest import ROOT
from tests.outline import header_lines
from tests.runs import AMBITION, APRIL, GOALS, INPUT, command

DOCUMENTS = [
    *("dialogunderlag.docx", "protokoll-ksau.docx", "protokollsutdrag-ksau.docx"),
    *("sifferbilaga.xlsx", "tjansteskrivelse.docx"),
]
TEMPLATES = ["arsuppfoljning", "delarsrapport", "dialogunderlag", "protokoll", "protokollsutdrag", "tjansteskrivelse"]
ALL_COMMANDS = (
    "interim",
    "ambition",
    "annual",
    "check",
    "seal",
    "protocol",
    "watch",
    "verify",
    "batch",
    "new",
    "templates",
)


def count_of(told: str) -> str:
    """Count the problems told, as the closing line does."""
    lines = told.splitlines()
    remarks = sum(": anmärkning: " in line for line in lines)
    faults = len(lines) - remarks
    return f"{counted(faults, 'fel', 'fel')} och {counted(remarks, 'anmärkning', 'anmärkningar', 'en')}"


def closing(told: str) -> str:
    return f"{capital(count_of(told))}. Inga dokument skrevs.\n"


def test_a_run_that_succeeds_names_its_folder_and_documents(tmp_path: Path) -> None:
    done = command(*AMBITION, "--output", tmp_path)

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"Klart: {tmp_path / '2019-ambitionsniva' / 'korning-001'} ({count_of(done.stderr)})",
        *(f"  {name.replace('.', '-2019-ambitionsniva.')}" for name in DOCUMENTS),
        f"Det som sägs om målarbetsboken står också vid cellerna i {tmp_path / 'granskning' / f'granskad-{GOALS}'}.",
    ]


def test_quiet_prints_remarks_and_nothing_else(tmp_path: Path) -> None:
    done = command(*APRIL, "--output", tmp_path, "--quiet")

    assert (done.returncode, done.stdout) == (0, "")
    assert all(": anmärkning: " in line for line in done.stderr.splitlines())
    late = "indikatorerna 1.1, 1.2, 2.1, 3.1 och 4.2 har värden efter den 30\u00a0april 2019. De används inte."
    assert late in done.stderr


def test_the_year_and_the_date_may_be_given(tmp_path: Path) -> None:
    done = command(*AMBITION, "--output", tmp_path, "--year", "2020", "--date", "2020-02-13")
    (paper,) = tmp_path.glob("2020-ambitionsniva/korning-001/dialogunderlag-2020-ambitionsniva.docx")

    assert done.returncode == 0
    assert any("2020-02-13" in line for line in header_lines(paper.read_bytes()))


def test_check_writes_nothing_and_looks_at_every_template(tmp_path: Path) -> None:
    given = ("--output", tmp_path / "output", "--templates", tmp_path)
    well, missing = command("check", "--output", tmp_path / "output"), command("check", *given)

    assert (well.returncode, well.stdout) == (0, closing(well.stderr))
    assert (missing.returncode, missing.stdout) == (1, closing(missing.stderr))
    assert missing.stdout.startswith("Sex fel och ")
    assert [line for line in missing.stderr.splitlines() if ": anmärkning: " not in line] == [
        f"{name}.docx: mallen finns inte i {tmp_path}. Lägg tillbaka den, eller ange rätt mapp med --templates."
        for name in TEMPLATES
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    done = command(*APRIL, "--input", tmp_path / "saknas", "--output", tmp_path / "output")

    assert (done.returncode, done.stdout) == (1, "Ett fel och noll anmärkningar. Inga dokument skrevs.\n")
    assert done.stderr == (
        "saknas: mappen finns inte: skapa den och lägg målarbetsboken och filerna med indikatorvärden där\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "KOMMANDO saknas."),
        (["interim"], "april|august saknas."),
        (["intermi"], f"intermi finns inte; välj bland {', '.join(ALL_COMMANDS)}."),
        (["interim", "may"], "may finns inte; välj bland april, august."),
        (["interim", "april", "2019"], "2019 känns inte igen."),
        (["check", "--foo", "--bar"], "--foo --bar känns inte igen."),
        (["check", "--inp", "x"], "--inp x känns inte igen."),
        (["check", "--input"], "--input saknar värde."),
        (["check", "--draft=ja"], "--draft tar inget värde."),
        (["check", "--year", "19"], "--year: ”19” är inget år; skriv till exempel 2019."),
        (["check", "--year", "0000"], "--year: ”0000” är inget år; skriv till exempel 2019."),
        (["check", "--year", "２０１９"], "--year: ”２０１９” är inget år; skriv till exempel 2019."),  # noqa: RUF001
        (
            ["check", "--date", "2019-04-31"],
            "--date: ”2019-04-31” är inget datum; skriv till exempel 2019-05-15.",
        ),
        (["interim", "april", "--correction", "Fel."], "--correction kräver --date, rättelsens datum."),
        (["interim", "april", "--correction", " "], "--correction: skälet är tomt; skriv varför rapporten rättas."),
        (["ambition", "--correction", "Fel."], "--correction Fel. känns inte igen."),
        (["seal", "april", "--run", "2"], "--run: ”2” är ingen körning; skriv till exempel korning-002."),
    ],
)
def test_wrong_arguments_are_told_in_swedish(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    usage, told = capsys.readouterr().err.split("Fel argument: ")

    assert (stopped.value.code, told) == (2, f"{expected}\n")
    assert usage.startswith("användning: python -m pipeline")


@pytest.mark.parametrize("arguments", [["-h"], ["interim", "-h"], ["new", "-h"], ["seal", "-h"], ["protocol", "-h"]])
def test_the_help_is_in_swedish(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    told = capsys.readouterr().out

    assert stopped.value.code == 0
    assert "visa den här hjälpen" in told
    assert not [word for word in ("usage", "positional", "options:", "show this", "exit") if word in told]


def test_a_real_command_line_with_wrong_arguments_ends_with_2() -> None:
    done = command("interim", "maj", cwd=ROOT)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Fel argument: maj finns inte; välj bland april, august.\n")


def test_another_run_going_on_ends_with_3_and_says_since_when(tmp_path: Path) -> None:
    with only_run(tmp_path, "14.02", Problems()):
        done = command(*AMBITION, "--output", tmp_path)

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "En annan körning pågår sedan kl. 14.02.\n"
    assert list(tmp_path.iterdir()) == []


def test_check_does_not_wait_for_another_run(tmp_path: Path) -> None:
    with only_run(tmp_path, "14.02", Problems()):
        assert command("check", "--output", tmp_path).returncode == 0


def failing(error: BaseException) -> object:
    def stage(*_: object) -> NoReturn:
        raise error

    return stage


def test_a_fault_of_ours_is_one_sentence_and_its_traceback_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "run", failing(ZeroDivisionError("i en etapp")))
    code = cli.main([*AMBITION, "--output", str(tmp_path)])
    told = capsys.readouterr()
    file = tmp_path / "granskning" / "programfel.txt"

    assert (code, told.out) == (70, "")
    sentence = "Programmet har ett fel, och körningen blev inte klar"
    assert told.err == f"{sentence}. Skicka filen {file} till den som sköter det.\n"
    assert file.read_text(encoding="utf-8").startswith("Traceback (most recent call last):")
    assert file.read_text(encoding="utf-8").endswith("ZeroDivisionError: i en etapp\n")


def test_a_fault_of_ours_is_told_even_where_no_file_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "granskning").write_text("i vägen", encoding="utf-8")
    monkeypatch.setattr(commands, "run", failing(ZeroDivisionError()))

    assert cli.main([*AMBITION, "--output", str(tmp_path)]) == 70
    assert capsys.readouterr().err == (
        f"Programmet har ett fel och kunde inte skriva om det i {tmp_path / 'granskning'}.\n"
    )


def test_an_interrupted_run_ends_with_130_and_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "run", failing(KeyboardInterrupt()))
    code = cli.main([*AMBITION, "--output", str(tmp_path)])
    told = capsys.readouterr()

    assert (code, told.out, told.err) == (130, "", "Körningen avbröts innan den var klar.\n")
    assert list(tmp_path.iterdir()) == []


def test_new_makes_a_workbook_and_never_overwrites_one(tmp_path: Path) -> None:
    first = command("new", cwd=tmp_path)
    made = (tmp_path / "ny-malarbetsbok.xlsx").read_bytes()
    again = command("new", cwd=tmp_path)

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "ny-malarbetsbok.xlsx är skapad. Fyll i den i Excel och lägg den i input/.\n"
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "ny-malarbetsbok.xlsx finns redan och skrivs inte över. Ange ett annat namn.\n"
    assert (tmp_path / "ny-malarbetsbok.xlsx").read_bytes() == made


def test_new_in_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    done = command("new", tmp_path / "saknas" / "mål.xlsx")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Mappen {tmp_path / 'saknas'} finns inte. Skapa den, eller ange en annan plats.\n"


def test_new_where_nothing_can_be_written_says_what_the_computer_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    path = tmp_path / "fil" / "mål.xlsx"

    assert cli.main(["new", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"{path} gick inte att skriva: datorn säger ”Not a directory”. Ange en annan plats.\n"
    )


def test_a_new_workbook_that_nobody_has_filled_in_is_met_with_guidance(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    command("new", tmp_path / "input" / "mål.xlsx")
    done = command("check", "--input", tmp_path / "input")
    faults = [line for line in done.stderr.splitlines() if ": anmärkning: " not in line]

    assert done.returncode == 1
    assert faults == ["mål.xlsx, blad Mål: inga mål är ifyllda än: skriv det första målet på rad 3"]
    assert done.stdout.startswith("Ett fel och ")
    assert "Traceback" not in done.stderr


def test_swedish_reaches_a_console_that_lacks_its_letters(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    shutil.copy(next(INPUT.glob("*.csv")), tmp_path / "input")
    done = command("check", "--input", tmp_path / "input", encoding="ascii")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "anm\\xe4rkning" in done.stdout


def test_the_run_says_nothing_of_today(tmp_path: Path) -> None:
    done = command(*AMBITION, "--output", tmp_path)
    run = tmp_path / "2019-ambitionsniva" / "korning-001"
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    told = {path.name: path.read_bytes() for path in run.glob("*.json")}

    assert sorted(told) == ["manifest.json", "resultat.json"]
    assert (done.returncode, [name for name, content in told.items() if today.encode() in content]) == (0, [])
