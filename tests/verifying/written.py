"""What people may write in a finished document's fields, drawn by chance."""

import random
import re

from docx.oxml.ns import nsdecls
from lxml import etree

from pipeline.earlier.package import W
from tests.earlier.word import p, r
from tests.verifying.hand import Changed, Hand, Node, drawn, one_of

_NAMES = nsdecls("w", "r")


def inside(content: bytes, chance: random.Random) -> Changed:
    """Return the document with one of its fields written in; `named` is the field's title."""
    return drawn(content, chance, {kind: (r"word/document\.xml", hand) for kind, hand in INSIDE.items()})


def _field(root: Node, chance: random.Random, *, filled: bool = False) -> tuple[Node, Node, str]:
    """Return a field's control, its content and its title; it shows its prompt no more."""
    control = one_of(
        [one for one in root.iter(f"{W}sdt") if not filled or one.find(f"{W}sdtPr/{W}showingPlcHdr") is None], chance
    )
    content, names = control.find(f"{W}sdtContent"), control.find(f"{W}sdtPr")
    assert content is not None
    assert names is not None
    prompting, title = names.find(f"{W}showingPlcHdr"), names.find(f"{W}alias")
    assert title is not None
    if prompting is not None:
        names.remove(prompting)
    return control, content, title.get(f"{W}val", "")


def _filled(root: Node, chance: random.Random, blocks: str) -> str:
    _, content, title = _field(root, chance)
    _fill(content, blocks)
    return title


def _fill(content: Node, blocks: str) -> None:
    for one in list(content):
        content.remove(one)
    content.extend(etree.fromstring(f"<w:body {_NAMES}>{blocks}</w:body>"))


def _words(chance: random.Random, least: int = 1) -> str:
    return " ".join(f"ord{chance.randrange(1000)}" for _ in range(chance.randrange(least, 20)))


def _another_text(root: Node, chance: random.Random) -> str:
    return _filled(root, chance, p(_words(chance)))


def _bold(root: Node, chance: random.Random) -> str:
    return _filled(root, chance, p(r(f"{_words(chance)} ") + r(_words(chance), "<w:b/>") + r(" slut", "<w:i/>")))


def _a_list(root: Node, chance: random.Random) -> str:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    items = "".join(f"<w:p>{numbered}{r(_words(chance))}</w:p>" for _ in range(chance.randrange(1, 5)))
    return _filled(root, chance, p(_words(chance)) + items)


def _more_paragraphs(root: Node, chance: random.Random) -> str:
    _, content, title = _field(root, chance)
    for _ in range(chance.randrange(1, 4)):
        content.append(etree.fromstring(p(_words(chance)).replace("<w:p>", f"<w:p {_NAMES}>", 1)))
    return title


def _the_first_letter(root: Node, chance: random.Random) -> str:
    _, content, title = _field(root, chance)
    text = next(one for one in content.iter(f"{W}t") if (one.text or "").strip())
    text.text = f"Å{text.text}"
    return title


def _emptied(root: Node, chance: random.Random) -> str:
    _, content, title = _field(root, chance, filled=True)
    _fill(content, "<w:p/>")
    return title


def _a_table(root: Node, chance: random.Random) -> str:
    row = f"<w:tr><w:tc>{p(_words(chance))}</w:tc><w:tc>{p('77')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{row}</w:tbl>"
    return _filled(root, chance, p("Före.") + table + p("Efter."))


def _tracked(root: Node, chance: random.Random) -> str:
    """Write with tracked changes on."""
    inserted = f'<w:ins w:id="9001" w:author="A">{r(_words(chance))}</w:ins>'
    deleted = '<w:del w:id="9002" w:author="A"><w:r><w:delText>Borta.</w:delText></w:r></w:del>'
    return _filled(root, chance, f"<w:p>{inserted}{deleted}</w:p>")


def _a_link(root: Node, chance: random.Random) -> str:
    link = f'<w:hyperlink w:anchor="_Ref1">{r(_words(chance))}</w:hyperlink>'
    return _filled(root, chance, f"<w:p>{r('Se ')}{link}</w:p>")


def _another_style(root: Node, chance: random.Random) -> str:
    return _filled(root, chance, p(_words(chance), "Heading2") + p(_words(chance)))


def _field_gone(root: Node, chance: random.Random) -> str:
    control, _, title = _field(root, chance, filled=True)
    above = control.getparent()
    assert above is not None
    above.remove(control)
    return title


def _control_gone(root: Node, chance: random.Random) -> str:
    """Leave the text, as Word's Remove content control does."""
    control, content, title = _field(root, chance)
    _fill(content, p(_words(chance)))
    for one in list(content):
        control.addprevious(one)
    above = control.getparent()
    assert above is not None
    above.remove(control)
    return title


def _a_nested_control(root: Node, chance: random.Random) -> str:
    """Paste a content control that another document had."""
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(_words(chance))}</w:sdtContent></w:sdt>"
    return _filled(root, chance, p(_words(chance)) + inner)


def _long(root: Node, chance: random.Random) -> str:
    text = re.sub(r"\s+", " ", " ".join(_words(chance, 15) for _ in range(30)))
    return _filled(root, chance, p(text) + "<w:p/>" + p(text))


INSIDE: dict[str, Hand] = {
    "another text": _another_text,
    "bold and italic": _bold,
    "a list": _a_list,
    "more paragraphs": _more_paragraphs,
    "the first letter": _the_first_letter,
    "emptied": _emptied,
    "a table": _a_table,
    "tracked changes": _tracked,
    "a link": _a_link,
    "a heading": _another_style,
    "the field gone": _field_gone,
    "the control gone": _control_gone,
    "a control in it": _a_nested_control,
    "a long text": _long,
}
