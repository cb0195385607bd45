"""The protokollsutdrag's blanks: one paragraph of a held meeting's protocol."""

from pipeline.blanks import Paragraph, Protocol, ProtocolExtract, Text
from pipeline.compose.brief import Brief
from pipeline.compose.page import page
from pipeline.compose.protocol import protocol
from pipeline.model.meetings import Meeting
from pipeline.wording import day


def protocol_extract(brief: Brief, meeting: Meeting) -> ProtocolExtract:
    """Return the blanks of ``protokollsutdrag.docx``: what the protocol says, as far as it concerns the recipients."""
    whole = protocol(brief, meeting)
    return ProtocolExtract(
        **page(brief, whole.titel.replace("Protokoll", "Protokollsutdrag", 1)),
        mötesdatum=whole.mötesdatum,
        paragraf=whole.paragraf,
        rubrik=whole.rubrik,
        beslut_inledning=whole.beslut_inledning,
        beslut=whole.beslut,
        beslut_fortsättning=whole.beslut_fortsättning,
        sammanfattning=whole.sammanfattning,
        reservationer=whole.reservationer,
        justering=_verification(whole, meeting),
        expedieras_till=whole.expedieras_till,
        beslutsunderlag=whole.beslutsunderlag,
    )


def _verification(whole: Protocol, meeting: Meeting) -> Text:
    """Say that the paragraph is verified, where that is known."""
    if whole.omedelbar_justering or meeting.verified is None:
        return whole.omedelbar_justering
    return (Paragraph(f"Protokollet justerades {day(meeting.verified)}."),)
