import pytest

from tests.read.inbox import Inbox

TABLE = "Indikator;Period;Värde\nNya företag;2018;4,5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_every_encoding_that_gives_right_letters_is_read(inbox: Inbox, encoding: str) -> None:
    inbox.goals()
    inbox.text("utfall.csv", TABLE, encoding)
    assert inbox.values() == {"2018": 4.5}


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("\n", "\r\n"),
        TABLE.replace(";", "\t"),
        "sep=;\n" + TABLE,
        'Indikator,Period,Värde\n"Nya företag",2018,4.5\n',
        '"Indikator","Period","Värde"\n"Nya företag","2018","4,5"\n',
        "Utfall för året\n\n" + TABLE + "\nKälla: Bolagsverket\n",
        TABLE.replace("\n", ";;\n"),
    ],
)
def test_delimiters_quotes_and_titles_are_understood(inbox: Inbox, text: str) -> None:
    inbox.goals()
    inbox.text("utfall.csv", text)
    assert inbox.values() == {"2018": 4.5}


def test_a_file_that_ends_in_the_first_cell_of_a_line_is_cut_and_a_note_below_the_table_is_none(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("hel.csv", TABLE + "Källa: Bolagsverket")
    inbox.text("kapad.csv", TABLE + "Nya före")
    assert inbox.told() == [f"kapad.csv, rad 3: raden har ett fält men tabellen 3: {CUT}"]


def test_text_with_tabs_is_a_table_whatever_its_name(inbox: Inbox) -> None:
    inbox.goals()
    inbox.text("export.txt", TABLE.replace(";", "\t"))
    assert inbox.values() == {"2018": 4.5}


CUT = "filen tycks sluta mitt i raden, så hämta eller spara den på nytt, eller rätta raden"
SAVE = "spara den i Excel som CSV UTF-8 eller som .xlsx"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (TABLE.encode("cp850"), f"utfall.csv: okänd teckenkodning: {SAVE}"),
        (TABLE.encode("mac_roman"), f"utfall.csv: okänd teckenkodning: {SAVE}"),
        (
            TABLE.encode() + "Hälsa;2018;1\n".encode("cp1252"),
            f"utfall.csv: filen blandar två teckenkodningar (rad 3 har en annan än de andra): {SAVE}",
        ),
        (
            TABLE.encode().decode("cp1252").encode(),
            f"utfall.csv: å, ä och ö är förstörda i filen (”Ã¤” i stället): hämta den på nytt och {SAVE}",
        ),
        (
            TABLE.encode().replace(b"2018", b"20\x0018"),
            f"utfall.csv: filen är skadad: tecknet NUL finns på rad 2: {SAVE}",
        ),
        (
            TABLE.encode() + b'"Halv;2018;1\n',
            "utfall.csv: citattecknen på rad 3 går inte ihop: rätta raden i Excel och spara filen på nytt",
        ),
        (TABLE.encode() + b"1.1;2019;4;5\n", "utfall.csv, rad 3: raden har 4 fält men tabellen 3: rätta raden"),
        (TABLE.encode() + b"1.1;2019\n", f"utfall.csv, rad 3: raden har 2 fält men tabellen 3: {CUT}"),
        (b"", "utfall.csv: filen är tom: lägg dit en hel kopia eller ta bort den"),
        (b"\xef\xbb\xbf\r\n", "utfall.csv: filen är tom: fyll i den eller ta bort den"),
    ],
)
def test_a_text_that_cannot_be_trusted_is_refused_with_a_remedy(inbox: Inbox, content: bytes, told: str) -> None:
    inbox.goals()
    (inbox.folder / "utfall.csv").write_bytes(content)
    assert inbox.told() == [told]
