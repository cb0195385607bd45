import pytest

from pipeline.blanks.overview import FoundProblem, ReadFile
from pipeline.compose.overview import failed_overview, overview
from pipeline.model.records import InputFile
from pipeline.model.words import Occasion, Status
from pipeline.problems import Place, Problem, Severity
from tests.cases import FILE, VALUES, goal, indicator, series, source
from tests.compose.briefs import LOOKS, board, brief_of, said, supporting

FAULT = Problem(Place(FILE, "Mål", 2, 3), "Mål är tomt: skriv målet.")
REMARK = Problem(Place(VALUES, "Utfall", 3, 2), "värdet används inte.", Severity.REMARK)
DOCUMENTS = ("delarsrapport-2019-april.docx", "tjansteskrivelse-2019-april.docx")


def test_the_overview_says_what_was_written_and_what_was_remarked() -> None:
    page = overview(board(Status.MET), [REMARK], DOCUMENTS)

    assert page.titel == said("Översikt – kommunstyrelsens mål per den 30~april 2019")
    assert (page.läge, page.klart, page.dokument) == ("Två dokument är klara.", True, DOCUMENTS)
    assert page.anmärkningar == (FoundProblem("utfall.xlsx, blad Utfall, cell B3", "värdet används inte."),)
    assert page.fel == ()


@pytest.mark.parametrize(
    ("files", "said_of_them"),
    [
        (("a.docx",), "Ett dokument är klart."),
        (("a.docx", "a.pdf"), "Ett dokument är klart."),
        (("a.docx", "a.pdf", "sifferbilaga.xlsx"), "Ett dokument och sifferbilagan är klara."),
        (("a.docx", "b.docx", "c.docx", "sifferbilaga.xlsx"), "Tre dokument och sifferbilagan är klara."),
    ],
)
def test_a_pdf_and_the_sifferbilaga_are_not_counted_as_documents(files: tuple[str, ...], said_of_them: str) -> None:
    assert overview(board(Status.MET), [], files).läge == said_of_them


def test_a_run_that_wrote_nothing_says_how_much_must_be_mended() -> None:
    one, two = (failed_overview(source(), [FAULT] * number) for number in (1, 2))

    assert one.läge == "Inga dokument skrevs: ett fel behöver rättas först."
    assert two.läge == "Inga dokument skrevs: två fel behöver rättas först."
    assert one.fel == (FoundProblem("mål.xlsx, blad Mål, cell C2", "Mål är tomt: skriv målet."),)
    assert (one.klart, one.mål, one.dokument) == (False, (), ())


def test_each_file_says_what_was_read_from_it() -> None:
    read = source(
        goal(1),
        goal(2),
        indicators=(indicator(),),
        series={"1.1": series({2018: [1.0, 2.0]}), "1.2": series({2018: [1.0]})},
        files=(InputFile(FILE, b""), InputFile("anteckningar.txt", b"")),
    )

    assert failed_overview(read, []).filer == (
        ReadFile(FILE, "två mål och en indikator"),
        ReadFile("anteckningar.txt", "inget som används"),
        ReadFile(VALUES, "tre värden för indikatorerna 1.1 och 1.2"),
    )


@pytest.mark.parametrize(
    ("number", "said_of_it"),
    [
        (1, "ett värde för indikator 1.1"),
        (2, "två värden för indikatorerna 1.1 och 1.2"),
        (11, "elva värden för elva indikatorer"),
    ],
)
def test_a_file_of_many_indicators_says_how_many_they_are(number: int, said_of_it: str) -> None:
    read = source(goal(1), series={f"1.{one}": series({2018: [1.0]}) for one in range(1, number + 1)})

    assert failed_overview(read, []).filer[-1] == ReadFile(VALUES, said_of_it)


def test_an_indicator_shows_what_there_is_of_it() -> None:
    card = overview(board(Status.NOT_MET), [], ()).mål[0].indikatorer[0]

    assert card.namn == "1.1 Indikator 1.1"
    assert card.status is not None
    assert (card.status.symbol, card.status.ord) == ("✗", "uppfylls inte")
    assert dict(card.uppgifter)["Målvärde"] == "minst 95"
    assert [word for word, _ in card.uppgifter] == ["Utfall", "Målvärde", "Prognos"]
    assert card.diagram is not None


def test_a_stodjande_goal_shows_a_persons_view_or_why_it_has_its_class() -> None:
    shown = overview(brief_of(supporting(1)), [], ()).mål[0]

    assert (shown.klass, shown.status) == ("stödjande", None)
    assert shown.text == "Målet går att påverka och har resurser, men mäts bara kvalitativt."


def test_the_ambition_dialogue_shows_classes_and_no_forecasts() -> None:
    brief = brief_of(
        goal(1), occasion=Occasion.AMBITION, indicators=(indicator(),), outlooks={"1.1": LOOKS[Status.MET]}
    )
    page = overview(brief, [], ())

    assert page.titel == "Översikt – dialogen om ambitionsnivåer 2019"
    assert (page.mål[0].klass, page.mål[0].status, page.mål[0].indikatorer) == ("styrande", None, ())
