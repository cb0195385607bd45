import unicodedata

import pytest

from tests.read.inbox import Inbox


@pytest.mark.parametrize(
    "heading", ["Beslutsläge", "beslutsläge", "Besluts-läge", "Besluts\nläge", "Beslutsläge\u00a0", "Beslutsläge 2019"]
)
def test_a_heading_is_known_however_it_is_spaced(inbox: Inbox, heading: str) -> None:
    inbox.goals(Mål=[["nr", unicodedata.normalize("NFD", "MÅL"), heading], [1, "Trygghet", "fastställd"]])
    source, told = inbox.read()
    assert told == []
    assert source.goals[0].stage is not None


def test_headings_may_stand_below_title_rows(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Kommunstyrelsens mål 2019"], [], ["Mål som beslutats"], ["Nr", "Mål"], [1, "Trygghet"]])
    source, told = inbox.read()
    assert told == []
    assert str(source.goals[0].at("Mål")) == "mål.xlsx, blad Mål, cell B5"


def test_synonyms_count_when_the_right_heading_is_missing(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Nr", "Mål nr", "Nyckeltal", "Utgångsläge"], ["1.1", 1, "Nya företag", 87]])
    source, told = inbox.read()
    assert told == []
    assert (source.indicators[0].name, source.indicators[0].base) == ("Nya företag", 87)


def test_a_heading_that_could_be_two_is_a_fault(inbox: Inbox) -> None:
    inbox.goals(Indikatorer=[["Id", "Indikator", "Mål"], ["1.1", "Nya företag", 1]])
    assert inbox.told() == [
        "mål.xlsx, blad Indikatorer, cell C1: rubriken ”Mål” kan betyda Mål nr eller Målvärde: skriv vilken"
    ]


def test_the_same_heading_twice_is_a_fault_and_one_that_is_like_it_a_remark(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Nr", "Mål", "Ansvarig", "ansvarig", "Ansvarig"], [1, "Trygghet", "A", "B", "C"]])
    assert inbox.told() == [
        (
            "mål.xlsx, blad Mål, cell D1: anmärkning: rubriken ”ansvarig” liknar Ansvarig i mål.xlsx, blad Mål, "
            "cell C1 och läses inte: ta bort den ena kolumnen"
        ),
        (
            "mål.xlsx, blad Mål, cell E1: rubriken Ansvarig finns redan i mål.xlsx, blad Mål, cell C1: "
            "ta bort eller döp om den ena kolumnen"
        ),
    ]


def test_an_unknown_heading_is_a_remark_with_the_nearest_right_one(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Nr", "Mål", "Styrdokmuent", "Färg"], [1, "Trygghet", "A", "B"]])
    assert inbox.told() == [
        (
            "mål.xlsx, blad Mål, cell C1: anmärkning: rubriken ”Styrdokmuent” känns inte igen och läses inte; "
            "menar du ”Styrdokument”?"
        ),
        "mål.xlsx, blad Mål, cell D1: anmärkning: rubriken ”Färg” känns inte igen och läses inte",
    ]


def test_a_missing_required_heading_is_one_fault(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Mål", "Resurser"], ["Trygghet", "ja"], ["Hälsa", "ja"]])
    assert inbox.told() == ["mål.xlsx, blad Mål: rubriken Nr saknas: skriv rubrikerna på en rad ovanför uppgifterna"]


def test_a_column_without_heading_is_said_once(inbox: Inbox) -> None:
    inbox.goals(Mål=[["Nr", "Mål"], [1, "Trygghet", "hemligt"], [2, "Hälsa", "också"]])
    assert inbox.told() == ["mål.xlsx, blad Mål, cell C2: anmärkning: kolumnen saknar rubrik och läses inte"]


def test_a_sheet_with_a_misspelt_name_is_a_remark_with_the_nearest(inbox: Inbox) -> None:
    inbox.goals(Åtgärdr=[["Mål nr", "Åtgärd"], [1, "Lokaler"]], Läsmig=[["Fyll i bladen."]])
    assert inbox.told() == [
        "mål.xlsx, blad Åtgärdr: anmärkning: bladet ”Åtgärdr” känns inte igen och läses inte; menar du ”Åtgärder”?"
    ]
