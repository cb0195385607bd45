"""Which of an agency's values are ours: by source code, municipality, and the total where a table is split."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.model.records import Indicator
from pipeline.problems import Place, Problems, quoted
from pipeline.read.grid import Cell
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.layouts.vocabulary import is_total
from pipeline.read.periods import month_or_part, period_of
from pipeline.read.values.match import Matcher
from pipeline.read.values.region import Municipality

_SHOWN = 6
_DIGIT = re.compile(r"\d")
_CODES = "kolumnen Källkod i bladet Indikatorer"
_NONE_OURS = "inget här hör till en indikator"
AS_LONG = "lägg värdena i kolumnerna Indikator, Period och Värde"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of an agency's values that is ours: its indicator, and the name that said so."""

    indicator: Indicator
    name: Cell
    fact: Fact


@dataclass(slots=True)
class Chooser:
    """Chooses values, table by table, and remembers what each indicator's values have been limited to.

    `doubt` says why some indicators may not have been read; ``""`` when all have been.
    """

    matcher: Matcher
    municipality: Municipality
    problems: Problems
    doubt: str = ""
    _unused: list[tuple[Place, str]] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)
    _limits: dict[tuple[str, str], tuple[str, Place]] = field(default_factory=dict)

    def choose(self, extract: Extract) -> list[Chosen]:
        """Return the values that are ours; tell what cannot be chosen, and what was found in its place."""
        if extract.partial:
            self.problems.remark(extract.place, "filen är bara en av flera sidor: lägg dit de andra också")
        by_indicator: dict[str, list[Chosen]] = defaultdict(list)
        for one in self._named(extract):
            by_indicator[one.indicator.id].append(one)
            self._used.add(extract.place.file)
        found = [self._of_one(ours, extract) for identity, ours in by_indicator.items() if identity]
        return [one for ours in found for one in ours]

    def _of_one(self, ours: list[Chosen], extract: Extract) -> list[Chosen]:
        """Return one indicator's values: of the municipality, and the total of every split."""
        ours = self._at_home(ours, extract.place)
        for name in dict.fromkeys(name for one in ours for name in one.fact.splits):
            ours = self._whole(ours, name, extract.place)
        return self._once(ours, extract.place)

    def _named(self, extract: Extract) -> list[Chosen]:
        """Return the values whose own names, or else the table's, are an indicator's."""
        known: dict[str, tuple[Indicator, ...]] = {}
        found: list[Chosen] = []
        left: dict[str, Cell] = {}
        several = False
        for fact in extract.facts:
            hit = next((c for c in fact.names if known.setdefault(c.text, self.matcher.find(c.text))), None)
            if hit is not None and self._is_one(hit, known[hit.text]):
                found.append(Chosen(known[hit.text][0], hit, fact))
            elif hit is not None:
                several = True
            elif fact.names:
                left.setdefault(fact.names[0].text, fact.names[0])
        if not found and not several:
            return self._by_table(extract, left)
        if left:
            self._tell_left(extract.place, left)
        return found

    def _is_one(self, name: Cell, found: Sequence[Indicator]) -> bool:
        """Say whether a name means one indicator alone; tell when several share it."""
        if len(found) > 1:
            ids = " och ".join(indicator.id for indicator in found)
            text = (
                f"{quoted(name.text)} hör till indikator {ids}: ge dem olika text i kolumnerna Indikator och Källkod "
                "i bladet Indikatorer, eller gör dem till en indikator"
            )
            self.problems.fault(name.place, text)
        return len(found) == 1

    def _by_table(self, extract: Extract, measures: dict[str, Cell]) -> list[Chosen]:
        """Return all values as those of the indicator that the table's id or title names, if it measures one thing."""
        split = {cell.text for fact in extract.facts for cell in fact.splits.values()}
        hit = next((cell for cell in _names(extract) if self.matcher.find(cell.text)), None)
        if hit is not None and not self._is_one(hit, self.matcher.find(hit.text)):
            return []
        if hit is not None and len(measures.keys() - split) <= 1:
            return [Chosen(self.matcher.find(hit.text)[0], hit, fact) for fact in extract.facts]
        if hit is not None:
            text = f"tabellen mäter flera saker ({_shown(measures)}): skriv den ni menar i {_CODES}"
            self.problems.fault(extract.place, text, self.matcher.find(hit.text)[0].id or None)
        else:
            seen = _shown(measures or [cell.text for cell in _names(extract)])
            text = f"{_NONE_OURS}: skriv en av källkoderna i {_CODES} (här finns {seen})"
            self._unused.append((extract.place, text))
        return []

    def tell_unused(self, read: Collection[str]) -> None:
        """Tell of tables that no indicator uses; only remark where something else in the same file is."""
        for place, text in self._unused:
            if place.file in self._used or place.file in read:
                self.problems.remark(place, text)
            elif not self.doubt:
                self.problems.fault(place, f"{text}, eller ta bort filen")
            elif not self.matcher.empty:
                self.problems.remark(place, f"{_NONE_OURS}. {self.doubt}")

    def _tell_left(self, place: Place, left: dict[str, Cell]) -> None:
        text = f"{_shown(left)} står inte i {_CODES} och läses inte: skriv koden där om den ska läsas"
        self.problems.remark(place, text)

    def _at_home(self, ours: list[Chosen], place: Place) -> list[Chosen]:
        """Return the values of the municipality; all, where the table doesn't tell regions apart."""
        regions = {_region(one.fact): one.fact.region for one in ours}
        if not any(regions.values()):
            return ours
        identity = ours[0].indicator.id
        if nowhere := next((one.fact.value.place for one in ours if not one.fact.region), None):
            self.problems.fault(nowhere, "värdet saknar region: skriv regionen på varje rad", identity)
            return []
        if not self.municipality.known:
            text = "fyll i kommun och kommunkod i bladet Inställningar: tabellen har värden för "
            self.problems.fault(place, text + _shown(regions), identity)
            return []
        home = {text for text, cells in regions.items() if self.municipality.is_named_by(cells)}
        if not home:
            text = (
                f"{self.municipality} finns inte här (här finns {_shown(regions)}): hämta tabellen för kommunen, eller "
            )
            self.problems.fault(place, text + AS_LONG, identity)
        return [one for one in ours if _region(one.fact) in home]

    def _whole(self, ours: list[Chosen], name: str, place: Place) -> list[Chosen]:
        """Return the values of a split's total; all, where it has but one value or only says the time again."""
        cells = {c.text: c for one in ours if (c := one.fact.splits.get(name)) is not None and c is not one.name}
        blank = next((one.fact.value.place for one in ours if name not in one.fact.splits), None)
        if cells and blank and not all(map(_says_time, cells.values())):
            text = f"värdet saknar {name}: skriv det på varje rad, eller ta bort kolumnen"
            self.problems.fault(blank, text, ours[0].indicator.id)
            return []
        if len(cells) <= 1 or all(map(_says_time, cells.values())):
            self._limit(ours, name, next(iter(cells.values()), None))
            return ours
        totals = [text for text in cells if is_total(text) or self.municipality.is_named_by((cells[text],))]
        if len(totals) == 1:
            ours = [one for one in ours if name in one.fact.splits and one.fact.splits[name].text == totals[0]]
            self._limit(ours, name, cells[totals[0]])
            return ours
        many = "ingen total" if not totals else "flera totaler"
        text = (
            f"uppdelningen {name} har {len(cells)} värden och {many} (här finns {_shown(cells)}): hämta tabellen med "
        )
        self.problems.fault(place, f"{text}bara ett av dem, eller {AS_LONG}", ours[0].indicator.id)
        return []

    def _once(self, ours: list[Chosen], place: Place) -> list[Chosen]:
        """Return the values when each period has but one; tell when something unnamed splits them further."""
        values: dict[tuple[str, ...], object] = {}
        for one in ours:
            fact = one.fact
            key = (*(cell.text for cell in fact.period), "" if fact.sex is None else fact.sex.text)
            if values.setdefault(key, fact.value.value) != fact.value.value:
                text = f"{one.indicator.id} har flera värden för {' '.join(key).strip()}: hämta tabellen med bara ett"
                self.problems.fault(place, f"{text}, eller {AS_LONG}", one.indicator.id)
                return []
        return ours

    def _limit(self, ours: Sequence[Chosen], name: str, cell: Cell | None) -> None:
        """Tell when two tables limit an indicator in different ways, such as to different ages."""
        if not ours or cell is None or _says_time(cell) or (is_total(cell.text) and not _DIGIT.search(cell.text)):
            return
        identity = ours[0].indicator.id
        first, place = self._limits.setdefault((identity, name.casefold()), (cell.text, cell.place))
        if first.casefold() != cell.text.casefold():
            text = f"{identity} har {name} {quoted(cell.text)} här men {quoted(first)} i {place}: använd samma"
            self.problems.fault(cell.place, text, identity)


def _names(extract: Extract) -> tuple[Cell, ...]:
    """Return the names of a whole table; last its file's, since databases name their files by the table's id."""
    return (*extract.names, Cell(extract.place, PurePosixPath(extract.place.file).stem))


def _region(fact: Fact) -> str:
    """Return a region's code and name, each once: ``0665 Vaggeryd``."""
    texts = [cell.text for cell in fact.region]
    return " ".join(dict.fromkeys(text for text in texts if not any(text != o and text in o for o in texts)))


def _says_time(cell: Cell) -> bool:
    return period_of(cell.value) is not None or month_or_part(cell.text)


def _shown(names: Iterable[str]) -> str:
    """Return some names in quotes, and how many there are more."""
    every = list(names)
    more = f" och {len(every) - _SHOWN} till" if len(every) > _SHOWN else ""
    return ", ".join(map(quoted, every[:_SHOWN])) + more
