"""What an earlier occasion's published run held: August reads April's, and never computes it again."""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun
from pipeline.problems import Place, Problems
from pipeline.run_folders import MANIFEST, RESULTS, digest, read_manifest, run_folders

_DAMAGED = "filen saknas eller är skadad, så körningen används inte; återställ filen från en säkerhetskopia"
_ONLY_DRAFT = "aprils enda körning är ett utkast, så augusti jämförs med det"
_NO_RUN = "ingen körning per den 30 april finns, så augusti har inget att jämföra med"
_CHANGED = "filen har ändrats sedan körningen; uppgifterna i den används som de nu står"

Json = Mapping[str, object]


def april_run(output: Path, year: int, problems: Problems) -> EarlierRun | None:
    """Return the year's latest whole April run, or None; a run that is damaged is told and passed over."""
    april = output / f"{year}-april"
    try:
        runs = run_folders(april)
    except OSError:
        problems.remark(Place(str(april)), "mappen går inte att läsa, så aprils körningar är okända")
        return None
    drafts = [folder for folder in reversed(runs) if _is_draft(folder)]
    sent_out = [folder for folder in reversed(runs) if folder not in drafts]
    for folder in (*sent_out, *drafts):
        if (run := _run(folder, problems)) is not None:
            if folder in drafts:
                problems.remark(Place(str(folder)), _ONLY_DRAFT)
            return run
    problems.remark(Place(str(april)), _NO_RUN)
    return None


def _is_draft(folder: Path) -> bool:
    """Say whether the run was a draft: figures that were sent out are compared before any draft's."""
    manifest = read_manifest(folder)
    return manifest is not None and _mapping(manifest.get("options")).get("draft") is True


def _run(folder: Path, problems: Problems) -> EarlierRun | None:
    manifest = read_manifest(folder)
    if manifest is None:
        problems.remark(Place(str(folder / MANIFEST)), _DAMAGED)
        return None
    results = folder / RESULTS
    try:
        content, made_of = results.read_bytes(), (folder / MANIFEST).read_bytes()
        goals = _goals(json.loads(content, parse_int=float))
    except (OSError, ValueError, RecursionError):
        problems.remark(Place(str(results)), _DAMAGED)
        return None
    if _mapping(manifest.get("outputs")).get(RESULTS) != digest(content):
        problems.remark(Place(str(results)), _CHANGED)
    return EarlierRun(f"{folder.parent.name}/{folder.name}", digest(made_of + content), goals)


def _goals(results: object) -> dict[int, EarlierGoal]:
    """Return the goals by number; raise ValueError where the file does not hold a run's results."""
    if not isinstance(results, dict) or not isinstance(results.get("goals"), list):
        message = "not the results of a run"
        raise ValueError(message)  # noqa: TRY004 -- as for any file that is not what it should be
    goals = (_goal(goal) for goal in _records(results["goals"]))
    return {goal.number: goal for goal in goals}


def _goal(goal: Json) -> EarlierGoal:
    number = _number(goal.get("number"))
    indicators = (_indicator(indicator) for indicator in _records(goal.get("indicators")))
    return EarlierGoal(
        number=0 if number is None else int(number),
        classification=_text(goal.get("classification")),
        status=_text(goal.get("status")),
        indicators={indicator.id: indicator for indicator in indicators},
        own_assessment=_text(goal.get("own_assessment")),
        measures={_text(m.get("measure")): _text(m.get("progress")) for m in _records(goal.get("measures"))},
    )


def _indicator(indicator: Json) -> EarlierIndicator:
    values = _mapping(indicator.get("values"))
    return EarlierIndicator(
        id=_text(indicator.get("id")),
        status=_text(indicator.get("status")),
        target=_number(indicator.get("target")),
        target_high=_number(indicator.get("target_high")),
        outcome=_number(indicator.get("outcome")),
        outcome_period=_text(indicator.get("outcome_period")),
        forecast=_number(indicator.get("forecast")),
        low=_number(indicator.get("low")),
        high=_number(indicator.get("high")),
        probability=_number(indicator.get("probability")),
        values={period: number for period, value in values.items() if (number := _number(value)) is not None},
    )


def _records(value: object) -> Iterator[Json]:
    return (record for record in value if isinstance(record, dict)) if isinstance(value, list) else iter(())


def _mapping(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    """Return a finite number, or None; the reader has made every whole number a float."""
    return value if isinstance(value, float) and math.isfinite(value) else None
