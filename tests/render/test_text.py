"""The text that a clerk wrote is the text in Word."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.blanks import AreaBlank, GoalBlank, Paragraph, Protocol
from tests.outline import opened, paragraphs, texts
from tests.render.word import part, rendered, shipped, template
from tests.samples import MET, empty

TRAPS = [
    "R&D",
    "andel < 5 %",
    "mer > mindre",
    "värde 100<100 kvar",
    "<b>fet</b>",
    "</w:p>",
    "</w:t></w:r></w:p><w:p/>",
    "<w:br/>",
    "&amp; &lt; &#123;",
    "{{ 7*7 }}",
    "{% if x %}",
    "{%p if x %}",
    "{_{ y }_}",
    "{_% y %_}",
    "{#",
    "#} och sedan",
    "{# borta #}",
    "{{r x }}",
    "}}",
    "🎯 ✓ ◐ ✗ ○",
    "Mål\tett",
    "rad ett\nrad två",
    "rad ett\n\nrad tre",
    "\tindrag",
    "  två mellanslag  i rad  ",
    "1\N{NO-BREAK SPACE}234,5\N{NO-BREAK SPACE}%",
    "a\N{SOFT HYPHEN}b \N{ZERO WIDTH SPACE}c",
    "\"citat\" 'enkelt' ”svenskt”",
    "None",
    "nan",
    "\\a \\f \\n",
    "picture=0",
]


@pytest.mark.parametrize("trap", TRAPS)
def test_text_in_is_text_out(trap: str) -> None:
    blanks = empty(Protocol, titel="T", rubrik=trap, beslut=(f"a{trap}b",), sammanfattning=(Paragraph(trap, "punkt"),))
    found = texts(rendered(shipped("protokoll.docx"), blanks))
    assert trap in found[:1]
    assert f"a{trap}b" in found
    assert found.count(trap) == 2


@pytest.mark.parametrize("trap", TRAPS)
def test_text_in_headers_and_title_is_text_out(trap: str) -> None:
    blanks = empty(Protocol, titel=trap, märkning=trap, förvaltning=trap)
    document = opened(rendered(shipped("protokoll.docx"), blanks))
    assert document.sections[0].header.paragraphs[0].text == f"MÖTESPROTOKOLL\t{trap}"
    assert document.core_properties.title == trap
    assert document.core_properties.author == trap


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1
    )
)
def test_any_text_in_is_text_out(text: str) -> None:
    blanks = empty(Protocol, titel="T", rubrik=text, beslut=(text,))
    assert texts(rendered(SMALL, blanks)) == [text, f"före {text} efter"]


SMALL = template("{{ rubrik }}", "före {{ beslut[0] }} efter")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\N{LINE FEED}"])
def test_line_ends_become_line_breaks(ending: str) -> None:
    data = rendered(SMALL, empty(Protocol, titel="T", rubrik=f"ett{ending}två", beslut=("x",)))
    assert texts(data)[0] == "ett\ntvå"
    assert part(data, "word/document.xml").count("<w:br/>") == 1


@pytest.mark.parametrize("bad", [*map(chr, (0, 7, 0xB, 0xC, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF))])
def test_what_word_cannot_hold_is_a_fault_of_ours_that_names_the_field(bad: str) -> None:
    blanks = empty(Protocol, titel="T", sammanfattning=(Paragraph("hel"), Paragraph(f"a{bad}b")))
    with pytest.raises(ValueError, match=rf"^Protocol\.sammanfattning\[1\]\.text: .* U\+{ord(bad):04X}$"):
        rendered(SMALL, blanks)


@pytest.mark.parametrize("bad", [None, float("nan"), 3, b"x", ["x"]])
def test_what_is_no_text_is_a_fault_of_ours_that_names_the_field(bad: object) -> None:
    blanks = empty(Protocol, titel="T", rubrik=bad)
    with pytest.raises(ValueError, match=r"^Protocol\.rubrik: "):
        rendered(SMALL, blanks)


def test_nothing_is_allowed_only_where_the_blank_says_so() -> None:
    with pytest.raises(ValueError, match=r"^Protocol\.beslut\[0\]: None"):
        rendered(SMALL, replace(empty(Protocol, titel="T"), beslut=(None,)))  # type: ignore[arg-type]


def test_text_keeps_the_character_style_of_its_tag() -> None:
    found = rendered(shipped("protokoll.docx"), empty(Protocol, titel="T", summering=(Paragraph("Ett\nTvå"),)))
    summing = next(one for one in paragraphs(found) if one.text.startswith("Summering:"))
    assert [(run.text, run.style.name) for run in summing.runs if run.text.strip()] == [
        ("Summering:", "Strong"),
        (" Ett\nTvå", "Default Paragraph Font"),
    ]


def test_a_status_is_marked_text() -> None:
    hostile = replace(MET, ord="R&D </w:t> {_{")
    word = template("{%p for rad in programområden %}", "före {{r rad.mål[0].status }} efter", "{%p endfor %}")
    data = rendered(word, _with_status(hostile))
    (paragraph,) = opened(data).paragraphs
    assert paragraph.text == "före ✓ R&D </w:t> {_{ efter"
    styles = [run.style.name for run in paragraph.runs if run.text.strip()]
    assert styles == ["Default Paragraph Font", "Status uppfylls", "Status uppfylls", "Default Paragraph Font"]


def _with_status(status: object) -> Protocol:
    return empty(Protocol, titel="T", programområden=(AreaBlank(namn="", mål=(empty(GoalBlank, status=status),)),))
