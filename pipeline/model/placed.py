"""What every record read from a sheet has in common: it remembers its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row (or, for a meeting, a column) that remembers the cell behind each heading."""

    place: Place
    places: Mapping[str, Place] = field(compare=False, repr=False)

    def at(self, heading: str) -> Place:
        """Return the cell under the heading, or the row's own place where the heading is missing."""
        return self.places.get(heading, self.place)
