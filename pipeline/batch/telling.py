"""What the command line says of many boards."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.batch.command import Batch
from pipeline.model.summary import BoardOutcome, Ending
from pipeline.wording import capital, count, counted, listed

_WAYS = {
    Ending.PUBLISHED: ("klar", "klara"),
    Ending.UNCHANGED: ("utan något nytt", "utan något nytt"),
    Ending.FAULTS: ("med fel att rätta", "med fel att rätta"),
    Ending.BUSY: ("där en annan körning pågår", "där en annan körning pågår"),
    Ending.LOST: ("avbruten", "avbrutna"),
    Ending.OUR_FAULT: ("med programfel", "med programfel"),
}


def faults_told(outcomes: Iterable[BoardOutcome]) -> Iterator[str]:
    """Go through all that must be mended, each line with the folder of its board first."""
    return (f"{one.board}: {fault}" for one in outcomes for fault in one.faults)


def told(made: Batch) -> Iterator[str]:
    """Go through what became of every board, and of them all."""
    if not made.outcomes:
        yield "Inget kördes."
        return
    yield from map(_line, made.outcomes)
    yield _all(made.outcomes)
    if made.summary is not None:
        yield f"Sammanställningen ligger i {made.summary}."


def _line(one: BoardOutcome) -> str:
    faults = counted(len(one.faults), "fel", "fel")
    found = f"{faults} och {counted(one.remarks, 'anmärkning', 'anmärkningar', 'en')}"
    became = {
        Ending.PUBLISHED: f"klar, {one.run} ({found})",
        Ending.UNCHANGED: f"inget nytt sedan {one.run} ({found})",
        Ending.FAULTS: f"{found}, inga dokument skrevs",
    }
    return f"{one.board}: {became.get(one.ending, one.ending.value)}"


def _all(outcomes: Sequence[BoardOutcome]) -> str:
    ended = Counter(one.ending for one in outcomes)
    ways = [f"{count(ended[way], 'en')} {words[ended[way] > 1]}" for way, words in _WAYS.items() if ended[way]]
    return f"{capital(counted(len(outcomes), 'nämnd', 'nämnder', 'en'))}: {listed(ways)}."
