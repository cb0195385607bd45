"""The template as a file: whole, of bearable size, without macros, and fetching nothing from elsewhere."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from pipeline.problems import quoted
from pipeline.render.checks.found import Faults
from pipeline.render.faults import NOT_WORD
from pipeline.render.package import FIRST, MAIN

MEGABYTE = 1_000_000
UNPACKED, WRITTEN = 64, 8
XML = (".xml", ".rels")
MACROS = ("macroEnabled", "vbaProject", "vbaData")
TOO_LARGE = "mallen packas upp till {} MB (gräns {} MB); gör en ny mall från originalmallen"
TOO_LONG = "mallens text är {} MB (gräns {} MB); gör en ny mall från originalmallen"
WITH_MACROS = "det här är en mall med makron; spara den som Word-dokument (.docx)"
WITH_DOCTYPE = "mallen innehåller DOCTYPE, som Word aldrig skriver; gör en ny mall från originalmallen"
FETCHES = "mallen hämtar något utanför sig själv: "
KEPT_OUTSIDE = {
    "attachedTemplate": "en bifogad mall, {}; välj Normal under Utvecklare – Dokumentmall",
    "image": "en länkad bild, {}; infoga bilden i stället för att länka till den",
    "oleObject": "ett länkat objekt, {}; ta bort det eller klistra in det som bild",
    "subDocument": "ett underdokument, {}; klistra in dess text i mallen",
    "frame": "en ram med ett annat dokument, {}; ta bort den",
}
OTHERWISE = "{}; ta bort länken"
HELD_INSIDE = {
    "aFChunk": "mallen har en hel fil inuti sig ({}); klistra in dess text i stället",
    "oleObject": "mallen har ett objekt från ett annat program inuti sig ({}); klistra in det som bild",
    "control": "mallen har en ActiveX-kontroll ({}); ta bort den",
}
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def check_file(content: bytes, faults: Faults) -> None:
    """Tell what makes the file itself unfit to be a template."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if not {FIRST, MAIN} <= set(package.namelist()):
                faults.add(NOT_WORD, closed=True)
            elif _is_bearable(package, faults):
                _check_parts(package, faults)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, etree.XMLSyntaxError):
        faults.add(NOT_WORD, closed=True)


def _is_bearable(package: zipfile.ZipFile, faults: Faults) -> bool:
    unpacked = sum(entry.file_size for entry in package.infolist())
    written = max(entry.file_size for entry in package.infolist() if entry.filename == MAIN)
    if unpacked > UNPACKED * MEGABYTE:
        faults.add(TOO_LARGE.format(unpacked // MEGABYTE, UNPACKED), closed=True)
    elif written > WRITTEN * MEGABYTE:
        faults.add(TOO_LONG.format(written // MEGABYTE, WRITTEN), closed=True)
    return not faults


def _check_parts(package: zipfile.ZipFile, faults: Faults) -> None:
    if any(word in package.read(FIRST).decode("utf-8", "replace") for word in MACROS):
        faults.add(WITH_MACROS, closed=True)
        return
    trees = {name: _tree(package.read(name)) for name in package.namelist() if name.endswith(XML)}
    if any(tree.docinfo.internalDTD is not None for tree in trees.values()):
        faults.add(WITH_DOCTYPE, closed=True)
        return
    for name, tree in trees.items():
        if name.endswith(".rels"):
            for text in _fetched(tree):
                faults.add(text)


def _tree(part: bytes) -> "etree._ElementTree":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.ElementTree(etree.fromstring(part, parser))


def _fetched(relationships: "etree._ElementTree") -> Iterator[str]:
    """Return a sentence for each thing that the part takes from elsewhere; links to click on are no such thing."""
    for one in relationships.iter(RELATIONSHIP):
        kind = str(one.get("Type", "")).rpartition("/")[2]
        target = quoted(one.get("Target", ""))
        if one.get("TargetMode") == "External":
            if kind != "hyperlink":
                yield FETCHES + KEPT_OUTSIDE.get(kind, OTHERWISE).format(target)
        elif kind in HELD_INSIDE:
            yield HELD_INSIDE[kind].format(quoted(PurePosixPath(one.get("Target", "")).name))
