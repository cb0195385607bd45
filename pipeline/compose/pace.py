"""What the rest of the year must bring, in words that suit the kind of indicator."""

from math import ceil, floor

from pipeline.compose.figures import bound_word, is_level
from pipeline.model.periods import MONTHS
from pipeline.model.results import IndicatorResult, Pace, Reach
from pipeline.model.words import Kind
from pipeline.wording import (
    count,
    decimals,
    each_part,
    is_share,
    part_of_year,
    quantity_in_prose,
    rest_of_year,
)

LARGEST_IN_WORDS = 12
SMALLEST_IN_WORDS = 1.5
WHOLE = 0.05
_AMOUNTS = ("kr", "tkr", "mnkr", "kronor")


def pace_sentence(result: IndicatorResult, places: int) -> str:
    """Return one or two sentences on the pace, or nothing where there is none to speak of."""
    indicator, pace = result.indicator, result.pace
    if indicator.kind is Kind.ANNUAL:
        return "" if result.outlook.final else _yearly(result)
    if pace is None or pace.needed is None or result.status is None:
        return ""
    if pace.reach is Reach.OPEN:
        return _open(result, pace, pace.needed, places)
    return "Målet är redan nått." if pace.reach is Reach.REACHED else "Målet kan inte längre nås i år."


def _yearly(result: IndicatorResult) -> str:
    """Tell when it is measured; how often is known only where this year's value is waited for."""
    month, outcome = result.indicator.next_measurement, result.outlook.outcome
    if result.status is not None:
        return f"Mäts en gång om året, nästa gång i {month}." if month else "Mäts en gång om året."
    latest = "" if outcome is None else f"Senaste mätningen är från {outcome.period}."
    return " ".join(part for part in (latest, f"Mäts nästa gång i {month}." if month else "") if part)


def _open(result: IndicatorResult, pace: Pace, needed: float, places: int) -> str:
    if is_level(result.indicator):
        return _level(result, pace, needed, places)
    if result.indicator.kind is Kind.MEAN:
        return _mean(result, pace, needed, places)
    return _sum(result, pace, places)


def _sum(result: IndicatorResult, pace: Pace, places: int) -> str:
    unit, per_year = result.indicator.unit, result.outlook.per_year
    rest = rest_of_year(per_year, per_year - pace.remaining)
    total = pace.needed_total if pace.needed_total is not None else 0.0
    head = f"Målet nås om {rest} ger {_rounded(total, result, places)}"
    so_far = _about(pace.so_far, unit, places)
    if pace.remaining == 1 or not pace.needed:
        return f"{head}; hittills har det varit {so_far} {each_part(per_year)}."
    return f"{head}, {_about(pace.needed, unit, places)} {each_part(per_year)}; hittills har det varit {so_far}."


def _rounded(total: float, result: IndicatorResult, places: int) -> str:
    bound, whole = _bound(result), places == 0 and total != round(total)
    if whole:  # parts of a whole: more than 70.5 is at least 71, less than 70.5 is at most 70
        bound, total = ("minst", ceil(total)) if bound in ("minst", "mer än") else ("högst", floor(total))
    return f"{bound} {quantity_in_prose(total, result.indicator.unit, places)}"


def _level(result: IndicatorResult, pace: Pace, needed: float, places: int) -> str:
    unit, per_year = result.indicator.unit, result.outlook.per_year
    noun, pronoun = _noun(unit)
    last, latest = part_of_year(per_year, per_year - 1), part_of_year(per_year, per_year - pace.remaining - 1)
    now = quantity_in_prose(pace.so_far, unit, places)
    goal = quantity_in_prose(needed, unit, places)
    when = "i" if per_year == MONTHS else "under"
    return f"Målet nås om {noun} {when} {last} är {_bound(result)} {goal}; {when} {latest} var {pronoun} {now}."


def _mean(result: IndicatorResult, pace: Pace, needed: float, places: int) -> str:
    unit, per_year = result.indicator.unit, result.outlook.per_year
    rest = rest_of_year(per_year, per_year - pace.remaining)
    so_far, goal = (
        quantity_in_prose(pace.so_far, unit, places),
        quantity_in_prose(_safe(needed, result, places), unit, places),
    )
    return f"Målet nås om genomsnittet för {rest} blir {_bound(result)} {goal}; hittills har det varit {so_far}."


def _safe(needed: float, result: IndicatorResult, places: int) -> float:
    """Return the bound rounded to the side on which the target is reached."""
    steps = round(needed * float(10**places), 6)
    whole = floor(steps) if _bound(result) in ("högst", "mindre än") else ceil(steps)
    return whole / float(10**places)


def _bound(result: IndicatorResult) -> str:
    return "minst" if result.indicator.target is None else bound_word(result.indicator.target)


def _noun(unit: str) -> tuple[str, str]:
    if is_share(unit):
        return "andelen", "den"
    if unit.casefold().strip() in _AMOUNTS:
        return "beloppet", "det"
    return ("antalet" if unit.casefold().startswith("antal") else "värdet"), "det"


def _about(value: float, unit: str, places: int) -> str:
    whole = round(value)
    exact = abs(value - whole) < WHOLE
    if decimals(unit) != 0 or places != 0 or (value <= SMALLEST_IN_WORDS and not exact):
        return quantity_in_prose(value, unit, max(places, 1))
    hedge = "" if exact else "knappt " if value < whole else "drygt "
    in_words = unit.casefold().strip() == "antal" and 1 < whole <= LARGEST_IN_WORDS
    return hedge + (count(whole) if in_words else quantity_in_prose(whole, unit, 0))
