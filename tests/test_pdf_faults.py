"""PDF where LibreOffice is missing, hangs, fails or is too old; and that it fetches nothing and leaves nothing."""

import io
import os
import shutil
import socketserver
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from PIL import Image

from pipeline.pdf import pdfs
from pipeline.pdf.finish import finished
from pipeline.pdf.office import exported, office
from pipeline.problems import Place, Problems
from tests.outline import opened
from tests.sample_drawings import add_picture, drawn, saved

WORD = {"rapport.docx": b"never read", "resultat.json": b"{}"}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that comes first on PATH; what is made in the temporary folder must be gone afterwards."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


def refused(limit: float = 20.0) -> list[str]:
    problems = Problems()
    assert pdfs(WORD, problems, limit=limit) is None
    assert problems.stop(draft=True)
    return [str(problem) for problem in problems]


def test_without_libreoffice_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "\n".join(refused()) == (
        "LibreOffice: programmet finns inte på datorn, men PDF-filerna görs med det. Hämta det utan kostnad på "
        "libreoffice.org (i Linux: sudo apt install libreoffice-writer) och kör igen, eller kör utan --pdf."
    )


def test_without_documents_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert pdfs({"resultat.json": b"{}"}, Problems()) == {}


def test_a_hanging_program_is_ended_with_all_that_it_started(programs: Path, tmp_path: Path) -> None:
    beats = tmp_path / "beats"
    program(programs, f'#!/bin/sh\n(while :; do echo >> "{beats}"; sleep 0.05; done) &\nsleep 600\n')
    begun = time.monotonic()

    assert refused(limit=1) == [
        "LibreOffice: programmet var inte klart efter 1 sekunder och avbröts. Kör igen, eller kör utan --pdf."
    ]
    assert time.monotonic() - begun < 10
    counted = beats.stat().st_size
    time.sleep(0.5)
    assert 0 < counted == beats.stat().st_size


def test_a_program_that_cannot_start_is_told(programs: Path) -> None:
    program(programs, "#!/no/such/interpreter\n")

    (line,) = refused()
    assert line.startswith("LibreOffice: programmet gick inte att använda: datorn säger ”No such file")


def test_a_document_without_pdf_is_told(programs: Path) -> None:
    program(programs, "#!/bin/sh\nexit 1\n")

    assert refused() == [
        "rapport.docx: LibreOffice gjorde ingen PDF av dokumentet. Kör igen; hjälper inte det, kör utan --pdf."
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "LibreOffice gjorde en skadad PDF. Kör igen, eller kör utan --pdf."),
        (None, "LibreOffice är för gammalt: filen blev inte taggad. Skaffa version 7.4 eller senare, "),
    ],
    ids=["damaged", "untagged"],
)
def test_a_pdf_that_cannot_be_used_is_told(programs: Path, tmp_path: Path, content: bytes | None, said: str) -> None:
    untagged = io.BytesIO()
    pikepdf.new().save(untagged)
    made = tmp_path / "made.pdf"
    made.write_bytes(untagged.getvalue() if content is None else content)
    find = 'while [ "$1" != --outdir ]; do shift; done'
    program(programs, f'#!/bin/sh\n{find}\ncp "{made}" "$2/rapport.pdf"\n')

    (line,) = refused()
    assert line.startswith(f"rapport.pdf: {said}")


@pytest.mark.office
def test_all_documents_take_one_call(programs: Path, tmp_path: Path) -> None:
    real, calls = shutil.which("soffice"), tmp_path / "calls"
    program(programs, f'#!/bin/sh\necho call >> "{calls}"\nexec "{real}" "$@"\n')
    word = drawn(("K01", "K02", "K03"))
    problems = Problems()
    made = pdfs({f"{name}.docx": word for name in "abc"}, problems)

    assert made is not None
    assert sorted(made) == ["a.pdf", "b.pdf", "c.pdf"]
    assert calls.read_text() == "call\n"


@pytest.mark.office
def test_texts_that_do_not_fit_the_figures_are_not_guessed() -> None:
    program = office()
    assert program is not None
    raw = exported(program, {"a.docx": drawn(("K01", "K02", "K03"))}, 60)["a.docx"]
    problems = Problems()

    assert finished(raw, drawn(("K01", "K02", "K03", "K04")), Place("a.pdf"), problems) is not None
    (told,) = problems
    assert told.text.startswith("tre bilder saknar alternativtext")


class Listener(socketserver.BaseRequestHandler):
    """Notes that somebody called, and hangs up."""

    asked: list[str]

    def handle(self) -> None:
        self.asked.append(str(self.request.recv(100)))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    server = socketserver.TCPServer(("127.0.0.1", 0), type("Own", (Listener,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.office
def test_linked_pictures_are_fetched_neither_from_the_network_nor_from_the_disk(
    listener: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = listener
    Image.new("RGB", (90, 30), "navy").save(tmp_path / "x.png")
    document = opened(drawn(("K01", "K02", "K03")))
    for target in (f"{address}/x.png", (tmp_path / "x.png").as_uri()):
        add_picture(document.add_paragraph(), "Länkad bild")
        (*_, picture) = document.element.body.iter(qn("a:blip"))
        del picture.attrib[qn("r:embed")]
        picture.set(qn("r:link"), document.part.relate_to(target, RELATIONSHIP_TYPE.IMAGE, is_external=True))
    made = pdfs({"rapport.docx": saved(document)}, Problems())

    assert made is not None
    assert asked == []
    with pikepdf.open(io.BytesIO(made["rapport.pdf"])) as pdf:
        sizes = {int(image.Width) for page in pdf.pages for image in page.get_images().values()}
    assert sizes <= {60}
