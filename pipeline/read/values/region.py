"""The municipality whose values are wanted, and how agencies name it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.records import Settings
from pipeline.read.grid import Cell

_DIGITS = 4
_CODE = re.compile(r"(\d{1,4})(?:\.0)?(?:[ \N{NO-BREAK SPACE}]+(\D.*))?")
_SUFFIX = re.compile(r"\s+(?:kommun|stad)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Municipality:
    """The municipality of the settings: its code in four digits and its name, ``""`` where it isn't filled in."""

    code: str = ""
    name: str = ""

    @property
    def known(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.code or self.name)

    def __str__(self) -> str:
        """Write the municipality as a message names it: ``Vaggeryds kommun (0665)``."""
        return f"{self.name} ({self.code})" if self.name and self.code else self.name or self.code

    def is_named_by(self, cells: Sequence[Cell]) -> bool:
        """Say whether the region's code, or else its name, is ours."""
        codes, names = region_parts(cells)
        if codes and self.code:
            return self.code in codes
        return any(self._is(name) for name in names)

    def _is(self, name: str) -> bool:
        ours, theirs = _bare(self.name), _bare(name)
        full = _SUFFIX.search(self.name) or _SUFFIX.search(name)
        return bool(ours) and (ours == theirs or (full is not None and ours.rstrip("s") == theirs.rstrip("s")))


def municipality_of(settings: Settings) -> Municipality:
    """Return the municipality that the settings name."""
    code = settings.municipality_code.strip()
    return Municipality(code.zfill(_DIGITS) if code.isdecimal() else "", settings.municipality.strip())


def region_parts(cells: Sequence[Cell]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes, in four digits, and the names that a region's cells hold: ``0665 Vaggeryd`` holds both."""
    codes: list[str] = []
    names: list[str] = []
    for cell in cells:
        match = _CODE.fullmatch(cell.text)
        if match:
            codes.append(match[1].zfill(_DIGITS))
        name = match[2] if match else cell.text
        if name:
            names.append(name)
    return tuple(codes), tuple(names)


def _bare(name: str) -> str:
    return _SUFFIX.sub("", " ".join(name.split())).casefold()
