"""The command line: which commands and options there are, in Swedish."""

import argparse
import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from pipeline.problems import quoted
from pipeline.run_folders import run_number

NEW_WORKBOOK = "ny-malarbetsbok.xlsx"
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
_HELP = {
    "usage: ": "användning: ",
    "positional arguments:": "argument:",
    "options:": "val:",
    "show this help message and exit": "visa den här hjälpen",
}
_ERRORS = (
    (r"the following arguments are required: (.*)", r"\1 saknas"),
    (r"unrecognized arguments: (.*)", r"\1 känns inte igen"),
    (r"argument \S+: invalid choice: (.*) \(choose from (.*)\)", r"\1 finns inte; välj bland \2"),
    (r"argument (\S+): expected one argument", r"\1 saknar värde"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 och \2 går inte ihop"),
    (r"argument (\S+): ignored explicit argument .*", r"\1 tar inget värde"),
    (r"argument (\S+: .*)", r"\1"),
)
"""What argparse says in English, and what we say instead."""


class _Parser(argparse.ArgumentParser):
    """Speaks Swedish, and takes no shortened options."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(**given, allow_abbrev=False)

    def format_usage(self) -> str:
        return _swedish(super().format_usage())

    def format_help(self) -> str:
        return _swedish(super().format_help())

    def error(self, message: str) -> NoReturn:
        found = (match.expand(ours) for theirs, ours in _ERRORS if (match := re.fullmatch(theirs, message)))
        said = next(found, message).replace("'", "")
        self.exit(2, f"{self.format_usage()}Fel argument: {said}.\n")


def _swedish(text: str) -> str:
    for english, ours in _HELP.items():
        text = text.replace(english, ours)
    return text


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the chosen command with its options; wrong arguments end the program with 2 and a Swedish sentence."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if getattr(chosen, "correction", None) is not None and chosen.date is None:
        parser.error("--correction kräver --date, rättelsens datum")
    if chosen.command == "verify" and chosen.run is not None and chosen.occasion is None:
        parser.error("--run kräver ett tillfälle, till exempel april")
    return chosen


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m pipeline", description="Från kalkylblad till dokument för kommunstyrelsen.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    interim = commands.add_parser("interim", help="delårsrapport, tjänsteskrivelse och protokoll")
    _add_occasion(interim)
    for command, text in (
        ("ambition", "dialogen om ambitionsnivåer"),
        ("annual", "årsuppföljningen per den 31 december"),
        ("check", "läs och kontrollera utan att skriva"),
    ):
        commands.add_parser(command, help=text).set_defaults(occasion=command)
    for parser_of_run in commands.choices.values():
        _add_options(parser_of_run)
    interim.add_argument(
        "--correction", type=_reason, metavar="SKÄL", help="rätta det som är förseglat; skälet står i dokumenten"
    )
    _add_seal(commands.add_parser("seal", help="försegla det som har skickats ut"))
    _add_protocol(commands.add_parser("protocol", help="protokollet, ur det som är förseglat"))
    _add_watch(commands.add_parser("watch", help="vänta på filer i underlaget och förnya översikten"))
    _add_verify(commands.add_parser("verify", help="kontrollera att inget har ändrats utanför fälten"))
    _add_batch(commands.add_parser("batch", help="många nämnder på en gång: en undermapp var, och en sammanställning"))
    new = commands.add_parser("new", help="en tom målarbetsbok")
    new.add_argument("file", nargs="?", type=Path, default=Path(NEW_WORKBOOK), metavar="FIL")
    new.set_defaults(command="new", output=Path("output"))
    templates = commands.add_parser("templates", help="kontrollera Word-mallarna")
    templates.set_defaults(command="templates", quiet=False)
    for folder in ("templates", "output"):
        _add_folder(templates, folder)
    return parser


def _add_occasion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("occasion", choices=["april", "august"], metavar="april|august")


def _add_seal(parser: argparse.ArgumentParser) -> None:
    _add_occasion(parser)
    _add_folder(parser, "output")
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ", help="annars det senaste år som har en körning")
    parser.add_argument("--run", type=_run, metavar="KÖRNING", help="annars den nyaste")
    parser.set_defaults(command="seal", quiet=False)


def _add_protocol(parser: argparse.ArgumentParser) -> None:
    _add_occasion(parser)
    for folder in ("input", "output", "templates"):
        _add_folder(parser, folder)
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ")
    _add_pdf_and_quiet(parser)
    parser.set_defaults(command="protocol", draft=False)


def _add_watch(parser: argparse.ArgumentParser) -> None:
    occasions = ["april", "august", "annual", "ambition"]
    parser.add_argument(
        "occasion",
        nargs="?",
        choices=occasions,
        metavar="|".join(occasions),
        help="annars det tillfälle som nästa möte gäller",
    )
    for folder in ("input", "output", "templates"):
        _add_folder(parser, folder)
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ")
    parser.set_defaults(command="watch", draft=True, pdf=False, quiet=False)


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="MAPP", help="mappen där varje nämnd har en egen mapp med underlag")
    occasions = ["april", "august", "annual", "ambition"]
    parser.add_argument(
        "--occasion",
        choices=occasions,
        default="april",
        metavar="|".join(occasions),
        help="det tillfälle som alla nämnderna följs upp för; annars april",
    )
    for folder in ("output", "templates"):
        _add_folder(parser, folder)
    _add_year_date_draft(parser)
    _add_pdf_and_quiet(parser)
    workers = parser.add_mutually_exclusive_group()
    workers.add_argument(
        "--workers", type=_number, metavar="ANTAL", help="processer på den här datorn; annars en för varje processor"
    )
    workers.add_argument(
        "--scheduler",
        metavar="tcp://DATOR:PORT",
        help="ett Dask-kluster som är igång, där programmet är installerat och alla datorer ser samma mappar",
    )
    parser.set_defaults(command="batch", correction=None)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    choices = ["april", "august", "ambition", "annual"]
    parser.add_argument("occasion", nargs="?", choices=choices, metavar="|".join(choices), help="annars alla")
    _add_folder(parser, "output")
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ")
    parser.add_argument("--run", type=_run, metavar="KÖRNING", help="annars den nyaste och den förseglade")
    parser.set_defaults(command="verify", quiet=False)


def _add_pdf_and_quiet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pdf", action="store_true", help="gör också taggade PDF-filer (kräver LibreOffice)")
    parser.add_argument("--quiet", action="store_true", help="skriv bara fel och anmärkningar")


def _add_options(parser: argparse.ArgumentParser) -> None:
    for folder in ("input", "output", "templates"):
        _add_folder(parser, folder)
    _add_year_date_draft(parser)
    _add_pdf_and_quiet(parser)
    parser.set_defaults(command="run", correction=None)


def _add_year_date_draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=_year, metavar="ÅÅÅÅ")
    parser.add_argument("--date", type=_date, metavar="ÅÅÅÅ-MM-DD")
    parser.add_argument(
        "--draft", action="store_true", help="ett fel i en enda indikator stoppar inte; allt märks UTKAST"
    )


def _add_folder(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument(f"--{name}", type=Path, default=Path(name), metavar="MAPP")


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text):
        message = f"{quoted(text)} är inget år; skriv till exempel 2019"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", text, re.ASCII):
        message = f"{quoted(text)} är inget antal; skriv till exempel 4"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _run(text: str) -> str:
    if not run_number(text):
        message = f"{quoted(text)} är ingen körning; skriv till exempel korning-002"
        raise argparse.ArgumentTypeError(message)
    return text


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        message = "skälet är tomt; skriv varför rapporten rättas"
        raise argparse.ArgumentTypeError(message)
    return reason


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{quoted(text)} är inget datum; skriv till exempel 2019-05-15"
        raise argparse.ArgumentTypeError(message) from None
