"""Charts: the same bytes every time, whatever is missing, and labels that do not collide."""

from dataclasses import replace
from itertools import pairwise

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st

from pipeline.blanks import Chart
from pipeline.render.chart import draw
from pipeline.render.chart_frame import LABEL_STEP, spread
from tests.sample_charts import COMPANIES_CHART, UNEMPLOYED_CHART, YEARLY_CHART

BLANK = replace(COMPANIES_CHART, prognos=None, lägst=None, högst=None, mål_lägst=None, mål_högst=None)
CHARTS = [
    COMPANIES_CHART,
    UNEMPLOYED_CHART,
    YEARLY_CHART,
    replace(YEARLY_CHART, perioder=(), tidigare=((2017, (71.0,)), (2018, (71.2,))), hittills=()),
    replace(YEARLY_CHART, perioder=("helår",), tidigare=((2018, (71.2,)),), hittills=(72.0,)),
    replace(YEARLY_CHART, perioder=("2018", "2019"), hittills=(72.0, 73.0)),
    replace(COMPANIES_CHART, måltext="Mål: mer än 95", decimaler=1),
    replace(BLANK, tidigare=(), hittills=()),
    replace(BLANK, tidigare=(), hittills=(), perioder=()),
    replace(COMPANIES_CHART, hittills=(None, None, 3, None)),
    replace(COMPANIES_CHART, tidigare=((2017, (None,) * 12), (2018, (1, None)))),
    replace(COMPANIES_CHART, mål_lägst=95, mål_högst=95),
    replace(BLANK, tidigare=((2018, (0,) * 12),), hittills=(0, 0)),
    replace(COMPANIES_CHART, enhet="antal $x^2$ % & <", hittills=(-5, -1_250_000.5)),
]


@pytest.mark.parametrize("chart", CHARTS)
def test_chart_is_a_picture_of_its_size_and_the_same_every_time(chart: Chart) -> None:
    picture = draw(chart)
    image = Image.from_blob(picture)
    assert (image.px_width, image.px_height) == (1133, 496)
    assert picture == draw(chart)
    assert b"tEXt" not in picture
    assert b"tIME" not in picture


def test_different_charts_differ() -> None:
    assert len({draw(chart) for chart in CHARTS}) == len(CHARTS)


@given(st.lists(st.floats(0, 1), max_size=9))
def test_labels_never_collide_and_keep_their_order(heights: list[float]) -> None:
    placed = spread(sorted(heights))
    assert all(after - before >= LABEL_STEP - 1e-9 for before, after in pairwise(placed))
    assert all(-0.001 <= one <= 1 + LABEL_STEP for one in placed)
