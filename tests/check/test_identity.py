import pytest

from pipeline.check.identity import (
    indicators_of_a_goal_have_names_of_their_own,
    source_codes_are_used_once,
    the_municipality_code_exists,
)
from pipeline.problems import Place
from tests.cases import FILE, indicator, settings
from tests.check.trial import Trial, case

CELL = Place(FILE, "Inställningar", 3, 2)
NOT_A_CODE = "är ingen svensk kommunkod. Skriv kommunens fyra siffror, till exempel 0665."


def coded(code: str, *told: str) -> Trial:
    lines = tuple(f"mål.xlsx, blad Inställningar, cell B3: {text}" for text in told)
    known = settings(municipality_code=code, places={"kommunkod": CELL})
    return Trial(the_municipality_code_exists, case(settings=known), lines)


TRIALS = {
    "the same name for two goals": Trial(
        indicators_of_a_goal_have_names_of_their_own,
        case(indicators=(indicator("1.1", name="Frånvaro"), indicator("2.1", row=3, name="Frånvaro"))),
    ),
    "the same name twice for one goal": Trial(
        indicators_of_a_goal_have_names_of_their_own,
        case(indicators=(indicator("1.1", name="Frånvaro"), indicator("1.2", row=3, name="frånvaro"))),
        (
            (
                "mål.xlsx, blad Indikatorer, cell C3: anmärkning: ”frånvaro” heter även indikator 1.1 för samma mål, i "
                "mål.xlsx, blad Indikatorer, cell C2. Ge dem olika namn, så att de går att skilja åt."
            ),
        ),
    ),
    "codes of their own, or none": Trial(
        source_codes_are_used_once,
        case(indicators=(indicator("1.1", source_code="N00945"), indicator("1.2", row=3), indicator("1.3", row=4))),
    ),
    "the same code twice": Trial(
        source_codes_are_used_once,
        case(indicators=(indicator("1.1", source_code="N00945"), indicator("2.1", row=3, source_code="n00945"))),
        (
            (
                "mål.xlsx, blad Indikatorer, cell P3: anmärkning: Källkod ”n00945” står även för indikator 1.1, i "
                "mål.xlsx, blad Indikatorer, cell P2. Ge dem varsin Källkod, eller gör dem till en indikator."
            ),
        ),
    ),
    "a municipality": coded("0665"),
    "a municipality as a number": coded("665"),
    "no municipality": coded(""),
    "no such county": coded("9999", f"”9999” {NOT_A_CODE}"),
    "a county that is no more": coded("1180", f"”1180” {NOT_A_CODE}"),
    "letters for a code": coded("Vaggeryd", f"”Vaggeryd” {NOT_A_CODE}"),
    "a county's code": coded("06", f"”06” {NOT_A_CODE}"),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_what_tells_things_apart_is_told_when_it_does_not(trial: Trial) -> None:
    assert trial.told() == trial.lines
