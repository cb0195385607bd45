import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from pipeline.blanks.overview import FoundProblem, Overview, ReadFile
from pipeline.compose.overview import overview
from pipeline.model.words import Status
from pipeline.overview import overview_page
from tests.compose.briefs import board
from tests.conftest import AXE

NASTY = "<script>alert(1)</script> & ”5 > 3” åäö"
RUN_AXE = "axe.run().then(found => document.body.textContent = 'AXE' + JSON.stringify(found.violations) + 'END')"
ALL = (Status.MET, Status.PARTLY, Status.UNCERTAIN, Status.NOT_MET, Status.NOT_ASSESSABLE)


def a_page() -> Overview:
    page = overview(board(*ALL), [], ("delarsrapport-2019-april.docx", "namn med mellanslag & å.docx"))
    return replace(
        page,
        fel=(FoundProblem("mål.xlsx, blad Mål, cell C2", NASTY),),
        sedan="Jämfört med 2019-april/korning-001.",
        ändrat=("Mål 1: uppfylls, tidigare osäkert.",),
    )


def test_every_text_stands_on_the_page_as_it_is() -> None:
    tree = html.fromstring(overview_page(a_page()))

    assert NASTY in "".join(map(str, tree.itertext()))
    assert tree.xpath("//script") == []


def test_a_file_name_that_is_not_valid_unicode_is_told_as_on_the_command_line() -> None:
    page = replace(a_page(), filer=(ReadFile("\udcff.csv", "inget som används"),))

    assert r"<td>\udcff.csv</td>" in overview_page(page).decode()


def test_the_page_needs_no_network_and_no_script() -> None:
    text = overview_page(a_page()).decode()

    assert re.findall(r"https?://|@import|url\(|<script|<link(?! rel=\"icon\" href=\"data:)| on[a-z]+=", text) == []


def test_links_lead_from_where_the_page_lies() -> None:
    tree = html.fromstring(overview_page(a_page(), "2019-april/korning-001"))

    assert tree.xpath("//section[@aria-labelledby='dokument']//a/@href") == [
        "2019-april/korning-001/delarsrapport-2019-april.docx",
        "2019-april/korning-001/namn%20med%20mellanslag%20%26%20%C3%A5.docx",
    ]


def test_the_same_overview_gives_the_same_bytes() -> None:
    assert overview_page(a_page()) == overview_page(a_page())


def test_each_section_that_would_be_empty_is_left_out() -> None:
    tree = html.fromstring(overview_page(Overview(titel="Översikt", kommun="", läge="Inga.", klart=False, märkning="")))

    assert tree.xpath("//h1 | //h2") == tree.xpath("//h1")


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1200])
def test_a_browser_finds_nothing_inaccessible(tmp_path: Path, width: int) -> None:
    text = overview_page(a_page()).decode()
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page = tmp_path / "oversikt.html"
    page.write_text(
        bare.replace("</body>", f"<script>{AXE.read_text('utf-8')}</script><script>{RUN_AXE}</script></body>")
    )

    found = re.search(r"AXE(.*)END", "".join(map(str, html.fromstring(seen(page, width)).itertext())), re.DOTALL)

    assert found is not None
    assert [(one["id"], one["nodes"][0]["html"]) for one in json.loads(found[1])] == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_is_wider_than_the_window(tmp_path: Path, width: int) -> None:
    text = overview_page(a_page()).decode()
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page, wide = tmp_path / "oversikt.html", "WIDE' + document.documentElement.scrollWidth + 'END"
    page.write_text(bare.replace("</body>", f"<script>document.title = '{wide}'</script></body>"))

    found = re.search(r"WIDE(\d+)END", seen(page, width))

    assert found is not None
    assert int(found[1]) <= max(width, 500)  # Chromium makes no window narrower than 500 in every mode


@pytest.mark.browser
def test_on_paper_no_page_ends_with_a_heading_or_with_a_goal_whose_cards_come_on_the_next(tmp_path: Path) -> None:
    page, paper = tmp_path / "oversikt.html", tmp_path / "oversikt.pdf"
    page.write_bytes(overview_page(overview(board(*ALL * 5), [], ())))
    browsed(page, "--no-pdf-header-footer", f"--print-to-pdf={paper}")

    line = ["pdftotext", "-raw", str(paper), "-"]
    text = subprocess.run(line, capture_output=True, check=True, text=True).stdout  # noqa: S603 -- what printed the page
    last = {" ".join(sheet.splitlines()[-1].split()) for sheet in text.split("\f")[:-1]}
    tree = html.fromstring(page.read_bytes())
    found = (*tree.iter("h2", "h3", "h4"), *tree.iterfind(".//div[@class='goal']/p"))
    heads = {" ".join("".join(map(str, head.itertext())).split()) for head in found}
    assert len(last) > 2
    assert last & heads == set()


def seen(page: Path, width: int) -> str:
    """Return the page as the browser has it after its scripts."""
    return browsed(page, "--virtual-time-budget=5000", "--dump-dom", f"--window-size={width},2000")


def browsed(page: Path, *options: str) -> str:
    browser = shutil.which("chromium") or "chromium-browser"
    profile = f"--user-data-dir={page.parent / 'profile'}"
    line = [browser, "--headless", "--no-sandbox", "--disable-gpu", profile, *options, page.as_uri()]
    return subprocess.run(line, capture_output=True, check=True, text=True, timeout=60).stdout  # noqa: S603 -- a browser
