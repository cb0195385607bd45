import pytest

from tests.read.inbox import Inbox


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"values": [1', "JSON-filen är skadad på rad 1: hämta den på nytt"),
        ('{"values": NaN}', "JSON-filen innehåller NaN, som inget mätvärde kan vara: hämta den på nytt"),
        ('{"values": -Infinity}', "JSON-filen innehåller -Infinity, som inget mätvärde kan vara: hämta den på nytt"),
        ('{"values": 1e999}', "JSON-filen innehåller 1e999, som inget mätvärde kan vara: hämta den på nytt"),
        (
            '{"values": ' + "9" * 5000 + "}",
            "JSON-filen innehåller ett tal med tusentals siffror, som inget mätvärde kan vara: hämta den på nytt",
        ),
        ("[" * 100_000 + "]" * 100_000, "JSON-filen har fler än 32 nivåer: hämta den på nytt"),
        ('{"a": "' + "[" * 100 + '", "a": 1}', "JSON-filen har samma namn två gånger i ett objekt: hämta den på nytt"),
        (
            '{"namn": "projekt", "version": 1}',
            (
                "innehållet känns inte igen (här står ”namn”, ”version”): lägg värdena i kolumnerna Indikator, "
                "Period och Värde, eller med en rad för varje indikator och en kolumn för varje period"
            ),
        ),
        (" " * (16 * 2**20) + "{}", "filen är större än 16 MB: hämta den på nytt med bara den egna kommunen"),
    ],
)
def test_json_that_cannot_be_trusted_is_refused_with_a_remedy(inbox: Inbox, text: str, told: str) -> None:
    inbox.goals()
    inbox.text("värden.json", text)
    assert inbox.told() == [f"värden.json: {told}"]
