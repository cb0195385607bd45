"""Each check of the reading modules, taken out in turn, lets something through: none is there in vain."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module

import pytest

from tests.confined.test_damaged import compound
from tests.read.inbox import Inbox
from tests.read.taken_out import Check, checks, without

MODULES = ("guard", "binary", "foreign", "documents", "workbook", "sheetxml", "layouts.px", "layouts.jsonstat")
CUBES = ("layouts.cube", "layouts.kolada_api")
SHEET, BOOK, CORE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml"
PX = (
    'CHARSET="ANSI";\nMATRIX="X";\nCONTENTS="Nya företag";\nSTUB="region";\nHEADING="år";\n'
    'VALUES("region")="0665 Vaggeryd";\nVALUES("år")="2018","2019";\nDATA=\n1 2;\n'
)
Make = Callable[[Inbox], None]
Limits = Mapping[str, int]


def changed(name: str, old: bytes, new: bytes) -> Make:
    """Return what changes the text of one part of the goal workbook."""

    def make(inbox: Inbox) -> None:
        path = inbox.folder / "mål.xlsx"
        with zipfile.ZipFile(path) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)
        path.write_bytes(packed(parts))

    return make


def packed(parts: Mapping[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return result.getvalue()


def in_utf_16(inbox: Inbox) -> None:
    path = inbox.folder / "mål.xlsx"
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[CORE] = parts[CORE].decode().encode("utf-16")
    path.write_bytes(packed(parts))


def twice(inbox: Inbox) -> None:
    with (
        zipfile.ZipFile(inbox.folder / "mål.xlsx", "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr(CORE, archive.read(CORE))


def as_it_is(_: Inbox) -> None:
    """Leave the goal workbook as it is: the limit is lowered."""


def text(name: str, content: str) -> Make:
    return lambda inbox: inbox.text(name, content)


def data(name: str, content: bytes) -> Make:
    def make(inbox: Inbox) -> None:
        (inbox.folder / name).write_bytes(content)

    return make


def px(old: str, new: str) -> Make:
    assert old in PX
    return text("u.px", PX.replace(old, new))


def stat(**other: object) -> Make:
    region, time = ({"category": {"index": codes}} for codes in (["0665"], ["2018", "2019"]))
    table = {"class": "dataset", "id": ["Region", "Tid"], "size": [1, 2], "value": [1, 2]}
    return text("u.json", json.dumps({**table, "dimension": {"Region": region, "Tid": time}, **other}))


def kolada(**other: object) -> Make:
    record = {"kpi": "N00945", "municipality": "0665", "period": 2018, "values": [{"gender": "T", "value": 87}]}
    return text("u.json", json.dumps({"values": [{**record, **other}]}))


def binary(*records: tuple[int, bytes], cut: bytes = b"") -> Make:
    body = b"".join(bytes([kind, len(data)]) + data for kind, data in records) + cut
    return data("u.xlsb", packed({"xl/workbook.bin": b"x", "xl/worksheets/sheet1.bin": body}))


def ods(row: str) -> Make:
    names = "".join(
        f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    page = f'<table:table table:name="A">{row}</table:table>'
    content = f"<office:document-content{names}><office:body><office:spreadsheet>{page}</office:spreadsheet>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {
        "mimetype": kind,
        "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": f"{content}</office:body></office:document-content>",
    }
    return data("u.ods", packed({name: part.encode() for name, part in parts.items()}))


CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
WIDE = f"<table:table-row>{CELL * 4}</table:table-row>"
REPEATED = (
    '<table:table-row><table:table-cell table:number-columns-repeated="1000" office:value="1"/></table:table-row>'
)
ROW, BLANK, CELL_AT = 0, 1, struct.Struct("<II")
FIRST = b'r="A1"'

SAMPLES: Mapping[tuple[str, str, str], tuple[Make, Limits]] = {
    ("guard", "_inspect", "_SHEET.fullmatch(name)"): (as_it_is, {}),
    ("guard", "inflate", "MOST_PARTS"): (as_it_is, {"guard.MOST_PARTS": 3}),
    ("guard", "inflate", "len(set(names))"): (twice, {}),
    ("guard", "_inflated", "most < 0"): (as_it_is, {"guard.MOST_BYTES": 1000}),
    ("guard", "_check_part", "xfe"): (in_utf_16, {}),
    ("guard", "_check_part", "DOCTYPE"): (changed(CORE, b"<cp:core", b"<!DOCTYPE x><cp:core"), {}),
    ("guard", "_check_part", "ENTITY"): (changed(CORE, b"<cp:core", b"<!-- <!ENTITY --><cp:core"), {}),
    ("guard", "_check_cells", "rows >"): (as_it_is, {"guard.MOST_ROWS": 0}),
    ("guard", "_check_cells", "len(references)"): (as_it_is, {"guard.MOST_CELLS": 3}),
    ("guard", "_check_reference", "not 1 <= row"): (changed(SHEET, FIRST, b'r="A0"'), {}),
    ("guard", "_check_reference", "not 1 <= column"): (changed(SHEET, FIRST, b'r="XFE1"'), {}),
    ("guard", "_check_reference", "row > MOST_ROWS"): (as_it_is, {"guard.MOST_ROWS": 1}),
    ("guard", "_check_reference", "column > MOST_COLUMNS"): (as_it_is, {"guard.MOST_COLUMNS": 1}),
    ("binary", "check_sheet", "len(body)"): (binary((ROW, b"")), {}),
    ("binary", "check_sheet", "cells >"): (binary((BLANK, bytes(8)), (BLANK, bytes(8))), {"binary.MOST_CELLS": 1}),
    ("binary", "check_sheet", "row >="): (binary((ROW, CELL_AT.pack(999_999, 0)), (BLANK, bytes(8))), {}),
    ("binary", "check_sheet", "number >="): (binary((BLANK, CELL_AT.pack(9_999, 0))), {}),
    ("binary", "_number", "place >="): (binary(cut=b"\x81"), {}),
    ("foreign", "_Panics.__exit__", "_PANIC"): (data("u.xls", compound(tail=1)), {}),
    ("foreign", "_check", "MOST_BYTES"): (ods(WIDE), {"foreign.MOST_BYTES": 10}),
    ("foreign", "_check", "repeated"): (ods(REPEATED), {}),
    ("foreign", "_check", "_BINARY_SHEET"): (binary((BLANK, CELL_AT.pack(9_999, 0))), {}),
    ("foreign", "_rows", "cells >"): (ods(WIDE), {"guard.MOST_CELLS": 3}),
    ("documents", "_check_size", "MOST_BYTES"): (text("u.json", "{}"), {"documents.MOST_BYTES": 1}),
    ("documents", "_check_depth", "DEEPEST"): (text("u.json", '{"a": [[1]]}'), {"documents.DEEPEST": 1}),
    ("documents", "_once", "len(found)"): (text("u.json", '{"a": 1, "a": 2}'), {}),
    ("workbook", "_book", "sheetnames"): (changed(BOOK, b"</sheets>", b'<sheet name="x" sheetId="9"/></sheets>'), {}),
    ("sheetxml", "SheetReader._cells", "_count"): (as_it_is, {"sheetxml.MOST_CELLS": 3}),
    ("layouts.px", "recognise", "'DATA'"): (px("DATA=\n1 2;\n", ""), {}),
    ("layouts.px", "recognise", "'STUB'"): (px('STUB="region";\nHEADING="år";\n', ""), {}),
    ("layouts.px", "recognise", "KEYS"): (px("DATA", 'KEYS("region")="VALUES";\nDATA'), {}),
    ("layouts.px", "_extract", "len(plain)"): (px("HEADING", 'STUB[sv]="område";\nHEADING'), {}),
    ("layouts.px", "_dimension", "labels is None"): (px('VALUES("år")="2018","2019";\n', ""), {}),
    ("layouts.px", "_statements", "strip"): (px("1 2;", "1 2;\n!!!"), {}),
    ("layouts.jsonstat", "_dimension", "category"): (stat(dimension={"Region": 1, "Tid": 2}), {}),
    ("layouts.jsonstat", "_values", "size !="): (stat(size=[2, 2]), {}),
    ("layouts.jsonstat", "_values", "not values"): (stat(value=[]), {}),
    ("layouts.jsonstat", "_values", "not isinstance"): (stat(value="12"), {}),
    ("layouts.jsonstat", "_values", "any("): (stat(value=[[1], 2]), {}),
    ("layouts.jsonstat", "_dense", "many >"): (stat(value={"0": 1}), {"layouts.jsonstat.MOST_VALUES": 1}),
    ("layouts.jsonstat", "_dense", "not all"): (stat(value={"0": 1, "x": 2}), {}),
    ("layouts.cube", "check_size", "asked > "): (stat(), {"layouts.cube.MOST_VALUES": 1}),
    ("layouts.cube", "check_size", "asked != "): (stat(value=[1, 2, 3]), {}),
    ("layouts.kolada_api", "_facts", "isinstance(values"): (kolada(values=3), {}),
    ("layouts.kolada_api", "_facts", "_is_plain"): (kolada(municipality=[1]), {}),
    ("layouts.kolada_api", "_facts", "isinstance(value, dict)"): (kolada(values=[1]), {}),
    ("layouts.kolada_api", "_facts", "'value' not in"): (kolada(values=[{"gender": "T"}]), {}),
    ("layouts.kolada_api", "_facts", "value['value']"): (kolada(values=[{"gender": "T", "value": [1]}]), {}),
}
EVERY = [check for module in (*MODULES, *CUBES) for check in checks(module)]


def sample_of(check: Check) -> tuple[Make, Limits]:
    """Return the one sample that is made for the check: a new check without one is told here."""
    found = [
        sample
        for (module, function, words), sample in SAMPLES.items()
        if (module, function) == (check.module, check.function) and words in check.condition
    ]
    assert len(found) == 1, f"{check} has {len(found)} samples"
    return found[0]


def outcome(inbox: Inbox) -> object:
    """Return what is read and told; None where the reading ends in a fault of ours."""
    with suppress(BaseException):
        source, told = inbox.read()
        return told, source.goals, {name: series.observations for name, series in source.series.items()}
    return None


@pytest.mark.parametrize("check", EVERY, ids=lambda check: f"{check.module} {check.function} {check.condition}")
def test_a_check_taken_out_lets_something_through(inbox: Inbox, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    make, limits = sample_of(check)
    inbox.ours("N00945")
    make(inbox)
    for name, limit in limits.items():
        module, _, constant = name.rpartition(".")
        monkeypatch.setattr(import_module(f"pipeline.read.{module}"), constant, limit)
    checked = outcome(inbox)
    function, code = without(check)
    monkeypatch.setattr(function, "__code__", code)

    assert checked is not None
    assert outcome(inbox) != checked


def test_every_sample_is_of_a_check_that_is_there() -> None:
    assert len(EVERY) == len(SAMPLES)
