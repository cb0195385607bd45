"""What still stands as it stood in the blank workbook's sample row, after a clerk has typed over a part of it."""

from collections.abc import Iterator

from pipeline.check.case import Case
from pipeline.model.placed import Placed
from pipeline.problems import Problems
from pipeline.sheets import ACTIVITIES, FOLLOW_UPS, GOALS, MEASURES, Sheet

A_SENTENCE = 4
"""Words that make a sample text one that nobody else would write."""


def samples_are_replaced(case: Case, problems: Problems) -> None:
    """A sample text left in a row of the clerk's own would be printed as the clerk's.

    Möten is left out: its samples are what many would write, and a wrong year is told by another rule.
    """
    for sheet, record in _rows(case):
        for column in sheet.columns:
            written = getattr(record, column.field, None)
            if written == column.sample and len(column.sample.split()) >= A_SENTENCE:
                text = f"{column.heading} är texten ur den tomma arbetsbokens exempel. Skriv er egen, eller töm cellen."
                problems.remark(record.at(column.heading), text)


def _rows(case: Case) -> Iterator[tuple[Sheet, Placed]]:
    source = case.source
    sheets: tuple[tuple[Sheet, tuple[Placed, ...]], ...] = (
        (GOALS, source.goals),
        (FOLLOW_UPS, source.follow_ups),
        (MEASURES, source.measures),
        (ACTIVITIES, source.activities),
    )
    return ((sheet, record) for sheet, records in sheets for record in records)


RULES = (samples_are_replaced,)
