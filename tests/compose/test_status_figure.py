"""Page 1's figure: how many goals there are of each status and class, in words and signs."""

from pipeline.compose.interim import interim_report
from pipeline.model.words import Status
from tests.cases import goal, indicator
from tests.compose.briefs import LOOKS, brief_of, directional, said, supporting, undrafted


def figure(*statuses: Status) -> list[tuple[str, str]]:
    goals = [goal(number) for number, _ in enumerate(statuses, 1)]
    indicators = tuple(indicator(id=f"{number}.1", goals=(number,)) for number, _ in enumerate(statuses, 1))
    looks = {f"{number}.1": LOOKS[status] for number, status in enumerate(statuses, 1)}
    brief = brief_of(
        *goals, supporting(8), supporting(9), directional(10), undrafted(11), indicators=indicators, outlooks=looks
    )
    return [(one.status.symbol, one.status.ord) for one in interim_report(brief).statusfigur]


def test_every_status_and_class_with_goals_has_a_box() -> None:
    others = [("", said("2~stödjande")), ("", said("1~inriktningsmål")), ("", said("1~ej~fastställt"))]

    assert figure(Status.MET, Status.NOT_MET, Status.MET) == [
        ("✓", said("2~uppfylls")),
        ("✗", said("1~uppfylls~inte")),
        *others,
    ]
    assert figure() == others


def test_the_boxes_have_a_style_of_their_own_and_count_all_goals() -> None:
    boxes = interim_report(brief_of(supporting(1), undrafted(2), undrafted(3))).statusfigur

    assert {one.status.stil for one in boxes} == {"Statusruta"}
    assert sum(int(one.status.ord.split()[0]) for one in boxes) == 3
