"""Runs in memory: documents with fields as a spreadsheet gives them, published one after the other."""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.carrying import Carried, carry
from pipeline.compose import Document
from pipeline.earlier import fields
from pipeline.model.records import InputFile
from pipeline.model.written import Fields
from pipeline.problems import Place, Problems
from pipeline.publish import Edition, publish
from tests.earlier import word
from tests.sample_documents import REPORT

SEVEN = dt.datetime(2026, 5, 2, 7, 0, tzinfo=dt.UTC)
Texts = Mapping[str, str]
"""A document's fields as XML, by tag."""


def made(texts: Texts, subject: str, before: str = "Före fälten.") -> bytes:
    """Return a document with the fields, each under a paragraph."""
    parts = [word.p(before)]
    for number, (tag, content) in enumerate(texts.items(), start=1):
        parts += [word.p(f"Här följer {tag}."), word.field(tag, content, number)]
    return word.document("".join([*parts, word.p("Efter fälten.")]), subject)


@dataclass
class Occasion:
    """An occasion's output: `run` publishes documents, and `told` is what that said."""

    output: Path
    name: str = "2019-april"
    cells: Mapping[str, Place] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def run(
        self, texts: Mapping[str, Texts], dropped: tuple[InputFile, ...] = (), before: str = "Före fälten."
    ) -> Path:
        """Publish a run with these documents, by the first part of their names; return its folder."""
        problems = Problems()
        names = {f"{stem}-{self.name}.docx": found for stem, found in texts.items()}
        rendered = {name: made(found, name.removesuffix(".docx"), before) for name, found in names.items()}
        documents = [Document(name, "mall.docx", REPORT, self.cells) for name in names]
        carried = carry(documents, rendered, self.output / self.name, dropped, problems)
        published = publish(self._edition(carried, before), self.output, problems)
        assert published is not None
        self.told = [str(one).replace(str(self.output), "output") for one in problems]
        return published.run

    def _edition(self, carried: Carried, before: str) -> Edition:
        return Edition(
            folder=self.name,
            documents=carried.documents,
            inputs={"mål.xlsx": repr(sorted(carried.record)).encode() + before.encode()},
            templates={},
            fields=carried.record,
            edits=carried.digests,
            options={},
            versions={},
        )


def edit(path: Path, change: word.Edit, minutes: int) -> None:
    """Edit a document as Word would, saved this many minutes past seven."""
    path.write_bytes(word.edit_xml(path.read_bytes(), change))
    save(path, minutes)


def save(path: Path, minutes: int) -> None:
    """Date the file's last save."""
    moment = (SEVEN + dt.timedelta(minutes=minutes)).timestamp()
    os.utime(path, (moment, moment))


def held(run: Path, stem: str) -> Fields:
    """Return the fields of the run's document."""
    (path,) = run.glob(f"{stem}-*.docx")
    return fields(path.read_bytes())


def texts(run: Path, stem: str) -> dict[str, str]:
    """Return the text of each field of the run's document, paragraphs parted by strokes."""
    return {tag: " / ".join(p.text for p in one.content) for tag, one in held(run, stem).items()}
