"""From results to what each template may print: one module per document."""

from pipeline.compose.appendix.building import appendix_name, figure_appendix
from pipeline.compose.brief import Brief
from pipeline.compose.documents import (
    Document,
    documents_for,
    folder_name,
    occasion_folder,
    protocol_blanks,
    protocols_for,
    template_blanks,
)
from pipeline.compose.overview import checked_overview, failed_overview, overview
from pipeline.compose.record import results_json

__all__ = [
    "Brief",
    "Document",
    "appendix_name",
    "checked_overview",
    "documents_for",
    "failed_overview",
    "figure_appendix",
    "folder_name",
    "occasion_folder",
    "overview",
    "protocol_blanks",
    "protocols_for",
    "results_json",
    "template_blanks",
]
