"""A fault in a template: what is wrong, and where a clerk finds it in Word."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.problems import quoted


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph: the part of the document, its number there, and how a clerk finds it.

    `number` counts every paragraph of the part; `where` is "stycke 14" or "tabell 2, cell B3".
    """

    part: str
    number: int
    where: str
    shown: str

    def __str__(self) -> str:
        """Write the place with the paragraph's own words, to search for in Word."""
        words = f" ({quoted(self.shown)})" if self.shown.strip() else ""
        return f"{self.part}, {self.where}{words}"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing to mend in a template; without a spot it is about the whole file.

    What is `closed` cannot be opened at all, so nothing can be written in it.
    """

    text: str
    spot: Spot | None = None
    closed: bool = False

    def __str__(self) -> str:
        """Write the fault as the clerk reads it, after the file's name."""
        return self.text if self.spot is None else f"{self.spot}: {self.text}"


class Faults:
    """Collects the faults of one template, each told once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[TemplateFault, None] = {}

    def add(self, text: str, spot: Spot | None = None, *, closed: bool = False) -> None:
        """Add what must be mended before the template can be used."""
        self._found[TemplateFault(text, spot, closed)] = None

    def __iter__(self) -> Iterator[TemplateFault]:
        """Go through the faults in the order they were found."""
        return iter(self._found)

    def __bool__(self) -> bool:
        """Say whether anything is wrong."""
        return bool(self._found)
