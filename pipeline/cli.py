"""Arguments in, words out, exit code; the place where a fault of ours becomes a sentence."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.arguments import parse
from pipeline.commands import BUSY, COMMANDS, OUR_FAULT
from pipeline.own_faults import tell_own_fault
from pipeline.publish import AnotherRunError

INTERRUPTED, UNHEARD = 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 done, 1 something to mend, 2 wrong arguments, 3 another run is going on, 70 a fault of ours, 130 interrupted,
    141 nobody reads what is printed.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    chosen = parse(arguments)
    try:
        return COMMANDS[chosen.command](chosen)
    except AnotherRunError as busy:
        print(busy, file=sys.stderr)
        return BUSY
    except (KeyboardInterrupt, BrokenPipeError) as reason:
        return _stopped(reason)
    except Exception:  # noqa: BLE001 - the one place where a fault of ours becomes a sentence
        tell_own_fault(Path(chosen.output))
        return OUR_FAULT


def _stopped(reason: BaseException) -> int:
    if isinstance(reason, BrokenPipeError):  # whoever read what is printed has had enough; the work itself is done
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - closed with the process
        return UNHEARD
    print("Körningen avbröts innan den var klar.", file=sys.stderr)
    return INTERRUPTED
