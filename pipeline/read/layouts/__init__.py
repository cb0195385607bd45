"""The layouts of indicator values, each a module that says how it recognises its own.

The first that recognises a table reads it, so the narrow ones come before the wide. A new layout is a module with
`recognise` and a row here.
"""

from collections.abc import Callable

from pipeline.read.grid import Document, Table
from pipeline.read.layouts import (
    arbetsformedlingen,
    crosstab,
    flat,
    forsakringskassan,
    jsonstat,
    kolada,
    kolada_api,
    long,
    px,
    pxweb,
    stratsys,
    wide,
)
from pipeline.read.layouts.reading import Extract, Recognised

TABLES: tuple[Callable[[Table], Recognised | Extract | None], ...] = (
    kolada.recognise,
    forsakringskassan.recognise,
    arbetsformedlingen.recognise,
    stratsys.recognise,
    flat.recognise_with_region,
    crosstab.recognise_with_region,
    pxweb.recognise,
    long.recognise,
    wide.recognise,
    crosstab.recognise,
    flat.recognise,
)
DOCUMENTS: tuple[Callable[[Document], Extract | None], ...] = (px.recognise, jsonstat.recognise, kolada_api.recognise)


def recognise(table: Table) -> Recognised | Extract | None:
    """Return the table as the first layout that recognises it sees it."""
    return next((found for layout in TABLES if (found := layout(table)) is not None), None)


def recognise_document(document: Document) -> Extract | None:
    """Return what the first layout that recognises a file without cells sees in it; raise when it isn't whole."""
    return next((found for layout in DOCUMENTS if (found := layout(document)) is not None), None)
