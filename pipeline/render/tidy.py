"""A part of a template as text that can be worked on by its signs: nothing but elements between the elements."""

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import nsmap, qn
from lxml import etree

from pipeline.render.flow import FIELD_MARK, canonical

if TYPE_CHECKING:
    from lxml.etree import _ElementUnicodeResult

TEXTS = "self::w:t or self::w:instrText or self::w:delText or self::w:delInstrText"
BLANK = f"//w:*[not({TEXTS})]/text()[not(normalize-space())]"
BARE = tuple(map(qn, ("w:sdt", "w:sdtPr", "w:sdtContent")))
"""What has no attributes by the standard, whoever may have given them some."""
PARSER = etree.XMLParser(
    remove_blank_text=True, remove_comments=True, remove_pis=True, resolve_entities=False, ns_clean=True
)


def tidied(part: bytes) -> str:
    """Return the part without comments and blanks between elements, every namespace declared in its first tag."""
    tree = etree.fromstring(part, PARSER)
    for blank in cast("list[_ElementUnicodeResult]", tree.xpath(BLANK, namespaces=nsmap)):
        setattr(blank.getparent(), "text" if blank.is_text else "tail", None)
    for one in tree.iter(*BARE):
        for name in set(one.keys()) - set(FIELD_MARK):
            del one.attrib[name]
    own = dict(tree.nsmap)
    inside = {prefix: name for one in tree.iter() for prefix, name in one.nsmap.items() if prefix}
    etree.cleanup_namespaces(tree, top_nsmap=inside | own, keep_ns_prefixes=[prefix for prefix in own if prefix])
    return canonical(str(etree.tostring(tree, encoding="unicode")))
