"""Numbers, dates and lists as Swedish text: the only formatter.

Typography: decimal comma, no-break space between thousands and before a unit, U+2212 as minus,
"den 20 februari 2019" in prose and ISO dates in tables.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

from pipeline.model.periods import Period

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
TO_FILL_IN = "___"
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_NEUTER = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_PART = {12: "månad", 4: "kvartal", 3: "tertial", 1: "år"}
_PARTS = {12: "månader", 4: "kvartal", 3: "tertial", 1: "år"}
_SHARE_UNITS = ("procent", "andel", "%")
_POINTS = "procentenhet"
_WHOLE_UNITS = ("antal", "st", "st.", "stycken", "personer", "kr", "tkr", "kronor")
_MOST_DECIMALS = 3
_EXACTLY = Context(prec=400, rounding=ROUND_HALF_UP)  # no float has more digits before its decimal point
_THE_PART = {4: "kvartalet", 3: "tertialet"}
_ORDINALS = ("första", "andra", "tredje", "fjärde")
_SHORTEST_RUN = 4
_SHORT_PART = {4: "kv\N{NO-BREAK SPACE}", 3: "T", 1: ""}
_SHORT_MONTH = 4
_REMEMBERED = 4096  # units and values that many texts ask about


@lru_cache(maxsize=_REMEMBERED)
def is_share(unit: str) -> bool:
    """Say whether the unit is a share of a hundred, printed with one decimal and a percent sign.

    So are ``procent``, ``andel (%)`` and ``andel elever``, but not percentage points.
    """
    word = unit.casefold().strip()
    return word.startswith(_SHARE_UNITS) and not word.startswith(_POINTS)


def decimals(unit: str, values: Iterable[float] = ()) -> int:
    """Return how many decimals the unit is printed with; an unknown unit follows its written values."""
    usual = _usual_decimals(unit)
    return max(map(_decimals_of, values), default=1) if usual is None else usual


@lru_cache(maxsize=_REMEMBERED)
def _usual_decimals(unit: str) -> int | None:
    word = unit.casefold().strip()
    if word in _WHOLE_UNITS or word.startswith("antal "):
        return 0
    return 1 if is_share(unit) or word == "mnkr" else None


@lru_cache(maxsize=_REMEMBERED)
def _decimals_of(value: float) -> int:
    exponent = Decimal(repr(round(value, _MOST_DECIMALS))).normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def number(value: float, places: int = 0) -> str:
    """Write ``-1234.5`` with one place as ``−1 234,5``, rounding halves away from zero."""
    rounded = as_printed(value, places)
    text = f"{rounded.copy_abs():,f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{text}" if rounded < 0 else text


def as_printed(value: float, places: int) -> Decimal:
    """Return the number as `number` writes it, for comparing what a reader can see."""
    return Decimal(repr(value)).quantize(_last_place(places), context=_EXACTLY)


@cache
def _last_place(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def quantity_in_prose(value: float, unit: str, places: int) -> str:
    """Write a number with its unit for running text: ``4,6 procent``."""
    return number(value, places) + _after(unit)


def _after(unit: str) -> str:
    word = unit.casefold().strip()
    if not word or word == "antal" or word.startswith(("antal ", "index", "placering")):
        return ""
    return NBSP + ("procent" if is_share(unit) else unit.strip())


def count(value: int, one: str = "ett") -> str:
    """Write a count in words up to twelve: ``3 -> tre``; `one` is ``ett`` or ``en``."""
    if value == 1:
        return one
    return _NEUTER[value] if 0 <= value < len(_NEUTER) else number(value)


def counted(value: int, singular: str, plural: str, one: str = "ett") -> str:
    """Write a count with its noun: ``ett mål``, ``tre mål``."""
    return f"{count(value, one)} {singular if value == 1 else plural}"


def listed(items: Sequence[str]) -> str:
    """Join items as Swedish prose: ``1, 2 och 3``."""
    return " och ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def goals_listed(numbers: Sequence[int]) -> str:
    """Name goals in a sentence: ``mål 1, 2 och 3``; four or more in a row as ``mål 1–5``."""
    return f"mål{NBSP}{listed(_runs(sorted(numbers)))}"


def _runs(numbers: Sequence[int]) -> list[str]:
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [text for run in runs for text in _run(run)]


def _run(run: list[int]) -> list[str]:
    return [f"{run[0]}{DASH}{run[-1]}"] if len(run) >= _SHORTEST_RUN else [str(one) for one in run]


def capital(text: str) -> str:
    """Begin the text with a capital letter, leaving the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop, unless an end mark stands there."""
    stripped = text.strip()
    return capital(stripped if not stripped or stripped[-1] in ".!?:…" else f"{stripped}.")


def day(value: date, *, known_year: int | None = None) -> str:
    """Write ``den 20 februari 2019``; the year is left out where it is the known one."""
    text = f"den {value.day}{NBSP}{MONTHS[value.month - 1]}"
    return text if value.year == known_year else f"{text} {value.year}"


def iso(value: date | None) -> str:
    """Write ``2019-02-20``, or nothing for no date."""
    return "" if value is None else value.isoformat()


def section(paragraph: str) -> str:
    """Write a protocol's paragraph with its sign: ``22 -> § 22``; a sign already there is kept, as is ``§§``.

    A number that is not known yet is a line to write it on.
    """
    written = paragraph.strip()
    sign = "§§" if written.startswith("§§") else "§"
    return f"{sign}{NBSP}{written.lstrip('§').strip() or TO_FILL_IN}"


def period(value: Period) -> str:
    """Write a period with its year: ``april 2019``, ``första kvartalet 2019``, ``2019``."""
    name = part_of_year(value.per_year, value.index)
    return f"{name} {value.year}" if name else str(value.year)


def part_of_year(per_year: int, index: int) -> str:
    """Name a part of the year without the year: ``april``, ``andra kvartalet``; a whole year has no name."""
    if per_year == len(MONTHS):
        return MONTHS[index]
    return "" if per_year == 1 else f"{_ORDINALS[index]} {_THE_PART[per_year]}"


def short_part(per_year: int, index: int) -> str:
    """Name a part of the year in a few letters, for an axis: ``apr``, ``kv 2``, ``T1``."""
    if per_year != len(MONTHS):
        return f"{_SHORT_PART[per_year]}{index + 1}"
    name = MONTHS[index]
    return name if len(name) <= _SHORT_MONTH else name[:3]


def rest_of_year(per_year: int, known: int) -> str:
    """Name what is left of the year: ``maj–december``, ``december``, ``kvartal 2–4``."""
    first, last = part_of_year(per_year, known), part_of_year(per_year, per_year - 1)
    if first == last:
        return first
    if per_year == len(MONTHS):
        return f"{first}{DASH}{last}"
    return f"{_PART[per_year]}{NBSP}{known + 1}{DASH}{per_year}"


def parts(per_year: int, known: int) -> str:
    """Count periods: ``fyra månader``, ``ett kvartal``."""
    return counted(known, _PART[per_year], _PARTS[per_year], one_part(per_year))


def one_part(per_year: int) -> str:
    """Return one in the gender of the period's word: ``en`` månad, ``ett`` kvartal."""
    return "en" if per_year == len(MONTHS) else "ett"


def each_part(per_year: int) -> str:
    """Name the pace's unit: ``i månaden``, ``per kvartal``."""
    return "i månaden" if per_year == len(MONTHS) else f"per {_PART[per_year]}"


def chance(probability: float) -> str:
    """Write a probability in tens for prose: ``omkring 40 procent``, ``mindre än 10 procent``."""
    if probability < 0.1:  # noqa: PLR2004 - the text itself says ten
        return f"mindre än 10{NBSP}procent"
    if probability > 0.9:  # noqa: PLR2004 - the text itself says ninety
        return f"mer än 90{NBSP}procent"
    return f"omkring {_parts_of(probability, 1)}0{NBSP}procent"


def chance_in_table(probability: float) -> str:
    """Write a probability for a table: ``46 %``; the ends are ``< 1 %`` and ``> 99 %``."""
    percent = _parts_of(probability, 2)
    if 0 < percent < 100:  # noqa: PLR2004 - a hundred per cent
        return f"{percent}{NBSP}%"
    return f"<{NBSP}1{NBSP}%" if percent == 0 else f">{NBSP}99{NBSP}%"


def _parts_of(probability: float, digits: int) -> int:
    """Return the probability in tenths (1 digit) or hundredths (2), rounding halves up as they are written."""
    return int(Decimal(repr(probability)).scaleb(digits).quantize(Decimal(1), context=_EXACTLY))
