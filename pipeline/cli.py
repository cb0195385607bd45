"""Arguments in, words out, exit code; the one place that reads the clock and catches our own faults."""

import argparse
import datetime as dt
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from pipeline import __version__
from pipeline.model.words import Occasion
from pipeline.problems import Problems, Severity
from pipeline.publish import AnotherRunError, Published, only_run
from pipeline.run import Job, run
from pipeline.wording import counted
from pipeline.workbooks import blank_goal_workbook

DONE, MEND, BUSY, OUR_FAULT = 0, 1, 3, 70
NEW_WORKBOOK = "ny-malarbetsbok.xlsx"
_VERSIONED = ("docxtpl", "python-docx", "matplotlib")


class _Parser(argparse.ArgumentParser):
    """Tells wrong arguments in Swedish."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}Fel argument: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 something to mend, 2 wrong arguments, 3 busy, 70 ours."""
    chosen = _parser().parse_args(arguments)
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return int(chosen.command(chosen))
    except AnotherRunError as busy:
        print(busy, file=sys.stderr)
        return BUSY
    except Exception:  # noqa: BLE001 - the one place where a fault of ours becomes a sentence
        return _own_fault(chosen)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m pipeline", description="Från kalkylblad till dokument för kommunstyrelsen.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    interim = commands.add_parser("interim", help="delårsrapport, tjänsteskrivelse och protokoll")
    interim.add_argument("occasion", choices=["april", "august"], metavar="april|august")
    for command, text in (
        ("ambition", "dialogen om ambitionsnivåer"),
        ("check", "läs och kontrollera utan att skriva"),
    ):
        commands.add_parser(command, help=text).set_defaults(occasion=command)
    for parser_of_run in commands.choices.values():
        _add_options(parser_of_run)
    new = commands.add_parser("new", help="en tom målarbetsbok")
    new.add_argument("file", nargs="?", type=Path, default=Path(NEW_WORKBOOK), metavar="FIL")
    new.set_defaults(command=_new, output=Path("output"))
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--input", type=Path, default=Path("input"), metavar="MAPP")
    parser.add_argument("--output", type=Path, default=Path("output"), metavar="MAPP")
    parser.add_argument("--templates", type=Path, default=Path("templates"), metavar="MAPP")
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ")
    parser.add_argument("--date", type=_date, metavar="ÅÅÅÅ-MM-DD")
    parser.add_argument(
        "--draft", action="store_true", help="ett fel i en enda indikator stoppar inte; allt märks UTKAST"
    )
    parser.add_argument("--quiet", action="store_true", help="skriv bara fel och anmärkningar")
    parser.set_defaults(command=_run)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == len("2019")):
        message = f"{text!r} är inget år; skriv till exempel 2019"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} är inget datum; skriv till exempel 2019-05-15"
        raise argparse.ArgumentTypeError(message) from None


def _run(chosen: argparse.Namespace) -> int:
    occasions = {"april": Occasion.APRIL, "august": Occasion.AUGUST, "ambition": Occasion.AMBITION, "check": None}
    job = Job(
        input=chosen.input,
        output=chosen.output,
        templates=chosen.templates,
        occasion=occasions[chosen.occasion],
        year=chosen.year,
        date=chosen.date,
        draft=chosen.draft,
        versions={"pipeline": __version__, **{name: version(name) for name in _VERSIONED}},
    )
    problems = Problems()
    if job.occasion is None:
        return _tell(chosen, problems, run(job, problems))
    with only_run(job.output, f"{dt.datetime.now().astimezone():%H.%M}", problems):
        return _tell(chosen, problems, run(job, problems))


def _tell(chosen: argparse.Namespace, problems: Problems, published: Published | None) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    if not chosen.quiet:
        print(_closing(problems, published))
    checked_well = chosen.occasion == "check" and not problems.stop(draft=chosen.draft)
    return DONE if published is not None or checked_well else MEND


def _closing(problems: Problems, published: Published | None) -> str:
    faults = len(problems.faults())
    remarks = sum(problem.severity is Severity.REMARK for problem in problems)
    found = f"{counted(faults, 'fel', 'fel')} och {counted(remarks, 'anmärkning', 'anmärkningar', 'en')}"
    if published is None:
        return f"{found[:1].upper()}{found[1:]}. Inga dokument skrevs."
    if not published.new:
        return f"Inget har ändrats sedan {published.run}, så ingen ny körning gjordes ({found})."
    names = "\n".join(f"  {path.name}" for path in sorted(published.run.glob("*.docx")))
    return f"Klart: {published.run} ({found})\n{names}"


def _new(chosen: argparse.Namespace) -> int:
    if chosen.file.exists():
        print(f"{chosen.file} finns redan och skrivs inte över. Ange ett annat namn.", file=sys.stderr)
        return MEND
    try:
        chosen.file.write_bytes(blank_goal_workbook())
    except OSError as error:
        print(f"{chosen.file} gick inte att skriva: {error.strerror}. Ange en annan plats.", file=sys.stderr)
        return MEND
    print(f"{chosen.file} är skapad. Fyll i den i Excel och lägg den i input/.")
    return DONE


def _own_fault(chosen: argparse.Namespace) -> int:
    """Save the traceback where the next developer finds it, and say so in one sentence."""
    path = Path(chosen.output) / "granskning" / "programfel.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        print(f"Programmet har ett fel och kunde inte skriva om det i {path.parent}.", file=sys.stderr)
        return OUR_FAULT
    print(f"Programmet har ett fel, och inget skrevs. Skicka filen {path} till den som sköter det.", file=sys.stderr)
    return OUR_FAULT
