"""Sentences derived from the results, for none, one, two and many.

"Beräknas" is the program's forecast and "bedöms" a person's assessment; "uppfylldes" is said only after the year.
"""

from collections.abc import Sequence

from pipeline.compose import figures
from pipeline.compose.brief import Brief, numbers
from pipeline.compose.texts import genitive, inside
from pipeline.model.records import FollowUp
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.model.words import GoalClass, Status
from pipeline.wording import capital, count, counted, goals_listed, listed, sentence

_ONE = {
    Status.MET: "beräknas uppfyllas",
    Status.PARTLY: "beräknas uppfyllas delvis",
    Status.UNCERTAIN: "är osäkert",
    Status.NOT_MET: "beräknas inte uppfyllas",
    Status.NOT_ASSESSABLE: "kan inte bedömas",
}
_AT_YEAR_END = (Status.MET, Status.PARTLY, Status.NOT_MET)
TWO = 2
_MANY = {**_ONE, Status.UNCERTAIN: "är osäkra"}


def verdict(status: Status, *, by_person: bool = False) -> str:
    """Return a goal's status as a sentence: "Målet beräknas uppfyllas."; "bedöms" where a person says so."""
    if status is Status.UNCERTAIN:
        return "Det bedöms som osäkert om målet uppfylls." if by_person else "Det är osäkert om målet uppfylls."
    return f"Målet {_said_by(_ONE[status], by_person=by_person)}."


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
        article = "ett " if kind is GoalClass.DIRECTIONAL else ""
        return f"{capital(name)} enda mål är {article}{_class_word(kind, 1)}."
    every = "båda" if number == TWO else "alla"
    return f"{capital(name)} {counted(number, 'mål', 'mål')} är {every} {_class_word(kind, number)}."


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
    head = f"{capital(parts[0])}{_tail(found[0][0], ending)}"
    return f"{listed([head, *parts[1:]])}."


def _tail(status: Status, ending: str) -> str:
    return f" {ending}" if status in _AT_YEAR_END else ""


def _held(goals: Sequence[GoalResult], status: Status) -> tuple[GoalResult, ...]:
    return tuple(goal for goal in goals if goal.status is status)


def _share(status: Status, goals: Sequence[GoalResult], *, first: bool) -> str:
    of = " av de styrande målen" if first else ""
    return f"{count(len(goals))}{of} {_phrase(status, goals)}"


def _phrase(status: Status, goals: Sequence[GoalResult]) -> str:
    phrase = _ONE[status] if len(goals) == 1 else _MANY[status]
    return _said_by(phrase, by_person=all(map(by_person, goals)))


def _all_alike(goals: Sequence[GoalResult], status: Status, ending: str) -> str:
    phrase = f"{_phrase(status, goals)}{_tail(status, ending)}"
    if len(goals) == 1:
        return f"Det enda styrande målet, {goals_listed(numbers(tuple(goals)))}, {phrase}."
    if status in (Status.NOT_MET, Status.NOT_ASSESSABLE):
        return f"Inget av de {count(len(goals))} styrande målen {phrase.replace(' inte', '', 1)}."
    every = "Båda de styrande målen" if len(goals) == TWO else f"Samtliga {count(len(goals))} styrande mål"
    return f"{every} {phrase}."


def by_person(goal: GoalResult) -> bool:
    """Say whether a person's assessment, of the goal or of an indicator, has decided the goal's status."""
    person = goal.follow_up
    return (person is not None and person.status is not None) or goal.status is not goal.computed_status


def preliminary(brief: Brief) -> str:
    """Return the sentence that tells which ambition levels the board has not adopted, or nothing."""
    goals = brief.preliminary()
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
            return "Målet är inte fastställt; ingen prognos redovisas."


def _steering_forecast(goal: GoalResult) -> str:
    if goal.status is None:
        return ""
    count_first = goal.reason if len(goal.indicators) != 1 else ""
    parts = (
        verdict(goal.status, by_person=by_person(goal)),
        override(goal),
        count_first,
        *map(_indicator_forecast, goal.indicators),
    )
    return " ".join(part for part in parts if part)


def _indicator_forecast(one: IndicatorResult) -> str:
    forecast, name = one.outlook.forecast, one.indicator.name
    if forecast is None:
        return f"{name}: {inside(one.reason)}" if one.reason else ""
    return f"{name}: prognos {figures.point_in_prose(one, forecast)} mot målet {figures.target_in_prose(one)}."


def assessed(goal: GoalResult) -> bool:
    """Say whether a person has assessed the year of a stödjande goal."""
    return goal.follow_up is not None and goal.follow_up.own_assessment is not None


def own_assessment(goal: GoalResult, *, by: bool = True) -> str:
    """Return a person's view of the year for a stödjande goal, and whose; a missing one is said to be missing."""
    person = goal.follow_up
    if person is None or person.own_assessment is None:
        return "Egen bedömning av utvecklingen saknas."
    who = f" av {person.assessed_by}" if by and person.assessed_by else ""
    return f"Utvecklingen bedöms{who} vara {person.own_assessment.value}."


def override(goal: GoalResult) -> str:
    """Return both assessments and the reason where a person has decided otherwise than the program."""
    if goal.status is None or goal.computed_status is None or not by_person(goal):
        return ""
    computed = f"Enligt beräkningen: {goal.computed_status.value}."
    if goal.follow_up is None or goal.follow_up.status is None:
        return f"{computed} Statusen bygger på en persons bedömning av en indikator."
    return f"{computed} {personal(goal.follow_up, goal.follow_up.status)}"


def personal(person: FollowUp, status: Status) -> str:
    """Return a person's own status with who has set it and why."""
    why = sentence(f"Motivering: {person.motivation}") if person.motivation else "Motivering saknas."
    return f"Bedömning av {person.assessed_by or 'en person'}: {status.value}. {why}"


def own_forecast(person: FollowUp | None) -> str:
    """Return the value that a person expects at the year's end, as it is written."""
    if person is None or not person.own_forecast:
        return ""
    by = f" av {person.assessed_by}" if person.assessed_by else ""
    return sentence(f"Egen prognos{by}: {person.own_forecast}")


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
