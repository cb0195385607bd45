"""What is said to be unbreakable is sound whatever stands in its fields; the rest is read through each time."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.blanks import AreaBlank, GoalBlank, Paragraph, Protocol
from pipeline.render.engine import compiled
from pipeline.render.faults import BROKEN
from pipeline.render.package import MAIN
from tests.outline import texts
from tests.render.word import refused, rendered, template
from tests.samples import MET, empty

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))
LOOPED = template(
    "{{ rubrik }}",
    "{%p for rad in sammanfattning %}",
    "{%p if rad.text %}",
    "- {{ rad.text }} och {{ rad.text|upper }}",
    "{%p else %}",
    "tom",
    "{%p endif %}",
    "{%p endfor %}",
)


def is_unbreakable(*paragraphs: str) -> bool:
    """Say what is said of a template with these paragraphs."""
    return MAIN in compiled(template(*paragraphs)).unbreakable


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["ren text"],
        ["{{ rubrik }} och {{ titel|upper }}"],
        ["{%p if rubrik %}", "{{ rubrik }}", "{%p else %}", "x", "{%p endif %}"],
        ["{% set x = rubrik ~ titel %}{{ x }}"],
    ],
)
def test_whole_blocks_with_texts_are_unbreakable(paragraphs: list[str]) -> None:
    assert is_unbreakable(*paragraphs)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["före {{r rubrik }} efter"],
        ["{% if rubrik %}x{% endif %}"],
        ["{% if rubrik %}", "{% endif %}"],
        ["{% macro m() %}x{% endmacro %}{{ m() }}"],
        ['{{ rubrik ~ "\\x01" }}'],
        ["{%p if rubrik %}", "{%r if titel %}", "x", "{%r endif %}", "{%p endif %}"],
    ],
)
def test_what_could_break_is_read_through_each_time(paragraphs: list[str]) -> None:
    assert not is_unbreakable(*paragraphs)


def test_a_status_among_texts_is_still_found() -> None:
    goals = (AreaBlank(namn="", mål=(empty(GoalBlank, status=replace(MET, ord="ja")),)),)
    word = template("{%p for rad in programområden %}", "{{ rad.mål[0].status }}", "{%p endfor %}")

    assert MAIN in compiled(word).unbreakable
    assert refused(word, empty(Protocol, titel="T", programområden=goals)) == [f"protokoll.docx: {BROKEN}"]


@settings(max_examples=100, deadline=None)
@given(TEXT, st.lists(TEXT, max_size=4))
def test_any_text_leaves_the_unbreakable_sound(first: str, others: list[str]) -> None:
    rows = tuple(map(Paragraph, others))
    found = rendered(LOOPED, empty(Protocol, titel="T", rubrik=first, sammanfattning=rows))

    assert MAIN in compiled(LOOPED).unbreakable
    assert texts(found) == [first, *(f"- {one} och {one.upper()}" if one else "tom" for one in others)]
