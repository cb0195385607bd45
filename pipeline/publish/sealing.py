"""Seal a run: write down what was sent out, so that no later run takes its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.publish.disk import replace_file, tell
from pipeline.publish.edition import Published
from pipeline.run_folders import MANIFEST, RESULTS, SEALED, UNDERLAG, digest, json_bytes, read_manifest
from pipeline.seals import Seal, changed_since, files_of, read_seal, report_runs, run_options

_OPEN = ("~$", ".~lock.")


def seal(occasion: Path, name: str | None, command: str, problems: Problems) -> Published | None:
    """Seal the named run of the occasion, or its newest; `new` is false where it was sealed before.

    `command` is what makes a run of the occasion, for the clerk. None where the run cannot be sealed: it is
    missing, a draft, a protocol's, damaged, or not a correction of what is sealed already.
    """
    before = read_seal(occasion, problems)
    run = _chosen(occasion, name, command, problems)
    if run is None or problems.faults():
        return None
    if before is not None and before.run == run.name:
        _tell_changes(run, before, problems)
        return Published(run, new=False)
    _can_be_sealed(run, before, command, problems)
    if problems.faults():
        return None
    return _write(occasion, _seal_of(run, before), problems)


def _chosen(occasion: Path, name: str | None, command: str, problems: Problems) -> Path | None:
    runs = report_runs(occasion)
    run = next((one for one in reversed(runs) if name in (None, one.name)), None)
    if run is None and name and runs:
        listed = ", ".join(one.name for one in runs)
        problems.fault(Place(str(occasion)), f"körningen {name} finns inte; de som kan förseglas är {listed}")
    elif run is None:
        problems.fault(Place(str(occasion)), f"det finns ingen körning att försegla: kör {command} först")
    return run


def _can_be_sealed(run: Path, before: Seal | None, command: str, problems: Problems) -> None:
    options = run_options(run)
    if options.get("draft") is True:
        text = f"körningen är ett utkast och kan inte förseglas: kör {command} utan --draft och försegla sedan"
        problems.fault(Place(str(run)), text)
    if before is not None and options.get("corrects") != before.run:
        text = f"{before.run} är redan förseglad, och den här körningen är ingen rättelse av den"
        problems.fault(Place(str(run)), text)
    for path, text in _damage(run):
        problems.fault(Place(str(path)), text)


def _damage(run: Path) -> Iterator[tuple[Path, str]]:
    """Find what keeps the run from being whole; people may have written in its documents."""
    manifest = read_manifest(run)
    if manifest is None:
        yield run / MANIFEST, "filen saknas eller är skadad, så körningen kan inte förseglas: kör om"
        return
    outputs, inputs = (_hashes(manifest.get(part)) for part in ("outputs", "inputs"))
    fast = {RESULTS: outputs.get(RESULTS, "")} | {f"{UNDERLAG}/inputs/{name}": one for name, one in inputs.items()}
    for name in sorted({*outputs, *fast}):
        if not (run / name).is_file():
            yield run / name, "filen saknas, så körningen kan inte förseglas: lägg tillbaka den"
        elif name in fast and digest((run / name).read_bytes()) != fast[name]:
            yield run / name, "filen har ändrats sedan körningen, så den kan inte förseglas: kör om"
    for path in sorted(path for path in run.iterdir() if path.name.startswith(_OPEN)):
        yield path, "ett dokument i mappen är öppet: spara och stäng det och försegla igen"


def _hashes(part: object) -> dict[str, object]:
    return dict(part) if isinstance(part, dict) else {}


def _seal_of(run: Path, before: Seal | None) -> Seal:
    documents = {name: digest(path.read_bytes()) for name, path in sorted(files_of(run).items())}
    earlier = () if before is None else (*before.earlier, replace(before, earlier=()))
    return Seal(run.name, documents[MANIFEST], documents, earlier)


def _write(occasion: Path, made: Seal, problems: Problems) -> Published | None:
    try:
        replace_file(occasion / SEALED, json_bytes(made.record()))
    except OSError as error:
        tell(error, occasion, problems)
        return None
    return Published(occasion / made.run, new=True)


def _tell_changes(run: Path, before: Seal, problems: Problems) -> None:
    for name in changed_since(run, before):
        problems.remark(Place(str(run / name)), "filen är inte längre som när körningen förseglades")


def newest_occasion(output: Path, ending: str, year: int | None) -> Path:
    """Return the folder of the occasion, ``2019-april``: the year's, or the newest year's that has a run.

    Where no year has one it is the output folder itself.
    """
    if year is not None:
        return output / f"{year}-{ending}"
    found = [path for path in output.glob(f"[12][0-9][0-9][0-9]-{ending}") if report_runs(path)]
    return max(found, key=lambda path: path.name, default=output)
