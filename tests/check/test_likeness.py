import pytest

from pipeline.check.likeness import (
    indicators_are_told_apart,
    paragraphs_are_numbered,
    the_municipality_code_has_a_county,
)
from pipeline.problems import Place
from tests.cases import attendance, indicator, settings
from tests.check.trial import Trial, case

PLACES = {"kommunkod": Place("mål.xlsx", "Inställningar", 3, 2)}

ALIKE = (
    "mål.xlsx, blad Indikatorer, cell {}: anmärkning: ”{}” står också för indikator 1.1. "
    "Skriv något annat, så att 1.1 och {} går att skilja åt."
)
UNNUMBERED = (
    "mål.xlsx, blad Närvaro, cell F2: anmärkning: ”§ abc” har inga nummer, så personen räknas som närvarande hela "
    "mötet. Skriv till exempel §§ 20–25, eller lämna tomt."
)


def coded(code: str, *lines: str) -> Trial:
    return Trial(
        the_municipality_code_has_a_county,
        case(settings=settings(municipality_code=code, places=PLACES)),
        tuple(
            f"mål.xlsx, blad Inställningar, cell B3: anmärkning: {line} är ingen kommunkod. "
            "Skriv kommunens fyra siffror, till exempel 0665."
            for line in lines
        ),
    )


TRIALS = {
    "indicators with names and codes of their own": Trial(
        indicators_are_told_apart,
        case(indicators=(indicator("1.1", source_code="N00914"), indicator("1.2", row=3), indicator("1.3", row=4))),
    ),
    "two indicators of one name": Trial(
        indicators_are_told_apart,
        case(indicators=(indicator("1.1", name="Nya företag"), indicator("1.2", row=3, name="nya  företag"))),
        (ALIKE.format("C3", "nya företag", "1.2"),),
    ),
    "two indicators of one source code": Trial(
        indicators_are_told_apart,
        case(indicators=(indicator("1.1", source_code="N00914"), indicator("2.1", row=3, source_code="N00914"))),
        (ALIKE.format("P3", "N00914", "2.1"),),
    ),
    "the code of a municipality": coded("0665"),
    "a code that Excel has taken a nought from": coded("665"),
    "no code": coded(""),
    "a code of no county": coded("9999", "”9999”"),
    "a name in the place of a code": coded("Vaggeryd", "”Vaggeryd”"),
    "paragraphs that are numbered, or all": Trial(
        paragraphs_are_numbered,
        case(attendances=(attendance(paragraphs="§§ 20–25, 27"), attendance(row=3))),
    ),
    "paragraphs without a number": Trial(
        paragraphs_are_numbered,
        case(attendances=(attendance(paragraphs="§ abc"),)),
        (UNNUMBERED,),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_the_rule_tells_what_is_alike_or_like_nothing(trial: Trial) -> None:
    assert trial.told() == trial.lines
