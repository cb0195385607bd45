"""The overview as HTML: one file that needs no network and no script."""

from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.blanks.overview import Overview
from pipeline.overview.drawing import drawing

OVERVIEW = "oversikt.html"


def overview_page(overview: Overview, folder: str = "") -> bytes:
    """Return the page as UTF-8; `folder` is where the documents lie, seen from the page: ``2019-april/korning-001``."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    links = [(name, quote(f"{folder}/{name}" if folder else name)) for name in overview.dokument]
    template = environment.get_template(OVERVIEW)
    text = template.render(sida=overview, dokument=links, rita=drawing)
    return text.encode("utf-8", "backslashreplace")  # a file name that is not valid Unicode holds lone surrogates
