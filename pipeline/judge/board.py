"""The whole board: each goal judged with what people have written of it."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.judge.goal import assessable, count_sentence, totals, weigh
from pipeline.judge.indicator import judge_indicator
from pipeline.model.records import FollowUp, Goal, Indicator, Settings, Source
from pipeline.model.results import Classification, GoalResult, IndicatorResult, Outlook, Results
from pipeline.model.words import GoalClass, Occasion, Status


def judge(
    source: Source,
    occasion: Occasion,
    classifications: Mapping[int, Classification],
    outlooks: Mapping[str, Outlook],
) -> Results:
    """Return the results of the occasion, goals in the order of their numbers.

    `outlooks` holds one outlook per indicator id; `source.settings.year` is the year.

    Raises:
        ValueError: the settings have no year.
    """
    settings = source.settings
    if settings.year is None:
        raise ValueError(settings)
    board = _Board(source, settings, occasion, outlooks)
    goals = tuple(
        board.goal(goal, classifications[goal.number]) for goal in sorted(source.goals, key=lambda goal: goal.number)
    )
    return Results(settings.year, occasion, occasion.report_date(settings.year), goals, totals(goals))


class _Board:
    """What every goal is judged with."""

    def __init__(self, source: Source, settings: Settings, occasion: Occasion, outlooks: Mapping[str, Outlook]) -> None:
        self._source = source
        self._settings = settings
        self._occasion = occasion
        self._outlooks = outlooks

    def goal(self, goal: Goal, classification: Classification) -> GoalResult:
        steering = classification.goal_class is GoalClass.STEERING
        indicators = tuple(
            self._indicator(one, goal, steering=steering) for one in self._source.indicators if goal.number in one.goals
        )
        result = GoalResult(
            goal=goal,
            classification=classification,
            indicators=indicators,
            follow_up=self._follow_up(goal.number, ("",)),
            measures=tuple(one for one in self._source.measures if one.goal == goal.number),
            activities=tuple(
                one
                for one in self._source.activities
                if one.goal == goal.number and one.occasion in (None, self._occasion)
            ),
        )
        return self._with_status(result) if steering and self._occasion is not Occasion.AMBITION else result

    def _indicator(self, indicator: Indicator, goal: Goal, *, steering: bool) -> IndicatorResult:
        outlook = self._outlooks.get(indicator.id, Outlook())
        series = self._source.series.get(indicator.id)
        person = self._follow_up(goal.number, (indicator.id, indicator.name or indicator.id))
        if steering and self._occasion is not Occasion.AMBITION:
            return judge_indicator(indicator, outlook, series, self._settings, person)
        bare = replace(outlook, forecast=None, refusal="", final=False)
        return IndicatorResult(indicator=indicator, outlook=bare, series=series, follow_up=person)

    def _follow_up(self, number: int, names: tuple[str, ...]) -> FollowUp | None:
        for one in self._source.follow_ups:
            if one.goal == number and one.occasion is self._occasion and one.indicator in names:
                return one
        return None

    def _with_status(self, result: GoalResult) -> GoalResult:
        shown = [one.status for one in result.indicators if one.status is not None]
        computed = weigh(_computed(result), self._settings.partly_share)
        person = None if result.follow_up is None else result.follow_up.status
        return replace(
            result,
            status=person or weigh(shown, self._settings.partly_share),
            computed_status=computed,
            reason=count_sentence(shown),
            assessable=assessable(shown),
        )


def _computed(result: GoalResult) -> list[Status]:
    return [one.computed_status for one in result.indicators if one.computed_status is not None]
