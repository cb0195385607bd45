"""Numbers that count something, or follow from a setting, a law or the appendix itself."""

import datetime as dt

from pipeline.compose.appendix.facts import Facts
from pipeline.compose.appendix.leaves import Leaf
from pipeline.compose.appendix.numbering import SHEET
from pipeline.compose.appendix.tokens import Token
from pipeline.model.figures import Origin, Span
from pipeline.model.results import GoalResult, IndicatorResult
from pipeline.problems import Place
from pipeline.wording import NBSP

GOALS = "Antal mål, räknade i Mål och beslut"
INDICATORS = "Antal av målets indikatorer, räknade i Mål och beslut"
REASON = "Skälet till att en prognos saknas eller är osäker, läst ur indikatorns värden"
_VOTES = "Antal röster, räknade ur fältet Röster"
_LIMITS = (
    ("gräns för uppfylls", "met_limit"),
    ("andel av vägen för delvis", "partly_way"),
    ("slack när målet är att hålla nivån", "hold_slack"),
    ("minst andel uppfyllda för delvis", "partly_share"),
)


def _number(token: Token) -> int | None:
    if token.count is not None:
        return token.count
    return int(token.text) if token.text.isdecimal() else None


def count_of(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a count of goals, indicators, periods, measures or votes."""
    many = _number(token)
    return None if many is None else _in_table(facts, leaf, many) or _in_sentence(facts, leaf, token, many)


def _in_table(facts: Facts, leaf: Leaf, many: int) -> Origin | None:
    if (leaf.record == "TotalRow" and leaf.field != "nummer") or leaf.field == "statusfigur":
        return Origin(value=many, rule=GOALS, inputs=facts.every_goal)
    if leaf.record == "VoteRow" or leaf.field == "omröstning":
        return Origin(value=many, rule=_VOTES, cell=_at_meeting(facts, "Röster"))
    if leaf.record == "BasisRow" and leaf.field in ("år", "perioder"):
        return _basis(facts, leaf, many)
    return None


def _in_sentence(facts: Facts, leaf: Leaf, token: Token, many: int) -> Origin | None:
    return _of_goal(facts, leaf, token, many) or _of_all_goals(facts, leaf, token, many)


def _at_meeting(facts: Facts, heading: str) -> Place | None:
    meeting = facts.brief.meeting
    return None if meeting is None else meeting.at(heading)


def _basis(facts: Facts, leaf: Leaf, many: int) -> Origin:
    spans = facts.spans.get(leaf.indicator)
    what = "Hela tidigare år med värden" if leaf.field == "år" else "Kända perioder i år"
    inputs = None if spans is None else spans.values if leaf.field == "år" else spans.year
    return Origin(value=many, rule=what, inputs=inputs)


def _of_goal(facts: Facts, leaf: Leaf, token: Token, many: int) -> Origin | None:
    """Explain a count in the sentence that tells how a goal's indicators fare, or how many measures it has."""
    for goal in _goals(facts, leaf):
        at = leaf.text.find(goal.reason) if goal.reason else -1
        if at >= 0 and at <= token.start < at + len(goal.reason):
            return Origin(value=many, rule=INDICATORS, inputs=facts.rows.get(goal.goal.number))
        if leaf.text.startswith(" åtgärder", token.end) and many == len(goal.measures):
            return Origin(value=many, rule="Antal åtgärder för målet i bladet Åtgärder", cell=goal.measures[0].place)
    return None


def _goals(facts: Facts, leaf: Leaf) -> tuple[GoalResult, ...]:
    if leaf.goal is None:
        return tuple(facts.goals.values())
    return tuple(goal for number, goal in facts.goals.items() if number == leaf.goal)


def _of_all_goals(facts: Facts, leaf: Leaf, token: Token, many: int) -> Origin | None:
    """Explain a count in the sentences that tell how the goals divide and how they fare."""
    for told in facts.told:
        at = leaf.text.find(told) if told else -1
        if at >= 0 and at <= token.start < at + len(told):
            return Origin(value=many, rule=GOALS, inputs=facts.every_goal)
    return None


def paragraph_of(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a protocol's paragraph."""
    if leaf.field not in ("paragraf", "paragrafer"):
        return None
    own = (one for one in facts.brief.source.meetings if one.occasion is facts.brief.occasion)
    found = next((one for one in own if token.text in one.paragraph), None)
    return None if found is None else Origin(value=found.paragraph, cell=found.at("Paragraf"))


def row_of_appendix(_: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain the reference from an indicator to its row in the appendix."""
    if leaf.field != "enhet" or not leaf.text.endswith(f"sifferrad{NBSP}", 0, token.start):
        return None
    row = int(token.text)
    return Origin(value=row, rule="Indikatorns rad i den här bilagan", inputs=Span(SHEET, row, row))


def limit_of(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a limit in the legend: the setting, or its mirror."""
    if leaf.field not in ("betydelse", "målregel"):
        return None
    heading, field = _LIMITS[_which(leaf, token)]
    settings = facts.brief.source.settings
    value: float = getattr(settings, field)
    cell = settings.places.get(heading)
    mirror = leaf.field == "betydelse" and leaf.text.endswith("högst ", 0, token.start)
    rule = f"Inställningen {heading}, i procent" if cell else f"Programmets förval för {heading}, i procent"
    if mirror:
        return Origin(value=1 - value, rule=f"1 minus {heading}, i procent", cell=cell)
    return Origin(value=value, rule=rule, cell=cell)


def _which(leaf: Leaf, token: Token) -> int:
    if leaf.field == "målregel":
        return 3
    after = leaf.text[token.end : token.end + len(" procent av vägen")]
    if after.endswith("av vägen"):
        return 1
    return 2 if leaf.text.endswith("inom ", 0, token.start) else 0


def after_notice(facts: Facts, leaf: Leaf, day: dt.date) -> Origin | None:
    """Explain the last day for an appeal and the day on which the notice is taken down."""
    if leaf.field not in ("överklagas_senast", "anslag_tas_ned"):
        return None
    rule = "Tre veckor från anslaget, 13 kap. 5 § kommunallagen"
    return Origin(value=day.isoformat(), rule=rule, cell=_at_meeting(facts, "Anslaget"))


def reason_of(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a number in the sentence that says why an indicator has no forecast: that of the one named last."""
    told = [one for goal in _goals(facts, leaf) for one in goal.indicators if _gives_reason(one, leaf, token)]
    if not told:
        return None
    nearest = max(told, key=lambda one: leaf.text.rfind(one.indicator.name, 0, token.start))
    spans = facts.spans.get(nearest.indicator.id)
    return Origin(value=token.text, rule=REASON, inputs=None if spans is None else spans.values)


def _gives_reason(one: IndicatorResult, leaf: Leaf, token: Token) -> bool:
    reason = one.reason.casefold()
    at = leaf.text.casefold().rfind(reason, 0, token.start + len(reason))
    return bool(reason) and at >= 0 and token.start < at + len(reason)
