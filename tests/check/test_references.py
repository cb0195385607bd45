import pytest

from pipeline.check.references import (
    follow_ups_are_said_once,
    goals_exist,
    indicators_have_a_goal,
    rows_name_a_known_indicator,
)
from pipeline.model.words import Occasion
from pipeline.problems import Place, Problem, Problems
from tests.cases import FILE, activity, follow_up, goal, indicator, measure
from tests.check.trial import Trial, case

ONE, TWO = goal(1), goal(2)
FIRST, SECOND = indicator("1.1"), indicator("2.1", row=3)
BAD_NUMBER = Problem(Place(FILE, "Mål", 4, 1), "”tre” är inget nummer")
BAD_ID = Problem(Place(FILE, "Indikatorer", 3, 1), "Id är tomt: fyll i cellen")
UNSURE = "Det kan också bero på det som inte gick att läsa."
BAD_VALUE = Problem(Place("utfall.csv", row=7, column=3), "”tolv” är inget tal")

TRIALS = {
    "goals that exist": Trial(
        goals_exist,
        case(goals=(ONE, TWO), indicators=(indicator(goals=(1, 2)),), follow_ups=(follow_up(1),)),
    ),
    "a follow-up of no goal": Trial(
        goals_exist,
        case(goals=(ONE, TWO), follow_ups=(follow_up(3, row=5),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell A5: mål 3 finns inte: bladet Mål har nummer 1 och 2. "
                "Rätta numret eller lägg till målet."
            ),
        ),
    ),
    "a measure and an activity of no goal": Trial(
        goals_exist,
        case(goals=(ONE,), measures=(measure(8),), activities=(activity(9, row=4),)),
        (
            (
                "mål.xlsx, blad Aktiviteter, cell A4: mål 9 finns inte: bladet Mål har nummer 1. "
                "Rätta numret eller lägg till målet."
            ),
            (
                "mål.xlsx, blad Åtgärder, cell A2: mål 8 finns inte: bladet Mål har nummer 1. "
                "Rätta numret eller lägg till målet."
            ),
        ),
    ),
    "one of an indicator's goals": Trial(
        goals_exist,
        case(goals=(ONE,), indicators=(indicator(goals=(1, 2)),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: mål 2 finns inte: bladet Mål har nummer 1. "
                "Rätta numret eller lägg till målet."
            ),
        ),
    ),
    "several of an indicator's goals": Trial(
        goals_exist,
        case(goals=(ONE,), indicators=(indicator(goals=(1, 2, 3)),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: mål 2 och 3 finns inte: bladet Mål har nummer 1. "
                "Rätta numren eller lägg till målen."
            ),
        ),
    ),
    "a goal whose own number may be what could not be read is told once": Trial(
        goals_exist,
        case(goals=(ONE, TWO), follow_ups=(follow_up(3), follow_up(3, row=3))),
        (
            (
                "mål.xlsx, blad Uppföljning, cell A2: anmärkning: mål 3 finns inte: bladet Mål har nummer 1 och 2. "
                f"Rätta numret eller lägg till målet. {UNSURE}"
            ),
        ),
        before=(BAD_NUMBER,),
    ),
    "a goal that may stand in a file that could not be read": Trial(
        goals_exist,
        case(goals=(ONE,), indicators=(indicator("3.1"),), partial=True),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: anmärkning: mål 3 finns inte: bladet Mål har nummer 1. "
                f"Rätta numret eller lägg till målet. {UNSURE}"
            ),
        ),
    ),
    "a row whose own number could not be read": Trial(
        goals_exist, case(goals=(ONE,), follow_ups=(follow_up(0),), measures=(measure(0),))
    ),
    "an indicator without an id, of no goal": Trial(
        goals_exist,
        case(goals=(ONE,), aside=(indicator("9.1", id=""),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: mål 9 finns inte: bladet Mål har nummer 1. "
                "Rätta numret eller lägg till målet."
            ),
        ),
    ),
    "a bad value elsewhere hides no goals": Trial(
        goals_exist,
        case(goals=(ONE,), follow_ups=(follow_up(3),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell A2: mål 3 finns inte: bladet Mål har nummer 1. "
                "Rätta numret eller lägg till målet."
            ),
        ),
        before=(BAD_VALUE, Problem(ONE.at("Beslutsläge"), "”klar” är inget val")),
    ),
    "an indicator with a goal": Trial(indicators_have_a_goal, case(indicators=(FIRST,))),
    "an indicator without a goal": Trial(
        indicators_have_a_goal,
        case(indicators=(indicator("1.1", goals=()),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: indikator 1.1 saknar Mål nr. "
                "Skriv numret på det mål som indikatorn visar."
            ),
        ),
    ),
    "an indicator with neither goal nor id": Trial(
        indicators_have_a_goal,
        case(aside=(indicator("1.1", id="", goals=()),)),
        (
            (
                "mål.xlsx, blad Indikatorer, cell B2: indikator Indikator 1.1 saknar Mål nr. "
                "Skriv numret på det mål som indikatorn visar."
            ),
        ),
    ),
    "an indicator whose goal could not be read": Trial(
        indicators_have_a_goal,
        case(indicators=(indicator("1.1", goals=()),)),
        before=(Problem(FIRST.at("Mål nr"), "”ett” är inget nummer", indicator="1.1"),),
    ),
    "an indicator by id, by name, and none": Trial(
        rows_name_a_known_indicator,
        case(
            goals=(ONE,),
            indicators=(FIRST,),
            follow_ups=(follow_up(1, indicator="1.1"), follow_up(1), follow_up(1, indicator="Indikator 1.1")),
            measures=(measure(1, indicator="1.1"),),
        ),
    ),
    "a name that two goals' indicators share": Trial(
        rows_name_a_known_indicator,
        case(
            goals=(ONE, TWO),
            indicators=(indicator("1.1", name="Nöjda"), indicator("2.1", name="Nöjda")),
            follow_ups=(follow_up(2, indicator="Nöjda"),),
        ),
    ),
    "a name that two indicators of one goal share": Trial(
        rows_name_a_known_indicator,
        case(
            goals=(ONE,),
            indicators=(indicator("1.1", name="Nöjda"), indicator("1.2", name="Nöjda")),
            follow_ups=(follow_up(1, indicator="Nöjda"),),
        ),
        (
            (
                "mål.xlsx, blad Uppföljning, cell B2: ”Nöjda” är namnet på indikatorerna 1.1 och 1.2. "
                "Skriv det Id som raden gäller."
            ),
        ),
    ),
    "an unknown indicator": Trial(
        rows_name_a_known_indicator,
        case(goals=(ONE,), indicators=(FIRST,), measures=(measure(1, indicator="1.7"),)),
        (
            (
                "mål.xlsx, blad Åtgärder, cell B2: ”1.7” är ingen indikator. "
                "Skriv ett Id ur bladet Indikatorer, eller lämna tomt."
            ),
        ),
    ),
    "an indicator whose id could not be read": Trial(
        rows_name_a_known_indicator,
        case(goals=(ONE,), indicators=(FIRST,), measures=(measure(1, indicator="1.7"),)),
        (
            (
                "mål.xlsx, blad Åtgärder, cell B2: anmärkning: ”1.7” är ingen indikator. "
                f"Skriv ett Id ur bladet Indikatorer, eller lämna tomt. {UNSURE}"
            ),
        ),
        before=(BAD_ID,),
    ),
    "another goal's indicator": Trial(
        rows_name_a_known_indicator,
        case(goals=(ONE, TWO), indicators=(FIRST, SECOND), follow_ups=(follow_up(1, indicator="2.1"),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell B2: indikator 2.1 hör till mål 2, inte till mål 1. "
                "Rätta Mål nr eller Indikator."
            ),
        ),
    ),
    "an indicator of a goal that does not exist": Trial(
        rows_name_a_known_indicator,
        case(goals=(ONE,), indicators=(FIRST,), follow_ups=(follow_up(9, indicator="1.1"),)),
    ),
    "two occasions, two indicators and the goal itself": Trial(
        follow_ups_are_said_once,
        case(
            indicators=(FIRST,),
            follow_ups=(
                follow_up(1),
                follow_up(1, Occasion.AUGUST),
                follow_up(1, indicator="1.1"),
                follow_up(1, indicator="1.2"),
                follow_up(1, None),
                follow_up(1, None),
            ),
        ),
    ),
    "rows whose goal could not be read": Trial(
        follow_ups_are_said_once, case(follow_ups=(follow_up(0), follow_up(0, row=3)))
    ),
    "the same goal and occasion twice": Trial(
        follow_ups_are_said_once,
        case(follow_ups=(follow_up(1), follow_up(2, row=3), follow_up(1, row=4))),
        (
            (
                "mål.xlsx, blad Uppföljning, rad 4: samma mål, indikator och tillfälle står redan i "
                "mål.xlsx, blad Uppföljning, rad 2. Skriv allt på en rad och ta bort den andra."
            ),
        ),
    ),
    "the same indicator by id and by name": Trial(
        follow_ups_are_said_once,
        case(
            indicators=(FIRST,),
            follow_ups=(follow_up(1, indicator="1.1"), follow_up(1, indicator="Indikator 1.1", row=3)),
        ),
        (
            (
                "mål.xlsx, blad Uppföljning, rad 3: samma mål, indikator och tillfälle står redan i "
                "mål.xlsx, blad Uppföljning, rad 2. Skriv allt på en rad och ta bort den andra."
            ),
        ),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_reference_leads_somewhere(trial: Trial) -> None:
    assert trial.told() == trial.lines


def test_a_fault_of_an_indicators_goal_is_confined_to_that_indicator() -> None:
    problems = Problems()

    goals_exist(case(goals=(ONE,), indicators=(indicator("2.1"),)), problems)
    indicators_have_a_goal(case(indicators=(indicator("1.2", goals=(), row=3),)), problems)

    assert problems.confined() == {"1.2", "2.1"}
    assert not problems.stop(draft=True)
