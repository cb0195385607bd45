"""A tag as Jinja reads it, each by itself, so that one misspelt tag does not hide the next."""

import re
from functools import lru_cache

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from pipeline.problems import quoted
from pipeline.render.checks.found import Faults
from pipeline.render.checks.tags import CLOSERS, Tag
from pipeline.render.environment import Sandbox
from pipeline.render.faults import NOT_ALLOWED
from pipeline.render.meter import is_permitted

AROUND = {
    "for": ("", "{% endfor %}"),
    "if": ("", "{% endif %}"),
    "macro": ("", "{% endmacro %}"),
    "elif": ("{% if x %}", "{% endif %}"),
    "else": ("{% if x %}", "{% endif %}"),
    "endif": ("{% if x %}", ""),
    "endfor": ("{% for x in x %}", ""),
    "endmacro": ("{% macro x() %}", ""),
}
AT = re.compile(r"(?:got|unexpected) '([^']+)'")
ELSE_IF = re.compile(r"else\s+if\b\s*")
HOW = {
    "for": "en slinga skrivs {% for namn in lista %}",
    "macro": "ett makro skrivs {% macro namn(text) %}",
    "set": "set skrivs {% set namn = fält %}",
}
SANDBOX = Sandbox()
"""Reads tags and knows which filters and tests there are; nothing is filled in with it."""


def read(tag: Tag, faults: Faults) -> nodes.Node | None:
    """Return what the tag says: an expression for one that prints, a statement for others."""
    before, after = AROUND.get(tag.word, ("", ""))
    source = f"{before}{tag.opener} {tag.inside} {CLOSERS[tag.opener]}{after}"
    try:
        tree = _tree(source)
    except (TemplateSyntaxError, RecursionError) as error:
        faults.add(_misspelt(tag, error), tag.line.spot)
        return None
    if tree is None:
        faults.add(f"{quoted(tag)}: {NOT_ALLOWED}", tag.line.spot)
        return None
    return _said(tag, tree)


@lru_cache(1024)
def _tree(source: str) -> nodes.Template | None:
    """Return what the source says, or nothing where a template may not; a template says much again and again."""
    tree = SANDBOX.parse(source)
    return tree if all(map(is_permitted, tree.find_all(nodes.Node))) else None


def _said(tag: Tag, tree: nodes.Template) -> nodes.Node | None:
    (first, *rest) = tree.body
    if isinstance(first, nodes.Output) and not rest and len(first.nodes) == 1:
        return first.nodes[0]
    return first.elif_[0] if tag.word == "elif" and isinstance(first, nodes.If) else first


def _misspelt(tag: Tag, error: Exception) -> str:
    if ELSE_IF.match(tag.inside):
        right = str(Tag(tag.opener, tag.prefix, ELSE_IF.sub("elif ", tag.inside), tag.line))
        return f"taggen {quoted(tag)} är felskriven; skriv {quoted(right)}"
    found = AT.search(str(error))
    at = f" vid {quoted(found[1])}" if found and not found[1].startswith(("end of", "%")) else ""
    return f"taggen {quoted(tag)} är felskriven{at}; {HOW.get(tag.word, 'jämför den med originalmallen')}"
