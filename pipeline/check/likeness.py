"""What cannot be told apart from its like, or is like nothing there is: names, codes, paragraphs."""

import re
from collections.abc import Callable

from pipeline.check.case import Case
from pipeline.model.records import Indicator
from pipeline.problems import Place, Problems, quoted

_COUNTIES = frozenset({1, *range(3, 11), *range(12, 15), *range(17, 26)})
_CODE = re.compile(r"(\d{2})\d{2}")


def indicators_are_told_apart(case: Case, problems: Problems) -> None:
    """Every indicator has a name of its own, and a Källkod of its own where it has one."""
    _tell_alike(case, problems, "Indikator", lambda one: one.name)
    _tell_alike(case, problems, "Källkod", lambda one: one.source_code)


def _tell_alike(case: Case, problems: Problems, heading: str, key: Callable[[Indicator], str]) -> None:
    seen: dict[str, Indicator] = {}
    for one in case.source.indicators:
        words = " ".join(key(one).casefold().split())
        first = seen.setdefault(words, one)
        if words and first is not one:
            text = (
                f"{quoted(key(one))} står också för indikator {first.id}. "
                f"Skriv något annat, så att {first.id} och {one.id} går att skilja åt."
            )
            problems.remark(one.at(heading), text)


def the_municipality_code_has_a_county(case: Case, problems: Problems) -> None:
    """A municipality's code is four digits, of which the first two are a county's: SCB, Län och kommuner."""
    settings = case.source.settings
    code = settings.municipality_code.strip().zfill(4)
    found = _CODE.fullmatch(code)
    if settings.municipality_code.strip() and (found is None or int(found[1]) not in _COUNTIES):
        place = settings.places.get("kommunkod", Place("", "Inställningar"))
        text = (
            f"{quoted(settings.municipality_code)} är ingen kommunkod. Skriv kommunens fyra siffror, till exempel 0665."
        )
        problems.remark(place, text)


def paragraphs_are_numbered(case: Case, problems: Problems) -> None:
    """Without a number in Paragrafer the person counts as present for the whole meeting."""
    for row in case.source.attendances:
        if row.paragraphs and not re.search(r"\d", row.paragraphs):
            text = (
                f"{quoted(row.paragraphs)} har inga nummer, så personen räknas som närvarande hela mötet. "
                "Skriv till exempel §§ 20–25, eller lämna tomt."
            )
            problems.remark(row.at("Paragrafer"), text)


RULES = (indicators_are_told_apart, the_municipality_code_has_a_county, paragraphs_are_numbered)
