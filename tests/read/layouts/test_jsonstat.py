import json
from typing import Any

import pytest

from tests.read.inbox import Inbox

DAMAGED = "JSON-filen är inte hel JSON-stat ({}): hämta den på nytt, eller som Excel"


def table(**changes: object) -> dict[str, Any]:
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Folkmängd efter region, kön och månad",
        "source": "SCB",
        "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
        "id": ["Region", "Kon", "ContentsCode", "Tid"],
        "size": [2, 2, 1, 2],
        "dimension": {
            "Region": {"label": "region", "category": {"index": {"0680": 1, "0665": 0}, "label": {"0665": "Vaggeryd"}}},
            "Kon": {"label": "kön", "category": {"index": ["TotSa", "1"], "label": {"TotSa": "totalt", "1": "män"}}},
            "ContentsCode": {"category": {"label": {"000007SF": "Folkmängd"}}},
            "Tid": {"category": {"index": ["2018M01", "2018M02"]}},
        },
        "value": [13900, 14000, 7000, None, 1, 2, 3, 4],
        "extension": {"px": {"tableid": "TAB1", "matrix": "BE01"}},
        **changes,
    }


@pytest.mark.parametrize(
    "content",
    [
        table(),
        table(value={"0": 13900, "1": 14000, "2": 7000, "7": 4}),
        {"dataset": table()},
        table(status={"3": ".."}, note=["Not"]),
    ],
)
@pytest.mark.parametrize("code", ["000007SF", "Folkmängd", "TAB1", "BE01"])
def test_values_are_read_by_any_of_the_tables_codes(inbox: Inbox, content: object, code: str) -> None:
    inbox.ours(code)
    inbox.text("tabell.json", json.dumps(content))
    source, told = inbox.read()
    series = source.series["1.1"]
    assert told == []
    assert [(str(one.period), one.value, one.source) for one in series.observations] == [
        ("2018-01", 13900, "SCB (TAB1)"),
        ("2018-02", 14000, "SCB (TAB1)"),
    ]
    assert [one.value for one in series.by_sex["män"]] == [7000]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (table(value=[1, 2]), "filen har 2 värden men rubrikerna kräver 8: den är inte hel, hämta den på nytt"),
        (table(size=[2, 2, 2, 2]), DAMAGED.format("size stämmer inte med dimensionerna")),
        (table(value=[[1]] * 8), DAMAGED.format("value är ingen lista av tal")),
        (table(value={"9": 1}), DAMAGED.format("value har platser som inte finns")),
        (table(id=["Region", "Kon", "ContentsCode", "År"]), DAMAGED.format("År saknar värden")),
        (
            table(dimension={**table()["dimension"], "Tid": {"category": {"index": {"2018": 0, "2019": 0}}}}),
            DAMAGED.format("ordningen i Tid går inte ihop"),
        ),
        (table(value=[]), "filen beskriver bara vad tabellen innehåller och har inga värden: hämta själva tabellen"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_a_remedy(inbox: Inbox, content: object, told: str) -> None:
    inbox.ours("TAB1")
    inbox.text("tabell.json", json.dumps(content))
    assert inbox.told() == [f"tabell.json: {told}"]
