"""What a document prints, so that sides are only compared when they print the same."""

import hashlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(document: Path) -> list[str]:
    """Return the texts of all paragraphs, in the body and in cells, that aren't empty."""
    with ZipFile(BytesIO(document.read_bytes())) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    found = ("".join(text.text or "" for text in one.iter(f"{WORD}t")) for one in body.iter(f"{WORD}p"))
    return [text for text in found if text.strip()]


def printed(document: Path) -> str:
    """Return a hash of what the document prints."""
    return hashlib.sha256("\n".join(paragraphs(document)).encode()).hexdigest()
