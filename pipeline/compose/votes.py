"""The table of votes: Ledamot, Ja, Nej, Avstår, and the sum."""

from pipeline.blanks import VoteRow
from pipeline.model.votes import Answer, Vote, counted, votes_in
from pipeline.wording import listed

_MARK = "X"


def vote_rows(votes: str) -> tuple[VoteRow, ...]:
    """Return a row for each person who voted or abstained, and the sum last; nothing where nobody did."""
    given = [vote for vote in votes_in(votes) if vote.answer is not Answer.ABSENT]
    if not given:
        return ()
    sums = counted(given)
    total = VoteRow(
        ledamot="Summa",
        ja=str(sums[Answer.YES]),
        nej=str(sums[Answer.NO]),
        avstår=str(sums[Answer.ABSTAINS]),
        summa=True,
    )
    return (*(_row(vote) for vote in given), total)


def absent_from_vote(votes: str) -> str:
    """Say who was absent from the vote: a table of votes has no column for them."""
    names = [str(vote.person) for vote in votes_in(votes) if vote.answer is Answer.ABSENT]
    return f"Frånvarande vid omröstningen: {listed(names)}." if names else ""


def _row(vote: Vote) -> VoteRow:
    marks = {answer: _MARK if vote.answer is answer else "" for answer in Answer}
    return VoteRow(
        ledamot=str(vote.person),
        ja=marks[Answer.YES],
        nej=marks[Answer.NO],
        avstår=marks[Answer.ABSTAINS],
    )
