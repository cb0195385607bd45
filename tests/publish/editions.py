"""A small set to publish, and how to tell what became of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.publish import Edition
from pipeline.run_folders import MANIFEST, digest, read_manifest

EARLIER = Edition(
    folder="2019-april",
    documents={"delarsrapport-2019-april.docx": b"rapport" * 2000, "resultat.json": b"{}\n"},
    inputs={"mål.xlsx": b"goals" * 3000, "näringsliv/utfall 2019.xlsx": b"figures"},
    templates={"delarsrapport.docx": b"mall"},
    fields={"delårsrapport: sammanfattning": "Två mål beräknas uppfyllas."},
    options={"draft": False, "date": None},
    versions={"malprognos": "0.1.0"},
)
LATER = replace(
    EARLIER,
    documents={"delarsrapport-2019-april.docx": b"ny rapport" * 2000, "resultat.json": b'{"year": 2019}\n'},
    inputs={**EARLIER.inputs, "mål.xlsx": b"other goals" * 3000},
)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def listed(manifest: Mapping[str, object]) -> dict[str, str]:
    """Return the hash of every file that the manifest speaks of, by its place in the run folder."""
    places = {"outputs": "", "inputs": "underlag/inputs/", "templates": "underlag/templates/"}
    parts = {place: manifest[part] for part, place in places.items()}
    found = {
        place + name: hashed for place, part in parts.items() if isinstance(part, dict) for name, hashed in part.items()
    }
    word = {name: hashed for name, hashed in found.items() if name.endswith(".docx") and "/" not in name}
    return found | {f"underlag/dokument/{name}": hashed for name, hashed in word.items()}


def verdict(run: Path) -> str:
    """Say whether the run folder is whole, torn (a file's bytes are wrong) or mixed (a file too many or too few)."""
    manifest, held = read_manifest(run), tree(run)
    if manifest is None:
        return "torn"
    expected = listed(manifest)
    if held.keys() != {*expected, MANIFEST, "underlag/falt.json"}:
        return "mixed"
    json.loads(held["underlag/falt.json"])
    return "whole" if all(digest(held[name]) == hashed for name, hashed in expected.items()) else "torn"
