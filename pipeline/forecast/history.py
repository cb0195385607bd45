"""An indicator's values sorted into what a forecast uses: complete past years and this year so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from pipeline.model.periods import MONTHS, Period, periods_known
from pipeline.model.records import Indicator, Series
from pipeline.model.words import Kind, ValueBasis

MOST_YEARS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An indicator's comparable values on the report date, and the kind of forecast they get.

    `past` holds the complete years before `year`, unbroken backwards from the latest, oldest first.
    `current` holds this year's periods that should be known on the report date, None where missing.
    """

    kind: Kind | None
    per_year: int
    year: int
    report_date: date
    values: Mapping[Period, float]
    past: tuple[tuple[float, ...], ...]
    current: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """This year's values up to the latest known period, or nothing when one is missing among them."""
        reach = max((n for n, value in enumerate(self.current, start=1) if value is not None), default=0)
        values = tuple(value for value in self.current[:reach] if value is not None)
        return values if len(values) == reach else ()

    @property
    def final(self) -> bool:
        """Whether the year's answer is known: all its periods, or of a level the last one."""
        if self.kind is Kind.LEVEL:
            return 0 < len(self.current) == self.per_year and self.current[-1] is not None
        return 0 < len(self.known) == self.per_year

    @property
    def used(self) -> tuple[Period, ...]:
        """The periods whose values the forecast is made of, in the order of time."""
        first = self.year - len(self.past)
        return tuple(sorted(period for period in self.values if period.year >= first))

    def missing(self, year: int) -> tuple[Period, ...]:
        """Return which periods of the year, of those that should be known, have no value."""
        due = len(self.current) if year == self.year else self.per_year
        return tuple(period for period in _periods(year, self.per_year, due) if period not in self.values)


def history(indicator: Indicator, series: Series | None, year: int, report_date: date) -> History:
    """Return what a forecast of `year` may use of the indicator's values on the report date."""
    observations = series.observations if series else ()
    per_year = series.per_year if series and observations else 0
    kind = _kind(indicator, per_year)
    values = {
        observation.period: observation.value
        for observation in observations
        if begins_comparable(observation.period, indicator.comparable_from)
        and _is_known(observation.period, kind, year, report_date)
    }
    due = max(periods_known(year, per_year, report_date), min(per_year, 1))
    return History(
        kind=kind,
        per_year=per_year,
        year=year,
        report_date=report_date,
        values=values,
        past=_past_years(values, per_year, year),
        current=tuple(values.get(period) for period in _periods(year, per_year, due)),
    )


def begins_comparable(period: Period, comparable_from: Period | None) -> bool:
    """Say whether the period begins after the latest break in the series, if it has one."""
    return comparable_from is None or _first_month(period) >= _first_month(comparable_from)


def _kind(indicator: Indicator, per_year: int) -> Kind | None:
    """Return how the year is forecast: of rolling twelve months the year's last value is the answer."""
    yearly = indicator.kind is Kind.ANNUAL and per_year == 1
    rolling = indicator.basis is ValueBasis.ROLLING_YEAR
    return Kind.LEVEL if rolling and not yearly else indicator.kind


def _is_known(period: Period, kind: Kind | None, year: int, report_date: date) -> bool:
    """Say whether a value can be known: its period has ended, or it is this year's only measurement."""
    measured = kind is Kind.ANNUAL and period.per_year == 1
    return period.year <= year and (measured or period.end <= report_date)


def _past_years(values: Mapping[Period, float], per_year: int, year: int) -> tuple[tuple[float, ...], ...]:
    years = range(year - 1, year - 1 - MOST_YEARS if per_year else year - 1, -1)
    complete = takewhile(lambda past: all(period in values for period in _periods(past, per_year, per_year)), years)
    latest_first = [tuple(values[period] for period in _periods(past, per_year, per_year)) for past in complete]
    return tuple(reversed(latest_first))


def _periods(year: int, per_year: int, due: int) -> tuple[Period, ...]:
    return tuple(Period(year, index, per_year) for index in range(due))


def _first_month(period: Period) -> int:
    """Return the period's first month, counted from the year 0."""
    return period.year * MONTHS + period.index * MONTHS // period.per_year
