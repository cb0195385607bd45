"""The work of reading grows with the rows and no faster; it is counted in calls, which no busy machine changes."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from types import FrameType

import pytest

from tests.read.inbox import Inbox, Rows

MANY = 64
HEADS = ["Indikator", "Period", "Värde"]
INDICATORS: Rows = [
    ["Id", "Mål nr", "Indikator", "Källkod"],
    *([f"1.{n}", 1, f"Mått {n}", f"K{n}"] for n in range(1, 10)),
]


def month(n: int) -> str:
    return f"{1950 + n // 12}-{n % 12 + 1:02}"


def known(many: int) -> list[list[object]]:
    return [[f"1.{n % 9 + 1}", month(n // 9), n] for n in range(many)]


def several_times(many: int) -> list[list[object]]:
    return [["Mått 3", month(n % 12), n % 12] for n in range(many)]


def different(many: int) -> list[list[object]]:
    return [["1.1", month(n % 12), n] for n in range(many)]


def unknown(many: int) -> list[list[object]]:
    return [[f"Annat {n}", month(n % 12), n] for n in range(many)]


def missing(many: int) -> list[list[object]]:
    return [["1.1", month(n), n if n % 2 else ".."] for n in range(many)]


def no_numbers(many: int) -> list[list[object]]:
    return [["1.1", month(n), f"ungefär {n}"] for n in range(many)]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [("xlsx", known), *(("csv", rows) for rows in (known, several_times, different, unknown, missing, no_numbers))],
)
def test_twice_the_rows_are_twice_the_work(
    inbox: Inbox, kind: str, rows: Callable[[int], Sequence[Sequence[object]]]
) -> None:
    inbox.goals(Indikatorer=INDICATORS)
    work = []
    for many in (MANY, MANY, 2 * MANY, 4 * MANY):  # the first time fills what is remembered
        lines = [HEADS, *rows(many)]
        if kind == "xlsx":
            inbox.workbook("värden.xlsx", {"Data": lines})
        else:
            text = "\n".join(";".join(map(str, line)) for line in lines)
            (inbox.folder / "värden.csv").write_text(text, encoding="utf-8")
        work.append(calls(inbox.read))
    _, one, two, four = work
    assert four - two <= 2.1 * (two - one)


def calls(do: Callable[[], object]) -> int:
    counted = Counter[str]()

    def count(_: FrameType, event: str, __: object) -> None:
        counted[event] += 1

    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]
