"""Parts of a calendar year that a value can cover."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = 12
_LETTER = {4: "K", 3: "T"}
_WRITTEN = re.compile(r"(\d{4})(?:(-|K|T)(\d{1,2}))?", re.ASCII)
_PER_YEAR = {None: 1, "-": MONTHS, "K": 4, "T": 3}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month, quarter, tertial or year: part `index` (from 0) of the `per_year` parts of `year`."""

    year: int
    index: int
    per_year: int

    @property
    def end(self) -> date:
        """The period's last day."""
        month = (self.index + 1) * MONTHS // self.per_year
        return date(self.year, month, monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Write the period as ``2019-04``, ``2019K2``, ``2019T1`` or ``2019``."""
        match self.per_year:
            case 12:
                return f"{self.year}-{self.index + 1:02}"
            case 1:
                return str(self.year)
            case _:
                return f"{self.year}{_LETTER[self.per_year]}{self.index + 1}"


def written_period(text: str) -> Period | None:
    """Return the period that `str` has written, or None for any other text."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    per_year = _PER_YEAR[found[2]]
    period = Period(int(found[1]), int(found[3] or 1) - 1, per_year)
    return period if 0 <= period.index < per_year and str(period) == text else None


def periods_known(year: int, per_year: int, until: date) -> int:
    """Return how many of the year's periods have ended on the day `until`."""
    return sum(Period(year, index, per_year).end <= until for index in range(per_year))
