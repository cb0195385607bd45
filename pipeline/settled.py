"""What was sent out, read again: the sealed run's figures as they were published, and the input behind them."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.confined import read_confined
from pipeline.earlier import read_run
from pipeline.model.records import Source
from pipeline.model.results import Correction, EarlierRun
from pipeline.model.words import Occasion
from pipeline.problems import Problems, Severity
from pipeline.run_folders import RESULTS, UNDERLAG
from pipeline.seals import run_options, sealed_run


@dataclass(frozen=True, slots=True)
class Settled:
    """A sealed run: its folder, what it published, the bytes of its results, its input, and the documents' date."""

    folder: Path
    published: EarlierRun
    results: bytes
    source: Source
    dated: dt.date | None

    def corrected(self, reason: str) -> Correction:
        """Return what a correction of the run needs to know of it."""
        return Correction(reason, self.folder.name, self.dated, self.published, self.source)


def settled(occasion_folder: Path, occasion: Occasion, year: int, problems: Problems) -> Settled | None:
    """Return what the occasion's sealed run held; None where nothing is sealed, or the seal has been broken."""
    run = sealed_run(occasion_folder, problems)
    return None if run is None else held(run, occasion, year, problems)


def correction_in(run: Path, occasion: Occasion, year: int, problems: Problems) -> Correction | None:
    """Return what the run itself corrected; None where it is no correction."""
    options = run_options(run)
    reason, name = options.get("correction"), options.get("corrects")
    if not isinstance(reason, str) or not isinstance(name, str):
        return None
    before = held(run.parent / name, occasion, year, problems)
    return None if before is None else before.corrected(reason)


def held(run: Path, occasion: Occasion, year: int, problems: Problems) -> Settled | None:
    """Return what a run held that has been sealed; None where it is damaged. The seal itself is not looked at."""
    published = read_run(run, problems)
    if published is None:
        return None
    source = _as_sent(run, problems)
    source = replace(source, settings=replace(source.settings, year=year))
    return Settled(run, published, (run / RESULTS).read_bytes(), source, dated(run, source, occasion))


def _as_sent(run: Path, problems: Problems) -> Source:
    """Read the sealed run's input; its remarks were told when it was sent out."""
    folder, found = run / UNDERLAG / "inputs", Problems()
    source = read_confined(folder, found)
    for one in found:
        if one.severity is Severity.FAULT:
            place = replace(one.place, file=str(folder / one.place.file))
            problems.fault(place, f"det som förseglades går inte att läsa med den här versionen: {one.text}")
    return source


def dated(run: Path, source: Source, occasion: Occasion) -> dt.date | None:
    """Return the date that the run's documents bear: the one it was told, or else its meeting's."""
    given = run_options(run).get("date")
    if isinstance(given, str):
        return dt.date.fromisoformat(given)
    return next((one.dated for one in source.meetings if one.occasion is occasion), None)
