"""From results to what each template may print: one module per document."""

from pipeline.compose.appendix.building import appendix_name, figure_appendix
from pipeline.compose.brief import Brief
from pipeline.compose.documents import Document, documents_for, occasion_folder, template_blanks
from pipeline.compose.fields import field_texts
from pipeline.compose.record import results_json

__all__ = [
    "Brief",
    "Document",
    "appendix_name",
    "documents_for",
    "field_texts",
    "figure_appendix",
    "occasion_folder",
    "results_json",
    "template_blanks",
]
