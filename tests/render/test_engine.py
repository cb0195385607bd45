"""The engine makes the same document of a template as docxtpl does, and keeps nothing from one to the next."""

import io
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.blanks import Blanks
from pipeline.render import engine
from pipeline.render.context import Picture, Status, plain
from pipeline.render.engine import compiled
from pipeline.render.package import parts_of, settled
from tests.render.feature_template import feature_template, generated
from tests.render.word import rendered, shipped
from tests.sample_documents import BARE, FULL

FEATURES = feature_template()
CASES = [(name, blanks) for many in (FULL, BARE) for name, each in many.items() for blanks in each]
PRINT = """
import hashlib
from tests.render.feature_template import feature_template, generated
from tests.render.word import rendered
print(hashlib.sha256(b"".join(rendered(feature_template(), generated(seed)) for seed in range(5))).hexdigest())
"""


def _runs(part: Status | Picture) -> str:
    return f"<w:r><w:t>{part.get('ord', 'diagram')}</w:t></w:r>"


def _outline(parts: Mapping[str, str]) -> list[tuple[str, list[object]]]:
    """Return each part's elements in order, with their attributes and texts; an empty one has no text."""
    return [
        (name, [(one.tag, sorted(one.attrib.items()), one.text or "") for one in etree.fromstring(xml).iter()])
        for name, xml in parts.items()
    ]


def _same(template: bytes, blanks: Blanks) -> None:
    ready, fields = compiled(template), plain(blanks)
    assert ready.is_known
    by_docxtpl = replace(ready, is_known=False).fill(fields, _runs)
    assert _outline(ready.fill(fields, _runs)) == _outline(by_docxtpl)


def test_every_shipped_template_becomes_what_docxtpl_makes_of_it(
    record_property: Callable[[str, object], None],
) -> None:
    for name, blanks in CASES:
        _same(shipped(name), blanks)
    record_property("documents like docxtpl's", len(CASES))


@pytest.mark.parametrize("many", [60, pytest.param(500, marks=pytest.mark.slow)])
def test_a_template_with_every_feature_becomes_what_docxtpl_makes_of_it(
    many: int, record_property: Callable[[str, object], None]
) -> None:
    for seed in range(many):
        _same(FEATURES, generated(seed))
    record_property("generated documents like docxtpl's", many)


def _changed(part: str, old: bytes, new: bytes) -> bytes:
    parts = parts_of(FEATURES)
    return _zip({**parts, part: parts[part].replace(old, new)})


def test_a_template_with_what_the_engine_does_not_know_is_filled_in_by_docxtpl() -> None:
    known = b'<w:customXml w:uri="urn:x" w:element="x"><w:p/></w:customXml>'
    unknown = _changed("word/document.xml", b"<w:body>", b"<w:body>" + known)

    assert not compiled(unknown).is_known
    assert len(_outline_of(rendered(unknown, generated(1)))) == len(_outline_of(rendered(FEATURES, generated(1)))) + 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:sdtContent>", b"<w:sdtContent><!-- en kommentar -->"),
        (b"<w:sdtContent>", b"<w:sdtContent><?mso x?>"),
        (b"</w:pPr>", b"</w:pPr><!-- en kommentar -->"),
        (b"<w:p>", b'<w:p xml:space="preserve">\n '),
        (b"<w:sdt>", b'<w:sdt xmlns:x="urn:x">'),
        (b"<w:sdt>", b'<w:sdt w:rsidR="00A1">'),
        (b"<w:sdtPr>", b'<w:sdtPr w:rsidR="00A1">'),
        (b"<w:sdtContent>", b'<w:sdtContent w:rsidR="00A1">'),
        (b"<w:sdt>", b'<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'),
    ],
)
def test_what_lies_between_the_elements_changes_nothing(old: bytes, new: bytes) -> None:
    changed = rendered(_changed("word/document.xml", old, new), generated(1))

    assert _but_for_spaces(changed) == _but_for_spaces(rendered(FEATURES, generated(1)))
    assert b"field=" not in parts_of(changed)["word/document.xml"]


def _but_for_spaces(document: bytes) -> list[object]:
    tree = etree.fromstring(parts_of(document)["word/document.xml"])
    for one in tree.iter():
        one.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "")
    return [(one.tag, sorted(one.attrib.items()), one.text or "") for one in tree.iter()]


def _zip(parts: Mapping[str, bytes]) -> bytes:
    from zipfile import ZipFile  # noqa: PLC0415 -- only here

    result = io.BytesIO()
    with ZipFile(result, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return result.getvalue()


def _outline_of(document: bytes) -> list[object]:
    tree = etree.fromstring(parts_of(document)["word/document.xml"])
    return [(one.tag, sorted(one.attrib.items()), one.text or "") for one in tree.iter(etree.Element)]


def test_the_same_bytes_in_every_process(root: Path) -> None:
    def run(seed: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
        return subprocess.check_output([sys.executable, "-c", PRINT], env=environment, cwd=root, text=True)  # noqa: S603

    assert run("0") == run("1")
    assert rendered(FEATURES, generated(7)) == rendered(FEATURES, generated(7))


def test_nothing_is_kept_from_one_document_to_the_next() -> None:
    documents = [generated(seed) for seed in range(100)]
    for blanks in documents:
        rendered(FEATURES, blanks)
    tracemalloc.start()
    for blanks in documents[:20]:
        rendered(FEATURES, blanks)
    first, _ = tracemalloc.get_traced_memory()
    for blanks in documents * 2:
        rendered(FEATURES, blanks)
    last, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert last - first < 200_000
    assert engine.compiled.cache_info().currsize <= engine.KEPT


def test_a_zip_file_is_written_as_it_was() -> None:
    document = rendered(FEATURES, generated(3))

    assert settled(document) == document
