"""What the command line says when it has done its work."""

from pathlib import Path

from pipeline.problems import Problems, Severity, quoted
from pipeline.publish import Published
from pipeline.wording import counted

_SHOWN = (".docx", ".pdf", ".xlsx")


def found(problems: Problems) -> str:
    """Return how much was found: ``ett fel och två anmärkningar``."""
    faults = len(problems.faults())
    remarks = sum(problem.severity is Severity.REMARK for problem in problems)
    return f"{counted(faults, 'fel', 'fel')} och {counted(remarks, 'anmärkning', 'anmärkningar', 'en')}"


def closing(problems: Problems, published: Published | None) -> str:
    """Return what a run came to, and the documents that it made."""
    told = found(problems)
    if published is None:
        return f"{told[:1].upper()}{told[1:]}. Inga dokument skrevs."
    if not published.new:
        return f"Inget har ändrats sedan {published.run}, så ingen ny körning gjordes ({told})."
    return f"Klart: {published.run} ({told})\n{_names(published.run)}"


def _names(run: Path) -> str:
    """Return the run's documents, a line each; none where the folder cannot be read just now, for it is in place."""
    try:
        return "\n".join(f"  {path.name}" for path in sorted(run.glob("*.*")) if path.suffix in _SHOWN)
    except OSError:
        return ""


def not_written(file: Path, error: OSError) -> str:
    """Return why a new file could not be made, and what to do."""
    match error:
        case FileExistsError():
            return f"{file} finns redan och skrivs inte över. Ange ett annat namn."
        case FileNotFoundError():
            return f"Mappen {file.parent} finns inte. Skapa den, eller ange en annan plats."
        case _:
            return f"{file} gick inte att skriva: datorn säger {quoted(error.strerror)}. Ange en annan plats."
