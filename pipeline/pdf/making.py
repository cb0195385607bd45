"""Every Word document of a run as PDF, or one sentence about why there is none."""

from collections.abc import Mapping
from pathlib import Path
from subprocess import TimeoutExpired

from pipeline.pdf.finish import finished
from pipeline.pdf.office import exported, office
from pipeline.problems import Place, Problems, quoted

LIMIT = 180.0
"""Seconds for all documents; three take about three seconds, the first time on a slow computer half a minute."""
_OFFICE = Place("LibreOffice")
_MISSING = (
    "programmet finns inte på datorn, men PDF-filerna görs med det. Hämta det utan kostnad på libreoffice.org "
    "(i Linux: sudo apt install libreoffice-writer) och kör igen, eller kör utan --pdf."
)
_NOT_MADE = "LibreOffice gjorde ingen PDF av dokumentet. Kör igen; hjälper inte det, kör utan --pdf."


def pdfs(documents: Mapping[str, bytes], problems: Problems, *, limit: float = LIMIT) -> dict[str, bytes] | None:
    """Return a tagged PDF, ``rapport.pdf``, of each ``rapport.docx`` among the documents.

    They are made in one call, offline, in a folder that is removed. Where one cannot be made, or LibreOffice
    is missing or needs more than `limit` seconds, that is a fault among `problems`, and the answer is None.
    """
    word = {name: content for name, content in documents.items() if name.endswith(".docx")}
    raw = _exported(word, problems, limit) if word else {}
    if raw is None:
        return None
    for name in word.keys() - raw.keys():
        problems.fault(Place(name), _NOT_MADE)
    made = {_pdf(name): finished(pdf, word[name], Place(_pdf(name)), problems) for name, pdf in raw.items()}
    whole = {name: content for name, content in made.items() if content is not None}
    return whole if len(whole) == len(word) else None


def _exported(word: Mapping[str, bytes], problems: Problems, limit: float) -> dict[str, bytes] | None:
    program = office()
    if program is None:
        problems.fault(_OFFICE, _MISSING)
        return None
    try:
        return exported(program, word, limit)
    except TimeoutExpired:
        text = f"programmet var inte klart efter {limit:.0f} sekunder och avbröts. Kör igen, eller kör utan --pdf."
    except OSError as error:
        told = quoted(error.strerror or error)
        text = f"programmet gick inte att använda: datorn säger {told}. Kör igen, eller kör utan --pdf."
    problems.fault(_OFFICE, text)
    return None


def _pdf(name: str) -> str:
    return f"{Path(name).stem}.pdf"
