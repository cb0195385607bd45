"""Rules across records: what no single cell can show. One function each, listed in RULES."""

from pipeline.check import (
    goals,
    identity,
    indicators,
    letters,
    meetings,
    minutes,
    plausible,
    references,
    samples,
    steering,
    votes,
)
from pipeline.check.case import Case
from pipeline.problems import Problems

RULES = (
    *references.RULES,
    *goals.RULES,
    *identity.RULES,
    *samples.RULES,
    *indicators.RULES,
    *steering.RULES,
    *plausible.RULES,
    *meetings.RULES,
    *votes.RULES,
    *minutes.RULES,
    *letters.RULES,
)


def check(case: Case, problems: Problems) -> None:
    """Add every fault and remark that the rules find.

    All sheets and meetings are checked on every occasion; only what the run itself needs (a meeting of
    the occasion, values up to its report date) depends on the occasion.
    """
    for rule in RULES:
        rule(case, problems)


__all__ = ["RULES", "Case", "check"]
