from pipeline.blanks import VoteRow
from pipeline.compose.votes import absent_from_vote, vote_rows


def test_each_voter_has_a_row_with_one_mark_and_the_sum_is_last() -> None:
    assert vote_rows("A (M): ja\n- B (S)\tNEJ\nC (V); avstod\nD (L) ja\nE (C): frånvarande") == (
        VoteRow(ledamot="A (M)", ja="X", nej="", avstår=""),
        VoteRow(ledamot="B (S)", ja="", nej="X", avstår=""),
        VoteRow(ledamot="C (V)", ja="", nej="", avstår="X"),
        VoteRow(ledamot="D (L)", ja="X", nej="", avstår=""),
        VoteRow(ledamot="Summa", ja="2", nej="1", avstår="1", summa=True),
    )


def test_without_votes_there_is_no_table() -> None:
    assert (vote_rows(""), vote_rows("A (M): frånvarande")) == ((), ())


def test_the_absent_are_named_beside_the_table() -> None:
    assert absent_from_vote("A (M): ja") == ""
    assert absent_from_vote("A: frånvarande\nB: ja\nC (S): frånv.") == "Frånvarande vid omröstningen: A och C (S)."
