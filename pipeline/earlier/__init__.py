"""What earlier runs held, and what people have written in their documents since."""

from pipeline.earlier.april import april_run, earlier_run, read_run
from pipeline.earlier.dropped import dropped
from pipeline.earlier.edits import Edits, edits, kept_edits
from pipeline.earlier.fields import fields
from pipeline.earlier.outside import changes_outside
from pipeline.earlier.package import UnreadableError
from pipeline.earlier.record import Record, read_record, record_json
from pipeline.earlier.rewritten import rewritten
from pipeline.earlier.runs import renamed

__all__ = [
    "Edits",
    "Record",
    "UnreadableError",
    "april_run",
    "changes_outside",
    "dropped",
    "earlier_run",
    "edits",
    "fields",
    "kept_edits",
    "read_record",
    "read_run",
    "record_json",
    "renamed",
    "rewritten",
]
