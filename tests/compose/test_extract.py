import datetime as dt
from typing import Any

import pytest

from pipeline.blanks import Paragraph, ProtocolExtract
from pipeline.compose import documents_for
from pipeline.compose.extract import protocol_extract
from pipeline.compose.protocol import protocol
from pipeline.model.words import MeetingStage
from tests.cases import attendance, meeting
from tests.compose.briefs import brief_of, said

HELD: dict[str, Any] = {
    "stage": MeetingStage.HELD,
    "paragraph": "95",
    "decision": "att godkänna rapporten",
    "summary": "Rapporten är klar.",
    "reservations": "A (M) reserverar sig.",
    "motions": "A (M) yrkar avslag.",
    "votes": "A (M): nej",
    "sent_to": "Kommunstyrelsen",
}
SHARED = (
    *("mötesdatum", "paragraf", "rubrik", "beslut_inledning", "beslut", "beslut_fortsättning"),
    *("sammanfattning", "reservationer", "expedieras_till", "beslutsunderlag"),
)


def of(**fields: Any) -> ProtocolExtract:  # noqa: ANN401
    given = meeting(**{**HELD, **fields})
    return protocol_extract(brief_of(meeting=given, attendances=(attendance(),)), given)


def test_an_extract_says_what_the_protocol_says() -> None:
    given = meeting(**HELD)
    whole = protocol(brief_of(meeting=given), given)
    found = of()

    assert [getattr(found, field) for field in SHARED] == [getattr(whole, field) for field in SHARED]
    assert found.titel == said("Protokollsutdrag Kommunstyrelsens arbetsutskott 2019-05-22 §~95")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ()),
        ({"verified": dt.date(2019, 6, 5)}, (Paragraph(said("Protokollet justerades den 5~juni 2019.")),)),
        ({"immediate_verification": "ja"}, (Paragraph("Paragrafen är omedelbart justerad."),)),
        (
            {"immediate_verification": "Ja.", "verified": dt.date(2019, 6, 5)},
            (Paragraph("Paragrafen är omedelbart justerad."),),
        ),
        ({"immediate_verification": "Punkt 2 justeras omedelbart."}, (Paragraph("Punkt 2 justeras omedelbart."),)),
        ({"immediate_verification": "nej"}, ()),
    ],
)
def test_an_extract_says_how_it_is_verified_where_that_is_known(
    fields: dict[str, Any], expected: tuple[Paragraph, ...]
) -> None:
    assert of(**fields).justering == expected


def test_a_draft_is_marked() -> None:
    given = meeting(**HELD)

    assert protocol_extract(brief_of(meeting=given, draft=True), given).märkning == "UTKAST"


def test_each_held_meeting_has_an_extract_beside_its_protocol() -> None:
    meetings = (meeting(**HELD), meeting(column=3, abbreviation="KS"), meeting(column=4, **HELD))

    assert [(one.name, one.template) for one in documents_for(brief_of(meetings=meetings))[2:]] == [
        ("protokoll-ksau-2019-april.docx", "protokoll.docx"),
        ("protokollsutdrag-ksau-2019-april.docx", "protokollsutdrag.docx"),
        ("protokollsutkast-ks-2019-april.docx", "protokoll.docx"),
        ("protokoll-ksau-2-2019-april.docx", "protokoll.docx"),
        ("protokollsutdrag-ksau-2-2019-april.docx", "protokollsutdrag.docx"),
    ]
