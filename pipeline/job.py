"""What a run is told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to make, from where and to where. `year` and `date` override what the workbook says."""

    input: Path
    output: Path
    templates: Path
    occasion: Occasion | None = None
    year: int | None = None
    date: dt.date | None = None
    draft: bool = False
    pdf: bool = False
    correction: str | None = None
    versions: Mapping[str, str]


def folders_lie_apart(job: Job, problems: Problems) -> bool:
    """Refuse to publish into the input, where the next run would read what this one wrote."""
    apart = not job.output.resolve().is_relative_to(job.input.resolve())
    if not apart:
        problems.fault(
            Place(str(job.output)), "resultatet kan inte ligga i underlagets mapp. Välj en annan med --output."
        )
    return apart
