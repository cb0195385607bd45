import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import Place
from pipeline.read.grid import Cell
from pipeline.read.values.region import Municipality

VAGGERYD = Municipality("0665", "Vaggeryds kommun")


def cells(*values: str | float) -> tuple[Cell, ...]:
    return tuple(Cell(Place("a.csv"), value) for value in values)


@pytest.mark.parametrize(
    "values",
    [("0665",), (665,), (665.0,), ("665", "Vaggeryd"), ("0665 Vaggeryd",), ("Vaggeryd",), ("VAGGERYDS KOMMUN",)],
)
def test_the_municipality_is_known_by_its_code_and_else_by_its_name(values: tuple[str | float, ...]) -> None:
    assert VAGGERYD.is_named_by(cells(*values))


@pytest.mark.parametrize(
    "values",
    [("06",), ("06 Jönköpings län",), ("6650",), ("0680", "Vaggeryd"), ("Vaggerydsbygden",), ("00 Riket",)],
)
def test_other_regions_are_not_the_municipality(values: tuple[str | float, ...]) -> None:
    assert not VAGGERYD.is_named_by(cells(*values))


@pytest.mark.parametrize("name", ["Borås", "Borås stad", "BORÅS STAD "])
def test_a_town_is_a_municipality(name: str) -> None:
    assert Municipality("", "Borås Stad").is_named_by(cells(name))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_code_is_itself_and_no_other_whatever_became_of_its_zeros(ours: int, theirs: int) -> None:
    ways = (f"{theirs:04}", str(theirs), theirs, float(theirs), f"{theirs:04} Namn")
    assert {Municipality(f"{ours:04}").is_named_by(cells(way)) for way in ways} == {ours == theirs}
