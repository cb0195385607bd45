"""One look at the input, without documents: what is wrong, and how the goals fare, on the overview."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.job import Job
from pipeline.model.records import Source
from pipeline.model.words import MeetingStage, Occasion
from pipeline.problems import Problems
from pipeline.reviewing import review
from pipeline.run import conclude


def look(job: Job, problems: Problems) -> tuple[Path, ...]:
    """Read and judge the input as it is now, renew the overview, and return the workbooks given back."""
    return review(conclude(job, problems), job.output, problems)


def with_next_occasion(job: Job) -> Job:
    """Return the job for the occasion of the first meeting that lies ahead; for April where there is none."""
    source = conclude(replace(job, occasion=None), Problems()).source
    return replace(job, occasion=_next_occasion(source))


def _next_occasion(source: Source) -> Occasion:
    ahead = [one for one in source.meetings if one.stage is MeetingStage.BEFORE and one.occasion is not None]
    ahead.sort(key=lambda one: one.date or date.max)
    return next((one.occasion for one in ahead if one.occasion is not None), Occasion.APRIL)
