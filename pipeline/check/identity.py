"""What tells things apart: an indicator's name and source code, and the municipality's code."""

import re
from typing import TYPE_CHECKING

from pipeline.check.case import Case
from pipeline.problems import Problems, quoted

if TYPE_CHECKING:
    from pipeline.model.records import Indicator

# Two digits for the county and two for the municipality. The counties' codes in use are Statistics Sweden's (SCB),
# "Län och kommuner i kodnummerordning".
_COUNTIES = frozenset((1, *range(3, 11), 12, 13, 14, *range(17, 26)))
_CODE = re.compile(r"(\d{2})(\d{2})")
_LONGEST = 4


def indicators_of_a_goal_have_names_of_their_own(case: Case, problems: Problems) -> None:
    """Two indicators of one goal with the same name cannot be told apart in the documents."""
    seen: dict[tuple[int, str], Indicator] = {}
    for one in case.source.indicators:
        first = [seen.setdefault((goal, one.name.casefold()), one) for goal in one.goals]
        if one.name and (other := next((found for found in first if found is not one), None)):
            text = f"{quoted(one.name)} heter även indikator {other.id} för samma mål, i {other.at('Indikator')}. "
            problems.remark(one.at("Indikator"), f"{text}Ge dem olika namn, så att de går att skilja åt.")


def source_codes_are_used_once(case: Case, problems: Problems) -> None:
    """A source's table with the code has one value for each period, which cannot be two indicators'."""
    seen: dict[str, Indicator] = {}
    for one in case.source.indicators:
        first = seen.setdefault(one.source_code.casefold(), one) if one.source_code else one
        if first is not one:
            text = f"Källkod {quoted(one.source_code)} står även för indikator {first.id}, i {first.at('Källkod')}. "
            problems.remark(one.at("Källkod"), f"{text}Ge dem varsin Källkod, eller gör dem till en indikator.")


def the_municipality_code_exists(case: Case, problems: Problems) -> None:
    """The code finds the municipality in the agencies' tables."""
    settings = case.source.settings
    place = settings.places.get("kommunkod")
    written = settings.municipality_code.strip()
    found = _CODE.fullmatch(written.zfill(_LONGEST))
    if written and place is not None and not (found and int(found[1]) in _COUNTIES and int(found[2])):
        text = f"{quoted(written)} är ingen svensk kommunkod. Skriv kommunens fyra siffror, till exempel 0665."
        problems.fault(place, text)


RULES = (
    indicators_of_a_goal_have_names_of_their_own,
    source_codes_are_used_once,
    the_municipality_code_exists,
)
