"""What an earlier occasion's published run held: August reads April's, and never computes it again."""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.model.results import EarlierGoal, EarlierIndicator, EarlierRun
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.run_folders import MANIFEST, RESULTS, digest, read_manifest
from pipeline.seals import report_runs, sealed_run

_DAMAGED = "filen saknas eller är skadad, så körningen används inte; återställ filen från en säkerhetskopia"
_ONLY_DRAFT = "{}s enda körning är ett utkast, så {} jämförs med det"
_NO_RUN = "ingen körning per {} finns, så {} har inget att jämföra med"
_CHANGED = "filen har ändrats sedan körningen; uppgifterna i den används som de nu står"

_LAST_DAY = {Occasion.APRIL: "den 30 april", Occasion.AUGUST: "den 31 augusti"}

Json = Mapping[str, object]


def april_run(output: Path, year: int, problems: Problems) -> EarlierRun | None:
    """Return the year's sealed April run, else its latest whole one, for August; see `earlier_run`."""
    return earlier_run(output / f"{year}-april", Occasion.APRIL, "augusti", problems)


def earlier_run(folder: Path, occasion: Occasion, reader: str, problems: Problems) -> EarlierRun | None:
    """Return the sealed run in an occasion's folder, else its latest whole one, or None.

    A run that is damaged is told and passed over. `reader` is the occasion that asks, in Swedish.
    """
    if (sealed := sealed_run(folder, problems)) is not None:
        return read_run(sealed, problems)
    try:
        runs = report_runs(folder)
    except OSError:
        problems.remark(Place(str(folder)), f"mappen går inte att läsa, så {occasion.value}s körningar är okända")
        return None
    drafts = [run for run in reversed(runs) if _is_draft(run)]
    sent_out = [run for run in reversed(runs) if run not in drafts]
    for one in (*sent_out, *drafts):
        if (run := read_run(one, problems)) is not None:
            if one in drafts:
                problems.remark(Place(str(one)), _ONLY_DRAFT.format(occasion.value, reader))
            return run
    problems.remark(Place(str(folder)), _NO_RUN.format(_LAST_DAY[occasion], reader))
    return None


def _is_draft(folder: Path) -> bool:
    """Say whether the run was a draft: figures that were sent out are compared before any draft's."""
    manifest = read_manifest(folder)
    return manifest is not None and _mapping(manifest.get("options")).get("draft") is True


def read_run(folder: Path, problems: Problems) -> EarlierRun | None:
    """Return what the published run said, or None; that it is damaged is a remark."""
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
        title=_text(goal.get("title")),
        owner=_told(goal.get("owner")),
        indicators={indicator.id: indicator for indicator in indicators},
        own_assessment=_text(goal.get("own_assessment")),
        measures={_text(m.get("measure")): _text(m.get("progress")) for m in _records(goal.get("measures"))},
    )


def _indicator(indicator: Json) -> EarlierIndicator:
    values = _mapping(indicator.get("values"))
    return EarlierIndicator(
        id=_text(indicator.get("id")),
        status=_text(indicator.get("status")),
        name=_text(indicator.get("name")),
        owner=_told(indicator.get("owner")),
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


def _told(value: object) -> str | None:
    """Return a text, which may be empty, or None where the run does not tell."""
    return value if isinstance(value, str) else None


def _number(value: object) -> float | None:
    """Return a finite number, or None; the reader has made every whole number a float."""
    return value if isinstance(value, float) and math.isfinite(value) else None
