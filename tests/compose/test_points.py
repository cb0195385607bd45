import pytest

from pipeline.blanks import DecisionPart
from pipeline.compose.official import official_report
from pipeline.compose.points import parts
from pipeline.compose.protocol import protocol
from pipeline.model.words import DecisionForm, MeetingStage, Status
from tests.cases import meeting
from tests.compose.briefs import board, brief_of, said

ORGAN = "Kommunstyrelsens arbetsutskott"
OWN = f"{ORGAN} beslutar för egen del"
TWO = f"1. att godkänna rapporten\n2. att fastställa målvärdet\n{OWN}\n1. att återuppta dialogen."


def part(lead: str, *points: str) -> DecisionPart:
    return DecisionPart(inledning=lead, punkter=points)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("att godkänna", (part("", "att godkänna"),)),
        (TWO, (part("", "att godkänna rapporten", "att fastställa målvärdet"), part(OWN, "att återuppta dialogen."))),
        (f"{OWN}:\natt a\natt b", (part(f"{OWN}:", "att a", "att b"),)),
        ("att a\nFör egen del:\natt b", (part("", "att a"), part("För egen del:", "att b"))),
        (f"{ORGAN} beslutar att godkänna\n{OWN}", (part("", f"{ORGAN} beslutar att godkänna", OWN),)),
        (
            f"{ORGAN} godkänner rapporten.\nChefen får ett uppdrag.",
            (part("", f"{ORGAN} godkänner rapporten.", "Chefen får ett uppdrag."),),
        ),
        ("att ta fram följande:\n- lokaler", (part("", "att ta fram följande:", "lokaler"),)),
        ("Följande:", (part("", "Följande:"),)),
    ],
)
def test_a_line_that_leads_in_begins_a_part_of_its_own(text: str, expected: tuple[DecisionPart, ...]) -> None:
    assert parts(text, ORGAN) == expected


def test_a_decision_has_its_proposal_to_the_board_and_its_own_part() -> None:
    given = meeting(stage=MeetingStage.HELD, form=DecisionForm.PROPOSES, to="Kommunstyrelsen", decision=TWO)
    found = protocol(brief_of(meeting=given), given)

    assert found.beslut_inledning == f"{ORGAN} föreslår kommunstyrelsen besluta"
    assert found.beslut == ("att godkänna rapporten", "att fastställa målvärdet")
    assert found.beslut_fortsättning == (part(OWN, "att återuppta dialogen."),)


def test_a_lead_in_of_the_clerks_own_takes_the_place_of_ours() -> None:
    given = meeting(stage=MeetingStage.HELD, decision=f"{ORGAN} beslutar följande:\nRapporten godkänns.")
    found = protocol(brief_of(meeting=given), given)

    assert (found.beslut_inledning, found.beslut) == (f"{ORGAN} beslutar följande:", ("Rapporten godkänns.",))


def test_before_the_meeting_the_same_lead_ins_are_proposed_and_drafted_points_are_for_the_board() -> None:
    given = meeting(proposal=TWO)
    brief = board(Status.NOT_MET, meeting=given)
    drafted = said("att ge kommunledningskontoret i uppdrag att återkomma med förslag till åtgärder för mål~1")
    letter, draft = official_report(brief), protocol(brief, given)

    assert letter.förslag == ("att godkänna rapporten", "att fastställa målvärdet", drafted)
    assert letter.förslag_fortsättning == (part(OWN, "att återuppta dialogen."),)
    assert (draft.beslut, draft.beslut_fortsättning) == (letter.förslag, letter.förslag_fortsättning)


def test_a_bare_approval_is_completed_while_goals_are_off_course() -> None:
    given = meeting(proposal="att godkänna delårsrapporten")
    letter = official_report(board(Status.NOT_MET, Status.MET, meeting=given))

    assert letter.förslag == (
        "att godkänna delårsrapporten",
        said("att ge kommunledningskontoret i uppdrag att återkomma med förslag till åtgärder för mål~1"),
    )
    assert official_report(board(Status.MET, meeting=given)).förslag == ("att godkänna delårsrapporten",)
