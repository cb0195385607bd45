"""A px file (PC-Axis): statements ``KEYWORD[language]("variable")=…;``, the last of them the values.

Recognised by a DATA statement below STUB or HEADING. What stands in quotes among the values is one of the symbols for
missing, whatever meaning the file gives it. The Swedish labels are used where there are several languages.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.problems import Place
from pipeline.read.grid import Cell, Document
from pipeline.read.guard import RefusedError
from pipeline.read.layouts.cube import Dimension, check_size, facts
from pipeline.read.layouts.reading import Extract

_STRING = r'"[^"]*"'
_HEAD = re.compile(rf"\s*([A-Z][A-Z0-9_-]*)(?:\[(\w+)\])?(?:\(\s*({_STRING})(?:\s*,\s*{_STRING})*\s*\))?\s*=")
_TOKENS = re.compile(rf"{_STRING}|[^\s,;\"]+|[,;]")
_SYMBOL = re.compile(r"\.{1,6}|-")
_SWEDISH = "sv"
_AGAIN = "hämta den på nytt, eller som Excel"
Key = tuple[str, str, str]


def recognise(document: Document) -> Extract | None:
    """Return the file's values; raise when it is a px file that isn't whole."""
    text = document.content
    if not isinstance(text, str) or not _HEAD.match(text):
        return None
    said = dict(_statements(text))
    if ("DATA", "", "") not in said or not {("STUB", "", ""), ("HEADING", "", "")} & said.keys():
        message = f"px-filen har ingen tabell (STUB, HEADING och DATA saknas): {_AGAIN}"
        raise RefusedError(message)
    if any(keyword == "KEYS" for keyword, _, _ in said):
        message = f"px-filen är packad med KEYS, som inte läses: {_AGAIN}"
        raise RefusedError(message)
    return _extract(said, document.place)


def _extract(said: Mapping[Key, list[str]], place: Place) -> Extract:
    language = _SWEDISH if ("STUB", _SWEDISH, "") in said or ("HEADING", _SWEDISH, "") in said else ""
    plain = [*said.get(("STUB", "", ""), ()), *said.get(("HEADING", "", ""), ())]
    shown = [*said.get(("STUB", language, ""), ()), *said.get(("HEADING", language, ""), ())]
    if len(plain) != len(shown):
        message = f"px-filens språk har olika många variabler: {_AGAIN}"
        raise RefusedError(message)
    dimensions = [_dimension(said, *pair, language) for pair in zip(plain, shown, strict=True)]
    values = [None if _SYMBOL.fullmatch(value) else value for value in said["DATA", "", ""]]
    check_size(dimensions, len(values))
    names = [said.get((keyword, tongue, ""), [""])[0] for keyword in _NAMING for tongue in ("", language)]
    cells = tuple(Cell(Place(place.file), name) for name in dict.fromkeys(names) if name)
    code, agency = (said.get((keyword, "", ""), [""])[0] for keyword in ("MATRIX", "SOURCE"))
    return Extract(place, agency, cells, tuple(facts(dimensions, values, place)), code)


_NAMING = ("MATRIX", "TABLEID", "CONTENTS", "TITLE")


def _dimension(said: Mapping[Key, list[str]], plain: str, shown: str, language: str) -> Dimension:
    labels = said.get(("VALUES", language, shown)) or said.get(("VALUES", "", plain))
    if labels is None:
        message = f"px-filen saknar VALUES för {shown}: {_AGAIN}"
        raise RefusedError(message)
    others = (said.get((keyword, "", plain), []) for keyword in ("VALUES", "CODES", "TIMEVAL"))
    columns = [labels, *(column for column in others if len(column) == len(labels))]
    role = "time" if ("TIMEVAL", "", plain) in said else ""
    if said.get(("CONTVARIABLE", "", "")) == [plain]:
        role = "metric"
    return Dimension((shown, plain), tuple(zip(*columns, strict=True)), role)


def _statements(text: str) -> Iterator[tuple[Key, list[str]]]:
    """Go through the statements, each with its keyword, language and variable, and its texts or numbers."""
    place = 0
    while match := _HEAD.match(text, place):
        keyword, language, variable = (group or "" for group in match.groups())
        values, place = _values(text, match.end(), keyword)
        yield (keyword, language, variable.strip('"')), values
    if text[place:].strip("\x1a \r\n\t;"):
        line = text.count("\n", 0, place) + 1
        message = f"px-filen går inte att tyda efter rad {line}: {_AGAIN}"
        raise RefusedError(message)


def _values(text: str, place: int, keyword: str) -> tuple[list[str], int]:
    """Return a statement's values and where it ends; texts on lines of their own are one text, until a comma."""
    values: list[str] = []
    together = False
    for token in _TOKENS.finditer(text, place):
        if token[0] == ";":
            return values, token.end()
        quoted = token[0].startswith('"')
        if quoted and together and keyword != "DATA":
            values[-1] += token[0][1:-1]
        elif token[0] != "," and not token[0].startswith("TLIST("):
            values.append("-" if quoted and keyword == "DATA" else token[0].strip('"'))
        together = quoted
    if keyword == "DATA":
        return values, len(text)
    message = f"px-filen slutar mitt i {keyword}: {_AGAIN}"
    raise RefusedError(message)
