"""What a document says of itself: what it is, by whom, and of what day; never when or by whom it was made."""

from datetime import datetime

from lxml import etree

from pipeline.blanks import Blanks

CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
WORDS, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
KIND = "{http://www.w3.org/2001/XMLSchema-instance}type"
CREATED, MODIFIED, PRINTED = f"{TERMS}created", f"{TERMS}modified", f"{CORE}lastPrinted"
HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def described(core: bytes, blanks: Blanks, subject: str) -> bytes:
    """Return the part of properties with the document's own; `subject` is what it is known by when it is renamed."""
    own = {
        f"{WORDS}title": blanks.titel,
        f"{WORDS}creator": blanks.förvaltning,
        f"{WORDS}language": "sv-SE",
        f"{CORE}lastModifiedBy": blanks.förvaltning,
        f"{CORE}revision": "1",
        f"{WORDS}subject": subject,
    }
    known = etree.fromstring(core)
    for element in list(known):
        if not element.text or element.tag in {*own, CREATED, MODIFIED, PRINTED}:
            known.remove(element)
    for name, text in own.items():
        if text:
            etree.SubElement(known, name).text = text
    for name in (CREATED, MODIFIED) if (day := _day(blanks.datum)) else ():
        etree.SubElement(known, name, {KIND: "dcterms:W3CDTF"}, nsmap={"dcterms": TERMS[1:-1]}).text = day
    return HEAD + etree.tostring(known, encoding="utf-8")


def _day(text: str) -> str:
    """Return a day as its first moment, and nothing for what is no day."""
    try:
        return f"{datetime.strptime(text, '%Y-%m-%d'):%Y-%m-%dT00:00:00Z}"  # noqa: DTZ007 -- a day, not a moment
    except ValueError:
        return ""
