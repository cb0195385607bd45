from tests.read.inbox import Inbox, Rows

FK: Rows = [
    ["År", "Månad", "Län", "Kommun", "Ålder", "Kön", "Sjukpenningtal 1.0"],
    ["2024", "09", "Riket", "Riket", "Samtliga 16-64 år", "Kvinnor och män", 10.3],
    ["2024", "09", "06 Jönköpings län", "0665 Vaggeryd", "Samtliga 16-64 år", "Kvinnor och män", 9.9],
    ["2024", "09", "06 Jönköpings län", "0665 Vaggeryd", "Samtliga 16-64 år", "Kvinnor", 12],
    ["2024", "09", "06 Jönköpings län", "0665 Vaggeryd", "20-29 år", "Kvinnor och män", 4],
    ["2024", "10", "06 Jönköpings län", "0665 Vaggeryd", "Samtliga 16-64 år", "Kvinnor och män", ".."],
]


def test_forsakringskassan_gives_the_municipality_all_ages_and_the_sexes(inbox: Inbox) -> None:
    inbox.ours("Sjukpenningtal 1.0")
    inbox.workbook("fk.xlsx", {"tabell": FK})
    source, told = inbox.read()
    series = source.series["1.1"]
    assert [(str(one.period), one.value, one.source) for one in series.observations] == [
        ("2024-09", 9.9, "Försäkringskassan (Sjukpenningtal 1.0)")
    ]
    assert [one.value for one in series.by_sex["kvinnor"]] == [12]
    assert told == []
