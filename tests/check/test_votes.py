import datetime as dt

import pytest

from pipeline.check.votes import the_disqualified_do_not_vote, votes_add_up, votes_are_clear
from pipeline.model.people import Person, people_in, person_in
from pipeline.model.votes import Answer, Vote, told_counts, vote_in
from pipeline.model.words import Role
from pipeline.problems import Place, Problem
from tests.cases import FILE, attendance, meeting
from tests.check.trial import Trial, case

MEMBERS = (
    attendance("A", row=2, party="M"),
    attendance("B (S)", row=3),
    attendance("C", row=4, party="C", role=Role.SUBSTITUTE, serves_for="D (SD)"),
    attendance("E", row=5, party="L", paragraphs="§§ 20–21"),
    attendance("F", row=6, party="KD", role=Role.SUBSTITUTE),
    attendance("G", row=7, party="V", date=dt.date(2019, 4, 1)),
)
ROSTER, VOTING, BIASED = (f"mål.xlsx, blad Möten, cell B{row}" for row in (27, 26, 29))
LOST = Problem(Place(FILE, "Närvaro", 9, 4), "”beslutade” är inget av valen")
STRANGER = "X (M) har röstat men står inte som beslutande i bladet Närvaro för 2019-05-22: rätta Röster eller Närvaro."
UNSURE = "Det kan också bero på det som inte gick att läsa."
FOUR = "A (M): ja\nB: nej\nC (C): ja\nF (KD): frånvarande"

TRIALS = {
    "votes of those who were there": Trial(
        votes_are_clear, case(meetings=(meeting(paragraph="22", votes=FOUR),), attendances=MEMBERS)
    ),
    "votes without attendance, and no votes": Trial(
        votes_are_clear, case(meetings=(meeting(votes="X (M) ja"), meeting(column=3)))
    ),
    "attendance that could not be read": Trial(
        votes_are_clear,
        case(meetings=(meeting(votes="X (M): ja"),), attendances=MEMBERS),
        (f"{ROSTER}: anmärkning: {STRANGER} {UNSURE}",),
        before=(LOST,),
    ),
    "lines that are no votes": Trial(
        votes_are_clear,
        case(meetings=(meeting(votes="A (M): ja\nFyra ja och tre nej\n\nja", column=3),)),
        (
            (
                "mål.xlsx, blad Möten, cell C27: Rad 2, ”Fyra ja och tre nej”, går inte att läsa: skriv namn, parti "
                "och röst, till exempel ”Namn (M): ja”. Rad 3, ”ja”, går inte att läsa: skriv namn, parti och röst, "
                "till exempel ”Namn (M): ja”."
            ),
        ),
    ),
    "one who votes twice": Trial(
        votes_are_clear,
        case(meetings=(meeting(votes="A (M): ja\nB (S): nej\na: avstår\nB (M): ja"),)),
        (f"{ROSTER}: A (M) står 2 gånger: ta bort de rader som är fel.",),
    ),
    "voters who did not take part in deciding": Trial(
        votes_are_clear,
        case(meetings=(meeting(paragraph="§ 22", votes="A (S): ja\nE: ja\nF: nej\nG: nej"),), attendances=MEMBERS),
        (
            (
                f"{ROSTER}: A (S), E, F och G har röstat men står inte som beslutande i bladet Närvaro "
                "för 2019-05-22: rätta Röster eller Närvaro."
            ),
        ),
    ),
    "counts that agree": Trial(
        votes_add_up,
        case(
            meetings=(
                meeting(votes=FOUR, voting="Med 2 ja-röster mot 1 nej-röst bifalls förslaget."),
                meeting(votes=FOUR, voting="Först 1 ja och 2 nej, därefter 2 ja och 1 nej.", column=3),
                meeting(votes=FOUR, voting="Omröstning begärs.", column=4),
                meeting(voting="Ja 7, nej 4", column=5),
            ),
        ),
    ),
    "counts that do not agree": Trial(
        votes_add_up,
        case(meetings=(meeting(votes=FOUR, voting="Ja 7, nej 1, avstår 1"),)),
        (f"{VOTING}: här står 7 ja och 1 avstår, men i Röster är det 2 ja och 0 avstår. Rätta det som är fel.",),
    ),
    "counts beside lines that are no votes": Trial(
        votes_add_up, case(meetings=(meeting(votes="A: ja\nB sade nej tack", voting="Ja 1, nej 1"),))
    ),
    "more votes than members": Trial(
        votes_add_up,
        case(meetings=(meeting(paragraph="22", voting="3 ja-röster och en nej-röst"),), attendances=MEMBERS),
        (
            (
                f"{VOTING}: här står 4 röster, men bladet Närvaro har 3 beslutande för 2019-05-22. "
                "Rätta Omröstning eller Närvaro."
            ),
        ),
    ),
    "two votes in one text": Trial(
        votes_add_up,
        case(meetings=(meeting(paragraph="22", voting="Ja 2, nej 1. Sedan: ja 3, nej 0."),), attendances=MEMBERS),
    ),
    "one who left the room": Trial(
        the_disqualified_do_not_vote,
        case(
            meetings=(
                meeting(conflict_of_interest="A (M) anmäler jäv.", votes="A (M): frånvarande\nB: ja\nA (S): ja"),
                meeting(conflict_of_interest="Annika anmäler jäv.", votes="Ann: ja", column=3),
                meeting(votes="A: ja", column=4),
            )
        ),
    ),
    "one who stayed": Trial(
        the_disqualified_do_not_vote,
        case(meetings=(meeting(conflict_of_interest="På grund av B:s och A (M):s jäv …", votes="A (M): ja\nB: nej"),)),
        (
            (
                f"{BIASED}: A (M) och B står i Jäv men har en röst i Röster. Den som är jävig får inte delta: "
                "rätta Jäv eller Röster."
            ),
        ),
    ),
}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_the_rule_tells_what_is_wrong_and_nothing_else(trial: Trial) -> None:
    assert trial.told() == trial.lines


@pytest.mark.parametrize(
    ("line", "name", "answer"),
    [
        ("Anna-Karin B (M): ja", "Anna-Karin B (M)", Answer.YES),
        ("A (M) JA", "A (M)", Answer.YES),
        ("A (M)\tnej", "A (M)", Answer.NO),
        ("A;Nej.", "A", Answer.NO),
        (f"{'A' * 196}: ja", "A" * 196, Answer.YES),
        ("A -- :\u00a0ja-röst", "A", Answer.YES),
        ("A (M) – avstår", "A (M)", Answer.ABSTAINS),
        ("A, avstod", "A", Answer.ABSTAINS),
        ("A avstår från att rösta", "A", Answer.ABSTAINS),
        ("A ( M ) - frånvarande", "A (M)", Answer.ABSENT),
    ],
)
def test_a_vote_is_read_as_clerks_write_it(line: str, name: str, answer: Answer) -> None:
    found = vote_in(line)

    assert found == Vote(person_in(name), answer)
    assert str(person_in(name)) == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ja",
        ": ja",
        "A (M)",
        "Ja: 7",
        "A (M): kanske",
        "A (M)ja",
        "7 ja, 4 nej",
        "sju ja mot fyra nej",
        f"A{'-' * 200}: ja",
        f"A{'-' * 200_000}",
        f"{'A' * 197}: ja",
    ],
)
def test_what_is_no_vote_is_not_read_as_one(line: str) -> None:
    assert vote_in(line) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 ja-röster och 4 nej-röster", {"ja": (7,), "nej": (4,)}),
        ("Ja 7, nej 4, avstår 1", {"ja": (7,), "nej": (4,), "avstår": (1,)}),
        ("Ja: 7 Nej: 4", {"ja": (7,), "nej": (4,)}),
        ("Ja-röster 7 och nej-röster 4", {"ja": (7,), "nej": (4,)}),
        ("sju ja-röster mot fyra nej-röster. En ledamot avstod.", {"ja": (7,), "nej": (4,), "avstår": (1,)}),
        ("7 ja, inga nej och två avstående", {"ja": (7,), "nej": (0,), "avstår": (2,)}),
        ("Ja-röst för bifall, nej-röst för avslag.", {}),
        ("Omröstning begärs.", {}),
        (f"Ja{' ' * 100_000}.", {}),
    ],
)
def test_counts_are_found_in_running_text(text: str, expected: dict[str, tuple[int, ...]]) -> None:
    assert {answer.value: counts for answer, counts in told_counts(text).items()} == expected


def test_several_people_may_stand_on_lines_or_in_a_row() -> None:
    assert people_in("A (M), B\nC (S) och D;") == (Person("A", "M"), Person("B"), Person("C", "S"), Person("D"))
