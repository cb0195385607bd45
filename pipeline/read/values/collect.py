"""The tables of values as observations: each value's indicator, found or told."""

from collections.abc import Collection, Sequence

from pipeline.model.records import Indicator
from pipeline.problems import Place, Problems
from pipeline.read.figures import is_hidden
from pipeline.read.grid import Cell, is_missing
from pipeline.read.layouts.reading import Extract, Reading, Recognised
from pipeline.read.teller import Teller, seen
from pipeline.read.values.choose import Chooser
from pipeline.read.values.doubts import lengthened, tell_blanks, tell_scales
from pipeline.read.values.match import Matcher
from pipeline.read.values.observe import Observed, Observer
from pipeline.read.values.region import Municipality

MOST_UNKNOWN = 20
MOST_UNSURE = 3


class Collector:
    """Turns tables into observations. `doubt` says why some indicators may not have been read, if so."""

    def __init__(
        self, indicators: Sequence[Indicator], municipality: Municipality, problems: Problems, *, doubt: str = ""
    ) -> None:
        """Begin with nothing read."""
        self._indicators = {indicator.id: indicator for indicator in indicators}
        self._matcher = Matcher(indicators)
        self._chooser = Chooser(self._matcher, municipality, problems, doubt)
        self._observer = Observer(problems)
        self._problems, self._doubt = problems, doubt
        self._unknown = 0
        self._known: dict[tuple[str, str, str], Indicator | None] = {}

    def collect(self, table: Recognised | Extract) -> list[Observed]:
        """Return what can be used of a table; tell the rest."""
        observed, missing = self._of_extract(table) if isinstance(table, Extract) else self._of_ours(table)
        for cell in missing:
            if is_hidden(cell.text):
                self._problems.remark(
                    cell.place, f"{seen(cell)} är dolt av sekretess och räknas som ett värde som saknas"
                )
        if table.blind:
            tell_blanks([cell for cell in missing if cell.blank], observed, self._problems)
        if table.blind or isinstance(table, Extract):
            tell_scales(observed, self._indicators, self._problems, blind=table.blind)
        return observed

    def finish(self, read: Collection[str]) -> None:
        """Tell what can only be told when all tables have been seen; `read` are the files that gave something."""
        self._chooser.tell_unused(read)

    def _of_extract(self, extract: Extract) -> tuple[list[Observed], list[Cell]]:
        """Return the values of an agency's table that are ours, and the cells of those that are missing."""
        chosen = self._chooser.choose(extract)
        missing = [one.fact.value for one in chosen if is_missing(one.fact.value)]
        if chosen and len(missing) == len(chosen):
            self._problems.remark(extract.place, "här finns rubriker men inga värden")
        observed: list[Observed] = []
        for one in chosen:
            source = f"{extract.agency} ({extract.code or one.name.text})" if extract.agency else ""
            if not is_missing(one.fact.value):
                observed.extend(filter(None, [self._observer.observe(one.indicator, one.fact, source)]))
        return (lengthened(observed, self._indicators, self._problems) if extract.days else observed), missing

    def _of_ours(self, table: Recognised) -> tuple[list[Observed], list[Cell]]:
        """Return the values of a table made for our indicators, and the cells of those that are missing."""
        self._unknown = 0
        readings = list(table.readings(self._problems))
        filled = [reading for reading in readings if not is_missing(reading.value)]
        if not filled:
            self._problems.remark(table.place, "här finns rubriker men inga värden")
        found = (self._observer.observe(self._indicator(one), one, _source(one)) for one in filled)
        return list(filter(None, found)), [one.value for one in readings if is_missing(one.value)]

    def _indicator(self, reading: Reading) -> Indicator | None:
        name = next((cell for cell in reading.names if not cell.blank), None)
        if name is None:
            row = reading.value.place
            place = Place(row.file, row.sheet, row.row, reading.names[0].place.column)
            self._problems.fault(place, "värdet saknar indikator: skriv indikatorns id eller namn")
            return None
        if not Teller(self._problems).usable(name):
            return None
        key = (name.place.file, name.place.sheet, name.text)
        if key not in self._known:
            self._known[key] = self._match(name)
        return self._known[key]

    def _match(self, name: Cell) -> Indicator | None:
        found = self._matcher.find(name.text)
        if len(found) == 1:
            return found[0]
        if found:
            ids = " och ".join(indicator.id for indicator in found)
            self._problems.fault(name.place, f"{seen(name)} kan vara indikator {ids}: skriv indikatorns id i stället")
        else:
            self._tell_unknown(name)
        return None

    def _tell_unknown(self, name: Cell) -> None:
        """Tell of a name that is no indicator's; only remark where the indicator may not have been read."""
        self._unknown += 1
        if self._doubt:
            self._remark_unsure(name)
        elif self._unknown <= MOST_UNKNOWN:
            text = f"{seen(name)} är ingen indikator i bladet Indikatorer: skriv dess id, namn eller källkod"
            self._problems.fault(name.place, text + self._matcher.nearest(name.text))
        elif self._unknown == MOST_UNKNOWN + 1:
            text = "härifrån är ännu fler namn inga indikatorer: ta bort raderna som inte hör till indikatorerna"
            self._problems.fault(name.place, text)

    def _remark_unsure(self, name: Cell) -> None:
        """Remark that the name is no indicator's yet, and suggest no other: its own may be what was not read."""
        if self._unknown <= MOST_UNSURE + 1 and any(self._indicators):
            more = self._unknown > MOST_UNSURE
            text = "ännu fler namn är inga indikatorer" if more else f"{seen(name)} är ingen indikator"
            self._problems.remark(name.place, f"{text} som går att läsa i bladet Indikatorer. {self._doubt}")


def _source(reading: Reading) -> str:
    return "" if reading.source is None else reading.source.text
