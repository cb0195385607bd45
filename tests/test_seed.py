"""The source case: the protocol of 20 February 2019, § 22, comes out word for word."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.conftest import ROOT
from tests.outline import texts
from tests.runs import AMBITION, edited, published, write

SEED = ROOT / "tests" / "data" / "seed-22.txt"
PROTOCOL = "protokoll-ksau-2019-ambitionsniva.docx"
END_OF_SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-ZÅÄÖ])(?<!\bMål \d[.] )")


def paragraphs(run: Path) -> list[str]:
    return [plain for text in texts((run / PROTOCOL).read_bytes()) if (plain := " ".join(text.split()))]


def sentences(lines: list[str]) -> list[str]:
    """Part the lines into sentences, without list marks and the colon that ends a heading."""
    parts = (part for line in lines for part in END_OF_SENTENCE.split(line))
    return [part.removeprefix("• ").removesuffix(":") for part in parts]


def summing_up(folder: Path, edit: Callable[[Workbook], None]) -> list[str]:
    run = published(*AMBITION, "--input", edited(folder, edit), "--output", folder / "output")
    lines = paragraphs(run)
    first = next(index for index, line in enumerate(lines) if line.startswith("Summering:"))
    return sentences(lines[first : lines.index("Expedieras till")])


def test_the_protocol_says_what_the_seed_says_sentence_by_sentence_and_nothing_else(tmp_path: Path) -> None:
    lines = paragraphs(published(*AMBITION, "--output", tmp_path))
    body = lines[lines.index("§ 22") :]

    assert sentences(body) == sentences(SEED.read_text(encoding="utf-8").splitlines())


STEERING = "Summering: Mål {} är styrande och har en kvantitativ mätbarhet av resultat."
SUPPORTING = (
    "{} blir mer stödjande än styrande och mäts enbart på en kvalitativ egen uppfattning om utveckling samt eventuella "
    "mätbara mervärden som inte kunnat förutses vid årets början."
)
DIRECTIONAL = "{} är inriktningsmål och följs upp genom verksamhetens aktiviteter, utan prognos."
LATER = "{} bearbetas vidare av kommunstyrelsens arbetsutskott den 20 mars."


@pytest.mark.parametrize(
    ("key", "heading", "value", "expected"),
    [
        (3, "Mätbart", "kvalitativt", ("1 och 2", "Mål 3, 4 och 5", "", "Mål 6, 7 och 8")),
        (4, "Mätbart", "kvantitativt", ("1–4", "Mål 5", "", "Mål 6, 7 och 8")),
        (2, "Resurser", "nej", ("1 och 3", "Mål 4 och 5", "", "Mål 2, 6, 7 och 8")),
        (5, "Inriktningsmål", "ja", ("1, 2 och 3", "Mål 4", "Mål 5", "Mål 6, 7 och 8")),
    ],
)
def test_the_summing_up_follows_the_criteria(
    tmp_path: Path, key: int, heading: str, value: str, expected: tuple[str, ...]
) -> None:
    steering, supporting, directional, later = expected

    assert summing_up(tmp_path, lambda book: write(book, "Mål", key, heading, value)) == [
        STEERING.format(steering),
        SUPPORTING.format(supporting),
        *([DIRECTIONAL.format(directional)] if directional else []),
        LATER.format(later),
    ]


def test_the_summing_up_follows_the_next_meeting(tmp_path: Path) -> None:
    *_, last = summing_up(
        tmp_path, lambda book: write(book, "Möten", "Nästa möte", "ambitionsnivå", dt.date(2020, 1, 15))
    )

    assert last == "Mål 6, 7 och 8 bearbetas vidare av kommunstyrelsens arbetsutskott den 15 januari 2020."
