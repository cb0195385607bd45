import pytest

from pipeline.compose.method import basis_rows, goal_rule, rules
from pipeline.model.words import Kind, Status, ValueBasis
from tests.cases import goal, indicator, outlook, settings
from tests.compose.briefs import brief_of, said, supporting

LIMITS = settings(met_limit=0.8, partly_way=0.725, hold_slack=0.1, partly_share=0.6)


def test_the_legend_has_a_row_for_every_status_and_prints_the_limits() -> None:
    assert [(row.status.ord, row.betydelse) for row in rules(LIMITS)] == [
        ("uppfylls", said("Sannolikheten att målet nås är minst 80~procent.")),
        (
            "uppfylls delvis",
            said(
                "Sannolikheten är minst 80~procent att minst 72,5~procent av vägen från basvärde till målvärde nås; "
                "när en nivå ska hållas, att den hålls inom 10~procent."
            ),
        ),
        ("osäkert", "Prognosen ligger mellan gränserna. Sannolikheten visas, och åt vilket håll det lutar."),
        ("uppfylls inte", said("Sannolikheten att målet ens nås delvis är högst 20~procent.")),
        ("kan inte bedömas", "Prognos saknas. Det står vad som saknas, eller när värdet mäts nästa gång."),
    ]


@pytest.mark.parametrize(("share", "expected"), [(0.5, "50~procent"), (1 / 3, "33,3~procent"), (1.0, "100~procent")])
def test_the_rule_for_goals_prints_its_share(share: float, expected: str) -> None:
    first, _ = goal_rule(settings(partly_share=share))

    assert said(f"när minst {expected} av indikatorerna uppfylls eller uppfylls delvis") in first.text


def test_the_appendix_tells_what_each_forecast_rests_on() -> None:
    ones = (
        indicator("1.1", name="Företag"),
        indicator("1.2", name="Frånvaro", kind=Kind.MEAN, basis=ValueBasis.ROLLING_YEAR, source=""),
        indicator("1.3", name="Okänd", kind=None),
        indicator("2.1", name="Stödjande"),
    )
    looks = {
        "1.1": outlook(past=((1.0,) * 12,) * 3, refusal="…"),
        "1.2": outlook(current=(1.0,), refusal="…"),
        "1.3": outlook(current=(), refusal="Slag saknas."),
    }
    found = basis_rows(brief_of(goal(1), supporting(2), indicators=ones, outlooks=looks))

    assert [(row.indikator, row.slag, row.år, row.perioder, row.källa) for row in found] == [
        ("1.1 Företag", "summa", "3", "fyra månader", "Bolagsverket"),
        ("1.2 Frånvaro", "medel, rullande 12 månader", "0", "en månad", "–"),
        ("1.3 Okänd", "–", "0", "–", "Bolagsverket"),
    ]


def test_an_indicator_of_two_goals_rests_on_the_same_and_stands_once() -> None:
    shared = indicator(goals=(1, 2))
    brief = brief_of(goal(1), goal(2), indicators=(shared,), outlooks={"1.1": outlook(refusal="…")})

    assert [row.indikator for row in basis_rows(brief)] == ["1.1 Indikator 1.1"]
    assert Status.NOT_ASSESSABLE is brief.results.goals[1].status
