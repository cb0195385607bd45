import datetime as dt

import pytest

from pipeline.model.periods import Period
from pipeline.model.words import Direction
from pipeline.problems import Place, Problems
from pipeline.read.cells import typed
from pipeline.read.grid import Cell, Value
from pipeline.read.teller import Teller
from pipeline.sheets import CellKind, Column

PLACE = Place("a.xlsx", "B", 7, 3)


def ask(kind: CellKind, value: Value, number_format: str = "General", field: str = "x") -> tuple[object, list[str]]:
    problems = Problems()
    column = Column("X", field, "", kind, Direction if kind is CellKind.CHOICE else None)
    found = typed(Cell(PLACE, value, number_format), column, Teller(problems))
    return found, [problem.text for problem in problems]


@pytest.mark.parametrize(
    ("kind", "value", "number_format", "expected"),
    [
        (CellKind.TEXT, 665, "General", "665"),
        (CellKind.TEXT, 665, "0000", "0665"),
        (CellKind.TEXT, "007", "General", "007"),
        (CellKind.TEXT, 118.5, "General", "118,5"),
        (CellKind.TEXT, dt.datetime(2019, 9, 30), "yyyy-mm-dd", "2019-09-30"),  # noqa: DTZ001
        (CellKind.WHOLE, 2019.0, "General", 2019),
        (CellKind.WHOLE, "2019", "General", 2019),
        (CellKind.NUMBER, 0, "General", 0),
        (CellKind.NUMBER, 0.046, "0.0%", 4.6),
        (CellKind.NUMBER, "4,6 %", "General", 4.6),
        (CellKind.NUMBER, "..", "General", None),
        (CellKind.YES_NO, "Ja", "General", True),
        (CellKind.YES_NO, False, "General", False),
        (CellKind.CHOICE, "Inom  intervall", "General", Direction.WITHIN),
        (CellKind.DATE, dt.datetime(2019, 2, 20), "yyyy-mm-dd", dt.date(2019, 2, 20)),  # noqa: DTZ001
        (CellKind.DATE, "20 februari 2019", "General", dt.date(2019, 2, 20)),
        (CellKind.PERIOD, 2017, "General", Period(2017, 0, 1)),
        (CellKind.GOALS, 1, "General", (1,)),
        (CellKind.GOALS, "1, 2", "General", (1, 2)),
        (CellKind.GOALS, "1 och 2", "General", (1, 2)),
        (CellKind.TEXT, None, "General", None),
    ],
)
def test_a_cell_is_read_as_its_column_asks(kind: CellKind, value: Value, number_format: str, expected: object) -> None:
    assert ask(kind, value, number_format) == (expected, [])


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (CellKind.WHOLE, 1.5, "”1,5” är inget heltal: skriv bara siffror, till exempel 2019 eller 3"),
        (CellKind.GOALS, "1, 0", "”1, 0” är inget målnummer: skriv målets nummer, eller flera som 1 och 2"),
        (CellKind.NUMBER, "85 st", "”85 st” är inget tal: skriv bara 85"),
        (
            CellKind.NUMBER,
            "NA",
            "”NA” är inget tal: skriv ett tal, till exempel 12,5, eller lämna tomt om det saknas",
        ),
        (
            CellKind.NUMBER,
            dt.datetime(2026, 2, 8),  # noqa: DTZ001
            "Excel har gjort om talet till ”2026-02-08”: skriv talet igen i en cell formaterad som tal",
        ),
        (CellKind.YES_NO, "x", "”x” är varken ja eller nej: skriv ja eller nej"),
        (
            CellKind.CHOICE,
            "öga",
            "”öga” är inget av valen: skriv öka, minska eller inom intervall; menar du ”öka”?",
        ),
        (CellKind.DATE, "31 april", "”31 april” är inget datum: menar du 30 april?"),
        (CellKind.DATE, "2019-02-30", "datumet ”2019-02-30” finns inte: menar du 28 februari?"),
        (CellKind.DATE, "3/4 2019", "datumet ”3/4 2019” kan läsas på två sätt: skriv det som 2019-02-20"),
        (CellKind.DATE, 43516, "”43516” är inget datum: skriv till exempel 2019-02-20"),
        (CellKind.GOALS, 1.2, "”1,2” är inget målnummer: skriv målets nummer, eller flera som 1 och 2"),
        (
            CellKind.PERIOD,
            "2018-13",
            "”2018-13” är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018",
        ),
        (
            CellKind.NUMBER,
            "811218-9876",
            "”●●●●●●-●●●●” är inget tal: skriv ett tal, till exempel 12,5, eller lämna tomt om det saknas",
        ),
    ],
)
def test_a_bad_cell_is_blank_and_told_with_a_remedy(kind: CellKind, value: Value, text: str) -> None:
    assert ask(kind, value) == (None, [text])


def test_a_number_whose_format_hides_its_decimals_is_quoted_with_them() -> None:
    told = ["”2,5” är inget heltal: skriv bara siffror, till exempel 2019 eller 3"]
    assert ask(CellKind.WHOLE, 2.5, "0") == (None, told)


@pytest.mark.parametrize("field", ["year", "base_year", "target_year"])
@pytest.mark.parametrize("value", [0, -5, 1899, 2101, 20190, "99999"])
def test_a_year_outside_the_calendar_is_refused(field: str, value: Value) -> None:
    assert ask(CellKind.WHOLE, value, field=field) == (None, [f"”{value}” är inget år: skriv till exempel 2019"])


@pytest.mark.parametrize("field", ["number", "goal"])
@pytest.mark.parametrize("value", [0, -1])
def test_a_goal_has_a_number_from_one(field: str, value: Value) -> None:
    told = [f"”{value}” är inget målnummer: skriv ett heltal som är minst 1"]
    assert ask(CellKind.WHOLE, value, field=field) == (None, told)


@pytest.mark.parametrize(("field", "value"), [("year", 1900), ("target_year", 2100), ("number", 1), ("x", 0)])
def test_the_first_and_the_last_that_are_allowed_are_read(field: str, value: Value) -> None:
    assert ask(CellKind.WHOLE, value, field=field) == (value, [])


@pytest.mark.parametrize(
    ("value", "number_format", "shown"), [(1.1, "General", "1.1"), (1.1, "0.00", "1.10"), (7, "000", "007")]
)
def test_an_id_is_the_text_that_excel_shows(value: Value, number_format: str, shown: str) -> None:
    assert ask(CellKind.TEXT, value, number_format, field="id") == (shown, [])


def test_an_id_that_excel_made_a_date_is_refused() -> None:
    made = dt.datetime(2026, 1, 2)  # noqa: DTZ001
    text = "Excel har gjort om det som stod här till datumet 2026-01-02: formatera cellen som text och skriv igen"
    assert ask(CellKind.TEXT, made, field="id") == (None, [text])


def test_an_impossible_day_inside_a_text_is_a_remark_and_the_text_stays() -> None:
    problems = Problems()
    cell = Cell(PLACE, "Klart den 31 april.")
    assert typed(cell, Column("X", "x", ""), Teller(problems)) == "Klart den 31 april."
    assert list(map(str, problems)) == [
        "a.xlsx, blad B, cell C7: anmärkning: ”31 april” finns inte: menar du 30 april?"
    ]
    assert problems.faults() == ()


def test_an_error_and_a_formula_without_value_are_faults() -> None:
    problems = Problems()
    column = Column("X", "x", "")
    assert typed(Cell(PLACE, "#DIV/0!", error=True), column, Teller(problems)) is None
    assert typed(Cell(PLACE, stale=True), column, Teller(problems)) is None
    assert [problem.text for problem in problems] == [
        "cellen visar felet #DIV/0!: rätta formeln eller skriv värdet",
        "formeln har inget beräknat värde: öppna filen i Excel och spara den",
    ]
