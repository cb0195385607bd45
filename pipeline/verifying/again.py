"""What a run made, made once more from its own underlag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.carrying import carry_again
from pipeline.check import Case, check
from pipeline.classify import classify
from pipeline.closing import with_meetings
from pipeline.compose import (
    Brief,
    Document,
    appendix_name,
    documents_for,
    figure_appendix,
    folder_name,
    protocols_for,
    results_json,
)
from pipeline.confined import read_confined
from pipeline.earlier import Record, read_run
from pipeline.judge import judge
from pipeline.model.records import Source
from pipeline.model.results import EarlierRun, Results
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.render import printed_lines, render
from pipeline.run import outlooks
from pipeline.run_folders import MANIFEST, RESULTS, UNDERLAG
from pipeline.seals import PROTOCOL_RUN, run_options
from pipeline.settled import correction_in, dated, held
from pipeline.verifying.saved import Saved
from pipeline.workbooks import figure_book

_UNREADABLE = "underlaget går inte att läsa igen: {}"
_COMPARED = "körningen jämför med {}, som saknas eller har ändrats sedan dess. Återställ den från en säkerhetskopia."


@dataclass(frozen=True, slots=True)
class Again:
    """A run made once more: its files by name, and what it keeps of its fields and of the edits that it carries."""

    files: Mapping[str, bytes] = field(repr=False)
    fields: Mapping[str, object] = field(repr=False)
    edits: Mapping[str, Mapping[str, str]] = field(repr=False)


def known_occasion(folder: Path) -> tuple[Occasion, int]:
    """Return the occasion and the year of a folder such as ``2019-april``."""
    year, _, _ = folder.name.partition("-")
    return next(one for one in Occasion if folder_name(int(year), one) == folder.name), int(year)


def made_again(saved: Saved, record: Record, problems: Problems) -> Again | None:
    """Return what the run's underlag gives now, or tell why it cannot be made; PDF and overview are not made."""
    basis = (_protocol if run_options(saved.folder).get("kind") == PROTOCOL_RUN else _report)(saved, problems)
    if basis is None:
        return None
    templates = {
        name: (saved.folder / UNDERLAG / "templates" / name).read_bytes() for name in saved.hashes("templates")
    }
    rendered = _rendered(basis.documents, templates, problems)
    if rendered is None:
        return None
    carried = carry_again(basis.documents, rendered, record)
    lines = {name: printed_lines(one) for name, one in {**templates, **carried.documents}.items()}
    appendix = figure_book(figure_appendix(basis.brief, basis.documents, lines))
    beside = {appendix_name(basis.brief): appendix, RESULTS: basis.results}
    return Again({**carried.documents, **beside}, carried.record, carried.digests)


def _rendered(
    documents: Sequence[Document], templates: Mapping[str, bytes], problems: Problems
) -> dict[str, bytes] | None:
    made = {
        one.name: render(templates[one.template], one.blanks, one.template, problems, subject=Path(one.name).stem)
        for one in documents
    }
    whole = {name: content for name, content in made.items() if content is not None}
    return whole if len(whole) == len(made) else None


@dataclass(frozen=True, slots=True)
class _Basis:
    brief: Brief
    documents: tuple[Document, ...]
    results: bytes


def _report(saved: Saved, problems: Problems) -> _Basis | None:
    """Return what the run's report was made of; its options, its input, and the runs and the seal that it read."""
    occasion, year = known_occasion(saved.folder.parent)
    draft, found = run_options(saved.folder).get("draft") is True, Problems()
    source = _read(saved.folder / UNDERLAG / "inputs", year, found)
    results = _judged(source, occasion, found)
    before = len(problems.faults())
    _tell_unreadable(saved.folder, found, draft=draft, problems=problems)
    april, august = (_compared(saved, part, problems) for part in ("earlier", "august"))
    correction = correction_in(saved.folder, occasion, year, problems)
    if len(problems.faults()) > before:
        return None
    meeting = next((one for one in source.meetings if one.occasion is occasion), None)
    brief = Brief(source=source, results=results, meeting=meeting, earlier=april, august=august, draft=draft)
    brief = replace(brief, date=dated(saved.folder, source, occasion), correction=correction)
    return _Basis(brief, documents_for(brief), results_json(results))


def _protocol(saved: Saved, problems: Problems) -> _Basis | None:
    """Return what the protocol was made of: the sealed run, and the meetings that its underlag holds."""
    occasion, year = known_occasion(saved.folder.parent)
    options = run_options(saved.folder)
    sealed = held(saved.folder.parent / str(options.get("sealed")), occasion, year, problems)
    if sealed is None:
        problems.fault(Place(str(saved.folder / MANIFEST)), _COMPARED.format(options.get("sealed")))
        return None
    today = _read(saved.folder / UNDERLAG / "inputs" / "protokoll", year, Problems())
    today = replace(today, settings=replace(today.settings, notice=options.get("notice") is True))
    source = with_meetings(sealed.source, today)
    meeting = next((one for one in source.meetings if one.occasion is occasion), None)
    brief = Brief(source=source, results=_judged(source, occasion, Problems()), meeting=meeting, date=sealed.dated)
    brief = replace(brief, correction=correction_in(sealed.folder, occasion, year, problems))
    return _Basis(brief, protocols_for(brief), sealed.results)


def _read(folder: Path, year: int, found: Problems) -> Source:
    source = read_confined(folder, found)
    return replace(source, settings=replace(source.settings, year=year))


def _judged(source: Source, occasion: Occasion, found: Problems) -> Results:
    classes = {goal.number: classify(goal) for goal in source.goals}
    check(Case(source, occasion, {number: one.goal_class for number, one in classes.items()}), found)
    return judge(source, occasion, classes, outlooks(source, occasion, found.confined()))


def _tell_unreadable(run: Path, found: Problems, *, draft: bool, problems: Problems) -> None:
    """Tell of what the run did not meet when it read the same files: the machine may be short of memory."""
    if found.stop(draft=draft):
        for one in found.faults():
            place = replace(one.place, file=str(run / UNDERLAG / "inputs" / one.place.file))
            problems.fault(place, _UNREADABLE.format(one.text))


def _compared(saved: Saved, part: str, problems: Problems) -> EarlierRun | None:
    """Return the earlier occasion's run that the run read; that it is no longer as it was then is a fault."""
    said = saved.manifest.get(part)
    if not isinstance(said, dict):
        return None
    name = str(said.get("run"))
    found = read_run(saved.folder.parent.parent / name, Problems())
    if found is None or found.manifest != said.get("manifest"):
        problems.fault(Place(str(saved.folder / MANIFEST)), _COMPARED.format(name))
        return None
    return found
