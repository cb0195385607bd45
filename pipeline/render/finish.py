"""What a filled-in document needs before it is saved: charts, lists that start over, links, properties."""

from typing import TYPE_CHECKING

from pipeline.blanks import Blanks
from pipeline.render.chart import with_charts
from pipeline.render.contents import link_contents
from pipeline.render.controls import mark_controls, settle_prompts
from pipeline.render.listing import COUNTED, FOLLOWING, restart_numbering, tie_lead_ins
from pipeline.render.package import MAIN, packed, zipped
from pipeline.render.properties import described

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.render.context import Picture
    from pipeline.render.engine import Compiled

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
OPEN_CELL, CELL_END = "</w:tc>", "</w:p></w:tc>"


def finish(
    template: "Compiled", filled: dict[str, str], pictures: "Sequence[Picture]", blanks: Blanks, subject: str
) -> bytes:
    """Return the document; `subject` is what it is known by when it is renamed."""
    body, styles, parts = filled[MAIN], template.styles, dict(template.raw)
    if template.has_controls:
        body = settle_prompts(body, styles)
    body = _with_closed_cells(body)
    if template.pattern is not None and not template.used.isdisjoint(COUNTED):
        numbering = parts[template.numbering].decode()
        body, numbering = restart_numbering(body, numbering, styles, template.pattern)
        parts[template.numbering] = numbering.encode()
    if not template.used.isdisjoint(FOLLOWING):
        body = tie_lead_ins(body, styles)
    body = link_contents(body, styles)
    if template.has_controls:
        body = mark_controls(body)
    if pictures:
        body = with_charts(body, pictures, template.font, parts)
    parts[template.core] = described(parts[template.core], blanks, subject)
    parts |= {name: (HEAD + xml).encode() for name, xml in {**filled, MAIN: body}.items()}
    return zipped(
        template.ready[name] if part is template.raw.get(name) else packed(name, part) for name, part in parts.items()
    )


def _with_closed_cells(body: str) -> str:
    """Give a cell whose texts were all empty the paragraph that Word demands."""
    if body.count(OPEN_CELL) == body.count(CELL_END):
        return body
    return body.replace(OPEN_CELL, "<w:p></w:p></w:tc>").replace("</w:p><w:p></w:p></w:tc>", CELL_END)
