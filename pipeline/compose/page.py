"""What every document says of itself."""

from typing import TypedDict

from pipeline.blanks import CorrectionBlank
from pipeline.compose.brief import Brief
from pipeline.compose.correction import correction
from pipeline.model.records import Indicator, Series
from pipeline.wording import iso, listed

EXAMPLE = "exempelvärde"
FEW_GOALS = 10


class PageFields(TypedDict):
    """The fields of `blanks.Page`, to be filled in by every document alike."""

    titel: str
    kommun: str
    förvaltning: str
    organ: str
    datum: str
    diarienummer: str
    år: str
    märkning: str
    exempeltext: str
    rättelse: CorrectionBlank | None


def page(brief: Brief, title: str, draft_mark: str = "") -> PageFields:
    """Return the fields that every document has; `draft_mark` stands in the header besides UTKAST."""
    settings = brief.source.settings
    meeting = brief.meeting
    return PageFields(
        titel=title,
        kommun=settings.municipality,
        förvaltning=settings.department,
        organ=settings.organ if meeting is None else meeting.organ,
        datum=iso(brief.date),
        diarienummer="" if meeting is None else meeting.registration,
        år=str(brief.results.year),
        märkning=_mark(brief, draft_mark),
        exempeltext=_example_text(brief) if settings.example else "",
        rättelse=correction(brief),
    )


def needs_contents(brief: Brief) -> bool:
    """Say whether the document has so many goals that its reader needs a table of contents."""
    return len(brief.results.goals) > FEW_GOALS


def _mark(brief: Brief, draft_mark: str) -> str:
    draft = draft_mark or ("UTKAST" if brief.draft else "")
    example = "Innehåller exempelvärden" if brief.source.settings.example else ""
    return " · ".join(part for part in (draft, example) if part)


def _example_text(brief: Brief) -> str:
    text = "Dokumentet innehåller exempelvärden."
    real = [found for one in brief.source.indicators if (found := _real(one, brief.source.series.get(one.id)))]
    if not real:
        return f"{text} Inget av indikatorvärdena är hämtat ur en verklig källa."
    return f"{text} Verkliga är värdena för {listed(real)}; övriga är exempel."


def _real(one: Indicator, series: Series | None) -> str:
    if series is None:
        return ""
    real = [seen for seen in series.observations if EXAMPLE not in (seen.source or one.source).casefold()]
    if not real:
        return ""
    first, last = real[0].period.year, real[-1].period.year
    years = str(first) if first == last else f"{first}–{last}"
    return f"{one.id} {one.name} {years}"
