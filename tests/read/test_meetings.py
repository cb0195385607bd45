import datetime as dt

from tests.read.inbox import Inbox


def test_each_column_is_a_meeting_and_unknown_fields_are_remarks(inbox: Inbox) -> None:
    inbox.goals(
        Möten=[
            ["Möten under året"],
            ["Tillfälle", "april", None, "april"],
            ["Dnr", "KS 2019/12", None, "KS 2019/13"],
            ["datum", dt.date(2019, 4, 24), None, "30/4 2019"],
            ["Fika", "ja"],
        ]
    )
    source, told = inbox.read()
    assert told == ["mål.xlsx, blad Möten, cell A5: anmärkning: rubriken ”Fika” känns inte igen och läses inte"]
    assert [(one.registration, one.date) for one in source.meetings] == [
        ("KS 2019/12", dt.date(2019, 4, 24)),
        ("KS 2019/13", dt.date(2019, 4, 30)),
    ]


def test_a_sheet_without_the_fields_names_says_where_to_write_them(inbox: Inbox) -> None:
    inbox.goals(Möten=[["Vi ses i april"]])
    assert inbox.told() == [
        "mål.xlsx, blad Möten: rubriken Tillfälle saknas: skriv uppgifternas namn i den första kolumnen"
    ]


def test_a_meeting_with_a_bad_or_blank_occasion_is_kept_and_told(inbox: Inbox) -> None:
    inbox.goals(Möten=[["Tillfälle", "maj", None], ["Organ", "KSAU", "KS"]])
    source, told = inbox.read()
    assert [(one.occasion, one.organ) for one in source.meetings] == [(None, "KSAU"), (None, "KS")]
    assert told == [
        (
            "mål.xlsx, blad Möten, cell B1: ”maj” är inget av valen: skriv ambitionsnivå, april, augusti "
            "eller årsuppföljning"
        ),
        "mål.xlsx, blad Möten, cell C1: Tillfälle är tomt: fyll i cellen",
    ]
