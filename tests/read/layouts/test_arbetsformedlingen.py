from tests.read.inbox import Inbox

AF = """;Arbetssökande andel av den registerbaserade arbetskraften\r
\r
;;\r
;Öppet arbetslösa;Totalt\r
Riket;3,5;7,6\r
Jönköpings län;2,5;5,6\r
Vaggeryd;2,1;4,4\r
Månad:;2017-04\r
Län:;Alla\r
Ålder:;16-64 år\r
Kön:;Totalt\r
"""


def test_arbetsformedlingens_csv_takes_its_month_from_the_bottom(inbox: Inbox) -> None:
    inbox.ours("Öppet arbetslösa", "Totalt")
    inbox.text("af.csv", AF, "utf-8-sig")
    source, told = inbox.read()
    found = {one: [(str(o.period), o.value) for o in series.observations] for one, series in source.series.items()}
    assert found == {"1.1": [("2017-04", 2.1)], "1.2": [("2017-04", 4.4)]}
    assert source.series["1.1"].observations[0].source == "Arbetsförmedlingen (Öppet arbetslösa)"
    assert told == []


def test_arbetsformedlingens_csv_for_another_age_is_another_series(inbox: Inbox) -> None:
    inbox.ours("Totalt")
    inbox.text("a.csv", AF, "utf-8-sig")
    inbox.text("b.csv", AF.replace("2017-04", "2017-05").replace("16-64", "18-24"), "utf-8-sig")
    told = inbox.told()
    assert "b.csv, cell B10: 1.1 har ålder ”18-24 år” här men ”16-64 år” i a.csv, cell B10: använd samma" in told
