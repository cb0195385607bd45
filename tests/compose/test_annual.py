"""The follow-up of the year: outcome against target, with nothing forecast and nothing guessed."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from pipeline.blanks import AnnualReport
from pipeline.compose.annual import annual_report
from pipeline.compose.brief import Brief
from pipeline.compose.documents import documents_for, template_blanks
from pipeline.model.periods import Period
from pipeline.model.records import FollowUp, Goal, Target
from pipeline.model.results import EarlierGoal, EarlierRun, Outcome, Outlook
from pipeline.model.words import Direction, Kind, Occasion, OwnAssessment, Progress, Status
from tests.cases import activity, follow_up, goal, indicator, measure, meeting, outlook, settings
from tests.compose.briefs import brief_of, directional, goal_of, preliminary, said, supporting, undrafted

MISSING = Outlook(refusal="För 2019 saknas december, så årets utfall är inte känt.", per_year=12)


def year(total: float) -> Outlook:
    """Return the outlook of a whole year of twelve months that add up to the total; the target is at least 95."""
    return outlook(current=(total / 12,) * 12, final=True, outcome=Outcome(total, Period(2019, 11, 12)))


MET, PARTLY, NOT_MET = year(98.0), year(94.0), year(60.0)


def annual(*goals: Goal, looks: tuple[Outlook, ...] = (), **given: Any) -> Brief:  # noqa: ANN401
    """Return a brief of goals with an indicator each; without goals there is one styrande per outlook."""
    goals = goals or tuple(goal(number) for number in range(1, len(looks) + 1))
    indicators = tuple(indicator(f"{number}.1") for number in range(1, len(looks) + 1))
    found = {one.id: look for one, look in zip(indicators, looks, strict=True)}
    return brief_of(
        *goals, occasion=Occasion.ANNUAL, outlooks=found, **{"indicators": indicators, "settings": settings(), **given}
    )


def goal_in(report: AnnualReport, number: int = 1) -> Any:  # noqa: ANN401
    return next(one for area in report.programområden for one in area.mål if one.nummer == str(number))


def test_the_year_has_a_report_alone() -> None:
    brief = annual(looks=(MET,), meetings=(meeting(Occasion.ANNUAL),))

    assert [(one.name, one.template) for one in documents_for(brief)] == [
        ("arsuppfoljning-2019.docx", "arsuppfoljning.docx")
    ]
    assert list(template_blanks(Occasion.ANNUAL)) == ["arsuppfoljning.docx"]
    assert "arsuppfoljning.docx" not in {*template_blanks(Occasion.APRIL), *template_blanks(Occasion.AMBITION)}


def test_the_title_names_the_year() -> None:
    assert annual_report(annual(looks=(MET,))).titel == "Kommunstyrelsens mål – årsuppföljning 2019"


ALL_FOUR = "Ett av de styrande målen uppfylldes, ett uppfylldes delvis, ett uppfylldes inte och ett kan inte bedömas."


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ((MET,), said("Det enda styrande målet, mål~1, uppfylldes.")),
        ((MISSING,), said("Det enda styrande målet, mål~1, kan inte bedömas.")),
        ((MET, MET), "Båda de styrande målen uppfylldes."),
        ((PARTLY,) * 3, "Samtliga tre styrande mål uppfylldes delvis."),
        ((NOT_MET,) * 3, "Inget av de tre styrande målen uppfylldes."),
        ((MISSING,) * 2, "Inget av de två styrande målen kan bedömas."),
        ((MET, MET, NOT_MET), "Två av de styrande målen uppfylldes och ett uppfylldes inte."),
        ((MET, PARTLY, NOT_MET, MISSING), ALL_FOUR),
    ],
)
def test_the_summary_says_how_the_goals_fared(looks: tuple[Outlook, ...], expected: str) -> None:
    (summary,) = annual_report(annual(looks=looks)).sammanfattning

    assert summary.text.endswith(f". {expected}")


def test_without_a_styrande_goal_no_outcome_stands_against_a_target() -> None:
    (summary,) = annual_report(annual(supporting(1))).sammanfattning

    assert summary.text == (
        "Kommunstyrelsens enda mål är stödjande. Inget mål är styrande, så inget utfall ställs mot ett målvärde."
    )


def test_the_totals_add_up_and_nothing_is_uncertain() -> None:
    goals = (*map(goal, (1, 2, 3, 4)), supporting(5), directional(6), undrafted(7), undrafted(8))
    report = annual_report(annual(*goals, looks=(MET, PARTLY, NOT_MET, MISSING)))

    assert [(row.namn, row.antal, row.nummer) for row in report.summering] == [
        ("Styrande", "4", "1, 2, 3, 4"),
        ("uppfylldes", "1", "1"),
        ("uppfylldes delvis", "1", "2"),
        ("uppfylldes inte", "1", "3"),
        ("kan inte bedömas", "1", "4"),
        ("Stödjande", "1", "5"),
        ("Inriktningsmål", "1", "6"),
        ("Ej fastställda", "2", "7, 8"),
        ("Summa", "8", ""),
    ]
    assert [said("~").join(one.status.ord.split(said("~"))) for one in report.statusfigur] == [
        said(text)
        for text in (
            "1~uppfylldes",
            "1~uppfylldes~delvis",
            "1~uppfylldes~inte",
            "1~kan~inte~bedömas",
            "1~stödjande",
            "1~inriktningsmål",
            "2~ej~fastställda",
        )
    ]
    assert [rule.status.ord for rule in report.regler] == [
        "uppfylldes",
        "uppfylldes delvis",
        "uppfylldes inte",
        "kan inte bedömas",
    ]


@pytest.mark.parametrize(
    ("look", "word", "reason"),
    [
        (MET, "uppfylldes", "Utfallet 98 nådde målet, minst 95."),
        (PARTLY, "uppfylldes delvis", "Utfallet 94 nådde målet delvis, minst 95."),
        (NOT_MET, "uppfylldes inte", "Utfallet 60 nådde inte målet, minst 95."),
        (MISSING, "kan inte bedömas", "För 2019 saknas december, så årets utfall är inte känt."),
    ],
)
def test_an_indicator_tells_its_outcome_against_the_target(look: Outlook, word: str, reason: str) -> None:
    report = annual_report(annual(looks=(look,)))
    (row,) = goal_in(report).indikatorer

    assert (row.status.ord, row.motivering) == (word, reason)
    assert goal_in(report).räkning == f"Målets enda indikator {word}."
    assert (row.prognos, row.intervall, row.sannolikhet, row.takt, row.sedan_april) == ("",) * 5


def test_an_outcome_of_part_of_the_year_says_how_far_it_goes() -> None:
    part = replace(MISSING, outcome=Outcome(70.0, Period(2019, 10, 12)), current=(70 / 11,) * 11)
    rows = [goal_in(annual_report(annual(looks=(look,)))).indikatorer[0] for look in (part, MET)]

    assert [(row.utfall, row.utfall_tom) for row in rows] == [("70", "t.o.m. november"), ("98", "")]


def test_a_value_that_should_fall_is_judged_the_same_way() -> None:
    one = indicator(unit="procent", direction=Direction.DECREASE, target=Target(high=5.3), base=5.8, kind=Kind.LEVEL)
    report = annual_report(annual(looks=(year(5.4),), indicators=(one,)))
    (row,) = goal_in(report).indikatorer

    assert row.motivering == said("Utfallet 5,4~procent nådde målet delvis, högst 5,3~procent.")
    assert (row.utfall, row.utfall_tom) == (said("5,4~%"), "december")


def test_goals_that_were_not_met_are_told_on_page_1_with_their_cause() -> None:
    causes = (follow_up(2, Occasion.ANNUAL, cause="- Lokaler saknades"),)
    report = annual_report(annual(looks=(MET, NOT_MET, NOT_MET, MISSING), follow_ups=causes))

    assert [(one.rubrik[:5], one.status.ord, one.text[0].text) for one in report.avvikelser] == [
        (
            said("Mål~2"),
            "uppfylldes inte",
            "Indikator 2.1: utfallet 60 nådde inte målet, minst 95. Orsak: Lokaler saknades.",
        ),
        (
            said("Mål~3"),
            "uppfylldes inte",
            "Indikator 3.1: utfallet 60 nådde inte målet, minst 95. Orsak saknas.",
        ),
        (
            said("Mål~4"),
            "kan inte bedömas",
            "Indikator 4.1: för 2019 saknas december, så årets utfall är inte känt.",
        ),
    ]


def of_person(**fields: Any) -> FollowUp:  # noqa: ANN401
    given = {"status": Status.MET, "motivation": "Avtal finns och uppfylls.", "assessed_by": "chefen"}
    return follow_up(1, Occasion.ANNUAL, **{**given, **fields})


BOTH = "Enligt utfallet: uppfylldes inte. Bedömning av chefen: uppfylldes. Motivering: Avtal finns och uppfylls."


def test_a_person_who_judges_otherwise_is_told_beside_the_outcome_and_word_for_word() -> None:
    report = annual_report(annual(looks=(NOT_MET,), follow_ups=(of_person(),)))

    assert (goal_in(report).status.ord, goal_in(report).avsteg) == ("uppfylldes", BOTH)


def test_a_person_who_judges_an_indicator_otherwise_decides_the_goal() -> None:
    report = annual_report(annual(looks=(NOT_MET,), follow_ups=(of_person(indicator="1.1"),)))
    (row,) = goal_in(report).indikatorer

    assert (row.status.ord, row.motivering) == (
        "uppfylldes",
        f"Utfallet 60 nådde inte målet, minst 95. {BOTH}",
    )
    assert goal_in(report).avsteg == (
        "Enligt utfallet: uppfylldes inte. Statusen bygger på en persons bedömning av en indikator."
    )


def test_goals_of_other_classes_show_what_people_have_written() -> None:
    people = (follow_up(1, Occasion.ANNUAL, own_assessment=OwnAssessment.POSITIVE, assessed_by="chefen"),)
    activities = (activity(2, Occasion.ANNUAL), activity(2, Occasion.APRIL, activity="Vårens"))
    report = annual_report(annual(supporting(1), directional(2), follow_ups=people, activities=activities))

    assert goal_in(report).egen_bedömning == "Utvecklingen bedöms av chefen vara positiv."
    assert [one.aktivitet for one in goal_in(report, 2).aktiviteter] == ["Hälsovandringar på alla orter"]
    assert [one.text for one in report.egna_bedömningar] == [
        said("Mål~1. Fler nya företag: utvecklingen bedöms vara positiv.")
    ]


def test_preliminary_levels_are_told_as_in_the_other_reports() -> None:
    assert annual_report(annual(preliminary(1), looks=(MET,))).preliminärt == said(
        "Ambitionsnivån för mål~1 är preliminär: kommunstyrelsen har inte fastställt den."
    )


def test_aprils_measures_are_followed_up_too() -> None:
    run = EarlierRun(
        "korning-001",
        "abc",
        {1: EarlierGoal(number=1, classification="styrande", status="", measures={"Lots": "pågår"})},
    )
    done = measure(1, measure="Lots", progress=Progress.DONE, effect="Tio fler.", continues=False)
    report = annual_report(annual(looks=(MET,), measures=(done,), earlier=run))
    (row,) = goal_in(report).åtgärder

    assert (row.åtgärd, row.läge) == ("Lots. Effekt: Tio fler. Åtgärden fortsätter inte.", "klar (i april: pågår)")


def test_the_meetings_date_and_number_stand_in_the_header() -> None:
    held = meeting(Occasion.ANNUAL, dated=dt.date(2020, 2, 12))
    brief = annual(looks=(MET,), meetings=(held,))
    report = annual_report(replace(brief, meeting=held, date=held.dated))

    assert (report.datum, report.diarienummer) == ("2020-02-12", "KS 2019/1")


def test_the_results_keep_the_words_of_the_lists() -> None:
    brief = annual(looks=(MET,))

    assert goal_of(brief).status is Status.MET
