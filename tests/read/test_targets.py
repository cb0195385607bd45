from itertools import product

import pytest

from pipeline.model.records import Target
from pipeline.model.words import Direction
from pipeline.read.remedies import Written, remedy
from pipeline.read.targets import Bounds, bounds, joined

NONE = (None, None)


@pytest.mark.parametrize(
    ("words", "target", "direction"),
    [
        ("minst 50", Target(low=50), Direction.INCREASE),
        ("minst 95 %", Target(low=95), Direction.INCREASE),
        (">=40", Target(low=40), Direction.INCREASE),
        ("≥ 40", Target(low=40), Direction.INCREASE),
        (">40", Target(low=40, strict=True), Direction.INCREASE),
        ("mer än 1 000", Target(low=1000, strict=True), Direction.INCREASE),
        ("Högst 5,3", Target(high=5.3), Direction.DECREASE),
        ("<5", Target(high=5, strict=True), Direction.DECREASE),
        ("under 5", Target(high=5, strict=True), Direction.DECREASE),
        ("färre än 5", Target(high=5, strict=True), Direction.DECREASE),
        ("mellan 3 och 5", Target(3, 5), Direction.WITHIN),
        ("3–5", Target(3, 5), Direction.WITHIN),
        ("3 - 5 %", Target(3, 5), Direction.WITHIN),
    ],
)
def test_a_target_in_words_has_its_bounds_and_its_direction(words: str, target: Target, direction: Direction) -> None:
    assert bounds(words) == Bounds(target, direction)


@pytest.mark.parametrize("words", ["50", "minst", "ca 50", "minst 50 företag", "öka"])
def test_other_words_are_no_target(words: str) -> None:
    assert bounds(words) is None


@pytest.mark.parametrize(
    ("low", "high", "direction", "expected"),
    [
        (50.0, None, Direction.INCREASE, Bounds(Target(low=50), Direction.INCREASE)),
        (50.0, None, Direction.DECREASE, Bounds(Target(high=50), Direction.DECREASE)),
        (50.0, None, None, Bounds(Target(low=50), None)),
        (3.0, 5.0, Direction.WITHIN, Bounds(Target(3, 5), Direction.WITHIN)),
        (3.0, 5.0, None, Bounds(Target(3, 5), Direction.WITHIN)),
        (bounds("minst 3"), 5.0, Direction.WITHIN, Bounds(Target(3, 5), Direction.WITHIN)),
    ],
)
def test_a_target_and_a_direction_go_together(
    low: Bounds | float | None, high: float | None, direction: Direction | None, expected: Bounds
) -> None:
    assert joined(low, high, direction) == expected


@pytest.mark.parametrize(
    ("low", "high", "direction", "advice"),
    [
        ("minst 50", 60.0, "öka", "töm Målvärde högst, eller skriv inom intervall i Önskad riktning"),
        ("minst 50", 60.0, "minska", "töm Målvärde, eller skriv inom intervall i Önskad riktning"),
        (50.0, None, "inom intervall", "fyll i Målvärde högst, eller skriv öka i Önskad riktning"),
        (50.0, 60.0, "minska", "töm Målvärde högst, eller töm Målvärde"),
        (None, 60.0, "öka", "flytta talet till Målvärde, eller skriv minska i Önskad riktning"),
        ("högst 5", None, "öka", "skriv minska i Önskad riktning, eller skriv minst 5 i Målvärde"),
        ("mer än 5", 9.0, "inom intervall", "skriv minst 5 i Målvärde"),
        ("3–5", 6.0, "inom intervall", "töm Målvärde högst"),
        ("5–3", None, "inom intervall", "skriv 3–5 i Målvärde"),
        (5.0, 3.0, "inom intervall", "byt plats på talen i Målvärde och Målvärde högst"),
        (
            "högst 5",
            6.0,
            "öka",
            (
                "töm Målvärde högst och skriv minska i Önskad riktning, eller töm Målvärde högst och skriv minst 5 i "
                "Målvärde"
            ),
        ),
    ],
)
def test_what_does_not_go_together_is_told_with_the_ways_out(
    low: str | float | None, high: float | None, direction: str, advice: str
) -> None:
    written = Written(bounds(low) if isinstance(low, str) else low, high, Direction(direction))

    assert not written.accepted
    assert remedy(written) == advice


def test_whatever_does_not_go_together_has_a_way_out() -> None:
    words = ("minst 50", "mer än 50", "högst 50", "under 50", "3–5", "5–3", "minst 70")
    every = product((None, 50.0, 70.0, *map(bounds, words)), (None, 60.0), (None, *Direction))
    refused = [one for one in (Written(*three) for three in every) if not one.accepted and (one.low, one.high) != NONE]

    assert len(refused) > len(words)
    assert [one for one in refused if not remedy(one)] == []
