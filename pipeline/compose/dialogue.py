"""The dialogue paper's blanks: each goal with its criteria, and what the board must decide."""

from pipeline.blanks import DialoguePaper
from pipeline.compose.brief import Brief
from pipeline.compose.decisions import decisions
from pipeline.compose.goals import areas
from pipeline.compose.page import needs_contents, page
from pipeline.compose.sentences import classes, preliminary
from pipeline.compose.texts import genitive, inside, paragraphs
from pipeline.compose.totals import total_rows
from pipeline.wording import capital, day


def title(brief: Brief) -> str:
    """Return the paper's title, with the organ and day of the dialogue when a meeting is given."""
    name = f"{genitive(brief.board)} mål {brief.results.year} inför dialog om ambitionsnivå"
    meeting = brief.meeting
    if meeting is None or meeting.date is None:
        return name
    organ = meeting.abbreviation or inside(meeting.organ)
    return f"{name}, {organ} {day(meeting.date)}" if organ else f"{name}, {day(meeting.date)}"


def dialogue_paper(brief: Brief) -> DialoguePaper:
    """Return the blanks of ``dialogunderlag.docx``."""
    introduction = "" if brief.meeting is None else brief.meeting.introduction
    derived = " ".join(part for part in (classes(brief), preliminary(brief)) if part)
    fields = page(brief, title(brief))
    return DialoguePaper(
        **fields,
        inledning=paragraphs("\n".join(part for part in (introduction, derived) if part)),
        summering=total_rows(brief),
        innehållsförteckning=needs_contents(brief),
        mötesorgan=inside(fields["organ"] or brief.board),
        styrelsens=capital(genitive(brief.board)),
        ställningstaganden=tuple(one.question for one in decisions(brief)),
        programområden=areas(brief, brief.results.goals),
    )
