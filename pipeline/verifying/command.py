"""Verify published runs: their files, what their underlag gives once more, and the documents as they lie."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.compose import folder_name
from pipeline.earlier import read_record
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problems
from pipeline.run_folders import FIELDS, GENERATED, json_bytes, run_folders
from pipeline.seals import read_seal
from pipeline.verifying.again import Again, made_again
from pipeline.verifying.documents import check_documents
from pipeline.verifying.saved import WORD, Saved, check_seal, saved_run
from pipeline.wording import listed

_NONE = "det finns ingen körning att kontrollera"
_NO_SUCH = "körningen {} finns inte; de som finns är {}"
_FIELDS = "filen saknas eller är inte som när körningen gjordes. Återställ den från en säkerhetskopia."
_NOT_THE_SAME = "underlaget ger något annat än det som körningen sparade"
_NOT_GIVEN = "underlaget ger inget sådant dokument"
_OTHER_VERSIONS = "Körningen gjordes med andra versioner ({}), så den jämförs med det som den sparade."
_AGAIN = "Underlaget ger samma dokument och samma uppgifter en gång till."


@dataclass(frozen=True, slots=True)
class VerifyJob:
    """Which runs to verify: of every occasion, or of one, the newest and the sealed one, or the one that is named."""

    output: Path
    versions: Mapping[str, str]
    occasion: Occasion | None = None
    year: int | None = None
    run: str | None = None


def verify(job: VerifyJob, problems: Problems) -> tuple[str, ...]:
    """Return what there is to know of the runs, in sentences; every change outside the fields is a fault."""
    return tuple(line for run in _chosen(job, problems) for line in _verified(run, job.versions, problems))


def _chosen(job: VerifyJob, problems: Problems) -> tuple[Path, ...]:
    folders = _folders(job)
    runs = tuple(run for folder in folders for run in _runs(folder, job.run, problems))
    if not folders:
        problems.fault(Place(str(job.output)), _NONE)
    return runs


def _folders(job: VerifyJob) -> tuple[Path, ...]:
    """Return the occasions' folders that hold runs; of an occasion without a year the newest."""
    endings = [folder_name(0, one).partition("-")[2] for one in Occasion if job.occasion in (None, one)]
    year = "[12][0-9][0-9][0-9]" if job.year is None else str(job.year)
    found = sorted(path for ending in endings for path in job.output.glob(f"{year}-{ending}") if run_folders(path))
    return tuple(found if job.occasion is None else found[-1:])


def _runs(folder: Path, name: str | None, problems: Problems) -> tuple[Path, ...]:
    runs, seal = run_folders(folder), read_seal(folder, Problems())
    wanted = {runs[-1].name, "" if seal is None else seal.run} if name is None else {name}
    found = tuple(run for run in runs if run.name in wanted)
    if not found:
        problems.fault(Place(str(folder)), _NO_SUCH.format(name, ", ".join(run.name for run in runs)))
    return found


def _verified(run: Path, versions: Mapping[str, str], problems: Problems) -> Iterator[str]:
    yield f"{run}:"
    saved, record = saved_run(run, problems), read_record(run)
    yield f"  {check_seal(run, problems)}"
    if record is None:
        problems.fault(Place(str(run / FIELDS)), _FIELDS)
    if saved is None or record is None:
        return
    before, again = len(problems.faults()), None
    if others := _other_versions(saved, versions):
        yield f"  {_OTHER_VERSIONS.format(others)}"
    elif saved.underlag_whole:
        again = made_again(saved, record, problems)
    if again is not None:
        _compare(saved, again, problems)
        if len(problems.faults()) == before:
            yield f"  {_AGAIN}"
    made = _made(saved) if again is None else again.files
    yield from (f"  {line}" for line in check_documents(saved, made, record, problems))


def _other_versions(saved: Saved, versions: Mapping[str, str]) -> str:
    """Return what the run was made with that is another version now; nothing where it is all the same."""
    then = saved.hashes("versions")
    differing = [name for name in sorted({*then, *versions}) if then.get(name) != versions.get(name)]
    return listed([f"{name} {then.get(name, 'saknades')}, nu {versions.get(name, 'saknas')}" for name in differing])


def _made(saved: Saved) -> dict[str, bytes]:
    found = {name: saved.generated(name) for name in saved.documents()}
    return {name: content for name, content in found.items() if content is not None}


def _compare(saved: Saved, again: Again, problems: Problems) -> None:
    """Tell of each file that the underlag does not give as the run saved it."""
    paths = {name: f"{GENERATED}/{name}" if name.endswith(WORD) else name for name in again.files}
    for name, path in paths.items():
        if path in saved.whole and not _same((saved.folder / path).read_bytes(), again.files[name]):
            problems.fault(Place(str(saved.folder / path)), _NOT_THE_SAME)
    for name in {*saved.documents()} - again.files.keys():
        problems.fault(Place(str(saved.folder / name)), _NOT_GIVEN)
    for name in again.files.keys() - saved.hashes("outputs").keys():
        problems.fault(Place(str(saved.folder / paths[name])), _NOT_THE_SAME)
    kept = (saved.folder / FIELDS).read_bytes() == json_bytes(dict(again.fields))
    if not kept or saved.manifest.get("edits", {}) != again.edits:
        problems.fault(Place(str(saved.folder / FIELDS)), _FIELDS)


def _same(one: bytes, other: bytes) -> bool:
    """Say whether two files hold the same; libraries of other versions pack the same parts in other bytes."""
    return one == other or (one[:2] == b"PK" and _unpacked(one) == _unpacked(other))


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
