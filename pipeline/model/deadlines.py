"""The days by which a protocol must be verified, announced and appealed.

The last day is never a Saturday, a Sunday, a public holiday, Midsummer's eve, Christmas eve or New Year's eve:
it is the next day that is none of them (lagen 1930:173 om beräkning av lagstadgad tid).
"""

from datetime import date, timedelta

_DAY = timedelta(days=1)
_VERIFICATION = timedelta(days=14)
_NOTICE = timedelta(days=2)
_APPEAL = timedelta(weeks=3)
_SATURDAY = 5


def verified_by(meeting: date) -> date:
    """Return the last day to verify (justera) the protocol of a meeting."""
    return _moved(meeting + _VERIFICATION)


def announced_by(verified: date) -> date:
    """Return the last day to announce the verification on the notice board."""
    return _moved(verified + _NOTICE)


def appealed_by(announced: date) -> date:
    """Return the last day to appeal a decision, counted from the day of the notice."""
    return _moved(announced + _APPEAL)


def taken_down(announced: date) -> date:
    """Return the day when the notice may be taken down: the day after the last day of appeal."""
    return appealed_by(announced) + _DAY


def _moved(last: date) -> date:
    while not _is_working_day(last):
        last += _DAY
    return last


def _is_working_day(day: date) -> bool:
    if day.weekday() >= _SATURDAY:
        return False
    from holidays import DE_FACTO, PUBLIC, country_holidays  # noqa: PLC0415 -- half a second, and seldom needed

    return day not in country_holidays("SE", years=day.year, categories=(PUBLIC, DE_FACTO))
