"""Two faults in one workbook: both are told at once, and neither makes a third."""

import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.check import Case, check
from pipeline.classify import classify
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.read import read
from tests.runs import GOALS, INPUT, Written

VALUES = "utfall-2019-exempel.xlsx"
SAMPLE, SEED = 15, 20190220
Cells = Mapping[str, Written]


@dataclass(frozen=True)
class Seed:
    """What a clerk has written wrongly: `cells` by ``Sheet!A1``, in the goal workbook or in `file`.

    `rests_on` are other cells that must be right for the fault to be seen at all, such as the date that
    another date comes before.
    """

    cells: Cells
    rests_on: frozenset[str] = field(default_factory=frozenset)
    file: str = GOALS

    def goes_with(self, other: "Seed") -> bool:
        mine, others = ({*one.cells, *one.rests_on} if one.file == GOALS else {*one.cells} for one in (self, other))
        return not (mine & {*other.cells} or others & {*self.cells})


def goals(cells: Cells, *rests_on: str) -> Seed:
    return Seed(cells, frozenset(rests_on))


def values(**cells: Written) -> Seed:
    return Seed({f"Utfall!{cell}": value for cell, value in cells.items()}, file=VALUES)


WHOLE: Cells = {
    **{f"Närvaro!{column}{row}": value for row, line in enumerate(
        (("2019-02-20", "A", "M", "beslutande"), ("2019-02-20", "B", "S", "beslutande"),
         ("2019-02-20", "C", "C", "beslutande")), start=2,
    ) for column, value in zip("ABCD", line, strict=True)},
    "Möten!B26": "Ja 2, nej 1", "Möten!B27": "A (M): ja\nB (S): ja\nC (C): nej", "Möten!B36": "B (S)",
    "Möten!B38": "2019-02-27", "Möten!B39": "2019-02-26", "Möten!B40": "2019-02-27",
    "Aktiviteter!A2": 5, "Aktiviteter!B2": "april", "Aktiviteter!C2": "Hälsovandringar",
}  # fmt: skip
"""What the shipped workbook lacks: members, votes, dates of the minutes and an activity, all without fault."""

SEEDS: Mapping[str, Seed] = {
    "a goal's number in letters": goals({"Mål!A9": "åtta"}),
    "a goal without its title": goals({"Mål!C8": None}),
    "the same number twice": goals({"Mål!A8": 6}),
    "neither yes nor no": goals({"Mål!K4": "kanske"}),
    "a choice that is none": goals({"Mål!I2": "klar"}),
    "a formula's error": goals({"Mål!G5": "#REF!"}),
    "an indicator without its id": goals({"Indikatorer!A8": None}),
    "an indicator's id twice": goals({"Indikatorer!A9": "1.1"}),
    "an indicator of no goal": goals({"Indikatorer!B8": 99}),
    "an indicator of another that is none": goals({"Indikatorer!B9": 98}),
    "an indicator without a goal": goals({"Indikatorer!B4": None}),
    "a goal number in letters": goals({"Indikatorer!B3": "ett"}),
    "a base value in words": goals({"Indikatorer!H2": "ca 49"}),
    "a year that is none": goals({"Indikatorer!L5": 219}),
    "a target against the direction": goals({"Indikatorer!J7": "högst 95"}, "Indikatorer!G7"),
    "a direction that is none": goals({"Indikatorer!G10": "uppåt"}),
    "a follow-up of no goal": goals({"Uppföljning!A2": 42}),
    "a follow-up's number in letters": goals({"Uppföljning!A3": "två"}),
    "a follow-up without occasion": goals({"Uppföljning!C3": None}),
    "a follow-up at another occasion": goals({"Uppföljning!C5": "maj"}),
    "a follow-up of an unknown indicator": goals({"Uppföljning!B4": "7.7"}),
    "a follow-up of another goal's": goals({"Uppföljning!B5": "1.1"}, "Uppföljning!A5", "Indikatorer!B2"),
    "a status without its reason": goals({"Uppföljning!H3": "uppfylls"}, "Uppföljning!A3"),
    "the same follow-up twice": goals(
        {"Uppföljning!A7": 4}, "Uppföljning!A6", "Uppföljning!B6", "Uppföljning!C6", "Uppföljning!B7", "Uppföljning!C7"
    ),
    "a measure of no goal": goals({"Åtgärder!A2": 77}),
    "a measure without a text": goals({"Åtgärder!D3": None}),
    "an activity of no goal": goals({"Aktiviteter!A2": 66}),
    "an activity's occasion": goals({"Aktiviteter!B2": "juni"}),
    "a day that does not exist": goals({"Möten!C5": "31 april 2019"}),
    "a meeting held without paragraph": goals({"Möten!B6": None}, "Möten!B2"),
    "a meeting without an organ": goals({"Möten!D3": None}),
    "the next meeting before this": goals({"Möten!D15": "2019-09-01"}, "Möten!D5"),
    "a form without its organ": goals({"Möten!D10": None}, "Möten!D9"),
    "a line that is no vote": goals({"Möten!B27": "A (M): ja\nB (S): ja\nC (C): nej\ntrasig"}, "Möten!B26"),
    "a voter who was not there": goals(
        {"Möten!B27": "A (M): ja\nB (S): ja\nX (C): nej"}, "Möten!B26", "Möten!B5", "Närvaro!B2", "Närvaro!D4"
    ),
    "votes that do not add up": goals({"Möten!B26": "Ja 3, nej 1"}, "Möten!B27"),
    "one who is disqualified votes": goals({"Möten!B29": "A (M) anmäler jäv."}, "Möten!B27"),
    "a verifier who was not there": goals({"Möten!B36": "Y (M)"}, "Möten!B5", "Närvaro!D4"),
    "verified too late": goals({"Möten!B38": "2019-04-30"}, "Möten!B5"),
    "announced before verified": goals({"Möten!B40": "2019-02-25"}, "Möten!B39"),
    "a role that is none": goals({"Närvaro!D4": "beslutade"}),
    "an attendance without a date": goals({"Närvaro!A3": "i februari"}),
    "a share above one": goals({"Inställningar!B8": 75}),
    "a year in words": goals({"Inställningar!B6": "nitton"}),
    "the year's row is empty": goals({"Inställningar!B6": None}),
    "a heading of goals is gone": goals({"Mål!A1": None}),
    "a heading of indicators is gone": goals({"Indikatorer!C1": None}),
    "a heading of follow-ups is gone": goals({"Uppföljning!A1": None}),
    "a heading of settings is gone": goals({"Inställningar!A1": None}),
    "a heading twice": goals({"Mål!P1": "Resurser"}),
    "a value in words": values(D4="ungefär 48"),
    "a period that is none": values(B7="våren"),
    "a value of no indicator": values(A39="8.8"),
    "a value twice": values(B3="2019K1"),
}


def told(folder: Path) -> tuple[set[Place], set[Place]]:
    """Return where faults are told, and where anything is."""
    problems = Problems()
    source = read(folder, problems)
    check(Case(source, Occasion.APRIL, {one.number: classify(one).goal_class for one in source.goals}), problems)
    return {one.place for one in problems.faults()}, {one.place for one in problems}


def write(books: Mapping[str, Workbook], seeds: Iterable[Seed], folder: Path) -> None:
    """Save the workbooks with the seeds in them, and put back what stood there."""
    before = []
    for seed in seeds:
        for cell, value in seed.cells.items():
            sheet, _, name = cell.partition("!")
            found = books[seed.file][sheet][name]
            before.append((found, found.value))
            found.value = value
    for name in {GOALS, *(seed.file for seed in seeds)}:
        books[name].save(folder / name)
    for found, value in reversed(before):
        found.value = value


@dataclass(frozen=True)
class Desk:
    """The shipped goals and one file of values, with what they lack; tells what is said with faults sown in."""

    folder: Path
    books: Mapping[str, Workbook]

    def told(self, *seeds: Seed) -> tuple[set[Place], set[Place]]:
        write(self.books, seeds, self.folder)
        found = told(self.folder)
        if any(seed.file == VALUES for seed in seeds):
            shutil.copy(INPUT / VALUES, self.folder)
        return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("sown")
    books = {name: load_workbook(shutil.copy(INPUT / name, folder)) for name in (GOALS, VALUES)}
    for cell, value in WHOLE.items():
        sheet, _, name = cell.partition("!")
        books[GOALS][sheet][name].value = value
    return Desk(folder, books)


def pairs() -> list[tuple[str, str]]:
    return [pair for pair in combinations(SEEDS, 2) if SEEDS[pair[0]].goes_with(SEEDS[pair[1]])]


def hidden(desk: Desk, chosen: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Go through the pairs of which something is hidden, or which give a fault that neither has alone."""
    assert desk.told()[0] == set()
    pairs = list(chosen)
    alone = {name: desk.told(SEEDS[name])[0] for name in {name for pair in pairs for name in pair}}
    assert all(alone.values())
    for one, other in pairs:
        faults, everything = desk.told(SEEDS[one], SEEDS[other])
        due = alone[one] | alone[other]
        yield from (f"{one} + {other}: hides {place}" for place in sorted(due - everything))
        yield from (f"{one} + {other}: makes {place}" for place in sorted(faults - due))


def test_of_two_faults_both_are_told_and_no_third(desk: Desk, record_property: Callable[[str, object], None]) -> None:
    chosen = random.Random(SEED).sample(pairs(), SAMPLE)  # noqa: S311 -- a sample, no secret
    record_property("pairs", len(chosen))
    found = list(hidden(desk, chosen))

    assert not found, "\n".join(found)


@pytest.mark.slow
def test_of_any_two_faults_both_are_told_and_no_third(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    record_property("pairs", len(pairs()))
    found = list(hidden(desk, pairs()))

    assert not found, "\n".join(found)
