"""Many boards in one go, beside the same boards one by one."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.problems import Problems
from pipeline.publish import only_run
from pipeline.unchanged import NOTE
from tests.batch.many import boards, change, runs
from tests.publish.editions import tree
from tests.runs import APRIL, GOALS, INPUT, command

EMPTY = "mappen innehåller inga kalkylblad: lägg målarbetsboken och filerna med indikatorvärden där"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = boards(tmp_path_factory.mktemp("alla"), ["Ekbro", "Å nämnd", "fel", "upptagen"])
    shutil.copytree(INPUT, folder / "hela")
    change(folder / "Å nämnd", "Mål", 1, "Mål", '=HYPERLINK("x")')
    change(folder / "fel", "Mål", 1, "Påverkbart", "kanske")
    for name in ("tom", "rör", ".dold"):
        (folder / name).mkdir()
    os.mkfifo(folder / "rör" / "mål.xlsx")
    (folder / "lös.xlsx").touch()
    (folder / "genväg").symlink_to("Ekbro")
    return folder


@pytest.fixture(scope="module")
def done(many: Path) -> tuple[Path, int, str, str]:
    output = many.parent / "ut"
    with only_run(output / "upptagen", "14.02", Problems()):
        told = command("batch", many, "--output", output, "--workers", "2")
    return output, told.returncode, told.stdout, told.stderr


def test_every_board_has_its_line_and_every_fault_its_boards_folder(
    done: tuple[Path, int, str, str], many: Path, record_property: Callable[[str, object], None]
) -> None:
    output, code, told, faults = done
    record_property("boards", told.count("\n") - 2)

    assert code == 1
    assert told.splitlines() == [
        "Ekbro: klar, 2019-april/korning-001 (noll fel och sju anmärkningar)",
        "fel: ett fel och fyra anmärkningar, inga dokument skrevs",
        "hela: klar, 2019-april/korning-001 (noll fel och tre anmärkningar)",
        "rör: ett fel och en anmärkning, inga dokument skrevs",
        "tom: ett fel och noll anmärkningar, inga dokument skrevs",
        "upptagen: en annan körning pågår",
        "Å nämnd: klar, 2019-april/korning-001 (noll fel och sju anmärkningar)",
        "Sju nämnder: tre klara, tre med fel att rätta och en där en annan körning pågår.",
        f"Sammanställningen ligger i {output / 'sammanstallning.xlsx'}.",
    ]
    assert faults.splitlines() == [
        f"{many / '.dold'}: anmärkning: dolda filer och mappar hoppas över",
        f"{many / 'genväg'}: anmärkning: en genväg hoppas över: lägg nämndens underlag i en egen mapp här",
        f"{many / 'lös.xlsx'}: anmärkning: bara mappar läses här, så filen hoppas över: lägg den i sin nämnds mapp",
        f"fel: {GOALS}, blad Mål, cell K2: ”kanske” är varken ja eller nej: skriv ja eller nej",
        f"rör: rör: {EMPTY}",
        f"tom: tom: {EMPTY}",
        "upptagen: En annan körning pågår sedan kl. 14.02.",
    ]


@pytest.mark.parametrize("name", ["hela", "Å nämnd", "fel", "tom", "rör"])
def test_a_board_gets_the_same_files_as_when_it_is_run_alone(
    done: tuple[Path, int, str, str], many: Path, tmp_path: Path, name: str
) -> None:
    command(*APRIL, "--input", many / name, "--output", tmp_path / name)

    together, alone = tree(done[0] / name), tree(tmp_path / name)
    alone.pop(NOTE, None)  # a batch keeps no notes of what is unchanged
    assert together.keys() == alone.keys()
    assert [path for path in alone if alone[path] != together[path]] == []


def test_the_summary_tells_of_every_board_and_goal_in_values(done: tuple[Path, int, str, str]) -> None:
    book = load_workbook(done[0] / "sammanstallning.xlsx")
    rows = {page.title: list(page.iter_rows(values_only=True)) for page in book}
    cells = [cell for page in book for line in page.iter_rows() for cell in line]

    assert list(rows) == ["Nämnder", "Mål", "Kan inte bedömas"]
    assert [line[:7] for line in rows["Nämnder"][1:]] == [
        ("Ekbro", "Vaggeryds kommun", "Kommunstyrelsen", "klar", 0, 7, 8),
        ("fel", "Vaggeryds kommun", "Kommunstyrelsen", "fel att rätta", 1, 4, None),
        ("hela", "Vaggeryds kommun", "Kommunstyrelsen", "klar", 0, 3, 8),
        ("rör", None, None, "fel att rätta", 1, 1, None),
        ("tom", None, None, "fel att rätta", 1, 0, None),
        ("upptagen", None, None, "en annan körning pågår", 1, 0, None),
        ("Å nämnd", "Vaggeryds kommun", "Kommunstyrelsen", "klar", 0, 7, 8),
        ("Summa", None, None, None, 4, 22, 24),
    ]
    assert len(rows["Mål"]) == 1 + 3 * 8 + 4
    assert ("Å nämnd", 1, '=HYPERLINK("x")') in [(line[0], line[3], line[4]) for line in rows["Mål"]]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert ("hela", 2, "2.2 Andel långtidsarbetslösa", "Målvärde saknas.", "arbetsmarknadschefen") in rows[
        "Kan inte bedömas"
    ]
    assert [page.freeze_panes for page in book] == ["B2"] * 3
    assert all(page.auto_filter.ref and page.page_setup.orientation == "landscape" for page in book)


def test_what_is_printed_of_it_leaves_out_the_links(done: tuple[Path, int, str, str]) -> None:
    book = load_workbook(done[0] / "sammanstallning.xlsx")

    last = [page.print_area.rpartition("$")[0].rpartition("$")[2] for page in book]
    assert [page[f"{letters}1"].value for page, letters in zip(book, last, strict=True)] == [
        "Vad som hindrar",
        "Skäl",
        "Ansvarig",
    ]


def test_its_links_lead_to_the_reports(done: tuple[Path, int, str, str]) -> None:
    page = load_workbook(done[0] / "sammanstallning.xlsx")["Nämnder"]

    links = [cell.hyperlink.target for cell in page["R"] if cell.hyperlink]
    assert links == [
        f"{board}/2019-april/korning-001/delarsrapport-2019-april.docx"
        for board in ("Ekbro", "hela", "%C3%85%20n%C3%A4mnd")
    ]


def test_again_nothing_is_new_and_a_summary_that_somebody_has_changed_is_kept(tmp_path: Path) -> None:
    folder, output = boards(tmp_path / "alla", ["a"]), tmp_path / "ut"
    output.mkdir()
    (output / "sammanstallning.xlsx").write_bytes(b"mina anteckningar")

    first, before = command("batch", folder, "--output", output, "--workers", "1", "--quiet"), tree(output)
    again = command("batch", folder, "--output", output, "--workers", "1")

    assert (first.returncode, again.returncode, first.stdout) == (0, 0, "")
    assert again.stdout.splitlines() == [
        "a: inget nytt sedan 2019-april/korning-001 (noll fel och sju anmärkningar)",
        "En nämnd: en utan något nytt.",
        f"Sammanställningen ligger i {output / 'sammanstallning-2.xlsx'}.",
    ]
    assert (output / "sammanstallning.xlsx").read_bytes() == b"mina anteckningar"
    assert first.stderr == (
        f"{output / 'sammanstallning.xlsx'}: anmärkning: filen har ändrats och skrivs inte över; "
        "den nya sammanställningen ligger i sammanstallning-2.xlsx\n"
    )
    assert tree(output) == before
    assert runs(output) == {"a": ["korning-001"]}


def test_what_touches_all_boards_is_told_once_and_nothing_is_run(tmp_path: Path) -> None:
    empty, full = tmp_path / "tom", boards(tmp_path / "alla", ["a", "b"])
    empty.mkdir()
    output = tmp_path / "ut"

    told = [
        command("batch", empty, "--output", output),
        command("batch", tmp_path / "saknas", "--output", output),
        command("batch", full, "--output", full / "ut"),
        command("batch", full, "--output", output, "--templates", tmp_path),
    ]

    assert [one.returncode for one in told] == [1] * 4
    assert {one.stdout for one in told} == {"Inget kördes.\n"}
    assert told[0].stderr == f"{empty}: här finns ingen nämnds mapp: lägg varje nämnds underlag i en egen mapp här\n"
    assert told[1].stderr == (
        f"{tmp_path / 'saknas'}: mappen finns inte: ange den mapp där varje nämnd har en egen mapp med sitt underlag\n"
    )
    assert told[2].stderr == (
        f"{full / 'ut'}: resultatet kan inte ligga i underlagets mapp. Välj en annan med --output.\n"
    )
    assert len(told[3].stderr.splitlines()) == 4
    assert list(output.iterdir()) == []
