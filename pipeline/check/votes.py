"""Votes: every line is a vote, each voter took part once, and the counts add up."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.check.case import Case, tell
from pipeline.model.meetings import Meeting
from pipeline.model.people import Person, deciding
from pipeline.model.votes import Answer, Vote, counted, lines_in, told_counts, vote_in, votes_in
from pipeline.problems import Problems, quoted
from pipeline.sheets import ATTENDANCE
from pipeline.wording import iso, listed

_COUNTED = (Answer.YES, Answer.NO, Answer.ABSTAINS)


def votes_are_clear(case: Case, problems: Problems) -> None:
    """Each line of Röster says how one person voted, who took part in deciding and votes once."""
    for meeting in case.source.meetings:
        unsure = attendance_is_lost(case, problems)
        wrong = (*_unread(meeting), *_twice(meeting), *(() if unsure else _strangers(meeting, case)))
        if wrong:
            problems.fault(meeting.at("Röster"), " ".join(wrong))
        for text in _strangers(meeting, case) if unsure else ():
            tell(meeting.at("Röster"), text, problems, unsure=True)


def votes_add_up(case: Case, problems: Problems) -> None:
    """Omröstning tells the counts that Röster gives, and no more votes than there were members to decide."""
    for meeting in case.source.meetings:
        told = told_counts(meeting.voting)
        if text := _other_counts(meeting, told):
            problems.fault(meeting.at("Omröstning"), text)
        elif text := _too_many(meeting, told, case):
            tell(meeting.at("Omröstning"), text, problems, unsure=attendance_is_lost(case, problems))


def the_disqualified_do_not_vote(case: Case, problems: Problems) -> None:
    """A person with a conflict of interest takes no part in the vote."""
    for meeting in case.source.meetings:
        names = [str(vote.person) for vote in _voting(meeting) if _names(meeting.conflict_of_interest, vote.person)]
        if names:
            text = f"{listed(names)} står i Jäv men har en röst i Röster. Den som är jävig får inte delta: "
            problems.fault(meeting.at("Jäv"), f"{text}rätta Jäv eller Röster.")


def members_known(meeting: Meeting, case: Case) -> tuple[Person, ...]:
    """Return who decided; none where Närvaro is not given for the day."""
    return deciding(case.source.attendances, meeting)


def attendance_is_lost(case: Case, problems: Problems) -> bool:
    """Say whether a fault in Närvaro, or in a whole file, may hide that somebody took part in deciding."""
    names = {ATTENDANCE.name, *(row.place.sheet for row in case.source.attendances)}
    return case.source.partial or any(one.place.sheet in names for one in problems.faults())


def _unread(meeting: Meeting) -> Iterator[str]:
    for number, line in enumerate(lines_in(meeting.votes), start=1):
        if vote_in(line) is None:
            yield (
                f"Rad {number}, {quoted(line)}, går inte att läsa: skriv namn, parti och röst, "
                "till exempel ”Namn (M): ja”."
            )


def _twice(meeting: Meeting) -> Iterator[str]:
    people = [vote.person for vote in votes_in(meeting.votes)]
    for one, times in Counter(next(p for p in people if p.is_same(one)) for one in people).items():
        if times > 1:
            yield f"{one} står {times} gånger: ta bort de rader som är fel."


def _strangers(meeting: Meeting, case: Case) -> Iterator[str]:
    members = members_known(meeting, case)
    strangers = dict.fromkeys(
        str(vote.person) for vote in _voting(meeting) if not any(vote.person.is_same(one) for one in members)
    )
    if members and strangers:
        yield (
            f"{listed(list(strangers))} har röstat men står inte som beslutande i bladet Närvaro "
            f"för {iso(meeting.date)}: rätta Röster eller Närvaro."
        )


def _voting(meeting: Meeting) -> tuple[Vote, ...]:
    return tuple(vote for vote in votes_in(meeting.votes) if vote.answer is not Answer.ABSENT)


def _other_counts(meeting: Meeting, told: Mapping[Answer, tuple[int, ...]]) -> str:
    if not meeting.votes.strip() or any(vote_in(line) is None for line in lines_in(meeting.votes)):
        return ""
    given = counted(_voting(meeting))
    wrong = [one for one in _COUNTED if one in told and given[one] not in told[one]]
    if not wrong:
        return ""
    here = listed([f"{told[one][-1]} {one.value}" for one in wrong])
    there = listed([f"{given[one]} {one.value}" for one in wrong])
    return f"här står {here}, men i Röster är det {there}. Rätta det som är fel."


def _too_many(meeting: Meeting, told: Mapping[Answer, tuple[int, ...]], case: Case) -> str:
    """Tell of more votes than members; a text that tells of several votes is left in peace."""
    members = len(members_known(meeting, case))
    votes = sum(counts[0] for counts in told.values())
    if not members or votes <= members or any(len(counts) > 1 for counts in told.values()):
        return ""
    return (
        f"här står {votes} röster, men bladet Närvaro har {members} beslutande för {iso(meeting.date)}. "
        "Rätta Omröstning eller Närvaro."
    )


def _names(text: str, person: Person) -> bool:
    """Say whether a text names the person, also in the genitive's s."""
    name = rf"(?<!\w){re.escape(person.name)}s?(?!\w)"
    party = re.search(rf"{name}\s*\(([^()]+)\)", text, re.IGNORECASE)
    if party and person.party:
        return person.is_same(Person(person.name, party[1].strip()))
    return re.search(name, " ".join(text.split()), re.IGNORECASE) is not None


RULES = (votes_are_clear, votes_add_up, the_disqualified_do_not_vote)
