import json
from typing import Any

import pytest

from pipeline.compose import results_json
from pipeline.compose.brief import Brief
from pipeline.model.forecasts import Forecast
from pipeline.model.records import Target
from pipeline.model.words import Direction, Occasion, Progress, Status
from tests.cases import follow_up, goal, indicator, measure, outlook, series
from tests.compose.briefs import LOOKS, board, brief_of, undrafted

FORECAST = Forecast(point=118.2, sigma=0.1)


def written(brief: Brief) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(results_json(brief.results))
    return found


def test_the_record_holds_every_fixed_key() -> None:
    one = indicator(base=96.0, target=Target(low=120.0), owner="ekonomen")
    values = {"1.1": series({2019: [10.0, 14.0]})}
    brief = brief_of(
        goal(1, owner="näringslivschefen"),
        indicators=(one,),
        series=values,
        outlooks={"1.1": outlook(FORECAST, (10.0, 14.0), past=((9.0,) * 12,) * 3)},
        measures=(measure(1, measure="Lots", progress=Progress.DONE),),
    )
    found = written(brief)
    (first,) = found["goals"]
    (only,) = first.pop("indicators")

    assert {key: found[key] for key in ("year", "occasion", "as_of")} == {
        "year": 2019,
        "occasion": "april",
        "as_of": "2019-04-30",
    }
    assert first == {
        "number": 1,
        "title": "Fler nya företag",
        "owner": "näringslivschefen",
        "classification": "styrande",
        "preliminary": False,
        "reason": "Målet går att påverka, mäts kvantitativt och har resurser.",
        "status": "osäkert",
        "computed_status": "osäkert",
        "count": "Målets enda indikator är osäker.",
        "assessable": [1, 1],
        "own_assessment": None,
        "measures": [{"measure": "Lots", "progress": "klar"}],
    }
    assert only == {
        "id": "1.1",
        "name": "Indikator 1.1",
        "owner": "ekonomen",
        "unit": "antal",
        "kind": "summa",
        "direction": "öka",
        "source": "Bolagsverket",
        "base": 96.0,
        "target": 120.0,
        "target_high": None,
        "outcome": 24.0,
        "outcome_period": "2019-02",
        "forecast": 118.2,
        "low": FORECAST.low,
        "high": FORECAST.high,
        "probability": FORECAST.at_least(120.0),
        "status": "osäkert",
        "computed_status": "osäkert",
        "reason": brief.results.goals[0].indicators[0].reason,
        "periods_known": 2,
        "years_of_history": 3,
        "values": {"2019-01": 10.0, "2019-02": 14.0},
        "places": ["utfall.xlsx, blad Utfall, cell C2", "utfall.xlsx, blad Utfall, cell C3"],
    }


def test_a_number_that_does_not_exist_is_null() -> None:
    bare = indicator(base=None, target=None, kind=None, direction=None)
    found = written(brief_of(goal(1), undrafted(2), indicators=(bare,), occasion=Occasion.AMBITION))
    (only,) = found["goals"][0]["indicators"]
    nulls = {key for key, value in only.items() if value is None}

    assert nulls == {
        *("kind", "direction", "base", "target", "target_high", "outcome", "outcome_period", "forecast"),
        *("low", "high", "probability", "status", "computed_status"),
    }
    assert (found["as_of"], found["goals"][1]["status"]) == (None, None)


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (Target(low=5.0), Direction.INCREASE, (5.0, None)),
        (Target(high=7.0), Direction.DECREASE, (7.0, None)),
        (Target(low=5.0, high=7.0), Direction.WITHIN, (5.0, 7.0)),
    ],
)
def test_a_target_is_told_by_its_bounds(target: Target, direction: Direction, expected: tuple[float, ...]) -> None:
    one = indicator(target=target, direction=direction)
    (only,) = written(brief_of(goal(1), indicators=(one,), outlooks={"1.1": outlook(FORECAST)}))["goals"][0][
        "indicators"
    ]

    assert (only["target"], only["target_high"]) == expected


def test_a_persons_status_stands_beside_the_computed_one() -> None:
    row = follow_up(1, status=Status.MET, motivation="Klart.")
    (first,) = written(board(Status.NOT_MET, follow_ups=(row,)))["goals"]

    assert (first["status"], first["computed_status"]) == ("uppfylls", "uppfylls inte")


def test_totals_add_up_to_the_goals_at_both_levels() -> None:
    totals = written(board(*Status, more=(undrafted(6),)))["totals"]

    assert totals == {
        "styrande": 5,
        "stödjande": 0,
        "inriktningsmål": 0,
        "ej fastställt": 1,
        **dict.fromkeys((status.value for status in Status), 1),
        "ej prognostiseras": 1,
    }


def test_the_record_is_utf8_with_swedish_letters_as_they_are_and_ends_with_a_line_break() -> None:
    data = results_json(brief_of(goal(1, title="Å & <ö>")).results)

    assert "Å & <ö>" in data.decode("utf-8")
    assert data.endswith(b"}\n")


def test_a_number_that_json_lacks_is_refused_and_never_written() -> None:
    look = LOOKS[Status.MET]
    broken = brief_of(goal(1), indicators=(indicator(base=float("nan")),), outlooks={"1.1": look})

    with pytest.raises(ValueError, match="not JSON compliant"):
        results_json(broken.results)
