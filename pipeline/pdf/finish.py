"""What LibreOffice leaves undone in a PDF: texts of charts, the date, and three gaps against PDF/A-2."""

import io
import re
from datetime import datetime

import pikepdf
from docx import Document

from pipeline.pdf.pictures import describe, drawings
from pipeline.problems import Place, Problems
from pipeline.wording import counted

_UNTAGGED = "LibreOffice är för gammalt: filen blev inte taggad. Skaffa version 7.4 eller senare, eller kör utan --pdf."
_DAMAGED = "LibreOffice gjorde en skadad PDF. Kör igen, eller kör utan --pdf."
_NO_TEXT = (
    "saknar alternativtext, så den som inte ser får inte veta vad den visar. "
    "Skriv en i mallen i Word: högerklicka på bilden och välj Visa alternativtext."
)
_PROFILE_DATE = slice(24, 36)
"""Where an ICC colour profile holds its date: six numbers of two bytes, the year first."""
_LONG_AGO = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
_DATES = re.compile(rb"\s*<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\1>")
_END = b"</rdf:RDF>"
_DATED = '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>{}</xmp:CreateDate></rdf:Description>'
_PDF_UA_EXPLAINED = b"""\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A allows a mark that it does not know, the one of PDF/UA, only where the file explains it."""


def finished(pdf: bytes, word: bytes, place: Place, problems: Problems) -> bytes | None:
    """Return the PDF with what LibreOffice lost of the Word document; None where it cannot be used."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            if "/StructTreeRoot" in opened.Root:
                return _mended(opened, word, place, problems)
            problems.fault(place, _UNTAGGED)
    except pikepdf.PdfError:
        problems.fault(place, _DAMAGED)
    return None


def _mended(pdf: pikepdf.Pdf, word: bytes, place: Place, problems: Problems) -> bytes:
    document = Document(io.BytesIO(word))
    if left := describe(pdf, drawings(document)):
        problems.remark(place, f"{counted(left, 'bild', 'bilder', 'en')} {_NO_TEXT}")
    _date(pdf, document.core_properties.created)
    _date_colours(pdf)
    _order_tabs(pdf)
    if b"pdfaExtension:schemas" not in pdf.Root.Metadata.read_bytes():
        _add_metadata(pdf, _PDF_UA_EXPLAINED)
    _without(pdf.trailer, "/ID", "/DocChecksum")
    _without(pdf.Root, "/OpenAction")
    result = io.BytesIO()
    pdf.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


def _date(pdf: pikepdf.Pdf, created: datetime | None) -> None:
    """Give the PDF the Word document's date instead of the hour when it was made."""
    _without(pdf.docinfo, "/CreationDate", "/ModDate")
    pdf.Root.Metadata.write(_DATES.sub(b"", pdf.Root.Metadata.read_bytes()))
    if created is not None:
        pdf.docinfo["/CreationDate"] = pikepdf.String(f"D:{created:%Y%m%d%H%M%S}Z")
        _add_metadata(pdf, _DATED.format(f"{created:%Y-%m-%dT%H:%M:%SZ}").encode())


def _date_colours(pdf: pikepdf.Pdf) -> None:
    """Take the hour out of the colour profile that LibreOffice makes anew for each file."""
    for intent in pdf.Root.get("/OutputIntents", pikepdf.Array()):
        profile = bytearray(intent.DestOutputProfile.read_bytes())
        profile[_PROFILE_DATE] = _LONG_AGO
        intent.DestOutputProfile.write(bytes(profile))


def _order_tabs(pdf: pikepdf.Pdf) -> None:
    """Let the Tab key go from link to link in reading order; LibreOffice writes the S as a text and not as a name."""
    for page in pdf.pages:
        if "/Annots" in page:
            page["/Tabs"] = pikepdf.Name("/S")


def _without(dictionary: pikepdf.Object, *keys: str) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]


def _add_metadata(pdf: pikepdf.Pdf, more: bytes) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(_END, more + _END, 1))
