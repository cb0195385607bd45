import io
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pipeline.confined import Bounds, read_confined
from pipeline.confined.messages import Began, Done, received, send
from pipeline.model.records import Source
from pipeline.problems import Place, Problems
from pipeline.read import read
from tests.runs import INPUT

SLOW = "filen tar för lång tid att läsa: kopiera tabellen till en ny arbetsbok, eller dela upp den"
LARGE = "filen tar för mycket minne att läsa: kopiera tabellen till en ny arbetsbok, eller dela upp den"
ALL_SLOW = "filerna tar tillsammans för lång tid att läsa: ta bort dem som inte behövs"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return Path(shutil.copytree(INPUT, tmp_path / "input"))


def confined(folder: Path, **bounds: float) -> tuple[Source, list[str]]:
    problems = Problems()
    source = read_confined(folder, problems, Bounds(**bounds))  # type: ignore[arg-type]
    return source, [str(one) for one in problems]


def test_the_same_is_read_within_the_bounds_as_without(inbox: Path) -> None:
    problems = Problems()
    source = read(inbox, problems)

    assert confined(inbox) == (source, [str(one) for one in problems])


def heavy_csv(rows: int) -> bytes:
    """Return a table of values of indicators that do not exist: each is looked for, and told of."""
    lines = (f"Okänd {row};2019-01;{row}" for row in range(rows))
    return "\n".join(("Indikator;Period;Värde", *lines)).encode()


def heavy_book(rows: int) -> bytes:
    """Return a workbook that is small as a file and large when it is read."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    line = "".join(f'<c t="inlineStr"><is><t>{"x" * 1400}{at}</t></is></c>' for at in range(40))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>'
        + f"<row>{line}</row>" * rows
        + "</sheetData></worksheet>",
    }
    result = io.BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return result.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "bounds", "told"),
    [
        ("tung.csv", heavy_csv(99_000), {"seconds_a_file": 0.3}, SLOW),
        ("tung.xlsx", heavy_book(1_000), {"megabytes": 240}, LARGE),
    ],
)
def test_a_file_that_would_take_more_is_named_and_the_others_are_read(
    inbox: Path, name: str, content: bytes, bounds: dict[str, float], told: str
) -> None:
    whole, before = confined(inbox)
    (inbox / name).write_bytes(content)

    source, problems = confined(inbox, **bounds)

    assert sorted(problems) == sorted([*before, f"{name}: {told}"])
    assert source == replace(whole, partial=True)


def test_the_bound_for_all_files_ends_the_reading(inbox: Path) -> None:
    assert confined(inbox, seconds=0.01) == (Source(partial=True), [f"input: {ALL_SLOW}"])


def test_the_input_is_as_it_was(inbox: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.iterdir()}

    confined(inbox)

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in inbox.iterdir()} == before


def test_messages_arrive_as_they_were_sent_and_one_cut_short_is_none() -> None:
    stream = io.BytesIO()
    for message in (Began("å.xlsx"), Done(Source(), ())):
        send(stream, message)
    whole = stream.getvalue()

    assert list(received(io.BytesIO(whole))) == [Began("å.xlsx"), Done(Source(), ())]
    assert list(received(io.BytesIO(whole[:-1]))) == [Began("å.xlsx")]


@pytest.mark.parametrize("smuggled", [print, Path, exec])
def test_a_message_makes_nothing_but_our_own_records(smuggled: Callable[..., object]) -> None:
    stream = io.BytesIO()
    send(stream, Began(smuggled))  # type: ignore[arg-type]

    with pytest.raises(pickle.UnpicklingError, match="has no place in a message"):
        list(received(io.BytesIO(stream.getvalue())))


def test_a_place_is_told_of_whatever_the_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "underlag å"

    source, problems = confined(folder)

    assert source == Source(partial=True)
    assert problems[0].startswith(f"{Place('underlag å')}: mappen finns inte")
