"""Where a number in a text comes from: the rules, tried in order."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from pipeline.compose.appendix import counts
from pipeline.compose.appendix.facts import Facts, own_forecast
from pipeline.compose.appendix.known import Known, direct, sex_origin
from pipeline.compose.appendix.leaves import Leaf
from pipeline.compose.appendix.tokens import Token
from pipeline.compose.official import LAW
from pipeline.model.figures import Origin
from pipeline.wording import MONTHS, NBSP

UNEXPLAINED = "Programmets text; ingen regel säger varifrån talet kommer"
_FIELDS = {
    "basvärde": ("basvärde",),
    "utfall": ("utfall",),
    "utfall_tom": ("utfall_tom", "år"),
    "målvärde": ("målvärde",),
    "prognos": ("prognos",),
    "intervall": ("intervall",),
    "sannolikhet": ("sannolikhet",),
    "aprilprognos": ("aprilprognos", "aprilintervall"),
}
_CUES = tuple(
    (re.compile(pattern), kinds)
    for pattern, kinds in (
        (r"Egen prognos[^.]*$", ("egen prognos",)),
        (r"Aprils prognos var $", ("aprilprognos",)),
        (r"aprils intervall \S*$", ("aprilintervall",)),
        (r"(augustis är|utfallet blev) $", ("prognos", "utfall")),
        (r"ändrats från $", ("aprilmål",)),
        (r"ändrats från .* till $", ("målvärde",)),
        (r"i efterhand: .*från $", ("aprilvärde",)),
        (r"i efterhand: .*till $", ("värde",)),
        (r"(troligen|sannolikhet) [^.;]*$", ("intervall", "sannolikhet")),
        (r"[Pp]rognos[^.;(]* mot målet [^.;]*$", ("målvärde",)),
        (r"(åren |Jämförelse: |mätningen är från )[\d–]*$", ("år",)),
        (r"[Pp]rognos[^.;(]*$", ("prognos",)),
        (r"var värdet $", ("basvärde",)),
        (r"; (i|under) [^;]* var [^.]*$", ("utfall",)),
        (r"hittills har det varit [^.]*$", ("hittills",)),
        (r"nås om [^.]*$", ("takt", "målvärde")),
        (r"Utfall [^:]*: $", ("utfall",)),
        (r"[Mm]ål(et är)?:? ?(minst|högst|mer än|mindre än)? ?\S*$", ("målvärde",)),
    )
)
_DAY = re.compile(rf"(\d{{1,2}})[ {NBSP}]({'|'.join(MONTHS)})(?:[ {NBSP}](\d{{4}}))?$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_GOAL_BEFORE = re.compile(rf"[Mm]ål[ {NBSP}](?:\d+(?:, |–| och ))*$")
_GOAL_NAMED = re.compile(rf"\bMål[ {NBSP}](\d+)")
_FORECAST_FOR = re.compile(r"[Pp]rognos för (hela |slutet av )?$")
_PARTS = re.compile(rf"(kvartal|tertial)[ {NBSP}][\d–]*$")
_LAST_DAY = "Två månader efter rapportens sista dag, 11 kap. 16 § kommunallagen"
_FIXED = "Fast text i programmet"

Rule = Callable[[Facts, Leaf, Token], Origin | None]


def origin_of(facts: Facts, leaf: Leaf, token: Token) -> Origin:
    """Return where the number comes from; one that no rule explains is said to be unexplained."""
    for rule in RULES:
        if (found := rule(facts, leaf, token)) is not None:
            return found
    return Origin(value=token.text, rule=UNEXPLAINED)


def count_origin(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Return where a number in words comes from, or None where it counts nothing or is a clerk's own."""
    for rule in (counts.count_of, _known):
        if (found := rule(facts, leaf, token)) is not None:
            return found
    return None


def goal_of(facts: Facts, leaf: Leaf, token: Token) -> int | None:
    """Return the goal that the number is about: the record's, or the one last named before it."""
    if leaf.goal is not None:
        return leaf.goal
    named = [int(found[1]) for found in _GOAL_NAMED.finditer(leaf.text, 0, token.end)]
    return named[-1] if named and named[-1] in facts.goals else None


def _structured(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a number in a table's cell, by what the cell is for."""
    if leaf.record == "SexRow":
        return sex_origin(facts.indicators[leaf.indicator], leaf.sex, facts.spans.get(leaf.indicator))
    if leaf.record != "IndicatorRow" or leaf.field not in (*_FIELDS, "id"):
        return None
    if leaf.field == "id":
        return direct(leaf.text, "", facts.indicators[leaf.indicator].indicator.at("Id"))
    found = facts.of(leaf.goal, leaf.indicator)
    return _first(found, token, _FIELDS[leaf.field])


def _first(found: tuple[Known, ...], token: Token, kinds: tuple[str, ...] = ()) -> Origin | None:
    written = token.text if token.count is None else str(token.count)
    return next((one.origin for one in found if one.printed == written and (not kinds or one.kind in kinds)), None)


def _clerk(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a number in a text of a clerk's: the cell with that text."""
    place = facts.written.cell(leaf.text, token, goal_of(facts, leaf, token))
    return None if place is None else direct(token.text, "", place)


def _goal_number(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    named = leaf.field == "nummer" or _GOAL_BEFORE.search(leaf.text, 0, token.start)
    goal = facts.goals.get(int(token.text)) if named and token.text.isdecimal() else None
    return None if goal is None else direct(goal.goal.number, "", goal.goal.at("Nr"))


def _goal_number_alone(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    return _goal_number(facts, leaf, token) if leaf.field == "nummer" else None


def _indicator_id(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    one = facts.indicators.get(token.text)
    named = one is not None and leaf.text.startswith(f" {one.indicator.name}", token.end)
    if one is None or not (named or leaf.text.endswith("indikator ", 0, token.start)):
        return None
    return direct(token.text, "", one.indicator.at("Id"))


def _date(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a day; one without a year is of the year that the document is about."""
    day = _day_of(token.text, facts.brief.results.year)
    if day is None:
        return None
    if (posted := counts.after_notice(facts, leaf, day)) is not None:
        return posted
    until = facts.brief.results.as_of
    if until is not None and leaf.text.endswith("är sista dagen den ", 0, token.start):
        return Origin(value=day.isoformat(), rule=_LAST_DAY)
    return facts.dates.get(day)


def _day_of(text: str, year: int) -> dt.date | None:
    in_words, in_digits = _DAY.match(text), _ISO.match(text)
    if in_words is not None:
        parts = int(in_words[3] or year), MONTHS.index(in_words[2]) + 1, int(in_words[1])
    elif in_digits is not None:
        parts = int(in_digits[1]), int(in_digits[2]), int(in_digits[3])
    else:
        return None
    try:
        return dt.date(*parts)
    except ValueError:  # a clerk may write of the 31st of April
        return None


def _known(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain a number in a sentence by the figures of the indicator that the sentence is about."""
    goal = goal_of(facts, leaf, token)
    kinds = next((kinds for cue, kinds in _CUES if cue.search(leaf.text, 0, token.start)), ())
    for found in _nearest(facts, leaf, token, goal):
        if (origin := _first(found, token, kinds) or _first(found, token)) is not None:
            return origin
    person = None if goal is None or goal not in facts.goals else facts.goals[goal].follow_up
    return _first(tuple(own_forecast(person)), token)


def _nearest(facts: Facts, leaf: Leaf, token: Token, goal: int | None) -> Iterator[tuple[Known, ...]]:
    """Go through the figures of the record's indicator, or of those named before the number, the last first."""
    if leaf.indicator:
        yield facts.of(goal, leaf.indicator)
        return
    ids = [id_ for number, id_ in facts.known if goal is None or number == goal]
    named = {id_: leaf.text.rfind(facts.indicators[id_].indicator.name, 0, token.start) for id_ in ids}
    for id_ in sorted(named, key=lambda one: -named[one]):
        if named[id_] >= 0 or goal is not None:
            yield facts.of(goal, id_)


def _part(_: Facts, leaf: Leaf, token: Token) -> Origin | None:
    found = _PARTS.search(leaf.text, 0, token.start)
    return None if found is None else Origin(value=token.text, rule=f"Årets {found[1]} som återstår")


def _year(facts: Facts, _: Leaf, token: Token) -> Origin | None:
    brief = facts.brief
    if token.text != str(brief.results.year):
        return None
    cell = brief.source.settings.places.get("år")
    return direct(brief.results.year, "", cell) if cell else Origin(value=token.text, rule="Året gavs med --year")


def _year_first(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain the year where it stands alone, and before the forecast for it is told."""
    own = leaf.field == "år" or _FORECAST_FOR.search(leaf.text, 0, token.start)
    return _year(facts, leaf, token) if own else None


def _date_alone(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    return _date(facts, leaf, token) if leaf.text == token.text else None


def _real_values(facts: Facts, leaf: Leaf, token: Token) -> Origin | None:
    """Explain the years in the text that says which values are real."""
    if leaf.field != "exempeltext":
        return None
    return next((origin for one in _nearest(facts, leaf, token, None) if (origin := _first(one, token, ("år",)))), None)


def _fixed(_: Facts, leaf: Leaf, token: Token) -> Origin | None:
    before, after = leaf.text[: token.start], leaf.text[token.end :]
    law = LAW.partition("{until}")[0] in leaf.text
    if token.text == "80" and after.startswith(f"{NBSP}procents sannolikhet"):
        return Origin(value=80, unit="procent", rule="Intervallets storlek är fast: docs/metod.md")
    return Origin(value=token.text, rule=_FIXED) if law and not before.endswith("den ") else None


RULES: tuple[Rule, ...] = (
    _structured,
    counts.count_of,
    _goal_number_alone,
    _year_first,
    _date_alone,
    counts.paragraph_of,
    counts.row_of_appendix,
    counts.limit_of,
    _clerk,
    _goal_number,
    _indicator_id,
    _real_values,
    _date,
    _fixed,
    _known,
    _part,
    counts.reason_of,
    _year,
)
