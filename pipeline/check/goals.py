"""What the sheets Mål, Uppföljning and Åtgärder must say to be understood."""

from pipeline.check.case import Case
from pipeline.model.records import FollowUp
from pipeline.model.words import DecisionStage, GoalClass, Occasion, Progress, Status
from pipeline.problems import Place, Problems, quoted
from pipeline.wording import iso, listed

_DECIDING = ("Ambitionsnivå", "Påverkbart", "Mätbart", "Resurser")
_UNTIL_STEERING = " Töm cellen, eller låt den stå tills målet är styrande."
_WHEN_SUPPORTING = " Töm cellen, eller låt den stå tills målet är stödjande."
_TOLD_AT = "april, augusti eller årsuppföljning"


def decision_stage_is_given(case: Case, problems: Problems) -> None:
    """A goal with an ambition level but no Beslutsläge counts as preliminary, and that is said."""
    for goal in case.source.goals:
        if goal.stage is None and goal.ambition_level and not problems.fault_at(goal.at("Beslutsläge")):
            text = f"mål {goal.number} saknar Beslutsläge och räknas som preliminärt. Välj preliminär eller fastställd."
            problems.remark(goal.at("Beslutsläge"), text)


def adopted_has_its_decision(case: Case, problems: Problems) -> None:
    """An adopted level names the meeting that adopted it; a preliminary one names none."""
    for goal in case.source.goals:
        cell = goal.at("Fastställd")
        if goal.stage is DecisionStage.ADOPTED and not goal.adopted and not problems.fault_at(cell):
            text = f"mål {goal.number} är fastställt, men det står inte när. Skriv datum och paragraf."
            problems.remark(cell, text)
        if goal.stage is not DecisionStage.ADOPTED and goal.stage is not None and goal.adopted:
            text = f"mål {goal.number} har text i Fastställd men Beslutsläge {goal.stage.value}. Rätta det ena."
            problems.remark(goal.at("Beslutsläge"), text)


def stage_agrees_with_the_level(case: Case, problems: Problems) -> None:
    """A level that is not drafted has no text, and one that is adopted has."""
    for goal in case.source.goals:
        if goal.stage is DecisionStage.NOT_DRAFTED and goal.ambition_level:
            text = f"mål {goal.number} har en ambitionsnivå men Beslutsläge ej framtagen. Rätta det ena."
            problems.remark(goal.at("Beslutsläge"), text)
        cell = goal.at("Ambitionsnivå")
        if goal.stage is DecisionStage.ADOPTED and not goal.ambition_level and not problems.fault_at(cell):
            text = f"mål {goal.number} är fastställt men saknar Ambitionsnivå. Skriv nivån, eller ändra Beslutsläge."
            problems.remark(cell, text)


def criteria_are_answered(case: Case, problems: Problems) -> None:
    """A goal with a level but an unanswered criterion stays undecided, and gets no forecast."""
    for goal in case.source.goals:
        level = goal.ambition_level and goal.stage is not DecisionStage.NOT_DRAFTED and not goal.directional
        answers = (("Påverkbart", goal.influenceable), ("Mätbart", goal.measurable), ("Resurser", goal.resourced))
        for heading, answer in answers:
            if level and answer is None and heading in goal.places and not problems.fault_at(goal.at(heading)):
                text = (
                    f"mål {goal.number} har en ambitionsnivå men {heading} är inte besvarat: målet blir ej fastställt."
                )
                problems.remark(goal.at(heading), f"{text} Svara i kolumnen {heading}.")


def what_decides_the_class_has_a_column(case: Case, problems: Problems) -> None:
    """A sheet Mål with some of the columns that a goal's class rests on has them all; each sheet is told once."""
    sheets: dict[Place, set[str]] = {}
    for goal in case.source.goals:
        sheets.setdefault(Place(goal.place.file, goal.place.sheet), set()).update(goal.places)
    for sheet, headings in sheets.items():
        lost = [heading for heading in _DECIDING if heading not in headings]
        if lost and len(lost) < len(_DECIDING):
            text = (
                f"{'rubriken' if len(lost) == 1 else 'rubrikerna'} {listed(lost)} finns inte i rubrikraden: inget mål "
            )
            problems.remark(sheet, f"{text}kan då bli styrande eller stödjande. Lägg till eller rätta det som saknas.")


def follow_ups_have_an_occasion(case: Case, problems: Problems) -> None:
    """Without Tillfälle nobody knows in which report the text belongs; the ambition dialogue prints none."""
    for row in case.source.follow_ups:
        cell = row.at("Tillfälle")
        if row.occasion is None and not problems.fault_at(cell):
            problems.fault(cell, f"Tillfälle är tomt: välj det tillfälle som texten gäller, {_TOLD_AT}.")
        if row.occasion is Occasion.AMBITION:
            problems.remark(cell, f"Tillfälle är ambitionsnivå: texten skrivs inte ut. Välj {_TOLD_AT}.")


def other_status_has_a_reason(case: Case, problems: Problems) -> None:
    """A person may decide otherwise than the program, with a written reason and a role."""
    for row in case.source.follow_ups:
        if row.status is None or not _can_have_status(case, row):
            continue
        if not row.motivation and not problems.fault_at(row.at("Motivering")):
            text = f"Bedömning är {row.status.value} men Motivering är tom: skriv varför bedömningen avviker."
            problems.fault(row.at("Motivering"), text)
        if not row.assessed_by and not problems.fault_at(row.at("Bedömd av")):
            problems.remark(row.at("Bedömd av"), "Bedömd av är tom: skriv vilken roll som har gjort bedömningen.")


def nothing_is_uncertain_after_the_year(case: Case, problems: Problems) -> None:
    """When the year is over a person too says that a goal was met or was not, or that it cannot be assessed."""
    for row in case.source.follow_ups:
        if row.occasion is Occasion.ANNUAL and row.status is Status.UNCERTAIN:
            text = "Bedömning är osäkert men året är slut: välj uppfylls, uppfylls delvis, uppfylls inte"
            problems.fault(row.at("Bedömning"), f"{text} eller kan inte bedömas.")


def assessments_suit_the_class(case: Case, problems: Problems) -> None:
    """A status is for a styrande goal and Egen bedömning for a stödjande; elsewhere neither is printed."""
    for row in case.source.follow_ups:
        if _lost_columns(case, row):
            continue
        found = case.classes.get(row.goal)
        if row.status is not None and not _can_have_status(case, row):
            other = " Använd Egen bedömning." if found is GoalClass.SUPPORTING else _UNTIL_STEERING
            text = f"Bedömning skrivs inte ut: mål {row.goal} är inte styrande.{other}"
            problems.remark(row.at("Bedömning"), text)
        if row.own_assessment is not None and found not in (None, GoalClass.SUPPORTING):
            other = " Använd Bedömning." if found is GoalClass.STEERING else _WHEN_SUPPORTING
            text = f"Egen bedömning skrivs inte ut: mål {row.goal} är inte stödjande.{other}"
            problems.remark(row.at("Egen bedömning"), text)


def _lost_columns(case: Case, row: FollowUp) -> bool:
    """Say whether the goal's class may be another than it seems, since what it rests on has no column."""
    goal = case.goal(row.goal)
    return goal is not None and bool(goal.places) and any(heading not in goal.places for heading in _DECIDING)


def _can_have_status(case: Case, row: FollowUp) -> bool:
    return case.classes.get(row.goal) in (None, GoalClass.STEERING)


def decisions_have_a_proposal(case: Case, problems: Problems) -> None:
    """A measure that needs a political decision says which decision."""
    for row in case.source.measures:
        cell = row.at("Förslag till beslut")
        if row.goal and row.needs_decision and not row.proposal and not problems.fault_at(cell):
            text = f"åtgärden för mål {row.goal} kräver politiskt beslut men saknar Förslag till beslut. Skriv ett."
            problems.remark(cell, text)


def measures_are_on_time(case: Case, problems: Problems) -> None:
    """A measure that should be done by the report date is done, or its day has been moved."""
    until = case.report_date
    for row in case.source.measures:
        if row.is_late(until):
            stands = f"Läge är {row.progress.value}" if row.progress else "Läge är tomt"
            text = f"åtgärden skulle vara klar {iso(row.due_on)} men {stands}. Ändra Läge, eller skriv en ny dag."
            problems.remark(row.at("Klart senast"), text)


def measures_have_a_day(case: Case, problems: Problems) -> None:
    """Only a day shows whether a measure is late; other words are printed as they stand."""
    for row in case.source.measures:
        if row.due and row.due_on is None and row.progress is not Progress.DONE:
            text = f"{quoted(row.due)} är ingen dag: programmet ser inte om åtgärden är försenad. Skriv till exempel "
            problems.remark(row.at("Klart senast"), f"{text}2019-09-30, om det finns en bestämd dag.")


RULES = (
    decision_stage_is_given,
    adopted_has_its_decision,
    stage_agrees_with_the_level,
    criteria_are_answered,
    what_decides_the_class_has_a_column,
    follow_ups_have_an_occasion,
    other_status_has_a_reason,
    nothing_is_uncertain_after_the_year,
    assessments_suit_the_class,
    decisions_have_a_proposal,
    measures_are_on_time,
    measures_have_a_day,
)
