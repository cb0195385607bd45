"""The tjänsteskrivelse: a summary where it is long, and proposals that are alike and can be understood alone."""

import math
import re
from collections.abc import Iterable

from pipeline.check.case import Case
from pipeline.model.placed import Placed
from pipeline.problems import Problems, quoted

SIGNS_IN_A_LINE = 90
MOST_LINES = 8
_POINTS_ELSEWHERE = re.compile(
    r"\b(?:föreliggande|ovanstående|nedanstående|framlag[td]a?|bifoga[td]e?|upprättat)\s+(?:\w+\s+)?(?:förslag|skrivelse)\w*"
    r"|\b(?:enligt|i enlighet med)\s+(?:(?:\w+s\s+)?förslag(?:et)?|ovan|nedan|bilagan?)\b(?!\s+(?:till|från|om|\d))",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(?:[-•–]|\d{1,2}[.)])\s+")
_UNLIKE = {
    True: "börjar inte med att, som de andra punkterna i dokumenten. Skriv en att-sats: att avsätta medel.",
    False: "är en att-sats, men inställningen att-satser är nej. Skriv en mening: Nämnden avsätter medel.",
}


def a_long_letter_has_a_summary(case: Case, problems: Problems) -> None:
    """A tjänsteskrivelse whose text is longer than eight lines, of some 90 signs each, has a summary."""
    for meeting in case.source.meetings:
        length = lines_of((meeting.background, meeting.assessment))
        if not meeting.summary.strip() and length > MOST_LINES:
            text = (
                f"Sammanfattning är tom, men Ärendebeskrivning och Bedömning är omkring {length} rader "
                f"(om {SIGNS_IN_A_LINE} tecken). Skriv vad ärendet gäller och varför det tas upp."
            )
            problems.remark(meeting.at("Sammanfattning"), text)


def proposals_can_be_understood_alone(case: Case, problems: Problems) -> None:
    """A point of Förslag till beslut says what is decided, for it moves unchanged into the minutes."""
    for meeting in case.source.meetings:
        found = _POINTS_ELSEWHERE.search(meeting.proposal)
        if found:
            text = (
                f"{quoted(found[0])} går inte att förstå i protokollet. "
                "Skriv ut vad som föreslås, så att punkten kan läsas för sig."
            )
            problems.remark(meeting.at("Förslag till beslut"), text)


def proposals_are_written_alike(case: Case, problems: Problems) -> None:
    """A point of Förslag till beslut stands among the program's own, which are as the setting att-satser says."""
    wanted = case.source.settings.that_clauses
    for one in case.source.meetings:
        _tell_unlike(one, one.proposal, problems, wanted=wanted)
    for row in case.source.measures:
        _tell_unlike(row, row.proposal, problems, wanted=wanted)


def _tell_unlike(one: Placed, proposal: str, problems: Problems, *, wanted: bool) -> None:
    points = [_MARK.sub("", line.strip()) for line in proposal.splitlines() if line.strip()]
    other = next((point for point in points if point.startswith("att ") != wanted), None)
    if other is not None:
        problems.remark(one.at("Förslag till beslut"), f"{quoted(other)} {_UNLIKE[wanted]}")


def lines_of(texts: Iterable[str]) -> int:
    """Count the lines that the texts take on a page, at some 90 signs to a line; blank ones are not counted."""
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return sum(math.ceil(len(line) / SIGNS_IN_A_LINE) for line in lines)


RULES = (a_long_letter_has_a_summary, proposals_can_be_understood_alone, proposals_are_written_alike)
