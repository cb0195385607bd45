import datetime as dt
from typing import Any

import pytest

from pipeline.compose.brief import Brief
from pipeline.compose.interim import CAVEAT, interim_report, title
from pipeline.model.forecasts import Forecast
from pipeline.model.periods import Period
from pipeline.model.records import Indicator, Target
from pipeline.model.results import Outcome, Outlook
from pipeline.model.words import Direction, Kind, Occasion, OwnAssessment, Status
from tests.cases import follow_up, goal, indicator, measure, outlook, settings
from tests.compose.briefs import LOOKS, board, brief_of, directional, preliminary, said, supporting, undrafted

WIDE = Forecast(point=76.0, sigma=0.1)


def deviation(brief: Brief) -> str:
    ((*told,),) = (found.text for found in interim_report(brief).avvikelser)
    return "\n".join(f"- {one.text}" if one.slag == "punkt" else one.text for one in told)


def lost(one: Indicator, look: Outlook, **given: Any) -> str:  # noqa: ANN401
    return deviation(brief_of(goal(1), indicators=(one,), outlooks={one.id: look}, **given))


@pytest.mark.parametrize(
    ("occasion", "organ", "expected"),
    [
        (Occasion.APRIL, "Kommunstyrelsen", "Kommunstyrelsens mål – delårsrapport per den 30~april 2019"),
        (Occasion.AUGUST, "", "Styrelsens mål – delårsrapport per den 31~augusti 2019"),
        (Occasion.AMBITION, "Kommunstyrelsen", "Kommunstyrelsens mål"),
    ],
)
def test_the_title_names_the_board_and_the_day(occasion: Occasion, organ: str, expected: str) -> None:
    assert title(brief_of(occasion=occasion, settings=settings(organ=organ))) == said(expected)


def test_page_one_lists_the_goals_that_are_not_clearly_on_course() -> None:
    report = interim_report(board(*Status, more=(supporting(6), directional(7), undrafted(8))))

    assert [(one.rubrik, one.status.ord) for one in report.avvikelser] == [
        (said("Mål~2. Fler nya företag"), "uppfylls delvis"),
        (said("Mål~3. Fler nya företag"), "osäkert"),
        (said("Mål~4. Fler nya företag"), "uppfylls inte"),
        (said("Mål~5. Fler nya företag"), "kan inte bedömas"),
    ]


def test_a_lost_goal_is_told_with_outcome_target_forecast_pace_cause_and_measure() -> None:
    text = lost(
        indicator(name="Nystartade företag"),
        outlook(WIDE, (6.0,) * 4),
        follow_ups=(follow_up(1, cause="Lokaler blev klara sent", own_forecast="omkring 85"),),
        measures=(measure(1, measure="En lots", cost="150 tkr"),),
    )

    assert text == (
        "Nystartade företag: 24 till och med april 2019. Målet är minst 95, och prognosen för helåret är 76 "
        "(troligen 65–89); 2018 var värdet 87. Målet nås om maj–december ger minst 71, knappt nio i månaden; hittills "
        "har det varit sex. Egen prognos: omkring 85. Orsak: Lokaler blev klara sent. "
        "Åtgärd: En lots (näringslivschefen, klart senast 2019-09-30, 150 tkr)."
    )


def test_a_lost_level_is_forecast_for_the_end_of_the_year_and_lacks_are_said() -> None:
    one = indicator(
        name="Långtidsarbetslösa",
        unit="procent",
        kind=Kind.LEVEL,
        target=Target(high=2.5),
        direction=Direction.DECREASE,
    )
    look = outlook(Forecast(point=4.0, sigma=0.05), (3.9,), outcome=Outcome(3.9, Period(2019, 0, 12)))

    assert lost(one, look) == said(
        "Långtidsarbetslösa: 3,9~procent i januari 2019. Målet är högst 2,5~procent, och prognosen för årets slut är "
        "4,0~procent (troligen 3,7–4,3); 2018 var värdet 87,0~procent. Målet nås om andelen i december är högst "
        "2,5~procent; i januari var den 3,9~procent. Orsak saknas. Åtgärd saknas."
    )


@pytest.mark.parametrize(
    ("when", "kind", "expected"),
    [
        (Period(2019, 0, 4), Kind.SUM, "till och med första kvartalet 2019"),
        (Period(2019, 0, 4), Kind.LEVEL, "under första kvartalet 2019"),
        (Period(2018, 0, 1), Kind.ANNUAL, "vid mätningen 2018"),
    ],
)
def test_an_outcome_says_when_in_words_that_suit_the_period(when: Period, kind: Kind, expected: str) -> None:
    look = outlook(WIDE, outcome=Outcome(24.0, when), per_year=when.per_year)

    assert lost(indicator(kind=kind, name="A"), look).startswith(f"A: 24 {expected}.")


@pytest.mark.parametrize("year", [None, 2019])
def test_a_base_value_of_this_year_or_no_year_is_not_compared_with(year: int | None) -> None:
    assert "var värdet" not in lost(indicator(base_year=year), outlook(WIDE))


def test_a_year_that_is_already_known_is_told_with_its_value() -> None:
    look = outlook(current=(60.0,), outcome=Outcome(60.0, Period(2019, 0, 1)), per_year=1, final=True)

    assert lost(indicator(kind=Kind.ANNUAL, name="Ranking"), look) == (
        "Ranking: 60 vid mätningen 2019. Årets värde är redan känt och når inte målet. Orsak saknas. Åtgärd saknas."
    )


def test_a_status_that_a_person_has_set_on_an_indicator_without_values_has_the_reason_it_lacks_them() -> None:
    row = follow_up(1, indicator="1.1", status=Status.NOT_MET, motivation="Avtalet är uppsagt.")

    assert lost(indicator(), Outlook(refusal="Inga värden finns."), follow_ups=(row,)) == (
        "Enligt beräkningen: kan inte bedömas. Statusen bygger på en persons bedömning av en indikator. "
        "Indikator 1.1: inga värden finns. Orsak saknas. Åtgärd saknas."
    )


def test_several_measures_are_counted() -> None:
    rows = (measure(1, measure="En lots", owner="", due=""), measure(1, measure="Ett torg", owner="chefen", due=""))

    assert deviation(board(Status.NOT_MET, measures=rows)).endswith("Två åtgärder: En lots; Ett torg (chefen).")


def test_an_uncertain_goal_is_told_in_short_with_its_chance() -> None:
    assert deviation(board(Status.UNCERTAIN)) == said(
        "Indikator 1.1: 24 till och med april 2019, mål minst 95, prognos 95 (troligen 81–111); "
        "sannolikheten att målet nås är omkring 50~procent."
    )


def test_a_goal_that_cannot_be_assessed_is_told_with_what_is_missing() -> None:
    assert deviation(board(Status.NOT_ASSESSABLE)) == "Indikator 1.1: källa saknas."
    assert deviation(brief_of(goal(1))) == "Målet saknar indikatorer."


def test_of_several_indicators_the_count_is_told_and_then_those_off_course() -> None:
    three = tuple(indicator(f"1.{number}") for number in (1, 2, 3))
    looks = zip(three, (Status.MET, Status.NOT_MET, Status.NOT_ASSESSABLE), strict=True)
    text = deviation(brief_of(goal(1), indicators=three, outlooks={one.id: LOOKS[status] for one, status in looks}))

    assert "Indikator 1.1" not in text
    assert text.index("2 av 3") < text.index("Indikator 1.2: 24 till") < text.index("Indikator 1.3: källa saknas.")


def test_of_many_indicators_off_course_there_is_a_list() -> None:
    four = tuple(indicator(f"1.{number}") for number in (1, 2, 3, 4))
    text = deviation(brief_of(goal(1), indicators=four, outlooks={one.id: LOOKS[Status.NOT_MET] for one in four}))
    first, *points, last = text.split("\n")

    assert first == "Alla fyra indikatorerna uppfylls inte."
    assert [point[:16] for point in points] == [f"- Indikator 1.{number}:" for number in (1, 2, 3, 4)]
    assert last == "Orsak saknas. Åtgärd saknas."


def test_a_persons_own_status_is_told_beside_the_computed_one() -> None:
    row = follow_up(1, status=Status.NOT_MET, motivation="Avtalet är uppsagt", assessed_by="chefen")

    assert deviation(board(Status.MET, follow_ups=(row,))).startswith(
        "Enligt beräkningen: uppfylls. Bedömning av chefen: uppfylls inte. Motivering: Avtalet är uppsagt."
    )


def test_page_one_tells_how_people_see_the_supporting_goals() -> None:
    row = follow_up(1, own_assessment=OwnAssessment.NEGATIVE, assessed_by="chefen")
    report = interim_report(brief_of(supporting(1), supporting(2, title="Mål 2"), goal(3), follow_ups=(row,)))

    assert [one.text for one in report.egna_bedömningar] == [
        said("Mål~1. Fler nya företag: utvecklingen bedöms vara negativ."),
        said("Mål~2: egen bedömning av utvecklingen saknas."),
    ]


def test_the_caveat_is_printed_only_where_there_is_a_forecast() -> None:
    assert interim_report(board(Status.MET)).förbehåll == CAVEAT
    assert interim_report(brief_of(supporting(1))).förbehåll == ""


def test_a_report_of_more_than_ten_goals_has_contents() -> None:
    ten, eleven = (interim_report(brief_of(*(goal(number) for number in range(1, 1 + many)))) for many in (10, 11))

    assert [ten.innehållsförteckning, eleven.innehållsförteckning] == [False, True]


@pytest.mark.parametrize(
    ("organ", "expected"),
    [("Kommunstyrelsen", "kommunstyrelsen"), ("Tekniska nämnden", "tekniska nämnden"), ("", "styrelsen")],
)
def test_the_board_that_has_to_decide_is_the_settings(organ: str, expected: str) -> None:
    assert interim_report(brief_of(goal(1), settings=settings(organ=organ))).styrelse == expected


def test_the_summary_is_two_sentences() -> None:
    (one,) = interim_report(board(Status.MET, more=(undrafted(2),))).sammanfattning

    assert one.text == said(
        "Av kommunstyrelsens två mål är ett styrande och ett ännu inte fastställt. "
        "Det enda styrande målet, mål~1, beräknas uppfyllas vid årets slut."
    )


def test_a_section_does_not_repeat_what_its_status_line_says() -> None:
    report = interim_report(board(Status.MET, more=(supporting(2), preliminary(3), directional(4))))
    (area,) = report.programområden

    assert [(one.prognosmening, one.egen_bedömning, one.att_besluta) for one in area.mål] == [
        ("", "", ""),
        ("", "Egen bedömning av utvecklingen saknas.", ""),
        ("", "", ""),
        ("", "", ""),
    ]


def test_the_report_is_dated_as_told() -> None:
    report = interim_report(brief_of(date=dt.date(2019, 5, 15)))

    assert (report.datum, report.kommun, report.år) == ("2019-05-15", "Vaggeryds kommun", "2019")
