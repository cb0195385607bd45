import datetime as dt
from dataclasses import replace

import pytest

from pipeline.compose.page import page
from pipeline.model.records import Series
from tests.cases import indicator, meeting, series, settings
from tests.compose.briefs import brief_of

EXAMPLE = settings(example=True)


def test_a_page_has_the_meetings_organ_and_number_and_the_runs_date() -> None:
    brief = brief_of(meeting=meeting(), date=dt.date(2019, 5, 15))

    assert dict(page(brief, "Rapport")) == {
        "titel": "Rapport",
        "kommun": "Vaggeryds kommun",
        "förvaltning": "Kommunledningskontoret",
        "organ": "Kommunstyrelsens arbetsutskott",
        "datum": "2019-05-15",
        "diarienummer": "KS 2019/1",
        "år": "2019",
        "märkning": "",
        "exempeltext": "",
        "rättelse": None,
    }


def test_without_a_meeting_or_a_date_the_board_stands_and_the_rest_is_empty() -> None:
    found = page(brief_of(), "Rapport")

    assert (found["organ"], found["datum"], found["diarienummer"]) == ("Kommunstyrelsen", "", "")


@pytest.mark.parametrize(
    ("draft", "example", "mark", "expected"),
    [
        (False, False, "", ""),
        (True, False, "", "UTKAST"),
        (False, True, "", "Innehåller exempelvärden"),
        (True, True, "", "UTKAST · Innehåller exempelvärden"),
        (True, True, "UTKAST – inte justerat", "UTKAST – inte justerat · Innehåller exempelvärden"),
    ],
)
def test_every_page_is_marked_as_what_it_is(draft: bool, example: bool, mark: str, expected: str) -> None:  # noqa: FBT001
    brief = brief_of(draft=draft, settings=settings(example=example))

    assert page(brief, "Rapport", mark)["märkning"] == expected


def from_sources(years: dict[int, list[float | None]], *sources: str) -> Series:
    found = series(years, per_year=1)
    named = zip(found.observations, sources or ("",) * 99, strict=False)
    return replace(found, observations=tuple(replace(one, source=name) for one, name in named))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "Dokumentet innehåller exempelvärden. Inget av indikatorvärdena är hämtat ur en verklig källa."),
        (
            {"1.1": from_sources({2017: [1.0], 2018: [2.0]})},
            "Dokumentet innehåller exempelvärden. Verkliga är värdena för 1.1 Företag 2017–2018; övriga är exempel.",
        ),
        (
            {
                "1.1": from_sources({2018: [1.0], 2019: [2.0]}, "Bolagsverket", "Exempelvärde"),
                "1.2": from_sources({2017: [1.0], 2018: [2.0]}, "SCB", "SCB"),
            },
            (
                "Dokumentet innehåller exempelvärden. Verkliga är värdena för 1.1 Företag 2018 och 1.2 Index "
                "2017–2018; övriga är exempel."
            ),
        ),
        (
            {"1.1": from_sources({2018: [1.0]}, "exempelvärde (påhittat)")},
            "Dokumentet innehåller exempelvärden. Inget av indikatorvärdena är hämtat ur en verklig källa.",
        ),
    ],
)
def test_example_material_says_what_in_it_is_real(values: dict[str, Series], expected: str) -> None:
    two = (indicator("1.1", name="Företag"), indicator("1.2", name="Index"))

    assert page(brief_of(settings=EXAMPLE, indicators=two, series=values), "Rapport")["exempeltext"] == expected
