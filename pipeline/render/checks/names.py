"""The names that a tag can see, and the right one when it asks for another."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.problems import quoted
from pipeline.render.checks.kinds import Kind, fields_of

if TYPE_CHECKING:
    from pipeline.render.checks.blocks import Block
    from pipeline.render.checks.tags import Tag

ALIKE = 0.7
CHOICES = 12
SYNONYMS: dict[str, tuple[str, ...]] = {
    "titel": ("namn", "rubrik"),
    "rubrik": ("namn", "titel"),
    "namn": ("titel", "rubrik"),
    "nr": ("nummer", "id"),
    "id": ("nummer",),
    "nummer": ("id",),
    "paragrafnummer": ("paragraf",),
    "dnr": ("diarienummer",),
    "mål": ("målvärde", "namn"),
    "värde": ("utfall",),
    "resultat": ("utfall",),
    "förklaring": ("motivering", "betydelse"),
    "kommentar": ("analys", "motivering"),
    "beskrivning": ("ärendebeskrivning", "innebär", "namn"),
    "deadline": ("klart",),
    "klart_senast": ("klart",),
    "förvaltningschef": ("chef",),
    "åtgärder": ("åtgärd",),
    "indikator": ("indikatorer",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro of the template: its parameters, how many must be given, what it holds, and how it is printed."""

    name: str
    parameters: tuple[str, ...]
    required: int
    prefix: str
    items: "list[Tag | Block]"


Named = Kind | Macro


@dataclass(slots=True)
class Scope:
    """Names as the template has them at one place, inner ones first."""

    names: dict[str, Named]
    around: "Scope | None" = None

    def find(self, name: str) -> Named | None:
        """Return what the name stands for."""
        return next((one for known, one in self.visible() if known == name), None)

    def visible(self) -> Iterator[tuple[str, Named]]:
        """Go through the names, those of the innermost loop first."""
        yield from self.names.items()
        if self.around is not None:
            yield from self.around.visible()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name that was most likely meant: another word for the same, or nearly the same letters."""
    names = tuple(known)
    synonym = next((one for one in SYNONYMS.get(name, ()) if one in names), None)
    folded = {one.casefold(): one for one in names}
    found = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=ALIKE)
    return synonym or (folded[found[0]] if found else None)


def elsewhere(name: str, scope: Scope) -> str | None:
    """Return where a field of that name does stand: as a name of its own, or in a record that can be seen."""
    for known, value in scope.visible():
        if known == name and isinstance(value, Kind):
            return known
        if isinstance(value, Kind) and value.record is not None and name in fields_of(value):
            return f"{known}.{name}"
    return None


def choices(names: Iterable[str]) -> str:
    """Return the names to choose from, in a sentence."""
    found = sorted(set(names) - {"loop"})
    more = " med flera; alla står i docs/mallfalt.md" if len(found) > CHOICES else ""
    return f"det som finns här är {', '.join(found[:CHOICES])}{more}"


def no_such(asked: str, meant: str | None, known: Iterable[str]) -> str:
    """Say that a field does not exist, and which one does."""
    ending = f"menar du {quoted(meant)}?" if meant else choices(known)
    return f"{quoted(asked)} finns inte; {ending}"
