"""Faulty workbooks mended by what the returned workbook says, and by nothing else; one round is enough."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.runs import APRIL, GOALS, command, edited
from tests.test_faults_together import SEEDS, WHOLE, Cells

FIRST_ROW = 5
BOOKS: Sequence[Sequence[str]] = (
    (
        "a day that does not exist",
        "an indicator of no goal",
        "a base value in words",
        "a heading of follow-ups is gone",
        "a follow-up without occasion",
        "votes that do not add up",
        "a goal's number in letters",
    ),
    (
        "an indicator without its id",
        "an indicator of another that is none",
        "a follow-up of an unknown indicator",
        "a choice that is none",
        "a verifier who was not there",
        "a role that is none",
        "a share above one",
    ),
    (
        "the same number twice",
        "an activity of no goal",
        "a follow-up's number in letters",
        "a status without its reason",
        "a line that is no vote",
        "announced before verified",
        "a year in words",
    ),
    (
        "a heading of goals is gone",
        "neither yes nor no",
        "a target against the direction",
        "a measure of no goal",
        "a meeting held without paragraph",
        "one who is disqualified votes",
        "an attendance without a date",
    ),
    (
        "a formula's error",
        "a year that is none",
        "the same follow-up twice",
        "a measure without a text",
        "a form without its organ",
        "verified too late",
        "a heading of settings is gone",
        "a heading twice",
    ),
)


def put(book: Workbook, cells: Cells) -> None:
    for place, value in cells.items():
        sheet, _, name = place.partition("!")
        book[sheet][name].value = value


def listed(book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Go through the sheet, the cell and the text of each line on the first sheet."""
    for row in book.worksheets[0].iter_rows(min_row=FIRST_ROW, values_only=True):
        yield str(row[1] or ""), str(row[2] or ""), str(row[3])


def mend(book: Workbook, right: Workbook) -> None:
    """Mend the cells that the first sheet names, as it says or as the clerk knows that it should be."""
    for sheet, cell, text in listed(book):
        if "menar du 30 april?" in text:
            book[sheet][cell].value = "2019-04-30"
        elif text.endswith("skriv varför bedömningen avviker."):
            book[sheet][cell].value = "Avtalen är klara."
        elif missing := re.match(r"rubrik(?:en|erna) (.+) saknas", text):
            heads = [one for one in book[sheet][1] if one.value is None]
            for head, name in zip(heads, missing[1].split(" och "), strict=False):
                head.value = name
        elif cell:
            book[sheet][cell].value = right[sheet][cell].value


@pytest.mark.parametrize(
    "names", [pytest.param(one, marks=[pytest.mark.slow] if at else []) for at, one in enumerate(BOOKS)]
)
def test_one_round_of_mending_by_the_returned_workbook_alone_is_enough(tmp_path: Path, names: Sequence[str]) -> None:
    folder, output = edited(tmp_path, lambda book: put(book, WHOLE)), tmp_path / "output"
    right, faulty = (load_workbook(folder / GOALS) for _ in range(2))
    for name in names:
        put(faulty, SEEDS[name].cells)
    faulty.save(folder / GOALS)

    assert command(*APRIL, "--input", folder, "--output", output).returncode == 1
    returned = load_workbook(output / "granskning" / f"granskad-{GOALS}")
    assert len(list(listed(returned))) >= len(names)
    assert all(text in str(returned[sheet][cell].comment.text) for sheet, cell, text in listed(returned) if cell)
    mend(returned, right)
    (folder / GOALS).unlink()
    returned.save(folder / f"granskad-{GOALS}")
    done = command(*APRIL, "--input", folder, "--output", output)

    assert done.returncode == 0, done.stderr
    assert list(output.glob("2019-april/korning-001/*.docx"))
