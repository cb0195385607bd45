import pytest

from tests.read.inbox import Inbox

TABLE = """CHARSET="ANSI";
AXIS-VERSION="2006";
LANGUAGE="sv";
MATRIX="BE0101";
SOURCE="SCB";
TITLE="Folkmängd; efter region, "
"kön och år";
CONTENTS="Folkmängd";
STUB="region","kön";
HEADING="år";
VALUES("region")="0665 Vaggeryd","0680 Jönköping";
VALUES("kön")="totalt","män",
"kvin"
"nor";
VALUES("år")="2017","2018","2019";
TIMEVAL("år")=TLIST(A1),"2017","2018","2019";
DATASYMBOL2="sekretess";
DATA=
13900 14000 ".."
7000 7100 "......"
6900 6900.50 -
1 2 3
4 5 6
7 8 9;
"""
AGAIN = "hämta den på nytt, eller som Excel"


def found(inbox: Inbox) -> tuple[dict[str, list[float]], list[str]]:
    source, told = inbox.read()
    series = source.series["1.1"]
    by_sex = {sex: [one.value for one in values] for sex, values in series.by_sex.items()}
    return {"totalt": [one.value for one in series.observations], **by_sex}, told


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-8-sig"])
def test_values_are_read_and_symbols_are_missing_whatever_they_mean(inbox: Inbox, encoding: str) -> None:
    inbox.ours("BE0101")
    inbox.text("tabell.px", TABLE, encoding)
    assert found(inbox) == ({"totalt": [13900, 14000], "män": [7000, 7100], "kvinnor": [6900, 6900.5]}, [])


@pytest.mark.parametrize("codepage", ["iso-8859-1", "cp850"])
def test_the_code_page_that_the_file_names_is_used(inbox: Inbox, codepage: str) -> None:
    inbox.ours("Folkmängd")
    inbox.text("TABELL.PX", TABLE.replace("LANGUAGE", f'CODEPAGE="{codepage}";\nLANGUAGE'), codepage)
    assert found(inbox)[0]["kvinnor"] == [6900, 6900.5]


def test_swedish_labels_are_used_where_there_are_several_languages(inbox: Inbox) -> None:
    inbox.ours("Folkmängd")
    swedish = 'STUB[sv]="region","kön";\nHEADING[sv]="år";\nCONTENTS[sv]="Folkmängd";\n'
    swedish += 'VALUES[sv]("kön")="totalt","män","kvinnor";\n'
    english = TABLE.replace('"kön"', '"sex"').replace('"totalt","män",\n"kvin"\n"nor"', '"sum","guys","gals"')
    inbox.text(
        "tabell.px", english.replace('CONTENTS="Folkmängd";\n', "").replace("DATASYMBOL2", f"{swedish}DATASYMBOL2")
    )
    assert found(inbox)[0] == {"totalt": [13900, 14000], "män": [7000, 7100], "kvinnor": [6900, 6900.5]}


def test_a_value_says_what_it_is_the_value_of(inbox: Inbox) -> None:
    inbox.ours("BE0101")
    inbox.text("tabell.px", TABLE.replace("13900", "NaN"))
    assert inbox.told() == [
        (
            "tabell.px, värdet för 0665 Vaggeryd, totalt, 2017: ”NaN” är inget tal: skriv ett tal, till exempel 12,5, "
            "eller lämna tomt om det saknas"
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("7 8 9;", "7 8;", "filen har 17 värden men rubrikerna kräver 18: den är inte hel, hämta den på nytt"),
        ("7 8 9;", "7 8 9 10;", "filen har 19 värden men rubrikerna kräver 18: den är inte hel, hämta den på nytt"),
        ("DATA=", "DATO=", f"px-filen har ingen tabell (STUB, HEADING och DATA saknas): {AGAIN}"),
        ("DATA=", 'KEYS("år")=VALUES;\nDATA=', f"px-filen är packad med KEYS, som inte läses: {AGAIN}"),
        ('VALUES("år")', 'VALUES("tid")', f"px-filen saknar VALUES för år: {AGAIN}"),
        ("MATRIX=", "matrix:", f"px-filen går inte att tyda efter rad 3: {AGAIN}"),
        (TABLE[TABLE.index("DATASYMBOL2") :], 'NOTE="klipp', f"px-filen slutar mitt i NOTE: {AGAIN}"),
        (
            '"2017","2018","2019";\nTIME',
            ",".join(f'"{n}"' for n in range(100_000)) + ";\nTIME",
            "tabellen har 600000 värden, fler än vad som läses: hämta den på nytt med bara den egna kommunen",
        ),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_a_remedy(inbox: Inbox, old: str, new: str, told: str) -> None:
    inbox.ours("BE0101")
    inbox.text("tabell.px", TABLE.replace(old, new))
    assert inbox.told() == [f"tabell.px: {told}"]
