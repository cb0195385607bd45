"""What earlier runs held, and what people have written in their documents since."""

from pipeline.earlier.april import april_run, earlier_run, read_run
from pipeline.earlier.dropped import dropped
from pipeline.earlier.edits import edits
from pipeline.earlier.fields import fields
from pipeline.earlier.outside import changes_outside
from pipeline.earlier.record import record_json

__all__ = ["april_run", "changes_outside", "dropped", "earlier_run", "edits", "fields", "read_run", "record_json"]
