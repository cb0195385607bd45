import datetime as dt

import pytest

from tests.read.inbox import GOALS, Inbox, Rows


@pytest.mark.parametrize(
    "rows",
    [
        [["Indikator", "Period", "Värde"], ["1.1", "2018-01", 7], ["1.1", "feb 2018", "9,5"]],
        [["Utfall 2018"], [], ["Källkod", "Period", "Utfall"], ["n00945", "2018M01", 7], ["N00945", "201802", "9,5"]],
        [["Id", "År", "Månad", "Värde"], [1.1, 2018, 1, 7], [1.1, 2018, "Februari", 9.5]],
        [
            ["Indikator", "Datum", "Värde"],
            ["nya  företag", dt.date(2018, 1, 31), 7],
            ["Nya-företag", dt.date(2018, 2, 1), 9.5],
        ],
        [["Indikator", "2018-01", "2018-02"], ["Nya företag", 7, 9.5]],
        [["Id", "Indikator", "Enhet", "jan 2018", "feb 2018"], ["1.1", "Nya f", "antal", 7, 9.5]],
        [[None, dt.date(2018, 1, 1), dt.date(2018, 2, 28)], ["1.1", 7, 9.5]],
        [["Indikator", "Utfall 2018M1", "Utfall 2018M2", "Mål"], ["1.1", 7, 9.5, 100]],
    ],
)
def test_values_are_recognised_in_long_and_wide_tables(inbox: Inbox, rows: Rows) -> None:
    inbox.goals()
    inbox.workbook("vad som helst.xlsx", {"Läs mig": [["Siffror från källan."]], "Blad1": rows})
    assert inbox.values() == {"2018-01": 7, "2018-02": 9.5}


def test_missing_marks_are_missing_and_zero_is_a_value(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;2018-01;2018-02;2018-03;2018-04;2018-05;2018-06\n1.1;..;.;-;–;;0\n")
    assert inbox.values() == {"2018-06": 0}


def test_a_percent_format_counts_and_binary_noise_does_not(inbox: Inbox) -> None:
    inbox.goals()
    rows: Rows = [["Indikator", "Period", "Värde"], ["1.1", 2018, 0.046], ["1.1", 2019, 0.1 + 0.2]]
    inbox.workbook("utfall.xlsx", {"U": rows}, {"U!C2": "0.0%"})
    assert inbox.values() == {"2018": 4.6, "2019": 0.3}


def test_values_by_sex_stand_beside_the_total(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text(
        "utfall.csv",
        "Indikator;Period;Kön;Värde\n1.1;2018;Totalt;10\n1.1;2018;Kvinnor;4\n1.1;2018;M;6\n"
        "1.1;2019;;11\n1.1;2019;alla män;1\n",
    )
    source, told = inbox.read()
    series = source.series["1.1"]
    assert [one.value for one in series.observations] == [10, 11]
    assert {sex: [one.value for one in values] for sex, values in series.by_sex.items()} == {"kvinnor": [4], "män": [6]}
    assert told == ["utfall.csv, cell C6: ”alla män” är inget av valen: skriv totalt, kvinnor eller män"]


AS_PERIOD = "skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
AS_NUMBER = "skriv ett tal, till exempel 12,5, eller lämna tomt om det saknas"


def test_bad_values_and_periods_are_told_with_their_cells(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook(
        "utfall.xlsx",
        {
            "U": [
                ["Indikator", "Period", "Värde"],
                ["1.1", "2018-13", 1],
                ["1.1", "2018-01", "85 st"],
                ["1.1", "2018-02", "NA"],
                ["1.1", "2018-03", "#N/A"],
                ["1.1", "2018-04", "=1+1"],
                ["1.1", None, 5],
                [None, "2018-05", 5],
                ["1.1", "2018-06", dt.date(2026, 2, 8)],
            ]
        },
    )
    assert inbox.told() == [
        f"utfall.xlsx, blad U, cell B2: ”2018-13” är ingen period: {AS_PERIOD}",
        "utfall.xlsx, blad U, cell C3: ”85 st” är inget tal: skriv bara 85",
        f"utfall.xlsx, blad U, cell C4: ”NA” är inget tal: {AS_NUMBER}",
        "utfall.xlsx, blad U, cell C5: cellen visar felet #N/A: rätta formeln eller skriv värdet",
        "utfall.xlsx, blad U, cell C6: formeln har inget beräknat värde: öppna filen i Excel och spara den",
        "utfall.xlsx, blad U, cell B7: värdet saknar period: skriv till exempel 2018-01",
        "utfall.xlsx, blad U, cell A8: värdet saknar indikator: skriv indikatorns id eller namn",
        (
            "utfall.xlsx, blad U, cell C9: Excel har gjort om talet till ”2026-02-08”: skriv talet igen i en cell "
            "formaterad som tal"
        ),
    ]


def test_an_unknown_indicator_is_told_once_with_the_nearest(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;Period;Värde\nNya företagen;2018;1\nNya företagen;2019;2\n")
    assert inbox.told() == [
        (
            "utfall.csv, cell A2: ”Nya företagen” är ingen indikator i bladet Indikatorer: "
            "skriv dess id, namn eller källkod; menar du ”Nya företag”?"
        )
    ]


def test_an_indicator_put_aside_makes_its_values_unsure_and_suggests_no_other(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator"], ["4.2", "A"], ["4.2", "B"]])
    inbox.text("utfall.csv", "Indikator;Period;Värde\n1.2;2018;1\n4.2;2018;2\n")
    cell = "mål.xlsx, blad Indikatorer, cell"
    assert inbox.told() == [
        f"{cell} A3: Id ”4.2” finns redan i {cell} A2: ge varje rad sitt eget",
        (
            "utfall.csv, cell A2: anmärkning: ”1.2” är ingen indikator som går att läsa i bladet Indikatorer. "
            f"Det kan bero på felet i {cell} A3: rätta det först."
        ),
    ]


def test_a_code_that_two_indicators_share_is_a_fault(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Källkod"], ["1.1", "A", "N1"], ["1.2", "B", "N1"]])
    inbox.text("utfall.csv", "Källkod;Period;Värde\nN1;2018;1\n")
    assert inbox.told() == ["utfall.csv, cell A2: ”N1” kan vara indikator 1.1 och 1.2: skriv indikatorns id i stället"]


def test_an_impossible_period_in_a_heading_is_told_once(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;2018-12;2018-13\n1.1;1;2\nNya företag;;3\n")
    assert inbox.told() == [
        "utfall.csv, cell C1: ”2018-13” är ingen period: skriv till exempel 2018-01, 2018K1, 2018T1 eller 2018"
    ]


def test_the_same_value_twice_is_fine_and_another_value_is_told_with_both_places(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("a.csv", "Indikator;Period;Värde\n1.1;2018;87\n1.1;2019;90\n")
    inbox.workbook("b.xlsx", {"U": [["Indikator", "2018", "2019"], ["1.1", 87, 91.5]]})
    assert inbox.told() == [
        "b.xlsx, blad U, cell C2: 1.1 har värdet 91,5 för 2019 här men 90 i a.csv, cell C3: ta bort det som är fel"
    ]


def test_values_may_stand_in_the_goal_workbook(inbox: Inbox) -> None:
    inbox.goals(Utfall=[["Indikator", "Period", "Värde"], ["1.1", 2018, 87]])
    assert inbox.values() == {"2018": 87}


def test_what_nothing_recognises_is_a_fault_that_says_what_stands_there(inbox: Inbox) -> None:
    inbox.goals()
    inbox.workbook("annat.xlsx", {"Blad1": [["Rapport"], ["Region", "Antal"], ["Vaggeryd", 3]]})
    assert inbox.told() == [
        (
            "annat.xlsx, blad Blad1: innehållet känns inte igen (här står ”Region”, ”Antal”): "
            "lägg värdena i kolumnerna Indikator, Period och Värde, eller med en rad för varje indikator "
            "och en kolumn för varje period"
        )
    ]


def test_headings_without_values_are_a_remark(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;Period;Värde\n")
    assert inbox.told() == ["utfall.csv: anmärkning: här finns rubriker men inga värden"]


def test_accumulated_values_become_values_per_period(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Slag", "Värdena är"], ["1.1", "A", "summa", "ackumulerade"]])
    inbox.text("utfall.csv", "Indikator;2018K1;2018K2;2018K4;2019K1;2019K2\n1.1;10;25,3;60;5;4\n")
    source, told = inbox.read()
    assert [(str(one.period), one.value) for one in source.series["1.1"].observations] == [
        ("2018K1", 10),
        ("2018K2", 15.3),
        ("2019K1", 5),
        ("2019K2", -1),
    ]
    assert told == [
        (
            "utfall.csv, cell D2: anmärkning: indikator 1.1 är ackumulerad och saknar värdet för perioden före 2018K4, "
            "som därför inte kan räknas fram (cell D2): lägg till värdet för perioden före"
        ),
        (
            "utfall.csv, cell F2: anmärkning: indikator 1.1 är ackumulerad men värdena sjunker inom året (cell F2; för "
            "2019K2 står 4, efter 5 perioden före): rätta värdena, eller skriv per period i kolumnen Värdena är om "
            "varje värde bara gäller sin egen period"
        ),
    ]


def test_values_that_fall_though_accumulated_are_told_once_with_their_cells_and_never_as_differences(
    inbox: Inbox,
) -> None:
    head = ["Id", "Indikator", "Enhet", "Slag", "Värdena är"]
    inbox.goals(Indikatorer=[head, ["1.1", "A", "antal", "summa", "ackumulerade"]])
    inbox.text("utfall.csv", "Indikator;Period;Värde\n" + "".join(f"1.1;2018-{n:02};{9 - n}\n" for n in range(1, 9)))
    assert inbox.told() == [
        (
            "utfall.csv, cell C3: anmärkning: indikator 1.1 är ackumulerad men värdena sjunker inom året (cell C3, C4, "
            "C5, C6, C7 och C8 med 1 till; för 2018-02 står 7, efter 8 perioden före): rätta värdena, eller skriv per "
            "period i kolumnen Värdena är om varje värde bara gäller sin egen period"
        )
    ]


RISING = "Indikator;2018K1;2018K2;2018K3;2018K4;2019K1;2019K2\n1.1;10;25;40;60;12;30\n"
QUESTION = (
    "mål.xlsx, blad Indikatorer, cell D2: värdena stiger inom varje år och börjar om: är de ackumulerade? "
    "Skriv då ackumulerade i kolumnen Värdena är för indikator 1.1, annars per period"
)


@pytest.mark.parametrize(
    ("kind", "basis", "told"),
    [("summa", None, [QUESTION]), ("summa", "per period", []), ("summa", "ackumulerade", []), ("läge", None, [])],
)
def test_a_sum_that_rises_within_every_year_is_a_question_unless_answered(
    inbox: Inbox, kind: str, basis: str | None, told: list[str]
) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Slag", "Värdena är"], ["1.1", "A", kind, basis]])
    inbox.text("utfall.csv", RISING)
    assert inbox.told() == told


def test_different_kinds_of_period_are_told_with_both_places(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;2018-01;2018-02;2018K2\n1.1;1;2;3\n")
    source, told = inbox.read()
    assert source.series["1.1"].per_year == 12
    assert told == [
        (
            "utfall.csv, cell D2: 1.1 har värden för kvartal här men för månader i utfall.csv, cell B2: "
            "använd en sorts period"
        )
    ]


def test_whole_years_beside_months_are_not_used_and_it_is_said(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;2018-01;2018-02;2018\n1.1;1;2;30\n")
    source, told = inbox.read()
    assert [one.value for one in source.series["1.1"].observations] == [1, 2]
    assert told == [
        (
            "utfall.csv, cell D2: anmärkning: helårsvärdena för 1.1 används inte, "
            "eftersom den också har värden för delar av år"
        )
    ]


def test_values_come_in_the_order_of_time(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("utfall.csv", "Indikator;2019-02;2018-11;2019-01\n1.1;4;2;3\n")
    assert list(inbox.values()) == ["2018-11", "2019-01", "2019-02"]


def test_an_owners_sheet_of_values_named_indikatorer_is_values(inbox: Inbox) -> None:
    inbox.workbook("mål.xlsx", {"Mål": GOALS, "Indikatorer": [["Id", "Indikator"], ["1.1", "A"]]})
    inbox.workbook("värden.xlsx", {"Indikatorer": [["Id", "Indikator", "2018", "2019"], ["1.1", "A", 1, 2]]})
    assert inbox.values() == {"2018": 1, "2019": 2}


def test_a_whole_country_of_unknown_names_is_not_told_name_by_name(inbox: Inbox) -> None:
    inbox.goals()
    rows = "".join(f"Kommun {number};2018;1\n" for number in range(300))
    inbox.text("utfall.csv", f"Indikator;Period;Värde\n{rows}")
    told = inbox.told()
    assert len(told) == 21
    assert told[-1] == (
        "utfall.csv, cell A22: härifrån är ännu fler namn inga indikatorer: "
        "ta bort raderna som inte hör till indikatorerna"
    )
