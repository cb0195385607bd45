"""Which documents an occasion has: file name, template and blanks."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.blanks import TEMPLATES, Blanks
from pipeline.compose.annual import annual_report
from pipeline.compose.brief import Brief
from pipeline.compose.dialogue import dialogue_paper
from pipeline.compose.extract import protocol_extract
from pipeline.compose.fields import field_cells
from pipeline.compose.interim import interim_report
from pipeline.compose.official import official_report
from pipeline.compose.protocol import protocol
from pipeline.model.meetings import Meeting
from pipeline.model.results import Results
from pipeline.model.words import MeetingStage, Occasion
from pipeline.problems import Place

REPORT, DIALOGUE, ANNUAL = "delarsrapport", "dialogunderlag", "arsuppfoljning"
OFFICIAL, PROTOCOL, EXTRACT = "tjansteskrivelse", "protokoll", "protokollsutdrag"


@dataclass(frozen=True, slots=True)
class Document:
    """A document to render: its file name, the template it is made from, and what fills it.

    `cells` are the cells that its fields are filled from, by tag. One that is `settled` tells of a meeting that
    has been held, and asks for no more text.
    """

    name: str
    template: str
    blanks: Blanks
    cells: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    settled: bool = False


def template_blanks(occasion: Occasion | None) -> Mapping[str, type[Blanks]]:
    """Return the templates that the occasion uses, all of them where there is none, with what fills them."""
    unused = {Occasion.AMBITION: (REPORT, ANNUAL), None: ()}.get(occasion, (DIALOGUE, ANNUAL))
    return {
        name: blanks
        for name, blanks in TEMPLATES.items()
        if (name == f"{ANNUAL}.docx" if occasion is Occasion.ANNUAL else name.removesuffix(".docx") not in unused)
    }


def protocol_blanks() -> Mapping[str, type[Blanks]]:
    """Return the templates that protocols alone use, with what fills them."""
    return {name: TEMPLATES[name] for name in (f"{PROTOCOL}.docx", f"{EXTRACT}.docx")}


def occasion_folder(results: Results) -> str:
    """Return the name of the occasion's folder, in ASCII: ``2019-ambitionsniva``."""
    return folder_name(results.year, results.occasion)


def folder_name(year: int, occasion: Occasion) -> str:
    """Return the name of the folder of the year's occasion, in ASCII: ``2019-ambitionsniva``."""
    return f"{year}-{ascii_name(occasion.value)}"


def documents_for(brief: Brief) -> tuple[Document, ...]:
    """Return the occasion's documents: the report or dialogue paper, the tjänsteskrivelse, a protocol per meeting.

    A meeting that has been held also has an extract of its protocol. The follow-up of the year is a report alone.
    """
    if brief.occasion is Occasion.ANNUAL:
        return (Document(f"{ANNUAL}-{brief.results.year}.docx", f"{ANNUAL}.docx", annual_report(brief)),)
    ending, cells = f"{occasion_folder(brief.results)}.docx", field_cells(brief, brief.meeting)
    if brief.occasion is Occasion.AMBITION:
        first = Document(f"{DIALOGUE}-{ending}", f"{DIALOGUE}.docx", dialogue_paper(brief), cells)
    else:
        first = Document(f"{REPORT}-{ending}", f"{REPORT}.docx", interim_report(brief), field_cells(brief, None))
    official = Document(f"{OFFICIAL}-{ending}", f"{OFFICIAL}.docx", official_report(brief), cells)
    return (first, official, *protocols_for(brief))


def protocols_for(brief: Brief) -> tuple[Document, ...]:
    """Return a protocol for each meeting of the occasion, and its extract where the meeting has been held."""
    return tuple(_protocols(brief, f"{occasion_folder(brief.results)}.docx"))


def _protocols(brief: Brief, ending: str) -> Iterator[Document]:
    taken: set[str] = set()
    for meeting in brief.source.meetings:
        if meeting.occasion is brief.occasion:
            name = _free(_protocol_stem(meeting), taken)
            own, cells = replace(brief, meeting=meeting), field_cells(brief, meeting)
            held = meeting.stage is MeetingStage.HELD
            yield Document(f"{name}-{ending}", f"{PROTOCOL}.docx", protocol(own, meeting), cells, settled=held)
            if held:
                extract = f"{EXTRACT}{name.removeprefix(PROTOCOL)}-{ending}"
                yield Document(extract, f"{EXTRACT}.docx", protocol_extract(own, meeting), cells, settled=True)


def _protocol_stem(meeting: Meeting) -> str:
    kind = PROTOCOL if meeting.stage is MeetingStage.HELD else "protokollsutkast"
    organ = ascii_name(meeting.abbreviation or meeting.organ)
    return f"{kind}-{organ}" if organ else kind


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def ascii_name(text: str) -> str:
    """Return the text as part of a file name: small ASCII letters and digits, parted by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())[:60]
