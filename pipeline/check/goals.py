"""What the sheets Mål, Uppföljning and Åtgärder must say to be understood."""

from pipeline.check.case import Case
from pipeline.model.records import FollowUp
from pipeline.model.words import DecisionStage, GoalClass
from pipeline.problems import Problems


def decision_stage_is_given(case: Case, problems: Problems) -> None:
    """A goal with an ambition level but no Beslutsläge counts as preliminary, and that is said."""
    for goal in case.source.goals:
        if goal.stage is None and goal.ambition_level and not problems.fault_at(goal.at("Beslutsläge")):
            text = f"mål {goal.number} saknar Beslutsläge och räknas som preliminärt. Välj preliminär eller fastställd."
            problems.remark(goal.at("Beslutsläge"), text)


def adopted_has_its_decision(case: Case, problems: Problems) -> None:
    """An adopted level names the meeting that adopted it; a preliminary one names none."""
    for goal in case.source.goals:
        if goal.stage is DecisionStage.ADOPTED and not goal.adopted:
            text = f"mål {goal.number} är fastställt, men det står inte när. Skriv datum och paragraf."
            problems.remark(goal.at("Fastställd"), text)
        if goal.stage is not DecisionStage.ADOPTED and goal.stage is not None and goal.adopted:
            text = f"mål {goal.number} har text i Fastställd men Beslutsläge {goal.stage.value}. Rätta det ena."
            problems.remark(goal.at("Beslutsläge"), text)


def follow_ups_have_an_occasion(case: Case, problems: Problems) -> None:
    """Without Tillfälle nobody knows in which report the text belongs."""
    for row in case.source.follow_ups:
        cell = row.at("Tillfälle")
        if row.occasion is None and not problems.fault_at(cell):
            problems.fault(cell, "Tillfälle är tomt: välj det tillfälle som texten gäller, april eller augusti.")


def other_status_has_a_reason(case: Case, problems: Problems) -> None:
    """A person may decide otherwise than the program, with a written reason and a role."""
    for row in case.source.follow_ups:
        if row.status is None:
            continue
        if not row.motivation:
            text = f"Bedömning är {row.status.value} men Motivering är tom: skriv varför bedömningen avviker."
            problems.fault(row.at("Motivering"), text)
        if not row.assessed_by:
            problems.remark(row.at("Bedömd av"), "Bedömd av är tom: skriv vilken roll som har gjort bedömningen.")
        if _cannot_have_status(case, row):
            text = f"Bedömning skrivs inte ut: mål {row.goal} är inte styrande. Använd Egen bedömning."
            problems.remark(row.at("Bedömning"), text)


def _cannot_have_status(case: Case, row: FollowUp) -> bool:
    return row.goal in case.classes and case.classes[row.goal] is not GoalClass.STEERING


def decisions_have_a_proposal(case: Case, problems: Problems) -> None:
    """A measure that needs a political decision says which decision."""
    for row in case.source.measures:
        if row.needs_decision and not row.proposal:
            text = f"åtgärden för mål {row.goal} kräver politiskt beslut men saknar Förslag till beslut. Skriv ett."
            problems.remark(row.at("Förslag till beslut"), text)


RULES = (
    decision_stage_is_given,
    adopted_has_its_decision,
    follow_ups_have_an_occasion,
    other_status_has_a_reason,
    decisions_have_a_proposal,
)
