import pytest

from pipeline.compose import sentences
from pipeline.model.records import FollowUp, Goal
from pipeline.model.words import Occasion, OwnAssessment, Status
from tests.cases import follow_up, goal, indicator
from tests.compose.briefs import LOOKS, board, brief_of, directional, goal_of, preliminary, said, supporting, undrafted

MET, PARTLY, UNCERTAIN, NOT_MET, OPEN = Status
Rows = tuple[FollowUp, ...]


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ((), ""),
        ((goal(1),), "Kommunstyrelsens enda mål är styrande."),
        ((directional(1),), "Kommunstyrelsens enda mål är ett inriktningsmål."),
        ((undrafted(1),), "Kommunstyrelsens enda mål är ännu inte fastställt."),
        ((goal(1), goal(2)), "Kommunstyrelsens två mål är båda styrande."),
        ((undrafted(1), undrafted(2)), "Kommunstyrelsens två mål är båda ännu inte fastställda."),
        ((goal(1), goal(2), goal(3)), "Kommunstyrelsens tre mål är alla styrande."),
        ((goal(1), supporting(2)), "Av kommunstyrelsens två mål är ett styrande och ett stödjande."),
        ((goal(1), undrafted(2)), "Av kommunstyrelsens två mål är ett styrande och ett ännu inte fastställt."),
        (
            (goal(1), goal(2), supporting(3), directional(4), undrafted(5), undrafted(6)),
            (
                "Av kommunstyrelsens sex mål är två styrande, ett stödjande, ett inriktningsmål och två ännu inte "
                "fastställda."
            ),
        ),
        (tuple(goal(n) for n in range(1, 14)), "Kommunstyrelsens 13 mål är alla styrande."),
    ],
)
def test_the_classes_are_told_for_none_one_two_and_many(goals: tuple[Goal, ...], expected: str) -> None:
    assert sentences.classes(brief_of(*goals)) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), "Inget mål är styrande, så ingen prognos redovisas."),
        ((MET,), "Det enda styrande målet, mål~1, beräknas uppfyllas vid årets slut."),
        ((PARTLY,), "Det enda styrande målet, mål~1, beräknas uppfyllas delvis vid årets slut."),
        ((UNCERTAIN,), "Det enda styrande målet, mål~1, är osäkert."),
        ((NOT_MET,), "Det enda styrande målet, mål~1, beräknas inte uppfyllas vid årets slut."),
        ((OPEN,), "Det enda styrande målet, mål~1, kan inte bedömas."),
        ((MET, MET), "Båda de styrande målen beräknas uppfyllas vid årets slut."),
        ((UNCERTAIN, UNCERTAIN), "Båda de styrande målen är osäkra."),
        ((NOT_MET, NOT_MET), "Inget av de två styrande målen beräknas uppfyllas vid årets slut."),
        ((OPEN, OPEN), "Inget av de två styrande målen kan bedömas."),
        ((MET, MET, MET), "Samtliga tre styrande mål beräknas uppfyllas vid årets slut."),
        ((PARTLY,) * 3, "Samtliga tre styrande mål beräknas uppfyllas delvis vid årets slut."),
        ((UNCERTAIN,) * 3, "Samtliga tre styrande mål är osäkra."),
        ((NOT_MET,) * 3, "Inget av de tre styrande målen beräknas uppfyllas vid årets slut."),
        ((MET, NOT_MET), "Ett av de styrande målen beräknas uppfyllas vid årets slut och ett beräknas inte uppfyllas."),
        ((UNCERTAIN, UNCERTAIN, OPEN), "Två av de styrande målen är osäkra och ett kan inte bedömas."),
        (
            (MET, MET, PARTLY, UNCERTAIN, NOT_MET, OPEN),
            (
                "Två av de styrande målen beräknas uppfyllas vid årets slut, ett beräknas uppfyllas delvis, ett är "
                "osäkert, ett beräknas inte uppfyllas och ett kan inte bedömas."
            ),
        ),
    ],
)
def test_the_forecasts_are_told_for_none_one_two_and_many(statuses: tuple[Status, ...], expected: str) -> None:
    assert sentences.forecasts(board(*statuses)) == said(expected)


def person(status: Status, motivation: str = "Avtalet är klart.", role: str = "näringslivschefen") -> Rows:
    return (follow_up(1, status=status, motivation=motivation, assessed_by=role),)


def test_what_a_person_has_decided_is_called_a_judgement_and_not_a_calculation() -> None:
    brief = board(NOT_MET, follow_ups=person(MET))

    assert sentences.forecasts(brief) == said("Det enda styrande målet, mål~1, bedöms uppfyllas vid årets slut.")
    assert sentences.goal_forecast(goal_of(brief)) == (
        "Målet bedöms uppfyllas. Enligt beräkningen: uppfylls inte. Bedömning av näringslivschefen: uppfylls. "
        "Motivering: Avtalet är klart. Indikator 1.1: prognos 60 mot målet minst 95."
    )


def test_a_persons_uncertainty_is_said_to_be_a_persons() -> None:
    told = sentences.goal_forecast(goal_of(board(MET, follow_ups=person(UNCERTAIN))))

    assert told.startswith("Det bedöms som osäkert om målet uppfylls. Enligt beräkningen: uppfylls.")


def test_an_assessment_of_an_indicator_that_decides_the_goal_is_said_to() -> None:
    brief = board(NOT_MET, follow_ups=(follow_up(1, indicator="1.1", status=MET, motivation="Klart."),))

    assert sentences.override(goal_of(brief)) == (
        "Enligt beräkningen: uppfylls inte. Statusen bygger på en persons bedömning av en indikator."
    )


def test_a_missing_role_and_reason_are_said_to_be_missing() -> None:
    brief = board(NOT_MET, follow_ups=person(MET, "", ""))

    assert sentences.override(goal_of(brief)) == (
        "Enligt beräkningen: uppfylls inte. Bedömning av en person: uppfylls. Motivering saknas."
    )


def test_no_override_is_told_where_the_person_has_not_given_a_status() -> None:
    assert sentences.override(goal_of(board(MET, follow_ups=(follow_up(1, analysis="Bra."),)))) == ""


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ((goal(1), undrafted(2), directional(3)), ""),
        ((preliminary(2),), "Ambitionsnivån för mål~2 är preliminär: kommunstyrelsen har inte fastställt den."),
        (
            (preliminary(1), goal(2), preliminary(3)),
            "Ambitionsnivåerna för mål~1 och 3 är preliminära: kommunstyrelsen har inte fastställt dem.",
        ),
        (
            tuple(preliminary(n) for n in range(1, 6)),
            "Ambitionsnivåerna för mål~1–5 är preliminära: kommunstyrelsen har inte fastställt dem.",
        ),
    ],
)
def test_preliminary_levels_are_told_and_only_of_goals_that_have_one(goals: tuple[Goal, ...], expected: str) -> None:
    assert sentences.preliminary(brief_of(*goals)) == said(expected)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (goal(1), "styrande"),
        (preliminary(1), "styrande (preliminärt)"),
        (supporting(1), "stödjande"),
        (directional(1), "inriktningsmål"),
        (undrafted(1), "ej fastställt"),
    ],
)
def test_the_class_is_told_with_its_preliminarity(one: Goal, expected: str) -> None:
    assert sentences.class_words(goal_of(brief_of(one))) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (supporting(1), "Egen bedömning av utvecklingen saknas."),
        (directional(1), "Målet är ett inriktningsmål; ingen prognos redovisas."),
        (undrafted(1), "Målet är inte fastställt; ingen prognos redovisas."),
        (goal(1), "Målet kan inte bedömas. Målet saknar indikatorer."),
    ],
)
def test_a_goal_without_figures_says_why_it_has_no_forecast(one: Goal, expected: str) -> None:
    assert sentences.goal_forecast(goal_of(brief_of(one))) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (MET, "Målet beräknas uppfyllas. Indikator 1.1: prognos 130 mot målet minst 95."),
        (PARTLY, "Målet beräknas uppfyllas delvis. Indikator 1.1: prognos 94 mot målet minst 95."),
        (UNCERTAIN, "Det är osäkert om målet uppfylls. Indikator 1.1: prognos 95 mot målet minst 95."),
        (NOT_MET, "Målet beräknas inte uppfyllas. Indikator 1.1: prognos 60 mot målet minst 95."),
        (OPEN, "Målet kan inte bedömas. Indikator 1.1: källa saknas."),
    ],
)
def test_a_steering_goal_is_told_with_its_forecast(status: Status, expected: str) -> None:
    assert sentences.goal_forecast(goal_of(board(status))) == expected


def test_a_goal_with_several_indicators_tells_the_count_first() -> None:
    both = (indicator("1.1"), indicator("1.2", unit="procent"))
    brief = brief_of(goal(1), indicators=both, outlooks={one.id: LOOKS[MET] for one in both})

    assert sentences.goal_forecast(goal_of(brief)) == said(
        "Målet beräknas uppfyllas. Båda indikatorerna uppfylls. Indikator 1.1: prognos 130 mot målet minst 95. "
        "Indikator 1.2: prognos 130,0~procent mot målet minst 95,0~procent."
    )


def test_no_goal_has_a_forecast_at_the_ambition_dialogue() -> None:
    assert sentences.goal_forecast(goal_of(board(MET, occasion=Occasion.AMBITION))) == ""


@pytest.mark.parametrize(
    ("by", "role", "expected"),
    [
        (True, "folkhälsostrategen", "Utvecklingen bedöms av folkhälsostrategen vara oförändrad."),
        (False, "folkhälsostrategen", "Utvecklingen bedöms vara oförändrad."),
        (True, "", "Utvecklingen bedöms vara oförändrad."),
    ],
)
def test_a_persons_view_of_a_supporting_goal_is_told_as_a_judgement(by: bool, role: str, expected: str) -> None:  # noqa: FBT001
    person = follow_up(1, own_assessment=OwnAssessment.UNCHANGED, assessed_by=role)

    assert sentences.own_assessment(goal_of(brief_of(supporting(1), follow_ups=(person,))), by=by) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (None, ""),
        (follow_up(1), ""),
        (follow_up(1, own_forecast="omkring 85"), "Egen prognos: omkring 85."),
        (
            follow_up(1, own_forecast="85 företag.", assessed_by="näringslivschefen"),
            "Egen prognos av näringslivschefen: 85 företag.",
        ),
    ],
)
def test_a_persons_own_forecast_is_told_as_it_is_written(row: FollowUp | None, expected: str) -> None:
    assert sentences.own_forecast(row) == expected


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ((undrafted(1),), ()),
        ((goal(1),), ("Mål~1 är styrande och har en kvantitativ mätbarhet av resultat.",)),
        (
            (goal(1), goal(2), goal(3), directional(4), directional(5)),
            (
                "Mål~1, 2 och 3 är styrande och har en kvantitativ mätbarhet av resultat.",
                "Mål~4 och 5 är inriktningsmål och följs upp genom verksamhetens aktiviteter, utan prognos.",
            ),
        ),
        (
            (supporting(4),),
            (
                (
                    "Mål~4 blir mer stödjande än styrande och mäts enbart på en kvalitativ egen uppfattning om "
                    "utveckling samt eventuella mätbara mervärden som inte kunnat förutses vid årets början."
                ),
            ),
        ),
    ],
)
def test_the_dialogues_summing_up_follows_the_classes(goals: tuple[Goal, ...], expected: tuple[str, ...]) -> None:
    told = sentences.summary_of_classes(brief_of(*goals, occasion=Occasion.AMBITION))

    assert told == tuple(map(said, expected))
