"""Sentences derived from the results, for none, one, two and many.

"Beräknas" is the program's forecast and "bedöms" a person's assessment; "uppfylldes" is said only after the year.
"""

from collections.abc import Sequence

from pipeline.compose import figures
from pipeline.compose.brief import Brief, numbers
from pipeline.compose.texts import genitive, inside
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Status
from pipeline.wording import capital, count, counted, goals_listed, listed

_ONE = {
    Status.MET: "beräknas uppfyllas",
    Status.PARTLY: "beräknas uppfyllas delvis",
    Status.UNCERTAIN: "är osäkert",
    Status.NOT_MET: "beräknas inte uppfyllas",
    Status.NOT_ASSESSABLE: "kan inte bedömas",
}
_MANY = {**_ONE, Status.UNCERTAIN: "är osäkra"}


def verdict(status: Status, *, by_person: bool = False) -> str:
    """Return the verb phrase of a status: ``beräknas uppfyllas``; ``bedöms uppfyllas`` where a person says so."""
    return _said_by(_ONE[status], by_person=by_person)


def _said_by(text: str, *, by_person: bool) -> str:
    return text.replace("beräknas", "bedöms") if by_person else text


def classes(brief: Brief) -> str:
    """Return how the board's goals divide into classes: "Av kommunstyrelsens åtta mål är tre styrande …"."""
    goals = brief.results.goals
    if not goals:
        return ""
    name = genitive(inside(brief.board))
    found = [(len(brief.of_class(kind)), kind) for kind in GoalClass if brief.of_class(kind)]
    if len(found) == 1:
        return _one_class(name, *found[0])
    parts = [f"{count(number)} {_class_word(kind, number)}" for number, kind in found]
    return f"Av {name} {counted(len(goals), 'mål', 'mål')} är {listed(parts)}."


def _one_class(name: str, number: int, kind: GoalClass) -> str:
    if number == 1:
        return f"{capital(name)} enda mål är {_class_word(kind, 1)}."
    return f"{capital(name)} {counted(number, 'mål', 'mål')} är alla {_class_word(kind, number)}."


def _class_word(kind: GoalClass, number: int) -> str:
    many = number != 1
    return {
        GoalClass.STEERING: "styrande",
        GoalClass.SUPPORTING: "stödjande",
        GoalClass.DIRECTIONAL: "inriktningsmål",
        GoalClass.UNDECIDED: "ännu inte fastställda" if many else "ännu inte fastställt",
    }[kind]


def forecasts(brief: Brief, ending: str = "vid årets slut") -> str:
    """Return how the styrande goals fare: "Ett av de styrande målen beräknas uppfyllas vid årets slut, …"."""
    steering = brief.of_class(GoalClass.STEERING)
    if not steering:
        return "Inget mål är styrande, så ingen prognos redovisas."
    found = [(status, goals) for status in Status if (goals := _held(steering, status))]
    if len(found) == 1:
        return _all_alike(steering, found[0][0], ending)
    parts = [_share(status, goals, first=index == 0) for index, (status, goals) in enumerate(found)]
    head = f"{capital(parts[0])}{f' {ending}' if found[0][0] in (Status.MET, Status.PARTLY, Status.NOT_MET) else ''}"
    return f"{listed([head, *parts[1:]])}."


def _held(goals: Sequence[GoalResult], status: Status) -> tuple[GoalResult, ...]:
    return tuple(goal for goal in goals if goal.status is status)


def _share(status: Status, goals: Sequence[GoalResult], *, first: bool) -> str:
    of = " av de styrande målen" if first else ""
    phrase = _ONE[status] if len(goals) == 1 else _MANY[status]
    return f"{count(len(goals))}{of} {phrase}"


def _all_alike(goals: Sequence[GoalResult], status: Status, ending: str) -> str:
    tail = f" {ending}" if status in (Status.MET, Status.PARTLY, Status.NOT_MET) else ""
    if len(goals) == 1:
        return f"Det enda styrande målet, {goals_listed(numbers(tuple(goals)))}, {_ONE[status]}{tail}."
    if status is Status.NOT_MET:
        return f"Inget av de {count(len(goals))} styrande målen beräknas uppfyllas{tail}."
    if status is Status.NOT_ASSESSABLE:
        return f"Inget av de {count(len(goals))} styrande målen kan bedömas."
    return f"Samtliga {count(len(goals))} styrande mål {_MANY[status]}{tail}."


def preliminary(brief: Brief) -> str:
    """Return the sentence that tells which ambition levels the board has not adopted, or nothing."""
    goals = tuple(goal for goal in brief.results.goals if goal.classification.preliminary)
    if not goals:
        return ""
    organ = inside(brief.board)
    if len(goals) == 1:
        return f"Ambitionsnivån för {goals_listed(numbers(goals))} är preliminär: {organ} har inte fastställt den."
    return f"Ambitionsnivåerna för {goals_listed(numbers(goals))} är preliminära: {organ} har inte fastställt dem."


def class_words(goal: GoalResult) -> str:
    """Return the goal's class in words: ``styrande (preliminärt)``."""
    word = goal.classification.goal_class.value
    steering_or_supporting = goal.classification.goal_class in (GoalClass.STEERING, GoalClass.SUPPORTING)
    return f"{word} (preliminärt)" if goal.classification.preliminary and steering_or_supporting else word


def goal_forecast(goal: GoalResult) -> str:
    """Return the goal's forecast as one or two sentences, by its class."""
    match goal.classification.goal_class:
        case GoalClass.STEERING:
            return _steering_forecast(goal)
        case GoalClass.SUPPORTING:
            return own_assessment(goal)
        case GoalClass.DIRECTIONAL:
            return "Målet är ett inriktningsmål; ingen prognos redovisas."
        case GoalClass.UNDECIDED:
            return f"Målet är inte fastställt. {goal.classification.reason}"


def _steering_forecast(goal: GoalResult) -> str:
    if goal.status is None:
        return ""
    person = goal.follow_up is not None and goal.follow_up.status is not None
    count_first = goal.reason if len(goal.indicators) != 1 else ""
    parts = (
        f"Målet {verdict(goal.status, by_person=person)}.",
        count_first,
        *map(_indicator_forecast, goal.indicators),
    )
    return " ".join(part for part in parts if part)


def _indicator_forecast(one: IndicatorResult) -> str:
    forecast, name = one.outlook.forecast, one.indicator.name
    if forecast is None:
        return f"{name}: {inside(one.reason)}" if one.reason else ""
    return f"{name}: prognos {figures.point(one, forecast)} mot målet {figures.target(one)}."


def own_assessment(goal: GoalResult, *, by: bool = True) -> str:
    """Return a person's view of the year for a stödjande goal, and whose; a missing one is said to be missing."""
    person = goal.follow_up
    if person is None or person.own_assessment is None:
        return "Egen bedömning saknas."
    who = f" av {person.assessed_by}" if by and person.assessed_by else ""
    return f"Utvecklingen bedöms{who} vara {person.own_assessment.value}."


def override(goal: GoalResult) -> str:
    """Return both assessments and the reason where a person has decided otherwise than the program."""
    person = goal.follow_up
    if goal.status is None or goal.computed_status is None or person is None or person.status is None:
        return ""
    who = person.assessed_by or "en person"
    return (
        f"Enligt beräkningen: {goal.computed_status.value}. Bedömning av {who}: {person.status.value}. "
        f"Motivering: {person.motivation}"
    )


def summary_of_classes(brief: Brief) -> tuple[str, ...]:
    """Return the dialogue's Summering: which goals are styrande, stödjande and inriktningsmål."""
    parts = []
    if steering := numbers(brief.of_class(GoalClass.STEERING)):
        parts.append(f"{capital(goals_listed(steering))} är styrande och har en kvantitativ mätbarhet av resultat.")
    if supporting := numbers(brief.of_class(GoalClass.SUPPORTING)):
        parts.append(
            f"{capital(goals_listed(supporting))} blir mer stödjande än styrande och mäts enbart på en kvalitativ egen "
            "uppfattning om utveckling samt eventuella mätbara mervärden som inte kunnat förutses vid årets början."
        )
    if directional := numbers(brief.of_class(GoalClass.DIRECTIONAL)):
        parts.append(
            f"{capital(goals_listed(directional))} är inriktningsmål och följs upp genom verksamhetens aktiviteter, "
            "utan prognos."
        )
    return tuple(parts)
