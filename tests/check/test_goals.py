import pytest

from pipeline.check.goals import (
    adopted_has_its_decision,
    assessments_suit_the_class,
    criteria_are_answered,
    decision_stage_is_given,
    decisions_have_a_proposal,
    follow_ups_have_an_occasion,
    measures_are_on_time,
    measures_have_a_day,
    nothing_is_uncertain_after_the_year,
    other_status_has_a_reason,
    stage_agrees_with_the_level,
    what_decides_the_class_has_a_column,
)
from pipeline.model.words import DecisionStage, GoalClass, Occasion, OwnAssessment, Progress, Status
from pipeline.problems import Place, Problem
from tests.cases import follow_up, goal, measure, settings
from tests.check.trial import Trial, case

SHEET = Place("mål.xlsx", "Mål", 2)
GOALS = (goal(1), goal(4), goal(6))
CLASSES = {4: GoalClass.SUPPORTING, 6: GoalClass.UNDECIDED}

TRIALS = {
    "a level with a criterion unanswered": Trial(
        criteria_are_answered,
        case(goals=(goal(1, influenceable=None),)),
        (
            (
                "mål.xlsx, blad Mål, cell K2: anmärkning: mål 1 har en ambitionsnivå men Påverkbart är inte besvarat: "
                "målet blir ej fastställt. Svara i kolumnen Påverkbart."
            ),
        ),
    ),
    "a goal without a level": Trial(
        criteria_are_answered, case(goals=(goal(1, ambition_level="", influenceable=None),))
    ),
    "a goal that the board keeps directional": Trial(
        criteria_are_answered, case(goals=(goal(1, directional=True, resourced=None),))
    ),
    "a goal with Beslutsläge, and one without a level": Trial(
        decision_stage_is_given, case(goals=(goal(1), goal(2, stage=None, ambition_level="")))
    ),
    "a level without Beslutsläge": Trial(
        decision_stage_is_given,
        case(goals=(goal(2, stage=None),)),
        (
            (
                "mål.xlsx, blad Mål, cell I3: anmärkning: mål 2 saknar Beslutsläge och räknas som preliminärt. "
                "Välj preliminär eller fastställd."
            ),
        ),
    ),
    "a Beslutsläge that could not be read": Trial(
        decision_stage_is_given,
        case(goals=(goal(2, stage=None),)),
        before=(Problem(goal(2).at("Beslutsläge"), "”klart” är inget val"),),
    ),
    "adopted with its decision, and preliminary without": Trial(
        adopted_has_its_decision, case(goals=(goal(1), goal(2, stage=DecisionStage.PRELIMINARY, adopted="")))
    ),
    "adopted, nobody knows when": Trial(
        adopted_has_its_decision,
        case(goals=(goal(1, adopted=""),)),
        (
            (
                "mål.xlsx, blad Mål, cell J2: anmärkning: mål 1 är fastställt, men det står inte när. "
                "Skriv datum och paragraf."
            ),
        ),
    ),
    "adopted in a cell that could not be read": Trial(
        adopted_has_its_decision,
        case(goals=(goal(1, adopted=""),)),
        before=(Problem(goal(1).at("Fastställd"), "cellen visar felet #REF!"),),
    ),
    "preliminary with a decision": Trial(
        adopted_has_its_decision,
        case(goals=(goal(1, stage=DecisionStage.PRELIMINARY),)),
        (
            (
                "mål.xlsx, blad Mål, cell I2: anmärkning: mål 1 har text i Fastställd men Beslutsläge preliminär. "
                "Rätta det ena."
            ),
        ),
    ),
    "a level at every stage that has one": Trial(
        stage_agrees_with_the_level,
        case(goals=(goal(1), goal(2, stage=DecisionStage.NOT_DRAFTED, ambition_level=""), goal(3, stage=None))),
    ),
    "a level that is said not to be drafted": Trial(
        stage_agrees_with_the_level,
        case(goals=(goal(6, stage=DecisionStage.NOT_DRAFTED),)),
        (
            (
                "mål.xlsx, blad Mål, cell I7: anmärkning: mål 6 har en ambitionsnivå men Beslutsläge ej framtagen. "
                "Rätta det ena."
            ),
        ),
    ),
    "an adopted level that is not written": Trial(
        stage_agrees_with_the_level,
        case(goals=(goal(1, ambition_level=""),)),
        (
            (
                "mål.xlsx, blad Mål, cell G2: anmärkning: mål 1 är fastställt men saknar Ambitionsnivå. "
                "Skriv nivån, eller ändra Beslutsläge."
            ),
        ),
    ),
    "a level that could not be read": Trial(
        stage_agrees_with_the_level,
        case(goals=(goal(1, ambition_level=""),)),
        before=(Problem(goal(1).at("Ambitionsnivå"), "cellen visar felet #REF!"),),
    ),
    "a follow-up in April": Trial(follow_ups_have_an_occasion, case(follow_ups=(follow_up(1),))),
    "a follow-up of no occasion": Trial(
        follow_ups_have_an_occasion,
        case(follow_ups=(follow_up(1, None, row=3),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell C3: Tillfälle är tomt: välj det tillfälle som texten gäller, "
                "april, augusti eller årsuppföljning."
            ),
        ),
    ),
    "a follow-up whose occasion could not be read": Trial(
        follow_ups_have_an_occasion,
        case(follow_ups=(follow_up(1, None, row=3),)),
        before=(Problem(follow_up(1, row=3).at("Tillfälle"), "”maj” är inget val"),),
    ),
    "a follow-up at the ambition dialogue": Trial(
        follow_ups_have_an_occasion,
        case(follow_ups=(follow_up(1, Occasion.AMBITION),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell C2: anmärkning: Tillfälle är ambitionsnivå: texten skrivs inte ut. "
                "Välj april, augusti eller årsuppföljning."
            ),
        ),
    ),
    "nothing uncertain after the year, and something before": Trial(
        nothing_is_uncertain_after_the_year,
        case(
            follow_ups=(
                follow_up(1, Occasion.ANNUAL, status=Status.NOT_ASSESSABLE),
                follow_up(1, Occasion.AUGUST, status=Status.UNCERTAIN),
            )
        ),
    ),
    "something uncertain after the year": Trial(
        nothing_is_uncertain_after_the_year,
        case(follow_ups=(follow_up(1, Occasion.ANNUAL, status=Status.UNCERTAIN),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell H2: Bedömning är osäkert men året är slut: välj uppfylls, "
                "uppfylls delvis, uppfylls inte eller kan inte bedömas."
            ),
        ),
    ),
    "another status with its reason and role": Trial(
        other_status_has_a_reason,
        case(
            goals=GOALS, follow_ups=(follow_up(1, status=Status.MET, motivation="Avtal finns.", assessed_by="chefen"),)
        ),
    ),
    "another status without reason or role": Trial(
        other_status_has_a_reason,
        case(goals=GOALS, follow_ups=(follow_up(1, status=Status.PARTLY),)),
        (
            (
                "mål.xlsx, blad Uppföljning, cell I2: Bedömning är uppfylls delvis men Motivering är tom: "
                "skriv varför bedömningen avviker."
            ),
            (
                "mål.xlsx, blad Uppföljning, cell J2: anmärkning: Bedömd av är tom: "
                "skriv vilken roll som har gjort bedömningen."
            ),
        ),
    ),
    "another status whose reason could not be read": Trial(
        other_status_has_a_reason,
        case(goals=GOALS, follow_ups=(follow_up(1, status=Status.PARTLY),)),
        before=(
            Problem(follow_up(1).at("Motivering"), "cellen visar felet #REF!"),
            Problem(follow_up(1).at("Bedömd av"), "cellen visar felet #REF!"),
        ),
    ),
    "a status that is not printed needs no reason": Trial(
        other_status_has_a_reason, case(goals=GOALS, classes=CLASSES, follow_ups=(follow_up(4, status=Status.MET),))
    ),
    "assessments that suit, and one of no goal": Trial(
        assessments_suit_the_class,
        case(
            goals=GOALS,
            classes=CLASSES,
            follow_ups=(
                follow_up(1, status=Status.MET),
                follow_up(4, own_assessment=OwnAssessment.POSITIVE),
                follow_up(6),
                follow_up(9, status=Status.MET, own_assessment=OwnAssessment.POSITIVE),
            ),
        ),
    ),
    "each assessment on the other kind of goal": Trial(
        assessments_suit_the_class,
        case(
            goals=GOALS,
            classes=CLASSES,
            follow_ups=(
                follow_up(1, own_assessment=OwnAssessment.POSITIVE),
                follow_up(4, status=Status.MET, row=3),
            ),
        ),
        (
            (
                "mål.xlsx, blad Uppföljning, cell F2: anmärkning: Egen bedömning skrivs inte ut: mål 1 är inte "
                "stödjande. Använd Bedömning."
            ),
            (
                "mål.xlsx, blad Uppföljning, cell H3: anmärkning: Bedömning skrivs inte ut: mål 4 är inte styrande. "
                "Använd Egen bedömning."
            ),
        ),
    ),
    "both assessments on a goal that is not adopted": Trial(
        assessments_suit_the_class,
        case(
            goals=GOALS,
            classes=CLASSES,
            follow_ups=(follow_up(6, status=Status.MET, own_assessment=OwnAssessment.NEGATIVE),),
        ),
        (
            (
                "mål.xlsx, blad Uppföljning, cell F2: anmärkning: Egen bedömning skrivs inte ut: mål 6 är inte "
                "stödjande. "
                "Töm cellen, eller låt den stå tills målet är stödjande."
            ),
            (
                "mål.xlsx, blad Uppföljning, cell H2: anmärkning: Bedömning skrivs inte ut: mål 6 är inte styrande. "
                "Töm cellen, eller låt den stå tills målet är styrande."
            ),
        ),
    ),
    "an assessment where the goal's class has lost what it rests on": Trial(
        assessments_suit_the_class,
        case(
            goals=(goal(6, places={"Ambitionsnivå": SHEET}),),
            classes=CLASSES,
            follow_ups=(follow_up(6, own_assessment=OwnAssessment.NEGATIVE),),
        ),
    ),
    "a decision with its proposal, and no decision": Trial(
        decisions_have_a_proposal,
        case(measures=(measure(1, needs_decision=True, proposal="att omprioritera 150 tkr"), measure(2, row=3))),
    ),
    "a decision without a proposal": Trial(
        decisions_have_a_proposal,
        case(measures=(measure(3, needs_decision=True),)),
        (
            (
                "mål.xlsx, blad Åtgärder, cell J2: anmärkning: åtgärden för mål 3 kräver politiskt beslut "
                "men saknar Förslag till beslut. Skriv ett."
            ),
        ),
    ),
    "a decision whose proposal could not be read": Trial(
        decisions_have_a_proposal,
        case(measures=(measure(3, needs_decision=True),)),
        before=(Problem(measure(3).at("Förslag till beslut"), "cellen visar felet #REF!"),),
    ),
    "days, and words for what is done": Trial(
        measures_have_a_day,
        case(
            measures=(measure(1, due="2019-05-01"), measure(1, due=""), measure(1, due="i maj", progress=Progress.DONE))
        ),
    ),
    "a measure due some time": Trial(
        measures_have_a_day,
        case(measures=(measure(1, due="hösten"),)),
        (
            (
                "mål.xlsx, blad Åtgärder, cell F2: anmärkning: ”hösten” är ingen dag: programmet ser inte om "
                "åtgärden är "
                "försenad. Skriv till exempel 2019-09-30, om det finns en bestämd dag."
            ),
        ),
    ),
    "all columns, and none of them": Trial(
        what_decides_the_class_has_a_column, case(goals=(goal(1), goal(2, places={}, place=Place("b.xlsx", "Mål", 2))))
    ),
    "a column of a criterion is lost": Trial(
        what_decides_the_class_has_a_column,
        case(goals=(goal(1, places=dict.fromkeys(("Ambitionsnivå", "Påverkbart", "Resurser"), SHEET)),)),
        (
            (
                "mål.xlsx, blad Mål: anmärkning: rubriken Mätbart finns inte i rubrikraden: inget mål kan då bli "
                "styrande "
                "eller stödjande. Lägg till eller rätta det som saknas."
            ),
        ),
    ),
    "two columns are lost": Trial(
        what_decides_the_class_has_a_column,
        case(goals=(goal(1, places=dict.fromkeys(("Påverkbart", "Resurser"), SHEET)),)),
        (
            (
                "mål.xlsx, blad Mål: anmärkning: rubrikerna Ambitionsnivå och Mätbart finns inte i rubrikraden: "
                "inget mål "
                "kan då bli styrande eller stödjande. Lägg till eller rätta det som saknas."
            ),
        ),
    ),
    "measures done, due later, and due in words": Trial(
        measures_are_on_time,
        case(
            Occasion.APRIL,
            measures=(
                measure(1, due="2019-04-30", progress=Progress.DONE),
                measure(1, due="2019-05-01"),
                measure(1, due="våren 2019"),
                measure(1, due=""),
            ),
        ),
    ),
    "measures that should be done": Trial(
        measures_are_on_time,
        case(
            Occasion.APRIL,
            measures=(
                measure(1, due="2019-04-30", progress=Progress.UNDER_WAY),
                measure(1, due="2018-12-31", progress=None, row=3),
            ),
        ),
        (
            (
                "mål.xlsx, blad Åtgärder, cell F2: anmärkning: åtgärden skulle vara klar 2019-04-30 men Läge är pågår. "
                "Ändra Läge, eller skriv en ny dag."
            ),
            (
                "mål.xlsx, blad Åtgärder, cell F3: anmärkning: åtgärden skulle vara klar 2018-12-31 men Läge är tomt. "
                "Ändra Läge, eller skriv en ny dag."
            ),
        ),
    ),
    "no measure is late at the ambition dialogue": Trial(
        measures_are_on_time, case(Occasion.AMBITION, measures=(measure(1, due="2018-12-31"),))
    ),
    "no measure is late when the year is not known": Trial(
        measures_are_on_time,
        case(Occasion.APRIL, measures=(measure(1, due="2018-12-31"),), settings=settings(year=None)),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_what_people_write_of_goals_agrees(trial: Trial) -> None:
    assert trial.told() == trial.lines
