"""Which of an indicator's values are new, revised or gone since April's published run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.compose import figures
from pipeline.compose.appendix.inputs import used
from pipeline.compose.brief import Brief
from pipeline.model.periods import Period, written_period
from pipeline.model.results import EarlierIndicator, IndicatorResult
from pipeline.wording import counted, listed, number, part_of_year, period, sentence

MOST_NAMED = 6
FINEST = 6


@dataclass(frozen=True, slots=True)
class ValueChanges:
    """The values by period: outcomes later than April's last, earlier ones come to, and those changed or gone.

    `revised` holds April's value and today's, `removed` April's. `other_periods` says that the values now cover
    other periods than April's did, so that none can be compared. All are empty where April told no values: `told`.
    """

    new: Mapping[Period, float] = field(default_factory=dict)
    late: Mapping[Period, float] = field(default_factory=dict)
    revised: Mapping[Period, tuple[float, float]] = field(default_factory=dict)
    removed: Mapping[Period, float] = field(default_factory=dict)
    other_periods: bool = False
    told: bool = True

    @property
    def past(self) -> bool:
        """Whether anything has happened to the values of the periods that April had."""
        return bool(self.late or self.revised or self.removed or self.other_periods)

    @property
    def only_new(self) -> bool:
        """Whether new outcomes have come, and nothing has happened to the values that April had."""
        return bool(self.new) and not self.past


def value_changes(brief: Brief, result: IndicatorResult, april: EarlierIndicator) -> ValueChanges:
    """Compare the values up to the report date with those of April's run; one that told none is not compared."""
    now = {seen.period: seen.value for seen in used(result, brief.results)}
    before = {when: value for text, value in april.values.items() if (when := written_period(text)) is not None}
    if not before:
        return ValueChanges(told=False)
    if now and {one.per_year for one in now}.isdisjoint(one.per_year for one in before):
        return ValueChanges(other_periods=True)
    added = {when: value for when, value in now.items() if when not in before}
    last = max(before)
    return ValueChanges(
        new={when: value for when, value in added.items() if when > last},
        late={when: value for when, value in added.items() if when < last},
        revised={when: (before[when], value) for when, value in now.items() if before.get(when, value) != value},
        removed={when: value for when, value in before.items() if when not in now},
    )


def new_outcomes(changes: ValueChanges, result: IndicatorResult, year: int) -> str:
    """Tell the outcomes that April did not have: "Nya utfall sedan april: 8 (maj) och 9 (juni)."."""
    if changes.other_periods:
        return "Värdena gäller andra perioder än i april och går inte att jämföra."
    if not changes.new:
        return "Inget nytt utfall har kommit sedan april." if changes.told and not changes.past else ""
    unit, places = result.indicator.unit, figures.places(result)
    found = [f"{figures.in_table(value, unit, places)} ({_when(one, year)})" for one, value in changes.new.items()]
    return f"{'Nytt utfall' if len(found) == 1 else 'Nya utfall'} sedan april: {_first(found)}."


def changed_past(changes: ValueChanges, result: IndicatorResult) -> str:
    """Tell of values for April's periods that have been revised, have come to or have been removed."""
    places = figures.places(result)
    revised = [f"{period(one)} {_from_to(*values, places)}" for one, values in changes.revised.items()]
    late = [f"{period(one)} {number(value, places)}" for one, value in changes.late.items()]
    removed = [f"{period(one)} (var {number(value, places)})" for one, value in changes.removed.items()]
    return " ".join(
        filter(
            None,
            (
                _told(revised, "har ändrats i efterhand", "värde", "värden"),
                _told(late, "har tillkommit", "tidigare värde", "tidigare värden"),
                _told(removed, "har tagits bort", "tidigare värde", "tidigare värden"),
            ),
        )
    )


def _told(found: Sequence[str], verb: str, singular: str, plural: str) -> str:
    return sentence(f"{counted(len(found), singular, plural)} {verb}: {_first(found)}") if found else ""


def _first(found: Sequence[str]) -> str:
    """Join all of a few, and the first of many with how many there are besides."""
    if len(found) <= MOST_NAMED:
        return listed(found)
    return listed([*found[: MOST_NAMED - 1], f"{len(found) - MOST_NAMED + 1} till"])


def _when(one: Period, year: int) -> str:
    name = part_of_year(one.per_year, one.index)
    return name if name and one.year == year else period(one)


def _from_to(before: float, now: float, places: int) -> str:
    """Return both numbers with as many decimals as it takes to see that they differ."""
    seen = next((one for one in range(places, FINEST) if number(before, one) != number(now, one)), FINEST)
    return f"från {number(before, seen)} till {number(now, seen)}"
