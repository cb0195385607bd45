"""What is said and saved when the fault is ours: one sentence, and a file for the next developer."""

import sys
import traceback
from pathlib import Path

from pipeline.run_folders import REVIEW


def tell_own_fault(output: Path) -> None:
    """Save the traceback of the exception at hand below the output folder, and say so in one sentence on stderr."""
    path = output / REVIEW / "programfel.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        print(f"Programmet har ett fel och kunde inte skriva om det i {path.parent}.", file=sys.stderr)
        return
    print(
        f"Programmet har ett fel, och körningen blev inte klar. Skicka filen {path} till den som sköter det.",
        file=sys.stderr,
    )
