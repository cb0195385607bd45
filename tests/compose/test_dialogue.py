import datetime as dt
from typing import Any

import pytest

from pipeline.compose.dialogue import dialogue_paper, title
from pipeline.model.words import Occasion
from tests.cases import goal, meeting, settings
from tests.compose.briefs import brief_of, preliminary, said, supporting, undrafted

DAY = dt.date(2019, 2, 20)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": DAY}, "Kommunstyrelsens mål 2019 inför dialog om ambitionsnivå, KSAU den 20~februari 2019"),
        (
            {"date": DAY, "abbreviation": ""},
            (
                "Kommunstyrelsens mål 2019 inför dialog om ambitionsnivå, kommunstyrelsens arbetsutskott den "
                "20~februari 2019"
            ),
        ),
        (
            {"date": DAY, "abbreviation": "", "organ": ""},
            "Kommunstyrelsens mål 2019 inför dialog om ambitionsnivå, den 20~februari 2019",
        ),
        ({"date": None}, "Kommunstyrelsens mål 2019 inför dialog om ambitionsnivå"),
    ],
)
def test_the_title_names_the_organ_and_day_of_the_dialogue(fields: dict[str, Any], expected: str) -> None:
    brief = brief_of(occasion=Occasion.AMBITION, meeting=meeting(Occasion.AMBITION, **fields))

    assert title(brief) == said(expected)


def test_the_paper_opens_with_the_clerks_words_and_how_the_goals_divide() -> None:
    brief = brief_of(
        preliminary(1), occasion=Occasion.AMBITION, meeting=meeting(Occasion.AMBITION, introduction="Välkomna.")
    )

    assert [one.text for one in dialogue_paper(brief).inledning] == [
        "Välkomna.",
        said(
            "Kommunstyrelsens enda mål är styrande. "
            "Ambitionsnivån för mål~1 är preliminär: kommunstyrelsen har inte fastställt den."
        ),
    ]


def test_the_paper_has_every_goal_also_those_without_a_level() -> None:
    goals = (goal(1), supporting(2), undrafted(3, programme_area=""))
    paper = dialogue_paper(brief_of(*goals, occasion=Occasion.AMBITION))

    assert [one.nummer for area in paper.programområden for one in area.mål] == ["1", "2", "3"]
    assert paper.ställningstaganden == (
        said("Mål~1: vilka indikatorer målet ska mätas med. Indikatorer saknas."),
        said("Mål~3: vilken ambitionsnivå som ska gälla. Ambitionsnivå saknas."),
    )


@pytest.mark.parametrize(
    ("organ", "given", "expected"),
    [
        ("Tekniska nämnden", None, ("tekniska nämnden", "Tekniska nämndens")),
        ("Tekniska nämnden", "Nämndens utskott", ("nämndens utskott", "Tekniska nämndens")),
        ("KS", "KSAU", ("KSAU", "KS:s")),
        ("", "", ("styrelsen", "Styrelsens")),
    ],
)
def test_the_paper_names_the_organ_of_the_dialogue_and_the_board_whose_criteria_they_are(
    organ: str, given: str | None, expected: tuple[str, str]
) -> None:
    one = None if given is None else meeting(Occasion.AMBITION, organ=given)
    paper = dialogue_paper(brief_of(goal(1), occasion=Occasion.AMBITION, meeting=one, settings=settings(organ=organ)))

    assert (paper.mötesorgan, paper.styrelsens) == expected


def test_a_paper_of_more_than_ten_goals_has_contents() -> None:
    papers = [dialogue_paper(brief_of(*(goal(number) for number in range(1, 1 + many)))) for many in (10, 11)]

    assert [one.innehållsförteckning for one in papers] == [False, True]
