"""The other end of `side_by_side.Turner`: makes documents for as long as it is told, and says what they took."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


def take_turns(make: Callable[[], bytes]) -> None:
    """Make one document to warm up, and then as many as each line on stdin gives time for."""
    made = make()
    for line in sys.stdin:
        told = json.loads(line)
        if "save" in told:
            Path(told["save"]).write_bytes(made)
            print("{}", flush=True)
        else:
            print(json.dumps(_turn(make, told["seconds"])), flush=True)


def _turn(make: Callable[[], bytes], seconds: float) -> dict[str, float]:
    began, cpu, documents = time.perf_counter(), time.process_time(), 0
    while not documents or time.perf_counter() - began < seconds:
        make()
        documents += 1
    took = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}
    return {**took, "documents": documents, "megabytes": most_megabytes()}


def most_megabytes() -> float:
    """Return the most memory that this process has had, in MB."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_UNIT / 1e6
    kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) * 1024 / 1e6  # ru_maxrss would begin with the memory of the process that started this one
