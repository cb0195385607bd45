"""A whole set to publish, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model.results import EarlierRun
from pipeline.run_folders import FIELDS, GENERATED, MANIFEST, UNDERLAG, digest, json_bytes

DECIDING = ("inputs", "templates", "options", "versions", "earlier", "august", "edits")
"""What a new run must differ in: the rest follows from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that one run publishes, in memory. Keys are file names; those of inputs may hold ``/``.

    `folder` is the occasion's, ``2019-april``; `documents` holds ``resultat.json`` too; `fields` is
    what the run keeps of each field, and `edits` the hash of each edit that it carries, both by document and tag.
    `earlier` is April's run and `august` August's, where the documents tell of them.
    """

    folder: str
    documents: Mapping[str, bytes] = field(repr=False)
    inputs: Mapping[str, bytes] = field(repr=False)
    templates: Mapping[str, bytes] = field(repr=False)
    fields: Mapping[str, object] = field(repr=False)
    options: Mapping[str, str | bool | None]
    versions: Mapping[str, str]
    earlier: EarlierRun | None = None
    august: EarlierRun | None = None
    edits: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def manifest(self) -> dict[str, object]:
        """Return what the run is made of and what it made, as ``manifest.json`` says it."""
        manifest: dict[str, object] = {
            "inputs": _digests(self.inputs),
            "templates": _digests(self.templates),
            "outputs": _digests(self.documents),
            "versions": dict(self.versions),
            "options": dict(self.options),
        }
        for name, run in (("earlier", self.earlier), ("august", self.august)):
            if run is not None:
                manifest[name] = {"run": run.name, "manifest": run.manifest}
        if self.edits:
            manifest["edits"] = {name: dict(found) for name, found in self.edits.items()}
        return manifest

    def files(self) -> dict[str, bytes]:
        """Return every file of the run folder."""
        return {
            **self.documents,
            MANIFEST: json_bytes(self.manifest()),
            FIELDS: json_bytes(dict(self.fields)),
            **{f"{GENERATED}/{name}": made for name, made in self.documents.items() if name.endswith(".docx")},
            **{f"{UNDERLAG}/inputs/{name}": content for name, content in self.inputs.items()},
            **{f"{UNDERLAG}/templates/{name}": content for name, content in self.templates.items()},
        }


@dataclass(frozen=True, slots=True)
class Published:
    """The run folder that holds the edition; `new` is false where an earlier run held the same."""

    run: Path
    new: bool


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(content) for name, content in files.items()}
