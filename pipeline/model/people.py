"""People as the clerks write them, ``A (M)``, and who took part in a meeting's paragraph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.meetings import Attendance, Meeting
from pipeline.model.words import Role

_PARTY = re.compile(r"\s*\(([^()]{1,12})\)\s*$")
_BETWEEN = re.compile(r"[\n,;]|\soch\s")
_RANGE = re.compile(r"(\d{1,4})(?:/\d+)?(?:\s*[–—-]\s*(\d{1,4}))?")
_EXCEPT = re.compile(r"\b(utom|förutom|ej|inte)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """A person and the party in brackets behind the name, where one is given."""

    name: str
    party: str = ""

    def __str__(self) -> str:
        """Write the person as a protocol does: ``A (M)``."""
        return f"{self.name} ({self.party})" if self.party else self.name

    def is_same(self, other: "Person") -> bool:
        """Say whether both are one: the same name, and no two parties."""
        same_party = not self.party or not other.party or self.party.casefold() == other.party.casefold()
        return self.name.casefold() == other.name.casefold() and same_party


def person_in(text: str) -> Person:
    """Read ``A (M)``."""
    name = " ".join(text.split())
    party = _PARTY.search(name)
    return Person(name[: party.start()], party[1].strip()) if party else Person(name)


def people_in(text: str) -> tuple[Person, ...]:
    """Read several people, one on each line or parted by commas or ``och``."""
    return tuple(person_in(part) for part in _BETWEEN.split(text) if part.strip())


def person_of(one: Attendance) -> Person:
    """Return the person that a row of Närvaro is about."""
    written = person_in(one.name)
    return Person(written.name, one.party or written.party)


def decides(one: Attendance) -> bool:
    """Say whether the person takes part in decisions: a member, or a substitute who serves for one."""
    return one.role is Role.DECIDING or (one.role is Role.SUBSTITUTE and bool(one.serves_for))


def present(attendances: Iterable[Attendance], meeting: Meeting) -> tuple[Attendance, ...]:
    """Return the rows of the meeting's day."""
    return tuple(one for one in attendances if meeting.date is not None and one.date == meeting.date)


def deciding(attendances: Iterable[Attendance], meeting: Meeting) -> tuple[Person, ...]:
    """Return the people who took part in deciding the meeting's paragraph; none where Närvaro is not given."""
    return tuple(
        person_of(one)
        for one in present(attendances, meeting)
        if decides(one) and _was_there(one.paragraphs, meeting.paragraph)
    )


def _was_there(paragraphs: str, paragraph: str) -> bool:
    """Say whether the paragraph is among those that the person took part in; a blank cell is all of them."""
    those, this = _numbers(paragraphs), _numbers(paragraph)
    if not those or not this:
        return True
    return bool(those & this) is not bool(_EXCEPT.search(paragraphs))


def _numbers(text: str) -> frozenset[int]:
    """Return the paragraphs that a text names: ``§§ 20–25, 27``."""
    found = ((int(first), int(last or first)) for first, last in _RANGE.findall(text))
    return frozenset(number for first, last in found for number in range(first, last + 1))
