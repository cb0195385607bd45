"""How each person voted, one on each line: ``A (M): ja``."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from pipeline.model.people import Person, person_in


class Answer(Enum):
    """What a person answers in a vote: röst."""

    YES = "ja"
    NO = "nej"
    ABSTAINS = "avstår"
    ABSENT = "frånvarande"


@dataclass(frozen=True, slots=True)
class Vote:
    """A person's answer."""

    person: Person
    answer: Answer


_WORDS = {
    Answer.YES: r"ja(?:-?\s?röst)?",
    Answer.NO: r"nej(?:-?\s?röst)?",
    Answer.ABSTAINS: r"avst(?:år|od|ående)(?: från att rösta)?",
    Answer.ABSENT: r"frånv(?:arande|\.)?|deltog inte|deltar inte",
}
_BETWEEN = " :;,=–—-"
_AT_END = {answer: re.compile(rf"(?<=[{_BETWEEN}])(?:{word})\.?$", re.IGNORECASE) for answer, word in _WORDS.items()}
_LONGEST = 200
_NO_NAME = re.compile(r"\b(?:ja|nej)\b", re.IGNORECASE)
_MARK = re.compile(r"^(?:[-•–]|\d{1,2}[.)])\s+")


def lines_in(votes: str) -> tuple[str, ...]:
    """Return the lines that something stands on, without list marks."""
    return tuple(_MARK.sub("", line.strip()) for line in votes.split("\n") if line.strip())


def vote_in(line: str) -> Vote | None:
    """Read ``A (M): ja``, also with a semicolon, a tab or a space between; nothing where it says something else."""
    text = " ".join(line.split())
    if len(text) > _LONGEST:
        return None
    for answer, pattern in _AT_END.items():
        found = pattern.search(text)
        name = text[: found.start()].rstrip(_BETWEEN) if found else ""
        if name[:1].isalpha() and not _NO_NAME.search(name):
            return Vote(person_in(name), answer)
    return None


def votes_in(votes: str) -> tuple[Vote, ...]:
    """Read every line that is a vote."""
    return tuple(vote for line in lines_in(votes) if (vote := vote_in(line)) is not None)


def counted(votes: Iterable[Vote]) -> Mapping[Answer, int]:
    """Count each answer; one that nobody gave is 0."""
    return Counter(vote.answer for vote in votes)


_COUNT_WORDS = (
    *("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton"),
    *("fjorton", "femton"),
)
_COUNTS = {
    **{word: count for count, word in enumerate(_COUNT_WORDS)},
    **dict.fromkeys(("ingen", "inga", "inget"), 0),
    "en": 1,
}
_COUNT = rf"\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}"
_LABEL = r"(?:ledam\w+\s+)?(?:(?P<{0}ja>ja)|(?P<{0}nej>nej)|(?P<{0}avstår>avst(?:år|od|ående)))\w*(?:-?\s?röst(?:er)?)?"
_TOLD = re.compile(
    rf"\b(?P<before>{_COUNT})\s+{_LABEL.format('a_')}\b|\b{_LABEL.format('b_')}(?:\s*[:=])?\s*(?P<after>{_COUNT})\b",
    re.IGNORECASE,
)
_COUNTED = (Answer.YES, Answer.NO, Answer.ABSTAINS)


def told_counts(voting: str) -> Mapping[Answer, tuple[int, ...]]:
    """Return the counts that a running text gives: ``7 ja-röster och 4 nej-röster``, ``Ja 7, nej 4, avstår 1``."""
    found: dict[Answer, tuple[int, ...]] = {}
    for match in _TOLD.finditer(voting):
        side, written = ("a_", match["before"]) if match["before"] else ("b_", match["after"])
        answer = next(one for one in _COUNTED if match[side + one.value])
        number = _COUNTS.get(written.casefold())
        found[answer] = (*found.get(answer, ()), int(written) if number is None else number)
    return found
