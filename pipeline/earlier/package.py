"""A Word document from outside as its parts, opened with care: no bombs, no entities, nothing fetched."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"
MOST_BYTES = 64 * 2**20
MOST_PARTS = 2000
DAMAGED = "filen är skadad eller inget Word-dokument; öppna den i Word och spara den på nytt"
TOO_LARGE = f"filen packas upp till mer än {MOST_BYTES // 2**20} MB; ta bort stora bilder och spara den på nytt"
LOCKED = "filen är lösenordsskyddad eller i ett äldre Word-format; spara den som .docx utan lösenord"
_CFB = b"\xd0\xcf\x11\xe0"
_CHUNK = 2**20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
_CORE = "docProps/core.xml"

Parts = Mapping[str, bytes]


class UnreadableError(Exception):
    """The document cannot be read; the text says why in Swedish, and what to do."""


def parts(document: bytes) -> Parts:
    """Return the document's parts by name.

    Raises:
        UnreadableError: It is no whole Word document, or too large.
    """
    if document.startswith(_CFB):
        raise UnreadableError(LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            found = dict(_inflated(package))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableError(DAMAGED) from error
    if MAIN not in found:
        raise UnreadableError(DAMAGED)
    return found


def _inflated(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Go through the parts that hold XML, counted while they are inflated: the archive's own sizes are not trusted."""
    names, left = package.namelist(), MOST_BYTES
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        raise UnreadableError(DAMAGED)
    for name in names:
        if name.endswith((".xml", ".rels")):
            content = _part(package, name, left)
            left -= len(content)
            yield name, content


def _part(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    chunks: list[bytes] = []
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            most -= len(chunk)
            if most < 0:
                raise UnreadableError(TOO_LARGE)
            chunks.append(chunk)
    return b"".join(chunks)


def tree(found: Parts, name: str) -> "_Element | None":
    """Return the part's root, or None where there is no such part.

    Raises:
        UnreadableError: The part is no XML, or declares a document type.
    """
    part = found.get(name)
    if part is None:
        return None
    if b"<!DOCTYPE" in part or part.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(DAMAGED)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(DAMAGED) from error


def main(found: Parts) -> "_Element":
    """Return the root of the document's main part."""
    root = tree(found, MAIN)
    if root is None or root.tag != f"{W}document":
        raise UnreadableError(DAMAGED)
    return root


def related(found: Parts, name: str) -> Mapping[str, str]:
    """Return what the part's relationships lead to, by their ids: addresses outside, or names of other parts."""
    folder, file = posixpath.split(name)
    root = tree(found, f"{folder}/_rels/{file}.rels")
    targets: dict[str, str] = {}
    for one in () if root is None else root.iter(_RELATED):
        target = one.get("Target", "")
        outside = one.get("TargetMode") == "External"
        targets[one.get("Id", "")] = target if outside else posixpath.normpath(posixpath.join("/", folder, target))[1:]
    return targets


def subject(found: Parts) -> str:
    """Return the document's subject: the name it was made under, without its ending."""
    root = tree(found, _CORE)
    text = None if root is None else root.findtext(_SUBJECT)
    return "" if text is None else text.strip()
