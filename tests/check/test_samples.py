import pytest

from pipeline.check.samples import samples_are_replaced
from pipeline.sheets import GOALS
from tests.cases import goal
from tests.check.trial import Trial, case

SAMPLE = GOALS.column("Ambitionsnivå").sample

TRIALS = {
    "a sample left in a row of one's own": Trial(
        samples_are_replaced,
        case(goals=(goal(1, ambition_level=SAMPLE),)),
        (
            (
                "mål.xlsx, blad Mål, cell G2: anmärkning: Ambitionsnivå är texten ur den tomma arbetsbokens exempel. "
                "Skriv er egen, eller töm cellen."
            ),
        ),
    ),
    "one's own text, and a word that anybody would write": Trial(
        samples_are_replaced,
        case(goals=(goal(1, ambition_level="Minst 40 platser.", programme_area="Arbete och fritid"),)),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_sample_text_that_would_be_printed_is_told(trial: Trial) -> None:
    assert trial.told() == trial.lines
