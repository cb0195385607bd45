import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.earlier import april_run, earlier_run
from pipeline.model.results import EarlierGoal, EarlierIndicator
from pipeline.model.words import Occasion
from pipeline.problems import Problems
from pipeline.publish import Edition, publish
from pipeline.run_folders import digest

RESULTS = {
    "year": 2019,
    "occasion": "april",
    "goals": [
        {
            "number": 1,
            "title": "Fler företag",
            "owner": "näringslivschefen",
            "classification": "styrande",
            "status": "osäkert",
            "measures": [{"measure": "Förmedling av lokaler", "progress": "pågår"}],
            "indicators": [
                {
                    "id": "1.1",
                    "name": "Nya företag",
                    "owner": "",
                    "status": "osäkert",
                    "target": 120,
                    "outcome": 41,
                    "outcome_period": "2019-04",
                    "forecast": 118.2,
                    "low": 101.0,
                    "high": 138.4,
                    "probability": 0.46,
                    "values": {"2019-03": 11, "2019-04": 0},
                }
            ],
        },
        {"number": 6, "classification": "ej fastställt", "status": None},
    ],
}


def run_with(results: bytes, output: Path, **options: bool) -> Path:
    edition = Edition(
        folder="2019-april",
        documents={"resultat.json": results},
        inputs={},
        templates={},
        fields={},
        options=options,
        versions={},
    )
    made = publish(edition, output, Problems())
    assert made is not None
    return made.run


def as_json(results: object) -> bytes:
    return json.dumps(results).encode()


def test_no_april_run_is_none_and_that_is_said(tmp_path: Path) -> None:
    problems = Problems()

    assert april_run(tmp_path, 2019, problems) is None
    assert [str(problem) for problem in problems] == [
        (
            f"{tmp_path / '2019-april'}: anmärkning: ingen körning per den 30 april finns, "
            "så augusti har inget att jämföra med"
        )
    ]


def test_what_was_sent_out_is_read_before_a_newer_draft(tmp_path: Path) -> None:
    run_with(as_json(RESULTS), tmp_path)
    run_with(as_json({"goals": []}), tmp_path, draft=True)
    problems = Problems()

    run = april_run(tmp_path, 2019, problems)

    assert run is not None
    assert run.name == "2019-april/korning-001"
    assert not list(problems)


def test_a_draft_is_read_where_there_is_nothing_else_and_that_is_said(tmp_path: Path) -> None:
    folder = run_with(as_json(RESULTS), tmp_path, draft=True)
    problems = Problems()

    run = april_run(tmp_path, 2019, problems)

    assert run is not None
    assert [str(problem) for problem in problems] == [
        f"{folder}: anmärkning: aprils enda körning är ett utkast, så augusti jämförs med det"
    ]


def test_the_run_holds_what_was_said_of_goals_and_indicators(tmp_path: Path) -> None:
    folder = run_with(as_json(RESULTS), tmp_path)
    problems = Problems()

    run = april_run(tmp_path, 2019, problems)

    assert run is not None
    assert run.name == "2019-april/korning-001"
    assert run.manifest == digest((folder / "manifest.json").read_bytes() + as_json(RESULTS))
    indicator = EarlierIndicator(
        id="1.1",
        status="osäkert",
        name="Nya företag",
        owner="",
        target=120,
        outcome=41,
        outcome_period="2019-04",
        forecast=118.2,
        low=101,
        high=138.4,
        probability=0.46,
        values={"2019-03": 11, "2019-04": 0},
    )
    assert run.goals == {
        1: EarlierGoal(
            number=1,
            classification="styrande",
            status="osäkert",
            title="Fler företag",
            owner="näringslivschefen",
            indicators={"1.1": indicator},
            measures={"Förmedling av lokaler": "pågår"},
        ),
        6: EarlierGoal(number=6, classification="ej fastställt", status=""),
    }
    assert not list(problems)


def test_another_year_is_another_folder(tmp_path: Path) -> None:
    run_with(as_json(RESULTS), tmp_path)

    assert april_run(tmp_path, 2020, Problems()) is None


def test_the_newest_run_is_read(tmp_path: Path) -> None:
    run_with(as_json({"goals": []}), tmp_path)
    run_with(as_json(RESULTS), tmp_path, pdf=True)

    run = april_run(tmp_path, 2019, Problems())

    assert run is not None
    assert run.name == "2019-april/korning-002"
    assert set(run.goals) == {1, 6}


def damage_results(run: Path) -> Path:
    (run / "resultat.json").write_bytes(b'{"goals": [')
    return run / "resultat.json"


def remove_results(run: Path) -> Path:
    (run / "resultat.json").unlink()
    return run / "resultat.json"


def replace_results(run: Path) -> Path:
    (run / "resultat.json").write_bytes(b"[]")
    return run / "resultat.json"


def nest_results(run: Path) -> Path:
    (run / "resultat.json").write_bytes(b"[" * 100_000)
    return run / "resultat.json"


def damage_manifest(run: Path) -> Path:
    (run / "manifest.json").write_bytes(b"\xff")
    return run / "manifest.json"


@pytest.mark.parametrize("damage", [damage_results, remove_results, replace_results, nest_results, damage_manifest])
def test_a_damaged_run_is_told_and_the_one_before_it_read(tmp_path: Path, damage: Callable[[Path], Path]) -> None:
    run_with(as_json(RESULTS), tmp_path)
    damaged = damage(run_with(as_json(RESULTS), tmp_path, pdf=True))
    problems = Problems()

    run = april_run(tmp_path, 2019, problems)

    assert run is not None
    assert run.name == "2019-april/korning-001"
    assert [str(problem) for problem in problems] == [
        (
            f"{damaged}: anmärkning: filen saknas eller är skadad, så körningen används inte; "
            "återställ filen från en säkerhetskopia"
        )
    ]


def test_results_changed_by_hand_are_used_and_told(tmp_path: Path) -> None:
    folder = run_with(as_json({"goals": []}), tmp_path)
    (folder / "resultat.json").write_bytes(as_json(RESULTS))
    problems = Problems()

    run = april_run(tmp_path, 2019, problems)

    assert run is not None
    assert set(run.goals) == {1, 6}
    assert [str(problem) for problem in problems] == [
        (
            f"{folder / 'resultat.json'}: anmärkning: filen har ändrats sedan körningen; "
            "uppgifterna i den används som de nu står"
        )
    ]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", "9" * 400, '"12"', "true", "[1]", "null"])
def test_what_is_no_number_is_none(tmp_path: Path, value: str) -> None:
    indicator = f'{{"id": "1.1", "forecast": {value}, "values": {{"2019-01": {value}}}}}'
    run_with(f'{{"goals": [{{"number": 1, "indicators": [{indicator}]}}]}}'.encode(), tmp_path)

    run = april_run(tmp_path, 2019, Problems())

    assert run is not None
    assert run.goals[1].indicators["1.1"] == EarlierIndicator(id="1.1", status="")


def test_a_run_being_made_is_not_read(tmp_path: Path) -> None:
    run = run_with(as_json(RESULTS), tmp_path)
    run.rename(run.with_name(".korning-001.123"))

    assert april_run(tmp_path, 2019, Problems()) is None


def test_records_of_another_shape_are_passed_over(tmp_path: Path) -> None:
    run_with(as_json({"goals": [{"number": 1, "indicators": [7], "measures": "inga"}, "två"]}), tmp_path)

    run = april_run(tmp_path, 2019, Problems())

    assert run is not None
    goal = EarlierGoal(number=1, classification="", status="")
    assert run.goals == {1: goal}
    assert replace(goal) == goal


def test_another_occasions_run_is_read_alike(tmp_path: Path) -> None:
    problems = Problems()
    read = (tmp_path / "2019-augusti", Occasion.AUGUST, "årsuppföljningen", problems)

    assert earlier_run(*read) is None
    made = run_with(as_json(RESULTS), tmp_path, draft=True)
    made.parent.rename(tmp_path / "2019-augusti")
    run = earlier_run(*read)

    assert run is not None
    assert run.name == "2019-augusti/korning-001"
    assert [str(problem).partition(": anmärkning: ")[2] for problem in problems] == [
        "ingen körning per den 31 augusti finns, så årsuppföljningen har inget att jämföra med",
        "augustis enda körning är ett utkast, så årsuppföljningen jämförs med det",
    ]
