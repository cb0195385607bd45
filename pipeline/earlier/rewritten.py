"""Which fields of a run's document someone has edited since, and how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.earlier.candidates import said
from pipeline.earlier.fields import fields
from pipeline.earlier.mend import same
from pipeline.earlier.record import Kept
from pipeline.model.written import Written
from pipeline.wording import counted


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A field that someone has edited: its title, what it said and what it says; None where the field is gone."""

    title: str
    was: Written
    now: Written | None

    def __str__(self) -> str:
        """Write what has become of the field as a clerk reads it: ``12 ord har blivit 30``."""
        was, now = _words(self.was), 0 if self.now is None else _words(self.now)
        if self.now is None:
            return f"fältet är borttaget, med {_count(was)}" if was else "fältet är borttaget"
        if not now:
            return f"tömt på {_count(was)}"
        return f"{_count(was)} har blivit {now}" if was else f"{_count(now)} tillagda"


def rewritten(generated: bytes, edited: bytes, kept: Mapping[str, Kept]) -> tuple[Rewritten, ...]:
    """Return the fields that say something else in the edited document than in the generated one.

    Raises:
        UnreadableError: One of the two is no whole Word document.
    """
    return tuple(_rewritten(generated, edited, kept))


def _rewritten(generated: bytes, edited: bytes, kept: Mapping[str, Kept]) -> Iterator[Rewritten]:
    made, found = fields(generated), fields(edited, {tag: one.title for tag, one in kept.items()})
    for tag, field in made.items():
        was, now = kept.get(tag), found.get(tag)
        if was is None or now is None:
            yield Rewritten(field.title, field.content, None)
        elif not same(written := said(now, was), was.text):
            yield Rewritten(was.title, was.text, written)


def _words(content: Written) -> int:
    return sum(len(paragraph.text.split()) for paragraph in content)


def _count(words: int) -> str:
    return counted(words, "ord", "ord", "ett")
