import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judge.goal import assessable, count_sentence, totals, weigh
from pipeline.model.results import Classification, GoalResult
from pipeline.model.words import GoalClass, Status
from tests.cases import goal

MET, PARTLY, UNCERTAIN, NOT_MET, UNKNOWN = Status
HALF = 0.5
STATUSES = st.lists(st.sampled_from(Status), max_size=6)


@pytest.mark.parametrize(
    ("statuses", "goal_status"),
    [
        ([], UNKNOWN),
        ([MET], MET),
        ([PARTLY], PARTLY),
        ([NOT_MET], NOT_MET),
        ([UNCERTAIN], UNCERTAIN),
        ([UNKNOWN], UNKNOWN),
        ([MET, MET, MET], MET),
        ([MET, PARTLY], PARTLY),
        ([PARTLY, PARTLY], PARTLY),
        ([MET, NOT_MET], PARTLY),
        ([PARTLY, NOT_MET], PARTLY),
        ([MET, NOT_MET, NOT_MET], NOT_MET),
        ([MET, PARTLY, NOT_MET, NOT_MET], PARTLY),
        ([NOT_MET, NOT_MET], NOT_MET),
        ([MET, MET, UNKNOWN], UNKNOWN),
        ([MET, NOT_MET, UNKNOWN], UNKNOWN),
        ([MET, MET, NOT_MET, UNKNOWN], PARTLY),
        ([NOT_MET, NOT_MET, UNKNOWN], NOT_MET),
        ([NOT_MET, UNKNOWN], UNKNOWN),
        ([MET, PARTLY, UNKNOWN], PARTLY),
        ([UNKNOWN, UNKNOWN], UNKNOWN),
        ([MET, MET, UNCERTAIN], UNCERTAIN),
        ([MET, MET, NOT_MET, UNCERTAIN], PARTLY),
        ([NOT_MET, NOT_MET, UNCERTAIN], NOT_MET),
        ([NOT_MET, UNCERTAIN], UNCERTAIN),
        ([UNCERTAIN, UNCERTAIN], UNCERTAIN),
        ([MET, UNCERTAIN, UNKNOWN], UNKNOWN),
        ([MET, MET, MET, NOT_MET, UNCERTAIN, UNKNOWN], PARTLY),
        ([NOT_MET] * 4 + [UNCERTAIN, UNKNOWN], NOT_MET),
        ([MET, NOT_MET, NOT_MET, UNCERTAIN, UNKNOWN], UNKNOWN),
        ([MET, PARTLY, NOT_MET, NOT_MET, NOT_MET, UNCERTAIN], UNCERTAIN),
    ],
)
def test_a_goals_status_follows_from_its_indicators(statuses: list[Status], goal_status: Status) -> None:
    assert weigh(statuses, HALF) is goal_status


@pytest.mark.parametrize(
    ("met", "of", "share", "goal_status"),
    [
        (1, 3, 1 / 3, PARTLY),
        (11, 20, 0.55, PARTLY),
        (10, 20, 0.55, NOT_MET),
        (1, 2, 0.51, NOT_MET),
        (9, 10, 1, NOT_MET),
    ],
)
def test_the_share_that_makes_delvis_is_a_setting(met: int, of: int, share: float, goal_status: Status) -> None:
    assert weigh([MET] * met + [NOT_MET] * (of - met), share) is goal_status


@given(STATUSES)
def test_the_order_of_the_indicators_does_not_matter(statuses: list[Status]) -> None:
    assert weigh(sorted(statuses, key=lambda one: one.value), HALF) is weigh(statuses, HALF)


@given(STATUSES)
def test_knowing_more_never_contradicts_a_sure_answer(statuses: list[Status]) -> None:
    answer = weigh(statuses, HALF)

    known = {
        weigh([sure if one in (UNCERTAIN, UNKNOWN) else one for one in statuses], HALF)
        for sure in (MET, PARTLY, NOT_MET)
    }

    assert known == {answer} or answer in (UNCERTAIN, UNKNOWN)


@given(STATUSES)
def test_osakert_asks_for_an_uncertain_indicator_and_kan_inte_bedomas_for_an_unknown_one(
    statuses: list[Status],
) -> None:
    answer = weigh(statuses, HALF)

    assert answer is not UNCERTAIN or UNCERTAIN in statuses
    assert answer is not UNKNOWN or UNKNOWN in statuses or not statuses


def test_an_uncertain_indicator_can_be_assessed() -> None:
    assert assessable([MET, UNCERTAIN, UNKNOWN]) == (2, 3)
    assert assessable([]) == (0, 0)


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        ([], "Målet saknar indikatorer."),
        ([MET], "Målets enda indikator uppfylls."),
        ([PARTLY], "Målets enda indikator uppfylls delvis."),
        ([UNCERTAIN], "Målets enda indikator är osäker."),
        ([NOT_MET], "Målets enda indikator uppfylls inte."),
        ([UNKNOWN], "Målets enda indikator kan inte bedömas."),
        ([MET, MET], "Båda indikatorerna uppfylls."),
        ([UNCERTAIN, UNCERTAIN], "Båda indikatorerna är osäkra."),
        ([UNKNOWN, UNKNOWN], "Ingen av de två indikatorerna kan bedömas."),
        ([NOT_MET, MET], "Båda indikatorerna kan bedömas: en uppfylls och en uppfylls inte."),
        ([MET, UNKNOWN], "1 av 2 indikatorer kan bedömas, och den uppfylls."),
        ([UNCERTAIN, UNKNOWN], "1 av 2 indikatorer kan bedömas, och den är osäker."),
        ([PARTLY] * 3, "Alla tre indikatorerna uppfylls delvis."),
        ([UNCERTAIN] * 3, "Alla tre indikatorerna är osäkra."),
        ([UNKNOWN] * 3, "Ingen av de tre indikatorerna kan bedömas."),
        ([MET, MET, UNKNOWN], "2 av 3 indikatorer kan bedömas, båda uppfylls."),
        ([MET, NOT_MET, UNKNOWN], "2 av 3 indikatorer kan bedömas: en uppfylls och en uppfylls inte."),
        ([MET, UNCERTAIN, UNCERTAIN], "Alla tre indikatorerna kan bedömas: en uppfylls och två är osäkra."),
        (
            [NOT_MET, UNCERTAIN, MET],
            "Alla tre indikatorerna kan bedömas: en uppfylls, en är osäker och en uppfylls inte.",
        ),
        (
            [MET, MET, PARTLY, UNCERTAIN, NOT_MET, UNKNOWN],
            "5 av 6 indikatorer kan bedömas: två uppfylls, en uppfylls delvis, en är osäker och en uppfylls inte.",
        ),
        ([UNCERTAIN] * 3 + [UNKNOWN], "3 av 4 indikatorer kan bedömas, alla är osäkra."),
        ([MET] * 13, "Alla 13 indikatorerna uppfylls."),
    ],
)
def test_the_count_behind_a_goals_status_is_a_sentence(statuses: list[Status], sentence: str) -> None:
    assert count_sentence(statuses) == sentence


def result(number: int, goal_class: GoalClass, status: Status | None = None) -> GoalResult:
    return GoalResult(goal=goal(number), classification=Classification(goal_class, "Skäl."), status=status)


def test_totals_count_classes_and_statuses() -> None:
    goals = [
        result(1, GoalClass.STEERING, MET),
        result(2, GoalClass.STEERING, UNCERTAIN),
        result(3, GoalClass.STEERING, NOT_MET),
        result(4, GoalClass.SUPPORTING),
        result(5, GoalClass.SUPPORTING),
        *(result(number, GoalClass.UNDECIDED) for number in (6, 7, 8)),
    ]

    assert totals(goals) == {
        "styrande": 3,
        "stödjande": 2,
        "inriktningsmål": 0,
        "ej fastställt": 3,
        "uppfylls": 1,
        "uppfylls delvis": 0,
        "osäkert": 1,
        "uppfylls inte": 1,
        "kan inte bedömas": 0,
        "ej prognostiseras": 5,
    }


@given(st.lists(st.tuples(st.sampled_from(GoalClass), st.sampled_from(Status)), max_size=12), st.booleans())
def test_totals_add_up_at_both_levels(drawn: list[tuple[GoalClass, Status]], judged: bool) -> None:  # noqa: FBT001 -- drawn
    goals = [
        result(number, kind, status if judged and kind is GoalClass.STEERING else None)
        for number, (kind, status) in enumerate(drawn, start=1)
    ]

    counts = totals(goals)
    classes = sum(counts[kind.value] for kind in GoalClass)
    statuses = sum(counts[status.value] for status in Status)

    assert classes == len(goals)
    assert statuses + counts["ej prognostiseras"] == len(goals)
    assert statuses == (counts["styrande"] if judged else 0)
