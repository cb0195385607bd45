"""Whether a template's tags can break its XML: where none can, what it becomes need not be read through each time."""

import re
from collections.abc import Iterator

from docx.oxml.ns import nsmap, qn
from jinja2 import nodes
from lxml import etree

from pipeline.render.context import NOT_IN_XML

PRINTED, BLOCK = "\ue000", "<w:block/>"
UNSURE = (nodes.Macro, nodes.Call)
HEAD, IN_TAG = re.compile(r"(?:<\?.*?\?>\s*)?<([\w:]+)[^>]*>"), re.compile(r"<[^<>]*\{[{%#]")
TEXTS = "self::w:t or self::w:instrText or self::w:delText or self::w:delInstrText"
STRAY = f"//w:body//w:t/* | //w:body/descendant-or-self::w:*[not({TEXTS})]/text()[normalize-space()]"


def cannot_break(tree: nodes.Template, xml: str) -> bool:
    """Say whether a part is sound whatever text its tags print; a status or a chart is no text.

    It is, if the text of each block is sound by itself: with a text in place of what it prints, which must stand in
    a ``w:t``, and an element in place of each block in it, which must not. Then so is the text around it.
    """
    head = HEAD.match(xml)
    if head is None or IN_TAG.search(xml) or any(True for _ in tree.find_all(UNSURE)):
        return False
    if any(isinstance(one.value, str) and NOT_IN_XML.search(one.value) for one in tree.find_all(nodes.Const)):
        return False
    start, end = f"{head[0]}<w:body>", f"</w:body></{head[1]}>"
    inner = (body for one in tree.find_all((nodes.For, nodes.If)) for body in _bodies(one))
    return _is_sound(_text(tree.body)) and all(_is_sound(f"{start}{_text(body)}{end}") for body in inner)


def _bodies(block: nodes.Node) -> Iterator[list[nodes.Node]]:
    yield from (block.body, block.else_)  # type: ignore[attr-defined] # both kinds have them


def _text(body: list[nodes.Node]) -> str:
    return "".join(map(_one, body))


def _one(node: nodes.Node) -> str:
    match node:
        case nodes.Output():
            return "".join(one.data if isinstance(one, nodes.TemplateData) else PRINTED for one in node.nodes)
        case nodes.Assign():
            return ""
        case _:
            return BLOCK


def _is_sound(xml: str) -> bool:
    try:
        tree = etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return False
    printed = sum((one.text or "").count(PRINTED) for one in tree.iter(qn("w:t")))
    return printed == xml.count(PRINTED) and not stray(tree)


def stray(tree: etree._Element) -> bool:
    """Say whether text stands outside a text element of the body, or anything but text in one."""
    return bool(tree.xpath(STRAY, namespaces=nsmap))
