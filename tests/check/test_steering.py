import pytest

from pipeline.check.steering import (
    steering_goals_have_indicators,
    steering_indicators_are_complete,
    steering_indicators_have_values,
    steering_indicators_have_values_of_the_year,
)
from pipeline.model.words import GoalClass, Occasion
from pipeline.problems import Place, Problem
from tests.cases import FILE, goal, indicator, series
from tests.check.trial import Trial, case

ONE = goal(1)
SUPPORTING = {1: GoalClass.SUPPORTING}
BARE = indicator("1.1", unit="", kind=None, direction=None, base=None, target=None, source="")
NO_VALUES = (
    "mål.xlsx, blad Indikatorer, rad 2: anmärkning: indikator 1.1 har inga värden. "
    "Lägg en fil med Indikator, Period och Värde i input/."
)
NONE_THIS_YEAR = (
    "mål.xlsx, blad Indikatorer, rad 2: anmärkning: indikator 1.1 har inga värden för 2019; "
    "det senaste är för 2018-12. Lägg en fil med årets värden i input/, eller skriv i Nästa mätning när de kommer."
)

TRIALS = {
    "a goal with an indicator, and a stödjande goal without": Trial(
        steering_goals_have_indicators,
        case(
            goals=(goal(1), goal(2), goal(3)), classes={3: GoalClass.SUPPORTING}, indicators=(indicator(goals=(1, 2)),)
        ),
    ),
    "a styrande goal without indicators": Trial(
        steering_goals_have_indicators,
        case(goals=(ONE, goal(2)), indicators=(indicator("1.1"),)),
        (
            (
                "mål.xlsx, blad Mål, rad 3: anmärkning: mål 2 är styrande men saknar indikatorer: "
                "lägg till en, annars kan det inte bedömas."
            ),
        ),
    ),
    "a goal whose indicator may have been lost": Trial(
        steering_goals_have_indicators,
        case(goals=(ONE,)),
        before=(Problem(Place(FILE, "Indikatorer", 2, 1), "Id är tomt: fyll i cellen"),),
    ),
    "an indicator with all its parts, of which 0 is one": Trial(
        steering_indicators_are_complete, case(goals=(ONE,), indicators=(indicator("1.1", base=0.0),))
    ),
    "an indicator of which little is known": Trial(
        steering_indicators_are_complete,
        case(goals=(ONE,), indicators=(BARE,)),
        tuple(
            f"mål.xlsx, blad Indikatorer, cell {cell}2: anmärkning: {heading} är tomt: "
            "fyll i cellen, annars kan indikator 1.1 inte bedömas."
            for cell, heading in (
                ("D", "Enhet"),
                ("E", "Slag"),
                ("G", "Önskad riktning"),
                ("H", "Basvärde"),
                ("J", "Målvärde"),
                ("O", "Källa"),
            )
        ),
    ),
    "little needs to be known for a stödjande goal": Trial(
        steering_indicators_are_complete, case(goals=(ONE,), classes=SUPPORTING, indicators=(BARE,))
    ),
    "parts that could not be read": Trial(
        steering_indicators_are_complete,
        case(goals=(ONE,), indicators=(indicator("1.1", base=None),)),
        before=(Problem(BARE.at("Basvärde"), "”omkring 80” är inget tal", indicator="1.1"),),
    ),
    "an indicator with values": Trial(
        steering_indicators_have_values,
        case(goals=(ONE,), indicators=(indicator("1.1"),), series={"1.1": series({2019: [6.0]})}),
    ),
    "an indicator without values": Trial(
        steering_indicators_have_values, case(goals=(ONE,), indicators=(indicator("1.1"),)), (NO_VALUES,)
    ),
    "one of whose goals is styrande": Trial(
        steering_indicators_have_values,
        case(goals=(ONE, goal(2)), classes=SUPPORTING, indicators=(indicator("1.1", goals=(1, 2)),)),
        (NO_VALUES,),
    ),
    "no values are asked for a stödjande goal": Trial(
        steering_indicators_have_values, case(goals=(ONE,), classes=SUPPORTING, indicators=(indicator("1.1"),))
    ),
    "values of this year": Trial(
        steering_indicators_have_values_of_the_year,
        case(goals=(ONE,), indicators=(indicator("1.1"),), series={"1.1": series({2018: [6.0] * 12, 2019: [6.0]})}),
    ),
    "values of last year, but none of this": Trial(
        steering_indicators_have_values_of_the_year,
        case(goals=(ONE,), indicators=(indicator("1.1"),), series={"1.1": series({2018: [6.0] * 12})}),
        (NONE_THIS_YEAR,),
    ),
    "values that come later this year": Trial(
        steering_indicators_have_values_of_the_year,
        case(
            goals=(ONE,),
            indicators=(indicator("1.1", next_measurement="september"),),
            series={"1.1": series({2018: [6.0] * 12})},
        ),
    ),
    "values of whole years": Trial(
        steering_indicators_have_values_of_the_year,
        case(goals=(ONE,), indicators=(indicator("1.1"),), series={"1.1": series({2018: [6.0]}, per_year=1)}),
    ),
    "before the year's first values are asked for": Trial(
        steering_indicators_have_values_of_the_year,
        case(
            Occasion.AMBITION,
            goals=(ONE,),
            indicators=(indicator("1.1"),),
            series={"1.1": series({2018: [6.0] * 12})},
        ),
    ),
    "values that could not be read": Trial(
        steering_indicators_have_values,
        case(goals=(ONE,), indicators=(indicator("1.1"),)),
        before=(Problem(Place("utfall.xlsx", "Utfall", 4, 3), "”tolv” är inget tal", indicator="1.1"),),
    ),
    "values in a file that could not be read": Trial(
        steering_indicators_have_values,
        case(goals=(ONE,), indicators=(indicator("1.1"),), partial=True),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_a_styrande_goal_has_what_it_takes_to_be_assessed(trial: Trial) -> None:
    assert trial.told() == trial.lines
