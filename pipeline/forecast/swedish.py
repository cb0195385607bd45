"""Periods and small numbers in the words of a refusal."""

from collections.abc import Sequence
from datetime import date

from pipeline.model.periods import MONTHS, Period

NAMES = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
NUMBERS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex",
    "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip
QUARTERS = 4
ORDINALS = ("första", "andra", "tredje", "fjärde")


def period_count(number: int, per_year: int) -> str:
    """Write how many periods: ``fyra månader``, ``ett kvartal``."""
    if per_year == MONTHS:
        return f"{number_word(number, per_year)} {'månad' if number == 1 else 'månader'}"
    return f"{number_word(number, per_year)} {'kvartal' if per_year == QUARTERS else 'tertial'}"


def number_word(number: int, per_year: int) -> str:
    """Write a number up to twelve in the gender of the period's word: ``en`` månad, ``ett`` kvartal."""
    return "ett" if number == 1 and per_year != MONTHS else NUMBERS[number]


def known_word(number: int, per_year: int) -> str:
    """Write ``känd``, ``känt`` or ``kända`` to suit the number and the period's word."""
    if number != 1:
        return "kända"
    return "känd" if per_year == MONTHS else "känt"


def period_name(period: Period) -> str:
    """Write a period within its year: ``april``, ``andra kvartalet``, ``första tertialet``, ``2018``."""
    match period.per_year:
        case 12:
            return NAMES[period.index]
        case 4:
            return f"{ORDINALS[period.index]} kvartalet"
        case 3:
            return f"{ORDINALS[period.index]} tertialet"
        case _:
            return str(period.year)


def dated(period: Period) -> str:
    """Write a period with its year: ``april 2018``, ``andra kvartalet 2018``, ``2018``."""
    name = period_name(period)
    return name if period.per_year == 1 else f"{name} {period.year}"


def day(report_date: date) -> str:
    """Write a day within its year: ``den 30 april``."""
    return f"den {report_date.day} {NAMES[report_date.month - 1]}"


def listed(words: Sequence[str]) -> str:
    """Write words as a list: ``mars``, ``mars och april``, ``februari, mars och april``."""
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last


def capitalised(sentence: str) -> str:
    """Write the sentence with a capital first letter, the rest as it stands."""
    return sentence[:1].upper() + sentence[1:]
