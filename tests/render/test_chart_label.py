"""The words beside a chart's lines: in order, near their lines, and never on top of each other."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.blanks import Chart
from pipeline.render.chart_axis import scale
from pipeline.render.chart_label import FAR, HEIGHT, INNER_HEIGHT, labels, spread
from pipeline.render.chart_table import table
from tests.render.drawn import drawn
from tests.sample_charts import COMPANIES_CHART, UNEMPLOYED_CHART

HEIGHTS = st.lists(st.tuples(st.floats(0, INNER_HEIGHT), st.floats(1, 9)), max_size=9)


@given(HEIGHTS)
def test_labels_never_collide_and_keep_their_order(given_rows: list[tuple[float, float]]) -> None:
    rows = sorted(given_rows)
    placed = spread([height for height, _ in rows], [weight for _, weight in rows])

    assert all(after - before >= HEIGHT - 1e-9 for before, after in pairwise(placed))
    assert all(-1e-9 <= one <= INNER_HEIGHT + HEIGHT for one in placed)


@given(HEIGHTS)
def test_labels_with_room_stay_at_their_lines(given_rows: list[tuple[float, float]]) -> None:
    heights = [at * HEIGHT * 1.01 for at, _ in enumerate(given_rows)]

    assert spread(heights, [weight for _, weight in given_rows]) == pytest.approx(heights)


def test_years_that_end_close_together_share_a_line_of_text() -> None:
    chart = replace(COMPANIES_CHART, tidigare=((2017, (80.0,) * 12), (2018, (81.0,) * 12)))
    axis = scale([0, 100], "antal", 0)
    _, found = labels(chart, table(chart), axis)
    heights = {
        year: axis.height(value) * INNER_HEIGHT - found[year].down for year, value in (("2017", 80), ("2018", 81))
    }

    assert heights["2017"] == pytest.approx(heights["2018"])
    assert found["2018"].right > found["2017"].right


def test_the_ends_of_the_interval_are_named_only_where_no_label_is_pushed_from_its_line() -> None:
    years = tuple((year, (70.0 + year / 1000,) * 12) for year in range(2014, 2019))
    crowded = replace(COMPANIES_CHART, tidigare=years, prognos=72, lägst=71, högst=73, mål_lägst=72)

    assert "Högst" in drawn(COMPANIES_CHART).labels
    assert "Högst" not in drawn(crowded).labels
    _, found = labels(COMPANIES_CHART, table(COMPANIES_CHART), scale([0, 100], "antal", 0))
    assert abs(found["Prognos"].down) <= FAR


@pytest.mark.parametrize("chart", [COMPANIES_CHART, UNEMPLOYED_CHART], ids=["sum", "level"])
def test_labels_stand_beside_the_lines_and_within_the_picture(chart: Chart) -> None:
    x, width = (
        float(one) for one in re.findall(r'<c:x val="(.*?)"/>.*?<c:w val="(.*?)"', drawn(chart).xml.decode())[0]
    )

    assert 0 < x < 0.1
    assert 0.75 < x + width < 0.92


@pytest.mark.parametrize(
    ("values", "unit", "decimals", "ends"),
    [
        ([6, 95], "antal", 0, (0, 100, 20)),
        ([224, 310], "antal", 0, (220, 320, 20)),
        ([1.6, 1.9], "procent", 1, (1.5, 2.0, 0.1)),
        ([0, 0], "antal", None, (0, 1, 1)),
        ([65, 65], "index", None, (62, 68, 2)),
        ([-5, 20], "antal", 0, (-10, 30, 10)),
        ([98, 100], "procent", 1, (97.5, 100, 0.5)),
        ([1e15, 1e16], "kr", 0, (0, 1.25e16, 2.5e15)),
        ([0.00012, 0.0002], "mg", None, (0.0001, 0.00022, 2e-05)),
        ([], "antal", 0, (0, 2, 1)),
    ],
)
def test_the_scale_has_steps_that_read_well(
    values: list[float], unit: str, decimals: int | None, ends: tuple[float, float, float]
) -> None:
    found = scale(values, unit, decimals)

    assert (found.low, found.high, found.step) == pytest.approx(ends)


def test_a_line_is_named_above_its_end_where_the_axis_is_just_below() -> None:
    side = re.compile(r'<c:v>2019</c:v>.*?<c:dLblPos val="(.)"')
    low = replace(COMPANIES_CHART, hittills=(1, 2))

    assert side.findall(drawn(COMPANIES_CHART).xml.decode())[0] == "b"
    assert side.findall(drawn(low).xml.decode())[0] == "t"
