import json

import pytest

from tests.read.inbox import Inbox

AGAIN = "hämta filen på nytt"


def page(*records: object, **more: object) -> str:
    return json.dumps({"count": len(records), "values": records, **more})


def record(period: int, *values: tuple[str, float | None], municipality: str = "0665") -> dict[str, object]:
    inner = [{"count": 1, "gender": gender, "status": "", "value": value} for gender, value in values]
    return {"kpi": "N00945", "municipality": municipality, "period": period, "values": inner}


RECORDS = (
    record(2018, ("T", 31.3), ("K", 30.1), ("M", 32.5)),
    record(2019, ("T", 33), ("K", None), ("M", None)),
    record(2019, ("T", 1), municipality="0680"),
)


@pytest.mark.parametrize("name", ["kolada.json", "sparad sida.txt"])
def test_the_answer_is_read_for_the_municipality_and_null_is_missing(inbox: Inbox, name: str) -> None:
    inbox.ours("N00945")
    inbox.text(name, page(*RECORDS, next_page=None))
    source, told = inbox.read()
    series = source.series["1.1"]
    assert told == []
    assert [(str(one.period), one.value) for one in series.observations] == [("2018", 31.3), ("2019", 33)]
    assert [one.value for one in series.by_sex["kvinnor"]] == [30.1]
    assert {one.source for one in series.observations} == {"Kolada (N00945)"}


def test_a_value_says_where_in_the_file_it_stands(inbox: Inbox) -> None:
    inbox.ours("N00945")
    inbox.text("kolada.json", page(*RECORDS))
    first = inbox.read()[0].series["1.1"].observations[0]
    assert str(first.place) == "kolada.json, värdet för N00945, 0665, 2018, T"


@pytest.mark.parametrize("key", ["next_page", "next_url"])
def test_one_page_of_several_is_said_to_be_one(inbox: Inbox, key: str) -> None:
    inbox.ours("N00945")
    inbox.text("kolada.json", page(*RECORDS, **{key: "nästa"}))
    assert inbox.told() == ["kolada.json: anmärkning: filen är bara en av flera sidor: lägg dit de andra också"]


@pytest.mark.parametrize("bad", [7, {"kpi": "N00945"}, {**RECORDS[0], "values": 3}, {**RECORDS[0], "period": None}])
def test_a_record_that_is_not_whole_is_named(inbox: Inbox, bad: object) -> None:
    inbox.ours("N00945")
    inbox.text("kolada.json", page(*RECORDS, bad))
    assert inbox.told() == [
        f"kolada.json: post 4 är inte hel (kpi, municipality, period och values ska finnas): {AGAIN}"
    ]


def test_two_files_that_differ_are_told_with_both_places(inbox: Inbox) -> None:
    inbox.ours("N00945")
    inbox.text("a.json", page(record(2018, ("T", 31.3))))
    inbox.text("b.json", page(record(2018, ("T", 35))))
    assert inbox.told() == [
        (
            "b.json, värdet för N00945, 0665, 2018, T: 1.1 har värdet 35 för 2018 här men 31,3 i a.json, "
            "värdet för N00945, 0665, 2018, T: ta bort det som är fel"
        )
    ]
