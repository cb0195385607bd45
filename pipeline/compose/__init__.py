"""From results to what each template may print: one module per document."""

from pipeline.compose.brief import Brief
from pipeline.compose.documents import Document, documents_for, occasion_folder, template_blanks
from pipeline.compose.record import results_json

__all__ = ["Brief", "Document", "documents_for", "occasion_folder", "results_json", "template_blanks"]
