from docx.oxml.ns import qn

from tests.outline import opened
from tests.render.word import printed
from tests.sample_meetings import EXTRACT, LETTER, MINUTES

CONTINUED, NUMBERED = "Numreradfortsatt", "ListNumber"


def lists(data: bytes) -> list[tuple[str, str]]:
    """Return the style of each numbered paragraph and the list that it belongs to."""
    paragraphs = opened(data).element.body.iter(qn("w:p"))
    found = [
        (one.xpath("string(./w:pPr/w:pStyle/@w:val)"), one.xpath("string(./w:pPr/w:numPr/w:numId/@w:val)"))
        for one in paragraphs
    ]
    return [(style, number) for style, number in found if style in (CONTINUED, NUMBERED)]


def test_points_under_a_lead_in_of_their_own_go_on_in_the_decisions_list() -> None:
    (first, a), (second, b), (third, c) = lists(printed("protokollsutdrag.docx", EXTRACT))

    assert (first, second, third) == (NUMBERED, NUMBERED, CONTINUED)
    assert a == b == c != ""


def test_a_later_list_begins_anew() -> None:
    decided = [number for _, number in lists(printed("tjansteskrivelse.docx", LETTER))]

    assert len(set(decided[:4])) == 1
    assert decided[4] != decided[3]


def test_the_lead_in_stays_with_its_points() -> None:
    body = opened(printed("protokoll.docx", MINUTES)).element.body
    (lead,) = (one for one in body.iter(qn("w:p")) if "för egen del" in "".join(one.xpath(".//w:t/text()")))

    assert lead.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
