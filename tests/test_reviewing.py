import shutil
from pathlib import Path

from lxml import html
from openpyxl import Workbook, load_workbook

from tests.runs import APRIL, GOALS, INPUT, command, edited, published, write


def links(page: Path) -> list[str]:
    return [one.get("href", "") for one in html.fromstring(page.read_bytes()).iter("a")]


def test_the_way_in_leads_to_the_newest_documents_and_every_link_holds(tmp_path: Path) -> None:
    published(*APRIL, "--output", tmp_path)

    found = links(tmp_path / "oversikt.html")

    assert "2019-april/korning-001/delarsrapport-2019-april.docx" in found
    assert "2019-april/korning-001/oversikt.html" in found
    assert [one for one in found if not (tmp_path / one).is_file()] == []
    assert [one for one in links(tmp_path / found[-1]) if not (tmp_path / found[-1]).with_name(one).is_file()] == []


def test_an_open_documents_lock_file_is_no_document(tmp_path: Path) -> None:
    run = published(*APRIL, "--output", tmp_path)
    (run / "~$larsrapport-2019-april.docx").write_bytes(b"open")
    command(*APRIL, "--output", tmp_path)

    assert [one for one in links(tmp_path / "oversikt.html") if "~" in one or "%7E" in one] == []


def test_a_refused_run_says_what_to_mend_and_where_the_last_one_lies(tmp_path: Path) -> None:
    output = tmp_path / "output"
    published(*APRIL, "--output", output)
    copy = edited(tmp_path, lambda book: write(book, "Möten", "Datum", "april", "31 april 2019"))

    done = command(*APRIL, "--input", copy, "--output", output)
    page = (output / "oversikt.html").read_text(encoding="utf-8")

    assert done.returncode == 1
    assert "Inga dokument skrevs: ett fel behöver rättas först." in page
    assert links(output / "oversikt.html") == ["2019-april/korning-001/oversikt.html"]
    assert (output / "granskning" / "oversikt.html").is_file()
    assert (output / "granskning" / f"granskad-{GOALS}").is_file()


def test_what_the_next_run_changes_is_told_on_its_overview(tmp_path: Path) -> None:
    output = tmp_path / "output"
    published(*APRIL, "--output", output)
    copy = edited(tmp_path, lambda book: write(book, "Indikatorer", "3.1", "Målvärde", 70))

    run = published(*APRIL, "--input", copy, "--output", output)
    page = (run / "oversikt.html").read_text(encoding="utf-8").replace("\u00a0", " ")

    assert "Jämfört med 2019-april/korning-001." in page
    assert "Mål 3, status: uppfylls (tidigare uppfylls inte)" in page or "Mål 3, status: osäkert" in page


def test_a_workbook_from_a_folder_of_its_own_comes_back_under_a_name_of_its_own(tmp_path: Path) -> None:
    copy = tmp_path / "input"
    for folder in ("a", "b"):
        (copy / folder).mkdir(parents=True)
        shutil.copy(INPUT / GOALS, copy / folder / GOALS)
    command(*APRIL, "--input", copy, "--output", tmp_path / "output")

    (given_back,) = (tmp_path / "output" / "granskning").glob("*.xlsx")
    assert given_back.name == f"granskad-b-{GOALS}"


def mend(book: Workbook) -> None:
    for key, value in (("2.2", 1.5), ("4.1", 66)):
        write(book, "Indikatorer", key, "Målvärde", value)
        write(book, "Indikatorer", key, "Målår", 2019)


def test_a_copy_is_taken_back_when_its_workbook_is_mended_unless_somebody_has_written_in_it(tmp_path: Path) -> None:
    folder, output = edited(tmp_path, lambda _: None), tmp_path / "output"
    copy = output / "granskning" / f"granskad-{GOALS}"
    command(*APRIL, "--input", folder, "--output", output)
    assert copy.is_file()
    given, book = copy.read_bytes(), load_workbook(folder / GOALS)
    mend(book)
    book.save(folder / GOALS)

    done = command(*APRIL, "--input", folder, "--output", output)
    assert (GOALS in done.stderr, copy.exists()) == (False, False)
    copy.write_bytes(given + b"a clerk's own")
    command(*APRIL, "--input", folder, "--output", output)
    assert copy.is_file()
