"""Which indicator a name in a spreadsheet of values means."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from pipeline.model.records import Indicator

_IGNORED = "-–_\N{NON-BREAKING HYPHEN}"


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Return the text without case, blanks and hyphens; dots stay, since 1.1 isn't 11."""
    return "".join(
        sign for sign in unicodedata.normalize("NFC", text).casefold() if not sign.isspace() and sign not in _IGNORED
    )


class Matcher:
    """Finds indicators by id, name or source code: exactly first, then forgivingly."""

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        """Prepare to match names with the indicators."""
        self.empty = not indicators
        self._levels = tuple(
            _index(indicators, field, fold) for fold in (str, _folded) for field in (_id, _name, _code)
        )
        self._words = {
            _folded(word): word for one in indicators for word in (one.source_code, one.name, one.id) if word
        }

    def find(self, name: str) -> tuple[Indicator, ...]:
        """Return the indicator that the name means; several when it is shared, none when it is unknown."""
        for fold, index in self._levels:
            if found := index.get(fold(name)):
                return found
        return ()

    def nearest(self, name: str) -> str:
        """Ask whether the most similar id, name or code was meant."""
        near = get_close_matches(_folded(name), list(self._words), n=1)
        return f"; menar du ”{self._words[near[0]]}”?" if near else ""


def _id(indicator: Indicator) -> str:
    return indicator.id


def _name(indicator: Indicator) -> str:
    return indicator.name


def _code(indicator: Indicator) -> str:
    return indicator.source_code


def _index(
    indicators: Iterable[Indicator], field: Callable[[Indicator], str], fold: Callable[[str], str]
) -> tuple[Callable[[str], str], dict[str, tuple[Indicator, ...]]]:
    found: dict[str, tuple[Indicator, ...]] = defaultdict(tuple)
    for indicator in indicators:
        if field(indicator):
            found[fold(field(indicator))] += (indicator,)
    return fold, dict(found)
