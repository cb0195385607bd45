import pytest

from pipeline.model.records import Target
from pipeline.model.words import Direction
from pipeline.read.targets import Bounds, bounds, joined


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
        (5.0, 3.0, Direction.WITHIN, "intervallets lägsta värde är större än dess högsta: byt plats på dem"),
        (
            3.0,
            None,
            Direction.WITHIN,
            "önskad riktning är inom intervall men bara ett värde finns: fyll i Målvärde högst",
        ),
        (3.0, 5.0, Direction.INCREASE, "målvärdet betyder inom intervall men önskad riktning är öka: ändra det ena"),
        (bounds("<5"), None, Direction.INCREASE, "målvärdet betyder minska men önskad riktning är öka: ändra det ena"),
        (
            bounds("mer än 5"),
            9.0,
            None,
            "”mer än” kan inte stå ihop med Målvärde högst: skriv ”minst” i stället, eller töm Målvärde högst",
        ),
        (bounds("3–5"), 6.0, None, "målvärdet har redan en övre gräns: töm Målvärde högst"),
    ],
)
def test_a_target_and_a_direction_go_together_or_it_is_said_why_not(
    low: Bounds | float | None, high: float | None, direction: Direction | None, expected: Bounds | str
) -> None:
    assert joined(low, high, direction) == expected
