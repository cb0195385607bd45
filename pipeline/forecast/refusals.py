"""When no forecast is made: one function a reason, each returns it as a Swedish sentence or as ``""``.

`DEFINITION` is asked first, of every indicator; `REFUSALS` when the year is not yet known; the
first reason wins. Source: the project's method note, docs/metod.md.
"""

from collections.abc import Callable, Sequence
from datetime import date

from pipeline.forecast.history import History, begins_comparable
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.words import Direction, Kind
from pipeline.wording import capital, count, day, listed, one_part, part_of_year, parts, period

Refusal = Callable[[Indicator, History], str]

BROKEN = "Fel i underlaget."
ZERO_FORECAST = "Värdena pekar mot noll vid årets slut; då kan ingen sannolikhet räknas."
LEAST_YEARLY_VALUES = 3
LARGEST = 1e15
SMALLEST = 1e-15
MOST_NAMED = 4


def first_refusal(rules: Sequence[Refusal], indicator: Indicator, history: History) -> str:
    """Return the first reason not to make a forecast, or ``""`` when there is none."""
    return next(filter(None, (rule(indicator, history) for rule in rules)), "")


def _parts_are_missing(indicator: Indicator, _: History) -> str:
    """Nothing is guessed: the indicator must say what is measured and where it should be."""
    parts = {
        "enhet": bool(indicator.unit),
        "målvärde": _has_bounds(indicator.target),
        "målvärde högst": indicator.direction is not Direction.WITHIN or _has_interval(indicator.target),
        "önskad riktning": indicator.direction is not None,
        "basvärde": indicator.base is not None,
        "källa": bool(indicator.source),
        "slag": indicator.kind is not None,
    }
    missing = [part for part, present in parts.items() if not present]
    return capital(f"{listed(missing)} saknas.") if missing else ""


def _has_bounds(target: Target | None) -> bool:
    return target is not None and (target.low is not None or target.high is not None)


def _has_interval(target: Target | None) -> bool:
    return target is None or (target.low is not None and target.high is not None)


def _there_are_no_values(indicator: Indicator, history: History) -> str:
    if history.values:
        return ""
    if not history.per_year:
        return f"Inga värden finns för indikatorn.{_next(indicator)}"
    values = "jämförbara värden" if indicator.comparable_from else "värden"
    return f"Inga {values} finns till och med {day(history.report_date)}.{_next(indicator)}"


def _kind_does_not_suit(indicator: Indicator, history: History) -> str:
    """A yearly value needs yearly values, and every other kind needs shorter periods."""
    if indicator.kind is None or (history.kind is Kind.ANNUAL) is (history.per_year == 1):
        return ""
    if history.kind is Kind.ANNUAL:
        return (
            "Värdena är inte årsvärden men slaget är årsvärde. "
            "Välj slaget summa, läge eller medel, eller lämna årsvärden."
        )
    return f"Värdena är årsvärden men slaget är {indicator.kind.value}. Välj slaget årsvärde eller lämna månadsvärden."


def _year_is_over(indicator: Indicator, history: History) -> str:
    """After the year nothing is forecast: what keeps its answer from being known is told."""
    year, per_year = history.year, history.per_year
    if history.report_date < date(year, 12, 31):
        return ""
    if history.kind is Kind.ANNUAL:
        return f"Mätningen för {year} saknas, så årets utfall är inte känt."
    if not begins_comparable(Period(year, 0, per_year), indicator.comparable_from):
        return f"{_break(indicator)}, så årets utfall är inte känt."
    missing = history.missing(year)[-1:] if history.kind is Kind.LEVEL else history.missing(year)
    return f"{capital(_missing_in(year, missing, per_year))}, så årets utfall är inte känt."


def _year_is_not_comparable(indicator: Indicator, history: History) -> str:
    first = Period(history.year, 0, history.per_year)
    if history.kind is Kind.ANNUAL or begins_comparable(first, indicator.comparable_from):
        return ""
    return f"{_break(indicator)}; prognosen behöver hela {history.year}."


def _too_few_periods_are_known(_: Indicator, history: History) -> str:
    """The forecast waits for the report date's periods."""
    due, missing = len(history.current), history.missing(history.year)
    if history.kind is Kind.ANNUAL or history.current[-1] is not None:
        return ""
    known, per_year = due - len(missing), history.per_year
    if not known:
        need = f"{parts(per_year, due)} behöver vara {_known_word(due, per_year)}"
        return f"Inget värde för {history.year} är känt per {_this_day(history)}; {need}."
    return (
        f"Bara {count(known, one_part(per_year))} av {parts(per_year, due)} är "
        f"{_known_word(known, per_year)} per {_this_day(history)}: "
        f"{listed(_named(missing))} saknas."
    )


def _a_known_period_is_missing(_: Indicator, history: History) -> str:
    missing = history.missing(history.year)
    if history.kind is Kind.ANNUAL or not missing:
        return ""
    values = "Värdet" if len(missing) == 1 else "Värdena"
    return f"{values} för {listed(_named(missing))} {history.year} saknas."


def _no_whole_past_year(indicator: Indicator, history: History) -> str:
    """Only a mean can be forecast without a past year, and only from August."""
    august = history.report_date >= date(history.year, 8, 31)
    if history.kind is Kind.ANNUAL or history.past or (history.kind is Kind.MEAN and august):
        return ""
    return f"Minst ett helt tidigare år behövs; {_missing_in_past_year(indicator, history)}."


def _missing_in_past_year(indicator: Indicator, history: History) -> str:
    year, per_year = history.year - 1, history.per_year
    if not begins_comparable(Period(year, 0, per_year), indicator.comparable_from):
        return _uncapitalised(_break(indicator))
    return _missing_in(year, history.missing(year), per_year)


def _missing_in(year: int, missing: Sequence[Period], per_year: int) -> str:
    if len(missing) == per_year:
        return f"{year} saknas"
    if len(missing) > MOST_NAMED:
        return f"för {year} saknas {count(len(missing), one_part(per_year))} av {parts(per_year, per_year)}"
    return f"för {year} saknas {listed(_named(missing))}"


def _too_few_yearly_values(indicator: Indicator, history: History) -> str:
    known = len(history.past)
    if history.kind is not Kind.ANNUAL or known >= LEAST_YEARLY_VALUES:
        return ""
    have = (
        "Inget årsvärde finns för",
        "Bara ett årsvärde finns till och med",
        "Bara två årsvärden finns till och med",
    )[known]
    why = _why_yearly_values_end(indicator, history)
    return f"{have} {history.year - 1}; minst tre i följd behövs{why}.{_next(indicator)}"


def _why_yearly_values_end(indicator: Indicator, history: History) -> str:
    missing = Period(history.year - len(history.past) - 1, 0, 1)
    if not begins_comparable(missing, indicator.comparable_from):
        return f", men {_uncapitalised(_break(indicator))}"
    return f", men {missing.year} saknas" if history.past else ""


def _a_yearly_value_is_not_positive(_: Indicator, history: History) -> str:
    found = [when for when in history.used if history.values[when] <= 0]
    if history.kind is not Kind.ANNUAL or not found:
        return ""
    return (
        f"Årsvärdet för {found[0].year} är noll eller negativt. Metoden klarar bara årsvärden över noll, "
        "alltså inte resultat som kan gå under noll."
    )


def _a_value_is_negative(_: Indicator, history: History) -> str:
    found = [when for when in history.used if history.values[when] < 0]
    if not found:
        return ""
    return (
        f"Värdet för {period(found[0])} är negativt. Metoden klarar bara värden som är noll eller mer, "
        "alltså inte resultat som kan gå under noll."
    )


def _a_value_is_beyond_reason(_: Indicator, history: History) -> str:
    found = [
        when for when in history.used if not (history.values[when] == 0 or SMALLEST < history.values[when] < LARGEST)
    ]
    if not found:
        return ""
    size = "litet" if history.values[found[0]] < 1 else "stort"
    return f"Värdet för {period(found[0])} är för {size} för att vara rimligt."


def _all_values_are_zero(_: Indicator, history: History) -> str:
    if any(history.values[when] for when in history.used):
        return ""
    return "Alla värden är noll; då finns inget att räkna en prognos på."


def _target_is_not_positive(indicator: Indicator, _: History) -> str:
    target = indicator.target or Target()
    bounds = [bound for bound in (target.low, target.high) if bound is not None]
    if any(bound > 0 for bound in bounds):
        return ""
    return "Målvärdet är noll eller lägre; metoden kan bara räkna sannolikheter för målvärden över noll."


def _break(indicator: Indicator) -> str:
    comparable_from = indicator.comparable_from
    return f"Värden före {period(comparable_from)} är inte jämförbara" if comparable_from else ""


def _next(indicator: Indicator) -> str:
    """Say when a yearly value is measured next, as the clerk wrote it."""
    month = indicator.next_measurement.strip().rstrip(".")
    return f" Nästa mätning: {month}." if month and indicator.kind is Kind.ANNUAL else ""


def _named(missing: Sequence[Period]) -> list[str]:
    return [part_of_year(one.per_year, one.index) for one in missing]


def _known_word(number: int, per_year: int) -> str:
    if number != 1:
        return "kända"
    return "känd" if one_part(per_year) == "en" else "känt"


def _this_day(history: History) -> str:
    return day(history.report_date, known_year=history.year)


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


DEFINITION: tuple[Refusal, ...] = (_parts_are_missing, _there_are_no_values, _kind_does_not_suit)

REFUSALS: tuple[Refusal, ...] = (
    _year_is_over,
    _year_is_not_comparable,
    _too_few_periods_are_known,
    _a_known_period_is_missing,
    _no_whole_past_year,
    _too_few_yearly_values,
    _a_yearly_value_is_not_positive,
    _a_value_is_negative,
    _a_value_is_beyond_reason,
    _all_values_are_zero,
    _target_is_not_positive,
)
