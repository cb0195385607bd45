"""What a clerk is told of edits: where they meet the spreadsheet or each other, and what cannot be carried."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.earlier.candidates import Candidate, spot
from pipeline.earlier.mend import same
from pipeline.earlier.outside import changes_outside
from pipeline.earlier.package import UnreadableError
from pipeline.earlier.record import Kept
from pipeline.earlier.runs import Run, Saved
from pipeline.model.written import Written
from pipeline.problems import Place, Problems

SHOWN = 200
PROTOCOL = "protokoll"
BOTH = (
    "texten är skriven här, och underlaget till den har ändrats sedan dess: {}. Det som står här gäller: {}. "
    "Ur underlaget blir den nu: {}. Töm fältet i Word om den ska gälla"
)
COMPUTED = "siffrorna"
GONE = "fältet finns inte längre i dokumenten, så texten visas inte. Här står: {}"
LOSES = "texten är ändrad också i {}, som sparades senare och gäller. Här står: {}"
OUTSIDE = "texten ligger utanför fälten och följer inte med till nya dokument. {}"
NO_ORIGINAL = "det går inte att se om något är ändrat utanför fälten, för körningens eget exemplar saknas"


def tell(one: Candidate, kept: Kept, cell: Place | None, problems: Problems) -> None:
    """Tell of an edit that stands where the spreadsheet has another text by now than when it was made."""
    place = replace(one.place, spot=spot(one.title))
    content = one.edit.content
    if not one.edit.stands:
        return
    if not same(one.edit.sheet, kept.sheet):
        where = COMPUTED if cell is None else str(cell)
        problems.remark(place, BOTH.format(where, shortened(content), shortened(kept.sheet)))


def tell_gone(one: Candidate, now: Mapping[str, object], problems: Problems) -> None:
    """Tell of an edit whose field is not made; a run that makes only protocols tells of those alone."""
    only_protocols = all(name.startswith(PROTOCOL) for name in now)
    if one.edit.stands and (one.document.startswith(PROTOCOL) or not only_protocols):
        problems.remark(replace(one.place, spot=spot(one.title)), GONE.format(f"”{on_one_line(one.edit.content)}”"))


def tell_others(
    candidates: Sequence[Candidate], latest: Mapping[tuple[str, str], Candidate], problems: Problems
) -> None:
    """Tell of each edit that a later one keeps out, unless it has stood in a run."""
    for one in candidates:
        winner = latest[one.document, one.tag]
        beaten = one.direct and one.edit.content and not same(one.edit.content, winner.edit.content)
        if beaten and not _has_stood(one, candidates):
            text = LOSES.format(winner.place, shortened(one.edit.content))
            problems.remark(replace(one.place, spot=spot(one.title)), text)


def _has_stood(one: Candidate, candidates: Iterable[Candidate]) -> bool:
    carried = (o for o in candidates if not o.direct and (o.document, o.tag) == (one.document, one.tag))
    return any(same(other.edit.content, one.edit.content) for other in carried)


def tell_outside(run: Run, saved: Saved, problems: Problems) -> None:
    """Tell of each paragraph and table cell that is changed outside the fields of the run's document."""
    generated = run.generated(saved.name)
    if generated is None:
        problems.remark(saved.place, NO_ORIGINAL)
        return
    titles = {tag: kept.title for tag, kept in run.record.get(saved.name, {}).items()}
    try:
        changes = changes_outside(generated, saved.content, titles)
    except UnreadableError:
        return  # told when its fields were read
    for number, change in enumerate(changes, start=1):
        problems.remark(replace(saved.place, row=number, spot=change.place), OUTSIDE.format(change))


def on_one_line(content: Written) -> str:
    """Return all the text, paragraphs parted by strokes."""
    return " / ".join(" ".join(paragraph.text.split()) for paragraph in content)


def shortened(content: Written) -> str:
    """Return the text in quotes, on one line and not too long."""
    text = on_one_line(content)
    return f"”{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”" if text else "ingenting"
